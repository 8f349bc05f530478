import type { Manifest } from '../diff/manifest';
import { at, numberAt } from '../review/read';
import { workloadsOf } from '../review/workload';
import { ownsReplicas } from './live';
import { WAITED } from './phase';

/** A live workload that somebody else counts from now on. */
export interface HandOver {
  readonly workload: Manifest;
  /** How many pods it has until they look. */
  readonly pods: number;
}

/** An object of the cluster and what the file makes of it. */
export interface Pair {
  readonly before: Manifest;
  readonly next: Manifest;
}

/** Whether a file says how many pods there are. */
export function saysReplicas(object: Manifest): boolean {
  return at(object, 'spec', 'replicas') !== undefined;
}

/**
 * The workloads whose number of pods leaves the file, as many as run; and those of which KEDA, which goes, left none: who
 * counts by what runs would never start one. What the file itself had stopped is started by the server’s own number.
 */
export function handOversOf(
  pairs: readonly Pair[],
  unscaled: readonly Manifest[],
  wanted: readonly Manifest[],
): HandOver[] {
  const workloads = pairs.filter(({ next }) => WAITED.has(next.kind));
  const least = new Map(workloadsOf(wanted).map((one) => [one.object, one.least]));
  const leftByKeda = new Set(
    workloadsOf([...workloads.map(({ before }) => before), ...unscaled])
      .filter(({ scaler }) => scaler?.kind === 'ScaledObject')
      .map(({ object }) => object),
  );
  return workloads
    .filter(({ next }) => !saysReplicas(next))
    .flatMap(({ before, next }) => {
      const pods = numberAt(before, 'spec', 'replicas') ?? 0;
      if (pods === 0) {
        return leftByKeda.has(before) ? [{ workload: before, pods: least.get(next) ?? 1 }] : [];
      }
      return ownsReplicas(before) ? [{ workload: before, pods }] : [];
    });
}
