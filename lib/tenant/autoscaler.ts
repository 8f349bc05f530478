import type { Duration } from 'cdk8s';
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerBehavior,
  MetricSpec,
  ObjectMeta,
} from '../../imports/k8s';
import type { ScaledObject, ScaledObjectSpecTriggers } from '../../imports/keda';
import { DNS_LABEL_MAX } from '../core/dns-name';
import { refuse, requireThat, verbatim } from '../core/refusal';
import { PAUSED } from '../unit/unit-header';
import type { RolloutProps } from './rollout';

/** Bounds and targets of automatic scaling. */
export interface AutoScalingProps extends RolloutProps {
  /** Pods that always run. From 1 up. */
  readonly min: number;

  /** Pods that run at the most. More than `min`. */
  readonly max: number;

  /**
   * Mean CPU use that the autoscaler aims at, in percent of the requested CPU. From 1 to 100.
   *
   * @default 70
   */
  readonly cpuPercent?: number;

  /**
   * Mean memory use that the autoscaler aims at, in percent of the requested memory. From 1 to 100. A JVM keeps the
   * heap it once took, so by memory pods are added and rarely taken away.
   *
   * @default - memory is not looked at
   */
  readonly memoryPercent?: number;

  /**
   * How fast pods are added and taken away.
   *
   * @default - fit for a JVM: added when the need has lasted a minute, since one that has just started still compiles
   * and burns more than its work asks for (what it burns before it is ready, the autoscaler leaves out by itself); taken
   * away one in a minute, when none was needed for ten, since each start costs again
   */
  readonly behavior?: HorizontalPodAutoscalerBehavior;
}

/** Bounds of pods that somebody else counts. */
export interface ExternalScalingProps extends RolloutProps {
  /** Pods that always run. From 0 up. */
  readonly min: number;

  /** Pods that run at the most; the quota and the disruption budget go by it. More than `min`. */
  readonly max: number;
}

/** What KEDA looks at, in its own words: `{ type: 'rabbitmq', metadata: { queueName: 'orders', value: '20' } }`. */
export type KedaTrigger = ScaledObjectSpecTriggers;

/** Bounds and triggers of scaling by KEDA. */
export interface KedaScalingProps extends ExternalScalingProps {
  /**
   * What KEDA looks at, in its own words (keda.sh, "Scalers"): the length of a queue, a query of Prometheus, a schedule
   * (`{ type: 'cron', metadata: { timezone, start, end, desiredReplicas } }`). At least one. What they need to log in
   * is a TriggerAuthentication, which `authenticationRef` names.
   */
  readonly triggers: readonly KedaTrigger[];

  /**
   * How long nothing must ask for a pod before the last one goes, where `min` is 0.
   *
   * @default - KEDA's: 5 minutes
   */
  readonly cooldown?: Duration;

  /**
   * How fast pods are added and taken away.
   *
   * @default - fit for a JVM, as that of `Scaling.auto`
   */
  readonly behavior?: HorizontalPodAutoscalerBehavior;
}

/** The workload whose pods are counted, and between which bounds. */
export interface ScaledWorkload {
  readonly metadata: ObjectMeta;
  readonly target: { readonly apiVersion: string; readonly kind: string; readonly name: string };
  readonly least: number;
  readonly most: number;
}

/** Who decides how many pods run. Where there is one, the workload names no number. */
export interface Autoscaler {
  /**
   * The object that tells it.
   *
   * @default - none: it is told elsewhere
   */
  readonly manifest?: (scaled: ScaledWorkload) => HorizontalPodAutoscaler | ScaledObject;
  /** Who that is, as a description says it. */
  readonly text: string;
  /**
   * What stops and starts a tenant, where a scaled workload would be scaled back.
   *
   * @default - `kubectl scale` does
   */
  readonly stop?: (namespace: string, name: string) => { readonly stop: string; readonly start: string };
  /**
   * The longest name of a workload that it takes.
   *
   * @default - as long as names are
   */
  readonly longestName?: number;
}

/** What KEDA calls the autoscaler of a ScaledObject begins with this, and it refuses one that ends up too long. */
const KEDA_HPA = 'keda-hpa-';

/** Defaults fit for a JVM; why they are, `AutoScalingProps` says. */
export const FIT_FOR_A_JVM: HorizontalPodAutoscalerBehavior = {
  scaleUp: { stabilizationWindowSeconds: 60 },
  scaleDown: {
    stabilizationWindowSeconds: 600,
    policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }],
  },
};

/** Kubernetes' own. */
export function horizontalPodAutoscaler(
  metrics: readonly MetricSpec[],
  behavior: HorizontalPodAutoscalerBehavior,
): Autoscaler {
  return {
    text: 'an autoscaler',
    manifest: ({ metadata, target, least, most }) => ({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata,
      spec: { scaleTargetRef: target, minReplicas: least, maxReplicas: most, metrics, behavior },
    }),
  };
}

/** KEDA's, which gives Kubernetes' own something to look at, and goes to 0 and back by itself. */
export function scaledObject(
  triggers: readonly KedaTrigger[],
  behavior: HorizontalPodAutoscalerBehavior,
  cooldownSeconds: number | undefined,
): Autoscaler {
  return {
    text: 'KEDA',
    longestName: DNS_LABEL_MAX - KEDA_HPA.length,
    manifest: ({ metadata, target, least, most }) => ({
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledObject',
      metadata,
      spec: {
        scaleTargetRef: target,
        minReplicaCount: least,
        maxReplicaCount: most,
        cooldownPeriod: cooldownSeconds,
        advanced: { horizontalPodAutoscalerConfig: { behavior } },
        triggers,
      },
    }),
    stop: (namespace, name) => {
      const annotate = `kubectl -n ${namespace} annotate scaledobject/${name}`;
      return { stop: `${annotate} ${PAUSED}=0 --overwrite`, start: `${annotate} ${PAUSED}-` };
    },
  };
}

/** Throws where KEDA would have nothing to look at, or nothing while there is no pod. */
export function requireTriggers(id: string, min: number, triggers: readonly KedaTrigger[]): void {
  requireThat('scaling', id, [
    ['triggers', triggers.length > 0, 'have at least one', verbatim('none')],
    [
      'min',
      min !== 0 || !triggers.every(isOfPods),
      'be at least 1 where all triggers are cpu and memory',
      min,
      'without pods there is none to look at, and KEDA refuses it',
    ],
  ]);
}

/** Whether a trigger looks at the pods themselves. */
export function isOfPods({ type }: KedaTrigger): boolean {
  return type === 'cpu' || type === 'memory';
}

/** One that is somebody else's; nothing is rendered for it, and how to have it stand still is not known. */
export const EXTERNAL: Autoscaler = { text: 'an autoscaler of somebody else, which may start it again' };

/** The share of what a container asks for, from 1 to 100 %, that the pods of a scaling shall use on average. */
export function utilization(id: string, name: 'cpu' | 'memory', percent: number): MetricSpec {
  if (!Number.isSafeInteger(percent) || percent < 1 || percent > 100) {
    refuse({
      prop: `${name}Percent`,
      kind: 'scaling',
      id,
      must: 'be a whole number from 1 to 100',
      got: percent,
    });
  }
  return { type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization: percent } } };
}
