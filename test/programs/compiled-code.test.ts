import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KEEPER = join(__dirname, '..', '..', 'start', 'compiled-code.js');

/** So long that it is kept, whatever stands after it. */
const LONG = `/* ${'-'.repeat(20_000)} */`;

let project: string;
let folder: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'compiled-'));
  folder = join(project, 'kept');
});
afterEach(() => rmSync(project, { recursive: true }));

/** Writes a package, so long that it is kept. */
function has(name: string, code: string, card: object = {}): void {
  const path = join(project, 'node_modules', name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'package.json'), JSON.stringify({ main: 'index.js', ...card }));
  writeFileSync(join(path, 'index.js'), code);
}

/** What a process prints of what the package "big" gives, with what was kept in a folder or as Node loads it by itself. */
function printed(kept?: string, program = 'require("big")'): unknown {
  const load = `() => { loaded = ${program}; }`;
  const through =
    kept === undefined
      ? `(${load})()`
      : `require(${JSON.stringify(KEEPER)}).withCompiledCode(${JSON.stringify(kept)}, ${load})`;
  writeFileSync(
    join(project, 'main.js'),
    `let loaded; ${through}; Promise.resolve(loaded()).then((said) => console.log(JSON.stringify(said)));`,
  );
  const options = { cwd: project, encoding: 'utf8', timeout: 60_000 } as const;
  const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', 'main.js'], options);
  return stderr === '' ? JSON.parse(stdout) : stderr;
}

function filesIn(path: string): string[] {
  return readdirSync(path).map((name) => join(path, name));
}

test.each([
  ['what a module knows of itself', 'module.exports = () => [__filename, __dirname, module.id, this === exports]'],
  [
    'what it is given to load others by',
    `const { dep } = require('dep');
module.exports = () => [dep, require.main.id, Object.keys(require.extensions), require.resolve('dep'), require.resolve.length];`,
  ],
  [
    'who loaded whom',
    `require('dep');
const dep = require.cache[require.resolve('dep')];
module.exports = () => [dep.parent === module, module.children.includes(dep), module.parent.id];`,
  ],
  [
    'folders that it adds',
    `module.paths.unshift(__dirname + '/more');
module.exports = () => { try { require('nowhere') } catch ({ code, requireStack }) { return [code, requireStack, module.paths[0]]; } };`,
  ],
  ['where it stands in its first line', 'module.exports = () => new Error("here").stack.split("\\n")[1]'],
  ['what it imports while it runs', 'module.exports = async () => typeof (await import("node:os")).cpus'],
  ['the same behind a comment', 'module.exports = async () => typeof (await import/**/("node:os")).cpus'],
])('%s is as Node has it, with what was kept and without', (_, code) => {
  has('dep', `${LONG}\nexports.dep = 'a dep';`);
  has('big', `${code}\n${LONG}`);
  const right = printed();
  expect(right).toEqual(expect.anything());
  for (const _ of ['first', 'kept']) {
    expect(printed(folder)).toEqual(right);
  }
});

test('what has run is kept, and taken by the next process', () => {
  has('big', `module.exports = () => 'one'; ${LONG}`);
  expect(printed(folder)).toBe('one');
  const before = filesIn(folder);
  expect(before).toHaveLength(1);
  expect(printed(folder)).toBe('one');
  expect(filesIn(folder)).toEqual(before);
});

test('another text of the same length is another package', () => {
  for (const word of ['one', 'two']) {
    has('big', `module.exports = () => '${word}'; ${LONG}`);
    expect(printed(folder)).toBe(word);
  }
});

test('what was kept and is broken is compiled again, and is whole after it', () => {
  has('big', `module.exports = () => 'one'; ${LONG}`);
  printed(folder);
  const [file = ''] = filesIn(folder);
  const whole = readFileSync(file);
  for (const broken of [whole.subarray(0, 100), Buffer.from(whole).fill(7, 64, 200), Buffer.alloc(0)]) {
    writeFileSync(file, broken);
    expect(printed(folder)).toBe('one');
    expect(readFileSync(file)).toHaveLength(whole.length);
  }
});

test('what only a shell or Node knows to read is left to it', () => {
  has('big', `#!/usr/bin/env node\n${LONG}\nmodule.exports = () => 'one';`);
  expect(printed(folder)).toBe('one');
  has('big', `${LONG}\nexport default 1;`, { type: 'module' });
  // Node 20.19 and later load it, others say why not.
  const loaded = '(() => { try { return require("big"), () => "loaded"; } catch ({ code }) { return () => code; } })()';
  expect(printed(folder, loaded)).toBe(printed(undefined, loaded));
});

test('what is loaded after the packages is left to Node', () => {
  has('big', `module.exports = () => module.constructor.prototype._compile.toString().includes('scriptOf'); ${LONG}`);
  expect(printed(folder)).toBe(false);
});

test('of a run that ended badly nothing is kept, and where nothing can be kept everything is compiled', () => {
  has('big', `module.exports = () => { process.exitCode = 1; return 'one'; }; ${LONG}`);
  expect(printed(folder)).toBe('one');
  expect(readdirSync(project)).not.toContain('kept');
  has('big', `module.exports = () => 'one'; ${LONG}`);
  expect(printed(join(project, 'main.js', 'no folder'))).toBe('one');
});
