import { markdownTable } from '../core/markdown-table';
import { sortedLines } from '../network/reach';
import { MiTenant } from '../tenant/mi-tenant';
import type { Scaling } from '../tenant/scaling';
import type { Fleet } from './fleet';

/**
 * How many pods of each tenant and of its canary are sure to be ready while something happens, as a table of Markdown: out of those that
 * always run, in an update, with a node lost, with both, and while nodes are drained. A node is taken to hold one pod of
 * a tenant, as they are spread where there is room; a must is `pod.topologySpreadConstraints`. A canary has a line of its
 * own, since its part of the requests has no other pods.
 */
export function availability(fleet: Fleet): string {
  const tenants = fleet.node.findAll().filter(MiTenant.isMiTenant);
  const lines = tenants.flatMap(({ workloads }) => workloads.map(({ path, scaling }) => [path, ...countsOf(scaling)]));
  const head = ['tenant', 'scaling', 'always', 'in an update', 'a node lost', 'both', 'nodes drained'];
  return [...markdownTable(head, sortedLines(lines)), ''].join('\n');
}

function countsOf({ text, least, rollout }: Scaling): string[] {
  // What runs alone ends before its successor starts.
  const { maxUnavailable, maxEvictions } = rollout ?? { maxUnavailable: 1, maxEvictions: 1 };
  // One pod has no disruption budget, since it would forbid every drain.
  const evicted = maxEvictions === 'unlimited' || least < 2 ? least : maxEvictions;
  const left = [0, maxUnavailable, 1, maxUnavailable + 1, evicted].map((gone) => `${Math.max(0, least - gone)}`);
  return [`\`${text}\``, ...left];
}
