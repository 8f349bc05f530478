import { Duration, Size } from 'cdk8s';
import {
  type BusinessUnit,
  type CanaryShare,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  type LoadBalancerProps,
  ManagementLogin,
  MiTenant,
  type NginxProps,
  Route,
  Scaling,
  Tls,
} from '../../../lib';
import { GATEWAY_CONTROLLERS } from '../../../lib/controllers';
import { base, canaryOf, errorOf, type Manifest, newFleet, newUnit, ofKind, refusalOf } from '../../manifests';

const props = { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) };

const fleetOf = (
  routesOf: (tenant: MiTenant) => readonly Route[],
  nginx?: NginxProps,
  { canary, ...props }: Partial<LoadBalancerProps> & { readonly canary?: CanaryShare } = {},
) => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.nginx({ clientAddresses: 'direct', ...nginx }),
    hosts: { '*.example.com': 'retail', 'till.example.com': 'retail', '*': 'retail' },
    tls: { 'shop.example.com': Tls.secret('example-tls'), 'www.example.com': Tls.secret('example-tls') },
    ...props,
  });
  const tenant = new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    canary: canary && canaryOf(canary),
    tls: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
    config: { managementLogin: ManagementLogin.stock() },
  });
  new GatewayIngress(unit, 'routes', { via, routes: routesOf(tenant) });
  return { fleet, unit };
};

function ingressesOf(unit: BusinessUnit): Array<Pick<Manifest, 'spec'> & { name: string; annotations: unknown }> {
  return ofKind(unit, 'Ingress').map(({ metadata, spec }) => {
    const { 'cdk8s-wso2-mi/contact': _, ...annotations } = metadata.annotations ?? {};
    return { name: metadata.name, annotations, spec };
  });
}

const path = (of: string, number: number, name = 'orders', pathType = 'Prefix') => ({
  path: of,
  pathType,
  backend: { service: { name, port: { number } } },
});
const NGINX = 'nginx.ingress.kubernetes.io';
const from = ['10.20.0.0/16'] as const;

test('routes of HTTP share one Ingress: a rule a host, a path a route, a certificate a Secret', () => {
  const { unit } = fleetOf(({ http }) => [
    Route.http('shop.example.com', { path: '/orders', to: http }),
    Route.http('till.example.com', { to: http }),
    Route.http('shop.example.com', { path: '/prices', to: http }),
    Route.http('www.example.com', { to: http }),
  ]);
  expect(ingressesOf(unit)).toEqual([
    {
      name: 'routes-public',
      annotations: {},
      spec: {
        ingressClassName: 'nginx',
        rules: [
          { host: 'shop.example.com', http: { paths: [path('/orders', 8290), path('/prices', 8290)] } },
          { host: 'till.example.com', http: { paths: [path('/', 8290)] } },
          { host: 'www.example.com', http: { paths: [path('/', 8290)] } },
        ],
        tls: [
          { hosts: ['shop.example.com', 'www.example.com'], secretName: 'example-tls' },
          { hosts: ['till.example.com'] },
        ],
      },
    },
  ]);
});

test('a route to the TLS port is spoken to by TLS', () => {
  const { unit } = fleetOf(({ https }) => [Route.http('shop.example.com', { to: https })]);
  expect(ingressesOf(unit)).toEqual([
    {
      name: 'routes-public-https',
      annotations: { 'nginx.ingress.kubernetes.io/backend-protocol': 'HTTPS' },
      spec: {
        ingressClassName: 'nginx',
        rules: [{ host: 'shop.example.com', http: { paths: [path('/', 8253)] } }],
        tls: [{ hosts: ['shop.example.com'], secretName: 'example-tls' }],
      },
    },
  ]);
});

test('passthrough has an Ingress of its own, with no other annotation and no certificate', () => {
  const { unit } = fleetOf((tenant) => [Route.passthrough('till.example.com', tenant)]);
  expect(ingressesOf(unit)).toEqual([
    {
      name: 'routes-public-passthrough',
      annotations: { 'nginx.ingress.kubernetes.io/ssl-passthrough': 'true' },
      spec: {
        ingressClassName: 'nginx',
        rules: [{ host: 'till.example.com', http: { paths: [path('/', 8253)] } }],
      },
    },
  ]);
});

