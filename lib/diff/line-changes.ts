import { diffArrays } from 'diff';

/** A line that only one of two texts has. */
export interface LineChange {
  readonly sign: '-' | '+';
  readonly line: string;
}

/** Of texts that differ in more lines than these, all lines are shown: nobody reads them one by one. */
const MOST = 2_000;

/** The lines that differ between two texts: what goes before what comes, in the order of the texts. */
export function lineChanges(from: string, to: string): LineChange[] {
  const [before, after] = [from.split('\n'), to.split('\n')];
  const changes = diffArrays(before, after, { maxEditLength: MOST }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  return changes.flatMap(({ removed, added, value }) =>
    removed || added ? value.map((line) => ({ sign: added ? ('+' as const) : ('-' as const), line })) : [],
  );
}
