import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Component, cached } from './cache';
import { moduleFolder } from './go-module';

/** Custom resource definitions that come with a Go module. */
export interface CrdModule extends Component {
  readonly module: string;
  /** Folder of the module that holds them. */
  readonly folder: string;
  /** @default - every file of it; what the names of the files begin with */
  readonly prefix?: string;
  /** @default - every one of those; the names of the files that are in use, where others are very large */
  readonly only?: readonly string[];
}

/** Name of the folder with the definitions, in the cache folder of their component. */
export const CRDS = 'crds';

/** Copies the definitions out of the module cache, so that a run needs no Go. */
export async function copyCrds(crds: CrdModule): Promise<void> {
  const source = join(moduleFolder({ path: crds.module, version: `v${crds.version}` }), crds.folder);
  const target = cached(crds, CRDS);
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  mkdirSync(partial);
  const { prefix = '', only } = crds;
  const wanted = (file: string) =>
    file.startsWith(prefix) && file.endsWith('.yaml') && (only === undefined || only.includes(file));
  const files = readdirSync(source).filter((file) => wanted(file) && file !== 'kustomization.yaml');
  for (const file of files) cpSync(join(source, file), join(partial, file));
  renameSync(partial, target);
}