test('the default backend has an Ingress of its own, without rules', () => {
  const { unit } = fleetOf(({ http }) => [Route.defaultBackend(http)]);
  expect(ingressesOf(unit)).toEqual([
    {
      name: 'routes-public-default',
      annotations: {},
      spec: {
        ingressClassName: 'nginx',
        defaultBackend: { service: { name: 'orders', port: { number: 8290 } } },
      },
    },
  ]);
});

test('routes of all kinds stand in Ingresses that do not spoil each other’s annotations', () => {
  const { fleet, unit } = fleetOf((tenant) => [
    Route.passthrough('till.example.com', tenant),
    Route.http('shop.example.com', { to: tenant.http }),
    Route.http('www.example.com', { to: tenant.https }),
    Route.defaultBackend(tenant.http),
  ]);
  expect(errorOf(() => fleet.render())).toBe('');
  expect(ingressesOf(unit).map(({ name }) => name)).toEqual([
    'routes-public',
    'routes-public-https',
    'routes-public-passthrough',
    'routes-public-default',
  ]);
});

describe('a route with settings', () => {
  test('has an Ingress of its own, named after host and path, beside that of the others', () => {
    const { fleet, unit } = fleetOf(({ http }) => [
      Route.http('shop.example.com', { path: '/upload', to: http, maxBody: Size.mebibytes(20) }),
      Route.http('shop.example.com', { path: '/orders', to: http }),
      Route.http('*.example.com', { to: http, sticky: 'cookie' }),
    ]);
    expect(errorOf(() => fleet.render())).toBe('');
    expect(ingressesOf(unit)).toEqual([
      {
        name: 'routes-public',
        annotations: {},
        spec: {
          ingressClassName: 'nginx',
          rules: [{ host: 'shop.example.com', http: { paths: [path('/orders', 8290)] } }],
          tls: [{ hosts: ['shop.example.com'], secretName: 'example-tls' }],
        },
      },
      {
        name: 'routes-public-shop.example.com.upload',
        annotations: { [`${NGINX}/proxy-body-size`]: '20m', [`${NGINX}/proxy-request-buffering`]: 'on' },
        spec: {
          ingressClassName: 'nginx',
          rules: [{ host: 'shop.example.com', http: { paths: [path('/upload', 8290)] } }],
          tls: [{ hosts: ['shop.example.com'], secretName: 'example-tls' }],
        },
      },
      {
        name: 'routes-public-wildcard.example.com',
        annotations: {
          [`${NGINX}/affinity`]: 'cookie',
          [`${NGINX}/session-cookie-name`]: 'retail-orders-8290',
          [`${NGINX}/session-cookie-path`]: '/',
        },
        spec: {
          ingressClassName: 'nginx',
          rules: [{ host: '*.example.com', http: { paths: [path('/', 8290)] } }],
          tls: [{ hosts: ['*.example.com'] }],
        },
      },
    ]);
  });

  test('is rendered the same wherever it stands among the others', () => {
    const routes = ({ http, https }: MiTenant) => [
      Route.http('shop.example.com', { path: '/a', to: http, rateLimit: 5 }),
      Route.http('shop.example.com', { path: '/b', to: https }),
      Route.http('shop.example.com', { path: '/c', to: http, match: 'exact', rateLimit: 5 }),
      Route.http('shop.example.com', { path: '/d', to: http }),
    ];
    const { unit } = fleetOf(routes);
    const { unit: reversed } = fleetOf((tenant) => routes(tenant).reverse());
    expect(ingressesOf(reversed)).toEqual(ingressesOf(unit));
  });

  test('shares one with others if all it says is that its path is exact', () => {
    const { unit } = fleetOf(({ http }) => [
      Route.http('shop.example.com', { path: '/health', match: 'exact', to: http }),
      Route.http('shop.example.com', { to: http }),
    ]);
    expect(ingressesOf(unit)).toMatchObject([
      { spec: { rules: [{ http: { paths: [path('/health', 8290, 'orders', 'Exact'), path('/', 8290)] } }] } },
    ]);
  });

  test('has a name of its own beside one that reads alike', () => {
    const { fleet, unit } = fleetOf(({ http }) => [
      Route.http('shop.example.com', { path: '/v1.2', to: http, rateLimit: 5 }),
      Route.http('shop.example.com', { path: '/V1-2', to: http, rateLimit: 5 }),
      Route.http('shop.example.com', { path: '/v1-2', to: http, rateLimit: 5 }),
    ]);
    expect(errorOf(() => fleet.render())).toBe('');
    expect(new Set(ingressesOf(unit).map(({ name }) => name)).size).toBe(3);
  });
});

