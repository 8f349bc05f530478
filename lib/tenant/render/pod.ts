import type { Container, PodTemplateSpec, TopologySpreadConstraint } from '../../../imports/k8s';
import { MI_RELEASES, namedPorts } from '../../release/mi-release';
import { EnvValue } from '../../secret/env-value';
import { podGroups } from '../../volume/pod-groups';
import { hardened } from '../hardened';
import { SECRETS_ANNOTATION, type TenantRuntime } from '../runtime';
import type { WorkloadKind } from '../scaling';
import { volumeMountsOf, volumesOf } from './volumes';

/** The pod of a tenant. */
export function tenantPod(runtime: TenantRuntime, configMapName: string): PodTemplateSpec {
  const { unit, user, pod, part, serviceAccountName, lifecycle } = runtime;
  const { fsGroup, supplementalGroups = [] } = podGroups(user, part.volumeGroups);
  const { labels = {} } = runtime.metadata;
  const { nodeSelector, tolerations, affinity, priorityClassName, hostAliases, dnsConfig } = pod;
  return {
    metadata: { labels: { ...unit.furtherLabels, ...part.labels, ...labels }, annotations: annotationsOf(runtime) },
    spec: {
      serviceAccountName,
      // Micro Integrator never asks the API server, so it gets no token and no list of services.
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      imagePullSecrets: orNone(unit.pullSecrets.map((name) => ({ name }))),
      terminationGracePeriodSeconds: lifecycle.graceSeconds,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: user,
        runAsGroup: user,
        fsGroup,
        fsGroupChangePolicy: 'OnRootMismatch',
        supplementalGroups: orNone([...new Set([...supplementalGroups, ...(pod.supplementalGroups ?? [])])]),
        seccompProfile: { type: 'RuntimeDefault' },
      },
      topologySpreadConstraints: spread(runtime),
      nodeSelector,
      tolerations: orNone(tolerations ?? []),
      affinity,
      priorityClassName,
      hostAliases: orNone(hostAliases ?? []),
      dnsConfig,
      initContainers: orNone([
        // An init container that is restarted always stays beside the server to the end of its drain.
        ...part.sidecars.map((sidecar) => ({ ...hardened(sidecar), restartPolicy: 'Always' })),
        ...part.initContainers.map(hardened),
      ]),
      containers: [container(runtime), ...part.containers.map(hardened)],
      volumes: volumesOf(runtime, configMapName),
    },
  };
}

/** Label by which a controller tells the pods of one generation from those of another. */
const GENERATION_LABEL: Readonly<Record<WorkloadKind, string>> = {
  Deployment: 'pod-template-hash',
  StatefulSet: 'controller-revision-hash',
  Rollout: 'rollouts-pod-template-hash',
};

function spread({ pod, scaling, selector }: TenantRuntime): TopologySpreadConstraint[] {
  // In an update the pods that leave soon would else push their successors together.
  const ofTenant = {
    labelSelector: { matchLabels: { ...selector } },
    matchLabelKeys: [GENERATION_LABEL[scaling.workload]],
  };
  const own = pod.topologySpreadConstraints?.map((one) =>
    one.labelSelector === undefined ? { ...ofTenant, ...one } : one,
  );
  const preferred = ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    // A preference: a lost zone must not keep the pods of the others from starting.
    whenUnsatisfiable: 'ScheduleAnyway' as const,
    ...ofTenant,
  }));
  return own ?? preferred;
}

function container(runtime: TenantRuntime): Container {
  const { image, size, diskMebibytes, env, envFrom, part, lifecycle, pod } = runtime;
  const { ports } = MI_RELEASES[image.release];
  return {
    name: 'micro-integrator',
    image: image.reference,
    imagePullPolicy: image.pullPolicy,
    args: orNone(part.args),
    ports: Object.entries({ ...namedPorts('container', ports), ...pod.ports }).map(([name, containerPort]) => ({
      containerPort,
      name,
      protocol: 'TCP',
    })),
    env: Object.entries({ JVM_MEM_OPTS: size.jvmMemOpts, ...part.env, ...env }).map(([variable, value]) =>
      (typeof value === 'string' ? EnvValue.notSecret(value) : value).asEnvVar(variable),
    ),
    envFrom: orNone(envFrom.map((source) => source.asEnvFrom())),
    resources: size.resources(diskMebibytes),
    ...lifecycle.probes,
    lifecycle: { preStop: { exec: { command: [...lifecycle.preStop] } } },
    // The server writes to its own folders all over its home (product-integrator-mi#3622): no read-only root.
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    volumeMounts: volumeMountsOf(runtime),
  };
}

function annotationsOf({ part, lifecycle }: TenantRuntime): Record<string, string> | undefined {
  const { secretsVersion } = lifecycle;
  const own: Record<string, string> = secretsVersion === undefined ? {} : { [SECRETS_ANNOTATION]: secretsVersion };
  const all = { ...part.annotations, ...own };
  return Object.keys(all).length === 0 ? undefined : all;
}

/** A list, or nothing in its place: an empty one in a manifest is a line that says nothing. */
function orNone<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list];
}
