import { Duration } from 'cdk8s';
import { type Fleet, MiTenant, Scaling } from '../../../lib';
import { base, newFleet, newUnit } from '../../manifests';
import type { Queues } from './queues';

/** Pods that a queue needs are there at once, and go at once. */
const AT_ONCE = {
  scaleUp: { stabilizationWindowSeconds: 0 },
  scaleDown: { stabilizationWindowSeconds: 0 },
};

/** Who counts the pods of the tenant. */
export const COUNTED = {
  fixed: () => Scaling.fixed(3),
  auto: () => Scaling.auto({ min: 2, max: 6 }),
  external: () => Scaling.external({ min: 1, max: 6 }),
  keda: (queues: Queues, unit: string) => byQueue(queues, unit, 2, 6),
  'keda to nine': (queues: Queues, unit: string) => byQueue(queues, unit, 2, 9),
  'keda from none': (queues: Queues, unit: string) => byQueue(queues, unit, 0, 6),
  'keda, parked': (queues: Queues, unit: string) => byQueue(queues, unit, 2, 6).parked(),
} as const;
/** By name. */
export type Counted = keyof typeof COUNTED;

/** A fleet with tenant `orders` in a unit of this name, counted in this way. */
export function countedFleet(queues: Queues, unit: string, counted: Counted): Fleet {
  const fleet = newFleet({ kubeContext: 'test' });
  new MiTenant(newUnit(fleet, unit), 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: COUNTED[counted](queues, unit),
    lifecycle: { minReady: Duration.seconds(1) },
  });
  return fleet;
}

function byQueue(queues: Queues, unit: string, min: number, max: number): Scaling<'app'> {
  return Scaling.keda({
    min,
    max,
    triggers: [queues.trigger(unit)],
    cooldown: min === 0 ? Duration.seconds(1) : undefined,
    behavior: AT_ONCE,
  });
}
