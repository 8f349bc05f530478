import type { HPAScalingRules, IntOrString } from '../../imports/k8s';
import { quantity } from '../core/quantity';
import { type Complaint, complaintsOf, refuse } from '../core/refusal';

const WINDOW_MAX = 3600;
const PERIOD_MAX = 1800;

/** How fast pods are added, or taken away; KEDA's definition has a number for a tolerance, too. */
type Rules = Omit<HPAScalingRules, 'tolerance'> & { readonly tolerance?: IntOrString };

/** How fast an autoscaler adds pods and takes them away. */
export interface Behavior {
  readonly scaleUp?: Rules;
  readonly scaleDown?: Rules;
}

/** Throws what the API server would refuse of it. */
export function requireBehavior(id: string, behavior: Behavior): void {
  const [wrong] = behaviorComplaints('behavior', behavior);
  if (wrong !== undefined) {
    refuse({ kind: 'scaling', id, ...wrong });
  }
}

/** What the API server asks of it beyond its schema (pkg/apis/autoscaling/validation of Kubernetes). */
export function behaviorComplaints(path: string, behavior: Behavior): Complaint[] {
  return (['scaleUp', 'scaleDown'] as const).flatMap((way) =>
    rulesComplaints(`${path}.${way}`, Object(Object(behavior)[way])),
  );
}

function rulesComplaints(path: string, rules: Rules): Complaint[] {
  const { stabilizationWindowSeconds: window = 0, policies, selectPolicy = 'Max', tolerance = '0' } = rules;
  return [
    ...complaintsOf(`${path}.stabilizationWindowSeconds`, [
      [window >= 0 && window <= WINDOW_MAX, `be from 0 to ${WINDOW_MAX}`, window],
    ]),
    ...complaintsOf(`${path}.selectPolicy`, [
      [['Max', 'Min', 'Disabled'].includes(selectPolicy), 'be Max, Min or Disabled', selectPolicy],
    ]),
    ...complaintsOf(`${path}.tolerance`, [[quantity(tolerance) >= 0, 'be 0 or more', tolerance]]),
    // Left out they are Kubernetes' own.
    ...complaintsOf(`${path}.policies`, [[policies?.length !== 0, 'have at least one, or be left out', policies]]),
    ...(Array.isArray(policies) ? policies : []).flatMap(({ type, value, periodSeconds }, index) => [
      ...complaintsOf(`${path}.policies[${index}].type`, [
        [type === 'Pods' || type === 'Percent', 'be Pods or Percent', type],
      ]),
      ...complaintsOf(`${path}.policies[${index}].value`, [[value > 0, 'be at least 1', value]]),
      ...complaintsOf(`${path}.policies[${index}].periodSeconds`, [
        [periodSeconds > 0 && periodSeconds <= PERIOD_MAX, `be from 1 to ${PERIOD_MAX}`, periodSeconds],
      ]),
    ]),
  ];
}
