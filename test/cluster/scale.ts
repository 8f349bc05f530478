import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureScale } from './scale-run';

// A fleet of a thousand units on a control plane of its own: `tsx test/cluster/scale.ts [units]`. What is measured is
// printed; nothing is asserted but that each step comes to its end. The binaries must have been built (build.ts).

const DEFAULT_UNITS = 1000;
const RUN_MINUTES = 20;
const INSIDE = 'CLUSTER_SCALE_INSIDE';

async function scale(units: number): Promise<number> {
  if (!Number.isSafeInteger(units) || units < 1)
    throw new Error(`units must be a whole number from 1 up, got ${units}`);
  if (process.env[INSIDE] === undefined) return inNamespace(units);
  await measureScale(units);
  return 0;
}

// As run.ts does it for jest: the kernel ends the namespaces with this process, and all that runs in them.
async function inNamespace(units: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-scale-'));
  const asUser = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const flags = ['--net', '--mount', '--propagation', 'private', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const namespace = ['unshare', ...asUser, ...flags, join(__dirname, 'namespace.sh')];
  const self = [process.execPath, ...process.execArgv, __filename, String(units)];
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...namespace, ...self], {
    stdio: 'inherit',
    env: { ...process.env, [INSIDE]: '1', CLUSTER_RUN_FOLDER: folder },
    timeout: RUN_MINUTES * 60_000,
    killSignal: 'SIGKILL',
  });
  const [code] = await once(child, 'exit');
  if (code === 0) rmSync(folder, { recursive: true, force: true });
  else console.log(`scale: the logs of the servers are in ${folder}`);
  return typeof code === 'number' ? code : 1;
}

scale(Number(process.argv[2] ?? DEFAULT_UNITS)).then(
  // What is left open, such as a connection of the last question, must not hold up the end.
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
