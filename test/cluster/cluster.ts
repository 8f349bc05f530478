import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './build/cache';
import { ControlPlane, type ControlPlaneProps } from './control-plane';
import { Kubectl } from './kubectl';
import { KUBERNETES, MINORS, type Minor } from './versions';

/** A cluster that a test may use. */
export interface Cluster {
  readonly kubectl: Kubectl;
  readonly kubeconfig: string;
  /** Folder for logs. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** Path of the kubeconfig of the cluster that the user opted in to; undefined when each test starts its own. */
export const currentKubeconfig = process.env.CLUSTER_KUBECONFIG;

/** The clusters that a test of the control plane runs on, for `describe.each`. */
export const CLUSTERS: readonly (Minor | 'current')[] = currentKubeconfig === undefined ? MINORS : ['current'];

/** Starts a control plane, or gives the current cluster as it is. */
export async function startCluster(
  which: Minor | 'current',
  props: Omit<ControlPlaneProps, 'minor'> = {},
): Promise<Cluster> {
  return which === 'current' ? currentCluster() : ControlPlane.start({ ...props, minor: which });
}

function currentCluster(): Cluster {
  if (currentKubeconfig === undefined) throw new Error('the current cluster must be opted in to, got no such flag');
  const file = findProgram(KUBERNETES.newest, 'kubectl') ?? 'kubectl';
  const folder = mkdtempSync(join(tmpdir(), 'current-'));
  return {
    kubectl: new Kubectl(file, currentKubeconfig, folder),
    kubeconfig: currentKubeconfig,
    folder,
    stop: async () => undefined,
  };
}
