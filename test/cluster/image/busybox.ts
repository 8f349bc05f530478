import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Image } from './archive';
import type { Entry } from './tar';

// Debian's busybox-static, which needs no library of an image.
const BUSYBOX = '/bin/busybox';

/** A root file system with a shell and its tools, and one user besides root where that is wanted. */
export function busyboxEntries(user?: { readonly name: string; readonly id: number; readonly home: string }): Entry[] {
  const passwd = ['root:x:0:0:root:/:/bin/sh'];
  if (user !== undefined) passwd.push(`${user.name}:x:${user.id}:${user.id}::${user.home}:/bin/sh`);
  return [
    folder('bin'),
    { path: 'bin/busybox', mode: 0o755, is: { file: readFileSync(BUSYBOX) } },
    ...applets().map((name): Entry => ({ path: `bin/${name}`, mode: 0o777, is: { linkTo: 'busybox' } })),
    folder('etc'),
    { path: 'etc/passwd', mode: 0o644, is: { file: Buffer.from(`${passwd.join('\n')}\n`) } },
    { path: 'tmp', mode: 0o1777, is: 'folder' },
  ];
}

/** The image of a sidecar: a shell with tail and awk. */
export function busyboxImage(names: readonly string[]): Image {
  return { names, config: { Cmd: ['sh'], Env: ['PATH=/bin'] }, entries: busyboxEntries() };
}

/** A folder of root. */
export function folder(path: string): Entry {
  return { path, mode: 0o755, is: 'folder' };
}

function applets(): string[] {
  const names = execFileSync(BUSYBOX, ['--list'], { encoding: 'utf8', timeout: 10_000 });
  return names.split('\n').filter((name) => name !== '' && name !== 'busybox');
}
