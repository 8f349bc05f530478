import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';

/** A module path and its version, such as `sigs.k8s.io/kwok` and `v0.8.0`. */
export interface ModuleVersion {
  readonly path: string;
  readonly version: string;
}

/** A module of our own that does nothing but require another one, so that its commands can be built. */
export interface ToolsModule {
  readonly require: readonly ModuleVersion[];
  /** Module path to what stands in its place: a folder, or a path and version. */
  readonly replace?: Readonly<Record<string, string>>;
  /** Settings of the Go runtime, which are taken from the main module only. */
  readonly godebug?: readonly string[];
}

/** The text of the go.mod of a tools module. */
export function toolsModule({ require, replace = {}, godebug = [] }: ToolsModule, packages: readonly string[]): string {
  return [
    'module build',
    'go 1.24.0',
    ...godebug.map((setting) => `godebug ${setting}`),
    ...require.map(({ path, version }) => `require ${path} ${version}`),
    ...Object.entries(replace).map(([path, substitute]) => `replace ${path} => ${substitute}`),
    ...packages.map((name) => `tool ${name}`),
    '',
  ].join('\n');
}

/** Downloads a module, unless the module cache has it, and gives its folder. */
export function moduleFolder(module: ModuleVersion): string {
  return downloaded(module).Dir;
}

/** A copy that may be changed; the module cache itself is read-only. */
export function copyOfModule(module: ModuleVersion, target: string): string {
  const { Dir, GoMod } = downloaded(module);
  cpSync(Dir, target, { recursive: true });
  // A module from before go.mod has one in the module cache only.
  cpSync(GoMod, join(target, 'go.mod'));
  const { status, stderr } = spawnSync('chmod', ['-R', 'u+w', target], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${target} must become writable, got ${stderr}`);
  return target;
}

/** What matters to us in a go.mod. */
export interface GoMod {
  readonly Require: readonly { readonly Path: string; readonly Version: string }[];
  readonly Replace: readonly { readonly Old: { readonly Path: string }; readonly New: Replacement }[] | null;
  readonly Godebug?: readonly { readonly Key: string; readonly Value: string }[] | null;
}

interface Replacement {
  readonly Path: string;
  readonly Version?: string;
}

/** The go.mod of a module. */
export function goModOf(module: ModuleVersion): GoMod {
  const file = join(moduleFolder(module), 'go.mod');
  return JSON.parse(goOutput(['mod', 'edit', '-json', file])) as GoMod;
}

/** Whether there is a Go to build with. */
export function hasGo(): boolean {
  return spawnSync('go', ['version'], { timeout: 30_000 }).status === 0;
}

function downloaded({ path, version }: ModuleVersion): { readonly Dir: string; readonly GoMod: string } {
  return JSON.parse(goOutput(['mod', 'download', '-json', `${path}@${version}`])) as { Dir: string; GoMod: string };
}

function goOutput(args: string[]): string {
  const { status, stdout, stderr } = spawnSync('go', args, { encoding: 'utf8', timeout: 600_000 });
  if (status !== 0) throw new Error(`go ${args.join(' ')} must succeed, got: ${stdout}${stderr}`.trim());
  return stdout;
}
