import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { hasGo } from '../cluster/build/go-module';
import { parts } from '../cluster/build/parts';
import { AWS_MODEL } from '../cluster/versions';

// Builds the controller's model builder where it is not there yet, and runs the tests that ask it.

const PART = `${AWS_MODEL.component}-${AWS_MODEL.version}`;

function run(args: readonly string[]): number {
  const missing = parts().some((part) => part.name === PART && part.missing().length > 0);
  if (missing && !hasGo()) {
    console.log('aws: 0 passed, 0 failed, 1 skipped: no Go, and the model builder is missing');
    return process.env.CLUSTER_REQUIRED === '1' ? 1 : 0;
  }
  const built = missing ? node([...process.execArgv, join(__dirname, '..', 'cluster', 'build.ts'), PART]) : 0;
  return built === 0
    ? node([require.resolve('jest/bin/jest'), '--config', join(__dirname, 'jest.config.js'), ...args])
    : built;
}

function node(args: readonly string[]): number {
  return spawnSync(process.execPath, [...args], { stdio: 'inherit' }).status ?? 1;
}

process.exitCode = run(process.argv.slice(2));
