import { Duration, Size } from 'cdk8s';
import {
  type Access,
  BusinessUnit,
  Canary,
  COORDINATION_ID,
  Datasource,
  Endpoint,
  EnvValue,
  type Fleet,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiBaseImage,
  MiSize,
  MiTenant,
  type MiTenantProps,
  Quota,
  Route,
  Scaling,
  SharedVolume,
  type UnitNamespace,
  VolumeSource,
} from '../../lib';
import { newFleet } from '../manifests';

/** What a unit has in one render, and how many pods must answer at every moment; those of a poller may stand still. */
export interface State {
  readonly compose: (unit: BusinessUnit, fleet: Fleet) => void;
  /** Of the unit of that name. @default UnitNamespace.own() */
  readonly namespace?: (unit: string) => UnitNamespace;
  /** @default - none */
  readonly quota?: Quota;
  /** @default - none */
  readonly access?: readonly Access[];
  /** Pods of the tenant "orders" that it promises. */
  readonly pods: number;
}

/** One change between two valid renders, and the blocks of the documents that it takes. */
export interface Cell {
  readonly name: string;
  readonly before: State;
  readonly after: State;
  /** Shell, as the documents have it, of unit "retail" and tenant "orders". */
  readonly steps: readonly string[];
  /** Kinds that stay though they left the file. */
  readonly left: readonly string[];
  /** Shell that somebody else typed before. @default - none */
  readonly prepared?: string;
  /** @default false: a service, of which pods answer at every moment */
  readonly poller?: boolean;
}

const base = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: '4.4.0', drivers: ['mysql'] });
const QUICK = { lifecycle: { minReady: Duration.seconds(1) } };
export const CONFIG = 'ConfigMap';

/** By what the pods of some cells share out their work. */
export const TASKS = Datasource.mysql(COORDINATION_ID, {
  at: Endpoint.outside('tasks.example.com', 3306, ['10.20.0.0/24']),
  database: 'tasks',
  username: EnvValue.fromSecret('tasks', 'username'),
  password: EnvValue.fromSecret('tasks', 'password'),
});

/** The fleet of a state, with one unit. */
export function filesOf(unit: string, { compose, namespace, quota, access }: State): ReadonlyMap<string, string> {
  const fleet = newFleet();
  const props = { contact: 'integration@example.com', namespace: namespace?.(unit), quota, access };
  compose(new BusinessUnit(fleet, unit, props), fleet);
  return fleet.render();
}

type Props = Partial<MiTenantProps<'app'>>;

type Compose = (unit: BusinessUnit) => void;

/** The tenant "orders", or one of another id. */
export function app(scaling: Scaling<'app'>, props: Props = {}, id = 'orders'): Compose {
  return (unit) => new MiTenant(unit, id, { image: base.withApp('orders', '1.0.0'), scaling, ...QUICK, ...props });
}

function poller(scaling: Scaling<'poller'>, id = 'orders'): Compose {
  return (unit) => new MiTenant(unit, id, { image: base.withPoller('orders', '1.0.0'), scaling, ...QUICK });
}

/** The documented steps of a change. */
export interface Steps {
  readonly apply: string;
  readonly autoscalerComes: string;
  readonly autoscalerGoes: string;
  readonly pollerChanges: string;
  readonly serviceChanges: string;
  readonly canaryGoes: string;
  readonly canaryPromoted: string;
  readonly removal: string;
}

/** Every pair of scalings of a poller, and its other names. */
export function pollerCells({ pollerChanges }: Steps): Cell[] {
  const [alone, shared] = [Scaling.singleton(), Scaling.coordinated(2, TASKS)];
  const cell = (name: string, before: State['compose'], after: State['compose'], left: readonly string[]): Cell => ({
    name,
    before: { compose: before, pods: 0 },
    after: { compose: after, pods: 0 },
    steps: [pollerChanges],
    left,
    poller: true,
  });
  return [
    cell('poller: singleton to coordinated', poller(alone), poller(shared), [CONFIG]),
    cell('poller: coordinated to singleton', poller(shared), poller(alone), [CONFIG]),
    cell('poller: another name', poller(alone), poller(alone, 'orders-2'), [CONFIG, 'ServiceAccount']),
  ];
}

