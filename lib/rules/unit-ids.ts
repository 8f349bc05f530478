import { sentence, verbatim } from '../core/refusal';
import type { Rule } from '../rendered/rendered-object';

/** The book of hosts and the labels know a unit by its id, also where constructs stand between it and the fleet. */
export const unitIds: Rule = ({ units }) => {
  const first = new Map<string, string>();
  return units.flatMap(({ node }) => {
    const other = first.get(node.id);
    first.set(node.id, other ?? node.path);
    const got = verbatim(`it at "${other}" and at "${node.path}"`);
    return other === undefined
      ? []
      : [sentence({ prop: 'id', kind: 'business unit', id: node.id, must: 'be used once in the fleet', got })];
  });
};
