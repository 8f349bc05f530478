import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './median';
import type { Peer } from './peer';
import { type Run, requireEqual, run } from './run';

/** Where a program writes to. */
export type Output = 'stream' | 'files';

/** What the runs of a program took. */
export type Taken = Pick<Run, 'wall' | 'cpu' | 'peak'>;

/** What one program took for so many units. */
export interface Figures {
  readonly output: Output;
  readonly units: number;
  readonly name: string;
  readonly runs: readonly Taken[];
}

/** Up to so many units the objects of all are compared: beyond, parsing would take longer than all the rest. */
const COMPARED_UP_TO = 100;

/** What has taken so many seconds is not run again. */
const PATIENCE = 30;

/** Runs all programs in turns, after their objects were seen to be equal. */
export async function measure(
  units: number,
  output: Output,
  all: readonly Peer[],
  turns: number,
  folder: string,
): Promise<Figures[]> {
  const out = join(folder, 'out');
  const programs = all.flatMap(({ name, stream, files }) => {
    const words = output === 'stream' ? stream(units) : files(units, out);
    return words === undefined ? [] : [{ name, words, runs: [] as Taken[] }];
  });
  if (units <= COMPARED_UP_TO) {
    const [own = '', ...others] = await inTurn(programs, ({ words }) => written(words, output, out));
    others.forEach((other, index) => {
      requireEqual(programs[index + 1]?.name ?? '', own, other);
    });
  }
  for (let turn = 0; turn < turns; turn++) {
    for (const { words, runs } of programs.filter((one) => total(one.runs) < PATIENCE)) {
      empty(out);
      const { wall, cpu, peak } = await run(words, false);
      runs.push({ wall, cpu, peak });
    }
  }
  return programs.map(({ name, runs }) => ({ output, units, name, runs }));
}

async function inTurn<T, R>(items: readonly T[], each: (item: T) => Promise<R>): Promise<R[]> {
  const all: R[] = [];
  for (const item of items) {
    all.push(await each(item));
  }
  return all;
}

/** All that a program writes. */
async function written(words: readonly string[], output: Output, out: string): Promise<string> {
  empty(out);
  const { text } = await run(words, true);
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  return output === 'stream' ? text : files.map((name) => readFileSync(join(out, name), 'utf8')).join('\n---\n');
}

function empty(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
}

function total(runs: readonly Taken[]): number {
  return runs.reduce((sum, { wall }) => sum + wall, 0);
}

/** A line of the table, with what the first program takes against it. */
export function row(own: Figures['runs'], { units, name, runs }: Figures): string {
  const medians = (['cpu', 'wall', 'peak'] as const).map((key) => median(runs.map((one) => one[key])));
  const [cpu, wall, peak] = medians.map((one) => one.toFixed(2));
  return `| ${units} | ${name} | ${cpu} | ${wall} | ${peak} | ${ratio(own, runs, 'cpu')} | ${ratio(own, runs, 'wall')} |`;
}

/** The median of what each turn says of the first program against another: what slows the machine slows both. */
function ratio(own: Figures['runs'], other: Figures['runs'], of: 'wall' | 'cpu'): string {
  return median(own.slice(0, other.length).map((one, turn) => one[of] / (other[turn]?.[of] ?? Number.NaN))).toFixed(2);
}
