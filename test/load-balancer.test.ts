import { Construct } from 'constructs';
import {
  BusinessUnit,
  type Fleet,
  GatewayController,
  GatewayIngress,
  type Host,
  type HostBook,
  Keystore,
  LoadBalancer,
  type LoadBalancerProps,
  MiTenant,
  type Path,
  Route,
  Scaling,
  Tls,
} from '../lib';
import { base, errorOf, newFleet, newUnit, refusalOf, theOne } from './manifests';

const controller = GatewayController.nginx();

function book(fleet: Fleet, hosts: HostBook, id = 'public'): LoadBalancer {
  return new LoadBalancer(fleet, id, { controller, hosts });
}

function tenantOf(unit: BusinessUnit, id = 'orders'): MiTenant<'app'> {
  return new MiTenant(unit, id, {
    image: base.withApp(id, '1.0.0'),
    scaling: Scaling.fixed(2),
    tls: Keystore.fromSecret('keystore', { file: 'orders.jks', password: 'password' }),
  });
}

/** A unit with one tenant, and one gateway of one route for each host and path. */
function unitWithRoutes(fleet: Fleet, id: string, via: LoadBalancer, ...routes: Array<readonly [Host, Path]>): void {
  const unit = newUnit(fleet, id);
  const { http } = tenantOf(unit);
  const ways = routes.map(([host, path]) => Route.http(host, { path, to: http }));
  new GatewayIngress(unit, 'routes', { via, routes: ways });
}

describe('props', () => {
  test('every prop reaches the manifest', () => {
    const fleet = newFleet();
    const everything: Required<LoadBalancerProps> = {
      controller: GatewayController.nginx({ ingressClass: 'nginx-public' }),
      hosts: { 'shop.example.com': { '/': 'retail' } },
      tls: { 'shop.example.com': Tls.secret('shop-tls') },
    };
    const unit = newUnit(fleet);
    new GatewayIngress(unit, 'routes', {
      via: new LoadBalancer(fleet, 'public', everything),
      routes: [Route.http('shop.example.com', { to: tenantOf(unit).http })],
    });
    expect(errorOf(() => fleet.render())).toBe('');
    expect(theOne(unit, 'Ingress').spec).toMatchObject({
      ingressClassName: 'nginx-public',
      rules: [{ host: 'shop.example.com' }],
      tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }],
    });
  });

  test('a host without a certificate of its own has the controller’s', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const via = book(fleet, { 'shop.example.com': 'retail' });
    const routes = [Route.http('shop.example.com', { to: tenantOf(unit).http })];
    new GatewayIngress(unit, 'routes', { via, routes });
    expect(theOne(unit, 'Ingress').spec?.tls).toEqual([{ hosts: ['shop.example.com'] }]);
  });
});

describe('the host book', () => {
  test('a load balancer makes no object of its own, so it has no file', () => {
    const fleet = newFleet();
    newUnit(fleet);
    book(fleet, { 'shop.example.com': 'retail' });
    expect([...fleet.render().keys()]).toEqual(['retail.k8s.yaml']);
  });

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

  test.each(['WSO2.com', '192.0.2.1', '*.wso2.com'] as const)('fails when a host of the book is %s', (host) => {
    expect(errorOf(() => book(newFleet(), { [host]: 'retail' }))).toBe(
      'host of load balancer "public" must be a DNS name in lower case, such as "appointments.wso2.com", ' +
        `got "${host}"`,
    );
  });

  test.each(['/bar/', '/bar/*', '/a/../b'] as const)(
    'fails when a path of the book is %s, which no route has',
    (path) => {
      expect(errorOf(() => book(newFleet(), { 'wso2.com': { '/': 'platform', [path]: 'retail' } }))).toBe(
        'path of load balancer "public" must begin with "/", not end with one, ' +
          `and be made of letters, digits, ".", "_", "~" and "-", got "${path}"; ` +
          'a path takes all below it, so "/bar" is what "/bar/*" was meant to be',
      );
    },
  );

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

  test('fails when the id of a load balancer is no DNS label', () => {
    expect(errorOf(() => book(newFleet(), {}, 'Public'))).toBe(
      'id of load balancer "Public" must be lower-case letters, digits and "-", begin with a letter, ' +
        'not end with "-", and have at most 63 characters, got "Public"',
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
          'got it again after "retail/routes"',
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
          'got it again after "retail/routes"',
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
        'route */ of gateway "retail/more" must stand once on load balancer "public", got it again after "retail/routes"',
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
    const via = [book(fleet, hosts, 'old'), book(fleet, hosts, 'new')];
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http('wso2.com', { to: tenantOf(unit).http })] });
    expect(errorOf(() => fleet.render())).toBe('');
  });
});
