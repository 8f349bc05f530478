import { isRecord } from '../core/record';
import type { Manifest } from '../diff/manifest';
import { at, listAt, textAt } from './read';

/** Fields that only the server writes. */
const OF_THE_SERVER = ['managedFields', 'uid', 'resourceVersion', 'generation', 'creationTimestamp', 'selfLink'];

/**
 * A live object as it was applied: the fields that an apply owns, and those that are declared now, whoever owns them.
 * What the server or a controller filled in is left out.
 */
export function projected(live: Manifest, declared: Manifest | undefined): unknown {
  const owned = listAt(live, 'metadata', 'managedFields')
    .filter((entry) => textAt(entry, 'operation') === 'Apply')
    .map((entry) => at(entry, 'fieldsV1'));
  const { apiVersion, kind, metadata } = live;
  const inner = project(live, declared, owned);
  const meta = isRecord(inner) && isRecord(inner.metadata) ? inner.metadata : {};
  const kept = Object.fromEntries(Object.entries(meta).filter(([name]) => !OF_THE_SERVER.includes(name)));
  const { name, namespace } = metadata;
  const place = namespace === undefined ? { name } : { name, namespace };
  return { ...(isRecord(inner) ? inner : {}), apiVersion, kind, metadata: { ...kept, ...place } };
}

function project(live: unknown, declared: unknown, owned: readonly unknown[]): unknown {
  if (Array.isArray(live)) {
    const keys = owned.flatMap((one) => (isRecord(one) ? Object.keys(one).filter((key) => key.startsWith('k:')) : []));
    return keys.length === 0 ? live : live.flatMap((item: unknown) => projectItem(item, declared, owned, keys));
  }
  if (!isRecord(live)) {
    return live;
  }
  const names = Object.keys(live).filter(
    (name) => at(declared, name) !== undefined || owned.some((one) => at(one, `f:${name}`) !== undefined),
  );
  const below = (name: string) => owned.flatMap((one) => at(one, `f:${name}`) ?? []);
  return Object.fromEntries(
    names.map((name) => {
      const inside = below(name);
      // Owned as a whole, or declared and owned by others: as it stands.
      const isWhole = inside.length > 0 && inside.every((one) => isRecord(one) && Object.keys(one).length === 0);
      return [
        name,
        isWhole && !isRecord(at(declared, name)) ? live[name] : project(live[name], at(declared, name), inside),
      ];
    }),
  );
}

function projectItem(item: unknown, declared: unknown, owned: readonly unknown[], keys: readonly string[]): unknown[] {
  const mine = [...new Set(keys)].find((key) => matches(item, key));
  const beside = Array.isArray(declared) ? declared.find((one) => sameName(one, item)) : undefined;
  return mine === undefined && beside === undefined
    ? []
    : [project(item, beside, mine === undefined ? [] : owned.flatMap((one) => at(one, mine) ?? []))];
}

/** Whether an item is the one of a key such as `k:{"name":"micro-integrator"}`. */
function matches(item: unknown, key: string): boolean {
  const wanted: unknown = JSON.parse(key.slice(2));
  return isRecord(wanted) && Object.entries(wanted).every(([name, value]) => at(item, name) === value);
}

function sameName(one: unknown, other: unknown): boolean {
  const name = textAt(one, 'name');
  return name !== undefined && name === textAt(other, 'name');
}

/** The fields of a live object that somebody owns by a command or a controller, each with who that is. */
export function ownedBy(live: Manifest): ReadonlyMap<string, string> {
  const entries = listAt(live, 'metadata', 'managedFields').filter(
    (entry) => textAt(entry, 'operation') === 'Update' && textAt(entry, 'subresource') !== 'status',
  );
  return new Map(
    entries.flatMap((entry) =>
      pathsIn(at(entry, 'fieldsV1'), '').map((path) => [path, textAt(entry, 'manager') ?? 'somebody'] as const),
    ),
  );
}

/** The leaves of a set of fields, as paths: `spec.template.spec.containers[micro-integrator].image`. */
function pathsIn(fields: unknown, path: string): string[] {
  if (!isRecord(fields)) {
    return [];
  }
  const inner = Object.entries(fields).filter(([key]) => key !== '.');
  return inner.length === 0 ? [path] : inner.flatMap(([key, child]) => pathsIn(child, `${path}${stepOf(key, path)}`));
}

function stepOf(key: string, path: string): string {
  if (key.startsWith('k:')) {
    const named: unknown = JSON.parse(key.slice(2));
    return `[${textAt(named, 'name') ?? key.slice(2)}]`;
  }
  const name = key.slice(2);
  return /^\w+$/.test(name) ? `${path === '' ? '' : '.'}${name}` : `[${JSON.stringify(name)}]`;
}
