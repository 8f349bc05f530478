import { k8s } from '../imports/k8s';
import type { BusinessUnit } from './business-unit';
import { DRAIN, graceSeconds } from './drain';
import { EnvValue } from './env-value';
import { FOLLOW_SCRIPT_KEY } from './follow-script';
import type { Keystore } from './keystore';
import { FOLLOWER_SIZE, LOGS_VOLUME, type LoggingSidecar, SCRIPT_VOLUME } from './logging-sidecar';
import type { MiImage } from './mi-image';
import { MI_CONFIG_VOLUME, MI_PORTS, MI_RELEASES, miHome } from './mi-release';
import type { MiSize } from './mi-size';
import { probes } from './probes';
import type { Need } from './quota';
import type { Mount } from './shared-volume';

/** All that decides what a pod of a tenant is; a change of any of it rolls the pods. */
export interface TenantPod {
  readonly unit: BusinessUnit;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly selector: Readonly<Record<string, string>>;
  readonly image: MiImage;
  readonly size: MiSize;
  readonly env: Readonly<Record<string, string | EnvValue>>;
  readonly mounts: readonly Mount[];
  readonly tls: Keystore | undefined;
  readonly logging: readonly LoggingSidecar[];
  readonly startSeconds: number;
  readonly configMapName: string;
}

const CONFIG_VOLUME = 'config';

/** The pod of a tenant, without its native sidecars, which the generated types do not know. */
export function tenantPod(pod: TenantPod): k8s.PodTemplateSpec {
  const { unit, name, labels, selector, image } = pod;
  const facts = MI_RELEASES[image.release];
  return {
    metadata: { labels: { ...labels } },
    spec: {
      serviceAccountName: name,
      // Micro Integrator never asks the API server, so it gets no token and no list of services.
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      imagePullSecrets:
        unit.pullSecrets.length === 0 ? undefined : unit.pullSecrets.map((secret) => ({ name: secret })),
      terminationGracePeriodSeconds: graceSeconds(facts),
      securityContext: {
        runAsNonRoot: true,
        runAsUser: facts.user,
        runAsGroup: facts.user,
        fsGroup: facts.user,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      },
      topologySpreadConstraints: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        // A preference: a lost zone must not keep the pods of the others from starting.
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { ...selector } },
      })),
      containers: [container(pod)],
      volumes: volumes(pod),
    },
  };
}

/** What that many pods of a tenant need together. */
export function tenantNeed({ size, logging }: TenantPod, pods: number): Need {
  const followers = logging.flatMap(({ files }) => files).length;
  return {
    pods,
    cpu: pods * (size.cpu.millis + followers * FOLLOWER_SIZE.cpu),
    cpuLimit: pods * (size.cpuLimit.millis + followers * FOLLOWER_SIZE.cpuLimit),
    memory: pods * (size.memoryMebibytes + followers * FOLLOWER_SIZE.memory),
    memoryLimit: pods * (size.memoryMebibytes + followers * FOLLOWER_SIZE.memoryLimit),
  };
}

function container({ image, size, env, mounts, tls, logging, startSeconds }: TenantPod): k8s.Container {
  return {
    name: 'micro-integrator',
    image: image.reference,
    imagePullPolicy: image.pullPolicy,
    ports: Object.entries(PORT_NAMES).map(([name, containerPort]) => ({ name, containerPort, protocol: 'TCP' })),
    env: Object.entries({ JVM_MEM_OPTS: size.jvmMemOpts, ...tls?.env(), ...env }).map(([variable, value]) =>
      (typeof value === 'string' ? EnvValue.notSecret(value) : value).asEnvVar(variable),
    ),
    resources: size.resources,
    ...probes(MI_RELEASES[image.release], startSeconds),
    lifecycle: DRAIN,
    // The server writes to its own folders all over its home (product-integrator-mi#3622): no read-only root.
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    volumeMounts: [
      { name: CONFIG_VOLUME, mountPath: MI_CONFIG_VOLUME, readOnly: true },
      ...(logging.length === 0 ? [] : [{ name: LOGS_VOLUME, mountPath: `${miHome(image.release)}/repository/logs` }]),
      ...mounts.map(({ volume, path, readOnly }) => ({
        name: sharedVolumeName(volume.node.id),
        mountPath: path,
        readOnly,
      })),
    ],
  };
}

/** A container's port name ends at 15 characters, so these are shorter than the Service's. */
const PORT_NAMES = {
  http: MI_PORTS.http,
  https: MI_PORTS.https,
  'internal-http': MI_PORTS.internalHttp,
  management: MI_PORTS.management,
};

function volumes({ configMapName, tls, logging, mounts }: TenantPod): k8s.Volume[] {
  const shared = new Map(mounts.map(({ volume }) => [volume.node.id, volume.claimName]));
  return [
    {
      name: CONFIG_VOLUME,
      projected: {
        sources: [
          {
            configMap: { name: configMapName, items: [{ key: 'deployment.toml', path: 'conf/deployment.toml' }] },
          },
          ...(tls === undefined ? [] : [tls.asProjection()]),
        ],
      },
    },
    ...(logging.length === 0
      ? []
      : [
          { name: LOGS_VOLUME, emptyDir: { sizeLimit: k8s.Quantity.fromString('2Gi') } },
          {
            name: SCRIPT_VOLUME,
            configMap: { name: configMapName, items: [{ key: FOLLOW_SCRIPT_KEY, path: FOLLOW_SCRIPT_KEY }] },
          },
        ]),
    ...[...shared].map(([id, claimName]) => ({
      name: sharedVolumeName(id),
      persistentVolumeClaim: { claimName },
    })),
  ];
}

function sharedVolumeName(id: string): string {
  return `shared-${id}`;
}
