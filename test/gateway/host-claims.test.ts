import {
  type Controller,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
} from '../../lib';
import { objectsOf } from '../../lib/fleet/rendered-file';
import { base, newFleet, newUnit, sentencesOf } from '../manifests';

const CONTROLLERS: Readonly<Record<string, Controller>> = {
  nginx: GatewayController.nginx({ clientAddresses: 'direct' }),
  traefik: GatewayController.traefik({ proxies: 0 }),
  'ingress class': GatewayController.ingressClass('haproxy'),
  'gateway api': GatewayController.gatewayApi({ namespace: 'infra', gatewayClass: 'any', defaultCertificate: 'all' }),
  alb: GatewayController.alb(),
};
const PASSING = ['nginx', 'traefik', 'gateway api'];
const hosts = { 'shop.example.com': 'retail', '*.wso2.com': 'retail', '*': 'retail' };

/** What becomes of routes that are declared one after the other, each in a gateway of its own or all in one. */
function outcome(controller: Controller, routesOf: (tenant: MiTenant) => readonly Route[], apart: boolean) {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const via = new LoadBalancer(fleet, 'public', { controller, hosts });
  const tenant = new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    tls: Keystore.fromSecret('keystore', { file: 'orders.jks', password: 'password' }),
  });
  const routes = routesOf(tenant);
  if (apart) {
    routes.forEach((route, index) => {
      new GatewayIngress(unit, `routes-${index}`, { via, routes: [route] });
    });
  } else {
    new GatewayIngress(unit, 'routes', { via, routes });
  }
  return { objects: objectsOf(unit).map(({ object }) => object), sentences: sentencesOf(() => fleet.render()) };
}

const once = (
  text: string,
  by: string,
  first: string,
  instead = '; take one of the two away, or give it a host or a path of its own',
) =>
  `route ${text} of gateway "retail/${by}" must stand once on load balancer "public", ` +
  `got it again after "retail/${first}"${instead}`;
const WHOLE = '; passthrough hands on whole connections, and the load balancer sees nothing of them';

describe.each(Object.keys(CONTROLLERS))('%s', (name) => {
  const controller = CONTROLLERS[name] ?? GatewayController.nginx();

  describe.each([
    ['in one gateway', false, 'routes', 'routes'],
    ['in two gateways', true, 'routes-1', 'routes-0'],
  ])('%s', (_, apart, by, first) => {
    test('renders one default backend of two, and one sentence refuses the other', () => {
      const one = outcome(controller, ({ http }) => [Route.defaultBackend(http)], apart);
      const two = outcome(controller, ({ http }) => [Route.defaultBackend(http), Route.defaultBackend(http)], apart);
      expect(one.sentences).toEqual([]);
      expect(two.objects).toEqual(one.objects);
      expect(two.sentences).toEqual([once('*/', by, first)]);
    });

    test('renders one of two routes of a host and path, and one sentence refuses the other', () => {
      const route = ({ http }: MiTenant) => Route.http('shop.example.com', { path: '/bar', to: http });
      const one = outcome(controller, (tenant) => [route(tenant)], apart);
      const two = outcome(controller, (tenant) => [route(tenant), route(tenant)], apart);
      expect(one.sentences).toEqual([]);
      expect(two.objects).toEqual(one.objects);
      expect(two.sentences).toEqual([once('shop.example.com/bar', by, first)]);
    });
  });

  test('renders nothing of a route whose host is another unit’s', () => {
    const one = outcome(controller, ({ http }) => [Route.defaultBackend(http)], false);
    const two = outcome(
      controller,
      ({ http }) => [Route.defaultBackend(http), Route.http('a.example.com', { to: http })],
      false,
    );
    expect(two.objects).toEqual(one.objects);
    expect(two.sentences).toHaveLength(1);
  });
});

describe.each(PASSING)('%s, of a host whose connections are passed through', (name) => {
  const controller = CONTROLLERS[name] ?? GatewayController.nginx();
  const passed = (tenant: MiTenant) => Route.passthrough('shop.example.com', tenant);
  const opened = ({ http }: MiTenant) => Route.http('shop.example.com', { path: '/bar', to: http });

  test.each([
    ['passed twice', passed, passed, 'shop.example.com/'],
    ['passed, then opened', passed, opened, 'shop.example.com/bar'],
    ['opened, then passed', opened, passed, 'shop.example.com/'],
  ])('renders the first route of one %s, and one sentence refuses the other', (_, a, b, text) => {
    const one = outcome(controller, (tenant) => [a(tenant)], true);
    const two = outcome(controller, (tenant) => [a(tenant), b(tenant)], true);
    expect(one.sentences).toEqual([]);
    expect(two.objects).toEqual(one.objects);
    expect(two.sentences).toEqual([once(text, 'routes-1', 'routes-0', WHOLE)]);
  });
});

test('a domain is not passed through after one of its hosts was opened, unless the book tells them apart', () => {
  const anything: Controller = {
    name: 'anything',
    cannot: {},
    refuses: () => undefined,
    seesClients: true,
    paths: 'literal' as const,
    serversOf: () => ['the tests’ own'],
    renderShared: () => undefined,
    render: () => undefined,
  };
  const routes = (tenant: MiTenant) => [
    Route.http('lab.wso2.com', { to: tenant.http }),
    Route.passthrough('*.wso2.com', tenant),
  ];
  expect(outcome(anything, routes, true).sentences).toEqual([
    'route *.wso2.com/ of gateway "retail/routes-1" must stand beside hosts that have entries of their own in the ' +
      'host book of load balancer "public", got "lab.wso2.com" of "retail/routes-0", which has only "*.wso2.com"; ' +
      `add it to hosts, with "retail" as its owner${WHOLE}`,
  ]);
});
