import { Duration } from 'cdk8s';
import { type Canary, type CanaryShare, GatewayIngress, type HttpRouteProps, type MiTenant, Route } from '../../../lib';
import { canaryOf, errorOf, newUnit, ofKind } from '../../manifests';
import { gatewayFleet, keystore, specsOf, tenantOf } from './fleets';

const parentRefs = [{ namespace: 'edge', name: 'public', sectionName: 'https.shop.example.com' }];
const prefix = (value: string) => ({ path: { type: 'PathPrefix', value } });
const orders = { name: 'orders', port: 8290 };

/** The specs of the HTTPRoutes for routes of one host. */
function routed(routesOf: (tenant: MiTenant) => readonly Route[], canary?: Canary) {
  const { fleet, unit, via } = gatewayFleet({ 'shop.example.com': 'retail' });
  const tenant = tenantOf(unit, 'orders', { canary });
  new GatewayIngress(unit, 'routes', { via, routes: routesOf(tenant) });
  expect(errorOf(() => fleet.render())).toBe('');
  return specsOf(unit, 'HTTPRoute');
}

function rulesWith(props: Omit<HttpRouteProps, 'to'>, share?: CanaryShare): unknown {
  const [route] = routed(
    ({ http }) => [Route.http('shop.example.com', { ...props, to: http })],
    share && canaryOf(share),
  );
  return route?.spec?.rules;
}

test('the routes of a host are one HTTPRoute, a rule each', () => {
  const routes = routed(({ http }) => [
    Route.http('shop.example.com', { path: '/orders', to: http }),
    Route.http('shop.example.com', { to: http }),
  ]);
  expect(routes).toEqual([
    {
      name: 'routes-public.shop.example.com',
      spec: {
        parentRefs,
        hostnames: ['shop.example.com'],
        rules: [
          { matches: [prefix('/orders')], backendRefs: [orders] },
          { matches: [prefix('/')], backendRefs: [orders] },
        ],
      },
    },
  ]);
});

test('more rules than the API takes in one HTTPRoute go into others', () => {
  const paths = Array.from({ length: 33 }, (_, at) => `/p${at}` as const);
  const routes = routed(({ http }) => paths.map((path) => Route.http('shop.example.com', { path, to: http })));
  expect(routes.map(({ name, spec }) => [name, Object.keys(spec?.rules ?? []).length])).toEqual([
    ['routes-public.shop.example.com', 16],
    ['routes-public-2.shop.example.com', 16],
    ['routes-public-3.shop.example.com', 1],
  ]);
});

test('a path of its own is matched exactly', () => {
  expect(rulesWith({ path: '/a', match: 'exact' })).toEqual([
    { matches: [{ path: { type: 'Exact', value: '/a' } }], backendRefs: [orders] },
  ]);
});

test('another path takes the place of a prefix, or of the whole of an exact one', () => {
  const rewrite = (path: object) => ({ filters: [{ type: 'URLRewrite', urlRewrite: { path } }] });
  expect(rulesWith({ path: '/a', rewriteTo: '/b' })).toMatchObject([
    rewrite({ type: 'ReplacePrefixMatch', replacePrefixMatch: '/b' }),
  ]);
  expect(rulesWith({ path: '/a', rewriteTo: '/b', match: 'exact' })).toMatchObject([
    rewrite({ type: 'ReplaceFullPath', replaceFullPath: '/b' }),
  ]);
});

test('the wait for an answer is bounded', () => {
  expect(rulesWith({ timeout: Duration.minutes(1) })).toEqual([
    { matches: [prefix('/')], timeouts: { request: '60s' }, backendRefs: [orders] },
  ]);
});

test('a WebSocket has no bound, which would end it', () => {
  expect(rulesWith({ upgrade: 'websocket' })).toEqual([
    { matches: [prefix('/')], timeouts: { request: '0s' }, backendRefs: [orders] },
  ]);
});

test.each([
  [0, 100],
  [10, 90],
  [100, 0],
])('a canary takes %d of 100 requests', (percent, rest) => {
  expect(rulesWith({}, { by: 'percent', percent })).toEqual([
    {
      matches: [prefix('/')],
      backendRefs: [
        { ...orders, weight: rest },
        { name: 'orders-canary', port: 8290, weight: percent },
      ],
    },
  ]);
});

