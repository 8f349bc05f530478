import { groupBy } from '../../core/by-key';
import { quantity } from '../../core/quantity';
import type { Manifest } from '../../diff/manifest';
import type { Change } from '../change';
import { addUp, type Costs, costLines, costsOf, NOTHING, SPARE } from '../costs';
import type { Finding } from '../finding';
import { fieldsAt } from '../read';
import type { ReviewRule } from '../rule';

/** CPU, memory and disk of each unit and of the fleet, reserved and at most; and what its quota has left. */
export const cost: ReviewRule = (change) => {
  const units = [...groupBy(change.tenants, ({ unit }) => unit).keys()];
  const each = units.map((unit) => ({ unit, ...sidesOf(change, unit) }));
  const changed = each.filter(({ before, after }) => costLines(before, after).length > 0);
  const { resting = NOTHING } = change;
  const total = (side: 'before' | 'after') => addUp([resting, ...each.map((one) => one[side])]);
  const isAll = each.length === 1 && resting.pods === 0;
  return [
    ...changed.map(({ unit, before, after }) => finding(unit, before, after, leftOf(change, unit, after))),
    ...(changed.length > 0 && !isAll ? [finding(undefined, total('before'), total('after'), [])] : []),
  ];
};

function finding(unit: string | undefined, before: Costs, after: Costs, left: readonly string[]): Finding {
  const says = `costs ${costLines(before, after).join('; ')}`;
  return {
    severity: 'notice',
    unit,
    says: unit === undefined ? `the whole fleet ${says}` : says,
    because: left,
    about: [],
  };
}

function sidesOf({ tenants, before, after }: Change, unit: string | undefined): { before: Costs; after: Costs } {
  const ofUnit = tenants.filter((one) => one.unit === unit);
  const workloads = (side: 'before' | 'after') => ofUnit.flatMap((one) => one[side] ?? []);
  const namespaces = new Set(
    [...workloads('before'), ...workloads('after')].map(({ object }) => object.metadata.namespace),
  );
  const claims = (objects: readonly Manifest[]) =>
    objects.filter(({ kind, metadata }) => kind === 'PersistentVolumeClaim' && namespaces.has(metadata.namespace));
  return {
    before: costsOf(workloads('before'), claims(before)),
    after: costsOf(workloads('after'), claims(after)),
  };
}

/** What a quota of the unit has left when all its tenants are at their most. */
function leftOf({ tenants, after }: Change, unit: string | undefined, costs: Costs): string[] {
  const namespaces = new Set(
    tenants.filter((one) => one.unit === unit).map((one) => one.after?.object.metadata.namespace),
  );
  return after
    .filter(({ kind, metadata }) => kind === 'ResourceQuota' && namespaces.has(metadata.namespace))
    .map((quota) => {
      const hard = fieldsAt(quota, 'spec', 'hard');
      const left = SPARE.flatMap(({ resource, name, said }) =>
        hard[resource] === undefined
          ? []
          : [`${name} ${said(quantity(hard[resource]) - costs[resource])} of ${said(quantity(hard[resource]))}`],
      );
      return `quota left with all tenants at their most: ${left.join(', ')}`;
    });
}
