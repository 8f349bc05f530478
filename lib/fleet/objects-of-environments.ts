import { namingSuffixOf } from '../core/context';
import { inOrder } from '../core/digest';
import { sentence, verbatim } from '../core/refusal';
import { identityOf, idOf, type RenderedObject } from '../rendered/rendered-object';
import type { Rendering } from './faults';
import { haveOneContext } from './one-cluster';

/** An environment, and what it renders. */
interface Member extends Rendering {
  readonly name: string;
}

/**
 * Objects that two environments of one context both write: the last apply wins, and takes away what only the other has.
 * What stands outside of units and is the same in both harms nobody.
 */
export function objectsOfTwoEnvironments(fleetName: string, one: Member, other: Member): string[] {
  const both = haveOneContext(one.fleet, other.fleet) ? inBoth(one.objects, other.objects) : [];
  const [first] = both;
  if (first === undefined) {
    return [];
  }
  const { kind } = first.object;
  const more = both.length === 1 ? '' : ` and ${both.length - 1} more`;
  const suffixes = [one, other].map(({ fleet }) => namingSuffixOf(fleet));
  return [
    sentence({
      prop: 'suffix',
      kind: 'fleet',
      id: fleetName,
      must: 'tell the objects of environments of one kubeContext apart',
      got: verbatim(`${kind} "${idOf(first.object)}"${more} in both "${one.name}" and "${other.name}"`),
      instead:
        suffixes[0] === suffixes[1]
          ? 'each apply would overwrite the other; give each a suffix, or the context of a cluster of its own ' +
            '(where contexts of two clusters have one name by chance: kubectl config rename-context …)'
          : 'each apply would overwrite the other; put fleet.suffix into names that you write',
    }),
  ];
}

function inBoth(one: readonly RenderedObject[], other: readonly RenderedObject[]): RenderedObject[] {
  const known = new Map(one.map(({ object }) => [identityOf(object), object]));
  return other.filter(({ unit, object }) => {
    const there = known.get(identityOf(object));
    return there !== undefined && (unit !== undefined || inOrder(there) !== inOrder(object));
  });
}
