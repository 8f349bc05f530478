import type { GoProgram } from './go-program';
import { withPublished } from './published';

/** What applies a Kustomization of Flux. */
export function kustomizeController(version: string): GoProgram {
  const path = 'github.com/fluxcd/kustomize-controller';
  return {
    component: 'kustomize-controller',
    version,
    binaries: { 'kustomize-controller': path },
    module: () => withPublished({ path, version: `v${version}` }),
    linkerValues: {},
  };
}

/** What steps a Rollout. */
export function argoRollouts(version: string): GoProgram {
  const path = 'github.com/argoproj/argo-rollouts';
  return {
    component: 'argo-rollouts',
    version,
    binaries: { 'rollouts-controller': `${path}/cmd/rollouts-controller` },
    module: () => withPublished({ path, version: `v${version}` }),
    linkerValues: {},
  };
}
