import { parseAllDocuments } from 'yaml';
import { applyText, distTexts } from './dist';
import type { Kubectl } from './kubectl';
import { type Listed, listed } from './listed';
import { restrictedNamespace } from './plain-manifests';
import { until } from './wait';

const FOREIGN = 'foreign';

/** Name of a volume that is like the one of dist/, but kept for no claim. */
export const UNCLAIMED = 'unclaimed';

/**
 * Offers the volume of dist/ to two claims of another namespace, before its own claim is there.
 *
 * A second volume that any claim may take shows when the binder has looked at the claims, and that they do fit.
 */
export async function offerToForeignClaims(kubectl: Kubectl): Promise<void> {
  const volume = distTexts()
    .flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as Listed))
    .find(({ kind }) => kind === 'PersistentVolume');
  if (volume === undefined) throw new Error('dist/ must have a volume, got none');
  const { claimRef: _kept, ...spec } = volume.spec ?? {};
  const unclaimed = { ...volume, metadata: { ...volume.metadata, name: UNCLAIMED }, spec };
  await kubectl.apply(restrictedNamespace(FOREIGN), foreignClaim('first'), foreignClaim('second'));
  await applyText(kubectl, `${JSON.stringify(volume)}\n`, `${JSON.stringify(unclaimed)}\n`);
  await until('a bound claim', 20, async () => (await foreignVolumes(kubectl)).length > 0);
}

/** Names of the volumes that the claims of the other namespace got. */
export async function foreignVolumes(kubectl: Kubectl): Promise<readonly string[]> {
  const claims = await listed(kubectl, 'persistentvolumeclaims', '-n', FOREIGN);
  return claims.filter(({ status }) => status?.phase === 'Bound').map(({ spec }) => String(spec?.volumeName));
}

/** Fits the volume of dist/ in all: size, access mode, class, label. */
function foreignClaim(name: string): object {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { namespace: FOREIGN, name },
    spec: {
      accessModes: ['ReadWriteMany'],
      storageClassName: '',
      resources: { requests: { storage: '1Gi' } },
      selector: { matchLabels: { purpose: 'lab-results' } },
    },
  };
}
