import type { IConstruct } from 'constructs';
import { deploymentToml, type TomlTable, valueAt } from '../config/deployment-toml';
import { joinParts, partComplaints } from '../config/joined-parts';
import { configParts } from '../config/mi-config';
import type { JoinedPart, PodPart } from '../config/pod-part';
import { secretMount } from '../config/secret-mount';
import { requireToml } from '../config/toml-refusals';
import { kubernetesOf, podUserOf } from '../core/context';
import { TENANT_LABEL } from '../core/managed-by';
import { parseImageReference, requirePinned } from '../image/image-reference';
import type { MiImage, Work } from '../image/mi-image';
import { destinationParts } from '../logging/log-destination';
import { log4j2Part } from '../logging/log4j2-part';
import { monitoringOf } from '../monitoring/monitoring';
import { watchComplaints } from '../monitoring/watch';
import { MI_RELEASES, namedPorts } from '../release/mi-release';
import type { NamedConfigMap } from '../secret/config-map-ref';
import type { NamedSecret } from '../secret/secret-ref';
import { type BusinessUnit, CONTACT_ANNOTATION } from '../unit/business-unit';
import { healthCheckOf } from './health-check';
import { lifecycleOf } from './lifecycle';
import { MiSize } from './mi-size';
import type { MiTenantProps } from './mi-tenant-props';
import { diskMebibytesOf } from './pod-disk';
import { podPart } from './pod-props';
import { requireEnv } from './refusals/env';
import { type TenantMetadata, type TenantRuntime, VERSION_LABEL } from './runtime';

/** What a runtime is made of, whatever its image does. */
export type RuntimeProps = Omit<MiTenantProps<never>, 'image'>;

/** What of a tenant its runtimes share. */
export interface RuntimeOwner extends IConstruct {
  readonly unit: BusinessUnit;
  /** Name of the tenant's own objects, its ServiceAccount among them. */
  readonly name: string;
  /** Seconds in which load balancers may send requests to a pod of this work that leaves; known at the render. */
  edgeSecondsOf(work: Work): number;
}

/** All that decides what runs for a tenant under this name, as itself or as its canary. */
export function runtimeOf(
  owner: RuntimeOwner,
  name: string,
  instance: string,
  image: MiImage,
  { scaling, size = MiSize.of(), env = {}, envFrom = [], mounts = [], tls, ...props }: RuntimeProps,
): TenantRuntime {
  const { unit, node } = owner;
  const { config = {}, logging = [], lifecycle = {}, pod = {} } = props;
  requirePinned('image', image.app, parseImageReference(image.reference));
  requireEnv(node.path, env);
  requireToml(node.path, config.toml ?? {});
  const facts = MI_RELEASES[image.release];
  const resolved = lifecycleOf(
    {
      id: node.path,
      image,
      size,
      edgeSeconds: () => owner.edgeSecondsOf(image.work),
      ownSilence: silenceOf(config.toml),
    },
    lifecycle,
  );
  const diskMebibytes = diskMebibytesOf(size, image.release, config.log4j2);
  const around = { diskMebibytes, kubernetes: kubernetesOf(owner) };
  const monitoring = monitoringOf(owner);
  const counts = config.metrics !== undefined;
  const unreachable = unit.network.mode === 'isolated' && unit.network.scrapers.length === 0;
  const told: readonly PodPart[] = [
    tls?.part(image) ?? {},
    scaling.part(image),
    ...configParts(image, config),
    ...destinationParts(image, around, logging),
    (counts ? monitoring?.part(image) : undefined) ?? {},
    { complaints: watchComplaints(monitoring, { counts, release: image.release, unreachable }, props.alerts) },
  ];
  const toml = told.map((part) => part.toml ?? {});
  const parts = [...told, log4j2Part(image.release, told)];
  const joined = joinParts(parts);
  const secrets = secretsOf(env, envFrom, joined);
  const ownPart = joinParts([
    joined,
    { complaints: partComplaints(parts, joined) },
    ...mounts.map((mount) => mount.part(image)),
    ...secrets.map(secretMount),
  ]);
  // Ids alone, since a selector cannot be changed, and nothing that moves may be in it.
  const selector = { 'app.kubernetes.io/instance': instance, 'app.kubernetes.io/part-of': unit.name };
  return {
    unit,
    name,
    selector,
    metadata: metadataOf(unit, name, instance, selector, image),
    secrets,
    configMaps: configMapsOf(env, envFrom, ownPart),
    serviceAccountName: pod.serviceAccountName ?? owner.name,
    user: podUserOf(owner) === 'release' ? facts.user : undefined,
    instance,
    image,
    scaling,
    size,
    diskMebibytes,
    env,
    envFrom,
    mounts,
    pod,
    alerts: props.alerts ?? {},
    watched: {
      unit,
      name,
      instance,
      workload: scaling.workload,
      most: scaling.autoscaler === undefined ? undefined : scaling.most,
      release: image.release,
      counts,
      claims: mounts.map(({ volume }) => volume.claimName),
    },
    lifecycle: resolved,
    readiness: healthCheckOf(resolved.probes.readinessProbe ?? {}, {
      ...namedPorts('container', facts.ports),
      ...pod.ports,
    }),
    part: props.pod === undefined ? ownPart : joinParts([ownPart, podPart(pod)]),
    ownPart,
    files: {
      'conf/deployment.toml': deploymentToml(facts, resolved, toml),
      ...ownPart.files,
    },
  };
}

