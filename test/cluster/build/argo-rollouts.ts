import type { GoProgram } from './go-program';
import { withPublished } from './published';

const MODULE = 'github.com/argoproj/argo-rollouts';

/** What steps a Rollout. */
export function argoRollouts(version: string): GoProgram {
  return {
    component: 'argo-rollouts-controller',
    version,
    binaries: { 'rollouts-controller': `${MODULE}/cmd/rollouts-controller` },
    module: () => withPublished({ path: MODULE, version: `v${version}` }),
    linkerValues: {},
  };
}
