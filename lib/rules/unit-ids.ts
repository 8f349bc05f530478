import { repeats } from '../core/by-key';
import { sentence, verbatim } from '../core/refusal';
import type { Rule } from '../rendered/rendered-object';

/** The book of hosts and the labels know a unit by its id, also where constructs stand between it and the fleet. */
export const unitIds: Rule = ({ units }) => {
  return repeats(units, ({ node }) => node.id).map(([{ node }, first]) => {
    const got = verbatim(`it at "${first.node.path}" and at "${node.path}"`);
    return sentence({ prop: 'id', kind: 'business unit', id: node.id, must: 'be used once in the fleet', got });
  });
};
