import { TENANT_LABEL, UNIT_LABEL } from '../core/managed-by';
import { type CommonObject, commonObjects } from '../diff/common-object';
import { fieldChanges } from '../diff/field-changes';
import type { Manifest } from '../diff/manifest';
import { pairsOf } from '../diff/pairs';
import { groupOf, type ObjectChange } from './object-change';
import { type TenantChange, tenantChanges } from './tenant-change';

/** All that a change of files does to the objects of a cluster. */
export interface Change {
  /** Every object of either side that is not the same on the other. */
  readonly objects: readonly ObjectChange[];
  /** The workloads of either side and their other side, whether they change or not. */
  readonly tenants: readonly TenantChange[];
  /** All objects of the files, before and after. */
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
}

/** The change from some files to others, each a text under its name. */
export function changeOf(from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): Change {
  const [before, after] = [commonObjects(from), commonObjects(to)];
  const pairs = pairsOf(before, after, [nameInCluster]).map((pair) => objectChange(pair.before, pair.after));
  const manifests = { before: before.map(({ manifest }) => manifest), after: after.map(({ manifest }) => manifest) };
  return {
    ...manifests,
    objects: pairs.filter(({ isUpdate, fields }) => !isUpdate || fields.length > 0),
    tenants: tenantChanges(pairs, manifests),
  };
}

/** What the cluster tells objects apart by. */
function nameInCluster({ manifest: { apiVersion, kind, metadata } }: CommonObject): string {
  return [groupOf(apiVersion), kind, metadata.namespace ?? '', metadata.name].join(' ');
}

function objectChange(before: CommonObject | undefined, after: CommonObject | undefined): ObjectChange {
  const [one] = [after, before].flatMap((side) => side ?? []);
  return {
    unit: one?.unit ?? labelOf(one?.manifest, UNIT_LABEL),
    tenant: labelOf(one?.manifest, TENANT_LABEL),
    before: before?.manifest,
    after: after?.manifest,
    isUpdate: before !== undefined && after !== undefined && nameInCluster(before) === nameInCluster(after),
    fields: before === undefined || after === undefined ? [] : fieldChanges(before.manifest, after.manifest),
  };
}

function labelOf(manifest: Manifest | undefined, label: string): string | undefined {
  const value = manifest?.metadata.labels?.[label];
  return typeof value === 'string' ? value : undefined;
}