describe('management', () => {
  test('has an Ingress of its own for each path, with its ranges', () => {
    const { fleet, unit } = fleetOf(
      ({ management, metrics }) => [
        Route.management('ops.example.org', { to: management, from }),
        Route.management('ops.example.org', { to: metrics, from: ['10.20.0.0/16', '2001:db8::/32'] }),
      ],
      undefined,
      { hosts: { 'ops.example.org': 'retail' }, tls: {} },
    );
    expect(errorOf(() => fleet.render())).toBe('');
    const tls = [{ hosts: ['ops.example.org'] }];
    expect(ingressesOf(unit)).toEqual([
      {
        name: 'routes-public-ops.example.org.management',
        annotations: {
          [`${NGINX}/backend-protocol`]: 'HTTPS',
          [`${NGINX}/whitelist-source-range`]: '10.20.0.0/16',
        },
        spec: {
          ingressClassName: 'nginx',
          rules: [{ host: 'ops.example.org', http: { paths: [path('/management', 9164)] } }],
          tls,
        },
      },
      {
        name: 'routes-public-ops.example.org.metric-service',
        annotations: { [`${NGINX}/whitelist-source-range`]: '10.20.0.0/16,2001:db8::/32' },
        spec: {
          ingressClassName: 'nginx',
          rules: [{ host: 'ops.example.org', http: { paths: [path('/metric-service', 9201)] } }],
          tls,
        },
      },
    ]);
  });
});

describe('certificates of cert-manager', () => {
  const tls = {
    'b.example.com': Tls.clusterIssuer('letsencrypt'),
    'c.example.com': Tls.issuer('own'),
  };
  const routes = ({ http, https }: MiTenant) => [
    Route.http('a.example.com', { to: http }),
    Route.http('b.example.com', { to: http }),
    Route.http('b.example.com', { path: '/tls', to: https }),
    Route.http('b.example.com', { path: '/upload', to: http, maxBody: Size.mebibytes(20) }),
    Route.http('c.example.com', { to: http }),
  ];
  const certificatesOf = (unit: BusinessUnit) =>
    ofKind(unit, 'Certificate').map(({ metadata, spec }) => ({ name: metadata.name, spec }));
  const issued = (host: string, kind: string, name: string) => ({
    name: `${host}-tls`,
    spec: { secretName: `${host}-tls`, dnsNames: [host], issuerRef: { group: 'cert-manager.io', kind, name } },
  });
  const ofB = issued('b.example.com', 'ClusterIssuer', 'letsencrypt');

  test('are one Certificate a host, which no Ingress owns, however many of them show it', () => {
    const { fleet, unit } = fleetOf(routes, undefined, { tls });
    expect(errorOf(() => fleet.render())).toBe('');
    const shown = { hosts: ['b.example.com'], secretName: 'b.example.com-tls' };
    expect(ingressesOf(unit).map(({ name, annotations, spec }) => ({ name, annotations, tls: spec?.tls }))).toEqual([
      {
        name: 'routes-public',
        annotations: {},
        tls: [{ hosts: ['a.example.com'] }, shown, { hosts: ['c.example.com'], secretName: 'c.example.com-tls' }],
      },
      {
        name: 'routes-public-b.example.com.upload',
        annotations: { [`${NGINX}/proxy-body-size`]: '20m', [`${NGINX}/proxy-request-buffering`]: 'on' },
        tls: [shown],
      },
      { name: 'routes-public-https', annotations: { [`${NGINX}/backend-protocol`]: 'HTTPS' }, tls: [shown] },
    ]);
    expect(certificatesOf(unit)).toEqual([ofB, issued('c.example.com', 'Issuer', 'own')]);
  });

  test('stay as they are when a route of the host is taken out', () => {
    const { unit } = fleetOf((tenant) => routes(tenant).filter(({ path }) => path !== '/upload'), undefined, { tls });
    expect(certificatesOf(unit)).toEqual([ofB, issued('c.example.com', 'Issuer', 'own')]);
  });

  test('are one for two controllers that show a host', () => {
    const { fleet, unit } = fleetOf(({ http }) => [Route.http('b.example.com', { to: http })], undefined, { tls });
    const hosts = { 'b.example.com': 'retail' };
    const ofB = { 'b.example.com': tls['b.example.com'] };
    const via = new LoadBalancer(fleet, 'new', { controller: GatewayController.traefik(), hosts, tls: ofB });
    const { http } = new MiTenant(unit, 'prices', props);
    new GatewayIngress(unit, 'more', { via, routes: [Route.http('b.example.com', { to: http })] });
    expect(errorOf(() => fleet.render())).toBe('');
    expect(ofKind(unit, 'Certificate')).toHaveLength(1);
  });
});

