import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputFolder } from '../lib/output-folder';

const MARK = '# mine';
let path: string;
let folder: OutputFolder;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'output-folder-'));
  folder = new OutputFolder(path, MARK);
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

function file(text: string): string {
  return `${MARK}\n${text}\n`;
}

test('files are written, then left alone while their text is the same', () => {
  const files = new Map([['a.k8s.yaml', file('1')]]);
  expect(folder.write(files)).toEqual({ written: ['a.k8s.yaml'], unchanged: [], removed: [] });
  const before = statSync(join(path, 'a.k8s.yaml'));
  expect(folder.write(files)).toEqual({ written: [], unchanged: ['a.k8s.yaml'], removed: [] });
  expect(statSync(join(path, 'a.k8s.yaml')).ino).toBe(before.ino);
  expect(statSync(join(path, 'a.k8s.yaml')).mtimeMs).toBe(before.mtimeMs);
});

test('a file that is not wanted any more is removed if it carries the mark', () => {
  folder.write(new Map([['gone.k8s.yaml', file('1')]]));
  writeFileSync(join(path, 'theirs.yaml'), '# another\n');
  writeFileSync(join(path, 'longer.yaml'), `${MARK} of somebody else\n`);
  writeFileSync(join(path, 'notes.txt'), file('not a manifest'));
  writeFileSync(join(path, 'empty.yaml'), '');
  mkdirSync(join(path, 'folder.yaml'));
  symlinkSync('gone.k8s.yaml', join(path, 'link.yaml'));
  expect(folder.write(new Map())).toEqual({ written: [], unchanged: [], removed: ['gone.k8s.yaml'] });
  expect(readdirSync(path).sort()).toEqual([
    'empty.yaml',
    'folder.yaml',
    'link.yaml',
    'longer.yaml',
    'notes.txt',
    'theirs.yaml',
  ]);
});

test('a file of somebody else in the place of a wanted one is named, not replaced', () => {
  writeFileSync(join(path, 'a.k8s.yaml'), 'precious: true\n');
  expect(folder.foreign(['a.k8s.yaml', 'b.k8s.yaml'])).toEqual([
    `file of output folder "${path}" must be this fleet’s own to be replaced, got "a.k8s.yaml", whose first line is not ` +
      '"# mine"; move it away, or write to another folder',
  ]);
});

test('a folder in the place of a wanted file is named too', () => {
  mkdirSync(join(path, 'a.k8s.yaml'));
  expect(folder.foreign(['a.k8s.yaml'])).toHaveLength(1);
});

test('a write that fails half-way leaves every old file whole and nothing half-written', () => {
  folder.write(new Map([['a.k8s.yaml', file('old a')]]));
  mkdirSync(join(path, '.b.k8s.yaml.tmp'));
  const files = new Map([
    ['a.k8s.yaml', file('new a')],
    ['b.k8s.yaml', file('new b')],
  ]);
  expect(() => folder.write(files)).toThrow(/EISDIR/);
  expect(readFileSync(join(path, 'a.k8s.yaml'), 'utf8')).toBe(file('old a'));
  expect(readdirSync(path).sort()).toEqual(['.b.k8s.yaml.tmp', 'a.k8s.yaml']);
});

test('the folder is made, with all above it', () => {
  const deep = join(path, 'x', 'y');
  new OutputFolder(deep, MARK).write(new Map([['a.k8s.yaml', file('1')]]));
  expect(readdirSync(deep)).toEqual(['a.k8s.yaml']);
});

test('a file of ours whose line ends a checkout has turned is ours', () => {
  writeFileSync(join(path, 'a.k8s.yaml'), file('1').replaceAll('\n', '\r\n'));
  expect(folder.foreign(['a.k8s.yaml'])).toEqual([]);
  expect(folder.write(new Map([['a.k8s.yaml', file('1')]]))).toMatchObject({ written: ['a.k8s.yaml'] });
});
