import {
  type GatewayController as Controller,
  Fleet,
  GatewayController,
  GatewayIngress,
  type HostBook,
  Keystore,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
  Tls,
} from '../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf } from '../manifests';

const HOST = 'shop.example.com';
const shared = { gatewayClass: 'traefik', namespace: 'edge', defaultCertificate: 'all-tls' };

function tenantOf(fleet: Fleet, id: string): MiTenant {
  return new MiTenant(newUnit(fleet, id), 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(1),
    tls: Keystore.fromSecret('keystore', { file: 'orders.jks', password: 'password' }),
  });
}

/** Two load balancers, the same route of two units on each, and what the fleet says of that. */
function errorOfTwo(one: Controller, other: Controller, routeOf: (tenant: MiTenant) => Route): string {
  const fleet = newFleet();
  for (const [id, controller, owner] of [
    ['one', one, 'retail'],
    ['two', other, 'clinic'],
  ] as const) {
    const tenant = tenantOf(fleet, owner);
    const route = routeOf(tenant);
    const via = new LoadBalancer(fleet, id, { controller, hosts: { [route.host]: owner } as HostBook });
    new GatewayIngress(tenant.unit, 'routes', { via, routes: [route] });
  }
  return errorOf(() => fleet.render());
}

const contradiction = (host: string, server: string) =>
  `- hosts["${host}"] of load balancer "two" must be the same on load balancer "one", since ${server} serves both, ` +
  'got "clinic" here and "retail" there';
const again = (text: string, instead = 'take one of the two away, or give it a host or a path of its own') =>
  `- route ${text} of gateway "clinic/routes" must stand once on load balancer "two", ` +
  'got it again after "retail/routes" on load balancer "one", which is served by the same; ' +
  instead;
const PASSTHROUGH = 'passthrough hands on whole connections, and the load balancer sees nothing of them';

const http = ({ http: to }: MiTenant) => Route.http(HOST, { to });

test.each<[string, Controller, Controller]>([
  ['IngressClass nginx', GatewayController.nginx(), GatewayController.nginx()],
  ['IngressClass nginx', GatewayController.nginx(), GatewayController.ingressClass('nginx')],
  ['entry point web of Traefik', GatewayController.traefik(), GatewayController.traefik()],
  [
    'ALB group one',
    GatewayController.alb({ group: 'one', ingressClass: 'a' }),
    GatewayController.alb({ group: 'one', ingressClass: 'b' }),
  ],
  [
    'Gateway edge/main',
    GatewayController.gatewayApi({ existing: 'main', namespace: 'edge' }),
    GatewayController.gatewayApi({ existing: 'main', namespace: 'edge' }),
  ],
])('what %s serves is one for two load balancers', (server, one, other) => {
  const sentences = errorOfTwo(one, other, http).split('\n');
  expect(sentences).toContain(contradiction(HOST, server));
  expect(sentences.some((sentence) => sentence.startsWith(again(`${HOST}/`)))).toBe(true);
});

test.each<[string, Controller, Controller]>([
  ['classes', GatewayController.nginx(), GatewayController.nginx({ ingressClass: 'inside' })],
  ['classes of Traefik', GatewayController.traefik(), GatewayController.traefik({ ingressClass: 'inside' })],
  [
    'entry points',
    GatewayController.traefik(),
    GatewayController.traefik({ web: 'inside', websecure: 'insidesecure' }),
  ],
  ['groups', GatewayController.alb(), GatewayController.alb()],
  ['Gateways', GatewayController.gatewayApi(shared), GatewayController.gatewayApi(shared)],
])('load balancers of two %s know nothing of each other', (_, one, other) => {
  expect(errorOfTwo(one, other, http)).toBe('');
});

test('a second default backend, and a host that is passed through twice', () => {
  const [one, other] = [GatewayController.nginx(), GatewayController.nginx()];
  expect(errorOfTwo(one, other, ({ http: to }) => Route.defaultBackend(to)).split('\n')).toContainEqual(
    expect.stringContaining(again('*/')),
  );
  expect(errorOfTwo(one, other, (tenant) => Route.passthrough(HOST, tenant)).split('\n')).toContainEqual(
    expect.stringContaining(again(`${HOST}/`, PASSTHROUGH)),
  );
});

