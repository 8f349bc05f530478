import type { RenderedObject } from './rendered-object';

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

/** Fields whose text is the name of a Secret that its object makes. */
const MAKING = new Set(['ExternalSecret', 'SecretProviderClass', 'Certificate']);

/** An Ingress with one of these is shown a certificate that cert-manager puts into its Secret. */
const ISSUED = ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer'];

/**
 * The Secrets and ConfigMaps that a file names and does not bring, as `Secret hospital-api`, sorted: what somebody else
 * must have made before the pods can start.
 */
export function neededObjects(objects: readonly RenderedObject[]): string[] {
  const brought = new Set(objects.flatMap(({ object }) => broughtBy(object)));
  const named = objects
    .filter(({ object }) => !MAKING.has(object.kind))
    .flatMap(({ object }) => namesIn(object.spec, object.metadata.annotations ?? {}));
  return [...new Set(named)].filter((name) => !brought.has(name)).sort();
}

function broughtBy({ kind, metadata, spec }: RenderedObject['object']): string[] {
  if (kind === 'Secret' || kind === 'ConfigMap') {
    return [`${kind} ${metadata.name}`];
  }
  return MAKING.has(kind) ? textsOf(spec).map((text) => `Secret ${text}`) : [];
}

/** Every text in a value; the names among them are those that matter. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
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
