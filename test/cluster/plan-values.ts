import { Duration, Size } from 'cdk8s';
import {
  type AppImageProps,
  ArgoStep,
  type AutoScalingProps,
  Cpu,
  type CsiVolumeProps,
  Datasource,
  type DatasourceProps,
  type EfsProps,
  Endpoint,
  EnvValue,
  type ExternalScalingProps,
  type InClusterProps,
  type KedaScalingProps,
  MiBaseImage,
  type MiBaseImageProps,
  type MiImage,
  MiSize,
  type MiSizeProps,
  type NfsProps,
  type RolloutProps,
  Scaling,
  type SecretRef,
  type SharedVolumeProps,
  VolumeSource,
} from '../../lib';
import type { MoreTenant } from './any-more';
import { drawn } from './drawn';
import type * as plans from './fleet-plan';
import type * as tenants from './tenant-plan';

/** An amount. */
export function sizeOf({ unit, amount }: plans.AmountPlan): Size {
  return Size[unit](amount);
}

/** The source and room of a volume. */
export function volumeProps(plan: plans.VolumePlan): SharedVolumeProps {
  const { capacity, more } = plan;
  return drawn<SharedVolumeProps>('SharedVolumeProps', {
    source: sourceOf(plan),
    capacity: capacity && sizeOf(capacity),
    group: more.group,
    accessMode: more.accessMode,
  });
}

function sourceOf({ source, more }: plans.VolumePlan): VolumeSource {
  const { csi, encryptInTransit, options } = more;
  if (csi !== undefined) {
    const { volumeHandle, volumeAttributes, mountOptions, secret } = csi;
    const of = { driver: 'smb.csi.k8s.io', volumeHandle, volumeAttributes, mountOptions, secret };
    return VolumeSource.csi(drawn<CsiVolumeProps>('CsiVolumeProps', of));
  }
  switch (source.how) {
    case 'nfs': {
      const { server, path } = source;
      return VolumeSource.nfs(server, path, drawn<NfsProps>('NfsProps', { mountOptions: source.options }));
    }
    case 'efs': {
      const of = { accessPoint: source.accessPoint, encryptInTransit, mountOptions: options };
      return VolumeSource.efs(`fs-${source.fileSystem}`, drawn<EfsProps>('EfsProps', of));
    }
    case 'class':
      return VolumeSource.storageClass(source.name);
  }
}

/** The image of a tenant. */
export function imageOf(plan: plans.ImagePlan, { tag, repository }: Pick<MoreTenant, 'tag' | 'repository'>): MiImage {
  const { registry, release, build, pullPolicy, digest, work, app, version, drivers } = plan;
  const own = { build, pullPolicy, drivers, tag: undefined, digest: undefined, lock: undefined };
  const base = MiBaseImage.fromRegistry(registry, drawn<MiBaseImageProps>('MiBaseImageProps', { release, ...own }));
  const props = drawn<AppImageProps>('AppImageProps', { digest, tag, repository, drivers: undefined });
  return work === 'app' ? base.withApp(app, version, props) : base.withPoller(app, version, props);
}

/** How often a tenant runs. */
export function scalingOf(plan: tenants.ScalingPlan, more: MoreTenant): Scaling {
  const other = otherScaling(plan, more);
  if (other !== undefined) return other;
  switch (plan.how) {
    case 'singleton':
      return Scaling.singleton();
    case 'fixed':
      return Scaling.fixed(plan.replicas, rolloutOf(plan.rollout));
    case 'coordinated':
      return Scaling.coordinated(plan.replicas, datasourceOf(plan.by, more), rolloutOf(plan.rollout));
    case 'auto': {
      const { min, more: further, cpuPercent, memoryPercent, rollout } = plan;
      return autoscaled({ min, max: min + further, cpuPercent, memoryPercent, rollout }, more);
    }
  }
}

