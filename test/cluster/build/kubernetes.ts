import { goModOf, type ToolsModule } from './go-module';
import type { GoProgram } from './go-program';

/** The programs of a control plane. */
export const CONTROL_PLANE = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'] as const;

/** The programs of a node. */
export const NODE = ['kubelet', 'kube-proxy'] as const;

/** Kubernetes of one version, such as "1.36.3". */
export function kubernetes(version: string, names: readonly string[]): GoProgram {
  const [major, minor] = version.split('.');
  const info = 'k8s.io/component-base/version';
  return {
    component: 'kubernetes',
    version,
    binaries: Object.fromEntries(names.map((name) => [name, `k8s.io/kubernetes/cmd/${name}`])),
    module: () => withPublishedStaging(version),
    linkerValues: {
      [`${info}.gitVersion`]: `v${version}`,
      [`${info}.gitMajor`]: major ?? '',
      [`${info}.gitMinor`]: minor ?? '',
    },
  };
}

// k8s.io/kubernetes points at its staging modules by folder, which a module download does not contain.
function withPublishedStaging(version: string): ToolsModule {
  const module = { path: 'k8s.io/kubernetes', version: `v${version}` };
  const { Replace, Godebug } = goModOf(module);
  const published = version.replace(/^1\./, 'v0.');
  const staging = (Replace ?? []).filter((one) => one.New.Path.startsWith('./staging/'));
  return {
    require: [module],
    replace: Object.fromEntries(staging.map(({ Old }) => [Old.Path, `${Old.Path} ${published}`])),
    godebug: (Godebug ?? []).map(({ Key, Value }) => `${Key}=${Value}`),
  };
}
