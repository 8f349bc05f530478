import { refuse, verbatim } from '../core/refusal';
import type { ArgoStep } from './argo-step';

/** How pods are replaced, and how many may be taken away at once. */
export interface RolloutProps {
  /**
   * Pods that an update may start beyond the wanted number. From 0 up; 0 together with `maxUnavailable` 0 is refused.
   *
   * @default 1
   */
  readonly maxSurge?: number;

  /**
   * Pods that an update may take away before their successors are ready. From 0 up.
   *
   * @default 0
   */
  readonly maxUnavailable?: number;

  /**
   * Pods that draining nodes may evict at the same time: `maxUnavailable` of the PodDisruptionBudget. From 1 up;
   * less than the pods that always run; `'unlimited'` renders no budget, and where one pod may be all there is none.
   *
   * @default 1
   */
  readonly maxEvictions?: number | 'unlimited';

  /**
   * Steps in which Argo Rollouts replaces the pods, for clusters that have it: a Rollout takes the place of the
   * Deployment, and the part of the pods is the part of the requests, whatever load balancer leads to them. A tenant
   * that runs already gets a second workload beside its Deployment, which has to be deleted by hand.
   *
   * @default - none; a Deployment replaces its pods one after another
   */
  readonly argoSteps?: readonly ArgoStep[];
}

/** More pods than any cluster holds (Kubernetes is built for 150,000); it keeps slips such as 1e12 out of an int32. */
const MOST_PODS = 100_000;

/** Refuses what is no number of pods from `least` up. */
export function requireCount(id: string, prop: string, got: number, least: number): void {
  if (!Number.isSafeInteger(got) || got < least || got > MOST_PODS) {
    refuse({ prop, kind: 'scaling', id, must: `be a whole number from ${least} to ${MOST_PODS}`, got });
  }
}

/** A rollout with its defaults. */
export interface Rollout extends Required<Omit<RolloutProps, 'argoSteps'>> {
  readonly argoSteps: readonly ArgoStep[] | undefined;
}

/** The rollout of a scaling that always keeps `least` pods, with its defaults. */
export function requireRollout(id: string, least: number, props: RolloutProps): Rollout {
  const { maxSurge = 1, maxUnavailable = 0, maxEvictions = 1, argoSteps } = props;
  requireCount(id, 'maxSurge', maxSurge, 0);
  requireCount(id, 'maxUnavailable', maxUnavailable, 0);
  if (maxEvictions !== 'unlimited') {
    requireCount(id, 'maxEvictions', maxEvictions, 1);
    if (least > 1 && maxEvictions >= least) {
      const must = `be less than the ${least} pods that always run`;
      refuse({ prop: 'maxEvictions', kind: 'scaling', id, must, got: maxEvictions, instead: "or say 'unlimited'" });
    }
  }
  if (maxSurge === 0 && maxUnavailable === 0) {
    refuse({
      prop: 'maxSurge',
      kind: 'scaling',
      id,
      must: 'be more than 0 while maxUnavailable is 0',
      got: maxSurge,
      instead: 'otherwise no pod can ever be replaced',
    });
  }
  if (argoSteps?.length === 0) {
    const instead = 'leave it out for a Deployment';
    refuse({ prop: 'argoSteps', kind: 'scaling', id, must: 'have at least one step', got: verbatim('none'), instead });
  }
  return { maxSurge, maxUnavailable, maxEvictions, argoSteps };
}
