import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { partName, runSuite } from '../cluster/build/suite';
import { JAEGER } from '../cluster/versions';

// Runs the proof that Jaeger takes what tenants send; Jaeger is built here once, which takes too long for each change.

const NEEDED = ['mvn', 'javac'];

function run(args: readonly string[]): number {
  const missing = NEEDED.filter((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).error !== undefined);
  if (missing.length > 0) {
    console.log(
      `traces: 0 passed, 0 failed, 1 skipped: no ${missing.join(', ')} (Debian: maven, default-jdk-headless)`,
    );
    return 0;
  }
  return runSuite({ name: 'traces', needs: [partName(JAEGER)], config: join(__dirname, 'jest.config.js') }, args);
}

process.exitCode = run(process.argv.slice(2));
