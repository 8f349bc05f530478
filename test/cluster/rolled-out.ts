import type { Kubectl } from './kubectl';
import { type Listed, listed } from './listed';
import { until } from './wait';

const SECONDS = 60;

/** Waits until every workload of some namespaces runs as many available pods of its newest template as it asks for. */
export async function rolledOut(kubectl: Kubectl, ...namespaces: readonly string[]): Promise<readonly Listed[]> {
  return until(`the rollout in ${namespaces.join(', ')}`, SECONDS, async () => {
    const lists = await Promise.all(namespaces.map((name) => listed(kubectl, 'deployments,statefulsets', '-n', name)));
    const waiting = lists.flat().filter((workload) => !isRolledOut(workload));
    if (waiting.length > 0) throw new Error(waiting.map(({ metadata, status }) => said(metadata.name, status)).join());
    return lists.flat();
  });
}

function isRolledOut({ metadata, spec, status = {} }: Listed): boolean {
  const counts = [status.replicas, status.updatedReplicas, status.readyReplicas, status.availableReplicas];
  return status.observedGeneration === metadata.generation && counts.every((count) => count === spec?.replicas);
}

function said(name: string, status: Listed['status']): string {
  return `${name} ${JSON.stringify(status)}`;
}
