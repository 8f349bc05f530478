import { Construct } from 'constructs';
import {
  BusinessUnit,
  type Controller,
  type Fleet,
  GatewayController,
  type GatewayFeature,
  GatewayIngress,
  type Host,
  type HostBook,
  Keystore,
  LoadBalancer,
  type LoadBalancerProps,
  ManagementLogin,
  MiTenant,
  type Path,
  Route,
  Scaling,
  Tls,
} from '../../lib';
import { GATEWAY_CONTROLLERS } from '../../lib/controllers';
import { base, errorOf, newFleet, newUnit, refusalOf } from '../manifests';

const controller = GatewayController.nginx({ clientAddresses: 'direct' });

const ANYTHING: Controller = {
  name: 'anything',
  cannot: {},
  refuses: () => undefined,
  seesClients: true,
  paths: 'literal' as const,
  serversOf: () => ['the tests’ own'],
  renderShared: () => undefined,
  render: () => undefined,
};

function book(fleet: Fleet, hosts: HostBook, id = 'public'): LoadBalancer {
  return new LoadBalancer(fleet, id, { controller, hosts });
}

function tenantOf(unit: BusinessUnit, id = 'orders'): MiTenant<'app'> {
  return new MiTenant(unit, id, {
    image: base.withApp(id, '1.0.0'),
    scaling: Scaling.fixed(2),
    tls: Keystore.fromSecret('keystore', { file: 'orders.jks', password: 'password' }),
    config: { managementLogin: ManagementLogin.stock() },
  });
}

/** A unit with one tenant, and one gateway of one route for each host and path. */
function unitWithRoutes(fleet: Fleet, id: string, via: LoadBalancer, ...routes: Array<readonly [Host, Path]>): void {
  const unit = newUnit(fleet, id);
  const { http } = tenantOf(unit);
  const ways = routes.map(([host, path]) => Route.http(host, { path, to: http }));
  new GatewayIngress(unit, 'routes', { via, routes: ways });
}

