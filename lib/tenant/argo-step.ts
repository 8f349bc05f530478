import type { Duration } from 'cdk8s';
import type { RolloutSpecStrategyCanarySteps } from '../../imports/argo-rollouts';
import { refuse } from '../core/refusal';
import { wholeSeconds } from '../core/whole-seconds';

/** A step of an update that Argo Rollouts makes. */
export class ArgoStep {
  /** That part of the pods is replaced, in whole percent from 1 to 100; of three pods, a third is the least there is. */
  public static weight(percent: number): ArgoStep {
    if (!Number.isSafeInteger(percent) || percent < 1 || percent > 100) {
      const must = 'be a whole number from 1 to 100';
      refuse({ prop: 'percent', kind: 'step', id: 'weight', must, got: percent });
    }
    return new ArgoStep({ setWeight: percent });
  }

  /** Time in which the new pods show what they are worth. Whole seconds, up to a day. */
  public static pause(time: Duration): ArgoStep {
    return new ArgoStep({ pause: { duration: `${wholeSeconds('time', 'step', 'pause', time, 1)}s` } });
  }

  /** Waits until somebody says to go on: `kubectl argo rollouts promote <tenant>`. */
  public static pauseUntilPromoted(): ArgoStep {
    return new ArgoStep({ pause: {} });
  }

  private constructor(
    /** The step as Argo Rollouts reads it (argoproj.io/v1alpha1, `spec.strategy.canary.steps`). */
    public readonly manifest: RolloutSpecStrategyCanarySteps,
  ) {}
}