describe('load balancers of one class', () => {
  const fleetOf = (
    [one, other]: readonly [Controller, Controller],
    tls: readonly [Tls, Tls] = [Tls.secret('a'), Tls.secret('a')],
    hosts: readonly [HostBook, HostBook] = [{ [HOST]: 'retail' }, { [HOST]: 'retail' }],
  ) => {
    const fleet = newFleet();
    const tenant = tenantOf(fleet, 'retail');
    for (const [id, controller, path, shown, book] of [
      ['one', one, '/a', tls[0], hosts[0]],
      ['two', other, '/b', tls[1], hosts[1]],
    ] as const) {
      const via = new LoadBalancer(fleet, id, { controller, hosts: book, tls: { [HOST]: shown } });
      new GatewayIngress(tenant.unit, id, { via, routes: [Route.http(HOST, { path, to: tenant.http })] });
    }
    return errorOf(() => fleet.render());
  };
  const nginx = GatewayController.nginx();
  const regex = GatewayController.nginx({ paths: 'regex' });

  test('may share a host whose books agree', () => {
    expect(fleetOf([nginx, nginx])).toBe('');
  });

  test('write the paths of a host in one way', () => {
    expect(fleetOf([nginx, regex])).toBe(
      refusalOf(
        `route ${HOST}/b of gateway "retail/two" must have its paths written as "retail/one" has them on load ` +
          'balancer "one", which is served by the same, got regex beside literal; ' +
          'one regular expression makes all paths of a host such',
      ),
    );
  });

  test('show one certificate for a host', () => {
    expect(fleetOf([nginx, nginx], [Tls.secret('a'), Tls.secret('b')])).toBe(
      refusalOf(
        `tls["${HOST}"] of load balancer "two" must be the same on load balancer "one", since IngressClass nginx ` +
          'serves both, got {"feature":"tlsSecret","secretName":"b"} here and {"feature":"tlsSecret","secretName":"a"} there',
      ),
    );
  });

  test('agree on a host that one of them has only by its domain', () => {
    const books = [{ '*.example.com': 'clinic' }, { [HOST]: 'retail' }] as const;
    expect(fleetOf([nginx, nginx], undefined, books)).toContain(
      `hosts["${HOST}"] of load balancer "two" must be the same on load balancer "one"`,
    );
  });
});

describe('environments', () => {
  const render = (sites: Record<string, { suffix: string; host: `${string}.${string}` }>) =>
    errorOf(() =>
      Fleet.forEach(
        sites,
        (fleet, { host }) => {
          const tenant = tenantOf(fleet, 'retail');
          const via = new LoadBalancer(fleet, 'public', {
            controller: GatewayController.nginx(),
            hosts: { [host]: 'retail' },
          });
          new GatewayIngress(tenant.unit, 'routes', { via, routes: [Route.http(host, { to: tenant.http })] });
        },
        { outdir: newFleet().outdir, fleet: ({ suffix }) => ({ suffix }) },
      ).render(),
    );

  test('of one cluster, which their suffixes tell apart, have no host in common on one server', () => {
    expect(render({ dev: { suffix: '-dev', host: HOST }, test: { suffix: '-test', host: HOST } })).toBe(
      refusalOf(
        `test: hosts of fleet "mi" must be of one environment on IngressClass nginx, got "${HOST}", which "dev" has too; ` +
          'environments of two suffixes or of one kubeContext share a cluster: give each a host or a class of its own',
      ),
    );
    expect(render({ dev: { suffix: '-dev', host: 'dev.example.com' }, test: { suffix: '-test', host: HOST } })).toBe(
      '',
    );
  });

  test('without suffixes are of clusters of their own', () => {
    expect(render({ test: { suffix: '', host: HOST }, production: { suffix: '', host: HOST } })).toBe('');
  });
});