describe('the host book', () => {
  test('units share a host by paths; the longest path that fits decides whose it is', () => {
    const fleet = newFleet();
    const edge = book(fleet, { 'wso2.com': { '/': 'platform', '/bar': 'retail', '/bar/lab': 'clinic' } });
    unitWithRoutes(fleet, 'platform', edge, ['wso2.com', '/'], ['wso2.com', '/barn']);
    unitWithRoutes(fleet, 'retail', edge, ['wso2.com', '/bar'], ['wso2.com', '/bar/prices']);
    unitWithRoutes(fleet, 'clinic', edge, ['wso2.com', '/bar/lab/results']);
    expect(errorOf(() => fleet.render())).toBe('');
  });

  test('fails when a route is of a host of another unit', () => {
    const fleet = newFleet();
    const edge = book(fleet, { 'shop.example.com': 'retail', 'clinic.example.com': 'clinic' });
    newUnit(fleet, 'clinic');
    unitWithRoutes(fleet, 'retail', edge, ['clinic.example.com', '/']);
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route clinic.example.com/ of gateway "retail/routes" must be of unit "clinic", whose it is on ' +
          'load balancer "public", got "retail"; take another host or path, or change the host book',
      ),
    );
  });

  test('fails when a route is of a path of another unit', () => {
    const fleet = newFleet();
    const edge = book(fleet, { 'wso2.com': { '/': 'platform', '/bar': 'retail' } });
    newUnit(fleet, 'retail');
    unitWithRoutes(fleet, 'platform', edge, ['wso2.com', '/bar/prices']);
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route wso2.com/bar/prices of gateway "platform/routes" must be of unit "retail", whose it is on ' +
          'load balancer "public", got "platform"; take another host or path, or change the host book',
      ),
    );
  });

  test.each([
    ['a host', 'other.example.com', '/'],
    ['a path', 'wso2.com', '/foo'],
  ] as const)('fails when a route is of %s that is not in the book', (_, host, path) => {
    const fleet = newFleet();
    const edge = book(fleet, { 'wso2.com': { '/bar': 'retail' } });
    unitWithRoutes(fleet, 'retail', edge, [host, path]);
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        `route ${host}${path} of gateway "retail/routes" must be in the host book of load balancer "public", ` +
          'got no entry for it; add it to hosts, with "retail" as its owner',
      ),
    );
  });

  test('fails when nobody may take the requests that no route takes, and somebody does', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const via = book(fleet, { 'wso2.com': 'retail' });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.defaultBackend(tenantOf(unit).http)] });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route */ of gateway "retail/routes" must be in the host book of load balancer "public", got no entry for it; add it to hosts, with "retail" as its owner',
      ),
    );
  });

  test('fails when the book names units that do not exist', () => {
    const fleet = newFleet();
    newUnit(fleet, 'retail');
    book(fleet, { 'wso2.com': { '/': 'retail', '/bar': 'retial' }, '*': 'platform' });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'hosts["wso2.com"] of load balancer "public" must name a business unit of this fleet, got "retial"',
        'hosts["*"] of load balancer "public" must name a business unit of this fleet, got "platform"',
      ),
    );
  });

  test('fails when a certificate is for a host that is not in the book', () => {
    const fleet = newFleet();
    newUnit(fleet, 'retail');
    new LoadBalancer(fleet, 'public', {
      controller,
      hosts: { 'wso2.com': 'retail' },
      tls: { 'www.wso2.com': Tls.secret('wso2-com-tls') },
    });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf('tls of load balancer "public" must be for hosts of the book, got "www.wso2.com"'),
    );
  });

  test('a unit under a plain construct is known to the book', () => {
    const fleet = newFleet();
    const unit = new BusinessUnit(new Construct(fleet, 'europe'), 'retail', { contact: 'x' });
    const routes = [Route.http('wso2.com', { to: tenantOf(unit).http })];
    new GatewayIngress(unit, 'routes', { via: book(fleet, { 'wso2.com': 'retail' }), routes });
    expect(errorOf(() => fleet.render())).toBe('');
  });

  test('fails when connections of a host are passed through that is split by paths, even if all is of one unit', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const via = book(fleet, { 'wso2.com': { '/': 'retail' } });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.passthrough('wso2.com', tenantOf(unit))] });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route wso2.com/ of gateway "retail/routes" must have the whole host on load balancer "public", ' +
          'got a host that is split by paths; ' +
          'passthrough hands on whole connections, and the load balancer sees nothing of them',
      ),
    );
  });

  test('fails when a certificate is for a host whose connections are passed through', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const via = new LoadBalancer(fleet, 'public', {
      controller,
      hosts: { 'wso2.com': 'retail', 'www.wso2.com': 'retail' },
      tls: { 'wso2.com': Tls.secret('wso2-com-tls'), 'www.wso2.com': Tls.secret('wso2-com-tls') },
    });
    const tenant = tenantOf(unit);
    const routes = [Route.passthrough('wso2.com', tenant), Route.http('www.wso2.com', { to: tenant.http })];
    new GatewayIngress(unit, 'routes', { via, routes });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'tls of load balancer "public" must be for hosts whose TLS ends here, got "wso2.com"; ' +
          'passthrough hands on whole connections, and the load balancer sees nothing of them',
      ),
    );
  });
});

