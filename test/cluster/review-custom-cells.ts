import { Duration } from 'cdk8s';
import {
  ArgoStep,
  BusinessUnit,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiBaseImage,
  MiTenant,
  type MiTenantProps,
  Route,
  Scaling,
  Tls,
  UnitNamespace,
} from '../../lib';
import { newFleet } from '../manifests';
import type { ReviewCell } from './review-cells';
import { TASKS } from './transitions-cells';

// Changes of objects of foreign definitions, and of who makes a namespace. The definitions are there and judge; their
// controllers are not, so what these would do of a change is not seen here: that of KEDA is in keda.proof.ts.

/** The definitions that these cells need, by their names in `versions.json`. */
export const REVIEW_CRDS = ['gateway-api', 'keda', 'argo-rollouts'];

/** Their kinds, as kubectl lists them. */
export const CUSTOM_KINDS =
  'httproutes.gateway.networking.k8s.io,gateways.gateway.networking.k8s.io,scaledobjects.keda.sh,rollouts.argoproj.io';

type Files = ReadonlyMap<string, string>;
/** A host of the outside, as routes take it. */
type Host = `${string}.${string}`;
type Props = Partial<MiTenantProps<'app'>>;

const base = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: '4.5.0', drivers: ['mysql'] });
const next = { image: base.withApp('orders', '1.1.0') };

function tenant(unit: BusinessUnit, props: Props = {}): MiTenant<'app'> {
  return new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    lifecycle: { minReady: Duration.seconds(1) },
    ...props,
  });
}

function unitOf(name: string, compose: (unit: BusinessUnit) => void, namespace?: UnitNamespace): Files {
  const fleet = newFleet();
  compose(new BusinessUnit(fleet, name, { contact: 'integration@example.com', namespace }));
  return fleet.render();
}

/** A tenant behind a load balancer of its own, which stands in its namespace. */
function routed(
  controller: (namespace: string) => GatewayController,
  routes: (orders: MiTenant<'app'>, host: Host) => Route[],
): (name: string) => Files {
  return (name) => {
    const fleet = newFleet();
    const unit = new BusinessUnit(fleet, name, { contact: 'integration@example.com' });
    const host: Host = `${name}.example.com`;
    const other: Host = `other.${host}`;
    const hosts = { [host]: name, [other]: name };
    // Its file comes after that of the namespace.
    const tls = { [host]: Tls.secret('host-tls'), [other]: Tls.secret('host-tls') };
    const via = new LoadBalancer(fleet, `zz-${name}`, { controller: controller(name), hosts, tls });
    new GatewayIngress(unit, 'routes', { via, routes: routes(tenant(unit), host) });
    return fleet.render();
  };
}

function gatewayCells(): ReviewCell[] {
  const gateway = (namespace: string) => GatewayController.gatewayApi({ namespace, gatewayClass: 'any' });
  const nginx = () => GatewayController.nginx();
  const plain = (orders: MiTenant<'app'>, host: Host) => [Route.http(host, { to: orders.http })];
  const one = routed(gateway, plain);
  const cell = (name: string, before: ReviewCell['before'], after: ReviewCell['after']) => ({
    name: `Gateway API: ${name}`,
    before,
    after,
  });
  const timed = (orders: MiTenant<'app'>, host: Host) => [
    Route.http(host, { to: orders.http, timeout: Duration.seconds(30) }),
  ];
  return [
    cell(
      'another path',
      one,
      routed(gateway, (orders, host) => [Route.http(host, { to: orders.http, path: '/a' })]),
    ),
    cell('another wait', one, routed(gateway, timed)),
    cell(
      'another host',
      one,
      routed(gateway, (orders, host) => plain(orders, `other.${host}`)),
    ),
    cell('from nginx', routed(nginx, plain), one),
    cell('to nginx', one, routed(nginx, plain)),
  ];
}

