import { COORDINATION_ID } from '../../config/datasource';
import { configMapsOf } from '../causes';
import { coordinationOf, isSameDatabase } from '../coordination';
import type { Finding } from '../finding';
import type { ReviewRule } from '../rule';
import { fromTo } from '../words';
import { endsAllFirst, type Workload } from '../workload';

/** Another database shares out the work: while pods are replaced, those of before know nothing of those of after. */
export const coordination: ReviewRule = ({ tenants, before: old, after: next }) =>
  tenants.flatMap(({ unit, tenant, before, after, update }): Finding[] => {
    if (before === undefined || after === undefined || update === undefined || !meet(before, after)) {
      return [];
    }
    const { kind, metadata } = after.object;
    const maps = configMapsOf(old, next, metadata.namespace);
    const [from, to] = [coordinationOf(before, maps.before), coordinationOf(after, maps.after)];
    const namespace = metadata.namespace === undefined ? '' : `-n ${metadata.namespace} `;
    return from === undefined || to === undefined || isSameDatabase(from, to)
      ? []
      : [
          {
            severity: 'danger',
            unit,
            tenant,
            says: 'two generations run at once where there must be one: the old pods share out their work by one database and the new ones by another, so both do all of it; neither an apply nor deploy stops the old ones first',
            because: [`${COORDINATION_ID}: ${fromTo(from, to)}`],
            run: [
              `kubectl ${namespace}delete ${kind.toLowerCase()}/${metadata.name} --cascade=foreground  # before the apply; returns when the last pod is gone`,
            ],
            about: [after.object],
          },
        ];
  });

/** Whether pods of before are still there when the first of after starts. */
function meet(before: Workload, after: Workload): boolean {
  const isParked = before.most === 0 || after.most === 0;
  return !isParked && !endsAllFirst(before, after);
}
