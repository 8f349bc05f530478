import { Duration } from 'cdk8s';
import type { Container } from '../../imports/k8s';
import {
  Canary,
  ConfigFile,
  ControlPlane,
  type Endpoint,
  EnvSource,
  EnvValue,
  Keystore,
  type LifecycleProps,
  LoggingSidecar,
  Metrics,
  type MiConfig,
  type MiImage,
  type MiTenantProps,
  type PodProps,
  SecureVault,
  ServiceCatalog,
  Tracing,
  Truststore,
} from '../../lib';
import { datasourceOf, endpointOf, envValueOf, imageOf, scalingOf, secretOf, sizeOfTenant } from './plan-values';
import type * as plans from './tenant-plan';

/** The props of a tenant as a user would write them, but for its mounts; a poller may be scaled as none compiles. */
export function tenantProps(plan: plans.TenantPlan): Omit<MiTenantProps, 'mounts' | 'scaling'> & { scaling: unknown } {
  const { size, tls } = plan;
  return {
    image: imageOf(plan.image),
    scaling: scalingOf(plan.scaling),
    canary: plan.canary && canaryOf(plan),
    size: size && sizeOfTenant(size),
    env: Object.fromEntries(plan.env.map(([name, value]) => [name, envValueOf(value)])),
    envFrom: plan.envFrom.map(({ secret, name, prefix }) =>
      secret === undefined ? EnvSource.configMap(name, { prefix }) : EnvSource.secret(secretOf(secret), { prefix }),
    ),
    tls: tls && Keystore.fromSecret(secretOf(tls.secret), tls),
    config: configOf(plan.config),
    logging: plan.logging.map((sidecar) => LoggingSidecar.toStdout(sidecar)),
    lifecycle: lifecycleOf(plan.lifecycle),
    pod: podOf(plan.pod),
  };
}

function canaryOf({ image, canary }: plans.TenantPlan): Canary | undefined {
  if (canary === undefined) return undefined;
  const { how, percent, header, value, version, replicas } = canary;
  // A poller for a canary does not compile, as above.
  const props = { image: imageOf({ ...image, version }) as MiImage<'app'>, replicas };
  return how === 'percent' ? Canary.percent(percent, props) : Canary.header(header, { ...props, value });
}

function configOf({
  datasources,
  metrics,
  tracing,
  controlPlane,
  serviceCatalog,
  ...plan
}: plans.ConfigPlan): MiConfig {
  const { truststore, vault, files, toml } = plan;
  const secret = EnvValue.fromSecret('shared', 'secret');
  return {
    datasources: datasources.map(datasourceOf),
    metrics: metrics ? Metrics.prometheus() : undefined,
    tracing: tracing && tracingOf(tracing),
    controlPlane: controlPlane && controlPlaneOf(controlPlane),
    serviceCatalog:
      serviceCatalog && ServiceCatalog.of({ at: endpointOf(serviceCatalog), username: secret, password: secret }),
    truststore: truststore && Truststore.fromSecret(secretOf(truststore.secret), truststore),
    vault: vault && SecureVault.fromSecret(secretOf(vault.secret), vault),
    files: Object.fromEntries(files.map(([path, file]) => [path, fileOf(file)])),
    toml,
    // Most names of a random table are known to no release.
    uncheckedKeys: Object.keys(toml),
  };
}

function fileOf(file: plans.ConfigPlan['files'][number][1]): string | ConfigFile {
  if (typeof file === 'string') return file;
  const { secret, key } = file;
  return secret === undefined ? ConfigFile.fromConfigMap('site', key) : ConfigFile.fromSecret(secretOf(secret), key);
}

function tracingOf({ tracer, at }: NonNullable<plans.ConfigPlan['tracing']>): Tracing {
  return tracer === 'log' ? Tracing.log() : Tracing[tracer](endpointOf(at));
}

function controlPlaneOf({ how, at, text }: NonNullable<plans.ConfigPlan['controlPlane']>): ControlPlane {
  const endpoint: Endpoint = endpointOf(at);
  const secret = EnvValue.fromSecret('shared', 'secret');
  return how === 'icp'
    ? ControlPlane.icp({ at: endpoint, environment: text, project: text, secret })
    : ControlPlane.dashboard({ at: endpoint, group: text });
}

function lifecycleOf(plan: plans.LifecyclePlan): LifecycleProps {
  const { minReadyMillis, startBudgetMillis, drainMillis, readinessPath, ...others } = plan;
  const time = (millis: number | undefined) => (millis === undefined ? undefined : Duration.millis(millis));
  return {
    ...others,
    minReady: time(minReadyMillis),
    startBudget: time(startBudgetMillis),
    drain: time(drainMillis),
    readinessProbe: readinessPath && { httpGet: { path: readinessPath, port: 9201 } },
  };
}

function podOf({ ports, tolerated, apart, hostnames, searches, scratch, ...plan }: plans.PodPlan): PodProps {
  const labelSelector = { matchLabels: { apart: 'yes' } };
  return {
    ...plan,
    ports: Object.fromEntries(ports),
    tolerations: tolerated ? [{ key: 'integration', operator: 'Exists', effect: 'NoSchedule' }] : [],
    affinity: apart
      ? {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', labelSelector }],
          },
        }
      : undefined,
    hostAliases: hostnames.length === 0 ? [] : [{ ip: '10.0.0.7', hostnames: [...hostnames] }],
    dnsConfig: searches.length === 0 ? undefined : { searches: [...searches] },
    containers: plan.containers.map(containerOf),
    initContainers: plan.initContainers.map(containerOf),
    volumes: scratch && [{ name: scratch.name, emptyDir: { sizeLimit: '1Gi' } }],
    volumeMounts: scratch && [{ name: scratch.name, mountPath: scratch.path }],
  };
}

function containerOf({ name, millis, mebibytes }: plans.ContainerPlan): Container {
  const amounts = { cpu: `${millis}m`, memory: `${mebibytes}Mi` };
  const image = 'registry.example.com/tools/busybox:1.36.1';
  return { name, image, resources: { requests: amounts, limits: amounts } };
}
