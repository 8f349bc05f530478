import type { RenderedObject } from '../rendered/rendered-object';

/** Fields that name a Secret or a ConfigMap by the `name` in them. */
const NAMING: Readonly<Record<string, string>> = {
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
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
  const named = objects
    .filter(({ object }) => !(object.kind in MADE))
    .flatMap(({ object }) => namesIn(object.spec, object.metadata.annotations ?? {}));
  return [...new Set(named)].filter((name) => !brought.has(name)).sort();
}

function broughtBy({ kind, metadata, spec }: RenderedObject['object']): string[] {
  if (kind === 'Secret' || kind === 'ConfigMap') {
    return [`${kind} ${metadata.name}`];
  }
  const made = MADE[kind]?.(Object(spec)) ?? [];
  return made.filter((name) => name !== undefined).map((name) => `Secret ${name}`);
}

function namesIn(value: unknown, annotations: Readonly<Record<string, string>>): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) => {
    const kind = NAMING[key];
    const own = kind === undefined ? [] : [child].flat().flatMap((one) => nameOf(one).map((name) => `${kind} ${name}`));
    const tls = key === 'secretName' && !ISSUED.some((issuer) => issuer in annotations) ? [`Secret ${child}`] : [];
    return [...own, ...tls, ...namesIn(child, annotations)];
  });
}

function nameOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? [value.name]
    : [];
}
