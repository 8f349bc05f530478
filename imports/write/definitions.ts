/**
 * The type of a field, as the tables spell it: `string`, `integer`, `number`, `boolean`, `quantity`, `int-or-string`,
 * `any`; `"A"|"B"` for one of these values; the name of a definition; `[]T` for a list and `{}T` for a map of them.
 */
export type FieldType = string;

/** A field that an object may have. */
export interface Field {
  readonly type: FieldType;
  readonly required: boolean;
  readonly doc: string;
}

/** What an object is made of. */
export interface Definition {
  readonly doc: string;
  readonly fields: ReadonlyMap<string, Field>;
}

/** A kind of object that can be created. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  /** The definition of its fields, or `any`. */
  readonly type: FieldType;
}

/** An API: its kinds, and the definitions that they are made of, by name. */
export interface Api {
  readonly kinds: readonly Kind[];
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** The part of a schema (OpenAPI 3, and the schema of a CRD) that is read. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-group-version-kind'?: ReadonlyArray<{ group: string; version: string; kind: string }>;
}

const DOC_MAX = 140;

/** One of these values; where a field may be left out, the server takes an empty text as that. */
export function oneOf(values: readonly unknown[]): FieldType {
  return [...new Set(values)]
    .filter((value) => value !== '')
    .map((value) => JSON.stringify(value))
    .join('|');
}

/** The first sentence of a description, on one line. */
export function docOf({ description = '' }: Schema): string {
  const line = description.replace(/\s+/g, ' ').replaceAll('*/', '*').trim();
  const [sentence = ''] = /^.*?[.:](?= |$)/.exec(line) ?? [line];
  return sentence.length <= DOC_MAX ? sentence : `${sentence.slice(0, DOC_MAX - 1).replace(/ \S*$/, '')} …`;
}

/** The definition names in a type. */
export function namesIn(type: FieldType): string[] {
  const inner = type.replace(/^([[{][\]}])+/, '');
  return /^[A-Z]\w*$/.test(inner) ? [inner] : [];
}

/** The definitions that are reached from `names`, in alphabetical order. */
export function reached(
  definitions: ReadonlyMap<string, Definition>,
  names: readonly string[],
): Map<string, Definition> {
  const found = new Map<string, Definition>();
  const visit = (name: string): void => {
    const definition = definitions.get(name);
    if (definition === undefined || found.has(name)) return;
    found.set(name, definition);
    for (const { type } of definition.fields.values()) namesIn(type).forEach(visit);
  };
  names.forEach(visit);
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The higher, the newer a version of an API (`v1`, `apps/v1`, `keda.sh/v1alpha1`): stable ones stand above all others. */
export function versionRank(apiVersion: string): number {
  const [, major = '0', stage = 'stable', minor = '0'] = /v(\d+)(?:(alpha|beta)(\d+))?$/.exec(apiVersion) ?? [];
  return ['alpha', 'beta', 'stable'].indexOf(stage) * 10_000 + Number(major) * 100 + Number(minor);
}
