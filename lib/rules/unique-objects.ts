import { repeats } from '../core/by-key';
import { sentence, verbatim } from '../core/refusal';
import { identityOf, idOf, type Rule } from '../rendered/rendered-object';

/** Two objects of one kind and name in one namespace are one object, and the last file that is applied wins. */
export const uniqueObjects: Rule = ({ objects }) => {
  return repeats(objects, ({ object }) => identityOf(object)).map(([{ construct, object }, first]) =>
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
