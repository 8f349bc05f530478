import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Packs the library as it would be published, and tells the path of the tarball. */
export function packedInto(folder: string): string {
  const options = { cwd: join(__dirname, '..', '..'), encoding: 'utf8' } as const;
  const said = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], options);
  return join(folder, said.trim().split('\n').at(-1) ?? '');
}
