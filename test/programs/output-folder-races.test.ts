import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { STATE } from '../../lib/fleet/folder/held-files';
import { folderAt, generation } from './folder-writer';

/** Rounds of killing; more of them are for a night: `ROUNDS=200 npm run test:programs -- races`. */
const ROUNDS = Number(process.env.ROUNDS ?? 4);
const FILES = 80;

// Compiled once for all processes: to load TypeScript takes longer than to write.
const bundle = mkdtempSync(join(tmpdir(), 'writer-'));
const program = join(bundle, 'folder-writer.js');
beforeAll(() => {
  const entry = join(__dirname, 'folder-writer.ts');
  buildSync({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', packages: 'external' });
});
afterAll(() => rmSync(bundle, { recursive: true }));

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'races-'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

function writer(first: number, times: number): ChildProcess {
  const args = [program, path, String(FILES), String(first), String(times)];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], timeout: 60_000 });
}

/** The generations that the files of the folder are of, and whether each has all of its files. */
function generations(): { numbers: number[]; whole: boolean } {
  const names = readdirSync(path).filter((name) => name !== STATE);
  const numbers = [...new Set(names.map((name) => Number(readFileSync(join(path, name), 'utf8').split('# ')[2])))];
  return { numbers, whole: numbers.every((number) => [...generation(number, FILES)].length === names.length) };
}

test('a synth that is killed at any moment leaves a folder that the next run finds old or new, and nothing else', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = writer(round * 1000, 1000);
    const exit = once(child, 'exit');
    // One that ends without a word has failed.
    await Promise.race([once(child.stdout ?? child, 'data'), exit]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
    child.kill('SIGKILL');
    await exit;
    folderAt(path).recover();
    expect(generations()).toEqual({ numbers: [expect.any(Number)], whole: true });
    folderAt(path).write(generation(1, FILES));
    expect(generations()).toEqual({ numbers: [1], whole: true });
    expect(
      readdirSync(join(path, STATE))
        .filter((name) => name !== 'edited')
        .sort(),
    ).toEqual(['.gitignore', 'digests', 'writers']);
  }
});

test('two synths at once end as one of them, and neither fails', async () => {
  const children = [writer(10_000, 6), writer(20_000, 6)];
  const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
  expect(codes).toEqual([0, 0]);
  const { numbers, whole } = generations();
  expect(numbers).toHaveLength(1);
  expect([10_005, 20_005]).toContain(numbers[0]);
  expect(whole).toBe(true);
});
