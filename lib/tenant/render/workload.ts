import type { Rollout } from '../../../imports/argo-rollouts';
import type { Deployment, DeploymentSpec, ObjectMeta, PodTemplateSpec, StatefulSet } from '../../../imports/k8s';
import type { Scaling, WorkloadKind } from '../scaling';

/** What a workload of a tenant is made of. */
export interface RolledObject {
  readonly metadata: ObjectMeta & { readonly name: string };
  readonly namespace: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly scaling: Scaling;
  readonly minReadySeconds: number | undefined;
  readonly progressDeadlineSeconds: number;
  readonly template: PodTemplateSpec;
  readonly about: string;
}

/** The object that runs the pods of a tenant. */
export function workload(rolled: RolledObject): Deployment | StatefulSet | Rollout {
  return MANIFESTS[rolled.scaling.workload](rolled);
}

function deployment(rolled: RolledObject): Deployment {
  const { maxSurge = 1, maxUnavailable = 0 } = rolled.scaling.rollout ?? {};
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: describe(rolled),
    spec: { ...rolling(rolled), strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } } },
  };
}

/** A Deployment whose pods Argo Rollouts replaces, in the steps that it is given. */
function argoRollout(rolled: RolledObject): Rollout {
  const { maxSurge, maxUnavailable, argoSteps = [] } = rolled.scaling.rollout ?? {};
  const steps = argoSteps.map(({ manifest }) => manifest);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: describe(rolled),
    spec: { ...rolling(rolled), strategy: { canary: { maxSurge, maxUnavailable, steps } } },
  };
}

/** What a Deployment and a Rollout say alike. */
function rolling({
  scaling,
  selector,
  minReadySeconds,
  progressDeadlineSeconds,
  template,
}: RolledObject): Omit<DeploymentSpec, 'strategy'> {
  return {
    // Where an autoscaler decides, a number here would fight it at every apply.
    replicas: scaling.autoscaler === undefined ? scaling.least : undefined,
    minReadySeconds,
    progressDeadlineSeconds,
    selector: { matchLabels: { ...selector } },
    template,
  };
}

function statefulSet(rolled: RolledObject): StatefulSet {
  const { metadata, scaling, selector, minReadySeconds, template } = rolled;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: describe(rolled),
    spec: {
      replicas: scaling.least,
      minReadySeconds,
      serviceName: governingService(metadata.name),
      // Ordered, a pod that never gets ready would block its own repair; with one pod there is no order to keep.
      podManagementPolicy: 'Parallel',
      updateStrategy: { type: 'RollingUpdate' },
      selector: { matchLabels: { ...selector } },
      template,
    },
  };
}

/** Name of the Service that a StatefulSet is governed by: it can never be changed. */
export function governingService(name: string): string {
  return `${name}-headless`;
}

const MANIFESTS: Readonly<Record<WorkloadKind, (rolled: RolledObject) => Deployment | StatefulSet | Rollout>> = {
  Deployment: deployment,
  StatefulSet: statefulSet,
  Rollout: argoRollout,
};

/** What runs and how to stop it, for whoever looks at the object at night. */
function describe({ metadata, namespace, scaling, about }: RolledObject): ObjectMeta {
  const target = `kubectl -n ${namespace} scale ${scaling.workload.toLowerCase()}/${metadata.name}`;
  const { least, most, autoscaler, rollout } = scaling;
  const pods = least === most ? `${least} ${least === 1 ? 'pod' : 'pods'}` : `${least} to ${most} pods`;
  const by = autoscaler === undefined ? '' : `, by ${autoscaler.text}`;
  const never = rollout === undefined ? ', never two' : '';
  // Nobody owns a number of 0, so the declared one is back at the next apply; where an autoscaler decides, none is declared.
  const apply = autoscaler !== undefined ? '' : `; an apply ${most === 0 ? 'stops it again' : 'starts it too'}`;
  const scaled = { stop: `${target} --replicas=0`, start: `${target} --replicas=${Math.max(1, least)}` };
  const { stop, start } = autoscaler?.stop?.(namespace, metadata.name) ?? scaled;
  const description = `${about}, ${pods}${by}${never}. Stop: ${stop}; start: ${start}${apply}`;
  return { ...metadata, annotations: { ...metadata.annotations, 'kubernetes.io/description': description } };
}
