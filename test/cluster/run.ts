import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasGo } from './build/go-module';
import { parts } from './build/parts';
import { installPackages } from './install';

// Runs the cluster suite in namespaces of its own, or on the current cluster when that is asked for in so many words.

const CURRENT_CLUSTER = '--use-current-cluster';
const RUN_MINUTES = 30;

async function run(args: readonly string[]): Promise<number> {
  const forJest = args.filter((arg) => arg !== CURRENT_CLUSTER);
  if (args.includes(CURRENT_CLUSTER)) return onCurrentCluster(forJest);
  const unshare = unshareFlags();
  if (unshare === undefined) return skip('no network namespace can be had (unshare, ip and setpriv)');
  if (parts().some((part) => part.missing().length > 0)) {
    if (!hasGo()) return skip('no Go, and binaries are missing');
    const code = await finished(process.execPath, [...process.execArgv, join(__dirname, 'build.ts')], process.env);
    if (code !== 0) return code;
  }
  const noNode = installPackages();
  if (noNode !== undefined) console.log(`cluster: without real containers: ${noNode}`);
  return inNamespace(unshare, forJest);
}

function skip(reason: string): number {
  console.log(`cluster: 0 passed, 0 failed, 1 skipped: ${reason}`);
  return process.env.CLUSTER_REQUIRED === '1' ? 1 : 0;
}

async function onCurrentCluster(forJest: readonly string[]): Promise<number> {
  const { KUBECONFIG } = process.env;
  if (KUBECONFIG === undefined) throw new Error(`KUBECONFIG must name the cluster for ${CURRENT_CLUSTER}, got nothing`);
  console.log(`cluster: using the one of KUBECONFIG=${KUBECONFIG}`);
  return finished(process.execPath, jest(forJest), { ...process.env, CLUSTER_KUBECONFIG: KUBECONFIG });
}

async function inNamespace(unshare: readonly string[], forJest: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-run-'));
  const { KUBECONFIG: _ignored, CLUSTER_KUBECONFIG: _unset, ...env } = process.env;
  // The kernel ends the namespaces with this process, and all that runs in them, however this process ends.
  const args = ['--pdeathsig', 'KILL', 'unshare', ...unshare, join(__dirname, 'namespace.sh'), process.execPath];
  const code = await finished('setpriv', [...args, ...jest(forJest)], { ...env, CLUSTER_RUN_FOLDER: folder });
  if (code === 0) rmSync(folder, { recursive: true, force: true });
  else console.log(`cluster: the logs of the servers are in ${folder}`);
  return code;
}

// A mount and a process namespace as well: real containers need the one, and the other leaves no process behind.
function unshareFlags(): readonly string[] | undefined {
  const flags = ['--net', '--mount', '--propagation', 'private', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const asUser = ['--map-root-user', ...flags];
  const works = (all: readonly string[]) =>
    spawnSync('setpriv', ['--pdeathsig', 'KILL', 'unshare', ...all, 'ip', 'link', 'set', 'lo', 'up']).status === 0;
  return [flags, asUser].find(works);
}

function jest(args: readonly string[]): string[] {
  return [require.resolve('jest/bin/jest'), '--config', join(__dirname, 'jest.config.js'), ...args];
}

async function finished(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(file, args, { stdio: 'inherit', env, timeout: RUN_MINUTES * 60_000, killSignal: 'SIGKILL' });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

run(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
