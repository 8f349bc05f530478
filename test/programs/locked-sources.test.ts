import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProjectImage } from '../../lib/images/image-project';
import { refuseOtherSources } from '../../lib/images/locked-sources';

const LOCK = 'images/lock.json';
const ORDERS: ProjectImage = {
  name: 'orders',
  version: '1.0.0',
  reference: 'r.example.com/orders:1.0.0-mi4.4.0-1',
  release: '4.4.0',
  base: 'r.example.com/mi-base:4.4.0-1',
  folder: 'images/orders',
  lock: LOCK,
};

const before = process.cwd();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'locked-'));
  process.chdir(folder);
  mkdirSync('images/orders', { recursive: true });
});
afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { timeout: 60_000 });
}

function commit(file: string, text: string): void {
  writeFileSync(file, text);
  git('add', '--all');
  git('commit', '--quiet', '--message', file);
}

test('files that changed since their tag was locked are refused; a line of another tag is no lock of this', () => {
  git('init', '--quiet');
  commit('images/orders/a.xml', '1');
  commit(LOCK, `{"${ORDERS.reference}": "sha256:1"}\n`);
  refuseOtherSources([ORDERS]);
  commit(LOCK, `{"${ORDERS.reference}": "sha256:1", "${ORDERS.reference}0": "sha256:2"}\n`);
  refuseOtherSources([ORDERS]);
  commit('images/orders/a.xml', '2');
  expect(() => refuseOtherSources([ORDERS])).toThrow(
    /^nothing was written, since 1 thing is refused:\n- files of image "r\.example\.com\/orders:1\.0\.0-mi4\.4\.0-1" must be those that its tag was locked with, got images\/orders\/a\.xml changed since [0-9a-f]{7}; raise the version of the application, or the build of the base$/,
  );
  refuseOtherSources([{ ...ORDERS, reference: 'r.example.com/orders:1.0.1-mi4.4.0-1' }]);
});

test('a file that git does not know yet is a change too, unless git ignores it', () => {
  git('init', '--quiet');
  commit('.gitignore', '*.log\n');
  commit(LOCK, `{"${ORDERS.reference}": "sha256:1"}\n`);
  writeFileSync('images/orders/build.log', '1');
  refuseOtherSources([ORDERS]);
  writeFileSync('images/orders/refunds.car', '1');
  expect(() => refuseOtherSources([ORDERS])).toThrow(/ got images\/orders\/refunds\.car changed since [0-9a-f]{7}; /);
});

test('outside of git, and without a lock, nothing is known', () => {
  writeFileSync('images/orders/a.xml', '1');
  refuseOtherSources([ORDERS, { ...ORDERS, lock: undefined }]);
});
