import { Construct } from 'constructs';
import {
  BusinessUnit,
  type Controller,
  GatewayController,
  GatewayIngress,
  type GatewayIngressProps,
  Keystore,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
  Tls,
  UnitNamespace,
  type UnitRoutes,
} from '../../lib';
import { base, canaryOf, errorOf, manifestsOf, newFleet, newUnit, ofKind, refusalOf } from '../manifests';

const props = { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) };
const tls = Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' });

function edgeOf(scope: Construct, id = 'public', owner = 'retail'): LoadBalancer {
  const hosts = { 'shop.example.com': owner, 'prices.example.com': owner };
  return new LoadBalancer(scope, id, { controller: GatewayController.nginx({ ingressClass: id }), hosts });
}

test('every prop reaches the manifest', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const { http } = new MiTenant(unit, 'orders', props);
  const old = edgeOf(fleet, 'old');
  const everything: Required<GatewayIngressProps> = {
    via: [old, edgeOf(fleet, 'new')],
    dns: old,
    routes: [
      Route.http('shop.example.com', { path: '/orders', to: http }),
      Route.http('prices.example.com', { to: http }),
    ],
  };
  new GatewayIngress(unit, 'routes', everything);
  const rule = (host: string, path: string) => ({ host, http: { paths: [expect.objectContaining({ path })] } });
  const spec = { rules: [rule('shop.example.com', '/orders'), rule('prices.example.com', '/')] };
  expect(errorOf(() => fleet.render())).toBe('');
  expect(ofKind(unit, 'Ingress')).toMatchObject([
    { metadata: { name: 'routes-old' }, spec },
    { metadata: { name: 'routes-new' }, spec },
  ]);
});

test('external-dns, old and new, makes records of one load balancer and leaves the other alone', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const [old, next] = [edgeOf(fleet, 'old'), edgeOf(fleet, 'new')];
  const routes = [Route.http('shop.example.com', { to: new MiTenant(unit, 'orders', props).http })];
  new GatewayIngress(unit, 'routes', { via: [old, next], dns: next, routes });
  const contact = { 'cdk8s-wso2-mi/contact': 'integration@example.com' };
  expect(ofKind(unit, 'Ingress').map(({ metadata }) => [metadata.name, metadata.annotations])).toEqual([
    [
      'routes-old',
      {
        ...contact,
        'external-dns.alpha.kubernetes.io/controller': 'none',
        'external-dns.kubernetes.io/controller': 'none',
      },
    ],
    ['routes-new', contact],
  ]);
});

test('an Ingress says whose it is and whom to call', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const routes = [Route.http('shop.example.com', { to: new MiTenant(unit, 'orders', props).http })];
  new GatewayIngress(unit, 'routes', { via: edgeOf(fleet), routes });
  expect(ofKind(unit, 'Ingress').map(({ metadata }) => metadata)).toEqual([
    {
      name: 'routes-public',
      namespace: 'retail',
      labels: {
        'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
        'app.kubernetes.io/part-of': 'retail',
        'cdk8s-wso2-mi/unit': 'retail',
      },
      annotations: { 'cdk8s-wso2-mi/contact': 'integration@example.com' },
    },
  ]);
});

test('in a namespace that units share, the Ingress and its backend carry the unit', () => {
  const fleet = newFleet();
  const unit = new BusinessUnit(fleet, 'retail', { contact: 'x', namespace: UnitNamespace.existing('shared') });
  const routes = [Route.http('shop.example.com', { to: new MiTenant(unit, 'orders', props).http })];
  new GatewayIngress(unit, 'routes', { via: edgeOf(fleet), routes });
  expect(ofKind(unit, 'Ingress')).toMatchObject([
    {
      metadata: { name: 'retail-routes-public', namespace: 'shared' },
      spec: { rules: [{ http: { paths: [{ backend: { service: { name: 'retail-orders' } } }] } }] },
    },
  ]);
});

test('nothing changes when a gateway is wrapped in another construct', () => {
  const rendered = (wrap: (unit: BusinessUnit) => Construct) => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const routes = [Route.http('shop.example.com', { to: new MiTenant(unit, 'orders', props).http })];
    new GatewayIngress(wrap(unit), 'routes', { via: edgeOf(fleet), routes });
    return manifestsOf(unit);
  };
  expect(rendered((unit) => new Construct(unit, 'wrapper'))).toEqual(rendered((unit) => unit));
});

test('a gateway tells its unit, its routes and the load balancers that they lead through', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const via = edgeOf(fleet);
  const routes = [Route.http('shop.example.com', { to: new MiTenant(unit, 'orders', props).http })];
  const gateway = new GatewayIngress(unit, 'routes', { via, routes });
  expect([gateway.unit === unit, gateway.routes, gateway.loadBalancers]).toEqual([true, routes, [via]]);
  expect([gateway, via].map(GatewayIngress.isGatewayIngress)).toEqual([true, false]);
});

