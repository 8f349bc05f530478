import { join } from 'node:path';

/** Where one node lives, and what it is called. */
export interface NodeSite {
  readonly name: string;
  /** Holds all of its files. */
  readonly folder: string;
  readonly kubeconfig: string;
  /** Name of its folder among the control groups. */
  readonly controlGroup: string;
}

/** The node's own address; a kubelet refuses a loopback address. */
export const NODE_ADDRESS = '10.245.0.1';

/** Where the pods of the node get their addresses from; no address of it is one that kwok gives. */
export const NODE_POD_CIDR = '10.246.0.0/24';

/** The addresses of Services. */
export const SERVICE_CIDR = '10.96.0.0/16';

/** The socket of the container runtime. */
export function runtimeSocket({ folder }: NodeSite): string {
  return join(folder, 'containerd.sock');
}
