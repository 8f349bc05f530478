import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProjectImage } from '../../lib/images/image-project';
import { refreshed } from '../../lib/images/refresh';

const PATH = process.env.PATH;
const MANIFEST = '{"config":{"digest":"sha256:1"}}';
const DIGEST = `sha256:${createHash('sha256').update(MANIFEST).digest('hex')}`;

let folder: string;
let base: ProjectImage;
let source: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'refresh-'));
  source = join(folder, 'main.ts');
  base = { name: 'mi-base', version: '4.4.0-3', reference: 'r/mi-base:4.4.0-3', release: '4.4.0', folder };
  // Stands in for a registry that has one image.
  mkdirSync(join(folder, 'bin'));
  const answer = `[ "$3" = docker://r/wso2mi:4.4.0 ] && printf '%s' '${MANIFEST}' || { echo 'manifest unknown' >&2; exit 1; }`;
  writeFileSync(join(folder, 'bin/skopeo'), `#!/bin/sh\n${answer}\n`, { mode: 0o755 });
  process.env.PATH = `${join(folder, 'bin')}:${PATH}`;
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true, force: true });
});

function dockerfile(text: string): void {
  writeFileSync(join(folder, 'Dockerfile'), text);
}

test('a base is pinned to the product that moved, and gets its next build; once that is so, nothing is written', async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: of a Dockerfile
  const from = 'ARG RELEASE\nARG PRODUCT=r/wso2mi:${RELEASE}';
  dockerfile(`${from}\nFROM x\n`);
  writeFileSync(source, "{ release: '4.4.0', build: 3, lock }");
  const report = { reference: base.reference, digest: DIGEST };
  expect(await refreshed([base], source)).toEqual([{ ...report, state: 'refreshed' }]);
  expect(readFileSync(join(folder, 'Dockerfile'), 'utf8')).toBe(`${from}@${DIGEST}\nFROM x\n`);
  expect(readFileSync(source, 'utf8')).toBe("{ release: '4.4.0', build: 4, lock }");
  expect(await refreshed([base], source)).toEqual([{ ...report, state: 'unchanged' }]);
  expect(readFileSync(source, 'utf8')).toBe("{ release: '4.4.0', build: 4, lock }");
});

test('what cannot be refreshed is refused, and nothing is written', async () => {
  dockerfile('FROM r/wso2mi:4.4.0\n');
  await expect(refreshed([base], source)).rejects.toThrow(
    `PRODUCT of Dockerfile "${join(folder, 'Dockerfile')}" must say ARG PRODUCT=<image>, which mi-base is built on, got no such line`,
  );
  dockerfile('ARG PRODUCT=r/wso2mi:4.5.0\n');
  await expect(refreshed([base], source)).rejects.toThrow('must be in its registry, got "r/wso2mi:4.5.0"');
  dockerfile('ARG PRODUCT=r/wso2mi:4.4.0\n');
  writeFileSync(source, 'build: 1, build: 2');
  await expect(refreshed([base], source)).rejects.toThrow(
    `build of base image "${source}" must be said once, as build: and a number, got 2 times; raise it by hand, and pin the product in the Dockerfile of the base`,
  );
  expect(readFileSync(join(folder, 'Dockerfile'), 'utf8')).toBe('ARG PRODUCT=r/wso2mi:4.4.0\n');
});
