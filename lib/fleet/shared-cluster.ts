import { DEFAULT_KUBERNETES } from '../core/kubernetes-version';
import type { RenderedObject } from '../rendered/rendered-object';
import { OUTSIDE_RULES } from '../rules';
import { type EnvironmentFault, faultOf, type Rendering } from './faults';
import { foldersOfTwoEnvironments } from './folders-of-environments';
import { objectsOfTwoEnvironments } from './objects-of-environments';
import { liveInOneCluster } from './one-cluster';

/** What an environment renders. */
export interface ClusterMember extends Rendering {
  readonly name: string;
}

/** What two environments that live in one cluster must not share, each sentence for both of them. */
export function sharedClusterRefusals(
  fleetName: string,
  members: readonly ClusterMember[],
): readonly EnvironmentFault[] {
  return members.flatMap((one, index) =>
    members
      .slice(index + 1)
      .filter(({ fleet }) => liveInOneCluster(one.fleet, fleet))
      .flatMap((other) =>
        refusalsOfTwo(fleetName, one, other).flatMap((sentence) =>
          [one, other].map((each) => ({ environment: each.name, ...faultOf(sentence, each) })),
        ),
      ),
  );
}

function refusalsOfTwo(fleetName: string, one: ClusterMember, other: ClusterMember): string[] {
  const overwritten = objectsOfTwoEnvironments(fleetName, one, other);
  if (overwritten.length > 0) {
    // What is one object cannot be told apart by any other law.
    return overwritten;
  }
  const known = new Set([...outside(one.objects), ...outside(other.objects)]);
  return [
    ...outside([...one.objects, ...other.objects]).filter((sentence) => !known.has(sentence)),
    ...foldersOfTwoEnvironments(one, other),
  ];
}

function outside(objects: readonly RenderedObject[]): string[] {
  return Object.values(OUTSIDE_RULES).flatMap((rule) =>
    rule({ objects, units: [], tenants: [], gateways: [], loadBalancers: [], kubernetes: DEFAULT_KUBERNETES }),
  );
}
