import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program that is run in namespaces of its own. */
export interface Inside {
  /** Short name, in the folder of its logs and in messages. */
  readonly name: string;
  /** Program and arguments. */
  readonly command: readonly string[];
  /** What is added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The longest that it may take. */
  readonly minutes: number;
}

/**
 * Flags of `unshare` that work here, as root or as a user; `undefined` if none do. A mount and a process namespace as
 * well as a network one: real containers need the one, and the other leaves no process behind.
 */
export function unshareFlags(): readonly string[] | undefined {
  const flags = ['--net', '--mount', '--propagation', 'private', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const works = (all: readonly string[]) =>
    spawnSync('setpriv', ['--pdeathsig', 'KILL', 'unshare', ...all, 'ip', 'link', 'set', 'lo', 'up']).status === 0;
  return [flags, ['--map-root-user', ...flags]].find(works);
}

/** Runs a program in namespaces of its own; gives its exit code, and keeps the logs of a run that failed. */
export async function inNamespaces(
  unshare: readonly string[],
  { name, command, env, minutes }: Inside,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), `cluster-${name}-`));
  const { KUBECONFIG: _ignored, CLUSTER_KUBECONFIG: _unset, ...own } = process.env;
  // The kernel ends the namespaces with this process, and all that runs in them, however this process ends.
  const args = ['--pdeathsig', 'KILL', 'unshare', ...unshare, join(__dirname, 'namespace.sh'), ...command];
  const code = await finished('setpriv', args, { ...own, ...env, CLUSTER_RUN_FOLDER: folder }, minutes);
  if (code === 0) rmSync(folder, { recursive: true, force: true });
  else console.log(`cluster: the logs of the servers are in ${folder}`);
  return code;
}

/** Runs a program to its end, with our terminal, and gives its exit code. */
export async function finished(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  minutes: number,
): Promise<number> {
  const child = spawn(file, args, { stdio: 'inherit', env, timeout: minutes * 60_000, killSignal: 'SIGKILL' });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}
