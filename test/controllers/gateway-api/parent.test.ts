import { GatewayIngress, Route, Tls } from '../../../lib';
import { errorOf, manifestsOf, ofKind, refusalOf, theOne } from '../../manifests';
import { gatewayFleet, keystore, specsOf, tenantOf } from './fleets';

const REDIRECT = [{ filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] }];

test('the Gateway and its redirect stand in the platform’s file, in the namespace of the Gateway', () => {
  const { via } = gatewayFleet({ 'shop.example.com': 'retail' });
  expect(manifestsOf(via).map(({ apiVersion, kind, metadata }) => ({ apiVersion, kind, metadata }))).toEqual([
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { namespace: 'edge', name: 'public', labels: { 'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi' } },
    },
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: {
        namespace: 'edge',
        name: 'public-redirect',
        labels: { 'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi' },
      },
    },
  ]);
  expect(theOne(via, 'HTTPRoute').spec).toEqual({
    parentRefs: [{ namespace: 'edge', name: 'public', sectionName: 'http' }],
    rules: REDIRECT,
  });
});

test('where plain HTTP is answered, nothing is redirected', () => {
  const { via } = gatewayFleet({ 'shop.example.com': 'retail' }, { plainHttp: 'serve' });
  expect(manifestsOf(via).map(({ kind }) => kind)).toEqual(['Gateway']);
});

test('cert-manager makes a certificate for each host that asks for one, and no other', () => {
  const { via } = gatewayFleet(
    { 'shop.example.com': 'retail', '*.example.com': 'retail', 'own.example.com': 'retail' },
    {
      tls: {
        'shop.example.com': Tls.clusterIssuer('letsencrypt'),
        '*.example.com': Tls.issuer('internal'),
        'own.example.com': Tls.secret('own-tls'),
      },
    },
  );
  const issuerRef = (kind: string, name: string) => ({ group: 'cert-manager.io', kind, name });
  expect(ofKind(via, 'Certificate')).toEqual([
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: {
        namespace: 'edge',
        name: 'shop.example.com-tls',
        labels: { 'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi' },
      },
      spec: {
        secretName: 'shop.example.com-tls',
        dnsNames: ['shop.example.com'],
        issuerRef: issuerRef('ClusterIssuer', 'letsencrypt'),
      },
    },
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: {
        namespace: 'edge',
        name: 'wildcard.example.com-tls',
        labels: { 'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi' },
      },
      spec: {
        secretName: 'wildcard.example.com-tls',
        dnsNames: ['*.example.com'],
        issuerRef: issuerRef('Issuer', 'internal'),
      },
    },
  ]);
});

test('a route attaches to the listener of its host, or of the wildcard over it', () => {
  const { fleet, unit, via } = gatewayFleet({ 'shop.example.com': 'retail', '*.example.com': 'retail' });
  const { http } = tenantOf(unit, 'orders');
  const routes = [Route.http('shop.example.com', { to: http }), Route.http('www.example.com', { to: http })];
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(errorOf(() => fleet.render())).toBe('');
  const parent = { namespace: 'edge', name: 'public' };
  expect(ofKind(unit, 'HTTPRoute').map(({ spec }) => [spec?.hostnames, spec?.parentRefs])).toEqual([
    [['shop.example.com'], [{ ...parent, sectionName: 'https.shop.example.com' }]],
    [['www.example.com'], [{ ...parent, sectionName: 'https-wildcard.example.com' }]],
  ]);
});

test('where plain HTTP is answered, a route attaches to both listeners, or to the one that there is', () => {
  const { fleet, unit, via } = gatewayFleet(
    { 'shop.example.com': 'retail', 'www.example.com': 'retail' },
    { plainHttp: 'serve', tls: { 'shop.example.com': Tls.secret('shop-tls') } },
  );
  const { http } = tenantOf(unit, 'orders');
  const routes = [Route.http('shop.example.com', { to: http }), Route.http('www.example.com', { to: http })];
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(errorOf(() => fleet.render())).toBe('');
  const parent = { namespace: 'edge', name: 'public' };
  expect(ofKind(unit, 'HTTPRoute').map(({ spec }) => spec?.parentRefs)).toEqual([
    [
      { ...parent, sectionName: 'https.shop.example.com' },
      { ...parent, sectionName: 'http.shop.example.com' },
    ],
    [{ ...parent, sectionName: 'http.www.example.com' }],
  ]);
});

