import { repeats } from '../core/by-key';
import { sentence, verbatim } from '../core/refusal';
import { idOf, type Rule } from '../rendered/rendered-object';
import { writtenSecrets } from '../rendered/written-secrets';

/** Two that write one Secret overwrite each other, and taking out the one takes the Secret from the other. */
export const secretBringers: Rule = ({ objects }) => {
  const written = objects.flatMap(({ object }) => writtenSecrets(object).map((name) => ({ object, name })));
  return (
    repeats(written, ({ object, name }) => `${object.metadata.namespace ?? ''}/${name}`)
      // Two objects of one kind and name are refused as such.
      .filter(([{ object }, first]) => first.object.kind !== object.kind || idOf(first.object) !== idOf(object))
      .map(([{ object, name }, { object: other }]) =>
        sentence({
          prop: 'Secret',
          kind: object.kind,
          id: idOf(object),
          must: 'be written by one object',
          got: verbatim(`"${name}", which ${other.kind} "${idOf(other)}" writes too`),
          instead: 'let one bring it and the others name it (Tls.secret)',
        }),
      )
  );
};
