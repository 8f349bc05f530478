import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { refuse, verbatim } from '../core/refusal';

/** Where environments are, when only their name is given. */
const OUTPUT = 'dist';

/** The folder that an argument means: a plain word is an environment in `dist`, anything else a path. */
export function folderOf(argument: string): string {
  return /^[a-z0-9-]+$/.test(argument) ? join(OUTPUT, argument) : argument;
}

/** The texts of the manifests of a folder, each under its name, for a command or what else names it; folders in it are not looked into. */
export function readManifests(folder: string, kind: string): ReadonlyMap<string, string> {
  const about = { prop: 'folder', kind, id: folder };
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    const got = verbatim(existsSync(folder) ? 'a file' : 'nothing there');
    return refuse({ ...about, must: 'be a folder of manifests', got, instead: beside(folder) });
  }
  const names = manifestsIn(folder);
  if (names.length === 0) {
    const inside = foldersIn(folder);
    const instead = inside.length === 0 ? 'synthesize first' : `name one of its folders: ${inside.join(', ')}`;
    return refuse({ ...about, must: 'hold .yaml files', got: verbatim('none'), instead });
  }
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function manifestsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => /\.ya?ml$/.test(name) && statSync(join(folder, name)).isFile());
}

function beside(folder: string): string {
  const parent = dirname(folder);
  const isFolder = existsSync(parent) && statSync(parent).isDirectory();
  const there = isFolder ? foldersIn(parent).filter((name) => name !== basename(folder)) : [];
  if (there.length > 0) {
    return `there are ${there.join(', ')} in ${parent}, and a path is written with a "/"; synthesize first`;
  }
  return isFolder && manifestsIn(parent).length > 0
    ? `${parent} itself has the manifests, as of a fleet without environments`
    : `there is no folder of manifests in ${parent}; synthesize first`;
}

/** Those that hold manifests: rules and dashboards of Prometheus and Grafana are none. */
function foldersIn(folder: string): string[] {
  return statSync(folder).isDirectory()
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => name)
        .filter((name) => manifestsIn(join(folder, name)).length > 0)
        .sort()
    : [];
}
