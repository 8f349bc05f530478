/** A line that only one of two texts has. */
export interface LineChange {
  readonly sign: '-' | '+';
  readonly line: string;
}

/** Lines that are compared one by one; of texts that differ in more, the whole part that differs is shown. */
const MOST = 2_000;

/** The lines that differ between two texts: what goes before what comes, in the order of the texts. */
export function lineChanges(from: string, to: string): LineChange[] {
  const [before, after] = [from.split('\n'), to.split('\n')];
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) {
    start += 1;
  }
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) {
    end += 1;
  }
  const [gone, come] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const kept = gone.length > MOST || come.length > MOST ? [] : commonLines(gone, come);
  return between(gone, come, kept);
}

/** Positions of the longest sequence of lines that both have, in each of the two. */
function commonLines(a: readonly string[], b: readonly string[]): Array<readonly [number, number]> {
  // lengths[i][j]: how long it is from line i of a and line j of b on.
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const from = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const longest = a[i] === b[j] ? from(i + 1, j + 1) + 1 : Math.max(from(i + 1, j), from(i, j + 1));
      lengths[i]?.fill(longest, j, j + 1);
    }
  }
  const kept: Array<readonly [number, number]> = [];
  for (let i = 0, j = 0; from(i, j) > 0; ) {
    if (a[i] === b[j]) {
      kept.push([i, j]);
      i += 1;
      j += 1;
    } else if (from(i + 1, j) >= from(i, j + 1)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return kept;
}

/** What stands between the lines that are kept. */
function between(
  gone: readonly string[],
  come: readonly string[],
  kept: ReadonlyArray<readonly [number, number]>,
): LineChange[] {
  const stops = [...kept, [gone.length, come.length] as const];
  return stops.flatMap(([i, j], index) => {
    const [lastI, lastJ] = stops[index - 1] ?? [-1, -1];
    return [
      ...gone.slice(lastI + 1, i).map((line) => ({ sign: '-' as const, line })),
      ...come.slice(lastJ + 1, j).map((line) => ({ sign: '+' as const, line })),
    ];
  });
}
