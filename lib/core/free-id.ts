import type { Construct } from 'constructs';
import { refuse, verbatim } from './refusal';

/** The id, if it can be given to a construct in `scope`: it is not empty, nothing there has it, and no file is written yet. */
export function freeId(scope: Construct, kind: string, id: string): string {
  // cdk8s keeps children in a plain object, so a name that every object has counts as taken.
  if (id === '' || id in {}) {
    refuse({ prop: 'id', kind, id, must: 'be a name of its own', got: id, instead: 'take another word' });
  }
  if (scope.node.locked) {
    const instead = 'move synth() to the end of the program';
    refuse({ prop: 'id', kind, id, must: 'be declared before synth', got: verbatim('it after'), instead });
  }
  const other = scope.node.tryFindChild(id);
  if (other !== undefined) {
    const got = verbatim(`it again after "${other.node.path}"`);
    refuse({ prop: 'id', kind, id, must: 'be used once in its scope', got, instead: 'give one of the two another id' });
  }
  return id;
}
