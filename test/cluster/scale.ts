import { inNamespaces, unshareFlags } from './in-namespaces';
import { measureScale } from './scale-run';

// A fleet of a thousand units on a control plane of its own: `tsx test/cluster/scale.ts [units]`. What is measured is
// printed; nothing is asserted but that each step comes to its end. The binaries must have been built (build.ts).

const DEFAULT_UNITS = 1000;
const RUN_MINUTES = 20;
const INSIDE = 'CLUSTER_SCALE_INSIDE';

async function scale(units: number): Promise<number> {
  if (!Number.isSafeInteger(units) || units < 1)
    throw new Error(`units must be a whole number from 1 up, got ${units}`);
  if (process.env[INSIDE] === undefined) return outside(units);
  await measureScale(units);
  return 0;
}

async function outside(units: number): Promise<number> {
  const unshare = unshareFlags();
  if (unshare === undefined)
    throw new Error('namespaces must be had for a control plane, got none (unshare, ip, setpriv)');
  const command = [process.execPath, ...process.execArgv, __filename, String(units)];
  return inNamespaces(unshare, { name: 'scale', command, env: { [INSIDE]: '1' }, minutes: RUN_MINUTES });
}

scale(Number(process.argv[2] ?? DEFAULT_UNITS)).then(
  // What is left open, such as a connection of the last question, must not hold up the end.
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
