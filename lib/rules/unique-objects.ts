import { isClusterScoped } from '../core/cluster-scoped';
import { sentence, verbatim } from '../core/refusal';
import { idOf, type Rule } from '../rendered/rendered-object';

/** Two objects of one kind and name in one namespace are one object, and the last file that is applied wins. */
export const uniqueObjects: Rule = ({ objects }) => {
  const first = new Map<string, string>();
  return objects.flatMap(({ path, object }) => {
    const group = object.apiVersion.split('/').slice(0, -1).join('/');
    const name = isClusterScoped(object.kind) ? object.metadata.name : idOf(object);
    const key = `${group} ${object.kind} ${name}`;
    const other = first.get(key);
    first.set(key, other ?? path);
    return other === undefined
      ? []
      : [
          sentence({
            prop: 'name',
            kind: object.kind,
            id: idOf(object),
            must: 'be used once in the fleet',
            got: verbatim(`it from "${other}" and from "${path}"`),
            instead: 'give one of the two another id',
          }),
        ];
  });
};
