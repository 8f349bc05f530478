import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { hasGo } from './go-module';
import { parts, proofParts } from './parts';

/** Tests that need parts which are built once. */
export interface Suite {
  /** What its lines begin with. */
  readonly name: string;
  /** The parts, as `parts()` and `proofParts()` name them. */
  readonly needs: readonly string[];
  /** Path of its configuration of jest. */
  readonly config: string;
}

/** Builds the parts of a suite that are not there yet, and runs its tests; gives the code to exit with. */
export function runSuite({ name, needs, config }: Suite, args: readonly string[]): number {
  const missing = [...parts(), ...proofParts()].filter(
    (part) => needs.includes(part.name) && part.missing().length > 0,
  );
  if (missing.length > 0 && !hasGo()) {
    console.log(`${name}: 0 passed, 0 failed, 1 skipped: no Go, and ${missing.map((part) => part.name)} is missing`);
    return process.env.CLUSTER_REQUIRED === '1' ? 1 : 0;
  }
  const build = [...process.execArgv, join(__dirname, '..', 'build.ts'), ...missing.map((part) => part.name)];
  const built = missing.length > 0 ? node(build) : 0;
  return built === 0 ? node([require.resolve('jest/bin/jest'), '--config', config, ...args]) : built;
}

/** The name of a part, by what is pinned. */
export function partName({ component, version }: { readonly component: string; readonly version: string }): string {
  return `${component}-${version}`;
}

function node(args: readonly string[]): number {
  return spawnSync(process.execPath, [...args], { stdio: 'inherit' }).status ?? 1;
}
