import { TENANT_LABEL } from '../core/managed-by';
import { sentence, verbatim } from '../core/refusal';
import type { Manifest } from '../diff/manifest';
import { textAt } from '../review/read';
import { type Kubectl, titleOf } from './kubectl';
import { isPoller, liveOf } from './live';
import type { Part } from './part';
import { PHASES, phaseOf, VOLUMES, WAITED } from './phase';
import type { Teller } from './teller';

/** What goes of a unit, and what stays. */
export interface Removal {
  readonly unit: string;
  readonly namespace: string;
  readonly removed: readonly Manifest[];
  /** Volumes and claims, and the namespace that holds claims. */
  readonly kept: readonly Manifest[];
}

/** What a teardown takes. */
export interface RemovalProps {
  /** @default - all of it */
  readonly tenant?: string;
  /** Whether the namespace goes too. */
  readonly withNamespace: boolean;
}

/** What a teardown would take away: what leads to pods first, then pods, then what they needed. */
export async function removalOf(
  kubectl: Kubectl,
  part: Part,
  { tenant, withNamespace }: RemovalProps,
): Promise<Removal> {
  const { id, unit, namespace } = part;
  const objects = unit === undefined ? part.objects : (await liveOf(kubectl, unit)).objects;
  const names = tenant === undefined ? undefined : [tenant, `${tenant}-canary`];
  const meant = objects.filter(
    (object) => names === undefined || names.includes(textAt(object, 'metadata', 'labels', TENANT_LABEL) ?? ''),
  );
  const isKept = ({ kind }: Manifest) => VOLUMES.has(kind) || (kind === 'Namespace' && !withNamespace);
  const order = (object: Manifest) => PHASES.indexOf(phaseOf(object));
  return {
    unit: id,
    namespace: namespace === '' ? (objects.flatMap((object) => object.metadata.namespace ?? [])[0] ?? '') : namespace,
    removed: meant.filter((object) => !isKept(object)).sort((one, other) => order(other) - order(one)),
    kept: meant.filter(isKept),
  };
}

/** With a namespace its claims go, and with a claim the files of a volume that is not retained. */
export async function lostFiles(kubectl: Kubectl, { removed, namespace }: Removal): Promise<string[]> {
  if (!removed.some(({ kind }) => kind === 'Namespace')) {
    return [];
  }
  const claims = await kubectl.list('persistentvolumeclaims', `--namespace=${namespace}`);
  const volumes = await kubectl.list('persistentvolumes');
  const retained = new Set(
    volumes
      .filter((volume) => textAt(volume, 'spec', 'persistentVolumeReclaimPolicy') === 'Retain')
      .map(({ metadata }) => metadata.name),
  );
  return claims
    .filter((claim) => !retained.has(textAt(claim, 'spec', 'volumeName') ?? ''))
    .map((claim) =>
      sentence({
        prop: `claim ${claim.metadata.name}`,
        kind: 'namespace',
        id: namespace,
        must: 'be bound to a volume that is retained, for the namespace to go',
        got: verbatim(textAt(claim, 'spec', 'volumeName') ?? 'no volume'),
        instead: 'its files would be deleted; delete the claim yourself if that is meant',
      }),
    );
}

/** Takes it away. */
export async function remove(kubectl: Kubectl, { unit, removed }: Removal, teller: Teller): Promise<void> {
  const pollers = removed.filter((object) => WAITED.has(object.kind) && isPoller(object));
  for (const object of [...pollers, ...removed.filter((one) => !pollers.includes(one))]) {
    teller.now(`${unit}: removing ${titleOf(object)}`);
    await kubectl.delete(object);
  }
}
