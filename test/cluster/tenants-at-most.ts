import { type Fleet, MiTenant } from '../../lib';
import { objectsOf } from '../../lib/fleet/rendered-file';
import { type KubernetesObject, type PodSpec, podSpecOf } from '../../lib/rendered/rendered-object';
import { workloadPath } from '../../lib/tenant/tenant-workload';
import type { TenantName } from './pod-watch';
import { amount, type QuotaUse } from './quota-use';

/** The pod of a tenant, how many of it run at the most, and how many there may be in the middle of an update. */
export interface TenantAtMost extends TenantName {
  /** What runs them. */
  readonly workload: KubernetesObject;
  readonly pod: PodSpec;
  readonly most: number;
  readonly peak: number;
}

/** The tenants of a fleet by what is rendered for them. */
export function tenantsAtMost(fleet: Fleet): TenantAtMost[] {
  const objects = new Map(
    fleet.charts.flatMap(objectsOf).map(({ construct, object }) => [construct.node.path, object]),
  );
  const tenants = fleet.node.findAll().filter(MiTenant.isMiTenant);
  return tenants.flatMap(({ unit: { namespaceName: namespace }, name, workloads }) =>
    workloads.flatMap((one) => {
      const { most, peak } = one.scaling;
      const workload = objects.get(workloadPath(one));
      const pod = workload && podSpecOf(workload);
      return workload && pod ? [{ namespace, name, workload, pod, most, peak }] : [];
    }),
  );
}

/** What these tenants need at their peak, in pods, cores and bytes, by what their containers say. */
export function needOf(tenants: readonly TenantAtMost[]): QuotaUse {
  const bounded = (['requests', 'limits'] as const).flatMap((kind) =>
    ['cpu', 'memory', 'ephemeral-storage'].map((resource) => {
      const ofPod = ({ containers = [], initContainers = [] }: PodSpec) =>
        [...containers, ...initContainers].map(({ resources }) => amount(`${resources?.[kind]?.[resource]}`));
      return [`${kind}.${resource}`, sumOf(tenants.flatMap(({ pod, peak }) => peak * sumOf(ofPod(pod))))] as const;
    }),
  );
  return { pods: sumOf(tenants.map(({ peak }) => peak)), ...Object.fromEntries(bounded) };
}

/** So many times a need, in whole pods, millis and mebibytes, as a quota is written. */
export function timesOf(need: QuotaUse, times: number): QuotaUse {
  const unitOf = (name: string) => (name === 'pods' ? 1 : name.endsWith('.cpu') ? 1e-3 : 2 ** 20);
  // Halves of a millicore are no error of the sum.
  const whole = (amount: number, unit: number) =>
    Number((Math.ceil(Number((amount / unit).toFixed(3))) * unit).toFixed(3));
  return Object.fromEntries(Object.entries(need).map(([name, amount]) => [name, whole(times * amount, unitOf(name))]));
}

/** The quota of a unit that is so large. */
export function quotaOf(namespace: string, amounts: QuotaUse): object {
  const hard = Object.fromEntries(Object.entries(amounts).map(([name, most]) => [name, `${most}`]));
  return { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'quota', namespace }, spec: { hard } };
}

/** The sum of amounts. */
export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
