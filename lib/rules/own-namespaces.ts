import { groupBy } from '../core/by-key';
import { sentence, verbatim } from '../core/refusal';
import { idOf, type Rule } from '../rendered/rendered-object';

/** What stands in one unit's namespace is that unit's: whoever reviews, stops or deletes it sees all of it in one file. */
export const ownNamespaces: Rule = ({ objects, units }) => {
  const byNamespace = groupBy(units, ({ namespaceName }) => namespaceName);
  return objects.flatMap(({ unit, object }) => {
    const { namespace = '' } = object.metadata;
    const owners = namespace === unit?.namespaceName ? undefined : byNamespace.get(namespace);
    return unit === undefined || owners === undefined
      ? []
      : [
          sentence({
            prop: 'namespace',
            kind: object.kind,
            id: idOf(object),
            must: `be "${unit.namespaceName}", that of its unit "${unit.node.id}"`,
            got: verbatim(`"${namespace}", which is of unit "${owners.map(({ node }) => node.id).join('" and "')}"`),
            instead: "declare it in that unit, or say deliberately('own-namespaces')",
          }),
        ];
  });
};
