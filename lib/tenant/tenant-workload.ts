import type { Scaling } from './scaling';

/** What runs the pods of a tenant, or of its canary, as the laws over the finished render know it. */
export interface TenantWorkload {
  /** Path of the construct that its objects stand under. */
  readonly path: string;
  /** How many pods it is to run. */
  readonly scaling: Scaling;
}

/** Id of the object that runs the pods. */
export const WORKLOAD = 'workload';

/** Its path. */
export function workloadPath({ path }: TenantWorkload): string {
  return `${path}/${WORKLOAD}`;
}

/** Path of the Service that leads to the pods. */
export function servicePath({ path }: TenantWorkload): string {
  return `${path}/service`;
}
