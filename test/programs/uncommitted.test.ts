import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FolderOwner } from '../../lib/fleet/folder/held-files';
import { OutputFolder } from '../../lib/fleet/folder/output-folder';
import { uncommitted } from '../../lib/fleet/folder/uncommitted';

const MARK = 'the mark';
const owner: FolderOwner = { fleet: 'mi', by: {}, markIn: () => MARK, mayHold: () => false };
const text = (body: string) => `# ${MARK}\n${body}\n`;

let root = '';
let dist = '';

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    stdio: 'pipe',
    timeout: 60_000,
  });
const write = (body: string) => new OutputFolder(dist, owner).write([{ name: 'retail.k8s.yaml', text: text(body) }]);
const byHand = (body: string) => writeFileSync(join(dist, 'retail.k8s.yaml'), text(body));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'uncommitted-'));
  dist = join(root, 'it is "dist"');
  mkdirSync(dist);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test('what a pull brings is no edit by hand, and what is not committed is', () => {
  git('init', '-q');
  expect(write('mine').edited).toEqual([]);
  git('add', '-A');
  git('commit', '-qm', 'mine');
  byHand('theirs');
  git('commit', '-qam', 'theirs');
  expect(write('next')).toMatchObject({ written: ['retail.k8s.yaml'], edited: [] });
  byHand('by hand');
  expect(write('again')).toMatchObject({ written: ['retail.k8s.yaml'], edited: ['retail.k8s.yaml'] });
  byHand('staged by hand');
  git('add', '-A');
  expect(write('once more')).toMatchObject({ edited: ['retail.k8s.yaml'] });
});

test('where git knows nothing of the file, or there is none, every change is one by hand', () => {
  write('mine');
  byHand('by hand');
  expect(write('next')).toMatchObject({ edited: ['retail.k8s.yaml'] });
  git('init', '-q');
  byHand('by hand');
  expect(uncommitted(dist, ['retail.k8s.yaml'])).toEqual(['retail.k8s.yaml']);
  git('commit', '-qm', 'nothing', '--allow-empty');
  expect(uncommitted(dist, ['retail.k8s.yaml'])).toEqual(['retail.k8s.yaml']);
  git('add', '-A');
  git('commit', '-qm', 'all');
  expect(uncommitted(dist, ['retail.k8s.yaml'])).toEqual([]);
});
