import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { firstOnPath } from '../../lib/core/program';
import { inNamespaces, unshareFlags } from '../cluster/in-namespaces';
import { bring, SYFT } from '../pipelines/tools';

// Brings what lists the parts of an image, and runs the tests of images: as root in namespaces of their own, where a name
// of ECR may lead to the loopback.

const MINUTES = 40;
const HELPER = 'docker-credential-ecr-login';

async function run(args: readonly string[]): Promise<number> {
  bring(SYFT);
  const jest = [require.resolve('jest/bin/jest'), '--config', join(__dirname, 'jest.config.js'), ...args];
  const unshare = process.getuid?.() === 0 ? unshareFlags() : undefined;
  if (unshare !== undefined && firstOnPath([HELPER]) !== undefined) {
    return inNamespaces(unshare, { name: 'images', command: [process.execPath, ...jest], minutes: MINUTES });
  }
  console.log(`images: without Amazon ECR, which needs root, unshare and ${HELPER}`);
  return spawnSync(process.execPath, jest, { stdio: 'inherit' }).status ?? 1;
}

run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
