import { quantity } from '../../core/quantity';
import type { Manifest } from '../../diff/manifest';
import type { Change } from '../change';
import type { Finding } from '../finding';
import { nameOf } from '../object-change';
import { bytes, cores } from '../quantity';
import { fieldsAt } from '../read';
import { RESOURCES, type Resource, resourcesOf } from '../resources';
import type { ReviewRule } from '../rule';
import type { TenantChange } from '../tenant-change';

/** Pods that a quota keeps out, so that an update stands still: the old ones are still there when the first new one comes. */
export const quota: ReviewRule = (change) =>
  change.after.filter(({ kind }) => kind === 'ResourceQuota').flatMap((object) => findingsOf(change, object));

function findingsOf({ tenants }: Change, object: Manifest): Finding[] {
  const { namespace } = object.metadata;
  const inside = tenants.filter(({ before, after }) =>
    [before, after].some((side) => side?.object.metadata.namespace === namespace),
  );
  const hard = fieldsAt(object, 'spec', 'hard');
  const [unit] = inside.flatMap((one) => one.unit ?? []);
  const kept = RESOURCES.flatMap((resource) => {
    const limit = hard[resource];
    const running = sum(inside, 'before', resource);
    const first = Math.max(0, ...inside.map((one) => newPod(one, resource)));
    const settled = sum(inside, 'after', resource) + sum(inside.filter(isLeaving), 'before', resource);
    const needed = Math.max(first === 0 ? 0 : running + first, settled);
    return limit === undefined || first === 0 || needed <= quantity(limit)
      ? []
      : [`${resource}: ${said(resource, needed)} of ${said(resource, quantity(limit))}`];
  });
  return kept.length === 0
    ? []
    : [
        {
          severity: 'danger',
          unit,
          says: `blocked by ${nameOf(object)}: the pods that run and the first new one need more than it lets in; what does not fit is not started (FailedCreate), and the update stands still. Give the quota more, apply, wait, and take it back`,
          because: kept,
          about: [object],
        },
      ];
}

/** What all pods of one side need, at the least that there are. */
function sum(tenants: readonly TenantChange[], side: 'before' | 'after', resource: Resource): number {
  return tenants.reduce((total, { [side]: workload }) => {
    return total + (workload === undefined ? 0 : workload.least * resourcesOf(workload)[resource]);
  }, 0);
}

/** What the first new pod of a tenant needs beyond those that run; nothing where none is new, or an old one goes first. */
function newPod({ before, after, update }: TenantChange, resource: Resource): number {
  if (after === undefined || after.least === 0) {
    return 0;
  }
  const isRolled = update?.fields.some(({ path }) => path.startsWith('spec.template.')) === true;
  const isMore = update === undefined || after.least > (before?.least ?? 0);
  const needs = resourcesOf(after)[resource];
  const first = isRolled && after.stopsFirst && before !== undefined ? needs - resourcesOf(before)[resource] : needs;
  return isRolled || isMore ? Math.max(0, first) : 0;
}

function isLeaving({ before, after, update }: TenantChange): boolean {
  return before !== undefined && (after === undefined || update === undefined);
}

function said(resource: Resource, amount: number): string {
  return resource.endsWith('memory') || resource.endsWith('storage') ? bytes(amount) : cores(amount);
}
