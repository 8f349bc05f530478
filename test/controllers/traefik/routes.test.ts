import { Route, Tls } from '../../../lib';
import { errorOf } from '../../manifests';
import { SIGNED, traefikObject, traefikObjects, traefikUnit } from './fleets';

const orders = { name: 'orders', port: 8290, scheme: 'http' };
const redirected = (match: string, port = 8290) => ({
  match,
  priority: 2,
  middlewares: [{ name: 'routes-public-redirect' }],
  services: [{ name: 'orders', port }],
});
const redirect = ['Middleware routes-public-redirect', { redirectScheme: { scheme: 'https', permanent: true } }];

test('a host is an IngressRoute with a rule a route, and is sent on from plain HTTP', () => {
  const unit = traefikUnit(
    ({ http }) => [
      Route.http('shop.example.com', { path: '/orders', to: http, rewriteTo: '/v1' }),
      Route.http('shop.example.com', { to: http }),
    ],
    { tls: { 'shop.example.com': Tls.secret('shop-tls') } },
  );
  expect(errorOf(() => unit.fleet.render())).toBe('');
  expect(traefikObjects(unit)).toEqual([
    ['Middleware routes-public-shop.example.com.orders-strip', { stripPrefix: { prefixes: ['/orders'] } }],
    ['Middleware routes-public-shop.example.com.orders-add', { addPrefix: { prefix: '/v1' } }],
    [
      'IngressRoute routes-public-shop.example.com',
      {
        entryPoints: ['websecure'],
        routes: [
          {
            match: 'Host(`shop.example.com`) && (Path(`/orders`) || PathPrefix(`/orders/`))',
            priority: 100_004,
            middlewares: [
              { name: 'routes-public-shop.example.com.orders-strip' },
              { name: 'routes-public-shop.example.com.orders-add' },
            ],
            services: [orders],
          },
          { match: 'Host(`shop.example.com`)', priority: 100_000, services: [orders] },
        ],
        tls: { secretName: 'shop-tls' },
      },
    ],
    redirect,
    ['IngressRoute routes-public-redirect', { entryPoints: ['web'], routes: [redirected('Host(`shop.example.com`)')] }],
  ]);
});

test('an edge that serves plain HTTP has the same rules there, and leaves challenges to cert-manager', () => {
  const unit = traefikUnit(
    ({ http }) => [Route.http('shop.example.com', { to: http }), Route.http('till.example.com', { to: http })],
    { plainHttp: 'serve', tls: { 'shop.example.com': Tls.issuer('ca') } },
  );
  const open = (match: string) => ({
    entryPoints: ['web'],
    routes: [{ match, priority: 100_000, services: [orders] }],
  });
  expect(traefikObjects(unit).map(([name]) => name)).toEqual([
    'IngressRoute routes-public-shop.example.com',
    'IngressRoute routes-public-shop.example.com-plain',
    'IngressRoute routes-public-till.example.com',
    'IngressRoute routes-public-till.example.com-plain',
    'Certificate shop.example.com-tls',
  ]);
  expect(traefikObject(unit, 'IngressRoute routes-public-shop.example.com-plain')).toEqual(
    open('Host(`shop.example.com`) && !PathPrefix(`/.well-known/acme-challenge/`)'),
  );
  expect(traefikObject(unit, 'IngressRoute routes-public-till.example.com-plain')).toEqual(
    open('Host(`till.example.com`)'),
  );
});

test('passthrough is an IngressRouteTCP, the one with a host before the one for many', () => {
  const unit = traefikUnit(
    (tenant) => [Route.passthrough('shop.example.com', tenant), Route.passthrough('*.example.com', tenant)],
    { keystore: SIGNED },
  );
  const spec = (match: string, priority: number) => ({
    entryPoints: ['websecure'],
    routes: [{ match, priority, services: [{ name: 'orders', port: 8253 }] }],
    tls: { passthrough: true },
  });
  expect(traefikObjects(unit)).toEqual([
    ['IngressRouteTCP routes-public-shop.example.com', spec('HostSNI(`shop.example.com`)', 100_000)],
    [
      'IngressRouteTCP routes-public-wildcard.example.com',
      spec('HostSNIRegexp(`^[^.]+\\.example\\.com$`) && !HostSNIRegexp(`^(shop|till)\\.example\\.com$`)', 10),
    ],
    redirect,
    [
      'IngressRoute routes-public-redirect',
      {
        entryPoints: ['web'],
        routes: [
          redirected('Host(`shop.example.com`)', 8253),
          redirected('HostRegexp(`^[^.]+\\.example\\.com$`) && !HostRegexp(`^(shop|till)\\.example\\.com$`)', 8253),
        ],
      },
    ],
  ]);
});

test('the default backend takes what no other rule takes, over both entry points', () => {
  const unit = traefikUnit(({ http }) => [Route.defaultBackend(http)]);
  const routes = [{ match: 'PathPrefix(`/`)', priority: 1, services: [orders] }];
  expect(traefikObjects(unit)).toEqual([
    ['IngressRoute routes-public-default', { entryPoints: ['websecure'], routes, tls: {} }],
    ['IngressRoute routes-public-default-plain', { entryPoints: ['web'], routes }],
  ]);
});

test('a management route is for its path, and for a few', () => {
  const unit = traefikUnit(
    ({ management }) => [Route.management('admin.example.com', { to: management, from: ['10.0.0.0/8'] })],
    { keystore: SIGNED },
  );
  const name = 'routes-public-admin.example.com.management';
  expect(traefikObjects(unit).slice(0, 3)).toEqual([
    [`Middleware ${name}-from`, { ipAllowList: { sourceRange: ['10.0.0.0/8'] } }],
    [`ServersTransport ${name}`, { serverName: 'admin.example.com', rootCAs: [{ configMap: 'ca' }] }],
    [
      'IngressRoute routes-public-admin.example.com',
      {
        entryPoints: ['websecure'],
        routes: [
          {
            match: 'Host(`admin.example.com`) && (Path(`/management`) || PathPrefix(`/management/`))',
            priority: 100_004,
            middlewares: [{ name: `${name}-from` }],
            services: [{ name: 'orders', port: 9164, scheme: 'https', serversTransport: name }],
          },
        ],
        tls: {},
      },
    ],
  ]);
});
