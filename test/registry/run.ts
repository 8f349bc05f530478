import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { firstOnPath } from '../../lib/core/program';
import { inNamespaces, unshareFlags } from '../cluster/in-namespaces';
import { bring, SYFT } from '../pipelines/tools';
import { DOCKER_PROGRAMS } from './docker-daemon';

// Brings what lists the parts of an image, and runs the tests of images: as root in namespaces of their own, where a name
// of ECR may lead to the loopback. Or the proofs with a docker, where there is one.

const MINUTES = 40;
const HELPER = 'docker-credential-ecr-login';
const PROOFS = '--proofs';

async function run(args: readonly string[]): Promise<number> {
  const proofs = args.includes(PROOFS);
  const needed = proofs ? DOCKER_PROGRAMS : [HELPER];
  const missing = needed.filter((name) => firstOnPath([name]) === undefined);
  const unshare = process.getuid?.() === 0 ? unshareFlags() : undefined;
  const config = join(__dirname, proofs ? 'jest.proofs.config.js' : 'jest.config.js');
  const others = args.filter((arg) => arg !== PROOFS);
  const command = [process.execPath, require.resolve('jest/bin/jest'), '--config', config, ...others];
  bring(SYFT);
  if (unshare !== undefined && missing.length === 0) {
    return inNamespaces(unshare, { name: 'images', command, minutes: MINUTES });
  }
  const lacking = ['root', 'unshare', ...needed].join(', ');
  if (proofs) {
    console.log(`images: 0 passed, 0 failed, 1 skipped: docker needs ${lacking}`);
    return 0;
  }
  console.log(`images: without Amazon ECR, which needs ${lacking}`);
  return spawnSync(process.execPath, command.slice(1), { stdio: 'inherit' }).status ?? 1;
}

run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
