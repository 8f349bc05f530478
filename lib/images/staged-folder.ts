import { chmodSync, cpSync, lstatSync, lutimesSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCars, MAVEN_OUTPUT } from './maven-project';

const [FOLDER, PROGRAM, FILE] = [0o755, 0o755, 0o644];
const OWNER_RUNS = 0o100;

/** Seconds since 1970 that everything in an image is of. */
export const EPOCH = 0;

/**
 * Copies folders to where every file has the mode that git keeps of it and no time, hands them over, and takes them away
 * again. A checkout has the modes of its owner’s umask and the time that it was made at, and two would give two digests.
 *
 * @param folders each with the CARs that Maven built for it
 */
export async function withStaged<T>(
  folders: ReadonlyMap<string, readonly string[]>,
  action: (staged: ReadonlyMap<string, string>) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'contexts-'));
  try {
    const staged = new Map([...folders.keys()].map((folder, index) => [folder, join(root, String(index))]));
    for (const [from, to] of staged) {
      const filter = (path: string) => path !== join(from, MAVEN_OUTPUT);
      cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter });
      addCars(to, folders.get(from) ?? []);
      for (const name of ['.', ...readdirSync(to, { recursive: true, encoding: 'utf8' })]) {
        setMode(join(to, name));
        lutimesSync(join(to, name), EPOCH, EPOCH);
      }
    }
    return await action(staged);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function setMode(path: string): void {
  if (!lstatSync(path).isSymbolicLink()) {
    const stat = statSync(path);
    chmodSync(path, stat.isDirectory() ? FOLDER : (stat.mode & OWNER_RUNS) === 0 ? FILE : PROGRAM);
  }
}
