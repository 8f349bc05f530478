import type { Container, Volume } from '../../imports/k8s';
import type { PodProps } from '../../lib';
import type { MoreTenant } from './any-more';
import { drawn } from './drawn';
import type * as plans from './tenant-plan';

/** What the workload of a tenant asks of Kubernetes. */
export function podOf({ pod: plan, more }: plans.TenantPlan): PodProps {
  const {
    ports,
    tolerated,
    apart,
    hostnames,
    searches,
    scratch,
    serviceAccountAnnotations,
    priorityClassName,
    ...same
  } = plan;
  const labelSelector = { matchLabels: { apart: 'yes' } };
  const { serviceAccountName, spread, tolerations } = more;
  return drawn<PodProps>('PodProps', {
    ...same,
    priorityClassName,
    serviceAccountName,
    // A service account of somebody else has annotations of somebody else.
    serviceAccountAnnotations: serviceAccountName === undefined ? serviceAccountAnnotations : undefined,
    ports: Object.fromEntries(ports),
    tolerations: [
      ...(tolerated ? [{ key: 'integration', operator: 'Exists' as const, effect: 'NoSchedule' as const }] : []),
      ...tolerations,
    ],
    affinity: apart
      ? {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', labelSelector }],
          },
        }
      : undefined,
    topologySpreadConstraints: spread && [{ ...spread, labelSelector }],
    hostAliases: hostnames.length === 0 ? [] : [{ ip: '10.0.0.7', hostnames: [...hostnames] }],
    dnsConfig: searches.length === 0 && more.dns === undefined ? undefined : { searches: [...searches], ...more.dns },
    containers: plan.containers.map((one) => containerOf(one, more)),
    initContainers: plan.initContainers.map((one) => containerOf(one, {})),
    volumes: scratch && [{ name: scratch.name, ...volumeOf(more.volume) }],
    volumeMounts: scratch && [{ name: scratch.name, mountPath: scratch.path }],
  });
}

function volumeOf(source: MoreTenant['volume']): Omit<Volume, 'name'> {
  switch (source) {
    case 'secret':
      return { secret: { secretName: 'site' } };
    case 'configMap':
      return { configMap: { name: 'site', items: [{ key: 'a', path: 'b' }] } };
    case 'projected':
      return { projected: { sources: [{ secret: { name: 'site' } }, { downwardAPI: { items: [] } }] } };
    case 'claim':
      return { persistentVolumeClaim: { claimName: 'site' } };
    case undefined:
      return { emptyDir: { sizeLimit: '1Gi' } };
  }
}

type Further = Partial<Pick<MoreTenant, 'containerPort' | 'containerProbe' | 'containerEnv' | 'containerImage'>>;

function containerOf({ name, millis, mebibytes }: plans.ContainerPlan, more: Further): Container {
  const amounts = { cpu: `${millis}m`, memory: `${mebibytes}Mi` };
  const { containerPort, containerProbe, containerEnv } = more;
  return {
    name,
    image: more.containerImage ?? 'registry.example.com/tools/busybox:1.36.1',
    resources: { requests: amounts, limits: amounts },
    ports: containerPort === undefined ? undefined : [{ containerPort }],
    livenessProbe: containerProbe,
    env: containerEnv && [containerEnv],
  };
}
