import {
  type BusinessUnit,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  ManagementLogin,
  MiBaseImage,
  MiTenant,
  Route,
  Scaling,
} from '../../../lib';
import { base, errorOf, type Manifest, newFleet, newUnit, ofKind } from '../../manifests';

const hosts = { 'shop.example.com': 'retail', 'ops.example.com': 'retail', '*.example.com': 'retail', '*': 'retail' };

function unitOf(routesOf: (tenant: MiTenant) => readonly Route[], image = base.withApp('orders', '1.0.0')) {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const via = new LoadBalancer(fleet, 'public', { controller: GatewayController.alb(), hosts });
  const tenant = new MiTenant(unit, 'orders', {
    image,
    scaling: Scaling.fixed(2),
    config: { managementLogin: ManagementLogin.stock() },
  });
  new GatewayIngress(unit, 'routes', { via, routes: routesOf(tenant) });
  expect(errorOf(() => fleet.render())).toBe('');
  return unit;
}

function ingressesOf(unit: BusinessUnit): Array<Pick<Manifest, 'spec'> & { name: string; annotations: unknown }> {
  return ofKind(unit, 'Ingress').map(({ metadata, spec }) => {
    const entries = Object.entries(metadata.annotations ?? {}).filter(([key]) => key !== 'cdk8s-wso2-mi/contact');
    const annotations = Object.fromEntries(
      entries.map(([key, value]) => [key.replace('alb.ingress.kubernetes.io/', ''), value]),
    );
    return { name: metadata.name, annotations, spec };
  });
}

const settings = (order: string, other: Record<string, string> = {}) => ({
  'backend-protocol': 'HTTP',
  'group.order': order,
  'healthcheck-path': '/healthz',
  'healthcheck-port': '9201',
  'healthcheck-protocol': 'HTTP',
  'listen-ports': '[{"HTTP":80},{"HTTPS":443}]',
  'success-codes': '200-399',
  ...other,
});
const path = (of: string, number = 8290, pathType = 'Prefix') => ({
  path: of,
  pathType,
  backend: { service: { name: 'orders', port: { number } } },
});
const annotated = (of: string, name: string) => ({
  path: of,
  pathType: 'Prefix',
  backend: { service: { name, port: { name: 'use-annotation' } } },
});

test('routes of one depth share an Ingress, and deeper ones come before', () => {
  const unit = unitOf(({ http }) => [
    Route.http('shop.example.com', { to: http }),
    Route.http('shop.example.com', { to: http, path: '/orders/new' }),
    Route.http('ops.example.com', { to: http, path: '/stock' }),
    Route.http('shop.example.com', { to: http, path: '/orders' }),
    Route.http('shop.example.com', { to: http, path: '/prices' }),
  ]);
  expect(ingressesOf(unit)).toEqual([
    {
      name: 'routes-public-depth-0',
      annotations: settings('-1'),
      spec: { ingressClassName: 'public', rules: [{ host: 'shop.example.com', http: { paths: [path('/')] } }] },
    },
    {
      name: 'routes-public-depth-2',
      annotations: settings('-5'),
      spec: {
        ingressClassName: 'public',
        rules: [{ host: 'shop.example.com', http: { paths: [path('/orders/new')] } }],
      },
    },
    {
      name: 'routes-public-depth-1',
      annotations: settings('-3'),
      spec: {
        ingressClassName: 'public',
        rules: [
          { host: 'ops.example.com', http: { paths: [path('/stock')] } },
          { host: 'shop.example.com', http: { paths: [path('/orders'), path('/prices')] } },
        ],
      },
    },
  ]);
});

