import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ownCommand, ownProject } from './own-project';
import { run } from './run';

/** What Node writes of a run with `--cpu-prof`, as far as it is read here. */
interface Profile {
  readonly nodes: ReadonlyArray<{
    readonly id: number;
    readonly callFrame: Frame;
    readonly children?: readonly number[];
  }>;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface Frame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

/** Names and their shares of the time of one run, the largest first. */
export type Shares = ReadonlyArray<readonly [string, number]>;

/** Where the time of one run goes. */
export interface Where {
  /** What each part spends itself: rooms of lib/, packages, the engine. */
  readonly parts: Shares;
  /** What each step takes with all that it calls. */
  readonly steps: Shares;
  /** What each law takes; what several ask for is the first one's. */
  readonly laws: Shares;
}

/** Where the time of a run goes. */
export async function profile(units: number): Promise<Where> {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  try {
    const command = ownCommand(ownProject(folder), 'own.ts', `${units}`);
    const options = ['--cpu-prof', '--cpu-prof-interval=200', `--cpu-prof-dir=${folder}`];
    // The first run compiles the program, and checks its types.
    await run(command, false);
    await run(
      command.flatMap((word) => (word === process.execPath ? [word, ...options] : [word])),
      false,
    );
    const profile = mainThread(folder);
    const rooms = roomsOfBuild();
    return {
      parts: shares(profile, ({ frame }) => part(frame, rooms)),
      steps: shares(profile, stepOf),
      laws: shares(profile, lawOf).filter(([name]) => name !== ''),
    };
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

/** A function that runs, and who called it. */
interface Call {
  readonly frame: Frame;
  readonly by?: Call;
}

function shares(profile: Profile, nameOf: (call: Call) => string): Shares {
  const { samples, timeDeltas } = profile;
  const partOf = new Map([...callsOf(profile)].map(([id, call]) => [id, nameOf(call)]));
  const times = new Map<string, number>();
  samples.forEach((id, index) => {
    const name = partOf.get(id) ?? '';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  });
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times].map(([name, time]) => [name, time / total] as const).sort(([, a], [, b]) => b - a);
}

function callsOf({ nodes }: Profile): ReadonlyMap<number, Call> {
  const calls = new Map<number, Call>();
  // A caller stands before those that it calls.
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  for (const { id, callFrame } of nodes) {
    calls.set(id, { frame: callFrame, by: calls.get(callers.get(id) ?? Number.NaN) });
  }
  return calls;
}

const COMPOSING = 'composing: the constructs of this library';

/** The steps of a synth by the function in which they happen, as esbuild names it. */
const STEPS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^brokenLaws\d*$/, 'the laws over the finished render'],
  [/^refusedOf\d*$/, 'what each construct refuses'],
  [/^filesOf\d*$/, 'objects of cdk8s as plain ones, with the defaults of the server'],
  [/^outputFiles\d*$/, 'heads of files and YAML'],
  [/^checkedRender\d*$/, 'walks over the tree'],
  [/^compose$/, COMPOSING],
];

function stepOf(call: Call): string {
  if (call.frame.functionName === '(garbage collector)') {
    return 'garbage collection';
  }
  for (let one: Call | undefined = call; one !== undefined; one = one.by) {
    const { functionName } = one.frame;
    const step = STEPS.find(([name]) => name.test(functionName))?.[1];
    if (step !== undefined) {
      const isOfCdk8s = /\/node_modules\/(cdk8s|constructs)\//.test(call.frame.url);
      return step === COMPOSING && isOfCdk8s ? 'composing: cdk8s and constructs themselves' : step;
    }
  }
  return 'starting: Node, modules, the program';
}

/** The law within which something happens, in words; empty outside of all laws. */
function lawOf(call: Call): string {
  let law = '';
  for (let one: Call | undefined = call; one !== undefined; one = one.by) {
    const { functionName } = one.frame;
    if (/^saidByLaw\d*$/.test(functionName)) {
      return law.replace(/\d+$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    }
    law = functionName === '' || functionName === 'flatMap' ? law : functionName;
  }
  return '';
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
