import { sentence, verbatim } from '../core/refusal';
import type { Rule } from '../rendered/rendered-object';

/** A namespace that a unit makes is the unit's alone: whoever deletes the unit deletes all that is in it. */
export const unitNamespaces: Rule = ({ units }) => {
  const owners = new Map<string, string>();
  const twice = units
    .filter(({ ownsNamespace }) => ownsNamespace)
    .flatMap(({ namespaceName, node }) => {
      const other = owners.get(namespaceName);
      owners.set(namespaceName, other ?? node.id);
      return other === undefined ? [] : [refusal(node.id, namespaceName, other)];
    });
  const guests = units
    .filter(({ ownsNamespace }) => !ownsNamespace)
    .flatMap(({ namespaceName, node }) => {
      const owner = owners.get(namespaceName);
      return owner === undefined ? [] : [refusal(node.id, namespaceName, owner)];
    });
  return [...twice, ...guests];
};

function refusal(id: string, namespace: string, owner: string): string {
  return sentence({
    prop: 'namespace',
    kind: 'business unit',
    id,
    must: 'not be the own namespace of another unit',
    got: verbatim(`"${namespace}", which is of unit "${owner}"`),
    instead: 'units that share one both take UnitNamespace.existing(…), made by somebody else',
  });
}
