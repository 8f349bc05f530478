import { Duration, Size } from 'cdk8s';
import { type Canary, GATEWAY_FEATURES, Keystore, MiTenant, Route, Scaling } from '../../lib';
import { ALL_GATEWAY_FEATURES } from '../../lib/route/feature';
import { base, canaryOf, newUnit } from '../manifests';

const tenantOf = (canary?: Canary) =>
  new MiTenant(newUnit(), 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    canary,
    tls: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
  });
const tenant = tenantOf();
const { http, https, management, metrics } = tenant;
const from = ['10.20.0.0/16'] as const;

test('all features are in the order of the table', () => {
  expect(ALL_GATEWAY_FEATURES).toEqual(Object.keys(GATEWAY_FEATURES));
});

test.each([
  [{}, []],
  [{ match: 'prefix' }, []],
  [{ match: 'exact' }, ['exactPath']],
  [{ rewriteTo: '/' }, ['rewrite']],
  [{ to: https }, ['httpsBackend']],
  [{ timeout: Duration.seconds(5) }, ['timeout']],
  [{ maxBody: Size.mebibytes(5) }, ['maxBody']],
  [{ rateLimit: 5 }, ['rateLimit']],
  [{ sticky: 'cookie' }, ['sticky']],
  [{ from }, ['from']],
  [{ upgrade: 'websocket' }, ['webSocket']],
] as const)('a route with %j asks for %j', (props, features) => {
  expect(Route.http('shop.example.com', { to: http, path: '/bar', ...props }).features).toEqual(features);
});

test.each([
  ['a whole domain', Route.http('*.example.com', { to: http }), ['wildcardHost']],
  ['passthrough', Route.passthrough('shop.example.com', tenant), ['passthrough']],
  ['a port of its own', Route.tcp('shop.example.com', { to: https }), ['tcp']],
  ['the default backend', Route.defaultBackend(http), ['defaultBackend']],
  ['management', Route.management('ops.example.com', { to: management, from }), ['httpsBackend', 'from']],
  ['metrics', Route.management('ops.example.com', { to: metrics, from }), ['from']],
])('%s asks for what it is', (_, route, features) => {
  expect(route.features).toEqual(features);
});

test.each([
  [{ by: 'percent', percent: 0 }, ['canaryPercent']],
  [{ by: 'header', header: 'X-Canary', value: 'always' }, ['canaryHeader']],
] as const)('a canary by %j is asked of every public route of its tenant that is opened', (share, features) => {
  const tenant = tenantOf(canaryOf(share));
  const asked = [
    Route.http('shop.example.com', { to: tenant.http }),
    Route.defaultBackend(tenant.http),
    Route.management('ops.example.com', { to: tenant.metrics, from }),
    Route.passthrough('till.example.com', tenant),
  ].map((route) => route.features);
  expect(asked).toEqual([features, ['defaultBackend', ...features], ['from'], ['passthrough']]);
});