describe('a canary', () => {
  const header = {
    [`${NGINX}/canary`]: 'true',
    [`${NGINX}/canary-by-header`]: 'X-Canary',
    [`${NGINX}/canary-by-header-value`]: 'yes',
  };

  test('is an Ingress of the same hosts and paths beside each that its tenant is in, without all else', () => {
    const { fleet, unit } = fleetOf(
      ({ http, unit: retail }) => [
        Route.http('shop.example.com', { to: http }),
        Route.http('shop.example.com', { path: '/prices', to: new MiTenant(retail, 'prices', props).http }),
        Route.http('shop.example.com', { path: '/limited', to: http, rateLimit: 5 }),
        Route.defaultBackend(http),
      ],
      undefined,
      { canary: { by: 'percent', percent: 10 } },
    );
    expect(errorOf(() => fleet.render())).toBe('');
    const annotations = { [`${NGINX}/canary`]: 'true', [`${NGINX}/canary-weight`]: '10' };
    const rule = (at: string) => ({
      host: 'shop.example.com',
      http: { paths: [path(at, 8290, 'orders-canary')] },
    });
    const canaries = ingressesOf(unit).filter(({ name }) => name.includes('canary'));
    expect(ingressesOf(unit).map(({ name }) => name)).toEqual([
      'routes-public',
      'routes-public-canary-orders',
      'routes-public-shop.example.com.limited',
      'routes-public-shop.example.com.limited-canary-orders',
      'routes-public-default',
      'routes-public-default-canary-orders',
    ]);
    expect(canaries.map((one) => one.annotations)).toEqual([annotations, annotations, annotations]);
    expect(canaries.map(({ spec }) => spec)).toEqual([
      { ingressClassName: 'nginx', rules: [rule('/')] },
      { ingressClassName: 'nginx', rules: [rule('/limited')] },
      { ingressClassName: 'nginx', defaultBackend: { service: { name: 'orders-canary', port: { number: 8290 } } } },
    ]);
  });

  test('by a header is told so, and how paths are written', () => {
    const { fleet, unit } = fleetOf(
      ({ https }) => [Route.http('shop.example.com', { path: '/bar', rewriteTo: '/', to: https })],
      { paths: 'regex' },
      { canary: { by: 'header', header: 'X-Canary', value: 'yes' } },
    );
    expect(errorOf(() => fleet.render())).toBe('');
    const [, canary] = ingressesOf(unit);
    expect(canary).toEqual({
      name: 'routes-public-shop.example.com.bar-canary-orders',
      annotations: { ...header, [`${NGINX}/use-regex`]: 'true' },
      spec: {
        ingressClassName: 'nginx',
        rules: [
          {
            host: 'shop.example.com',
            http: { paths: [path('/bar(/|$)(.*)', 8253, 'orders-canary', 'ImplementationSpecific')] },
          },
        ],
      },
    });
  });

  test('shows no management', () => {
    const { unit } = fleetOf(({ metrics }) => [Route.management('ops.example.org', { to: metrics, from })], undefined, {
      hosts: { 'ops.example.org': 'retail' },
      tls: {},
      canary: { by: 'percent', percent: 10 },
    });
    expect(ingressesOf(unit).map(({ name }) => name)).toEqual(['routes-public-ops.example.org.metric-service']);
  });
});

