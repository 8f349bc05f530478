import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ConfigMap, PodDisruptionBudget, Service, ServiceAccount } from '../../../imports/k8s';
import { configMapData } from '../../config/config-files';
import { digestOf } from '../../core/digest';
import { NEVER_PRUNED } from '../../core/never-pruned';
import { ordinary } from '../../core/ordinary';
import { renderWatch } from '../../monitoring/watch';
import { renderPodsPolicy } from '../../network/policies';
import type { Reach } from '../../network/reach';
import { MI_RELEASES, namedPorts } from '../../release/mi-release';
import type { ScaledWorkload } from '../autoscaler';
import { reloadAnnotations, type TenantMetadata, type TenantRuntime, VERSION_LABEL } from '../runtime';
import type { Scaling } from '../scaling';
import { WORKLOAD } from '../tenant-workload';
import { tenantPod } from './pod';
import { governingService, workload } from './workload';

type Labels = Readonly<Record<string, string>>;

/** The ConfigMap of a tenant, named by its content: a pod of the old generation that restarts still finds its own. */
export function renderConfig(scope: Construct, tenant: string, labels: Labels, data: Record<string, string>): string {
  const content = JSON.stringify(Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1)));
  const name = `${tenant}-config-${digestOf(content)}`;
  new ApiObject(scope, 'config', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, labels: { ...labels }, annotations: { ...NEVER_PRUNED } },
    immutable: true,
    data,
  } satisfies ConfigMap);
  return name;
}

/** The address of a tenant inside the cluster; what of it the outside sees, routes say. */
export function renderService(
  scope: Construct,
  metadata: TenantMetadata,
  selector: Labels,
  named: () => Readonly<Record<string, number>>,
): void {
  new ApiObject(scope, 'service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: {
      type: 'ClusterIP',
      selector: { ...selector },
      ports: Lazy.any({
        produce: () =>
          Object.entries(named()).map(([name, port]) => ({ name, port, protocol: 'TCP', targetPort: port })),
      }),
    },
  } satisfies Service);
}

/** The Service that a StatefulSet must name. It leads nowhere and so has no ports; it only gives its pod a name. */
function renderGoverningService(scope: Construct, metadata: TenantMetadata, selector: Labels): void {
  new ApiObject(scope, 'governing-service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { ...metadata, name: governingService(metadata.name) },
    spec: { type: 'ClusterIP', clusterIP: 'None', selector: { ...selector } },
  } satisfies Service);
}

/** The object that tells an autoscaler, where there is one of the tenant's own. */
function renderAutoscaler(scope: Construct, metadata: TenantMetadata, scaling: Scaling): void {
  const { least, most, autoscaler } = scaling;
  const target = { ...targetOf(scaling), name: metadata.name };
  const manifest = autoscaler?.manifest?.({ metadata, target, least, most });
  if (manifest !== undefined) {
    new ApiObject(scope, 'autoscaler', { ...manifest, spec: ordinary(manifest.spec) });
  }
}

function targetOf({ workload: kind }: Scaling): Omit<ScaledWorkload['target'], 'name'> {
  return { apiVersion: kind === 'Rollout' ? 'argoproj.io/v1alpha1' : 'apps/v1', kind };
}

/** The disruption budget. With one pod it would either forbid every drain of its node or forbid nothing. */
function renderDisruptionBudget(scope: Construct, metadata: TenantMetadata, selector: Labels, scaling: Scaling): void {
  const evictions = scaling.rollout?.maxEvictions;
  if (typeof evictions === 'number' && scaling.most > 1) {
    new ApiObject(scope, 'disruption-budget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: {
        maxUnavailable: evictions,
        selector: { matchLabels: { ...selector } },
        // A pod that is broken anyway must not hold up the drain of its node.
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    } satisfies PodDisruptionBudget);
  }
}

/** The identity of the pods; it may do nothing, and no pod gets its token. */
function renderServiceAccount(scope: Construct, metadata: TenantMetadata, annotations: Labels): void {
  new ApiObject(scope, 'service-account', {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { ...metadata, annotations: { ...annotations, ...metadata.annotations } },
    automountServiceAccountToken: false,
  } satisfies ServiceAccount);
}

/** All that every tenant has; its canary shares all but what is its own of a runtime. */
export function renderTenant(scope: Construct, runtime: TenantRuntime, reach: Reach): void {
  const { selector, scaling, pod } = runtime;
  const metadata = lasting(runtime.metadata);
  if (pod.serviceAccountName === undefined) {
    renderServiceAccount(scope, metadata, pod.serviceAccountAnnotations ?? {});
  }
  renderRuntime(scope, runtime, reach);
  renderAutoscaler(scope, metadata, scaling);
  renderDisruptionBudget(scope, metadata, selector, scaling);
}

/** Configuration, workload, Service and network policy of a tenant or its canary. */
export function renderRuntime(scope: Construct, runtime: TenantRuntime, reach: Reach): void {
  const { unit, name, metadata, selector, image, scaling, lifecycle, pod, part, files } = runtime;
  const isolated = unit.network.mode === 'isolated';
  const data = configMapData(files, part.volumes);
  const beside = lasting(metadata);
  const configMapName = renderConfig(scope, name, beside.labels ?? {}, data);
  const rolled = workload({
    metadata: { ...metadata, annotations: { ...metadata.annotations, ...reloadAnnotations(runtime) } },
    selector,
    scaling,
    // The API server keeps no 0.
    minReadySeconds: lifecycle.minReadySeconds || undefined,
    progressDeadlineSeconds: lifecycle.progressDeadlineSeconds,
    template: tenantPod(runtime, configMapName),
    about: `${image.app} ${image.version} on Micro Integrator ${image.release}`,
    namespace: unit.namespaceName,
  });
  new ApiObject(scope, WORKLOAD, { ...rolled, spec: ordinary(rolled.spec) });
  const { ports } = MI_RELEASES[image.release];
  if (scaling.workload === 'StatefulSet') {
    renderGoverningService(scope, beside, selector);
  }
  renderService(scope, beside, selector, () => {
    // An isolated unit offers the Management API to nobody by itself; `kubectl port-forward` to a pod needs no Service.
    const offered = !isolated || reach.inbound.some(({ port }) => port === ports.management);
    const own = Object.entries(namedPorts('service', ports)).filter(([, port]) => offered || port !== ports.management);
    return { ...Object.fromEntries(own), ...pod.ports };
  });
  if (isolated) {
    renderPodsPolicy(scope, beside, selector, reach);
  }
  renderWatch(scope, metadata, runtime.watched, runtime.alerts);
}

/**
 * The metadata of what outlives an image: without its version, which the workload and its pods say. So another image
 * changes the lines of one object, and tools that group by the version still find it where pods are.
 */
function lasting({ labels = {}, ...metadata }: TenantMetadata): TenantMetadata {
  const { [VERSION_LABEL]: _, ...others } = labels;
  return { ...metadata, labels: others };
}
