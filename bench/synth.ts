/**
 * How long a fleet takes to render, and how others fare with the same objects in the same run: whole processes to one
 * stream, one after the other in turns. Read the ratios, machines differ: `npm run bench -- --units=1,10,100 --runs=5`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from './median';
import { HEAD, LESS, LIMITS, WHERE } from './page';
import { type Peer, peers } from './peers';
import { plot } from './plot';
import { profile, type Shares } from './profile';
import { type Run, requireEqual, run } from './run';
import { without } from './without';

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '1,10,100,1000,5000' },
    runs: { type: 'string', default: '5' },
    /** Where the raw figures go, as JSON. */
    json: { type: 'string' },
    /** Whether docs/bench.md is written. */
    write: { type: 'boolean', default: false },
  },
});
const sizes = values.units.split(',').map(Number);
const runs = Number(values.runs);

interface Figures {
  readonly units: number;
  readonly name: string;
  readonly runs: ReadonlyArray<Pick<Run, 'wall' | 'cpu' | 'peak'>>;
}

async function measure(units: number, all: readonly Peer[]): Promise<Figures[]> {
  const programs = all.flatMap(({ name, command }) => {
    const words = command(units);
    return words === undefined ? [] : [{ name, words, runs: [] as Array<Pick<Run, 'wall' | 'cpu' | 'peak'>> }];
  });
  // Equal objects first; at the large sizes parsing would take longer than all the rest, and the programs are the same.
  const own = await run(programs[0]?.words ?? [], units <= 100);
  for (const { name, words } of units <= 100 ? programs.slice(1) : []) {
    requireEqual(name, own.text, (await run(words, true)).text);
  }
  for (let turn = 0; turn < runs; turn++) {
    for (const program of programs) {
      const { wall, cpu, peak } = await run(program.words, false);
      program.runs.push({ wall, cpu, peak });
    }
  }
  return programs.map(({ name, runs: each }) => ({ units, name, runs: each }));
}

/** The median of what each turn says of the first program against this one: what slows the machine slows both. */
function ratio(own: Figures['runs'], other: Figures['runs'], of: 'wall' | 'cpu'): string {
  return median(own.map((one, turn) => one[of] / (other[turn]?.[of] ?? Number.NaN))).toFixed(2);
}

function row(own: Figures['runs'], { units, name, runs: each }: Figures): string {
  const medians = (['cpu', 'wall', 'peak'] as const).map((key) => median(each.map((one) => one[key])));
  const [cpu, wall, peak] = medians.map((one) => one.toFixed(2));
  return `| ${units} | ${name} | ${cpu} | ${wall} | ${peak} | ${ratio(own, each, 'cpu')} | ${ratio(own, each, 'wall')} |`;
}

interface Tables {
  readonly programs: readonly string[];
  readonly parts: readonly string[];
  readonly without: readonly string[];
}

/** Units of the render that is looked into. */
const PROFILED = 1000;

/** Where the time of a render goes, but for what takes less than a hundredth. */
async function parts(): Promise<string[]> {
  const { steps, parts: own } = await profile(PROFILED);
  return [
    ...shareTable('step', steps),
    '',
    'What each part spends itself: rooms of `lib/`, packages, the engine.',
    '',
    ...shareTable('part', own),
  ];
}

function shareTable(what: string, shares: Shares): string[] {
  const rows = shares
    .filter(([, share]) => share >= 0.01)
    .map(([name, share]) => `| ${name} | ${(100 * share).toFixed(0)} |`);
  return [`| ${what}, of ${PROFILED} units | % |`, '|---|---|', ...rows];
}

/** The page of the docs, its plot and the raw figures. */
function write(head: readonly string[], tables: Tables, figures: readonly Figures[]): void {
  const names = [...new Set(figures.map(({ name }) => name))];
  const lines = names.map((name) => ({
    name,
    points: figures
      .filter((one) => one.name === name)
      .map(({ units, runs: each }) => [units, median(each.map(({ cpu }) => cpu))] as const),
  }));
  writeFileSync('docs/bench.svg', plot('seconds of the processor', lines));
  writeFileSync('docs/bench.json', `${JSON.stringify(figures, undefined, 2)}\n`);
  const [{ model = 'unknown' } = {}] = cpus();
  const where = `Node ${process.versions.node}, ${cpus().length} processors (${model.trim()}), load ${loadavg()[0]?.toFixed(1)} at the end`;
  writeFileSync(
    'docs/bench.md',
    [
      HEAD,
      `${where}; ${runs} runs each, medians; the ratios are of pairs in turn.\n`,
      `${head.join('\n')}\n`,
      `${tables.programs.join('\n')}\n`,
      WHERE,
      `${tables.parts.join('\n')}\n`,
      LESS,
      `${tables.without.join('\n')}\n`,
      LIMITS,
    ].join('\n'),
  );
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const all = peers(folder, sizes);
    const head = all.map(({ name, missing }) => `- ${missing === undefined ? name : `${name}: ${missing}`}`);
    const table = [
      '| units | program | CPU s | wall s | peak MiB | this / it, CPU | this / it, wall |',
      '|---|---|---|---|---|---|---|',
    ];
    console.log([...head, '', ...table].join('\n'));
    const figures: Figures[] = [];
    for (const units of sizes) {
      const measured = await measure(units, all);
      const own = measured[0]?.runs ?? [];
      const rows = measured.map((one) => row(own, one));
      console.log(rows.join('\n'));
      table.push(...rows);
      figures.push(...measured);
    }
    const within = await parts();
    const less = await without(folder, PROFILED, runs);
    console.log(['', ...within, '', ...less].join('\n'));
    if (values.json !== undefined) {
      writeFileSync(values.json, `${JSON.stringify(figures, undefined, 2)}\n`);
    }
    if (values.write) {
      write(head, { programs: table, parts: within, without: less }, figures);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
