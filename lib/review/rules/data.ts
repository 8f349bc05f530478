import type { Manifest } from '../../diff/manifest';
import type { Change } from '../change';
import type { Finding } from '../finding';
import { nameOf, type ObjectChange, sidesOf } from '../object-change';
import { at, textAt } from '../read';
import { restingIn } from '../resting-objects';
import type { ReviewRule } from '../rule';
import { fromTo } from '../words';

const KINDS = new Set(['PersistentVolume', 'PersistentVolumeClaim', 'Namespace']);

/** Files that may be lost or left behind: a volume, a claim or a namespace leaves or becomes another. */
export const data: ReviewRule = (change) => {
  const moving = change.objects.filter((one) => KINDS.has((one.before ?? one.after)?.kind ?? ''));
  const [namespaces, volumes] = [moving.filter(isNamespace), moving.filter((one) => !isNamespace(one))];
  return [
    ...namespaces.flatMap((one) => namespaceFindings(change, one)),
    ...volumes
      .filter((volume) => !volumes.some((claim) => isClaimOf(claim, volume)))
      .flatMap((claim) =>
        findingsOf(
          claim,
          volumes.find((volume) => isClaimOf(claim, volume)),
        ),
      ),
  ];
};

function isNamespace({ before, after }: ObjectChange): boolean {
  return (before ?? after)?.kind === 'Namespace';
}

function namespaceFindings(change: Change, { unit, tenant, before, after, isUpdate }: ObjectChange): Finding[] {
  if (before === undefined || isUpdate) {
    return [];
  }
  const says = livesOn(change, before.metadata.name) ? namespaceStays(before) : namespaceLeaves(before);
  return [{ unit, tenant, about: sidesOf({ before, after }), ...says }];
}

/** Whether something of the next state is in the namespace. */
function livesOn(change: Change, name: string): boolean {
  return change.after.some(({ metadata }) => metadata.namespace === name) || restingIn(change, name).length > 0;
}

/** A volume and its claim move together, and are told once. */
function isClaimOf(claim: ObjectChange, volume: ObjectChange): boolean {
  const moves = !claim.isUpdate && !volume.isUpdate && claim.after?.kind === 'PersistentVolumeClaim';
  return (
    moves && sidesOf(volume).length === 2 && textAt(claim.after, 'spec', 'volumeName') === volume.after?.metadata.name
  );
}

function findingsOf(change: ObjectChange, volume: ObjectChange | undefined): Finding[] {
  const { unit, tenant, before, after, isUpdate } = change;
  if (before === undefined) {
    return [];
  }
  const about = { unit, tenant, about: [before, ...(after === undefined ? [] : [after])] };
  if (!isUpdate) {
    return after === undefined
      ? [{ ...about, ...leaves(before) }]
      : [
          {
            ...about,
            about: [...about.about, ...(volume === undefined ? [] : sidesOf(volume))],
            ...moves(before, after, volume),
          },
        ];
  }
  const policy = 'persistentVolumeReclaimPolicy';
  const [from, to] = [textAt(before, 'spec', policy), textAt(after, 'spec', policy)];
  // A volume that somebody wrote is retained where it says nothing.
  const isKept = before.kind === 'PersistentVolume' && (from ?? 'Retain') === 'Retain';
  return isKept && (to ?? 'Retain') !== 'Retain'
    ? [
        {
          ...about,
          severity: 'danger',
          says: `files of ${nameOf(before)} are deleted with its claim from now on`,
          because: [`${policy}: ${fromTo(from, to)}`],
        },
      ]
    : [];
}

type Said = Pick<Finding, 'severity' | 'says' | 'because' | 'run'>;

function namespaceLeaves(namespace: Manifest): Said {
  const { name } = namespace.metadata;
  return {
    severity: 'danger',
    says: `the namespace ${name} leaves the file: an apply leaves it and all in it, whoever prunes or deletes it deletes all in it, claims of a StorageClass with their files`,
    run: [`kubectl delete namespace ${name}  # when nothing in it is needed any more`],
  };
}

function namespaceStays({ metadata: { name } }: Manifest): Said {
  return {
    severity: 'warning',
    says: `the namespace ${name} leaves the file and stays, since objects of the files are in it: nothing here describes it any more, so its labels and annotations stay as they are; whoever prunes or deletes it deletes all in it`,
  };
}

function leaves(volume: Manifest): Said {
  return {
    severity: isDynamic(volume) ? 'danger' : 'warning',
    says: isDynamic(volume)
      ? `${nameOf(volume)} leaves the file and stays in the cluster; when it is deleted, its files go with it unless its class keeps them`
      : `${nameOf(volume)} leaves the file and stays in the cluster, with its files`,
  };
}

function moves(before: Manifest, after: Manifest, volume: ObjectChange | undefined): Said {
  const source = (volume?.fields ?? []).filter(({ path }) => /^spec\.(?!claimRef)/.test(path));
  const because = [
    `${nameOf(before)} becomes ${nameOf(after)}`,
    ...source.map(({ path, from, to }) => `${path}: ${fromTo(from, to)}`),
  ];
  return {
    severity: isDynamic(after) ? 'danger' : 'warning',
    says: isDynamic(after)
      ? 'the pods move to another volume, which is empty: no file is copied, the old claim stays'
      : 'the pods move to another volume: no file is copied, so let both see the files, or stop the tenant and copy before; the old one stays for a rollback',
    because,
  };
}

/** A claim without a volume of its own gets one of its class, which is deleted with it. */
function isDynamic(volume: Manifest): boolean {
  return volume.kind === 'PersistentVolumeClaim' && at(volume, 'spec', 'volumeName') === undefined;
}