test('a canary takes requests with a header, on the same path and with the same filters', () => {
  const filters = [
    { type: 'URLRewrite', urlRewrite: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/b' } } },
  ];
  const headers = [{ type: 'Exact', name: 'X-Canary', value: 'always' }];
  const share = { by: 'header', header: 'X-Canary', value: 'always' } as const;
  expect(rulesWith({ path: '/a', rewriteTo: '/b' }, share)).toEqual([
    { matches: [{ ...prefix('/a'), headers }], filters, backendRefs: [{ name: 'orders-canary', port: 8290 }] },
    { matches: [prefix('/a')], filters, backendRefs: [orders] },
  ]);
});

test('a host that is passed through is a TLSRoute to the TLS port', () => {
  const { fleet, unit, via } = gatewayFleet({ 'till.example.com': 'retail' }, { tls: {} });
  const tenant = tenantOf(unit, 'orders', { tls: keystore() });
  new GatewayIngress(unit, 'routes', { via, routes: [Route.passthrough('till.example.com', tenant)] });
  expect(errorOf(() => fleet.render())).toBe('');
  expect(specsOf(unit, 'TLSRoute')).toEqual([
    {
      name: 'routes-public.till.example.com',
      spec: {
        parentRefs: [{ namespace: 'edge', name: 'public', sectionName: 'tls.till.example.com' }],
        hostnames: ['till.example.com'],
        rules: [{ backendRefs: [{ name: 'orders', port: 8253 }] }],
      },
    },
  ]);
  expect(ofKind(unit, 'BackendTLSPolicy')).toEqual([]);
});

test('what no route takes, and hosts of a wildcard, have names of their own', () => {
  const { fleet, unit, via } = gatewayFleet({ '*.example.com': 'retail', '*': 'retail' }, { plainHttp: 'serve' });
  const { http } = tenantOf(unit, 'orders');
  const routes = [Route.http('*.example.com', { to: http }), Route.defaultBackend(http)];
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(errorOf(() => fleet.render())).toBe('');
  const parent = { namespace: 'edge', name: 'public' };
  const rules = [{ matches: [prefix('/')], backendRefs: [orders] }];
  expect(specsOf(unit, 'HTTPRoute')).toEqual([
    {
      name: 'routes-public-wildcard.example.com',
      spec: {
        parentRefs: [
          { ...parent, sectionName: 'https-wildcard.example.com' },
          { ...parent, sectionName: 'http-wildcard.example.com' },
        ],
        hostnames: ['*.example.com'],
        rules,
      },
    },
    { name: 'routes-public-default', spec: { parentRefs: [{ ...parent, sectionName: 'http' }], rules } },
  ]);
});

test('a route says whom to call', () => {
  const { unit, via } = gatewayFleet({ 'shop.example.com': 'retail' });
  const routes = [Route.http('shop.example.com', { to: tenantOf(unit, 'orders').http })];
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(ofKind(unit, 'HTTPRoute').map(({ apiVersion, metadata }) => ({ apiVersion, metadata }))).toEqual([
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      metadata: {
        name: 'routes-public.shop.example.com',
        namespace: 'retail',
        labels: {
          'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
          'app.kubernetes.io/part-of': 'retail',
          'cdk8s-wso2-mi/unit': 'retail',
        },
        annotations: { 'cdk8s-wso2-mi/contact': 'integration@example.com' },
      },
    },
  ]);
});

test('a route of a unit changes the file of the unit, and no other', () => {
  const filesWith = (more: boolean) => {
    const { fleet, unit, via } = gatewayFleet({ 'shop.example.com': 'retail', 'www.example.com': 'finance' });
    const finance = newUnit(fleet, 'finance');
    const { http } = tenantOf(unit, 'orders');
    const added = [Route.http('shop.example.com', { path: '/more', to: http })];
    const routes = [Route.http('shop.example.com', { to: http }), ...(more ? added : [])];
    new GatewayIngress(unit, 'routes', { via, routes });
    const other = Route.http('www.example.com', { to: tenantOf(finance, 'ledger').http });
    new GatewayIngress(finance, 'routes', { via, routes: [other] });
    return fleet.render();
  };
  const [before, after] = [filesWith(false), filesWith(true)];
  expect([...after].filter(([file, text]) => before.get(file) !== text).map(([file]) => file)).toEqual([
    'retail.k8s.yaml',
  ]);
});
