import { join } from 'node:path';
import { hasGo } from './build/go-module';
import { parts, proofParts } from './build/parts';
import { finished, inNamespaces, unshareFlags } from './in-namespaces';
import { installPackages } from './install';

// Runs the cluster suite or the proofs in namespaces of their own, or on the current cluster when that is asked for in so
// many words.

const CURRENT_CLUSTER = '--use-current-cluster';
const PROOFS = '--proofs';
const BUILD_MINUTES = 60;
const RUN_MINUTES = 60;

async function run(args: readonly string[]): Promise<number> {
  const others = args.filter((arg) => arg !== CURRENT_CLUSTER && arg !== PROOFS);
  const proofs = args.includes(PROOFS);
  const forJest = ['--config', join(__dirname, proofs ? 'jest.proofs.config.js' : 'jest.config.js'), ...others];
  if (args.includes(CURRENT_CLUSTER)) return onCurrentCluster(forJest);
  const needed = proofs ? [...parts(), ...proofParts()] : parts();
  const missing = needed.filter((part) => part.missing().length > 0).map(({ name }) => name);
  if (missing.length > 0 && !hasGo()) return skip('no Go, and binaries are missing');
  // Before the namespaces: inside there is no network to install from, and `ip` is one of the packages.
  const noNode = installPackages();
  const unshare = unshareFlags();
  if (unshare === undefined) return skip('no network namespace can be had (unshare, ip and setpriv)');
  if (noNode !== undefined) console.log(`cluster: without real containers: ${noNode}`);
  if (missing.length > 0) {
    const build = [...process.execArgv, join(__dirname, 'build.ts'), ...missing];
    const code = await finished(process.execPath, build, process.env, BUILD_MINUTES);
    if (code !== 0) return code;
  }
  return inNamespaces(unshare, { name: 'run', command: [process.execPath, ...jest(forJest)], minutes: RUN_MINUTES });
}

function skip(reason: string): number {
  console.log(`cluster: 0 passed, 0 failed, 1 skipped: ${reason}`);
  return process.env.CLUSTER_REQUIRED === '1' ? 1 : 0;
}

async function onCurrentCluster(forJest: readonly string[]): Promise<number> {
  const { KUBECONFIG } = process.env;
  if (KUBECONFIG === undefined) throw new Error(`KUBECONFIG must name the cluster for ${CURRENT_CLUSTER}, got nothing`);
  console.log(`cluster: using the one of KUBECONFIG=${KUBECONFIG}`);
  return finished(process.execPath, jest(forJest), { ...process.env, CLUSTER_KUBECONFIG: KUBECONFIG }, RUN_MINUTES);
}

function jest(args: readonly string[]): string[] {
  return [require.resolve('jest/bin/jest'), ...args];
}

run(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
