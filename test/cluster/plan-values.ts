import { Size } from 'cdk8s';
import { Cpu, EnvValue, MiBaseImage, type MiImage, MiSize, Quota, Scaling, VolumeSource } from '../../lib';
import type * as plans from './fleet-plan';

/** The quota of a unit. */
export function quotaOf(quota: plans.UnitPlan['quota']): Quota | undefined {
  if (quota === 'none') return undefined;
  if (quota === 'tenants') return Quota.ofTenants();
  const cpu = Cpu.millis(quota.millis);
  return Quota.of({ pods: quota.pods, cpu, cpuLimit: Cpu.millis(2 * quota.millis), memory: sizeOf(quota.memory) });
}

/** An amount. */
export function sizeOf({ unit, amount }: plans.AmountPlan): Size {
  return Size[unit](amount);
}

/** The source and room of a volume. */
export function volumeProps({ source, capacity }: plans.VolumePlan): { source: VolumeSource; capacity?: Size } {
  const size = capacity === undefined ? {} : { capacity: sizeOf(capacity) };
  switch (source.how) {
    case 'nfs':
      return { source: VolumeSource.nfs(source.server, source.path, { mountOptions: source.options }), ...size };
    case 'efs':
      return { source: VolumeSource.efs(`fs-${source.fileSystem}`, { accessPoint: source.accessPoint }), ...size };
    case 'class':
      return { source: VolumeSource.storageClass(source.name), ...size };
  }
}

/** The image of a tenant. */
export function imageOf({
  registry,
  release,
  build,
  pullPolicy,
  digest,
  work,
  app,
  version,
}: plans.ImagePlan): MiImage {
  const base = MiBaseImage.fromRegistry(registry, { release, build, pullPolicy });
  return work === 'app' ? base.withApp(app, version, { digest }) : base.withPoller(app, version, { digest });
}

/** How often a tenant runs. */
export function scalingOf(plan: plans.ScalingPlan): Scaling {
  switch (plan.how) {
    case 'singleton':
      return Scaling.singleton();
    case 'fixed':
      return Scaling.fixed(plan.replicas, plan.rollout);
    case 'auto': {
      const { min, more, cpuPercent, memoryPercent, rollout } = plan;
      return Scaling.auto({ min, max: min + more, cpuPercent, memoryPercent, ...rollout });
    }
  }
}

/** The size of a tenant. */
export function sizeOfTenant({ millis, limit, memory, heap }: NonNullable<plans.TenantPlan['size']>): MiSize {
  const cpuLimit = limit === undefined ? undefined : Cpu.millis(limit);
  return MiSize.of({ cpu: Cpu.millis(millis), cpuLimit, memory: sizeOf(memory), heap: heap && sizeOf(heap) });
}

/** The value of a variable. */
export function envValueOf(value: plans.ValuePlan): string | EnvValue {
  switch (value.how) {
    case 'text':
      return value.text;
    case 'open':
      return EnvValue.notSecret(value.text);
    case 'secret':
      return EnvValue.fromSecret(value.name, value.key);
    case 'configMap':
      return EnvValue.fromConfigMap(value.name, value.key);
  }
}
