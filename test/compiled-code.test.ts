import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KEEPER = join(__dirname, '..', 'start', 'compiled-code.js');

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'compiled-'));
  mkdirSync(join(project, 'node_modules', 'big'), { recursive: true });
  says('one');
});
afterEach(() => rmSync(project, { recursive: true }));

/** Writes the package "big", which says a word of three letters: every text of it has the same length. */
function says(word: string, more = '', head = ''): void {
  const filler = `// ${'-'.repeat(20_000)}\n`;
  const code = `module.exports = async () => [__filename, module.id, require.main.id, '${word}'${more}];\n`;
  writeFileSync(join(project, 'node_modules', 'big', 'index.js'), head + filler + code);
}

/** What a process prints that loads it, with what was kept in a folder. */
function printed(folder: string): unknown {
  const program = `require(${JSON.stringify(KEEPER)}).keepCompiledCode(${JSON.stringify(folder)});
    require('big')().then((said) => console.log(JSON.stringify(said)));`;
  writeFileSync(join(project, 'main.js'), program);
  const { stdout, stderr } = spawnSync(process.execPath, ['main.js'], {
    cwd: project,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return stderr === '' ? JSON.parse(stdout) : stderr;
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

const told = (word: string) => {
  const file = join(project, 'node_modules', 'big', 'index.js');
  return [file, file, '.', word];
};

test('a package is the same with what was kept of it and without, and what another process kept is taken', () => {
  const folder = join(project, 'kept');
  expect(printed(folder)).toEqual(told('one'));
  const before = filesIn(folder);
  expect(before).not.toEqual([]);
  expect(printed(folder)).toEqual(told('one'));
  expect(filesIn(folder)).toEqual(before);
});

test('another text of the same length is another package', () => {
  const folder = join(project, 'kept');
  printed(folder);
  says('two');
  expect(printed(folder)).toEqual(told('two'));
});

test('what was kept and is broken is compiled again, and is whole after it', () => {
  const folder = join(project, 'kept');
  printed(folder);
  const [file = ''] = filesIn(folder);
  const whole = readFileSync(file);
  for (const broken of [whole.subarray(0, 100), Buffer.from(whole).fill(7, 64, 500), Buffer.alloc(0)]) {
    writeFileSync(file, broken);
    expect(printed(folder)).toEqual(told('one'));
    expect(readFileSync(file).subarray(0, 100)).not.toEqual(broken.subarray(0, 100));
  }
});

test('a package that imports while it runs does so', () => {
  says('one', ", typeof (await import('node:os')).cpus");
  const folder = join(project, 'kept');
  for (const _ of ['first', 'kept']) {
    expect(printed(folder)).toEqual([...told('one'), 'function']);
  }
});

test('a package that a shell may start too is loaded', () => {
  says('one', '', '#!/usr/bin/env node\n');
  expect(printed(join(project, 'kept'))).toEqual(told('one'));
});

test('where nothing can be kept, everything is compiled', () => {
  const folder = join(project, 'main.js', 'no folder');
  expect(printed(folder)).toEqual(told('one'));
});
