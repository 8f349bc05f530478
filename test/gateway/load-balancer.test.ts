import {
  BusinessUnit,
  type Fleet,
  GatewayController,
  GatewayIngress,
  type HostBook,
  Keystore,
  LoadBalancer,
  type LoadBalancerProps,
  MiTenant,
  Network,
  Peer,
  Route,
  Scaling,
  Tls,
  UnitNamespace,
} from '../../lib';
import { base, errorOf, named, newFleet, newUnit, theOne } from '../manifests';

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

describe('props', () => {
  test('every prop reaches the manifest', () => {
    const fleet = newFleet();
    const everything: Required<LoadBalancerProps> = {
      controller: GatewayController.nginx({ ingressClass: 'nginx-public' }),
      hosts: { 'shop.example.com': { '/': 'retail' } },
      tls: { 'shop.example.com': Tls.secret('shop-tls') },
      plainHttp: 'serve',
      sources: [Peer.ranges('10.9.0.0/16')],
    };
    const network = Network.isolated();
    const unit = new BusinessUnit(fleet, 'retail', { contact: 'integration@example.com', network });
    new GatewayIngress(unit, 'routes', {
      via: new LoadBalancer(fleet, 'public', everything),
      routes: [Route.http('shop.example.com', { to: tenantOf(unit).http })],
    });
    expect(errorOf(() => fleet.render())).toBe('');
    const { metadata, spec } = theOne(unit, 'Ingress');
    expect(metadata.annotations).toMatchObject({ 'nginx.ingress.kubernetes.io/ssl-redirect': 'false' });
    expect(spec).toMatchObject({
      ingressClassName: 'nginx-public',
      rules: [{ host: 'shop.example.com' }],
      tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }],
    });
    expect(named(unit, 'NetworkPolicy', 'orders').spec).toMatchObject({
      ingress: [{ from: [{ ipBlock: { cidr: '10.9.0.0/16' } }], ports: [{ port: 8290, protocol: 'TCP' }] }],
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

  test('a host has its own certificate, else that of its domain', () => {
    const edge = new LoadBalancer(newFleet(), 'public', {
      controller,
      hosts: { '*.wso2.com': 'retail' },
      tls: { '*.wso2.com': Tls.secret('wso2-com-tls'), 'shop.wso2.com': Tls.secret('shop-tls') },
    });
    const hosts = ['shop.wso2.com', 'www.wso2.com', '*.wso2.com', 'a.b.wso2.com', 'wso2.com'];
    expect(hosts.map((host) => edge.tlsOf(host).secretName(host))).toEqual([
      'shop-tls',
      'wso2-com-tls',
      'wso2-com-tls',
      undefined,
      undefined,
    ]);
  });
});

describe('what the controller sees of it', () => {
  test('hosts of the book and of certificates, with the namespaces of their units, once all are declared', () => {
    const fleet = newFleet();
    const edge = new LoadBalancer(fleet, 'public', {
      controller,
      hosts: {
        'wso2.com': { '/': 'platform', '/bar': 'retail', '/prices': 'retail' },
        'till.example.com': 'retail',
        '*.wso2.com': 'platform',
        '*': 'platform',
      },
      tls: { 'wso2.com': Tls.secret('wso2-com-tls'), 'www.wso2.com': Tls.secret('www-tls') },
    });
    const platform = new BusinessUnit(fleet, 'platform', { contact: 'x', namespace: UnitNamespace.own('base') });
    const retail = newUnit(fleet, 'retail');
    const routes = [Route.passthrough('till.example.com', tenantOf(retail))];
    new GatewayIngress(retail, 'routes', { via: edge, routes });
    const { chart, id, plainHttp, hosts } = edge.edge;
    expect({ chart, id, plainHttp }).toEqual({ chart: edge, id: 'public', plainHttp: 'redirect' });
    expect(platform.namespaceName).toBe('base');
    expect(hosts().map(({ tls, ...host }) => ({ ...host, secret: tls.secretName(host.host) }))).toEqual([
      { host: 'wso2.com', namespaces: ['base', 'retail'], passedThrough: false, secret: 'wso2-com-tls' },
      { host: 'till.example.com', namespaces: ['retail'], passedThrough: true, secret: undefined },
      { host: '*.wso2.com', namespaces: ['base'], passedThrough: false, secret: undefined },
      { host: '*', namespaces: ['base'], passedThrough: false, secret: undefined },
      { host: 'www.wso2.com', namespaces: ['base'], passedThrough: false, secret: 'www-tls' },
    ]);
  });

  test('a load balancer makes no object of its own, so it has no file', () => {
    const fleet = newFleet();
    newUnit(fleet);
    book(fleet, { 'shop.example.com': 'retail' });
    expect([...fleet.render().keys()]).toEqual(['retail.k8s.yaml']);
  });
});

describe('refusals', () => {
  test.each(['WSO2.com', '192.0.2.1', '*wso2.com'] as const)('fails when a host of the book is %s', (host) => {
    expect(errorOf(() => book(newFleet(), { [host]: 'retail' }))).toBe(
      'host of load balancer "public" must be a DNS name in lower case, such as "appointments.wso2.com" or "*.wso2.com", ' +
        `got "${host}"`,
    );
  });

  test.each(['/bar/', '/bar/*', '/a/../b'] as const)(
    'fails when a path of the book is %s, which no route has',
    (path) => {
      expect(errorOf(() => book(newFleet(), { 'wso2.com': { '/': 'platform', [path]: 'retail' } }))).toBe(
        'path of load balancer "public" must begin with "/", not end with one, ' +
          `and be made of letters, digits and ._~:@-, with %20 for a space, got "${path}"; ` +
          'a path takes all below it, so "/bar" is what "/bar/*" was meant to be',
      );
    },
  );

  test('fails when the requests that no route takes are split by paths, which the compiler sees too', () => {
    // @ts-expect-error one unit
    expect(errorOf(() => book(newFleet(), { '*': { '/bar': 'retail' } }))).toBe(
      'hosts["*"] of load balancer "public" must be one unit, got a unit for each path; ' +
        'what no route takes is one default backend, whatever its path',
    );
  });

  test('fails when plain HTTP is to be what nobody knows', () => {
    const props = { controller, hosts: {}, plainHttp: JSON.parse('"drop"') };
    expect(errorOf(() => new LoadBalancer(newFleet(), 'public', props))).toBe(
      'plainHttp of load balancer "public" must be redirect or serve, got "drop"',
    );
  });

  test('fails when the id of a load balancer is no DNS label', () => {
    expect(errorOf(() => book(newFleet(), {}, 'Public'))).toBe(
      'id of load balancer "Public" must be lower-case letters, digits and "-", begin with a letter, ' +
        'not end with "-", and have at most 63 characters, got "Public"',
    );
  });
});
