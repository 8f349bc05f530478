import { type ApiSchema, KINDS, type KnownField } from './api-schema';
import type { KubernetesVersion } from './kubernetes-version';
import { isRecord } from './record';
import { type Complaint, verbatim } from './refusal';

/** What is checked, and by whom. */
export interface Checked {
  readonly schema: ApiSchema;
  readonly version: KubernetesVersion;
  /** Who knows the fields, as messages say it: `Kubernetes 1.29`, `argoproj.io/v1alpha1 Rollout`. */
  readonly knower: string;
  /**
   * Whether there are no other fields than those that it knows, and all that it requires must be there.
   *
   * @default true
   */
  readonly knowsAll?: boolean;
}

/** What is wrong with a value of a type, at a path of its object. */
export function schemaComplaints(checked: Checked, type: string, value: unknown, path: string): Complaint[] {
  if (value === undefined) {
    return [];
  }
  if (type === 'any') {
    return noNumbers(value, path);
  }
  if (value === null) {
    return [{ ...wrong(path, 'have a value', value), instead: 'leave it out; a patch takes it out by remove' }];
  }
  const [scalar, must] = SCALARS[type] ?? [];
  if (scalar !== undefined && must !== undefined) {
    return scalar(value) ? [] : [wrong(path, must, value)];
  }
  if (LITERALS.test(type)) {
    return literalComplaints(type, value, path);
  }
  if (type.startsWith('[]')) {
    return Array.isArray(value)
      ? value.flatMap((item, index) => schemaComplaints(checked, type.slice(2), item ?? null, `${path}[${index}]`))
      : [wrong(path, 'be a list', value)];
  }
  if (!isRecord(value)) {
    return [wrong(path, 'be an object', value)];
  }
  return type.startsWith('{}')
    ? Object.entries(value).flatMap(([key, item]) =>
        schemaComplaints(checked, type.slice(2), item, `${path}[${JSON.stringify(key)}]`),
      )
    : objectComplaints(checked, type, value, path);
}

function objectComplaints(
  checked: Checked,
  definition: string,
  value: Readonly<Record<string, unknown>>,
  path: string,
): Complaint[] {
  const fields = checked.schema.fieldsOf(definition, checked.version);
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const there = Object.entries(value).filter(([, item]) => item !== undefined);
  const { knowsAll = true } = checked;
  return [
    ...there
      .filter(([name]) => knowsAll && !fields.has(name))
      .map(([name, item]) => ({
        ...wrong(at(name), `be a field that ${checked.knower} knows`, item),
        instead: insteadOf(checked, definition, fields, name),
      })),
    ...[...fields]
      .filter(([name, { required }]) => knowsAll && required && value[name] === undefined)
      .map(([name]) => wrong(at(name), 'be there', verbatim('none'))),
    ...there.flatMap(([name, item]) => {
      const { type = 'any', required = false } = fields.get(name) ?? {};
      // The server takes an empty text for none where there may be none.
      return item === '' && !required && LITERALS.test(type) ? [] : schemaComplaints(checked, type, item, at(name));
    }),
  ];
}

/** What is no number where nobody says what it should be: no text of YAML or JSON stands for it. */
function noNumbers(value: unknown, path: string): Complaint[] {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? [] : [wrong(path, 'be a number', value)];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => noNumbers(item, path === '' ? key : `${path}.${key}`))
    : [];
}

/** What to do about a field or a kind that is not known. */
function insteadOf(
  { schema }: Checked,
  definition: string,
  fields: ReadonlyMap<string, KnownField>,
  name: string,
): string | undefined {
  const versions = schema.versionsOf(definition, name);
  const alike = [...fields.keys()].find((field) => field.toLowerCase() === name.toLowerCase());
  if (versions !== undefined) {
    return `${versions} know it: new Fleet({ kubernetes: … }) says the oldest version of its clusters`;
  }
  return alike === undefined ? undefined : `write ${alike}`;
}

/** What to do about a kind that a version does not know. */
export function kindInstead({ schema }: Checked, apiVersion: string, kind: string): string | undefined {
  const versions = schema.versionsOf(KINDS, `${apiVersion}/${kind}`);
  return versions === undefined ? undefined : `${versions} know it: new Fleet({ kubernetes: … })`;
}

/** `"TCP"|"UDP"`, `301|302`. */
export const LITERALS = /^["\d]/;

/** The values of a type of literals. */
export function literalsOf(type: string): readonly unknown[] {
  return JSON.parse(`[${type.replaceAll('|', ',')}]`);
}

function literalComplaints(type: string, value: unknown, path: string): Complaint[] {
  const values = literalsOf(type);
  return values.includes(value) ? [] : [wrong(path, `be one of ${values.join(', ')}`, value)];
}

const QUANTITY = /^[+-]?(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

/** Types of a single value: what is one, and the rule in words. */
export const SCALARS: Readonly<Record<string, readonly [(value: unknown) => boolean, string]>> = {
  boolean: [(value) => typeof value === 'boolean', 'be true or false'],
  integer: [Number.isSafeInteger, 'be a whole number'],
  'int-or-string': [(value) => Number.isSafeInteger(value) || typeof value === 'string', 'be a whole number or a text'],
  number: [Number.isFinite, 'be a number'],
  quantity: [
    (value) => Number.isFinite(value) || (typeof value === 'string' && QUANTITY.test(value)),
    'be a quantity such as "250m" and "128Mi"',
  ],
  string: [(value) => typeof value === 'string', 'be a text'],
};

function wrong(prop: string, must: string, value: unknown): Complaint {
  return {
    prop,
    must,
    got: typeof value === 'object' && value !== null && !isSaid(value) ? verbatim(shortened(value)) : value,
  };
}

function isSaid(value: object): boolean {
  return Object.hasOwn(value, 'toString');
}

function shortened(value: object): string {
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
