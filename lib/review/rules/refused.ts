import { groupOf } from '../../core/api-group';
import type { FieldChange } from '../../diff/field-changes';
import type { Manifest } from '../../diff/manifest';
import type { Finding } from '../finding';
import { nameOf } from '../object-change';
import { at } from '../read';
import type { ReviewRule } from '../rule';
import { shown } from '../words';

/** Fields that the API server never changes, by kind; and fields of those which it does change (pkg/apis, validation). */
interface Immutable {
  readonly fields: RegExp;
  /**
   * What of them may change.
   *
   * @default - nothing
   */
  readonly but?: RegExp;
  /**
   * Those that are held fast only where this is so.
   *
   * @default - always
   */
  readonly where?: (before: Manifest, after: Manifest) => boolean;
  /** The way out. */
  readonly out: string;
}

const AGAIN = 'delete the object and apply it again, or give it another name';
const RECREATE = 'delete it with --cascade=orphan and apply again: its pods run on meanwhile';

const IMMUTABLE: Readonly<Record<string, Immutable | readonly Immutable[]>> = {
  'apps/Deployment': {
    fields: /^spec\.selector\b/,
    out: 'give it another name, and delete the old one when the new one answers',
  },
  'apps/DaemonSet': { fields: /^spec\.selector\b/, out: AGAIN },
  'apps/ReplicaSet': { fields: /^spec\.selector\b/, out: AGAIN },
  'apps/StatefulSet': {
    fields: /^spec\b/,
    but: /^spec\.(replicas|template|updateStrategy|minReadySeconds|ordinals|persistentVolumeClaimRetentionPolicy|revisionHistoryLimit)\b/,
    out: RECREATE,
  },
  'batch/Job': {
    fields:
      /^spec\.(selector|template|completions|completionMode|podFailurePolicy|backoffLimitPerIndex|managedBy|successPolicy)\b/,
    out: AGAIN,
  },
  '/ConfigMap': { fields: /^(data|binaryData|immutable)\b/, where: isHeld, out: AGAIN },
  '/Secret': [
    { fields: /^(data|stringData|immutable)\b/, where: isHeld, out: AGAIN },
    { fields: /^type\b/, out: AGAIN },
  ],
  '/Service': {
    fields: /^spec\.clusterIPs?\b/,
    // What is left out keeps the address that there is.
    where: (_, after) => at(after, 'spec', 'clusterIP') !== undefined,
    out: AGAIN,
  },
  '/PersistentVolume': {
    fields: /^spec\b/,
    but: /^spec\.(capacity|accessModes|persistentVolumeReclaimPolicy|claimRef|mountOptions|storageClassName|volumeAttributesClassName|nodeAffinity)\b/,
    out: 'make it a volume of another name; the files stay where they are',
  },
  '/PersistentVolumeClaim': {
    fields: /^spec\b/,
    but: /^spec\.(resources|volumeAttributesClassName)\b/,
    out: 'make it a claim of another name; the files stay with the old one',
  },
  'networking.k8s.io/IngressClass': { fields: /^spec\.controller\b/, out: AGAIN },
  'storage.k8s.io/StorageClass': {
    fields: /^(parameters|provisioner|reclaimPolicy|volumeBindingMode)\b/,
    out: AGAIN,
  },
  'rbac.authorization.k8s.io/RoleBinding': { fields: /^roleRef\b/, out: AGAIN },
  'rbac.authorization.k8s.io/ClusterRoleBinding': { fields: /^roleRef\b/, out: AGAIN },
  'scheduling.k8s.io/PriorityClass': { fields: /^(value|preemptionPolicy)\b/, out: AGAIN },
};

/** Objects that the API server will not change so: the apply ends with an error there, and does the rest. */
export const refused: ReviewRule = ({ objects }) =>
  objects.flatMap(({ unit, tenant, before, after, isUpdate, fields }): Finding[] => {
    if (before === undefined || after === undefined || !isUpdate) {
      return [];
    }
    const laws = [IMMUTABLE[`${groupOf(after.apiVersion)}/${after.kind}`] ?? []].flat();
    const held = laws
      .filter(({ where }) => where?.(before, after) !== false)
      .flatMap((law) => fields.filter((field) => isImmutable(field, law)));
    const shrinks = shrinking(after, fields);
    return held.length + shrinks.length === 0
      ? []
      : [
          {
            severity: 'danger',
            unit,
            tenant,
            says: `the API server refuses ${nameOf(after)}: ${[...held.map(({ path }) => `${path} cannot be changed`), ...shrinks].join(', ')}; ${laws[0]?.out ?? AGAIN}`,
            because: held.map(({ path, from, to }) => `${path}: ${changed(after, from, to)}`),
            about: [after],
          },
        ];
  });

function isImmutable({ path }: FieldChange, { fields, but }: Immutable): boolean {
  return fields.test(path) && but?.test(path) !== true;
}

function isHeld(before: Manifest): boolean {
  return at(before, 'immutable') === true;
}

function changed({ kind }: Manifest, from: unknown, to: unknown): string {
  return kind === 'Secret' ? '(secret)' : `${shown(from)} → ${shown(to)}`;
}

/** A claim only grows, and only where its class lets it. */
function shrinking({ kind }: Manifest, fields: readonly FieldChange[]): string[] {
  const size = fields.find(({ path }) => path === 'spec.resources.requests.storage');
  return kind === 'PersistentVolumeClaim' && size !== undefined
    ? [
        `a claim of ${shown(size.from)} becomes ${shown(size.to)} only where it grows and its class has allowVolumeExpansion`,
      ]
    : [];
}
