import { sentence, verbatim } from '../core/refusal';
import { PodIndex, selectorText, selects } from '../rendered/pod-index';
import { idOf, type KubernetesObject, type LabelSelector, type Rule } from '../rendered/rendered-object';

/** A workload finds its pods by their labels alone: its own must have them, and those of no other may. */
export const ownPods: Rule = ({ objects }) => {
  const pods = PodIndex.of(objects);
  const told = new Map<KubernetesObject, Set<KubernetesObject>>();
  return pods.all.flatMap(({ object, labels }) => {
    const selector = selectorOf(object);
    if (selector === undefined) {
      return [];
    }
    const name = `${object.kind} "${idOf(object)}"`;
    const others = pods
      .selectedBy(object, selector)
      .filter((other) => other.object !== object && !told.get(other.object)?.has(object));
    // Two that take each other's pods are one mistake.
    told.set(object, new Set(others.map((other) => other.object)));
    return [
      ...(selects(selector, labels)
        ? []
        : [
            sentence({
              prop: 'pod labels',
              kind: object.kind,
              id: idOf(object),
              must: `be those that its selector asks for, ${selectorText(selector)}`,
              got: verbatim(selectorText({ matchLabels: labels })),
              instead: 'the API server refuses it otherwise, and no Service finds the pods',
            }),
          ]),
      ...others.map((other) =>
        sentence({
          prop: 'pod labels',
          kind: other.object.kind,
          id: idOf(other.object),
          must: `not be those by which ${name} knows its pods`,
          got: verbatim(selectorText(selector)),
          instead: 'whatever counts, stops or asks those pods would meet these too; give them labels of their own',
        }),
      ),
    ];
  });
};

/** The selector by which an object knows its pods; a Job gets one from the cluster. */
function selectorOf({ kind, spec }: KubernetesObject): LabelSelector | undefined {
  const { matchLabels, matchExpressions }: LabelSelector = Object(kind === 'Job' ? undefined : Object(spec).selector);
  return matchLabels === undefined && matchExpressions === undefined ? undefined : { matchLabels, matchExpressions };
}
