import type { GoProgram } from './go-program';

const MODULE = 'github.com/cloudnativelabs/kube-router/v2';

/** What enforces NetworkPolicies on a node. */
export function kubeRouter(version: string): GoProgram {
  return {
    component: 'kube-router',
    version,
    binaries: { 'kube-router': `${MODULE}/cmd/kube-router` },
    module: () => ({ require: [{ path: MODULE, version: `v${version}` }] }),
    linkerValues: { [`${MODULE}/pkg/version.Version`]: `v${version}` },
  };
}
