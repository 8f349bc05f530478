import type { MiRelease } from '../release/mi-release';
import type { BusinessUnit } from '../unit/business-unit';

/** A tenant or its canary, as far as whoever watches it must know. */
export interface Watched {
  readonly unit: BusinessUnit;
  /** Name of its objects. */
  readonly name: string;
  /** What it is called among the tenants of its unit: its id, and `<id>-canary` of its canary. */
  readonly instance: string;
  /** The kind of object that runs its pods. */
  readonly workload: 'Deployment' | 'StatefulSet' | 'Rollout';
  /** How many they may be, where an autoscaler says how many they are. */
  readonly most: number | undefined;
  /** Its release of Micro Integrator. */
  readonly release: MiRelease;
  /** Whether it counts what it does. */
  readonly counts: boolean;
  /** Names of the claims whose files it sees. */
  readonly claims: readonly string[];
}

/** Labels of a series or an alert that say whose it is. */
export function ownLabels({ unit, instance, release }: Watched): Record<'unit' | 'tenant' | 'release', string> {
  return { unit: unit.name, tenant: instance, release };
}

/** The longest that the API server lets the part of a pod's name be that comes before its random end. */
const POD_BASE_MAX = 58;

/** Letters and digits that a ReplicaSet's hash and the random end of a pod's name are made of. */
const RANDOM = '[bcdfghjklmnpqrstvwxz2456789]';

/** A regular expression for the names of its pods, and of no other's: ends are without "-". */
export function podPattern({ name, workload }: Watched): string {
  const base = `${name}-`;
  // A hash has at most ten letters; what is too long is cut off before the random end is put to it.
  const isCut = base.length + 11 > POD_BASE_MAX;
  const deployed = isCut ? `${base.slice(0, POD_BASE_MAX)}[-a-z0-9]*` : `${base}${RANDOM}+-${RANDOM}{5}`;
  return workload === 'StatefulSet' ? `${base}[0-9]+` : deployed;
}
