import { relative } from 'node:path';
import { sentence, verbatim } from '../../core/refusal';
import type { FolderOwner } from './held-files';

/** Who wrote each file of a folder last, by name. Git does not see it, and a fresh clone has none. */
export type Writers = Readonly<Record<string, string>>;

let clock = 0;
const born = new WeakMap<object, number>();
const turns = new WeakMap<object, Map<string, number>>();
const last = new Map<string, { readonly turn: number; readonly at: number }>();

/** Takes note that a fleet was made: one that was there before another one wrote is no later run of the same program. */
export function takeNote(by: object): void {
  clock += 1;
  born.set(by, clock);
}

/**
 * What tells a fleet from another one of its name: the program that writes it, seen from the folder, and which of the
 * fleets it is that this process has for that folder.
 */
export function writerOf(path: string, { fleet, by, program: script = process.argv[1] ?? '' }: FolderOwner): string {
  const place = `${path}\n${fleet}`;
  const before = last.get(place);
  const known = turns.get(by) ?? new Map<string, number>();
  const isOther = before !== undefined && (born.get(by) ?? clock) < before.at;
  const turn = known.get(place) ?? (isOther ? before.turn + 1 : 1);
  clock += 1;
  turns.set(by, known.set(place, turn));
  last.set(place, { turn, at: clock });
  const program = relative(path, script);
  return turn === 1 ? program : `${program}, as its fleet no. ${turn}`;
}

/** Files that a write would remove, though another fleet of the same name wrote them. */
export function writtenByOthers(
  path: string,
  fleet: string,
  removed: readonly string[],
  { writers, writer }: { readonly writers: Writers; readonly writer: string },
): string[] {
  const others = removed.filter((name) => (writers[name] ?? writer) !== writer);
  const got = others.map((name) => `"${name}", written by ${writers[name]}`).join(', ');
  return others.length === 0
    ? []
    : [
        sentence({
          prop: 'name',
          kind: 'fleet',
          id: fleet,
          must: `be of one fleet alone in folder "${path}"`,
          got: verbatim(`${got}, which ${writer} would remove`),
          instead: 'give one of the two another name; if there is only one, remove its old files',
        }),
      ];
}