describe('the same host and path twice', () => {
  test('fails in one unit', () => {
    const fleet = newFleet();
    const edge = book(fleet, { 'wso2.com': 'retail' });
    unitWithRoutes(fleet, 'retail', edge, ['wso2.com', '/bar'], ['wso2.com', '/bar']);
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route wso2.com/bar of gateway "retail/routes" must stand once on load balancer "public", ' +
          'got it again after "retail/routes"; take one of the two away, or give it a host or a path of its own',
      ),
    );
  });

  test('fails across units, beside the word about whose it is', () => {
    const fleet = newFleet();
    const edge = book(fleet, { 'wso2.com': 'retail' });
    unitWithRoutes(fleet, 'retail', edge, ['wso2.com', '/bar']);
    unitWithRoutes(fleet, 'clinic', edge, ['wso2.com', '/bar']);
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route wso2.com/bar of gateway "clinic/routes" must be of unit "retail", whose it is on load balancer ' +
          '"public", got "clinic"; take another host or path, or change the host book',
        'route wso2.com/bar of gateway "clinic/routes" must stand once on load balancer "public", ' +
          'got it again after "retail/routes"; take one of the two away, or give it a host or a path of its own',
      ),
    );
  });

  test('fails for two default backends', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const via = book(fleet, { '*': 'retail' });
    const { http } = tenantOf(unit);
    new GatewayIngress(unit, 'routes', { via, routes: [Route.defaultBackend(http)] });
    new GatewayIngress(unit, 'more', { via, routes: [Route.defaultBackend(http)] });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route */ of gateway "retail/more" must stand once on load balancer "public", got it again after "retail/routes"; ' +
          'take one of the two away, or give it a host or a path of its own',
      ),
    );
  });

  test('fails for a path of a host whose connections are passed through', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const via = book(fleet, { 'wso2.com': 'retail' });
    const tenant = tenantOf(unit);
    const routes = [Route.passthrough('wso2.com', tenant), Route.http('wso2.com', { path: '/bar', to: tenant.http })];
    new GatewayIngress(unit, 'routes', { via, routes });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route wso2.com/bar of gateway "retail/routes" must stand once on load balancer "public", ' +
          'got it again after "retail/routes"; ' +
          'passthrough hands on whole connections, and the load balancer sees nothing of them',
      ),
    );
  });

  test('is allowed on two load balancers, so that a unit can move from one to the other', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const hosts: HostBook = { 'wso2.com': 'retail' };
    const next = GatewayController.nginx({ ingressClass: 'next' });
    const via = [book(fleet, hosts, 'old'), new LoadBalancer(fleet, 'new', { controller: next, hosts })];
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http('wso2.com', { to: tenantOf(unit).http })] });
    expect(errorOf(() => fleet.render())).toBe('');
  });
});

describe('a whole domain', () => {
  const domain: HostBook = { '*.wso2.com': 'clinic', 'retail.wso2.com': { '/bar': 'retail' } };

  test('is its unit’s, with every host that has no entry of its own', () => {
    const fleet = newFleet();
    const edge = book(fleet, domain);
    unitWithRoutes(fleet, 'clinic', edge, ['*.wso2.com', '/'], ['lab.wso2.com', '/results']);
    unitWithRoutes(fleet, 'retail', edge, ['retail.wso2.com', '/bar']);
    expect(errorOf(() => fleet.render())).toBe('');
  });

  test.each([
    ['retail.wso2.com', '/foo', 'a path of a host that has an entry'],
    ['wso2.com', '/', 'the domain itself'],
    ['a.lab.wso2.com', '/', 'a host two labels below'],
    ['*.lab.wso2.com', '/', 'a domain below'],
  ] as const)('fails for %s%s: %s', (host, path, _) => {
    const fleet = newFleet();
    newUnit(fleet, 'retail');
    unitWithRoutes(fleet, 'clinic', book(fleet, domain), [host, path]);
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        `route ${host}${path} of gateway "clinic/routes" must be in the host book of load balancer "public", ` +
          'got no entry for it; add it to hosts, with "clinic" as its owner',
      ),
    );
  });

  test('fails for a host that another unit has an entry for', () => {
    const fleet = newFleet();
    newUnit(fleet, 'retail');
    unitWithRoutes(fleet, 'clinic', book(fleet, domain), ['retail.wso2.com', '/bar/x']);
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route retail.wso2.com/bar/x of gateway "clinic/routes" must be of unit "retail", whose it is on ' +
          'load balancer "public", got "clinic"; take another host or path, or change the host book',
      ),
    );
  });

  test('is not that of requests which no route takes', () => {
    const fleet = newFleet();
    const edge = book(fleet, { '*': 'clinic' });
    unitWithRoutes(fleet, 'clinic', edge, ['wso2.com', '/']);
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route wso2.com/ of gateway "clinic/routes" must be in the host book of load balancer "public", ' +
          'got no entry for it; add it to hosts, with "clinic" as its owner',
      ),
    );
  });

  test('may have the certificate of one of its hosts said', () => {
    const fleet = newFleet();
    const tls = { 'lab.wso2.com': Tls.secret('lab-tls') };
    const edge = new LoadBalancer(fleet, 'public', { controller, hosts: { '*.wso2.com': 'clinic' }, tls });
    unitWithRoutes(fleet, 'clinic', edge, ['lab.wso2.com', '/']);
    expect(errorOf(() => fleet.render())).toBe('');
  });

  test.each([
    ['a connection of one of its hosts is passed through', 'lab.wso2.com'],
    ['one of its hosts is opened while the others are passed through', '*.wso2.com'],
  ] as const)('fails when %s, and the book does not say so', (_, passed) => {
    const fleet = newFleet();
    const unit = newUnit(fleet, 'clinic');
    // A controller that passes whole domains through, which nginx does not.
    const via = new LoadBalancer(fleet, 'public', { controller: ANYTHING, hosts: { '*.wso2.com': 'clinic' } });
    const tenant = tenantOf(unit);
    const opened = passed === '*.wso2.com' ? [Route.http('lab.wso2.com', { to: tenant.http })] : [];
    new GatewayIngress(unit, 'routes', { via, routes: [Route.passthrough(passed, tenant), ...opened] });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route lab.wso2.com/ of gateway "clinic/routes" must have an entry of its own in the host book of ' +
          'load balancer "public", got only "*.wso2.com"; add it to hosts, with "clinic" as its owner; ' +
          'passthrough hands on whole connections, and the load balancer sees nothing of them',
      ),
    );
  });
});

