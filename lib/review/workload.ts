import type { Container, PodSpec, PodTemplateSpec } from '../../imports/k8s';
import { quantity } from '../core/quantity';
import type { Manifest } from '../diff/manifest';
import { measuredStartSeconds } from '../tenant/lifecycle';
import { at, listAt, numberAt, textAt } from './read';

/** An object that keeps pods running, as a reviewer thinks of it. */
export interface Workload {
  readonly object: Manifest;
  readonly template: PodTemplateSpec;
  readonly pod: PodSpec;
  /** The container of Micro Integrator, or the first. */
  readonly server: Container | undefined;
  /** Whether two of it do the same work twice; only a tenant says so. */
  readonly isPoller: boolean;
  /**
   * The autoscaler that decides how many pods there are.
   *
   * @default - the file says how many
   */
  readonly scaler?: Manifest;
  /** Pods that it has at the least and at the most. */
  readonly least: number;
  readonly most: number;
  /** Whether an update ends a pod before its successor starts. */
  readonly stopsFirst: boolean;
  /** Pods that are replaced at the same time. */
  readonly atOnce: number;
  /** Seconds that a new pod takes until the next is replaced, as WSO2 measured it for the CPU; and what probes allow. */
  readonly startSeconds: number;
  readonly longestStartSeconds: number;
  /** Seconds that a pod may take to stop. */
  readonly graceSeconds: number;
}

/** What decides how many pods a workload has: the autoscaler of Kubernetes, and that of KEDA. */
const SCALERS = new Set(['HorizontalPodAutoscaler', 'ScaledObject']);

const KINDS = new Set(['Deployment', 'StatefulSet', 'Rollout', 'DaemonSet', 'ReplicaSet']);

/** How an update of an object goes, by its kind and strategy. */
interface Update {
  readonly stopsFirst: boolean;
  readonly atOnce: number;
}

/** The workloads among objects; autoscalers of the same side say how many pods there are. */
export function workloadsOf(objects: readonly Manifest[]): Workload[] {
  const scalers = new Map(
    objects
      .filter(({ kind }) => SCALERS.has(kind))
      .map((scaler) => [targetKey(scaler.metadata.namespace, at(scaler, 'spec', 'scaleTargetRef')), scaler]),
  );
  return objects
    .filter(({ kind }) => KINDS.has(kind))
    .map((object) => workloadOf(object, scalers.get(targetKey(object.metadata.namespace, ownTarget(object)))));
}

function workloadOf(object: Manifest, scaler: Manifest | undefined): Workload {
  // Parsed data of a kind whose template is one of pods.
  const template = (at(object, 'spec', 'template') ?? {}) as PodTemplateSpec;
  const pod = template.spec ?? { containers: [] };
  const server = pod.containers.find(({ name }) => name === 'micro-integrator') ?? pod.containers[0];
  const declared = object.kind === 'DaemonSet' ? 1 : (numberAt(object, 'spec', 'replicas') ?? 1);
  const least = numberAt(scaler, 'spec', 'minReplicas') ?? numberAt(scaler, 'spec', 'minReplicaCount') ?? declared;
  const minReady = numberAt(object, 'spec', 'minReadySeconds') ?? 0;
  return {
    object,
    template,
    pod,
    server,
    isPoller: textAt(object, 'metadata', 'labels', 'app.kubernetes.io/component') === 'poller',
    scaler,
    least,
    most: numberAt(scaler, 'spec', 'maxReplicas') ?? numberAt(scaler, 'spec', 'maxReplicaCount') ?? declared,
    ...updateOf(object, least),
    startSeconds: measuredStartSeconds(1000 * quantity(server?.resources?.limits?.cpu ?? '1')) + minReady,
    longestStartSeconds: probeSeconds(server) + minReady,
    graceSeconds: pod.terminationGracePeriodSeconds ?? 30,
  };
}

function updateOf(object: Manifest, pods: number): Update {
  const strategy = at(object, 'spec', 'strategy');
  if (object.kind === 'DaemonSet') {
    // A pod on each node, of which nobody says how many there are.
    const surge = at(object, 'spec', 'updateStrategy', 'rollingUpdate', 'maxSurge') ?? 0;
    return { stopsFirst: /^0%?$/.test(String(surge)), atOnce: 1 };
  }
  if (object.kind === 'StatefulSet') {
    return { stopsFirst: true, atOnce: 1 };
  }
  if (textAt(strategy, 'type') === 'Recreate') {
    return { stopsFirst: true, atOnce: Math.max(1, pods) };
  }
  const rolling = at(strategy, 'rollingUpdate') ?? at(strategy, 'canary');
  const surge = podsOf(at(rolling, 'maxSurge') ?? '25%', pods, Math.ceil);
  const unavailable = podsOf(at(rolling, 'maxUnavailable') ?? '25%', pods, Math.floor);
  return { stopsFirst: surge === 0 && unavailable >= pods, atOnce: Math.max(1, surge + unavailable) };
}

function podsOf(amount: unknown, pods: number, round: (amount: number) => number): number {
  const text = String(amount);
  return text.endsWith('%') ? round((pods * Number(text.slice(0, -1))) / 100) : Number(text);
}

function probeSeconds(server: Container | undefined): number {
  const { failureThreshold = 3, periodSeconds = 10, initialDelaySeconds = 0 } = server?.startupProbe ?? {};
  return initialDelaySeconds + failureThreshold * periodSeconds;
}

function ownTarget({ kind, metadata }: Manifest): object {
  return { kind, name: metadata.name };
}

function targetKey(namespace: string | undefined, target: unknown): string {
  return [namespace, textAt(target, 'kind') ?? 'Deployment', textAt(target, 'name')].join(' ');
}

/** All containers of a pod, those that start before the others and stay among them. */
export function containersOf({ containers, initContainers = [] }: PodSpec): readonly Container[] {
  return [...initContainers, ...containers];
}

/** The mounts of a pod that lead to claims: path and name of the claim. */
export function claimsOfPod(pod: PodSpec): string[] {
  return listAt(pod, 'volumes').flatMap((volume) => textAt(volume, 'persistentVolumeClaim', 'claimName') ?? []);
}

/** Whether an update ends all old pods before the first new one starts; nobody says how many a DaemonSet has. */
export function endsAllFirst(before: Workload, { object, stopsFirst, atOnce }: Workload): boolean {
  return stopsFirst && object.kind !== 'DaemonSet' && atOnce >= before.most;
}
