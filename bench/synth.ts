/**
 * How long a fleet takes to render, and how others fare with the same objects in the same run: whole processes, one after
 * the other in turns, to one stream and to a file a unit. Read the ratios, machines differ:
 * `npm run bench -- --units=1,10,100 --runs=5`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cliTable } from './cli';
import { livesTable } from './lives';
import { type Figures, measure, type Output, row } from './measure';
import { median } from './median';
import { CLI, FILES, HEAD, LESS, LIMITS, LIVES, WHERE } from './page';
import type { Peer } from './peer';
import { peers, unitText } from './peers';
import { plot } from './plot';
import { profile, type Shares } from './profile';
import { run } from './run';
import { without } from './without';

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '1,10,100,1000,2000,5000' },
    runs: { type: 'string', default: '5' },
    /** Where the raw figures go, as JSON. */
    json: { type: 'string' },
    /** Whether docs/bench.md is written. */
    write: { type: 'boolean', default: false },
  },
});
const sizes = values.units.split(',').map(Number);
const runs = Number(values.runs);

/** What the page shows. */
interface Tables {
  readonly stream: readonly string[];
  readonly files: readonly string[];
  readonly cli: readonly string[];
  readonly parts: readonly string[];
  readonly lives: readonly string[];
  readonly without: readonly string[];
}

/** Units of the renders that are looked into. */
const PROFILED = 1000;
const SMALL = 100;

/** Where the time of a render goes, but for what takes less than a hundredth. */
async function parts(): Promise<string[]> {
  const [small, large] = [await profile(SMALL), await profile(PROFILED)];
  return [
    ...shareTable('step', large.steps, small.steps),
    '',
    'What each part spends itself: rooms of `lib/`, packages, the engine.',
    '',
    ...shareTable('part', large.parts, small.parts),
    '',
    'Of the laws the largest; what several ask for is the first one’s.',
    '',
    ...shareTable('law', large.laws, small.laws),
  ];
}

function shareTable(what: string, large: Shares, small: Shares): string[] {
  const ofSmall = new Map(small);
  const rows = large
    .map(([name, share]) => [name, ofSmall.get(name) ?? 0, share] as const)
    .filter(([, ...shares]) => Math.max(...shares) >= 0.01)
    .map(([name, ...shares]) => `| ${name} | ${shares.map((share) => (100 * share).toFixed(0)).join(' | ')} |`);
  return [`| ${what} | % of ${SMALL} units | % of ${PROFILED} units |`, '|---|---|---|', ...rows];
}

/** The page of the docs, its plots and the raw figures. */
function write(head: readonly string[], tables: Tables, figures: readonly Figures[]): void {
  writeFileSync('docs/bench.svg', plotOf(figures, 'stream'));
  writeFileSync('docs/bench-files.svg', plotOf(figures, 'files'));
  writeFileSync('docs/bench.json', `${JSON.stringify(figures, undefined, 2)}\n`);
  const [{ model = 'unknown' } = {}] = cpus();
  const where = `Node ${process.versions.node}, ${cpus().length} processors (${model.trim()}), load ${loadavg()[0]?.toFixed(1)} at the end`;
  const parts = [
    [HEAD, `${where}; up to ${runs} runs each, medians; the ratios are of pairs in turn.\n`, `${head.join('\n')}\n`],
    [`${tables.stream.join('\n')}\n`, FILES, `${tables.files.join('\n')}\n`, CLI, `${tables.cli.join('\n')}\n`],
    [
      WHERE,
      `${tables.parts.join('\n')}\n`,
      LIVES,
      `${tables.lives.join('\n')}\n`,
      LESS,
      `${tables.without.join('\n')}\n`,
      LIMITS,
    ],
  ];
  writeFileSync('docs/bench.md', parts.flat().join('\n'));
}

function plotOf(figures: readonly Figures[], output: Output): string {
  const shown = figures.filter((one) => one.output === output);
  const names = [...new Set(shown.map(({ name }) => name))];
  const lines = names.map((name) => ({
    name,
    points: shown
      .filter((one) => one.name === name)
      .map(({ units, runs: each }) => [units, median(each.map(({ cpu }) => cpu))] as const),
  }));
  return plot('seconds of the processor', lines);
}

/** All sizes of one output; each line is printed as soon as it is known. */
async function table(output: Output, all: readonly Peer[], folder: string): Promise<[string[], Figures[]]> {
  const lines = [
    '| units | program | CPU s | wall s | peak MiB | this / it, CPU | this / it, wall |',
    '|---|---|---|---|---|---|---|',
  ];
  const figures: Figures[] = [];
  console.log(['', output, ...lines].join('\n'));
  for (const units of sizes) {
    const measured = await measure(units, output, all, runs, folder);
    const rows = measured.map((one) => row(measured[0]?.runs ?? [], one));
    console.log(rows.join('\n'));
    lines.push(...rows);
    figures.push(...measured);
  }
  return [lines, figures];
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const all = peers(folder, sizes);
    const head = all.map(({ name, missing, limit }) => `- ${[name, missing ?? limit].filter(Boolean).join(': ')}`);
    console.log(head.join('\n'));
    const measureWithout = without(folder, PROFILED, runs);
    // The first run of a program compiles it, and checks the types.
    await run(all[0]?.stream(1) ?? [], false);
    await run(all[0]?.files(1, join(folder, 'first')) ?? [], false);
    const [stream, ofStream] = await table('stream', all, folder);
    const [files, ofFiles] = await table('files', all, folder);
    const cli = await cliTable(folder, runs);
    const within = await parts();
    const lives = await livesTable(folder, unitText());
    const less = await measureWithout();
    console.log(['', ...cli, '', ...within, '', ...lives, '', ...less].join('\n'));
    const figures = [...ofStream, ...ofFiles];
    if (values.json !== undefined) {
      writeFileSync(values.json, `${JSON.stringify(figures, undefined, 2)}\n`);
    }
    if (values.write) {
      write(head, { stream, files, cli, parts: within, lives, without: less }, figures);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
