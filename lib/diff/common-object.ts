import { groupOf } from '../core/api-group';
import { isClusterScoped } from '../core/cluster-scoped';
import { UNIT_LABEL } from '../core/managed-by';
import { isRecord } from '../core/record';
import { type Manifest, parseKnown } from './manifest';
import { CommonNames, namesOfUnits, namesWithoutSuffix, type Place, placeOf, suffixOf } from './place';

/** An object as two environments have it in common: in the words of code, not of one cluster. */
export interface CommonObject {
  /**
   * The unit whose file it stands in.
   *
   * @default - the file is no unit's
   */
  readonly unit?: string;
  readonly kind: string;
  /** What it is called without what only its environment adds. */
  readonly name: string;
  /** What it is called in its cluster. */
  readonly fullName: string;
  /**
   * Its namespace in its cluster.
   *
   * @default - it belongs to the whole cluster
   */
  readonly namespace?: string;
  /** Whether a tenant made it, whose description of itself follows from the other fields of its objects. */
  readonly isTenants: boolean;
  /** The same for the object that it is compared with, where that has the same common name. */
  readonly key: string;
  /** Unit, group, kind and namespace, which it shares with the object that it is compared with whatever that is called. */
  readonly sort: string;
  /** The object, as it is written. */
  readonly manifest: Manifest;
  /** Its fields, every reference under its common name. */
  readonly fields: unknown;
}

/** The annotation that says in words what an object is. */
export const DESCRIPTION = 'kubernetes.io/description';

/** Fields that name units, namespaces and objects among other words. */
const WORDS = new Set([DESCRIPTION, 'expr', 'replacement', 'summary', 'unit']);

/** Fields whose value is the name of a unit, a namespace or an object. */
const REFERENCES = new Set([
  'app.kubernetes.io/part-of',
  UNIT_LABEL,
  'claimName',
  'ingressClassName',
  'kubernetes.io/metadata.name',
  'name',
  'namespace',
  'serviceAccountName',
  'serviceName',
  'values',
  'volumeName',
]);

/** All objects of an environment, from the texts of its files; documents that are known from another need no parsing. */
export function commonObjects(
  files: ReadonlyMap<string, string>,
  known = new Map<string, readonly Manifest[]>(),
): CommonObject[] {
  const parsed = [...files].map(([file, text]) => ({
    place: placeOf(text),
    manifests: parseKnown(file, text, known),
  }));
  const places = parsed.flatMap(({ place }) => place ?? []);
  const ofNoUnit = parsed.flatMap(({ place, manifests }) => (place === undefined ? manifests : []));
  const shared = new Map([...namesWithoutSuffix(ofNoUnit, suffixOf(places)), ...namesOfUnits(places)]);
  return parsed.flatMap(({ place, manifests }) => {
    const names = new CommonNames(shared, place, manifests);
    return manifests.map((manifest) => commonObject(manifest, place, names));
  });
}

function commonObject(manifest: Manifest, place: Place | undefined, names: CommonNames): CommonObject {
  const { apiVersion, kind, metadata } = manifest;
  const group = groupOf(apiVersion);
  const namespace = isClusterScoped(kind) ? undefined : metadata.namespace;
  const name = names.of(metadata.name);
  const sort = [place?.unit, group, kind, namespace === undefined ? '' : names.of(namespace)].join(' ');
  return {
    unit: place?.unit,
    kind,
    name,
    fullName: metadata.name,
    namespace,
    isTenants: metadata.labels?.['app.kubernetes.io/name'] === 'micro-integrator',
    key: `${sort} ${name}`,
    sort,
    manifest,
    fields: inCommon(manifest, names),
  };
}

function inCommon(value: unknown, names: CommonNames): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => inCommon(item, names));
  }
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, fieldInCommon(key, child, names)]))
    : value;
}

function fieldInCommon(key: string, value: unknown, names: CommonNames): unknown {
  if (Array.isArray(value) && REFERENCES.has(key)) {
    return value.map((item: unknown) => fieldInCommon(key, item, names));
  }
  if (typeof value !== 'string') {
    return inCommon(value, names);
  }
  if (WORDS.has(key)) {
    return names.in(value);
  }
  return REFERENCES.has(key) ? names.of(value) : value;
}
