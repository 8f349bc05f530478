import { type Complaint, sentence, verbatim } from '../core/refusal';
import { idOf, type Rule } from '../rendered/rendered-object';
import { judged } from '../rendered/schema-judgement';

/**
 * Every object has only fields that its API knows in the fleet's version of Kubernetes, of their types, and all that are
 * required, whoever wrote it. The API server would refuse it under strict validation, and drop the field without.
 */
export const knownFields: Rule = (render) =>
  [...judged(render)].flatMap(([object, complaints]) =>
    complaints.map((complaint) =>
      sentence({ kind: object.kind, id: idOf(object), ...(object.kind === 'Secret' ? hidden(complaint) : complaint) }),
    ),
  );

/** No value of a Secret stands in a message. */
function hidden(complaint: Complaint): Complaint {
  return { ...complaint, got: verbatim('another') };
}