/** Size, version, canary, names, volumes, controllers. */
export function otherCells(steps: Steps): Cell[] {
  const two = Scaling.fixed(2);
  const memory = (gibibytes: number) => ({ size: MiSize.of({ memory: Size.gibibytes(gibibytes) }) });
  const state = (compose: State['compose'], more: Partial<State> = {}): State => ({ compose, pods: 2, ...more });
  const cell = (name: string, before: State, after: State, given: readonly string[], left: readonly string[] = []) => ({
    name,
    before,
    after,
    steps: given,
    left,
  });
  const { apply } = steps;
  const renamed = steps.serviceChanges.replace('statefulset/orders', 'deployment/orders-2');
  const next = { image: base.withApp('orders', '1.1.0') };
  // No route leads to these tenants: what is watched here are their pods.
  const canary = { canary: Canary.percent(0, next) };
  const newer = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: '4.6.0' });
  const quota = Quota.ofTenants();
  const both = (unit: BusinessUnit) => [app(two)(unit), app(two, {}, 'prices')(unit)];
  return [
    cell('two to four pods', state(app(two)), state(app(Scaling.fixed(4)), { pods: 4 }), [apply]),
    cell('four to two pods', state(app(Scaling.fixed(4)), { pods: 4 }), state(app(two)), [apply]),
    cell(
      'other bounds of the autoscaler',
      state(app(Scaling.auto({ min: 2, max: 4 }))),
      state(app(Scaling.auto({ min: 3, max: 8 }))),
      [apply],
    ),
    cell('another version', state(app(two)), state(app(two, next)), [apply]),
    cell(
      'another release',
      state(app(two)),
      state(app(two, { image: newer.withApp('orders', '1.0.0') })),
      [apply],
      [CONFIG],
    ),
    cell(
      'memory of 1 to 4 GiB under a quota',
      state(app(two, memory(1)), { quota }),
      state(app(two, memory(4)), { quota }),
      [apply],
    ),
    cell(
      'memory of 4 to 1 GiB under a quota',
      state(app(two, memory(4)), { quota }),
      state(app(two, memory(1)), { quota }),
      [apply],
    ),
    cell(
      'a tenant leaves a unit with a quota, and another is updated',
      state(both, { quota }),
      state(app(two, next), { quota }),
      [apply, steps.removal.replaceAll('orders', 'prices')],
    ),
    cell('another name', state(app(two)), state(app(two, {}, 'orders-2')), [renamed, steps.removal]),
    cell('a canary comes', state(app(two)), state(app(two, canary)), [apply]),
    cell('a canary goes', state(app(two, canary)), state(app(two)), [apply, steps.canaryGoes]),
    cell('a canary is promoted', state(app(two, canary)), state(app(two, next)), [apply, steps.canaryPromoted]),
    cell('a volume lies elsewhere', state(mounted('nfs01', 1)), state(mounted('nfs02', 1)), [apply], VOLUMES),
    cell('a volume has another capacity', state(mounted('nfs01', 1)), state(mounted('nfs01', 5)), [apply], VOLUMES),
    cell('another controller', state(routed(GatewayController.nginx())), state(routed(OTHER)), [apply], ['Ingress']),
  ];
}

const VOLUMES = ['PersistentVolume', 'PersistentVolumeClaim'];
const OTHER = GatewayController.ingressClass('other');

function mounted(server: string, gibibytes: number): Compose {
  return (unit) => {
    const source = VolumeSource.nfs(`${server}.example.com`, '/export');
    const files = new SharedVolume(unit, 'files', { source, capacity: Size.gibibytes(gibibytes) });
    app(Scaling.fixed(2), { mounts: [files.at('/mnt/in')] })(unit);
  };
}

function routed(controller: GatewayController): State['compose'] {
  return (unit, fleet) => {
    const image = base.withApp('orders', '1.0.0');
    const orders = new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(2), ...QUICK });
    const id = controller === OTHER ? 'other' : 'nginx';
    const hosts = { 'orders.example.com': unit.node.id };
    const via = new LoadBalancer(fleet, id, { controller, hosts });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http('orders.example.com', { to: orders.http })] });
  };
}

/** A tenant that somebody works on by hand: six pods, or the one of a StatefulSet. */
export function handCell(scaling: Scaling<'app'> = Scaling.fixed(6)): Cell {
  const name = `by hand, ${scaling.workload}`;
  return { name, before: stateOf('1.0.0', scaling), after: stateOf('1.2.0', scaling), steps: [], left: [] };
}

/** It, in a version. */
export function stateOf(version: string, scaling: Scaling<'app'> = Scaling.fixed(6)): State {
  return { compose: app(scaling, { image: base.withApp('orders', version) }), pods: scaling.least };
}
