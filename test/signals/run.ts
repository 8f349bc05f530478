import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { partName, runSuite } from '../cluster/build/suite';
import { GRAFANA_DASHBOARD, OTEL_COLLECTOR, PROMTOOL } from '../cluster/versions';

// Runs the tests that ask real receivers of signals, where these are installed; what is of Go is built here once.

const NEEDED = ['prometheus', 'promtool', 'prometheus-alertmanager', 'amtool', 'curl', 'chroot', 'mvn', 'javac'];

function run(args: readonly string[]): number {
  const missing = NEEDED.filter((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).error !== undefined);
  if (missing.length > 0) {
    const packages = 'prometheus, prometheus-alertmanager, curl, maven, default-jdk-headless';
    console.log(`signals: 0 passed, 0 failed, 1 skipped: no ${missing.join(', ')} (Debian: ${packages})`);
    return process.env.SIGNALS_REQUIRED === '1' ? 1 : 0;
  }
  const config = join(__dirname, 'jest.config.js');
  return runSuite(
    { name: 'signals', needs: [OTEL_COLLECTOR, GRAFANA_DASHBOARD, PROMTOOL].map(partName), config },
    args,
  );
}

process.exitCode = run(process.argv.slice(2));
