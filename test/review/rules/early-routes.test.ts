import {
  BusinessUnit,
  Canary,
  type Controller,
  GatewayController,
  GatewayIngress,
  type HttpRouteProps,
  Keystore,
  LoadBalancer,
  type LoadBalancerProps,
  type MiTenant,
  Peer,
  Route,
  Scaling,
} from '../../../lib';
import { earlyRoutes } from '../../../lib/review/rules/early-routes';
import { base, newFleet } from '../../manifests';
import { app, found, plain, retail } from '../changes';

const HOST = 'a.example.com';
const BEHIND: Partial<LoadBalancerProps> = { sources: [Peer.ranges('10.9.0.0/16')] };
const tls = Keystore.fromSecret('keystore', { file: 'k.jks', password: 'password', ca: 'ca' });
const canary = (share: 'header' | 'percent') => {
  const image = base.withApp('orders', '2.0.0');
  return share === 'header' ? Canary.header('X-Canary', { image }) : Canary.percent(10, { image });
};

const GATEWAY = { gatewayClass: 'a', namespace: 'edge', defaultCertificate: 'tls' };
const DOORS: Readonly<Record<string, Partial<LoadBalancerProps> & { readonly controller: Controller }>> = {
  nginx: { controller: GatewayController.nginx() },
  traefik: { controller: GatewayController.traefik() },
  'gateway api': { controller: GatewayController.gatewayApi(GATEWAY) },
  alb: { controller: GatewayController.alb(), ...BEHIND },
};

type Led = readonly [to: MiTenant<'app'>, route?: Partial<HttpRouteProps>, host?: `${string}.${string}`];

/** The unit "retail" with routes to its tenants. */
function routed(
  compose: (unit: BusinessUnit) => readonly Led[],
  door = DOORS.nginx ?? { controller: GatewayController.nginx() },
) {
  return retail((unit, fleet) => {
    const hosts = { [HOST]: 'retail', '*.example.com': 'retail', 'b.example.com': 'retail' };
    const via = new LoadBalancer(fleet, 'public', { hosts, ...door });
    const routes = compose(unit).map(([{ http }, route, host = HOST]) => Route.http(host, { to: http, ...route }));
    new GatewayIngress(unit, 'routes', { via, routes });
  });
}

function told(tenant: string, fail: string, deploy = 'deploy waits for the pods, or '): string {
  return (
    `warning retail/${tenant}: ${fail} until its pods are ready (about 54 s, at most 3 min 35 s), since an apply leads ` +
    `them there at once; ${deploy}apply it first, and what leads to it when its pods are ready $ kubectl -n retail ` +
    `rollout status deployment/${tenant} --timeout=15m  # after an apply of it alone with -l cdk8s-wso2-mi/tenant=${tenant}, ` +
    'before the whole one'
  );
}

describe.each(Object.entries(DOORS))('by %s', (_, door) => {
  const alone = routed((unit) => [[app(unit)]], door);

  test('a tenant under another name gets requests before it has a pod', () => {
    const renamed = routed((unit) => [[app(unit, {}, 'orders-2')]], door);
    expect(found(earlyRoutes, alone, renamed)).toEqual([told('orders-2', `requests of ${HOST} fail`)]);
  });

  test('a tenant that comes and takes the path of another one does so too; where it takes a path of nobody it does not', () => {
    const both = (path: '/' | '/new') =>
      routed((unit) => {
        const [old, next] = [app(unit), app(unit, {}, 'prices')];
        return path === '/' ? [[next], [old, { path: '/old' }]] : [[old], [next, { path }]];
      }, door);
    expect(found(earlyRoutes, alone, both('/'))).toEqual([told('prices', `requests of ${HOST} fail`)]);
    expect(found(earlyRoutes, alone, both('/new'))).toEqual([]);
  });

  test('a canary gets its share before it has a pod; who asks for it by a header knows that it comes', () => {
    const shared = (share: 'header' | 'percent') => routed((unit) => [[app(unit, { canary: canary(share) })]], door);
    expect(found(earlyRoutes, alone, shared('percent'))).toEqual([
      told('orders-canary', `a part of the requests of ${HOST} fails`),
    ]);
    expect(found(earlyRoutes, alone, shared('header'))).toEqual([]);
    expect(found(earlyRoutes, shared('header'), shared('percent'))).toEqual([]);
    expect(found(earlyRoutes, shared('percent'), alone)).toEqual([]);
  });

  test('a host that comes with its tenant was asked by nobody', () => {
    const more = routed((unit) => [[app(unit)], [app(unit, {}, 'prices'), {}, 'b.example.com']], door);
    expect(found(earlyRoutes, alone, more)).toEqual([]);
  });

  test('pods that ran before are there, whatever becomes of their kind, and of whom they are led to', () => {
    const two = (first: 'orders' | 'prices') =>
      routed((unit) => {
        const tenants = { orders: app(unit), prices: app(unit, {}, 'prices') };
        return [[tenants[first]]];
      }, door);
    expect(found(earlyRoutes, two('orders'), two('prices'))).toEqual([]);
    const singleton = routed((unit) => [[app(unit, { scaling: Scaling.singleton() })]], door);
    expect(found(earlyRoutes, alone, singleton)).toEqual([]);
  });

  test('the host of a wildcard is one like others', () => {
    const wild = (id: string) => routed((unit) => [[app(unit, {}, id), {}, '*.example.com']], door);
    expect(found(earlyRoutes, wild('orders'), wild('prices'))).toEqual([
      told('prices', 'requests of *.example.com fail'),
    ]);
  });
});

