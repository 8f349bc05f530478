import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import {
  type Api,
  type Definition,
  docOf,
  type Field,
  type FieldType,
  type Kind,
  oneOf,
  type Schema,
  versionRank,
} from './definitions';

interface Crd {
  readonly kind?: string;
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: ReadonlyArray<{
      readonly name: string;
      readonly served: boolean;
      readonly schema: { readonly openAPIV3Schema: Schema };
    }>;
  };
}

/** The definition of metadata, which the tables of Kubernetes hold for every object. */
export const OBJECT_META = 'ObjectMeta';

/** The API that definitions of custom resources make, of the kinds in use. */
export function customApi(files: readonly string[], kinds: readonly string[]): Api {
  const crds = files
    .flatMap((file) => parseAllDocuments(readFileSync(file, 'utf8')))
    .map((document) => document.toJS() as Crd)
    .filter(({ kind, spec }) => kind === 'CustomResourceDefinition' && kinds.includes(spec.names.kind));
  const definitions = new Map<string, Definition>();
  const byShape = new Map<string, string>();
  const served = crds.flatMap(({ spec }) =>
    spec.versions
      .filter((version) => version.served)
      .sort((one, other) => versionRank(other.name) - versionRank(one.name))
      .map(
        (version): Kind => ({
          apiVersion: `${spec.group}/${version.name}`,
          kind: spec.names.kind,
          type: rootType(spec.names.kind, version.schema.openAPIV3Schema),
        }),
      ),
  );
  return { kinds: served, definitions };

  function rootType(kind: string, schema: Schema): FieldType {
    const { properties = {} } = schema;
    const fields = Object.entries(properties).map(([name, property]): [string, Field] => [
      name,
      {
        type: ROOT[name] ?? typeOf(property, `${kind}${capital(name)}`),
        required: name === 'metadata' || (schema.required ?? []).includes(name),
        doc: docOf(property),
      },
    ]);
    return named(kind, { doc: docOf(schema), fields: new Map(fields) });
  }

  function typeOf(schema: Schema, path: string): FieldType {
    const { type, items, properties, additionalProperties, required = [] } = schema;
    if (schema['x-kubernetes-int-or-string']) return 'int-or-string';
    if (schema['x-kubernetes-preserve-unknown-fields'] || schema['x-kubernetes-embedded-resource']) return 'any';
    if (type === 'array') return `[]${typeOf(items ?? {}, path)}`;
    if (typeof additionalProperties === 'object') return `{}${typeOf(additionalProperties, path)}`;
    if (properties === undefined)
      return schema.enum === undefined ? (type ?? 'any').replace('object', 'any') : oneOf(schema.enum);
    const fields = Object.entries(properties).map(([name, property]): [string, Field] => [
      name,
      { type: typeOf(property, `${path}${capital(name)}`), required: required.includes(name), doc: docOf(property) },
    ]);
    return named(path, { doc: docOf(schema), fields: new Map(fields) });
  }

  /** Objects of one shape are one definition, named by the first place they stand at. */
  function named(path: string, definition: Definition): FieldType {
    const shape = [...definition.fields]
      .map(([name, { type, required }]) => `${name} ${type} ${required}`)
      .sort()
      .join('\n');
    const name = byShape.get(shape) ?? freeName(path);
    byShape.set(shape, name);
    if (!definitions.has(name)) definitions.set(name, definition);
    return name;
  }

  function freeName(path: string): string {
    const numbers = [...Array(100).keys()].map((number) => (number === 0 ? path : `${path}${number + 1}`));
    return numbers.find((name) => !definitions.has(name)) ?? path;
  }
}

const ROOT: Readonly<Record<string, FieldType>> = {
  apiVersion: 'string',
  kind: 'string',
  metadata: OBJECT_META,
  status: 'any',
};

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1).replace(/\W/g, '')}`;
}
