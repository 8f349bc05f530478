import { Size } from 'cdk8s';
import { BusinessUnit, Canary, GatewayController, GatewayIngress, LoadBalancer, Route } from '../../../lib';
import { ingressOverlap } from '../../../lib/review/rules/ingress-overlap';
import { orphans } from '../../../lib/review/rules/orphans';
import { base, newFleet } from '../../manifests';
import { app, found, plain } from '../changes';

const HOST = 'a.example.com';
const PATHS = ['/', '/b'] as const;
const LARGE = { maxBody: Size.mebibytes(20) };

/** Routes of one host, a path each, of the one of two units that owns it; its tenant has a canary. */
function routed(
  paths: Readonly<Partial<Record<(typeof PATHS)[number], object>>>,
  owner = 'retail',
  controller = GatewayController.nginx(),
) {
  const fleet = newFleet();
  const via = new LoadBalancer(fleet, 'public', { controller, hosts: { [HOST]: owner } });
  const canary = Canary.percent(10, { image: base.withApp('orders', '2.0.0') });
  const tenants = ['clinic', 'retail'].map((id) =>
    app(new BusinessUnit(fleet, id, { contact: 'integration@example.com' }), { canary }),
  );
  for (const { unit, http: to } of tenants.filter(({ unit }) => unit.node.id === owner)) {
    const routes = PATHS.flatMap((path) =>
      paths[path] === undefined ? [] : [Route.http(HOST, { path, to, ...paths[path] })],
    );
    new GatewayIngress(unit, 'routes', { via, routes });
  }
  return fleet.render();
}

/** What is told of an Ingress of `unit` that is refused. */
function told(unit: string, name: string, holder: string, taken: string, when: string): string {
  const [namespace, ingress] = holder.split('/');
  return (
    `danger ${unit}: ingress-nginx refuses Ingress ${unit}/${name} while Ingress ${holder} takes ${taken} ` +
    `$ kubectl -n ${namespace} delete ingress ${ingress}  # ${when}`
  );
}

const BEFORE = 'before the apply';
const [ALONE, LIMITED] = [routed({ '/': {} }), routed({ '/': LARGE })];

test('an only route that gets or loses a setting is of another Ingress, and the old one stands in its way', () => {
  const [plainName, own] = ['routes-public', `routes-public-${HOST}`];
  expect(found(ingressOverlap, ALONE, LIMITED)).toEqual([
    told('retail', own, `retail/${plainName}`, `${HOST}/`, BEFORE),
  ]);
  expect(found(ingressOverlap, LIMITED, ALONE)).toEqual([
    told('retail', plainName, `retail/${own}`, `${HOST}/`, BEFORE),
  ]);
  // And once only.
  expect(found(orphans, ALONE, LIMITED).filter((line) => line.includes(`Ingress retail/${plainName},`))).toEqual([]);
});

test('a route that leaves others behind is given up before it is taken, in the order of the file; back it is not', () => {
  const [one, two] = [routed({ '/': {}, '/b': {} }), routed({ '/': {}, '/b': LARGE })];
  expect(found(ingressOverlap, one, two)).toEqual([]);
  expect(found(ingressOverlap, two, one)).toEqual([
    told('retail', 'routes-public', `retail/routes-public-${HOST}.b`, `${HOST}/b`, BEFORE),
  ]);
});

test('a host that goes to another unit is given up when the pods there are ready', () => {
  expect(found(ingressOverlap, ALONE, routed({ '/': {} }, 'clinic'))).toEqual([
    told(
      'clinic',
      'routes-public',
      'retail/routes-public',
      `${HOST}/`,
      'when the new pods are ready; then apply again',
    ),
  ]);
});

test('what stays and gives a path up further below in the file is in the way of one apply', () => {
  const ingress = (name: string, ...paths: readonly string[]) => ({
    kind: 'Ingress',
    apiVersion: 'networking.k8s.io/v1',
    metadata: { name },
    spec: { ingressClassName: 'nginx', rules: [{ host: HOST, http: { paths: paths.map((path) => ({ path })) } }] },
  });
  expect(
    found(
      ingressOverlap,
      plain(ingress('a', '/a'), ingress('b', '/b', '/c')),
      plain(ingress('a', '/a', '/c'), ingress('b', '/b')),
    ),
  ).toEqual([
    `danger retail: ingress-nginx refuses Ingress retail/a while Ingress retail/b takes ${HOST}/c; an apply once more is taken`,
  ]);
});

test('other controllers take a path as often as it is said', () => {
  const other = (settings: object) => routed({ '/': settings }, 'retail', GatewayController.traefik());
  expect(found(ingressOverlap, other({}), other({ rateLimit: 5 }))).toEqual([]);
  expect(found(ingressOverlap, ALONE, other({}))).toEqual([]);
});
