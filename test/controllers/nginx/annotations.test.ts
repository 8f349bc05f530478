import { Duration, Size } from 'cdk8s';
import { type HttpRouteProps, MiTenant, Route, Scaling, Tls, type UnitRoutes } from '../../../lib';
import { canaryAnnotations, PASSTHROUGH, REGEX, routeAnnotations } from '../../../lib/controllers/nginx/annotations';
import { base, newUnit } from '../../manifests';

const unit = newUnit();
const tenant = new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });

/** The annotations of a route, without their prefix. */
const told = (
  props: Partial<HttpRouteProps>,
  { tls = Tls.controllerDefault(), plainHttp = 'redirect' }: { tls?: Tls; plainHttp?: 'redirect' | 'serve' } = {},
) => {
  const gateway: UnitRoutes = {
    scope: unit,
    name: 'routes-public',
    namespace: 'retail',
    annotations: {},
    routes: [],
    tls: () => tls,
    edge: { chart: unit, id: 'public', name: 'public', plainHttp, hosts: () => [] },
  };
  const route = Route.http('shop.example.com', { path: '/bar', to: tenant.http, ...props });
  return bare(routeAnnotations(gateway, route));
};

const bare = (annotations: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [key.replace('nginx.ingress.kubernetes.io/', ''), value]),
  );

test('a route of which no more is said is told by nothing', () => {
  expect(told({})).toEqual({});
});

test.each<[keyof HttpRouteProps, Partial<HttpRouteProps>, Record<string, string>]>([
  ['match', { match: 'exact' }, {}],
  ['to', { to: tenant.https }, { 'backend-protocol': 'HTTPS' }],
  ['rewriteTo', { rewriteTo: '/v1' }, { 'rewrite-target': '/v1$1$2' }],
  [
    'timeout',
    { timeout: Duration.minutes(2) },
    { 'proxy-read-timeout': '120', 'proxy-send-timeout': '120', 'proxy-next-upstream-timeout': '120' },
  ],
  ['maxBody', { maxBody: Size.gibibytes(1) }, { 'proxy-body-size': '1024m', 'proxy-request-buffering': 'on' }],
  ['rateLimit', { rateLimit: 50 }, { 'limit-rps': '50', 'limit-burst-multiplier': '1' }],
  [
    'sticky',
    { sticky: 'cookie' },
    { affinity: 'cookie', 'session-cookie-name': 'retail-orders-8290', 'session-cookie-path': '/' },
  ],
  ['from', { from: ['10.20.0.0/16', '::1/128'] }, { 'whitelist-source-range': '10.20.0.0/16,::1/128' }],
  ['upgrade', { upgrade: 'websocket' }, { 'proxy-read-timeout': '3600', 'proxy-send-timeout': '3600' }],
])('%s reaches the annotations', (_, props, annotations) => {
  expect(told(props)).toEqual(annotations);
});

test('plain HTTP that is answered is said, since nginx redirects by itself', () => {
  expect(told({}, { plainHttp: 'serve' })).toEqual({ 'ssl-redirect': 'false' });
});

test.each([
  [
    { by: 'percent', percent: 0 },
    { canary: 'true', 'canary-weight': '0' },
  ],
  [
    { by: 'header', header: 'X-Canary', value: 'yes' },
    { canary: 'true', 'canary-by-header': 'X-Canary', 'canary-by-header-value': 'yes' },
  ],
] as const)('a canary by %j is told so', (share, annotations) => {
  expect(bare(canaryAnnotations(share))).toEqual(annotations);
});

test('passthrough and regular expressions are one annotation each', () => {
  expect([bare(PASSTHROUGH), bare(REGEX)]).toEqual([{ 'ssl-passthrough': 'true' }, { 'use-regex': 'true' }]);
});
