import { k8s } from '../imports/k8s';
import type { Scaling, WorkloadKind } from './scaling';

/** What a workload of a tenant is made of. */
export interface RolledObject {
  readonly metadata: k8s.ObjectMeta & { readonly name: string };
  readonly namespace: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly scaling: Scaling;
  readonly minReadySeconds: number;
  readonly progressDeadlineSeconds: number;
  readonly template: k8s.PodTemplateSpec;
  /** As the API server reads them: the generated types would drop the `restartPolicy` of a native sidecar. */
  readonly initContainers: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly about: string;
}

/** A rendered workload, as far as this file goes into it. */
interface WorkloadManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: k8s.ObjectMeta;
  readonly spec: Record<string, unknown> & { readonly template: { readonly spec: Record<string, unknown> } };
}

/** The Deployment or StatefulSet of a tenant, with the init containers that the generated types would cut. */
export function workload(rolled: RolledObject): WorkloadManifest {
  const manifest = MANIFESTS[rolled.scaling.workload](rolled);
  const { spec } = manifest;
  const { template } = spec;
  const initContainers = rolled.initContainers.length === 0 ? undefined : rolled.initContainers;
  return { ...manifest, spec: { ...spec, template: { ...template, spec: { ...template.spec, initContainers } } } };
}

function deployment(rolled: RolledObject): WorkloadManifest {
  const { scaling, selector, minReadySeconds, progressDeadlineSeconds, template } = rolled;
  const { maxSurge = 1, maxUnavailable = 0 } = scaling.rollout ?? {};
  return k8s.KubeDeployment.manifest({
    metadata: describe(rolled),
    spec: {
      // Where an autoscaler decides, a number here would fight it at every apply.
      replicas: scaling.metrics === undefined ? scaling.least : undefined,
      minReadySeconds,
      progressDeadlineSeconds,
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: {
          maxSurge: k8s.IntOrString.fromNumber(maxSurge),
          maxUnavailable: k8s.IntOrString.fromNumber(maxUnavailable),
        },
      },
      selector: { matchLabels: { ...selector } },
      template,
    },
  });
}

/** A Deployment whose pods Argo Rollouts replaces, in the steps that it is given. */
function argoRollout(rolled: RolledObject): WorkloadManifest {
  const { maxSurge, maxUnavailable, argoSteps = [] } = rolled.scaling.rollout ?? {};
  const { metadata, spec } = deployment(rolled);
  const steps = argoSteps.map(({ manifest }) => manifest);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata,
    spec: { ...spec, strategy: { canary: { maxSurge, maxUnavailable, steps } } },
  };
}

function statefulSet(rolled: RolledObject): WorkloadManifest {
  const { metadata, scaling, selector, minReadySeconds, template } = rolled;
  return k8s.KubeStatefulSet.manifest({
    metadata: describe(rolled),
    spec: {
      replicas: scaling.least,
      minReadySeconds,
      serviceName: metadata.name,
      // Ordered, a pod that never gets ready would block its own repair; with one pod there is no order to keep.
      podManagementPolicy: 'Parallel',
      updateStrategy: { type: 'RollingUpdate' },
      selector: { matchLabels: { ...selector } },
      template,
    },
  });
}

const MANIFESTS: Readonly<Record<WorkloadKind, (rolled: RolledObject) => WorkloadManifest>> = {
  Deployment: deployment,
  StatefulSet: statefulSet,
  Rollout: argoRollout,
};

/** What runs and how to stop it, for whoever looks at the object at night. */
function describe({ metadata, namespace, scaling, about }: RolledObject): k8s.ObjectMeta {
  const target = `kubectl -n ${namespace} scale ${scaling.workload.toLowerCase()}/${metadata.name}`;
  const pods =
    scaling.least === scaling.most
      ? `${scaling.least} ${scaling.least === 1 ? 'pod' : 'pods'}`
      : `${scaling.least} to ${scaling.most} pods`;
  const never = scaling.rollout === undefined ? ', never two' : '';
  const [stop, start] = [`${target} --replicas=0`, `${target} --replicas=${scaling.least}`];
  const description = `${about}, ${pods}${never}. Stop: ${stop}; start: ${start}`;
  return { ...metadata, annotations: { ...metadata.annotations, 'kubernetes.io/description': description } };
}
