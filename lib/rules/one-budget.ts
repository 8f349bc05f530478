import type { PodDisruptionBudgetSpec } from '../../imports/k8s';
import { repeats } from '../core/by-key';
import { complaintsOf, sentence, verbatim } from '../core/refusal';
import { lawOfKinds } from '../rendered/law-of-kinds';
import { ofKind } from '../rendered/of-kind';
import { PodIndex } from '../rendered/pod-index';
import { idOf, type Render, type Rule } from '../rendered/rendered-object';

/**
 * A budget has one number (pkg/apis/policy/validation of Kubernetes), and pods have one budget: of those with two none can
 * be evicted, and every drain of their node hangs (pkg/registry/core/pod/rest/eviction.go).
 */
export const oneBudget: Rule = (render) => [...oneNumber(render), ...budgetForEach(render.objects)];

const oneNumber = lawOfKinds(['policy/PodDisruptionBudget'], (spec) => {
  const { minAvailable, maxUnavailable }: PodDisruptionBudgetSpec = Object(spec);
  const isOne = minAvailable === undefined || maxUnavailable === undefined;
  return complaintsOf('spec', [
    [isOne, 'have minAvailable or maxUnavailable', verbatim('both'), 'take one of them out'],
  ]);
});

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
