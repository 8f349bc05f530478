import type { GoProgram } from './go-program';

/** The database of the API server. */
export function etcd(version: string): GoProgram {
  return {
    component: 'etcd',
    version,
    binaries: { etcd: 'go.etcd.io/etcd/server/v3' },
    module: () => ({ require: [{ path: 'go.etcd.io/etcd/server/v3', version: `v${version}` }] }),
    linkerValues: {},
  };
}