test.each(['traefik', 'gateway api'])('connections that %s passes through turn like requests', (name) => {
  const passed = (id: string) =>
    retail((unit, fleet) => {
      const door = DOORS[name] ?? { controller: GatewayController.traefik() };
      const via = new LoadBalancer(fleet, 'public', { hosts: { [HOST]: 'retail' }, ...door });
      new GatewayIngress(unit, 'routes', { via, routes: [Route.passthrough(HOST, app(unit, { tls }, id))] });
    });
  expect(found(earlyRoutes, passed('orders'), passed('prices'))).toEqual([told('prices', `requests of ${HOST} fail`)]);
});

test('the Service of an NLB turns to other pods, and deploy brings it before them', () => {
  const passed = (id: string) =>
    retail((unit, fleet) => {
      const via = new LoadBalancer(fleet, 'wire', {
        controller: GatewayController.nlb({}),
        hosts: { [HOST]: 'retail' },
      });
      new GatewayIngress(unit, 'routes', { via, routes: [Route.passthrough(HOST, app(unit, { tls }, id))] });
    });
  expect(found(earlyRoutes, passed('orders'), passed('prices'))).toEqual([
    told('prices', 'requests of Service retail/routes-wire fail', ''),
  ]);
});

test('a tenant that had no pod has none yet; one that gets none is waited for by nobody', () => {
  const fixed = Scaling.fixed(2);
  const led = (first: 'orders' | 'prices', scaling: Scaling<'app'>) =>
    routed((unit) => {
      const tenants = { orders: app(unit), prices: app(unit, { scaling }, 'prices') };
      return [[tenants[first]]];
    });
  expect(found(earlyRoutes, led('orders', fixed.parked()), led('prices', fixed))).toEqual([
    told('prices', `requests of ${HOST} fail`),
  ]);
  expect(found(earlyRoutes, led('orders', fixed.parked()), led('prices', fixed.parked()))).toEqual([]);
  expect(found(earlyRoutes, led('prices', fixed.parked()), led('prices', fixed))).toEqual([]);
});

test('what an Ingress of another namespace still leads is told by those who say when to delete it', () => {
  const owned = (owner: 'clinic' | 'retail') => {
    const fleet = newFleet();
    const via = new LoadBalancer(fleet, 'public', { controller: GatewayController.nginx(), hosts: { [HOST]: owner } });
    const unit = new BusinessUnit(fleet, owner, { contact: 'integration@example.com' });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http(HOST, { to: app(unit).http })] });
    return fleet.render();
  };
  expect(found(earlyRoutes, owned('retail'), owned('clinic'))).toEqual([]);
});

test('a Service of which no file says what it leads to is waited for by nobody', () => {
  const ingress = (name: string) => ({
    kind: 'Ingress',
    apiVersion: 'networking.k8s.io/v1',
    spec: { rules: [{ host: HOST, http: { paths: [{ path: '/', backend: { service: { name } } }] } }] },
  });
  expect(found(earlyRoutes, plain(ingress('one')), plain(ingress('other')))).toEqual([]);
});

describe('a workload of nobody is told by its name, with the command that waits for its kind', () => {
  const led = (to: string, kind: string) => {
    const [apiVersion, names] = [
      kind === 'Rollout' ? 'argoproj.io/v1alpha1' : 'apps/v1',
      to === 'a' ? ['a'] : ['a', to],
    ];
    const backend = { service: { name: to } };
    return plain(
      {
        kind: 'Ingress',
        apiVersion: 'networking.k8s.io/v1',
        spec: { rules: [{ host: HOST, http: { paths: [{ path: '/', backend }] } }] },
      },
      ...names.flatMap((app) => [
        { kind: 'Service', metadata: { name: app }, spec: { selector: { app }, ports: [{ port: 80 }] } },
        {
          kind,
          apiVersion,
          metadata: { name: app },
          spec: { template: { metadata: { labels: { app } }, spec: { containers: [{ name: 'app' }] } } },
        },
      ]),
    );
  };

  test.each([
    ['Deployment', 'rollout status deployment/b --timeout=15m'],
    ['StatefulSet', 'rollout status statefulset/b --timeout=15m'],
    ['Rollout', "wait rollout/b --for=jsonpath='{.status.phase}'=Healthy --timeout=15m"],
  ])('%s', (kind, command) => {
    expect(found(earlyRoutes, led('a', kind), led('b', kind))).toEqual([
      `warning retail/b: requests of ${HOST} fail until the pods of ${kind} retail/b are ready (about 24 s, at most 30 s), ` +
        'since an apply leads them there at once; deploy waits for the pods, or apply it first, and what leads to it when ' +
        `its pods are ready $ kubectl -n retail ${command}  # after an apply of it alone, before the whole one`,
    ]);
  });
});
