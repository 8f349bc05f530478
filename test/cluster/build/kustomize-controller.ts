import type { GoProgram } from './go-program';
import { withPublished } from './published';

const MODULE = 'github.com/fluxcd/kustomize-controller';

/** What applies a Kustomization of Flux. */
export function kustomizeController(version: string): GoProgram {
  return {
    component: 'kustomize-controller',
    version,
    binaries: { 'kustomize-controller': MODULE },
    module: () => withPublished({ path: MODULE, version: `v${version}` }),
    linkerValues: {},
  };
}