describe('the same path in another case', () => {
  test.each([
    GatewayController.nginx(),
    GatewayController.traefik(),
    GatewayController.alb(),
    GatewayController.ingressClass('haproxy'),
  ])('is another on a controller that compares letters ($name)', (controller) => {
    const fleet = newFleet();
    const hosts = { 'wso2.com': { '/orders': 'retail', '/Orders': 'clinic' } };
    const edge = new LoadBalancer(fleet, 'public', { controller, hosts });
    unitWithRoutes(fleet, 'retail', edge, ['wso2.com', '/orders']);
    unitWithRoutes(fleet, 'clinic', edge, ['wso2.com', '/Orders']);
    expect(errorOf(() => fleet.render())).toBe('');
  });

  test('fails where nginx takes paths as regular expressions, which see no difference', () => {
    const fleet = newFleet();
    const hosts = { 'wso2.com': { '/orders': 'retail', '/Orders': 'clinic' } };
    const regex = GatewayController.nginx({ paths: 'regex' });
    const edge = new LoadBalancer(fleet, 'public', { controller: regex, hosts });
    unitWithRoutes(fleet, 'retail', edge, ['wso2.com', '/orders']);
    unitWithRoutes(fleet, 'clinic', edge, ['wso2.com', '/Orders']);
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route wso2.com/Orders of gateway "clinic/routes" must stand once on load balancer "public", ' +
          'got it again after "retail/routes"; this controller sees no difference in case',
      ),
    );
  });

  test('a path may stand beside what is below it', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const via = book(fleet, { 'wso2.com': 'retail' });
    const { http } = tenantOf(unit);
    const routes = [
      Route.http('wso2.com', { path: '/bar', match: 'exact', to: http }),
      Route.http('wso2.com', { path: '/bar', to: http }),
    ];
    new GatewayIngress(unit, 'routes', { via, routes });
    expect(errorOf(() => fleet.render())).toBe('');
  });
});

