import type { RenderedObject } from '../rendered/rendered-object';
import { writtenSecrets } from '../rendered/written-secrets';

/** Fields that name a Secret or a ConfigMap by the `name` in them. */
const NAMING: Readonly<Record<string, string>> = {
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
  nodePublishSecretRef: 'Secret',
  secret: 'Secret',
  imagePullSecrets: 'Secret',
  configMapKeyRef: 'ConfigMap',
  configMapRef: 'ConfigMap',
  configMap: 'ConfigMap',
};

/**
 * The Secrets and ConfigMaps that a file names and does not bring, as `Secret hospital-api`, sorted: what somebody else
 * must have made before the pods can start.
 */
export function neededObjects(objects: readonly RenderedObject[]): string[] {
  const named = new Set<string>();
  for (const { object } of objects) {
    addNames(object.spec, named);
  }
  for (const { object } of objects) {
    for (const name of writtenSecrets(object)) {
      named.delete(`Secret ${name}`);
    }
    named.delete(`${object.kind} ${object.metadata.name}`);
  }
  return [...named].sort();
}

/** Puts what a value and all below it name into one set: lists of lists would cost more than the search. */
function addNames(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    const kind = NAMING[key];
    if (kind !== undefined) {
      for (const name of [child].flat().flatMap(nameOf)) {
        names.add(`${kind} ${name}`);
      }
    }
    if (key === 'secretName') {
      names.add(`Secret ${child}`);
    }
    addNames(child, names);
  }
}

function nameOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? [value.name]
    : [];
}
