import { Duration, Size } from 'cdk8s';
import {
  Access,
  ArgoStep,
  type BusinessUnit,
  type Fleet,
  GatewayController,
  GatewayIngress,
  type HttpRouteProps,
  LoadBalancer,
  MiBaseImage,
  MiTenant,
  Quota,
  Route,
  Scaling,
  SharedVolume,
  UnitNamespace,
  VolumeSource,
} from '../../lib';
import type { Cell, State } from './transitions-cells';

// Units that move, what leaves a unit that stays, and workloads that others roll. Of Argo Rollouts only the definition is
// there: that a Rollout brings pods is its own, and not seen here.

/** The documented steps of these changes. */
export interface MoveSteps {
  readonly apply: string;
  readonly pollerChanges: string;
  readonly unitMoves: string;
  readonly leavesShared: string;
  readonly leftTheFile: string;
  readonly ingressRenamed: string;
  readonly volumeGoes: string;
  readonly rolloutComes: string;
  readonly rolloutGoes: string;
}

/** The definitions that these cells need, by their names in `versions.json`. */
export const MOVE_CRDS = ['argo-rollouts', 'keda'];

const base = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: '4.4.0' });
const lifecycle = { minReady: Duration.seconds(1) };

const COUNTED = {
  fixed: { scaling: Scaling.fixed(3), pods: 3 },
  auto: { scaling: Scaling.auto({ min: 2, max: 6 }), pods: 2 },
  rollout: { scaling: Scaling.fixed(3, { argoSteps: [ArgoStep.weight(50)] }), pods: 0 },
};
type Counted = keyof typeof COUNTED;

function state(of: Counted): State {
  const { scaling, pods } = COUNTED[of];
  const compose = (unit: BusinessUnit) =>
    void new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling, lifecycle });
  return { compose, pods };
}

/** A Rollout in the place of a Deployment, and back. */
export function rolloutCells({ rolloutComes, rolloutGoes }: MoveSteps): Cell[] {
  const [fixed, rollout] = [state('fixed'), state('rollout')];
  return [
    { name: 'fixed to rollout', before: fixed, after: rollout, steps: [healthy(rolloutComes)], left: [] },
    { name: 'rollout to fixed', before: rollout, after: fixed, steps: [rolloutGoes], left: [] },
  ];
}

/** What the controller of Argo Rollouts would say, said for it, so that the wait of the documents ends. */
function healthy(block: string): string {
  const said = `kubectl -n retail patch rollout orders --subresource=status --type=merge -p '{"status":{"phase":"Healthy"}}'`;
  return block.replace('kubectl -n retail wait', `${said}\n$&`);
}

/** A unit in another namespace, and what leaves one that stays. */
export function moveCells(steps: MoveSteps): Cell[] {
  const { apply, unitMoves, leftTheFile } = steps;
  // Somebody else makes it.
  const shared = 'kubectl create namespace retail-shared';
  const lines = unitMoves.replaceAll(/\bshared\b/g, 'retail-shared').split('\n');
  const inPlace = lines.slice(0, 3).join('\n').replaceAll('retail-shared', 'retail');
  // Where the first three lines have the one namespace and name, they get the other.
  const swapped: Readonly<Record<string, string>> = {
    '-n retail-shared': '-n retail',
    '-n retail': '-n retail-shared',
    'deployment/retail-orders': 'deployment/orders',
    'deployment orders': 'deployment retail-orders',
  };
  const back = lines
    .slice(0, 3)
    .join('\n')
    .replaceAll(
      /-n retail(-shared)?\b|deployment\/retail-orders|deployment orders/g,
      (found) => swapped[found] ?? found,
    );
  const lastLine = lines.filter((line) => line !== '').at(-1) ?? '';
  return [
    {
      name: 'moves to shared',
      before: { compose: whole, pods: 3 },
      after: { compose: whole, pods: 3, namespace: existingOf('-shared') },
      steps: [shared, lines.join('\n')],
      left: ['PersistentVolume'],
    },
    {
      name: 'is handed over',
      before: state('auto'),
      after: { ...state('auto'), namespace: existingOf('') },
      steps: [inPlace, leftTheFile],
      left: ['ConfigMap'],
    },
    {
      name: 'leaves a shared one',
      prepared: shared,
      before: { ...state('fixed'), namespace: existingOf('-shared') },
      after: state('fixed'),
      steps: [back, steps.leavesShared.replaceAll('shared', 'retail-shared')],
      left: [],
    },
    {
      name: 'poller moves',
      poller: true,
      before: { compose: poller, pods: 0 },
      after: { compose: poller, pods: 0, namespace: existingOf('-shared') },
      steps: [shared, steps.pollerChanges, lastLine],
      left: [],
    },
    {
      name: 'a route gets a limit of its own',
      before: { compose: whole, pods: 3 },
      after: { compose: (unit, fleet) => whole(unit, fleet, { maxBody: Size.mebibytes(20) }), pods: 3 },
      steps: [steps.ingressRenamed],
      left: [],
    },
    {
      name: 'routes, quota and rights go',
      before: { compose: whole, pods: 3, quota: Quota.ofTenants(), access: [Access.operate('on-call')] },
      after: { ...state('fixed'), pods: 3 },
      steps: [apply, leftTheFile, steps.volumeGoes],
      left: [],
    },
  ];
}

function existingOf(suffix: string): State['namespace'] {
  return (unit) => UnitNamespace.existing(`${unit}${suffix}`);
}

/** A tenant with a volume and a route, which has these settings. */
function whole(unit: BusinessUnit, fleet: Fleet, settings: Pick<HttpRouteProps, 'maxBody'> = {}): void {
  const source = VolumeSource.nfs('nfs01.example.com', '/export');
  const receipts = new SharedVolume(unit, 'receipts', { source, capacity: Size.gibibytes(1) });
  const orders = new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: COUNTED.fixed.scaling,
    lifecycle,
    mounts: [receipts.at('/mnt/receipts')],
  });
  const hosts = { 'orders.example.com': unit.node.id };
  const via = new LoadBalancer(fleet, 'nginx', { controller: GatewayController.nginx(), hosts });
  new GatewayIngress(unit, 'routes', {
    via,
    routes: [Route.http('orders.example.com', { to: orders.http, ...settings })],
  });
}

function poller(unit: BusinessUnit): void {
  new MiTenant(unit, 'orders', {
    image: base.withPoller('orders', '1.0.0'),
    scaling: Scaling.singleton(),
    lifecycle,
  });
}
