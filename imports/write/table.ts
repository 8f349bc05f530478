import { type Api, type FieldType, namesIn } from './definitions';

/** The API of one minor version. */
export interface MinorApi {
  readonly minor: string;
  readonly api: Api;
}

/** The block that the kinds stand in; definitions begin with a capital. */
const KINDS = 'kinds';

/**
 * The table of known fields: a block of the kinds, and one of each definition that they are made of, a field a line:
 * its name, `!` where it is required, its type, and the minor versions that know it so, unless all of them do.
 */
export function tableOf(minors: readonly MinorApi[]): string {
  const all = minors.map(({ minor }) => minor);
  const rows = new Map<string, string[]>();
  const newest = minors.at(-1)?.api;
  for (const { minor, api } of minors) {
    for (const row of rowsOf(api, newest ?? api)) rows.set(row, [...(rows.get(row) ?? []), minor]);
  }
  const blocks = new Map<string, string[]>();
  for (const [row, minor] of rows) {
    const [block = '', line = ''] = row.split('\t');
    blocks.set(block, [...(blocks.get(block) ?? []), `${line}${rangeOf(minor, all)}`]);
  }
  const sorted = [...blocks].sort(([one], [other]) => (one === KINDS || (other !== KINDS && one < other) ? -1 : 1));
  return sorted.map(([block, lines]) => [block, ...lines.sort()].join('\n')).join('\n\n');
}

/** What the newest version does not require was never asked for by the server: older schemas said more than it did. */
function rowsOf({ kinds, definitions }: Api, newest: Api): string[] {
  const found = new Set<string>();
  const rows = new Set(kinds.map(({ apiVersion, kind, type }) => `${KINDS}\t ${apiVersion}/${kind} ${type}`));
  const visit = (type: FieldType): void => {
    for (const name of namesIn(type).filter((name) => !found.has(name))) {
      found.add(name);
      for (const [field, { type: own, required }] of definitions.get(name)?.fields ?? []) {
        const asked = required && newest.definitions.get(name)?.fields.get(field)?.required !== false;
        rows.add(`${name}\t ${field}${asked ? '!' : ''} ${own}`);
        visit(own);
      }
    }
  };
  for (const { type } of kinds) visit(type);
  return [...rows];
}

/** From the first to the last minor version that has a row; nothing, where all have it. */
function rangeOf(minors: readonly string[], all: readonly string[]): string {
  if (minors.length === all.length) return '';
  const [first = '', last = ''] = [minors[0], minors.at(-1)];
  return ` ${first === all[0] ? '' : first}..${last === all.at(-1) ? '' : last}`;
}
