import type { PodDisruptionBudgetSpec } from '../../imports/k8s';
import { repeats } from '../core/by-key';
import { sentence, verbatim } from '../core/refusal';
import { ofKind } from '../rendered/of-kind';
import { PodIndex } from '../rendered/pod-index';
import { idOf, type Render, type Rule } from '../rendered/rendered-object';

/**
 * A budget has one number (pkg/apis/policy/validation of Kubernetes), and pods have one budget: of those with two none can
 * be evicted, and every drain of their node hangs (pkg/registry/core/pod/rest/eviction.go).
 */
export const oneBudget: Rule = ({ objects }) => [...oneNumber(objects), ...budgetForEach(objects)];

function oneNumber(objects: Render['objects']): string[] {
  return ofKind(objects, 'PodDisruptionBudget').flatMap(({ object }) => {
    const { minAvailable, maxUnavailable }: PodDisruptionBudgetSpec = Object(object.spec);
    const about = { prop: 'spec', kind: object.kind, id: idOf(object), must: 'have minAvailable or maxUnavailable' };
    return minAvailable === undefined || maxUnavailable === undefined
      ? []
      : sentence({ ...about, got: verbatim('both'), instead: 'take one of them out' });
  });
}

function budgetForEach(objects: Render['objects']): string[] {
  const pods = PodIndex.of(objects);
  const budgets = ofKind(objects, 'PodDisruptionBudget').flatMap(({ object }) => {
    const { selector } = Object(object.spec);
    const selected = selector === undefined ? [] : pods.selectedBy(object, selector);
    return selected.map(({ construct, object: workload }) => ({ budget: object, construct, workload }));
  });
  return repeats(budgets, ({ construct, workload }) => `${construct.node.path} ${workload.metadata.name}`).map(
    ([{ budget, workload }, first]) =>
      sentence({
        prop: 'selector',
        kind: budget.kind,
        id: idOf(budget),
        must: 'select pods that no other budget has',
        got: verbatim(`those of ${workload.kind} "${idOf(workload)}", which "${idOf(first.budget)}" has`),
        instead: "leave it out, or say scaling: …({ maxEvictions: 'unlimited' }) of the tenant, which renders none",
      }),
  );
}
