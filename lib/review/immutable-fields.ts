import { isDeepStrictEqual } from 'node:util';
import { quantity } from '../core/quantity';
import type { FieldChange } from '../diff/field-changes';
import type { Manifest } from '../diff/manifest';
import { at, listAt, numberAt } from './read';

/** Fields that the API server never changes, by kind; and fields of those which it does change (pkg/apis, validation). */
export interface Immutable {
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

/** The way out where there is no better one. */
export const AGAIN = 'delete the object and apply it again, or give it another name';
const RECREATE = 'delete it with --cascade=orphan and apply again: its pods run on meanwhile';

/** What is refused of each kind, under its group and name. */
export const IMMUTABLE: Readonly<Record<string, Immutable | readonly Immutable[]>> = {
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
  'batch/Job': [
    {
      fields: /^spec\.(selector|completionMode|podFailurePolicy|backoffLimitPerIndex|managedBy|successPolicy)\b/,
      out: AGAIN,
    },
    // One whose pods are numbered may grow and shrink with its parallelism.
    {
      fields: /^spec\.completions\b/,
      where: (before) => at(before, 'spec', 'completionMode') !== 'Indexed',
      out: AGAIN,
    },
    { fields: /^spec\.template\b/, where: (before) => !isSuspended(before), out: AGAIN },
    {
      fields: /^spec\.template\b/,
      but: /^spec\.template\.(metadata\.(labels|annotations)|spec\.(nodeSelector|affinity|tolerations|schedulingGates))\b/,
      where: isSuspended,
      out: AGAIN,
    },
  ],
  '/ConfigMap': { fields: /^(data|binaryData|immutable)\b/, where: isHeld, out: AGAIN },
  '/Secret': [
    { fields: /^(data|stringData|immutable)\b/, where: isHeld, out: AGAIN },
    { fields: /^type\b/, out: AGAIN },
  ],
  '/Service': [
    {
      fields: /^spec\.clusterIPs?\b/,
      // What is left out keeps the address that there is, and a name elsewhere has none.
      where: (before, after) =>
        at(after, 'spec', 'clusterIP') !== undefined && at(before, 'spec', 'type') !== 'ExternalName',
      out: AGAIN,
    },
    {
      fields: /^spec\.loadBalancerClass\b/,
      where: (...sides) => sides.every((side) => at(side, 'spec', 'type') === 'LoadBalancer'),
      out: AGAIN,
    },
  ],
  '/Pod': [
    {
      fields: /^spec\b/,
      but: /^spec\.((initContainers|containers)\[[^\]]*\]\.image|activeDeadlineSeconds|tolerations|schedulingGates|nodeSelector|affinity)\b/,
      out: AGAIN,
    },
    // Where a pod may run is held once nothing keeps it from being placed.
    { fields: /^spec\.(nodeSelector|affinity)\b/, where: isPlaced, out: AGAIN },
    { fields: /^spec\.tolerations\b/, where: losesTolerations, out: AGAIN },
    { fields: /^spec\.activeDeadlineSeconds\b/, where: livesLonger, out: AGAIN },
  ],
  'apiextensions.k8s.io/CustomResourceDefinition': {
    fields: /^spec\.(group|scope|names\.(kind|plural))\b/,
    out: 'give it another group; whoever deletes it deletes every object of its kind',
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

/** What the API server fills into such fields: to say it, or not to say it any more, changes nothing. */
const FILLED: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['apiVersion', 'v1'],
  ['completionMode', 'NonIndexed'],
  ['completions', 1],
  ['imagePullPolicy', 'IfNotPresent'],
  ['kind', 'PersistentVolumeClaim'],
  ['podManagementPolicy', 'OrderedReady'],
  ['preemptionPolicy', 'PreemptLowerPriority'],
  ['reclaimPolicy', 'Delete'],
  ['restartPolicy', 'Always'],
  ['type', 'Opaque'],
  ['volumeBindingMode', 'Immediate'],
  ['volumeMode', 'Filesystem'],
]);

/** Whether a field is what it was: as an amount in other words, or as what is there where nothing is said. */
export function isSame({ path, from, to }: FieldChange): boolean {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const [was, is] = [from ?? FILLED.get(name), to ?? FILLED.get(name)];
  return isDeepStrictEqual(was, is) || (name === 'storage' && quantity(was) === quantity(is));
}

function isSuspended(before: Manifest): boolean {
  return at(before, 'spec', 'suspend') === true;
}

function isHeld(before: Manifest): boolean {
  return at(before, 'immutable') === true;
}

function isPlaced(before: Manifest): boolean {
  return listAt(before, 'spec', 'schedulingGates').length === 0;
}

function losesTolerations(before: Manifest, after: Manifest): boolean {
  const kept = listAt(after, 'spec', 'tolerations');
  return listAt(before, 'spec', 'tolerations').some((one) => !kept.some((other) => isDeepStrictEqual(one, other)));
}

/** A time to live is set or becomes shorter. */
function livesLonger(before: Manifest, after: Manifest): boolean {
  const was = numberAt(before, 'spec', 'activeDeadlineSeconds');
  const is = numberAt(after, 'spec', 'activeDeadlineSeconds');
  return was !== undefined && (is === undefined || is > was);
}
