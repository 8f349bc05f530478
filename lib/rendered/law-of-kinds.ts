import { groupOf } from '../core/api-group';
import { type Complaint, sentence } from '../core/refusal';
import { idOf, type KubernetesObject, type Rule } from './rendered-object';
import { typedObjects } from './schema-judgement';

/** What is wrong with the `spec` of an object. */
type ComplaintsOf = (spec: object, object: KubernetesObject) => Complaint[];

/**
 * A law of the objects of these kinds, one by one: each is what its schema says, and this is what more is wrong with it.
 *
 * @param kinds each after its API group: `apps/Deployment`, `/Service`; other groups have kinds of these names too
 */
export function lawOfKinds(kinds: readonly string[], complaintsOf: ComplaintsOf): Rule {
  const known = kinds.map((name) => ({ group: groupOf(name), kind: name.slice(name.lastIndexOf('/') + 1) }));
  return (render) =>
    known.flatMap(({ group, kind }) =>
      typedObjects(render, kind).flatMap((object) => {
        const isOne = object.spec !== undefined && groupOf(object.apiVersion) === group;
        const complaints = isOne ? complaintsOf(object.spec, object) : [];
        return complaints.map((complaint) => sentence({ kind, id: idOf(object), ...complaint }));
      }),
    );
}

/** The law that all of these are together. */
export function allOf(...laws: readonly Rule[]): Rule {
  return (render) => laws.flatMap((law) => law(render));
}
