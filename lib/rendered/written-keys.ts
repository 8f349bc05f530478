import type { KubernetesObject } from './rendered-object';

type Fields = Readonly<Record<string, unknown>>;

/** What says the keys of a Secret or ConfigMap that it brings, by its kind; `undefined` where only the cluster knows them. */
const KEYS: Readonly<Record<string, (object: KubernetesObject, name: string) => unknown[] | undefined>> = {
  ConfigMap: keysOfData,
  Secret: keysOfData,
  SealedSecret: ({ spec }) => {
    const { encryptedData, template } = fields(spec);
    const { data, metadata } = fields(template);
    return isPatched(fields(metadata).annotations)
      ? undefined
      : [encryptedData, data].flatMap((one) => Object.keys(fields(one)));
  },
  ExternalSecret: ({ spec }) => {
    const { data, dataFrom = [], target } = fields(spec);
    const { template, creationPolicy } = fields(target);
    const { data: renamed, templateFrom } = fields(template);
    const isAll = creationPolicy !== 'Merge' && [dataFrom].flat().length === 0;
    const isKnown = isAll && renamed === undefined && templateFrom === undefined;
    return isKnown ? listOf(data).map(({ secretKey }) => secretKey) : undefined;
  },
  SecretProviderClass: ({ spec }, name) =>
    listOf(fields(spec).secretObjects)
      .filter(({ secretName }) => secretName === name)
      .flatMap(({ data }) => listOf(data).map(({ key }) => key)),
};

/** Whatever puts more into an object says so on it: a bundle of certificates of OpenShift or of cert-manager. */
const INJECTED = /inject|reflector|replicat/i;

/**
 * The keys that an object brings into the Secret or ConfigMap of this name; `undefined` where not all of them are known,
 * or none: an empty one is there to be filled.
 */
export function writtenKeys(object: KubernetesObject, name: string): readonly string[] | undefined {
  const { labels, annotations } = object.metadata;
  if (isPatched(annotations) || Object.keys({ ...labels, ...annotations }).some((key) => INJECTED.test(key))) {
    return undefined;
  }
  const keys = KEYS[object.kind]?.(object, name)?.filter((key) => typeof key === 'string');
  return keys === undefined || keys.length === 0 ? undefined : keys;
}

/** A SealedSecret adds to a Secret of this annotation, and leaves the keys that others put there. */
function isPatched(annotations: unknown): boolean {
  return fields(annotations)['sealedsecrets.bitnami.com/patch'] === 'true';
}

/** A type of its own may be filled by the cluster, as a token of a ServiceAccount is. */
function keysOfData(object: KubernetesObject): string[] | undefined {
  const { type = 'Opaque', data, stringData, binaryData }: Fields = fields(object);
  return type === 'kubernetes.io/service-account-token'
    ? undefined
    : [data, stringData, binaryData].flatMap((one) => Object.keys(fields(one)));
}

function listOf(value: unknown): Fields[] {
  return [value ?? []].flat().map(fields);
}

function fields(value: unknown): Fields {
  return Object(value);
}
