import { readdirSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './build/cache';
import { hasGo } from './build/go-module';
import { workspacePrefix } from './build/go-program';
import { withLock } from './build/lock';
import { type Part, parts, proofParts } from './build/parts';

// Builds what the suite needs and the cache lacks: all but what proofs need, or the parts named on the command line.

const STILL_SECONDS = 30;
const GENTLE = 10;

async function build(wanted: readonly string[]): Promise<void> {
  const known = [...parts(), ...proofParts()];
  const chosen = wanted.length === 0 ? parts() : known.filter(({ name }) => wanted.includes(name));
  const unknown = wanted.filter((name) => !known.some((part) => part.name === name));
  if (unknown.length > 0) {
    throw new Error(`part must be one of ${known.map(({ name }) => name).join(', ')}, got ${unknown.join(', ')}`);
  }
  if (chosen.every((part) => part.missing().length === 0)) return;
  if (!hasGo()) throw new Error('go must be installed to build the test cluster, got no such program');
  // A lock a part: who needs one that is there does not wait for the build of another.
  for (const part of chosen.filter((part) => part.missing().length > 0)) {
    await withLock(join(cacheFolder(), `${part.name}.lock`), () => make(part));
  }
}

async function make(part: Part): Promise<void> {
  const missing = part.missing();
  if (missing.length === 0) return;
  removeLeftovers(part);
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  console.log(`building ${part.name}: ${missing.join(', ')}`);
  const still = setInterval(() => console.log(`still building ${part.name}, ${seconds()} s`), STILL_SECONDS * 1000);
  try {
    await part.make();
  } finally {
    clearInterval(still);
  }
  console.log(`built ${part.name} in ${seconds()} s`);
}

// Only the holder of the lock builds, so what is there was left by a build that was killed.
function removeLeftovers({ name }: Part): void {
  const left = readdirSync(cacheFolder()).filter((entry) => entry.startsWith(workspacePrefix(name)));
  for (const entry of left) rmSync(join(cacheFolder(), entry), { recursive: true, force: true });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
setPriority(GENTLE);
build(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
