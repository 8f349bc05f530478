import { chmodSync, cpSync, lstatSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCars, MAVEN_OUTPUT } from './maven-project';

const [FOLDER, PROGRAM, FILE] = [0o755, 0o755, 0o644];
const OWNER_RUNS = 0o100;

/**
 * Copies folders to where every file has the mode that git keeps of it, hands them over, and takes them away again. A
 * checkout has the modes of its owner’s umask, and two checkouts would give two digests.
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
      chmodSync(to, FOLDER);
      for (const name of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
        setMode(join(to, name));
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