describe('management', () => {
  const withManagement = (hosts: HostBook, host: Host, others: (tenant: MiTenant) => readonly Route[]) => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const tenant = tenantOf(unit);
    const from = ['10.20.0.0/16'] as const;
    const routes = [
      Route.management(host, { to: tenant.management, from }),
      Route.management(host, { to: tenant.metrics, from }),
      ...others(tenant),
    ];
    new GatewayIngress(unit, 'routes', { via: book(fleet, hosts), routes });
    return fleet;
  };

  test('may be on a host of its own, beside a default backend and other hosts', () => {
    const hosts = { 'ops.example.com': 'retail', '*.wso2.com': 'retail', '*': 'retail' };
    const fleet = withManagement(hosts, 'ops.example.com', ({ http }) => [
      Route.http('*.wso2.com', { to: http }),
      Route.defaultBackend(http),
    ]);
    expect(errorOf(() => fleet.render())).toBe('');
  });

  test.each(['ops.wso2.com', '*.wso2.com'] as const)('fails when %s shows something public too', (open) => {
    const hosts = { 'ops.wso2.com': 'retail', '*.wso2.com': 'retail' };
    const fleet = withManagement(hosts, 'ops.wso2.com', ({ http }) => [Route.http(open, { path: '/bar', to: http })]);
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        `route ${open}/bar of gateway "retail/routes" must have another host than the Management API, ` +
          'got ops.wso2.com, on which "retail/routes" shows ops.wso2.com/management; ' +
          'whoever may ask there must not come near to the Management API',
      ),
    );
  });

  test.each(['ops.wso2.com', '*.wso2.com'] as const)('fails when %s has shown something public before', (open) => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const tenant = tenantOf(unit);
    const routes = [
      Route.http(open, { path: '/bar', to: tenant.http }),
      Route.management('ops.wso2.com', { to: tenant.management, from: ['10.20.0.0/16'] }),
    ];
    const via = book(fleet, { 'ops.wso2.com': 'retail', '*.wso2.com': 'retail' });
    new GatewayIngress(unit, 'routes', { via, routes });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route ops.wso2.com/management of gateway "retail/routes" must have a host of its own, ' +
          `got ${open}, on which "retail/routes" shows ${open}/bar; ` +
          'whoever may ask there must not come near to the Management API',
      ),
    );
  });
});

describe('what the controller cannot', () => {
  const LAME: Controller = {
    ...ANYTHING,
    name: 'lame',
    cannot: {
      plainHttp: 'it always redirects',
      tlsDefault: 'it has none',
      tlsAcm: 'only load balancers of AWS show those',
      tlsSecret: 'it reads none',
    },
  };

  const can = (feature: GatewayFeature) => {
    const names = GATEWAY_CONTROLLERS.filter(({ cannot }) => cannot[feature] === undefined).map(({ name }) => name);
    return names.length === 0 ? 'no other controller can' : `${names.join(', ')} can`;
  };
  const refusalsOf = (props: Pick<LoadBalancerProps, 'plainHttp' | 'tls'>) => {
    const fleet = newFleet();
    const hosts = { 'wso2.com': 'retail', 'www.wso2.com': 'retail' };
    const via = new LoadBalancer(fleet, 'public', { controller: LAME, hosts, ...props });
    unitWithRoutes(fleet, 'retail', via, ['wso2.com', '/'], ['www.wso2.com', '/'], ['www.wso2.com', '/bar']);
    return errorOf(() => fleet.render());
  };
  const tls = { 'wso2.com': Tls.acm('arn:aws:acm:eu-central-1:111122223333:certificate/x') };
  const ACM =
    'tls["wso2.com"] of load balancer "public" must ask only for what lame can do, ' +
    `got a certificate of AWS Certificate Manager; only load balancers of AWS show those; ${can('tlsAcm')}`;

  test('fails when the load balancer asks for it, with those that can', () => {
    expect(refusalsOf({ tls })).toBe(
      refusalOf(
        ACM,
        'tls["www.wso2.com"] of load balancer "public" must ask only for what lame can do, ' +
          `got the certificate of the controller; it has none; ${can('tlsDefault')}`,
      ),
    );
  });

  test('plain HTTP that is answered needs no certificate', () => {
    expect(refusalsOf({ tls, plainHttp: 'serve' })).toBe(
      refusalOf(
        ACM,
        'plainHttp of load balancer "public" must ask only for what lame can do, ' +
          `got plain HTTP answered, not redirected; it always redirects; ${can('plainHttp')}`,
      ),
    );
  });

  test('is not asked of it for hosts that are passed through', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const via = new LoadBalancer(fleet, 'public', { controller: LAME, hosts: { 'wso2.com': 'retail' } });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.passthrough('wso2.com', tenantOf(unit))] });
    expect(errorOf(() => fleet.render())).toBe('');
  });
});
