import type { GoProgram } from './go-program';

const MODULE = 'github.com/prometheus/prometheus';

/** What reads and tries rules as the newest Prometheus does; without the ways to find targets, which are most of its code. */
export function promtool(version: string): GoProgram {
  const [major, minor, patch] = version.split('.');
  return {
    component: 'promtool',
    version,
    binaries: { promtool: `${MODULE}/cmd/promtool` },
    // Go knows Prometheus 3.16.0 by the version 0.316.0.
    module: () => ({ require: [{ path: MODULE, version: `v0.${major}${minor}.${patch}` }] }),
    linkerValues: { 'github.com/prometheus/common/version.Version': version },
    modulesBy: 'build',
    tags: ['remove_all_sd', 'enable_kubernetes_sd'],
  };
}
