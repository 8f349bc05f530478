import type { Manifest } from '../diff/manifest';
import type { ObjectChange } from './object-change';
import { type Workload, workloadsOf } from './workload';

/** A workload before and after a change, whatever its kind and name. */
export interface TenantChange {
  /**
   * The unit that it is of.
   *
   * @default - it is of no unit
   */
  readonly unit?: string;
  /** The tenant, or the name of a workload that is none's. */
  readonly tenant: string;
  /**
   * What ran.
   *
   * @default - it comes
   */
  readonly before?: Workload;
  /**
   * What will run.
   *
   * @default - it leaves
   */
  readonly after?: Workload;
  /**
   * The change of the object, where it stays one object of the cluster.
   *
   * @default - another object runs
   */
  readonly update?: ObjectChange;
}

interface Side {
  readonly workload: Workload;
  readonly change: ObjectChange;
  readonly tenant: string;
}

/**
 * The workloads of either side by what they are: the same object; then the tenant, of which the kind may be another;
 * then the image, of which the name may be another.
 */
export function tenantChanges(
  changes: readonly ObjectChange[],
  { before, after }: { readonly before: readonly Manifest[]; readonly after: readonly Manifest[] },
): TenantChange[] {
  const [old, next] = [sidesOf(changes, 'before', before), sidesOf(changes, 'after', after)];
  const pairs = MATCHES.flatMap((keyOf) => takeOut(old, next, keyOf));
  return [
    ...pairs,
    ...[...old].map(({ change, tenant, workload }) => ({ unit: change.unit, tenant, before: workload })),
    ...[...next].map(({ change, tenant, workload }) => ({ unit: change.unit, tenant, after: workload })),
  ];
}

const MATCHES: ReadonlyArray<(side: Side) => string | undefined> = [
  ({ workload: { object } }) => [object.kind, object.metadata.namespace, object.metadata.name].join(' '),
  ({ change, tenant }) => `${change.unit} ${tenant}`,
  // A tenant under another name, or in another unit, runs the image of the one that left.
  ({ workload: { server } }) => server?.image?.replace(/(@.*|:[^:/]*)$/, ''),
];

function sidesOf(changes: readonly ObjectChange[], name: 'before' | 'after', all: readonly Manifest[]): Set<Side> {
  const byObject = new Map(changes.map((change) => [change[name], change]));
  return new Set(
    workloadsOf(all).flatMap((workload) => {
      const change = byObject.get(workload.object);
      return change === undefined ? [] : [{ workload, change, tenant: change.tenant ?? workload.object.metadata.name }];
    }),
  );
}

function takeOut(old: Set<Side>, next: Set<Side>, keyOf: (side: Side) => string | undefined): TenantChange[] {
  const there = new Map([...next].map((side) => [keyOf(side), side]));
  return [...old].flatMap((side) => {
    const key = keyOf(side);
    const other = key === undefined ? undefined : there.get(key);
    if (other === undefined || !next.delete(other)) {
      return [];
    }
    old.delete(side);
    const { change, tenant, workload } = other;
    const update = change.isUpdate && change === side.change ? change : undefined;
    return [{ unit: change.unit, tenant, before: side.workload, after: workload, update }];
  });
}
