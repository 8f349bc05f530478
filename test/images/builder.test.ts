import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builderOf } from '../../lib/images/builder';

const { PATH } = process.env;
let bin: string;
beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'bin-'));
  process.env.PATH = bin;
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(bin, { recursive: true, force: true });
});

function program(name: string, code: number): void {
  writeFileSync(join(bin, name), `#!/bin/sh\nexit ${code}\n`);
  chmodSync(join(bin, name), 0o755);
}

test('the first builder that is installed is taken', async () => {
  program('podman', 0);
  expect((await builderOf(undefined)).name).toBe('podman');
  program('buildah', 0);
  expect((await builderOf(undefined)).name).toBe('buildah');
  program('docker', 0);
  expect((await builderOf(undefined)).name).toBe('docker');
});

test('a docker without buildx is passed over, unless it is asked for by name', async () => {
  program('docker', 1);
  program('buildah', 0);
  expect((await builderOf(undefined)).name).toBe('buildah');
  expect((await builderOf('docker')).name).toBe('docker');
});

test.each([
  [undefined, 'none on PATH'],
  ['kaniko', '"kaniko"'],
])('what builds nothing is refused: %s', async (name, got) => {
  await expect(builderOf(name)).rejects.toThrow(
    `builder of command "images" must be one of docker with its plugin buildx, buildah, podman, got ${got}`,
  );
});