/** A scaling that the plan has not; of what runs once or shares its work none but such as do so too. */
function otherScaling(plan: tenants.ScalingPlan, more: MoreTenant): Scaling | undefined {
  const { scaling, min, weight, trigger, cooldown, behavior } = more;
  const steps = stepsOf(more);
  if (scaling === undefined || plan.how === 'singleton') return undefined;
  const shared = plan.how === 'coordinated' ? datasourceOf(plan.by, more) : undefined;
  const by = (alone: Scaling) => (shared === undefined ? alone : alone.coordinatedBy(shared));
  const { rollout } = plan;
  const between = { min, max: min + more.more };
  switch (scaling) {
    case 'singleton':
      return Scaling.singleton();
    case 'parked':
      return by(Scaling.fixed(min, rolloutOf(rollout))).parked();
    case 'argo':
      return by(Scaling.fixed(min + 1, rolloutOf(rollout, [ArgoStep.weight(weight), ArgoStep.pauseUntilPromoted()])));
    case 'auto':
      return by(autoscaled({ ...between, cpuPercent: undefined, memoryPercent: undefined, rollout }, more));
    case 'external':
      return by(
        Scaling.external(
          drawn<ExternalScalingProps>('ExternalScalingProps', { ...between, ...rolloutOf(rollout, steps) }),
        ),
      );
    case 'keda': {
      const props = drawn<KedaScalingProps>('KedaScalingProps', {
        ...between,
        ...rolloutOf(rollout, steps),
        triggers: [trigger],
        cooldown: cooldown === undefined ? undefined : Duration.millis(cooldown),
        behavior,
      });
      return by(Scaling.keda(props));
    }
  }
}

function autoscaled(
  {
    rollout,
    ...of
  }: Pick<AutoScalingProps, 'min' | 'max' | 'cpuPercent' | 'memoryPercent'> & {
    readonly rollout: plans.RolloutPlan;
  },
  more: MoreTenant,
): Scaling<'app'> {
  const { behavior } = more;
  const { min, max, cpuPercent, memoryPercent } = of;
  const props = { min, max, cpuPercent, memoryPercent, behavior, ...rolloutOf(rollout, stepsOf(more)) };
  return Scaling.auto(drawn<AutoScalingProps>('AutoScalingProps', props));
}

function stepsOf({ steps, weight }: MoreTenant): ArgoStep[] | undefined {
  return steps ? [ArgoStep.weight(weight)] : undefined;
}

function rolloutOf({ maxSurge, maxUnavailable, maxEvictions }: plans.RolloutPlan, argoSteps?: ArgoStep[]) {
  return drawn<RolloutProps>('RolloutProps', { maxSurge, maxUnavailable, maxEvictions, argoSteps });
}

/** The size of a tenant. */
export function sizeOfTenant({ millis, limit, memory, heap, disk }: NonNullable<tenants.TenantPlan['size']>): MiSize {
  const props = drawn<MiSizeProps>('MiSizeProps', {
    cpu: Cpu.millis(millis),
    cpuLimit: limit === undefined ? undefined : Cpu.millis(limit),
    memory: sizeOf(memory),
    heap: heap && sizeOf(heap),
    disk: disk && sizeOf(disk),
  });
  return MiSize.of(props);
}

/** A system outside. */
export function endpointOf(plan: tenants.EndpointPlan): Endpoint {
  return plan.how === 'outside'
    ? Endpoint.outside(plan.host, plan.port, [plan.range])
    : Endpoint.inCluster(
        plan.service,
        drawn<InClusterProps>('InClusterProps', {
          namespace: plan.namespace,
          port: plan.port,
          pods: { app: plan.service },
        }),
      );
}

/** A datasource. */
export function datasourceOf(
  plan: tenants.DatasourcePlan,
  more: Pick<MoreTenant, 'failover' | 'poolOptions'>,
): Datasource {
  const { driver, id, at, username, password, database, parameters, maxConnections } = plan;
  const props = drawn<DatasourceProps>('DatasourceProps', {
    at: endpointOf(at),
    failover: more.failover.length === 0 ? undefined : more.failover.map(endpointOf),
    database,
    username: secretOrOpen(username),
    password: secretOrOpen(password),
    parameters,
    maxConnections,
    poolOptions: more.poolOptions,
  });
  return Datasource[driver](id, props);
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
