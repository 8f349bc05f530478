import { repeats } from '../core/by-key';
import { sentence, verbatim } from '../core/refusal';
import type { Rule } from '../rendered/rendered-object';

/** A namespace that a unit makes is the unit's alone: whoever deletes the unit deletes all that is in it. */
export const unitNamespaces: Rule = ({ units }) => {
  const owners = units.filter(({ ownsNamespace }) => ownsNamespace);
  const guests = units.filter(({ ownsNamespace }) => !ownsNamespace);
  return repeats([...owners, ...guests], ({ namespaceName }) => namespaceName)
    .filter(([, { ownsNamespace }]) => ownsNamespace)
    .map(([{ namespaceName, node }, owner]) => refusal(node.id, namespaceName, owner.node.id));
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
