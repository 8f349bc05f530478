import { isRecord } from '../core/record';

/** A field that differs. A side that does not have it says nothing. */
export interface FieldChange {
  /** Where it is: `spec.template.spec.containers[micro-integrator].image`. */
  readonly path: string;
  /**
   * What it was.
   *
   * @default - it was not there
   */
  readonly from?: unknown;
  /**
   * What it is.
   *
   * @default - it is not there any more
   */
  readonly to?: unknown;
}

/** The fields that differ between two values, in the order of their paths. */
export function fieldChanges(from: unknown, to: unknown, path = ''): FieldChange[] {
  if (isRecord(from) && isRecord(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
    return keys.flatMap((key) => fieldChanges(own(from, key), own(to, key), `${path}${step(key, path)}`));
  }
  if (Array.isArray(from) && Array.isArray(to)) {
    return itemChanges(from, to, path);
  }
  return Object.is(from, to) ? [] : [{ path, from, to }];
}

function itemChanges(from: readonly unknown[], to: readonly unknown[], path: string): FieldChange[] {
  const key = MERGE_KEYS.find((name) => isKey(name, from) && isKey(name, to));
  if (key === undefined) {
    const longest = from.length > to.length ? from : to;
    return longest.flatMap((_, index) => fieldChanges(from[index], to[index], `${path}[${index}]`));
  }
  const [before, after] = [byKey(key, from), byKey(key, to)];
  const [names, namesNow] = [[...before.keys()], [...after.keys()]];
  const gone = names.filter((name) => !after.has(name));
  const come = namesNow.filter((name) => !before.has(name));
  // A host is another in every environment, and what is behind it is to be compared all the same.
  const isRenamed = key === 'host' && gone.length === come.length;
  const renamed = new Map(isRenamed ? gone.map((name, index) => [name, come[index] ?? name]) : []);
  return [
    ...[...names, ...(isRenamed ? [] : come)].flatMap((name) =>
      fieldChanges(before.get(name), after.get(renamed.get(name) ?? name), `${path}[${name}]`),
    ),
    ...orderChanges(
      names.filter((name) => after.has(name)),
      namesNow.filter((name) => before.has(name)),
      path,
    ),
  ];
}

/** Items that both lists have, if they come in another order. */
function orderChanges(from: readonly string[], to: readonly string[], path: string): FieldChange[] {
  return from.every((name, index) => name === to[index]) ? [] : [{ path: `${path} (order)`, from, to }];
}

/** What tells the items of a list apart, as Kubernetes itself merges them. */
const MERGE_KEYS = ['name', 'host', 'mountPath', 'path', 'topologyKey', 'secretName'];

function isKey(key: string, items: readonly unknown[]): boolean {
  const values = items.map((item) => (isRecord(item) ? item[key] : undefined));
  return values.every((value) => typeof value === 'string') && new Set(values).size === values.length;
}

function byKey(key: string, items: readonly unknown[]): ReadonlyMap<string, unknown> {
  return new Map(items.map((item) => [isRecord(item) ? String(item[key]) : '', item]));
}

/** A field of the object itself, and not one that every object has. */
function own(fields: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function step(key: string, path: string): string {
  if (!/^\w+$/.test(key)) {
    return `[${JSON.stringify(key)}]`;
  }
  return path === '' ? key : `.${key}`;
}

/** A value that has no fields, and where it is. */
export interface Field {
  /** Where it is, as of a `FieldChange`. */
  readonly path: string;
  readonly value: unknown;
}

/** All fields of a value, in the order of their paths; what is empty is one itself. */
export function fieldsOf(value: unknown, path = ''): Field[] {
  if (isRecord(value) && Object.keys(value).length > 0) {
    return Object.keys(value)
      .sort()
      .flatMap((key) => fieldsOf(value[key], `${path}${step(key, path)}`));
  }
  if (Array.isArray(value) && value.length > 0) {
    const key = MERGE_KEYS.find((name) => isKey(name, value));
    return value.flatMap((item: unknown, index) =>
      fieldsOf(item, `${path}[${key === undefined || !isRecord(item) ? index : String(item[key])}]`),
    );
  }
  return [{ path, value }];
}
