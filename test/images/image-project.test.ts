import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeclaredImage } from '../../lib/image/image-list';
import { appOf, chosen, imagesOf, imagesOfProgram, requireOwnFolders } from '../../lib/images/image-project';
import { withStaged } from '../../lib/images/staged-folder';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'project-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const base: DeclaredImage = { name: 'mi-base', version: '4.4.0-3', reference: 'r/mi-base:4.4.0-3', release: '4.4.0' };

function app(name: string, version: string, more: Partial<DeclaredImage> = {}): DeclaredImage {
  return { name, version, reference: `r/${name}:${version}`, release: '4.4.0', base: base.reference, ...more };
}

function dockerfile(name: string): void {
  mkdirSync(join(root, name));
  writeFileSync(join(root, name, 'Dockerfile'), 'ARG BASE\nFROM $BASE\n');
}

test('an image is built in the folder of its name and version, else of its name; others are built elsewhere', () => {
  for (const name of ['mi-base', 'orders', 'orders-1.0.0']) dockerfile(name);
  mkdirSync(join(root, 'prices'));
  const declared = [base, app('orders', '1.0.0'), app('orders', '1.1.0'), app('prices', '2'), app('files', '1')];
  expect(imagesOf(root, declared).map(({ reference, folder }) => [reference, folder])).toEqual([
    ['r/mi-base:4.4.0-3', join(root, 'mi-base')],
    ['r/orders:1.0.0', join(root, 'orders-1.0.0')],
    ['r/orders:1.1.0', join(root, 'orders')],
  ]);
});

test('what the source names by a digest is built already', () => {
  dockerfile('orders');
  expect(imagesOf(root, [app('orders', '1.0.0', { digest: `sha256:${'0'.repeat(64)}` })])).toEqual([]);
});

test('two versions are not made of one folder', () => {
  const both = [app('orders', '1.0.0'), app('orders', '1.1.0')].map((one) => ({ ...one, folder: 'images/orders' }));
  expect(() => requireOwnFolders(both)).toThrow(
    'folder of image "orders" must be of one version, got 1.0.0, 1.1.0; name the one that images/orders holds (orders:1.0.0), ' +
      'say --changed, or give a version a folder of its own (images/orders-1.0.0)',
  );
  expect(() => requireOwnFolders(both.slice(1))).not.toThrow();
});

test('words choose images by name, or by name and version; an unknown one is told the names', () => {
  const all = [base, app('orders', '1.0.0'), app('orders', '1.1.0')];
  expect(chosen(all, [])).toEqual(all);
  expect(chosen(all, ['orders'])).toEqual(all.slice(1));
  expect(chosen(all, ['orders:1.1.0', 'mi-base'])).toEqual([base, all[2]]);
  expect(() => chosen(all, ['order'])).toThrow('name of image "order" must be one of mi-base, orders, got "order"');
});

test('files that are built from have the modes that git keeps and no time, whatever the checkout has', async () => {
  mkdirSync(join(root, 'orders/bin'), { recursive: true, mode: 0o777 });
  writeFileSync(join(root, 'orders/a.car'), '', { mode: 0o600 });
  writeFileSync(join(root, 'orders/bin/run.sh'), '', { mode: 0o700 });
  symlinkSync('a.car', join(root, 'orders/link'));
  let left = '';
  await withStaged(new Map([[join(root, 'orders'), []]]), async (staged) => {
    left = staged.get(join(root, 'orders')) ?? '';
    const mode = (name: string) => (statSync(join(left, name)).mode & 0o777).toString(8);
    expect(['.', 'a.car', 'bin', 'bin/run.sh'].map(mode)).toEqual(['755', '644', '755', '755']);
    expect(readdirSync(left)).toEqual(['a.car', 'bin', 'link']);
    const times = ['.', 'a.car', 'bin', 'bin/run.sh', 'link'].map((name) => lstatSync(join(left, name)).mtimeMs);
    expect(times).toEqual([0, 0, 0, 0, 0]);
  });
  expect(() => statSync(left)).toThrow('ENOENT');
  expect((statSync(join(root, 'orders/a.car')).mode & 0o777).toString(8)).toBe('600');
});

test('the command of the fleet stands in cdk8s.yaml', () => {
  const path = join(root, 'cdk8s.yaml');
  expect(() => appOf(path)).toThrow(
    `app of program "${path}" must be said in cdk8s.yaml, got no such file; or say --app "npx tsx main.ts"`,
  );
  writeFileSync(path, 'language: typescript\napp: npx tsx main.ts\noutput: dist\n');
  expect(appOf(path)).toBe('npx tsx main.ts');
});

test('a program that lists nothing, or fails, is told apart, with what it said', async () => {
  const told: string[] = [];
  await expect(imagesOfProgram('echo hello', (text) => told.push(text))).rejects.toThrow(
    'app of program "echo hello" must list its images, got no list; does it call synth()?',
  );
  await expect(imagesOfProgram('echo no >&2; exit 3', (text) => told.push(text))).rejects.toThrow('got exit code 3');
  expect(told).toEqual(['hello\n', 'no\n']);
});
