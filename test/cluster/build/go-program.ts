import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Component, cached, cacheFolder, nameOf } from './cache';
import { type ToolsModule, toolsModule } from './go-module';

/** Programs of one Go module, built together. */
export interface GoProgram extends Component {
  /** What each file of the cache is built from: its name to its Go package. */
  readonly binaries: Readonly<Record<string, string>>;
  /** The module that is asked for, and what it needs in place of what the proxy does not serve. */
  readonly module: (workspace: string) => ToolsModule;
  /** Values that are set by the linker: the versions that the programs report. */
  readonly linkerValues: Readonly<Record<string, string>>;
  /** @default - none; what leaves out parts of the sources */
  readonly tags?: readonly string[];
  /** @default 'tidy', which brings what tests and other tags need too; 'build' brings what these programs need */
  readonly modulesBy?: 'tidy' | 'build';
}

/** How the folders are called that the build of a part works in; what is left over is of a build that was killed. */
export function workspacePrefix(part: string): string {
  return `.building-${part}-`;
}

const TIDY_MINUTES = 10;
const BUILD_MINUTES = 60;

/** Builds the named programs; a program is in the cache either whole or not at all. */
export async function buildGoProgram(program: GoProgram, names: readonly string[]): Promise<void> {
  const workspace = mkdtempSync(join(cacheFolder(), workspacePrefix(nameOf(program))));
  const log = cached(program, 'build.log');
  mkdirSync(dirname(log), { recursive: true });
  try {
    writeFileSync(join(workspace, 'go.mod'), toolsModule(program.module(workspace), Object.values(program.binaries)));
    writeFileSync(join(workspace, 'build.go'), 'package build\n');
    if (program.modulesBy !== 'build') await go(['mod', 'tidy'], workspace, log, TIDY_MINUTES);
    for (const name of names) await buildOne(program, name, workspace, log);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

async function buildOne(program: GoProgram, name: string, workspace: string, log: string): Promise<void> {
  const built = join(workspace, name);
  const values = Object.entries(program.linkerValues).map(([variable, value]) => `-X ${variable}=${value}`);
  const tags = (program.tags ?? []).join(',');
  const flags = ['-mod=mod', '-trimpath', '-tags', tags, '-ldflags', ['-s', '-w', ...values].join(' ')];
  await go(['build', ...flags, '-o', built, program.binaries[name] ?? name], workspace, log, BUILD_MINUTES);
  chmodSync(built, 0o755);
  renameSync(built, cached(program, name));
}

async function go(args: string[], cwd: string, log: string, minutes: number): Promise<void> {
  const output = openSync(log, 'a');
  const child = spawn('go', args, {
    cwd,
    env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' },
    stdio: ['ignore', output, output],
    timeout: minutes * 60_000,
  });
  closeSync(output);
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  const [code] = await once(child, 'exit');
  process.off('exit', endWithUs);
  if (code !== 0) throw new Error(`go ${args[0]} must succeed, got ${code}; ${log} ends with:\n${tail(log)}`);
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
}