test('a controller sees what is refused for no other reason, and all about it', () => {
  const seen: UnitRoutes[] = [];
  const controller: Controller = {
    name: 'deaf',
    cannot: { sticky: 'it forgets', crossUnit: 'it stays at home' },
    refuses: ({ path }) => (path === '/no' ? 'not be /no' : undefined),
    seesClients: true,
    paths: 'literal' as const,
    serversOf: () => ['the tests’ own'],
    renderShared: () => undefined,
    render: (gateway) => seen.push(gateway),
  };
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const via = new LoadBalancer(fleet, 'public', {
    controller,
    hosts: { 'shop.example.com': 'retail' },
    tls: { 'shop.example.com': Tls.secret('shop-tls') },
  });
  const tenant = new MiTenant(unit, 'orders', props);
  const stranger = new MiTenant(newUnit(fleet, 'finance'), 'prices', props);
  const rendered = Route.http('shop.example.com', { to: tenant.http });
  const routes = [
    rendered,
    Route.http('shop.example.com', { path: '/sticky', to: tenant.http, sticky: 'cookie' }),
    Route.http('shop.example.com', { path: '/no', to: tenant.http }),
    Route.http('shop.example.com', { path: '/strange', to: stranger.http }),
    Route.passthrough('shop.example.com', tenant),
  ];
  const { node } = new GatewayIngress(unit, 'routes', { via, routes });
  const [gateway, ...more] = seen;
  expect(more).toEqual([]);
  if (gateway === undefined) {
    throw new Error('expected a gateway');
  }
  const { scope, tls: tlsOf, edge, ...facts } = gateway;
  expect(facts).toEqual({
    name: 'routes-public',
    namespace: 'retail',
    annotations: { 'cdk8s-wso2-mi/contact': 'integration@example.com' },
    routes: [rendered],
  });
  expect([scope.node.path, tlsOf('shop.example.com'), edge]).toEqual([
    `${node.path}/public`,
    Tls.secret('shop-tls'),
    via.edge,
  ]);
});

describe('refusals', () => {
  test('fails when a route leads to a tenant of another unit', () => {
    const fleet = newFleet();
    const prices = new MiTenant(newUnit(fleet, 'finance'), 'prices', props);
    const routes = [Route.http('prices.example.com', { to: prices.http })];
    new GatewayIngress(newUnit(fleet), 'routes', { via: edgeOf(fleet), routes });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route prices.example.com/ of gateway "retail/routes" must lead to a tenant of its own unit "retail", ' +
          'got "finance/prices"; ' +
          'an Ingress cannot reach into another namespace; declare the route in the unit of the tenant',
      ),
    );
  });

  test('fails when passthrough leads to a tenant without a certificate of its own', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const routes = [Route.passthrough('shop.example.com', new MiTenant(unit, 'orders', props))];
    new GatewayIngress(unit, 'routes', { via: edgeOf(fleet), routes });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route shop.example.com/ of gateway "retail/routes" must lead to a tenant with a certificate of its own, ' +
          'got "retail/orders"; ' +
          'give it tls: Keystore.fromSecret(…); the image’s own is for CN=localhost and self-signed',
      ),
    );
  });

  test('fails when passthrough leads to a tenant with a canary, which no request of it could be sent to', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const tenant = new MiTenant(unit, 'orders', { ...props, tls, canary: canaryOf({ by: 'percent', percent: 10 }) });
    const routes = [Route.passthrough('shop.example.com', tenant)];
    new GatewayIngress(unit, 'routes', { via: edgeOf(fleet), routes });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route shop.example.com/ of gateway "retail/routes" must lead to a tenant without a canary, ' +
          'got "retail/orders"; no request of a connection that is passed through can be told from another; ' +
          'take Route.http to tenant.https',
      ),
    );
  });

  test('passthrough may lead to a tenant with a certificate', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const routes = [Route.passthrough('shop.example.com', new MiTenant(unit, 'orders', { ...props, tls }))];
    new GatewayIngress(unit, 'routes', { via: edgeOf(fleet), routes });
    expect(errorOf(() => fleet.render())).toBe('');
  });

  test('fails when there is no route, or nothing to route through', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    expect(errorOf(() => new GatewayIngress(unit, 'empty', { via: edgeOf(fleet), routes: [] }))).toBe(
      'routes of gateway "retail/empty" must have at least one entry, got none',
    );
    const routes = [Route.http('shop.example.com', { to: new MiTenant(unit, 'orders', props).http })];
    expect(errorOf(() => new GatewayIngress(unit, 'nowhere', { via: [], routes }))).toBe(
      'via of gateway "retail/nowhere" must have at least one entry, got none',
    );
  });

  test('fails when the records are to be of a load balancer that the routes do not lead through', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const [via, dns] = [edgeOf(fleet, 'old'), edgeOf(fleet, 'new')];
    const routes = [Route.http('shop.example.com', { to: new MiTenant(unit, 'orders', props).http })];
    expect(errorOf(() => new GatewayIngress(unit, 'routes', { via, dns, routes }))).toBe(
      'dns of gateway "retail/routes" must be one of via, got "new"',
    );
  });

  test('fails when the routes lead twice through the same load balancer', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const edge = edgeOf(fleet);
    const routes = [Route.http('shop.example.com', { to: new MiTenant(unit, 'orders', props).http })];
    expect(errorOf(() => new GatewayIngress(unit, 'routes', { via: [edge, edge], routes }))).toBe(
      'via of gateway "retail/routes" must name a load balancer once, got one twice',
    );
  });

  test('fails when the load balancer is of another fleet, which nobody would ask about the hosts', () => {
    const unit = newUnit();
    const routes = [Route.http('shop.example.com', { to: new MiTenant(unit, 'orders', props).http })];
    expect(errorOf(() => new GatewayIngress(unit, 'routes', { via: edgeOf(newFleet()), routes }))).toBe(
      'via of gateway "retail/routes" must name load balancers of its own fleet, got "public" of another; ' +
        'the book of hosts is checked with its fleet',
    );
  });

  test('all that is wrong with several gateways is reported at once', () => {
    const fleet = newFleet();
    const edge = edgeOf(fleet, 'public', 'finance');
    const finance = newUnit(fleet, 'finance');
    const unit = newUnit(fleet);
    const orders = new MiTenant(unit, 'orders', props);
    new GatewayIngress(unit, 'routes', { via: edge, routes: [Route.http('shop.example.com', { to: orders.http })] });
    new GatewayIngress(finance, 'routes', { via: edge, routes: [Route.passthrough('prices.example.com', orders)] });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route shop.example.com/ of gateway "retail/routes" must be of unit "finance", whose it is on load balancer ' +
          '"public", got "retail"; take another host or path, or change the host book',
        'route prices.example.com/ of gateway "finance/routes" must lead to a tenant of its own unit "finance", ' +
          'got "retail/orders"; ' +
          'an Ingress cannot reach into another namespace; declare the route in the unit of the tenant',
        'route prices.example.com/ of gateway "finance/routes" must lead to a tenant with a certificate of its own, ' +
          'got "retail/orders"; ' +
          'give it tls: Keystore.fromSecret(…); the image’s own is for CN=localhost and self-signed',
      ),
    );
  });
});

