import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// Runs the tests that ask real receivers of signals, where these are installed.

const NEEDED = ['prometheus', 'promtool', 'mvn', 'javac'];

function run(args: readonly string[]): number {
  const missing = NEEDED.filter((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).error !== undefined);
  if (missing.length > 0) {
    console.log(
      `signals: 0 passed, 0 failed, 1 skipped: no ${missing.join(', ')} (Debian: prometheus, maven, default-jdk-headless)`,
    );
    return process.env.SIGNALS_REQUIRED === '1' ? 1 : 0;
  }
  const jest = [require.resolve('jest/bin/jest'), '--config', join(__dirname, 'jest.config.js'), ...args];
  return spawnSync(process.execPath, jest, { stdio: 'inherit' }).status ?? 1;
}

process.exitCode = run(process.argv.slice(2));
