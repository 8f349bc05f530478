import type { RenderedObject } from '../rendered/rendered-object';
import { writtenSecrets } from '../rendered/written-secrets';

/** Fields that name a Secret or a ConfigMap by the `name` in them. */
const NAMING: ReadonlyMap<string, string> = new Map([
  ['secretKeyRef', 'Secret'],
  ['secretRef', 'Secret'],
  ['nodePublishSecretRef', 'Secret'],
  ['secret', 'Secret'],
  ['imagePullSecrets', 'Secret'],
  ['configMapKeyRef', 'ConfigMap'],
  ['configMapRef', 'ConfigMap'],
  ['configMap', 'ConfigMap'],
]);

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
  if (Array.isArray(value)) {
    for (const item of value) {
      addNames(item, names);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const key in value) {
      const child: unknown = Reflect.get(value, key);
      if (typeof child === 'object') {
        addNamed(NAMING.get(key), child, names);
        addNames(child, names);
      } else if (key === 'secretName') {
        names.add(`Secret ${child}`);
      }
    }
  }
}

function addNamed(kind: string | undefined, value: unknown, names: Set<string>): void {
  if (kind !== undefined) {
    for (const name of [value].flat().flatMap(nameOf)) {
      names.add(`${kind} ${name}`);
    }
  }
}

function nameOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? [value.name]
    : [];
}
