import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './digest';
import type { GoProgram } from './go-program';

/** Our program around Grafana's own types. */
const SOURCE = join(__dirname, '..', '..', 'signals', 'grafana', 'dashboard');

/** What reads a dashboard strictly; other source of ours is another version. */
export function grafanaDashboard(sdk: string): GoProgram {
  return {
    component: 'grafana-dashboard',
    version: `${sdk}-${digestOf(SOURCE)}`,
    binaries: { 'grafana-dashboard': 'build/dashboard' },
    module: (workspace) => {
      cpSync(SOURCE, join(workspace, 'dashboard'), { recursive: true });
      return { require: [{ path: 'github.com/grafana/grafana-foundation-sdk/go', version: `v${sdk}` }] };
    },
    linkerValues: {},
  };
}
