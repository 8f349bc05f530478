/** Minor versions of Kubernetes that a fleet may be rendered for. */
export type KubernetesVersion = '1.27' | '1.28' | '1.29' | '1.30' | '1.31' | '1.32' | '1.33' | '1.34' | '1.35' | '1.36';

/** The version that is assumed where nobody names one. */
export const DEFAULT_KUBERNETES: KubernetesVersion = '1.29';

/**
 * Whether the version has native sidecars switched on (SidecarContainers: beta and on from 1.29). A sidecar that is a
 * plain container is told to stop together with Micro Integrator, and the lines of the drain are lost.
 */
export function hasNativeSidecars(version: KubernetesVersion): boolean {
  return Number(version.slice('1.'.length)) >= 29;
}