describe('paths as regular expressions', () => {
  test('are so in every Ingress of hosts that are opened, for the sake of one rewrite', () => {
    const { fleet, unit } = fleetOf(
      (tenant) => [
        Route.http('shop.example.com', { to: tenant.http }),
        Route.http('shop.example.com', { path: '/prices', to: tenant.https }),
        Route.http('shop.example.com', { path: '/bar', rewriteTo: '/v1', to: tenant.http }),
        Route.passthrough('till.example.com', tenant),
        Route.defaultBackend(tenant.http),
      ],
      { paths: 'regex' },
    );
    expect(errorOf(() => fleet.render())).toBe('');
    const regex = { [`${NGINX}/use-regex`]: 'true' };
    const written = ingressesOf(unit).map(({ name, annotations, spec }) => ({
      name,
      annotations,
      paths: (spec?.rules as Array<{ http: { paths: Array<{ path: string }> } }> | undefined)?.flatMap(({ http }) =>
        http.paths.map((one) => one.path),
      ),
    }));
    expect(written).toEqual([
      { name: 'routes-public', annotations: regex, paths: ['/'] },
      {
        name: 'routes-public-https',
        annotations: { ...regex, [`${NGINX}/backend-protocol`]: 'HTTPS' },
        paths: ['/prices(/|$)(.*)'],
      },
      {
        name: 'routes-public-shop.example.com.bar',
        annotations: { ...regex, [`${NGINX}/rewrite-target`]: '/v1$1$2' },
        paths: ['/bar(/|$)(.*)'],
      },
      { name: 'routes-public-passthrough', annotations: { [`${NGINX}/ssl-passthrough`]: 'true' }, paths: ['/'] },
      { name: 'routes-public-default', annotations: {}, paths: undefined },
    ]);
  });

  test('fails to rewrite without them', () => {
    const { fleet } = fleetOf(({ http }) => [
      Route.http('shop.example.com', { path: '/bar', rewriteTo: '/', to: http }),
    ]);
    const others = GATEWAY_CONTROLLERS.filter(({ name, cannot }) => name !== 'nginx' && cannot.rewrite === undefined);
    const can = others.length === 0 ? 'no other controller' : others.map(({ name }) => name).join(', ');
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route shop.example.com/bar of gateway "retail/routes" must ask only for what nginx can do, ' +
          'got another path for the tenant; one rewrite makes every path of its host a regular expression; ' +
          `GatewayController.nginx({ paths: "regex" }) writes all as such; ${can} can`,
      ),
    );
  });
});

test('plain HTTP may be answered, on every Ingress whose host is opened', () => {
  const { unit } = fleetOf(
    (tenant) => [
      Route.http('shop.example.com', { to: tenant.http }),
      Route.http('www.example.com', { to: tenant.http, rateLimit: 5 }),
      Route.passthrough('till.example.com', tenant),
      Route.defaultBackend(tenant.http),
    ],
    undefined,
    { plainHttp: 'serve' },
  );
  expect(
    ingressesOf(unit).map(({ annotations }) => (annotations as Record<string, string>)[`${NGINX}/ssl-redirect`]),
  ).toEqual(['false', 'false', undefined, undefined]);
});

