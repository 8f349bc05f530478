import type { IngressBackend } from '../../imports/k8s';
import { type Host, MiTenant, type Path, Route, Scaling, Tls, type UnitRoutes } from '../../lib';
import {
  backend,
  canaryBackend,
  type IngressProps,
  ingressTls,
  nameOfRoute,
  plainPath,
  renderIngress,
  rules,
} from '../../lib/controllers/ingress';
import { base, canaryOf, errorOf, newFleet, newUnit, ofKind, refusalOf } from '../manifests';

const defaultBackend = { service: { name: 'orders', port: { number: 8290 } } };

const fleet = newFleet();
const unit = newUnit(fleet);
const tenant = new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });
const route = (host: Host, path: Path, match: 'prefix' | 'exact' = 'prefix') =>
  Route.http(host, { path, match, to: tenant.http });

const gatewayIn = (scope: UnitRoutes['scope'], tls: UnitRoutes['tls'] = () => Tls.controllerDefault()): UnitRoutes => ({
  scope,
  name: 'routes-public',
  namespace: 'retail',
  annotations: { contact: 'x' },
  routes: [],
  tls,
  edge: { chart: unit, id: 'public', name: 'public', plainHttp: 'redirect', hosts: () => [] },
});

describe('an Ingress', () => {
  test('has every prop in its manifest', () => {
    const unit = newUnit();
    const everything: Required<IngressProps> = {
      suffix: '-x',
      className: 'nginx',
      annotations: { 'example.com/a': 'b' },
      spec: { defaultBackend },
    };
    renderIngress(gatewayIn(unit), everything);
    expect(ofKind(unit, 'Ingress')).toMatchObject([
      {
        metadata: { name: 'routes-public-x', annotations: { contact: 'x', 'example.com/a': 'b' } },
        spec: {
          ingressClassName: 'nginx',
          defaultBackend: { service: { name: 'orders', port: { number: 8290 } } },
        },
      },
    ]);
  });

  test('is named as its gateway if no more is said', () => {
    const unit = newUnit();
    renderIngress(gatewayIn(unit), { className: 'nginx', annotations: {}, spec: { defaultBackend } });
    expect(ofKind(unit, 'Ingress')).toMatchObject([{ metadata: { name: 'routes-public' } }]);
  });

  test('fails in words when it has the name of another', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const gateway = gatewayIn(unit);
    renderIngress(gateway, { className: 'nginx', annotations: {}, spec: { defaultBackend } });
    renderIngress(gateway, { className: 'nginx', annotations: {}, spec: { defaultBackend } });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'name of Ingress "retail/routes-public" must be used once in the fleet, got it from "retail/ingress" and ' +
          'from "retail/ingress:2"; give one of the two another id',
      ),
    );
  });
});

test('rules are one a host, with a path for each route', () => {
  const routes = [route('a.example.com', '/x', 'exact'), route('b.example.com', '/'), route('a.example.com', '/')];
  const service = { service: { name: 'orders', port: { number: 8290 } } };
  expect(rules(routes)).toEqual([
    {
      host: 'a.example.com',
      http: {
        paths: [
          { path: '/x', pathType: 'Exact', backend: service },
          { path: '/', pathType: 'Prefix', backend: service },
        ],
      },
    },
    { host: 'b.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: service }] } },
  ]);
});

test('rules may say paths and backends in a controller’s own way', () => {
  const way = { path: '/own', pathType: 'ImplementationSpecific' } as const;
  const own: IngressBackend = { service: { name: 'own', port: { number: 1 } } };
  expect(
    rules(
      [route('a.example.com', '/x')],
      () => way,
      () => own,
    ),
  ).toEqual([{ host: 'a.example.com', http: { paths: [{ ...way, backend: own }] } }]);
});

test('a canary answers at the same port of its own Service', () => {
  const tenant = new MiTenant(newUnit(), 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    canary: canaryOf({ by: 'percent', percent: 10 }),
  });
  const route = Route.http('a.example.com', { to: tenant.https });
  expect([backend(route), canaryBackend(route)]).toEqual([
    { service: { name: 'orders', port: { number: 8253 } } },
    { service: { name: 'orders-canary', port: { number: 8253 } } },
  ]);
});

test('certificates are one entry a Secret, and one without for those of the controller', () => {
  const secrets: Record<string, string> = { 'a.example.com': 'ab', 'b.example.com': 'ab', 'c.example.com': 'c' };
  const tls = (host: string) => (secrets[host] === undefined ? Tls.controllerDefault() : Tls.secret(secrets[host]));
  const hosts: Host[] = ['d.example.com', 'a.example.com', 'c.example.com', 'b.example.com', 'a.example.com'];
  const routes = hosts.map((host) => route(host, '/'));
  expect(ingressTls(gatewayIn(unit, tls), routes)).toEqual([
    { hosts: ['d.example.com'], secretName: undefined },
    { hosts: ['a.example.com', 'b.example.com'], secretName: 'ab' },
    { hosts: ['c.example.com'], secretName: 'c' },
  ]);
});

test.each([
  ['shop.example.com', '/', 'prefix', 'shop.example.com'],
  ['*.example.com', '/', 'prefix', 'wildcard.example.com'],
  ['shop.example.com', '/orders/v1', 'prefix', 'shop.example.com.orders.v1'],
  ['shop.example.com', '/orders', 'exact', 'shop.example.com.orders-exact'],
  ['shop.example.com', '/Orders/v1.2', 'prefix', 'shop.example.com.orders.v1-2-1267492e2c'],
  ['shop.example.com', '/.well-known/x', 'prefix', 'shop.example.com.well-known.x-4179ea677c'],
  ['shop.example.com', '/~', 'prefix', 'shop.example.com-4af935f720'],
  ['shop.example.com', '/orders:cancel', 'exact', 'shop.example.com.orders-cancel-02acbcb126-exact'],
] as const)('%s%s (%s) is %s in names', (host, path, match, name) => {
  expect(nameOfRoute(route(host, path, match))).toBe(name);
});

test('no two routes of a host have one name', () => {
  const paths = [
    '/a',
    '/A',
    '/a.b',
    '/a/b',
    '/a-b',
    '/a:b',
    '/a%20b',
    '/a_b',
    '/-a',
    '/a-exact',
    '/a-b/-c',
    '/',
  ] as const;
  const names = paths.flatMap((path) => [route('a.example.com', path), route('a.example.com', path, 'exact')]);
  expect(new Set(names.map(nameOfRoute)).size).toBe(2 * paths.length);
});

test.each([
  [undefined, 'Prefix'],
  ['prefix', 'Prefix'],
  ['exact', 'Exact'],
] as const)('a path that matches by %s is of the type %s', (match, pathType) => {
  const route = Route.http('a.example.com', { path: '/x', match, to: tenant.http });
  expect(plainPath(route)).toEqual({ path: '/x', pathType });
});
