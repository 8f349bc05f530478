import type { RenderedObject } from '../rendered/rendered-object';

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

/** Where objects that make Secrets name them. */
const MADE: Readonly<Record<string, (spec: Fields) => unknown[]>> = {
  ExternalSecret: ({ target }) => [Object(target).name],
  SecretProviderClass: ({ secretObjects }) => [secretObjects].flat().map((one) => Object(one).secretName),
  Certificate: ({ secretName }) => [secretName],
};

type Fields = Readonly<Record<string, unknown>>;

/** An Ingress with one of these is shown a certificate that cert-manager puts into its Secret. */
const ISSUED = ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer'];

/**
 * The Secrets and ConfigMaps that a file names and does not bring, as `Secret hospital-api`, sorted: what somebody else
 * must have made before the pods can start.
 */
export function neededObjects(objects: readonly RenderedObject[]): string[] {
  const brought = new Set(objects.flatMap(({ object }) => broughtBy(object)));
  const named = new Set<string>();
  for (const { object } of objects) {
    if (!(object.kind in MADE)) {
      const annotations = object.metadata.annotations ?? {};
      addNames(object.spec, !ISSUED.some((issuer) => issuer in annotations), named);
    }
  }
  return [...named].filter((name) => !brought.has(name)).sort();
}

function broughtBy({ kind, metadata, spec }: RenderedObject['object']): string[] {
  if (kind === 'Secret' || kind === 'ConfigMap') {
    return [`${kind} ${metadata.name}`];
  }
  const made = MADE[kind]?.(Object(spec)) ?? [];
  return made.filter((name) => name !== undefined).map((name) => `Secret ${name}`);
}

/** Puts what a value and all below it name into one set: lists of lists would cost more than the search. */
function addNames(value: unknown, tlsIsNeeded: boolean, names: Set<string>): void {
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
    if (key === 'secretName' && tlsIsNeeded) {
      names.add(`Secret ${child}`);
    }
    addNames(child, tlsIsNeeded, names);
  }
}

function nameOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? [value.name]
    : [];
}