test('an exact path, a wildcard and the default backend have places of their own', () => {
  const unit = unitOf(({ http }) => [
    Route.http('shop.example.com', { to: http, path: '/orders', match: 'exact' }),
    Route.http('*.example.com', { to: http }),
    Route.defaultBackend(http),
  ]);
  expect(ingressesOf(unit)).toEqual([
    {
      name: 'routes-public-exact-1',
      annotations: settings('-4'),
      spec: {
        ingressClassName: 'public',
        rules: [{ host: 'shop.example.com', http: { paths: [path('/orders', 8290, 'Exact')] } }],
      },
    },
    {
      name: 'routes-public-wildcard-2-depth-0',
      annotations: settings('896'),
      spec: { ingressClassName: 'public', rules: [{ host: '*.example.com', http: { paths: [path('/')] } }] },
    },
    {
      name: 'routes-public-default',
      annotations: settings('1000'),
      spec: { ingressClassName: 'public', rules: [{ http: { paths: [path('/')] } }] },
    },
  ]);
});

test('pods that are spoken to by TLS, or keep their clients, have an Ingress of their own', () => {
  const unit = unitOf(({ http, https }) => [
    Route.http('shop.example.com', { to: https }),
    Route.http('ops.example.com', { to: http, sticky: 'cookie' }),
  ]);
  const stickiness = { 'target-group-attributes': 'stickiness.enabled=true,stickiness.type=lb_cookie' };
  expect(ingressesOf(unit)).toEqual([
    {
      name: 'routes-public-depth-0-https',
      annotations: settings('-1', { 'backend-protocol': 'HTTPS' }),
      spec: { ingressClassName: 'public', rules: [{ host: 'shop.example.com', http: { paths: [path('/', 8253)] } }] },
    },
    {
      name: 'routes-public-depth-0-sticky',
      annotations: settings('-1', stickiness),
      spec: { ingressClassName: 'public', rules: [{ host: 'ops.example.com', http: { paths: [path('/')] } }] },
    },
  ]);
});

test('a release without a health API is asked at the base image’s own', () => {
  const old = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '1.1.0' });
  const unit = unitOf(({ http }) => [Route.http('shop.example.com', { to: http })], old.withApp('orders', '1.0.0'));
  expect(ingressesOf(unit)).toMatchObject([
    { name: 'routes-public-depth-0-health-orders', annotations: settings('-1', { 'healthcheck-port': '8290' }) },
  ]);
});

test('a management route is for its addresses, and all others are forbidden', () => {
  const unit = unitOf(({ management }) => [
    Route.management('ops.example.com', { to: management, from: ['192.0.2.0/24'] }),
  ]);
  const annotations = settings('-3', {
    'backend-protocol': 'HTTPS',
    'actions.rule-1':
      '{"type":"forward","forwardConfig":{"targetGroups":[{"serviceName":"orders","servicePort":9164}]}}',
    'conditions.rule-1': '[{"field":"source-ip","sourceIpConfig":{"values":["192.0.2.0/24"]}}]',
    'actions.rule-2': '{"type":"fixed-response","fixedResponseConfig":{"contentType":"text/plain","statusCode":"403"}}',
  });
  const paths = [annotated('/management', 'rule-1'), annotated('/management', 'rule-2')];
  expect(ingressesOf(unit)).toEqual([
    {
      name: 'routes-public-depth-1-https',
      annotations,
      spec: { ingressClassName: 'public', rules: [{ host: 'ops.example.com', http: { paths } }] },
    },
  ]);
});

test('rules are numbered over all routes of their Ingress, and each finds its own annotations', () => {
  const unit = unitOf(({ http }) => [
    Route.http('shop.example.com', { to: http, path: '/a' }),
    Route.http('ops.example.com', { to: http, path: '/b', rewriteTo: '/' }),
  ]);
  const annotations = settings('-3', {
    'actions.rule-2':
      '{"type":"forward","forwardConfig":{"targetGroups":[{"serviceName":"orders","servicePort":8290}]}}',
    'transforms.rule-2':
      '[{"type":"url-rewrite","urlRewriteConfig":{"rewrites":[{"regex":"^/b/?(.*)$","replace":"/$1"}]}}]',
  });
  expect(ingressesOf(unit)).toMatchObject([
    {
      annotations,
      spec: {
        rules: [
          { host: 'shop.example.com', http: { paths: [path('/a')] } },
          { host: 'ops.example.com', http: { paths: [annotated('/b', 'rule-2')] } },
        ],
      },
    },
  ]);
});
