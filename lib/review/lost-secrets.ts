import type { Manifest } from '../diff/manifest';
import type { KubernetesObject } from '../rendered/rendered-object';
import { writtenSecrets } from '../rendered/written-secrets';
import { keyOf } from './object-change';
import { neededSecretsOf } from './pod-secrets';
import { textAt } from './read';
import { type Workload, workloadsOf } from './workload';

/** A Secret that goes with what wrote it, and pods that read it all the same. */
export interface LostSecret {
  /** What wrote it and is not in the file any more. */
  readonly writer: Manifest;
  readonly name: string;
  readonly readers: readonly Workload[];
}

/** Whether the Secrets that an object writes go with it, or with the last pod that mounts it. */
function isOwner(object: Manifest): boolean {
  const isOrphaning = textAt(object, 'spec', 'target', 'creationPolicy') === 'Orphan';
  return (object.kind === 'ExternalSecret' && !isOrphaning) || object.kind === 'SecretProviderClass';
}

/** The Secrets of objects that leave which pods of the file still read, and which nothing of the file makes again. */
export function lostSecrets(before: readonly Manifest[], after: readonly Manifest[]): LostSecret[] {
  const kept = new Set(after.map(keyOf));
  const left = before.filter((object) => isOwner(object) && !kept.has(keyOf(object)));
  if (left.length === 0) {
    return [];
  }
  // A Secret that is written as it stands would be gone with its owner until the next apply.
  const made = new Set(after.filter(({ kind }) => kind !== 'Secret').flatMap(secretKeys));
  const workloads = workloadsOf(after).filter(({ most }) => most > 0);
  return left.flatMap((writer) =>
    namesOf(writer)
      .filter((name) => !made.has(keyOfSecret(writer, name)))
      .map((name) => ({ writer, name, readers: workloads.filter((one) => reads(one, writer, name)) }))
      .filter(({ readers }) => readers.length > 0),
  );
}

function reads(workload: Workload, { metadata }: Manifest, name: string): boolean {
  return workload.object.metadata.namespace === metadata.namespace && neededSecretsOf(workload).includes(name);
}

function secretKeys(object: Manifest): string[] {
  return namesOf(object).map((name) => keyOfSecret(object, name));
}

function namesOf(object: Manifest): string[] {
  // Only the parts that name Secrets are looked at.
  return writtenSecrets(object as KubernetesObject);
}

function keyOfSecret({ metadata }: Manifest, name: string): string {
  return `${metadata.namespace ?? ''}/${name}`;
}
