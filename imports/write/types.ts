import { type Api, type Definition, type FieldType, type Kind, reached, versionRank } from './definitions';

/** An ApiObject of cdk8s takes metadata with lists that can be changed. */
const OBJECT_META = 'ObjectMeta';
const POD_SPEC = 'PodSpec';
const SCALARS: Readonly<Record<string, string>> = {
  any: 'unknown',
  boolean: 'boolean',
  integer: 'number',
  'int-or-string': 'IntOrString',
  number: 'number',
  quantity: 'Quantity',
  string: 'string',
};

/** The TypeScript types of kinds and of all that they are made of; what the cluster reports is left out. */
export function typesOf({ kinds, definitions: all }: Api, wanted: readonly string[]): string {
  const definitions = withPodSpecs(all);
  const roots = new Map([...kinds].reverse().map((kind) => [kind.type, kind]));
  const newest = wanted.flatMap((name) =>
    kinds
      .filter(({ kind }) => kind === name)
      .sort(byVersion)
      .slice(0, 1),
  );
  return [
    ...reached(
      definitions,
      newest.map(({ type }) => type),
    ),
  ]
    .map(([name, definition]) => {
      const { apiVersion, kind } = roots.get(name) ?? {};
      return interfaceOf(name, definition, { apiVersion, kind });
    })
    .join('\n');
}

/** Whatever runs pods spells out the whole of a pod once more; they are the pods of Kubernetes. */
function withPodSpecs(definitions: ReadonlyMap<string, Definition>): Map<string, Definition> {
  const isPodSpec = (type: FieldType) => definitions.get(type)?.fields.has('ephemeralContainers') === true;
  return new Map(
    [...definitions].map(([name, { doc, fields }]) => [
      name,
      {
        doc,
        fields: new Map(
          [...fields].map(([field, own]) => [field, isPodSpec(own.type) ? { ...own, type: POD_SPEC } : own]),
        ),
      },
    ]),
  );
}

/** The newest version first: a stable one before a beta. */
function byVersion({ apiVersion: one }: Kind, { apiVersion: other }: Kind): number {
  return versionRank(other) - versionRank(one);
}

function interfaceOf(
  name: string,
  { doc, fields }: Definition,
  literals: Readonly<Record<string, string | undefined>>,
): string {
  const lines = [...fields]
    .filter(([field, { type }]) => !(field === 'status' && type === 'any'))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([field, { type, required, doc: about }]) => {
      const literal = literals[field];
      const key = /^\w+$/.test(field) ? field : JSON.stringify(field);
      return [
        ...comment(about, '  '),
        literal === undefined
          ? `  readonly ${key}${required ? '' : '?'}: ${typescript(type, name === OBJECT_META ? 'Array' : 'ReadonlyArray')};`
          : `  readonly ${key}: '${literal}';`,
      ];
    });
  return [...comment(doc, ''), `export interface ${name} {`, ...lines, '}', ''].join('\n');
}

function comment(doc: string, indent: string): string[] {
  return doc === '' ? [] : [`${indent}/** ${doc} */`];
}

function typescript(type: FieldType, list = 'ReadonlyArray'): string {
  if (type.startsWith('[]')) return `${list}<${typescript(type.slice(2))}>`;
  if (type.startsWith('{}')) return `Readonly<Record<string, ${typescript(type.slice(2))}>>`;
  if (/^["\d]/.test(type)) return type.replaceAll('|', ' | ');
  return SCALARS[type] ?? type;
}
