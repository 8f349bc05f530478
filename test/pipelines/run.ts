import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { firstOnPath } from '../../lib/core/program';
import { findProgram } from '../cluster/build/cache';
import { KUBERNETES } from '../cluster/versions';
import { bringTools } from './tools';

// Brings the programs that run pipelines where they are not there yet, and runs the pipelines.

const NEEDED = ['buildah', 'skopeo', 'docker-registry', 'htpasswd', 'mvn', 'java', 'rsync', 'unzip', 'git', 'pip3'];

function run(args: readonly string[]): number {
  const missing = NEEDED.filter((name) => firstOnPath([name]) === undefined);
  if (findProgram(KUBERNETES.newest, 'kube-apiserver') === undefined)
    missing.push('control plane: npm run test:cluster');
  if (missing.length > 0) {
    console.log(`pipelines: 0 passed, 0 failed, 1 skipped: no ${missing.join(', ')}`);
    return process.env.SIGNALS_REQUIRED === '1' ? 1 : 0;
  }
  bringTools();
  const jest = [require.resolve('jest/bin/jest'), '--config', join(__dirname, 'jest.config.js'), ...args];
  return spawnSync(process.execPath, jest, { stdio: 'inherit' }).status ?? 1;
}

process.exitCode = run(process.argv.slice(2));
