import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Api,
  type Definition,
  docOf,
  type Field,
  type FieldType,
  type Kind,
  oneOf,
  type Schema,
} from './definitions';
import { goEnums } from './go-enums';

const SCHEMAS = 'api/openapi-spec/v3';
const GO_SCHEMAS = 'pkg/generated/openapi/zz_generated.openapi.go';
const STABLE = /^([a-z0-9.-]+\/)?v\d+$/;
/** Reviews, evictions and the like are asked, not kept: they stand in no manifest. */
const ASKED = /Review$|^(Eviction|Binding|TokenRequest|ComponentStatus|Event)$/;
/** What definitions of apimachinery mean in a manifest. */
const PLAIN: Readonly<Record<string, FieldType>> = {
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'int-or-string',
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'quantity',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 'string',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'string',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'any',
  'io.k8s.apimachinery.pkg.runtime.RawExtension': 'any',
};

interface Operation {
  readonly 'x-kubernetes-action'?: string;
  readonly 'x-kubernetes-group-version-kind'?: GroupVersionKind;
}

interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
  readonly components?: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The built-in API of a Kubernetes module. */
export function builtInApi(module: string): Api {
  const files = readdirSync(join(module, SCHEMAS)).sort();
  const all = files.map((file) => JSON.parse(readFileSync(join(module, SCHEMAS, file), 'utf8')) as OpenApi);
  const schemas = new Map(all.flatMap(({ components }) => Object.entries(components?.schemas ?? {})));
  const enums = goEnums(readFileSync(join(module, GO_SCHEMAS), 'utf8'));
  const nameOf = shortNames([...schemas.keys()]);
  const kinds = all.flatMap(({ paths }) => Object.values(paths)).flatMap(({ post }) => created(post));
  return {
    kinds: kinds.map((kind) => ({ ...kind, type: typeOfKind(kind) })),
    definitions: new Map([...schemas].map(([id, schema]) => [nameOf(id), definitionOf(id, schema)])),
  };

  function typeOfKind({ apiVersion, kind }: Omit<Kind, 'type'>): FieldType {
    const [version, group = ''] = apiVersion.split('/').reverse();
    const [id] = [...schemas].find(([, schema]) =>
      (schema['x-kubernetes-group-version-kind'] ?? []).some(
        (own) => own.group === group && own.version === version && own.kind === kind,
      ),
    ) ?? ['any'];
    return STABLE.test(apiVersion) && !ASKED.test(kind) ? nameOf(id) : 'any';
  }

  function definitionOf(id: string, schema: Schema): Definition {
    const { properties = {}, required = [] } = schema;
    const fields = Object.entries(properties).map(([name, property]): [string, Field] => [
      name,
      {
        // What the cluster reports is read, not written.
        type: name === 'status' && 'spec' in properties ? 'any' : typeOf(property, enums.get(`${id}.${name}`)),
        required: required.includes(name),
        doc: docOf(property),
      },
    ]);
    return { doc: docOf(schema), fields: new Map(fields) };
  }

  function typeOf(schema: Schema, texts: readonly string[] | undefined): FieldType {
    const { $ref = schema.allOf?.[0]?.$ref, type, items, additionalProperties } = schema;
    if ($ref !== undefined) return refType($ref.slice('#/components/schemas/'.length));
    if (items !== undefined) return `[]${typeOf(items, texts)}`;
    if (typeof additionalProperties === 'object') return `{}${typeOf(additionalProperties, texts)}`;
    if (type === 'object' || type === undefined) return 'any';
    return texts === undefined ? type : oneOf(texts);
  }

  function refType(id: string): FieldType {
    const { properties, type } = schemas.get(id) ?? {};
    return PLAIN[id] ?? (properties === undefined && type !== 'object' ? 'any' : nameOf(id));
  }
}

function created(operation: Operation | undefined): Array<Omit<Kind, 'type'>> {
  const own = operation?.['x-kubernetes-group-version-kind'];
  return own === undefined || operation?.['x-kubernetes-action'] !== 'post'
    ? []
    : [{ apiVersion: own.group === '' ? own.version : `${own.group}/${own.version}`, kind: own.kind }];
}

/** The names that the API has; where two groups have one, the core and the newest stable API keep it. */
function shortNames(ids: readonly string[]): (id: string) => string {
  const taken = new Map<string, string>();
  const own = new Map<string, string>();
  for (const id of [...ids].sort((one, other) => rank(other) - rank(one) || (one < other ? -1 : 1))) {
    const [name = '', version = '', group = ''] = id.split('.').reverse();
    const short = taken.has(name) ? `${capital(group)}${capital(version)}${name}` : name;
    taken.set(short, id);
    own.set(id, short);
  }
  return (id) => own.get(id) ?? 'any';
}

function rank(id: string): number {
  const [, version = '', group = ''] = id.split('.').reverse();
  return /^v\d+$/.test(version) ? Number(version.slice(1)) + (group === 'core' || group === 'meta' ? 10 : 0) : 0;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
