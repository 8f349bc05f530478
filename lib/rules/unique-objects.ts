import { groupOf } from '../core/api-group';
import { repeats } from '../core/by-key';
import { isClusterScoped } from '../core/cluster-scoped';
import { sentence, verbatim } from '../core/refusal';
import { idOf, type RenderedObject, type Rule } from '../rendered/rendered-object';

/** Two objects of one kind and name in one namespace are one object, and the last file that is applied wins. */
export const uniqueObjects: Rule = ({ objects }) => {
  return repeats(objects, identity).map(([{ construct, object }, first]) =>
    sentence({
      prop: 'name',
      kind: object.kind,
      id: idOf(object),
      must: 'be used once in the fleet',
      got: verbatim(`it from "${first.construct.node.path}" and from "${construct.node.path}"`),
      instead: 'give one of the two another id',
    }),
  );
};

function identity({ object }: RenderedObject): string {
  return `${groupOf(object.apiVersion)} ${object.kind} ${isClusterScoped(object.kind) ? object.metadata.name : idOf(object)}`;
}