test.each([
  ['gateway-api', GatewayController.gatewayApi({ namespace: 'infra', gatewayClass: 'any', defaultCertificate: 'all' })],
  ['nginx', GatewayController.nginx()],
])('fails on %s for a tenant of another fleet', (_, controller) => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const via = new LoadBalancer(fleet, 'public', { controller, hosts: { 'shop.example.com': 'retail' } });
  const stranger = new MiTenant(newUnit(newFleet(), 'clinic'), 'orders', props);
  new GatewayIngress(unit, 'routes', { via, routes: [Route.http('shop.example.com', { to: stranger.http })] });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'route shop.example.com/ of gateway "retail/routes" must lead to a tenant of its own fleet, ' +
        'got "clinic/orders"; what another fleet renders may be elsewhere, and nothing would let the route reach it',
    ),
  );
});

test.each([
  [
    'a route for a few',
    ({ http }: MiTenant) => Route.http('shop.example.com', { to: http, from: ['10.0.0.0/8'] }),
    8290,
  ],
  [
    'the Management API',
    ({ metrics }: MiTenant) => Route.management('shop.example.com', { to: metrics, from: ['10.0.0.0/8'] }),
    9201,
  ],
] as const)('%s is refused where nobody says how the addresses of clients arrive', (_, routeOf, port) => {
  const said = (controller: Controller) => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const via = new LoadBalancer(fleet, 'public', { controller, hosts: { 'shop.example.com': 'retail' } });
    new GatewayIngress(unit, 'routes', { via, routes: [routeOf(new MiTenant(unit, 'orders', props))] });
    return errorOf(() => fleet.render());
  };
  const path = port === 9201 ? '/metric-service' : '/';
  for (const [controller, known] of [
    [GatewayController.nginx(), GatewayController.nginx({ clientAddresses: 'direct' })],
    [GatewayController.traefik(), GatewayController.traefik({ proxies: 0 })],
  ] as const) {
    expect(said(controller)).toBe(
      refusalOf(
        `route shop.example.com${path} of gateway "retail/routes" must be on a load balancer that knows who asks, got port ` +
          `${port} on load balancer "public" (${controller.name}); say how the addresses of clients reach it, ` +
          'GatewayController.nginx({ clientAddresses }) or GatewayController.traefik({ proxies }); one that sees ' +
          'addresses of nodes would let in everybody',
      ),
    );
    expect(said(known)).toBe('');
  }
});
