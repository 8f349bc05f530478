import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { findProgram } from './build/cache';
import type { Cluster } from './cluster';
import { KUBERNETES } from './versions';

const TIMEOUT_SECONDS = 100;

/**
 * Runs a line of shell as an operator would type it, its `kubectl` meaning this cluster; it must succeed.
 *
 * @param cwd where it is typed; this program's own folder if it is left out
 */
export async function type(line: string, { kubeconfig, folder }: Cluster, cwd?: string): Promise<void> {
  const kubectl = findProgram(KUBERNETES.newest, 'kubectl');
  const PATH = [...(kubectl === undefined ? [] : [dirname(kubectl)]), process.env.PATH].join(':');
  const child = spawn('sh', ['-ec', line], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH, KUBECONFIG: kubeconfig, KUBECACHEDIR: join(folder, 'kubectl-cache') },
    timeout: TIMEOUT_SECONDS * 1000,
  });
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (code !== 0) throw new Error(`${line} must succeed, got ${code}: ${stderr.trim()}`);
}
