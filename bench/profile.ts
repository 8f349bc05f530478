import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ownCommand, ownProject } from './own-project';
import { run } from './run';

/** What Node writes of a run with `--cpu-prof`, as far as it is read here. */
interface Profile {
  readonly nodes: ReadonlyArray<{ readonly id: number; readonly callFrame: Frame }>;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface Frame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

/** Share of the time of one run that each part spends itself, the largest first: rooms of lib/, packages, the engine. */
export async function profile(units: number): Promise<ReadonlyArray<readonly [string, number]>> {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  try {
    const command = ownCommand(ownProject(folder), 'own.ts', `${units}`);
    const options = ['--cpu-prof', '--cpu-prof-interval=200', `--cpu-prof-dir=${folder}`];
    await run(
      command.flatMap((word) => (word === process.execPath ? [word, ...options] : [word])),
      false,
    );
    return shares(mainThread(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The type check runs in a thread and a process of its own; the program has the most samples. */
function mainThread(folder: string): Profile {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .map((name): Profile => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const [longest] = all.sort((a, b) => b.samples.length - a.samples.length);
  return longest ?? { nodes: [], samples: [], timeDeltas: [] };
}

function shares({ nodes, samples, timeDeltas }: Profile): ReadonlyArray<readonly [string, number]> {
  const rooms = roomsOfBuild();
  const partOf = new Map(nodes.map(({ id, callFrame }) => [id, part(callFrame, rooms)]));
  const times = new Map<string, number>();
  samples.forEach((id, index) => {
    const name = partOf.get(id) ?? '';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  });
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times].map(([name, time]) => [name, time / total] as const).sort(([, a], [, b]) => b - a);
}

/** The room of each line of the built library: esbuild writes the file before what is of it. */
function roomsOfBuild(): readonly string[] {
  let room = 'lib';
  return readFileSync(resolve('build/lib/index.js'), 'utf8')
    .split('\n')
    .map((line) => {
      room = /^\/\/ (lib\/[\w-]+|imports)\//.exec(line)?.[1] ?? room;
      return room;
    });
}

function part({ functionName, url, lineNumber }: Frame, rooms: readonly string[]): string {
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  return url.endsWith('/build/lib/index.js')
    ? (rooms[lineNumber] ?? 'lib')
    : functionName === '(garbage collector)'
      ? 'garbage collection'
      : (name ?? (url.startsWith('file:') ? 'the program and its start' : 'Node'));
}
