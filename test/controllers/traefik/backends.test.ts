import { Duration } from 'cdk8s';
import { type CanaryShare, type HttpRouteProps, Keystore, Route } from '../../../lib';
import { SIGNED, type TraefikCase, traefikObject, traefikUnit } from './fleets';

const NAME = 'routes-public-shop.example.com';
const PERCENT: CanaryShare = { by: 'percent', percent: 10 };
const HEADER: CanaryShare = { by: 'header', header: 'X-Canary', value: 'always' };

const rendered = (settings: Omit<HttpRouteProps, 'to'> & { https?: boolean }, more: TraefikCase = {}) => {
  const { https = false, ...props } = settings;
  const unit = traefikUnit(
    (tenant) => [Route.http('shop.example.com', { to: https ? tenant.https : tenant.http, ...props })],
    { keystore: SIGNED, ...more },
  );
  return {
    rules: traefikObject(unit, `IngressRoute ${NAME}`)?.routes,
    transport: traefikObject(unit, `ServersTransport ${NAME}`),
    weights: traefikObject(unit, `TraefikService ${NAME}`),
  };
};
const rule = (service: object) => ({ match: 'Host(`shop.example.com`)', priority: 100_000, services: [service] });
const cookie = (name: string, secure = true) => ({ sticky: { cookie: { name, httpOnly: true, secure } } });

test('a port of plain HTTP is spoken to as Traefik does by itself', () => {
  expect(rendered({})).toEqual({ rules: [rule({ name: 'orders', port: 8290, scheme: 'http' })] });
});

test('a bound on the wait is one of the way to the pods', () => {
  expect(rendered({ timeout: Duration.seconds(45) })).toEqual({
    rules: [rule({ name: 'orders', port: 8290, scheme: 'http', serversTransport: NAME })],
    transport: { forwardingTimeouts: { responseHeaderTimeout: '45s' } },
  });
});

test('TLS up to the pod is for the host of the route, by the authority of the tenant', () => {
  expect(rendered({ https: true, timeout: Duration.seconds(45) })).toEqual({
    rules: [rule({ name: 'orders', port: 8253, scheme: 'https', serversTransport: NAME })],
    transport: {
      serverName: 'shop.example.com',
      rootCAs: [{ configMap: 'ca' }],
      forwardingTimeouts: { responseHeaderTimeout: '45s' },
    },
  });
});

test('a certificate that every system knows needs no authority', () => {
  const keystore = Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' });
  expect(rendered({ https: true }, { keystore }).transport).toEqual({ serverName: 'shop.example.com' });
});

test('a certificate for another name than the host is asked for by that name', () => {
  const keystore = Keystore.ofImage({ ca: 'mi-certificate' });
  expect(rendered({ https: true }, { keystore }).transport).toEqual({
    serverName: 'localhost',
    rootCAs: [{ configMap: 'mi-certificate' }],
  });
});

test('of many hosts, the pod shows the certificate that any of them has', () => {
  const unit = traefikUnit(({ https }) => [Route.http('*.example.com', { to: https })], { keystore: SIGNED });
  expect(traefikObject(unit, 'ServersTransport routes-public-wildcard.example.com')).toMatchObject({
    serverName: 'any.example.com',
  });
});

test.each([
  ['redirect', true],
  ['serve', false],
] as const)('a client finds its pod again by a cookie that goes where the host is shown (%s)', (plainHttp, secure) => {
  const service = { name: 'orders', port: 8290, scheme: 'http', ...cookie('mi-retail-orders-8290', secure) };
  expect(rendered({ sticky: 'cookie' }, { plainHttp }).rules).toEqual([rule(service)]);
});

test('a part of the requests goes to the canary by weight, with all that the route asks for', () => {
  const way = { port: 8253, scheme: 'https', serversTransport: NAME };
  expect(rendered({ https: true, sticky: 'cookie' }, { canary: PERCENT })).toEqual({
    rules: [rule({ name: NAME, kind: 'TraefikService' })],
    transport: { serverName: 'shop.example.com', rootCAs: [{ configMap: 'ca' }] },
    weights: {
      weighted: {
        services: [
          { name: 'orders', ...way, ...cookie('mi-retail-orders-8253'), weight: 90 },
          { name: 'orders-canary', ...way, ...cookie('mi-retail-orders-canary-8253'), weight: 10 },
        ],
        ...cookie('mi-retail-orders-share'),
      },
    },
  });
});

test('the default backend has its canary too', () => {
  const unit = traefikUnit(({ http }) => [Route.defaultBackend(http)], { canary: PERCENT });
  const service = { port: 8290, scheme: 'http' };
  expect(traefikObject(unit, 'TraefikService routes-public-default')).toEqual({
    weighted: {
      services: [
        { name: 'orders', ...service, weight: 90 },
        { name: 'orders-canary', ...service, weight: 10 },
      ],
    },
  });
});

test('requests with a header go to the canary by a rule above', () => {
  const service = { port: 8290, scheme: 'http' };
  expect(rendered({}, { canary: HEADER })).toEqual({
    rules: [
      {
        match: 'Host(`shop.example.com`) && Header(`X-Canary`, `always`)',
        priority: 100_001,
        services: [{ name: 'orders-canary', ...service }],
      },
      rule({ name: 'orders', ...service }),
    ],
  });
});

test('management is of the tenant, not of its canary', () => {
  const from = ['10.0.0.0/8'] as const;
  const unit = traefikUnit(({ metrics }) => [Route.management('admin.example.com', { to: metrics, from })], {
    canary: PERCENT,
  });
  expect(traefikObject(unit, 'IngressRoute routes-public-admin.example.com')).toMatchObject({
    routes: [{ services: [{ name: 'orders', port: 9201, scheme: 'http' }] }],
  });
});