const cron = (start: string) => ({
  type: 'cron',
  metadata: { timezone: 'Europe/Zurich', start, end: '0 19 * * *', desiredReplicas: '2' },
});

const SCALINGS = {
  fixed: Scaling.fixed(2),
  auto: Scaling.auto({ min: 2, max: 4 }),
  keda: Scaling.keda({ min: 2, max: 4, triggers: [cron('0 7 * * *')] }),
  rollout: Scaling.fixed(2, { argoSteps: [ArgoStep.weight(50)] }),
  external: Scaling.external({ min: 2, max: 4 }),
  parked: Scaling.fixed(2).parked(),
  singleton: Scaling.singleton(),
  coordinated: Scaling.coordinated(2, TASKS),
};
type Kind = keyof typeof SCALINGS;

function scalingCells(): ReviewCell[] {
  const of = (props: Props) => (name: string) => unitOf(name, (unit) => void tenant(unit, props));
  const pairs: ReadonlyArray<readonly [Kind, Kind]> = [
    ['fixed', 'keda'],
    ['keda', 'fixed'],
    ['auto', 'keda'],
    ['keda', 'auto'],
    ['fixed', 'rollout'],
    ['rollout', 'fixed'],
    ['auto', 'rollout'],
    ['rollout', 'auto'],
    ['keda', 'rollout'],
    ['rollout', 'keda'],
    ['keda', 'external'],
    ['external', 'keda'],
    ['external', 'fixed'],
    ['fixed', 'external'],
    ['auto', 'external'],
    ['external', 'auto'],
    ['fixed', 'parked'],
    ['parked', 'fixed'],
    ['parked', 'auto'],
    ['parked', 'keda'],
    ...(['singleton', 'coordinated'] as const).flatMap((one) =>
      (['keda', 'rollout', 'external'] as const).flatMap(
        (other) =>
          [
            [one, other],
            [other, one],
          ] as const,
      ),
    ),
  ];
  const changes: ReadonlyArray<readonly [string, Props, Props]> = [
    [
      'KEDA: another trigger',
      { scaling: SCALINGS.keda },
      { scaling: Scaling.keda({ min: 2, max: 4, triggers: [cron('0 8 * * *')] }) },
    ],
    [
      'KEDA: other bounds',
      { scaling: SCALINGS.keda },
      { scaling: Scaling.keda({ min: 2, max: 8, triggers: [cron('0 7 * * *')] }) },
    ],
    ['KEDA: another version', { scaling: SCALINGS.keda }, { scaling: SCALINGS.keda, ...next }],
    [
      'Rollout: other steps',
      { scaling: SCALINGS.rollout },
      { scaling: Scaling.fixed(2, { argoSteps: [ArgoStep.weight(10)] }) },
    ],
    ['Rollout: another version', { scaling: SCALINGS.rollout }, { scaling: SCALINGS.rollout, ...next }],
  ];
  return [
    ...pairs.map(([from, to]) => ({
      name: `${from} to ${to} (foreign)`,
      before: of({ scaling: SCALINGS[from] }),
      after: of({ scaling: SCALINGS[to] }),
    })),
    ...changes.map(([name, before, after]) => ({ name, before: of(before), after: of(after) })),
  ].map((cell) => ({
    ...cell,
    unattended: /rollout|keda/i.test(cell.name),
    promised: /^(fixed|coordinated) to external/.test(cell.name) ? 2 : undefined,
  }));
}

/** The namespace is no longer the unit's: its objects get the unit's name, so that units may meet. */
function ownershipCells(): ReviewCell[] {
  const of = (namespace?: (name: string) => UnitNamespace) => (name: string) =>
    unitOf(name, (unit) => void tenant(unit), namespace?.(name));
  return [{ name: 'unit: own to existing namespace', before: of(), after: of(UnitNamespace.existing) }];
}

/** Every cell of them. */
export const REVIEW_CUSTOM_CELLS: readonly ReviewCell[] = [...gatewayCells(), ...scalingCells(), ...ownershipCells()];
