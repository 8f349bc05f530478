import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { findProgram } from './build/cache';
import type { Cluster } from './cluster';
import { OwnedProcess } from './owned-process';
import { KUBERNETES } from './versions';

const TIMEOUT_SECONDS = 100;

/** Where a line is typed: the cluster that its `kubectl` means, and the folder for what kubectl keeps. */
export type Terminal = Pick<Cluster, 'kubeconfig' | 'folder'>;

/**
 * Runs a line of shell as an operator would type it, its `kubectl` meaning this cluster; it must succeed.
 *
 * @param cwd where it is typed; this program's own folder if it is left out
 */
export async function type(line: string, terminal: Terminal, cwd?: string): Promise<void> {
  await typed(line, terminal, cwd);
}

/** The same, and what it prints. */
export async function typed(line: string, terminal: Terminal, cwd?: string): Promise<string> {
  const child = spawn('sh', ['-ec', line], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentOf(terminal),
    timeout: TIMEOUT_SECONDS * 1000,
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (code !== 0) throw new Error(`${line} must succeed, got ${code}: ${stderr.trim()}`);
  return stdout;
}

/** A command that goes on until it is stopped. */
export function goingOn(command: string, terminal: Terminal): OwnedProcess {
  const log = join(terminal.folder, 'typed.log');
  return OwnedProcess.start({
    name: command,
    file: 'sh',
    args: ['-ec', `exec ${command}`],
    log,
    env: environmentOf(terminal),
  });
}

function environmentOf({ kubeconfig, folder }: Terminal): Readonly<Record<string, string>> {
  const kubectl = findProgram(KUBERNETES.newest, 'kubectl');
  const PATH = [...(kubectl === undefined ? [] : [dirname(kubectl)]), process.env.PATH].join(':');
  return { PATH, KUBECONFIG: kubeconfig, KUBECACHEDIR: join(folder, 'kubectl-cache') };
}
