import type { RenderedObject } from '../rendered/rendered-object';
import { writtenSecrets } from '../rendered/written-secrets';

/** Fields that name an object, by its name alone or by `name` in them, and its kind where they do not say it. */
const NAMING: ReadonlyMap<string, string> = new Map([
  ['secretKeyRef', 'Secret'],
  ['secretRef', 'Secret'],
  ['nodePublishSecretRef', 'Secret'],
  ['secret', 'Secret'],
  ['secretName', 'Secret'],
  ['imagePullSecrets', 'Secret'],
  ['certificateRefs', 'Secret'],
  ['configMapKeyRef', 'ConfigMap'],
  ['configMapRef', 'ConfigMap'],
  ['configMap', 'ConfigMap'],
  ['caCertificateRefs', 'ConfigMap'],
]);

/** Maps whose keys are words of anybody's. */
const WORDS: ReadonlySet<string> = new Set(['labels', 'annotations', 'matchLabels', 'nodeSelector']);

/**
 * The Secrets and ConfigMaps that a file names and does not bring, as `Secret hospital-api`, sorted: what somebody else
 * must have made before the pods can start, or a gateway can answer.
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
    const fields: Readonly<Record<string, unknown>> = Object(value);
    for (const key in fields) {
      const child = fields[key];
      addNamed(NAMING.get(key), child, names);
      if (typeof child === 'object' && !WORDS.has(key)) {
        addNames(child, names);
      }
    }
  }
}

function addNamed(kind: string | undefined, value: unknown, names: Set<string>): void {
  if (kind !== undefined) {
    for (const name of [value].flat().flatMap((one) => nameOf(one, kind))) {
      names.add(name);
    }
  }
}

function nameOf(value: unknown, usual: string): string[] {
  if (typeof value === 'string') {
    return [`${usual} ${value}`];
  }
  const { name, kind = usual } = Object(value);
  return typeof name === 'string' ? [`${kind} ${name}`] : [];
}
