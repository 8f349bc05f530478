import { TOML_TABLE } from '../../imports/toml-keys';
import { MI_RELEASES, type MiRelease } from '../release/mi-release';
import { isTable, type TomlValue } from './deployment-toml';

/** A key of `deployment.toml`: names of tables and of the key; one that holds a list of tables ends in `[]`. */
export type TomlKey = readonly string[];

/** Who reads a key. */
export interface Readers {
  /** The releases that read it, the oldest first. */
  readonly releases: readonly MiRelease[];
  /** Whether it is one of any names that are read there: a parameter, a property, an alias. */
  readonly free: boolean;
}

/** Releases between two. */
type Row = Readonly<Record<'since' | 'until', number>>;

interface Node {
  readonly below: Map<string, Node>;
  readonly rows: Row[];
}

/** All releases, the oldest first. */
const RELEASES = Object.keys(MI_RELEASES) as MiRelease[];
const NUMBERS = RELEASES.map((release) => release.replace(/\.0$/, ''));

/** Made when a tenant first writes a table of its own, and then kept: most programs write none. */
let known: Node | undefined;

function tree(): Node {
  known ??= parsed();
  return known;
}

function parsed(): Node {
  const root: Node = { below: new Map(), rows: [] };
  for (const line of TOML_TABLE.trim().split('\n')) {
    const [table = '', span = '', ...names] = line.split(' ');
    const [since = '', until = ''] = span.split('-');
    const row = { since: NUMBERS.indexOf(since), until: until === '' ? RELEASES.length - 1 : NUMBERS.indexOf(until) };
    const parent = table.split('.').reduce(childOf, root);
    for (const name of names) {
      childOf(parent, name).rows.push(row);
    }
  }
  return root;
}

function childOf(parent: Node, name: string): Node {
  const child = parent.below.get(name) ?? { below: new Map(), rows: [] };
  parent.below.set(name, child);
  return child;
}

/** Who reads a key; nobody if `releases` is empty. */
export function readersOf(key: TomlKey): Readers {
  const exact = releasesOf(find(key)?.rows ?? []);
  // A list of plain values is known by its key or by its items, and a key in quotes has dots of its own.
  const items = releasesOf(find([...key.slice(0, -1), `${key.at(-1)}[]`])?.rows ?? []);
  const any = key.flatMap((_, depth) => find([...key.slice(0, depth), '*'])?.rows ?? []);
  const free = exact.length === 0 && items.length === 0;
  return { releases: RELEASES.filter((one) => [...exact, ...items, ...releasesOf(any)].includes(one)), free };
}

/** Whether something is read below a key: it is the name of a table, or of a list of them. */
export function isTomlTable(key: TomlKey): boolean {
  return (find(key)?.below.size ?? 0) > 0 || (find([...key.slice(0, -1), `${key.at(-1)}[]`])?.below.size ?? 0) > 0;
}

function find(key: TomlKey): Node | undefined {
  return key.reduce<Node | undefined>((node, name) => node?.below.get(name), tree());
}

function releasesOf(rows: readonly Row[]): MiRelease[] {
  return RELEASES.filter((_, index) => rows.some(({ since, until }) => since <= index && index <= until));
}

/** The key most like another that a release reads; `undefined` where none is near. */
export function nearestKey(key: TomlKey, release: MiRelease): string | undefined {
  let best: { readonly distance: number; readonly other?: TomlKey } = { distance: Number.POSITIVE_INFINITY };
  for (const [other, node] of allKeys(tree(), [])) {
    const distance = distanceOf(key, other, best.distance);
    if (distance < best.distance && releasesOf(node.rows).includes(release)) {
      best = { distance, other };
    }
  }
  return best.other?.join('.');
}

function allKeys(node: Node, path: TomlKey): Array<readonly [TomlKey, Node]> {
  return [...node.below].flatMap(([name, child]) => {
    const key = [...path, name];
    return [...(child.rows.length > 0 && name !== '*' ? [[key, child] as const] : []), ...allKeys(child, key)];
  });
}

/** How far two keys are apart; without end if it is further than `best`, or more than a third of what differs would change. */
function distanceOf(key: TomlKey, other: TomlKey, best: number): number {
  // The same names in another order are one mistake, as is the name that a file of keys had before.
  if (key.length === other.length && sortedNames(key) === sortedNames(other)) {
    return 0;
  }
  const same = key.findIndex((name, index) => name !== other[index]);
  const [one = '', two = ''] = [key, other].map((names) => names.slice(same).join('.').replaceAll('[]', ''));
  // A mistake in the last name is likelier than one in the table.
  const depth = 2 * (key.length - same);
  const most = Math.min(Math.max(1, one.length / 3), best - depth);
  return Math.abs(one.length - two.length) > most ? Number.POSITIVE_INFINITY : editDistance(one, two, most) + depth;
}

function sortedNames(key: TomlKey): string {
  return key
    .map((name) => (name === 'file_name' ? 'location' : name))
    .sort()
    .join('.');
}

/** Letters that have to be put in, taken out or changed to make one text of the other; without end if more than `most`. */
function editDistance(one: string, other: string, most: number): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, its] of [...other].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === its ? 0 : 1)));
    }
    if (Math.min(...next) > most) {
      return Number.POSITIVE_INFINITY;
    }
    row = next;
  }
  const distance = row[other.length] ?? 0;
  return distance > most ? Number.POSITIVE_INFINITY : distance;
}

/** Every key of a table that holds no table, with its value; an empty table or list is one too. */
export function tomlKeys(value: TomlValue, path: TomlKey = []): ReadonlyArray<readonly [TomlKey, TomlValue]> {
  if (isTable(value) && (path.length === 0 || Object.keys(value).length > 0)) {
    return Object.entries(value).flatMap(([name, child]) => tomlKeys(child, [...path, name]));
  }
  const items = Array.isArray(value) ? value.filter(isTable) : [];
  return items.length === 0
    ? [[path, value]]
    : items.flatMap((item) => tomlKeys(item, [...path.slice(0, -1), `${path.at(-1)}[]`]));
}
