import { causesOf, configMapsOf } from './causes';
import type { Change } from './change';
import type { TenantChange } from './tenant-change';
import type { Workload } from './workload';

/** A workload that stays one object and whose pods are replaced. */
export interface Restart {
  readonly change: TenantChange;
  readonly before: Workload;
  readonly after: Workload;
  /** What of the pods is another. */
  readonly causes: readonly string[];
}

/** The workloads whose pods an apply replaces, since their template is another. */
export function restartsOf({ tenants, before: old, after: next }: Change): Restart[] {
  return tenants.flatMap((change) => {
    const { before, after, update } = change;
    const isRolled = update?.fields.some(({ path }) => path.startsWith('spec.template.')) === true;
    return before === undefined || after === undefined || !isRolled
      ? []
      : [{ change, before, after, causes: causesOf(change, configMapsOf(old, next, after.object.metadata.namespace)) }];
  });
}