function metadataOf(
  unit: BusinessUnit,
  name: string,
  instance: string,
  selector: Readonly<Record<string, string>>,
  image: MiImage,
): TenantMetadata {
  const labels = {
    ...unit.labels,
    ...selector,
    'app.kubernetes.io/name': 'micro-integrator',
    [VERSION_LABEL]: image.version,
    'app.kubernetes.io/component': image.work,
    [TENANT_LABEL]: instance,
  };
  return { name, labels, annotations: { [CONTACT_ANNOTATION]: unit.contact } };
}

function secretsOf(env: TenantRuntime['env'], envFrom: TenantRuntime['envFrom'], part: JoinedPart): NamedSecret[] {
  const ofEnv = [...Object.values(part.env), ...Object.values(env)].flatMap((value) =>
    typeof value === 'string' || value.secret === undefined ? [] : [value.secret],
  );
  const whole = envFrom.flatMap(({ secret }) => secret ?? []);
  const all = [...ofEnv, ...whole, ...part.secrets];
  // Named once by its name and once by what brings it, it is what brings it.
  const known = ({ csi, namespace }: NamedSecret) => Number(csi !== undefined) * 2 + Number(namespace !== undefined);
  const brought = [...all].sort((one, other) => known(one) - known(other));
  const byName = new Map(brought.map((secret) => [secret.secretName, secret]));
  return [...new Set(all.map(({ secretName }) => byName.get(secretName) ?? { secretName }))];
}

function configMapsOf(
  env: TenantRuntime['env'],
  envFrom: TenantRuntime['envFrom'],
  part: JoinedPart,
): NamedConfigMap[] {
  const ofEnv = [...Object.values(part.env), ...Object.values(env)].flatMap((value) =>
    typeof value === 'string' || value.configMap === undefined ? [] : [value.configMap],
  );
  const all = [...ofEnv, ...envFrom.flatMap(({ configMap }) => configMap ?? []), ...part.configMaps];
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** Seconds after which the server ends a silent connection, where `deployment.toml` says it in milliseconds. */
function silenceOf(toml: TomlTable = {}): number | undefined {
  const timeout = valueAt(toml, ['transport', 'http', 'socket_timeout']);
  return timeout === undefined || Number.isNaN(Number(timeout)) ? undefined : Math.floor(Number(timeout) / 1000);
}
