import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './digest';
import type { GoProgram } from './go-program';

/** Our program around cert-manager's own controllers, whose command is a module that no proxy serves. */
const SOURCE = join(__dirname, '..', 'certificates', 'controllers');
const MODULE = 'github.com/cert-manager/cert-manager';

/** What makes Certificates of Ingresses and has them issued; other source of ours is another version. */
export function certManager(version: string): GoProgram {
  return {
    component: 'cert-manager-controllers',
    version: `${version}-${digestOf(SOURCE)}`,
    binaries: { 'cert-manager-controllers': 'build/controllers' },
    module: (workspace) => {
      cpSync(SOURCE, join(workspace, 'controllers'), { recursive: true });
      return { require: [{ path: MODULE, version: `v${version}` }] };
    },
    linkerValues: { [`${MODULE}/pkg/util.AppVersion`]: `v${version}` },
    modulesBy: 'build',
  };
}
