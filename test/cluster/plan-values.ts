import { Size } from 'cdk8s';
import {
  Cpu,
  Datasource,
  Endpoint,
  EnvValue,
  MiBaseImage,
  type MiImage,
  MiSize,
  Quota,
  Scaling,
  type SecretRef,
  VolumeSource,
} from '../../lib';
import type * as plans from './fleet-plan';
import type * as tenants from './tenant-plan';

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
  drivers,
}: plans.ImagePlan): MiImage {
  const base = MiBaseImage.fromRegistry(registry, { release, build, pullPolicy, drivers });
  return work === 'app' ? base.withApp(app, version, { digest }) : base.withPoller(app, version, { digest });
}

/** How often a tenant runs. */
export function scalingOf(plan: tenants.ScalingPlan): Scaling {
  switch (plan.how) {
    case 'singleton':
      return Scaling.singleton();
    case 'fixed':
      return Scaling.fixed(plan.replicas, plan.rollout);
    case 'coordinated':
      return Scaling.coordinated(plan.replicas, datasourceOf(plan.by), plan.rollout);
    case 'auto': {
      const { min, more, cpuPercent, memoryPercent, rollout } = plan;
      return Scaling.auto({ min, max: min + more, cpuPercent, memoryPercent, ...rollout });
    }
  }
}

/** The size of a tenant. */
export function sizeOfTenant({ millis, limit, memory, heap, disk }: NonNullable<tenants.TenantPlan['size']>): MiSize {
  const cpuLimit = limit === undefined ? undefined : Cpu.millis(limit);
  const amounts = { memory: sizeOf(memory), heap: heap && sizeOf(heap), disk: disk && sizeOf(disk) };
  return MiSize.of({ cpu: Cpu.millis(millis), cpuLimit, ...amounts });
}

/** A system outside. */
export function endpointOf(plan: tenants.EndpointPlan): Endpoint {
  return plan.how === 'outside'
    ? Endpoint.outside(plan.host, plan.port, [plan.range])
    : Endpoint.inCluster(plan.service, { namespace: plan.namespace, port: plan.port, pods: { app: plan.service } });
}

/** A datasource. */
export function datasourceOf({ driver, id, at, username, password, ...plan }: tenants.DatasourcePlan): Datasource {
  const login = { username: secretOrOpen(username), password: secretOrOpen(password) };
  return Datasource[driver](id, { ...plan, at: endpointOf(at), ...login });
}

/** A Secret, by its name or by the mount that brings it. */
export function secretOf({ name, mounted }: tenants.SecretPlan): SecretRef {
  const csi = {
    driver: 'secrets-store.csi.k8s.io',
    readOnly: true,
    volumeAttributes: { secretProviderClass: 'some' },
  };
  return mounted ? { secretName: name, csi } : name;
}

function secretOrOpen(value: plans.ValuePlan): EnvValue {
  const of = envValueOf(value);
  return typeof of === 'string' ? EnvValue.notSecret(of) : of;
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
