import type { GoProgram } from './go-program';
import { withPublished } from './published';

const MODULE = 'github.com/kedacore/keda/v2';

/** What counts pods by a ScaledObject, what tells the autoscaler of Kubernetes its numbers, what refuses two that count. */
export function keda(version: string): GoProgram {
  return {
    component: 'keda-operator',
    version,
    // Named as in KEDA's images: the server writes the name down as the owner of what a program changes.
    binaries: {
      keda: `${MODULE}/cmd/operator`,
      'keda-adapter': `${MODULE}/cmd/adapter`,
      'keda-admission-webhooks': `${MODULE}/cmd/webhooks`,
    },
    module: () => withPublished({ path: MODULE, version: `v${version}` }),
    linkerValues: { [`${MODULE}/version.Version`]: version },
  };
}
