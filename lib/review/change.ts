import { TENANT_LABEL, UNIT_LABEL } from '../core/managed-by';
import { type CommonObject, commonObjects } from '../diff/common-object';
import { fieldChanges } from '../diff/field-changes';
import type { Manifest } from '../diff/manifest';
import { pairsOf } from '../diff/pairs';
import { type Alert, alertsOf } from './alert';
import { isAttached, manifestsOf } from './attached';
import type { Costs } from './costs';
import { keyOf, type ObjectChange } from './object-change';
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
  /** The alerts of the files, before and after. */
  readonly alerts: { readonly before: readonly Alert[]; readonly after: readonly Alert[] };
  /** Names of the files beside the manifests that differ. */
  readonly attached: {
    readonly come: readonly string[];
    readonly changed: readonly string[];
    readonly gone: readonly string[];
  };
  /**
   * What the files of the fleet cost that are the same on both sides.
   *
   * @default - there are no others
   */
  readonly resting?: Costs;
  /**
   * The texts of those files.
   *
   * @default - there are no others
   */
  readonly restingTexts?: readonly string[];
}

/** The change from some files to others, each a text under its name; documents that are known need no parsing. */
export function changeOf(
  from: ReadonlyMap<string, string>,
  to: ReadonlyMap<string, string>,
  known = new Map<string, readonly Manifest[]>(),
): Change {
  const [before, after] = [commonObjects(manifestsOf(from), known), commonObjects(manifestsOf(to), known)];
  const pairs = pairsOf(before, after, [({ manifest }) => keyOf(manifest)]).map((pair) =>
    objectChange(pair.before, pair.after),
  );
  const manifests = { before: before.map(({ manifest }) => manifest), after: after.map(({ manifest }) => manifest) };
  return {
    ...manifests,
    objects: pairs.filter(({ isUpdate, fields }) => !isUpdate || fields.length > 0),
    tenants: tenantChanges(pairs, manifests),
    alerts: { before: alertsOf(from, manifests.before), after: alertsOf(to, manifests.after) },
    attached: attachedChanges(from, to),
  };
}

function attachedChanges(from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): Change['attached'] {
  const [before, after] = [from, to].map((files) => [...files.keys()].filter(isAttached).sort());
  return {
    come: (after ?? []).filter((name) => !from.has(name)),
    changed: (after ?? []).filter((name) => from.has(name) && from.get(name) !== to.get(name)),
    gone: (before ?? []).filter((name) => !to.has(name)),
  };
}

function objectChange(before: CommonObject | undefined, after: CommonObject | undefined): ObjectChange {
  const [one] = [after, before].flatMap((side) => side ?? []);
  return {
    // What is no unit's is told by its namespace.
    unit: one?.unit ?? labelOf(one?.manifest, UNIT_LABEL) ?? one?.namespace ?? namespaceOf(one?.manifest),
    tenant: labelOf(one?.manifest, TENANT_LABEL),
    before: before?.manifest,
    after: after?.manifest,
    isUpdate: before !== undefined && after !== undefined && keyOf(before.manifest) === keyOf(after.manifest),
    fields: before === undefined || after === undefined ? [] : fieldChanges(before.manifest, after.manifest),
  };
}

/** A Namespace is what is in it. */
function namespaceOf(manifest: Manifest | undefined): string | undefined {
  return manifest?.kind === 'Namespace' ? manifest.metadata.name : undefined;
}

function labelOf(manifest: Manifest | undefined, label: string): string | undefined {
  const value = manifest?.metadata.labels?.[label];
  return typeof value === 'string' ? value : undefined;
}
