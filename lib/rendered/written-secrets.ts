import type { KubernetesObject } from './rendered-object';

type Fields = Readonly<Record<string, unknown>>;

/** What writes a Secret, by its kind: the names that it writes to. */
const WRITTEN: Readonly<Record<string, (object: KubernetesObject) => unknown[]>> = {
  Secret: ({ metadata }) => [metadata.name],
  SealedSecret: ({ metadata }) => [metadata.name],
  Certificate: ({ spec }) => [fields(spec).secretName],
  ExternalSecret: ({ metadata, spec }) => {
    const { name = metadata.name, creationPolicy } = fields(fields(spec).target);
    // Merge puts keys into a Secret that another brings, and None brings none.
    return creationPolicy === 'Merge' || creationPolicy === 'None' ? [] : [name];
  },
  SecretProviderClass: ({ spec }) => [fields(spec).secretObjects ?? []].flat().map((one) => fields(one).secretName),
  Ingress: (object) =>
    isIssued(object) ? [fields(object.spec).tls ?? []].flat().map((one) => fields(one).secretName) : [],
};

/** The kinds that write Secrets. */
export const SECRET_WRITERS: readonly string[] = Object.keys(WRITTEN);

/** An Ingress with one of these makes cert-manager write the Secrets of its `tls`. */
const ISSUER = /^cert-manager\.io\/(cluster-)?issuer$/;

/** Names of the Secrets that an object writes, or makes another write. */
export function writtenSecrets(object: KubernetesObject): string[] {
  const names = WRITTEN[object.kind]?.(object);
  return names === undefined ? [] : [...new Set(names)].filter((name) => typeof name === 'string');
}

function isIssued({ metadata }: KubernetesObject): boolean {
  return Object.keys(metadata.annotations ?? {}).some((key) => ISSUER.test(key));
}

function fields(value: unknown): Fields {
  return Object(value);
}
