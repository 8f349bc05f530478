import { DEFAULT_KUBERNETES } from '../core/kubernetes-version';
import type { RenderedObject } from '../rendered/rendered-object';
import { OUTSIDE_RULES } from '../rules';
import { type EnvironmentFault, faultOf, type Rendering } from './faults';

/** What an environment renders. */
export interface ClusterMember extends Rendering {
  readonly name: string;
  /** What the names of its units end with. */
  readonly suffix: string;
}

/**
 * What two environments must not share, each sentence for both of them. They live in one cluster if their suffixes differ:
 * that is what a suffix is for, and with one suffix their names would be the same.
 */
export function sharedClusterRefusals(members: readonly ClusterMember[]): readonly EnvironmentFault[] {
  return members.flatMap((one, index) =>
    members
      .slice(index + 1)
      .filter(({ suffix }) => suffix !== one.suffix)
      .flatMap((other) => {
        const known = new Set([...outside(one.objects), ...outside(other.objects)]);
        return outside([...one.objects, ...other.objects])
          .filter((sentence) => !known.has(sentence))
          .flatMap((sentence) => [one, other].map((each) => ({ environment: each.name, ...faultOf(sentence, each) })));
      }),
  );
}

function outside(objects: readonly RenderedObject[]): string[] {
  return Object.values(OUTSIDE_RULES).flatMap((rule) =>
    rule({ objects, units: [], tenants: [], gateways: [], loadBalancers: [], kubernetes: DEFAULT_KUBERNETES }),
  );
}