describe('the controller', () => {
  test('has every prop in the manifest', () => {
    const everything: Required<NginxProps> = {
      ingressClass: 'nginx-public',
      paths: 'regex',
      clientAddresses: 'direct',
    };
    const { unit } = fleetOf(({ http }) => [Route.http('shop.example.com', { path: '/bar', to: http })], everything);
    expect(ingressesOf(unit)).toMatchObject([
      {
        annotations: { [`${NGINX}/use-regex`]: 'true' },
        spec: { ingressClassName: 'nginx-public', rules: [{ http: { paths: [{ path: '/bar(/|$)(.*)' }] } }] },
      },
    ]);
  });

  test('fails when the name of the class is none', () => {
    expect(errorOf(() => GatewayController.nginx({ ingressClass: 'Nginx Public' }))).toBe(
      'ingressClass of controller "nginx" must name an IngressClass, got "Nginx Public"',
    );
  });

  test('fails when paths are to be what they cannot', () => {
    expect(errorOf(() => GatewayController.nginx({ paths: JSON.parse('"glob"') }))).toBe(
      'paths of controller "nginx" must be plain or regex, got "glob"',
    );
  });

  test.each(['direct', 'proxy-protocol', 'forwarded-headers'] as const)('addresses of clients may arrive %s', (how) => {
    expect(GatewayController.nginx({ clientAddresses: how })).toMatchObject({ seesClients: true });
  });

  test('fails when they are to arrive as they cannot', () => {
    expect(errorOf(() => GatewayController.nginx({ clientAddresses: JSON.parse('"masked"') }))).toBe(
      'clientAddresses of controller "nginx" must be one of direct, proxy-protocol, forwarded-headers, got "masked"',
    );
  });
});

describe('routes that nginx cannot serve', () => {
  test.each<[string, (tenant: MiTenant) => Route, string, NginxProps?]>([
    [
      'the default backend is a TLS port, which nginx would ask in the open',
      ({ https }) => Route.defaultBackend(https),
      'route */ of gateway "retail/routes" must lead to tenant.http as the default backend, got port 8253',
    ],
    [
      'a whole domain is passed through, which nginx looks up by name',
      (tenant) => Route.passthrough('*.example.com', tenant),
      'route *.example.com/ of gateway "retail/routes" must name its host in full, by which alone nginx passes ' +
        'through, got port 8253',
    ],
    [
      'a WebSocket has a timeout, which is the same to nginx as its silence',
      ({ http }) => Route.http('shop.example.com', { to: http, upgrade: 'websocket', timeout: Duration.seconds(5) }),
      'route shop.example.com/ of gateway "retail/routes" must have no timeout beside upgrade, since nginx waits ' +
        'equally long for an answer and for a silent WebSocket, got port 8290',
    ],
    [
      'a path has a character that nginx takes in regular expressions only',
      ({ http }) => Route.http('shop.example.com', { path: '/~x', to: http }),
      'route shop.example.com/~x of gateway "retail/routes" must have no "~", ":", "@" and "%20" in its path, ' +
        'which nginx takes in a regular expression only (paths: "regex"), got port 8290',
    ],
    [
      'a path that a tenant is to see has an encoded letter',
      ({ http }) => Route.http('shop.example.com', { rewriteTo: '/a%20b', to: http }),
      'route shop.example.com/ of gateway "retail/routes" must have no "%20" in rewriteTo, since nginx would encode it ' +
        'once more, got port 8290',
      { paths: 'regex' },
    ],
  ])('fails when %s', (_, routeOf, sentence, props = {}) => {
    const { fleet } = fleetOf((tenant) => [routeOf(tenant)], props);
    expect(errorOf(() => fleet.render())).toBe(refusalOf(`${sentence} on load balancer "public" (nginx)`));
  });

  test.each(['/~x', '/v1/orders:cancel', '/@x', '/a%20b'] as const)('a regular expression may have %s', (path) => {
    const routes = ({ http }: MiTenant) => [Route.http('shop.example.com', { path, to: http })];
    expect(errorOf(() => fleetOf(routes, { paths: 'regex' }).fleet.render())).toBe('');
  });
});
