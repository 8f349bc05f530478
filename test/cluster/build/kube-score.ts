import type { GoProgram } from './go-program';

const MODULE = 'github.com/zegl/kube-score';

/** A judge of manifests. */
export function kubeScore(version: string): GoProgram {
  return {
    component: 'kube-score',
    version,
    binaries: { 'kube-score': `${MODULE}/cmd/kube-score` },
    module: () => ({ require: [{ path: MODULE, version: `v${version}` }] }),
    linkerValues: { 'main.version': version },
  };
}
