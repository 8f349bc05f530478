import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cached } from '../build/cache';

/** A program of ours in Go, built once for its very sources; there is nothing to download. */
export function builtGo(sources: string, component: string, name: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(sources).filter((file) => file.endsWith('.go') || file === 'go.mod');
  for (const file of names.sort()) hash.update(readFileSync(join(sources, file)));
  const file = cached({ component, version: hash.digest('hex').slice(0, 12) }, name);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const env = { ...process.env, CGO_ENABLED: '0', GOWORK: 'off', GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local' };
    const args = ['build', '-trimpath', '-ldflags', '-s -w', '-o', `${file}.partial`, '.'];
    execFileSync('go', args, { cwd: sources, env, stdio: 'pipe', timeout: 300_000 });
    renameSync(`${file}.partial`, file);
  }
  return file;
}