describe('an existing Gateway', () => {
  const existing = { existing: 'platform', namespace: 'infra', httpPort: 8000, httpsPort: 8443 };
  const parent = { namespace: 'infra', name: 'platform' };
  const routesOn = (plainHttp: 'redirect' | 'serve') => {
    const hosts = { 'shop.example.com': 'retail', 'till.example.com': 'retail', '*': 'retail' } as const;
    const { fleet, unit, via } = gatewayFleet(hosts, { plainHttp }, existing);
    const orders = tenantOf(unit, 'orders', { tls: keystore() });
    const routes = [
      Route.http('shop.example.com', { to: orders.http }),
      Route.passthrough('till.example.com', orders),
      Route.defaultBackend(orders.http),
    ];
    new GatewayIngress(unit, 'routes', { via, routes });
    expect(errorOf(() => fleet.render())).toBe('');
    return { unit, via };
  };

  test('is not rendered; routes find its listeners by port, and each host is redirected by its unit', () => {
    const { unit, via } = routesOn('redirect');
    expect(manifestsOf(via)).toEqual([]);
    const all = [...specsOf(unit, 'HTTPRoute'), ...specsOf(unit, 'TLSRoute')];
    expect(all.map(({ name, spec }) => [name, spec?.parentRefs])).toEqual([
      ['routes-public.shop.example.com', [{ ...parent, port: 8443 }]],
      ['routes-public-redirect.shop.example.com', [{ ...parent, port: 8000 }]],
      ['routes-public-default', [{ ...parent, port: 8443 }]],
      ['routes-public.till.example.com', [{ ...parent, port: 8443 }]],
    ]);
    expect(specsOf(unit, 'HTTPRoute')[1]?.spec).toEqual({
      parentRefs: [{ ...parent, port: 8000 }],
      hostnames: ['shop.example.com'],
      rules: REDIRECT,
    });
  });

  test('answers plain HTTP where it is asked to', () => {
    const { unit } = routesOn('serve');
    const both = [
      { ...parent, port: 8443 },
      { ...parent, port: 8000 },
    ];
    const all = [...specsOf(unit, 'HTTPRoute'), ...specsOf(unit, 'TLSRoute')];
    expect(all.map(({ name, spec }) => [name, spec?.parentRefs])).toEqual([
      ['routes-public.shop.example.com', both],
      ['routes-public-default', both],
      ['routes-public.till.example.com', [{ ...parent, port: 8443 }]],
    ]);
  });
});

describe('refusals', () => {
  const LISTENERS =
    'hosts of load balancer "public" must make 1 to 64 listeners of a Gateway, got %s; ' +
    'a wildcard such as *.example.com is one for many hosts, or share them between load balancers';
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`h${at}.example.com`, 'retail']));

  test('a Gateway takes 64 listeners', () => {
    expect(errorOf(() => gatewayFleet(many(63)).fleet.render())).toBe('');
  });

  test('fails when the hosts make more', () => {
    expect(errorOf(() => gatewayFleet(many(64)).fleet.render())).toBe(refusalOf(LISTENERS.replace('%s', '65')));
  });

  test('fails when they make none', () => {
    const { fleet } = gatewayFleet({}, { plainHttp: 'serve' });
    expect(errorOf(() => fleet.render())).toBe(refusalOf(LISTENERS.replace('%s', '0')));
  });

  test('fails when a host leaves no room for the name of its listener', () => {
    const host = `${'a'.repeat(240)}.example.com` as const;
    expect(errorOf(() => gatewayFleet({ [host]: 'retail' }).fleet.render())).toBe(
      refusalOf(`hosts of load balancer "public" must leave room for the name of a listener, got "${host}"`),
    );
  });
});
