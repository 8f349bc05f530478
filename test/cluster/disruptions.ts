import { availability, type Fleet, MiTenant } from '../../lib';
import { blockOf } from './guide';
import type { Kubectl } from './kubectl';
import { isOf, isReady, type Pod, podsNow, type TenantName } from './pod-watch';
import { until } from './wait';

const SECONDS = 60;

/** A tenant, and how many of its pods are ready always and while nodes are drained, as `availability` says it. */
export interface DrainPromise {
  readonly tenant: TenantName;
  readonly always: number;
  readonly drained: number;
}

/** What the table of a fleet promises of a drain. */
export function drainPromises(fleet: Fleet): DrainPromise[] {
  const rows = availability(fleet)
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return fleet.node.findAll().flatMap((one) => {
    if (!MiTenant.isMiTenant(one)) return [];
    const { unit, name, node } = one;
    const [, , , always = '', , , , drained = ''] = rows.find(([, path]) => path === node.path) ?? [];
    return [{ tenant: { namespace: unit.namespaceName, name }, always: Number(always), drained: Number(drained) }];
  });
}

/** Waits until that many pods of a tenant are ready and all others are gone, and gives them. */
export async function untilReady(kubectl: Kubectl, tenant: TenantName, count: number): Promise<readonly Pod[]> {
  return until(`${count} ready pods of ${tenant.name}`, SECONDS, async () => {
    const pods = await podsOf(kubectl, tenant);
    return pods.length === count && pods.every(isReady) ? pods : undefined;
  });
}

/** Waits until the only pod of a tenant is a ready one, and another than before. */
export async function untilReplaced(kubectl: Kubectl, tenant: TenantName, old: Pod): Promise<void> {
  await until(`a successor of ${old.metadata.name}`, SECONDS, async () => {
    const pods = await podsOf(kubectl, tenant);
    return pods.length === 1 && pods.every((pod) => isReady(pod) && pod.metadata.uid !== old.metadata.uid);
  });
}

/** Asks the API server to evict a pod, as a drain does. */
export async function evict(kubectl: Kubectl, { metadata: { name, namespace } }: Pod): Promise<void> {
  const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } };
  const path = `/api/v1/namespaces/${namespace}/pods/${name}/eviction`;
  await kubectl.ok(['create', '--raw', path, '-f', '-'], { input: JSON.stringify(eviction) });
}

/** Deletes a pod, as an operator does. */
export async function deletePod(kubectl: Kubectl, { metadata: { name, namespace } }: Pod): Promise<void> {
  await kubectl.ok(['delete', 'pod', name, '-n', namespace]);
}

/** Drains the nodes that run these pods, all at the same time, and lets them take pods again. */
export async function drain(kubectl: Kubectl, pods: readonly Pod[]): Promise<void> {
  const nodes = [...new Set(pods.map(({ spec }) => spec.nodeName ?? ''))];
  const [, , , ...flags] = blockOf('docs/operating.md', 'kubectl drain').trim().split(' ');
  await Promise.all(nodes.map((node) => kubectl.ok(['drain', node, ...flags])));
  await kubectl.ok(['uncordon', ...nodes]);
}

async function podsOf(kubectl: Kubectl, tenant: TenantName): Promise<readonly Pod[]> {
  return (await podsNow(kubectl)).filter(isOf(tenant));
}
