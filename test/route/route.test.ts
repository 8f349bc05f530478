import { Duration, Size } from 'cdk8s';
import {
  type HttpRouteProps,
  Keystore,
  type ManagementRouteProps,
  MiTenant,
  Route,
  Scaling,
  type TcpRouteProps,
} from '../../lib';
import { base, errorOf, newUnit } from '../manifests';

const tenant = new MiTenant(newUnit(), 'orders', {
  image: base.withApp('orders', '1.0.0'),
  scaling: Scaling.fixed(2),
  tls: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
});

const told = ({ kind, host, path, to, settings, text }: Route) => ({
  kind,
  host,
  path,
  port: to.number,
  settings: { ...settings },
  text,
});

test('every prop of a route of HTTP is in it', () => {
  const everything: Required<HttpRouteProps> = {
    to: tenant.https,
    path: '/orders/v1',
    match: 'exact',
    rewriteTo: '/v1',
    timeout: Duration.minutes(2),
    maxBody: Size.gibibytes(1),
    rateLimit: 50,
    sticky: 'cookie',
    from: ['10.20.0.0/16', '2001:db8::/32'],
    upgrade: 'websocket',
  };
  expect(told(Route.http('shop.example.com', everything))).toEqual({
    kind: 'http',
    host: 'shop.example.com',
    path: '/orders/v1',
    port: 8253,
    settings: {
      match: 'exact',
      rewriteTo: '/v1',
      timeoutSeconds: 120,
      maxBodyMebibytes: 1024,
      rateLimit: 50,
      sticky: 'cookie',
      from: ['10.20.0.0/16', '2001:db8::/32'],
      upgrade: 'websocket',
    },
    text: 'shop.example.com/orders/v1',
  });
});

test('a route of which no more is said takes the whole host and asks for nothing else', () => {
  expect(told(Route.http('shop.example.com', { to: tenant.http }))).toEqual({
    kind: 'http',
    host: 'shop.example.com',
    path: '/',
    port: 8290,
    settings: {},
    text: 'shop.example.com/',
  });
});

test('passthrough leads to the TLS port of the tenant, with all paths', () => {
  expect(told(Route.passthrough('shop.example.com', tenant))).toEqual({
    kind: 'passthrough',
    host: 'shop.example.com',
    path: '/',
    port: 8253,
    settings: {},
    text: 'shop.example.com/',
  });
});

test('every prop of a route of a port is in it; by itself it has the number of the tenant’s', () => {
  const everything: Required<TcpRouteProps> = { to: tenant.http, port: 2575 };
  const common = { kind: 'tcp', host: 'shop.example.com', path: '/', port: 8290 };
  expect(told(Route.tcp('shop.example.com', everything))).toEqual({
    ...common,
    settings: { listener: 2575 },
    text: 'shop.example.com:2575',
  });
  expect(told(Route.tcp('shop.example.com', { to: tenant.http }))).toEqual({
    ...common,
    settings: { listener: 8290 },
    text: 'shop.example.com:8290',
  });
});

test.each([0, 65_536, 2575.5, Number.NaN])('fails when the port of a route is %p', (port) => {
  expect(errorOf(() => Route.tcp('shop.example.com', { to: tenant.http, port }))).toBe(
    `port of route "shop.example.com" must be a port from 1 to 65535, got ${port}`,
  );
});

test('the default backend is for every host and path', () => {
  expect(told(Route.defaultBackend(tenant.http))).toEqual({
    kind: 'default',
    host: '*',
    path: '/',
    port: 8290,
    settings: {},
    text: '*/',
  });
});

test.each([
  [tenant.management, '/management', 9164],
  [tenant.metrics, '/metric-service', 9201],
] as const)('every prop of a route of management is in it; of its port it shows $path alone', (to, path, port) => {
  const everything: Required<ManagementRouteProps> = { to, from: ['10.20.0.0/16'] };
  expect(told(Route.management('ops.example.com', everything))).toEqual({
    kind: 'management',
    host: 'ops.example.com',
    path,
    port,
    settings: { from: ['10.20.0.0/16'] },
    text: `ops.example.com${path}`,
  });
});

test('a host may be a whole domain', () => {
  expect(Route.http('*.example.com', { to: tenant.http }).host).toBe('*.example.com');
  expect(Route.passthrough('*.example.com', tenant).host).toBe('*.example.com');
});

test.each(['/', '/bar', '/bar/v1.2', '/~orders', '/orders_api-v1/x', '/.well-known/x', '/a..b'] as const)(
  'a path may be %s, and so may what stands in its place',
  (path) => {
    const route = Route.http('shop.example.com', { path, rewriteTo: path, to: tenant.http });
    expect([route.path, route.settings.rewriteTo]).toEqual([path, path]);
  },
);
