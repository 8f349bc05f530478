import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pushedUnder } from '../../lib/images/registry';

const PATH = process.env.PATH;
const MANIFEST = '{"config":{"digest":"sha256:1"}}';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registry-'));
  process.env.PATH = folder;
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true, force: true });
});

// The manifest as it lies in the registry, byte for byte: its digest is the image's.
test.each([
  ['skopeo', 'inspect --raw docker://r/app:1'],
  ['crane', 'manifest r/app:1'],
  ['docker', 'buildx imagetools inspect --raw r/app:1'],
])('whoever has %s alone is told what a registry holds', async (program, asked) => {
  const script = `#!/bin/sh\n[ "$*" = '${asked}' ] && printf '%s' '${MANIFEST}' || { echo "$*" >&2; exit 1; }\n`;
  writeFileSync(join(folder, program), script, { mode: 0o755 });
  const digest = `sha256:${createHash('sha256').update(MANIFEST).digest('hex')}`;
  expect(await pushedUnder('r/app:1')).toEqual({ digest, id: 'sha256:1' });
});

test('without any of them that is said', async () => {
  await expect(pushedUnder('r/app:1')).rejects.toThrow(
    'registry client of command "images" must be one of skopeo, crane, docker, got none on PATH',
  );
});
