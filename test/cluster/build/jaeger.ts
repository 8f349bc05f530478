import type { GoProgram } from './go-program';
import { withPublished } from './published';

const MODULE = 'github.com/jaegertracing/jaeger';

/** What takes spans and shows them. */
export function jaeger(version: string): GoProgram {
  return {
    component: 'jaeger',
    version,
    binaries: { jaeger: `${MODULE}/cmd/jaeger` },
    module: () => withPublished({ path: MODULE, version: `v${version}` }),
    linkerValues: {},
    modulesBy: 'build',
  };
}
