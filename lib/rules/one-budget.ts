import { sentence, verbatim } from '../core/refusal';
import { PodIndex } from '../rendered/pod-index';
import { idOf, type Rule } from '../rendered/rendered-object';

/** Of pods with two disruption budgets none can be evicted: every drain of their node hangs (pkg/registry/core/pod/rest/eviction.go). */
export const oneBudget: Rule = ({ objects }) => {
  const pods = PodIndex.of(objects);
  const first = new Map<string, string>();
  return objects
    .filter(({ object: { kind } }) => kind === 'PodDisruptionBudget')
    .flatMap(({ object }) => {
      const { selector } = Object(object.spec);
      const selected = selector === undefined ? [] : pods.selectedBy(object, selector);
      return selected.flatMap(({ path, object: workload }) => {
        const key = `${path} ${workload.metadata.name}`;
        const other = first.get(key);
        first.set(key, other ?? idOf(object));
        return other === undefined
          ? []
          : [
              sentence({
                prop: 'selector',
                kind: object.kind,
                id: idOf(object),
                must: 'select pods that no other budget has',
                got: verbatim(`those of ${workload.kind} "${idOf(workload)}", which "${other}" has`),
                instead:
                  "leave it out, or say scaling: …({ maxEvictions: 'unlimited' }) of the tenant, which renders none",
              }),
            ];
      });
    });
};
