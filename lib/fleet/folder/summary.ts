import { join, relative } from 'node:path';
import { STATE } from './held-files';
import type { FolderChange } from './output-folder';

const INHERITED =
  ', which no synth here had written; if it is of another program, give one of the two fleets another name';

/** What a write did, for whoever watches: a line that counts, then each file that changed. */
export function summary(path: string, { written, unchanged, removed, inherited, edited }: FolderChange): string {
  const at = (name: string) => join(relative('.', path), name);
  const kept = (name: string) => at(join(STATE, 'edited', `${name}.txt`));
  return [
    `${at('.')}: ${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`,
    ...written.map((name) => `  wrote ${at(name)}`),
    ...removed.map((name) => `  removed ${at(name)}${inherited.includes(name) ? INHERITED : ''}`),
    ...edited.map(
      (name) => `  ${at(name)} had been changed since the last synth here; what it said is in ${kept(name)}`,
    ),
    '',
  ].join('\n');
}

/** The same for each of the folders below, and for others in which there was something to do. */
export function summaryOfEach(path: string, folders: readonly string[], change: FolderChange): string {
  const others = [...change.written, ...change.removed].map(topOf).filter((folder) => !folders.includes(folder));
  return [...folders, ...[...new Set(others)].sort()].map((folder) => summaryIn(path, folder, change)).join('');
}

function summaryIn(path: string, folder: string, change: FolderChange): string {
  const inside = (names: readonly string[]) => names.filter((name) => topOf(name) === folder);
  const { written, unchanged, removed, inherited, edited } = change;
  const part = {
    written: inside(written),
    unchanged: inside(unchanged),
    removed: inside(removed),
    inherited: inside(inherited),
    edited: inside(edited),
  };
  const [count = '', ...lines] = summary(path, part).split('\n');
  return [count.replace(/^[^:]*/, join(relative('.', path), folder)), ...lines].join('\n');
}

function topOf(name: string): string {
  return name.includes('/') ? name.slice(0, name.indexOf('/')) : '';
}
