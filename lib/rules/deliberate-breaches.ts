import { sentence } from '../core/refusal';
import { BREAKABLE_LAWS, DELIBERATE_ANNOTATION, deliberateOf } from '../rendered/deliberate';
import { idOf, type Rule } from '../rendered/rendered-object';

/** A word for a law that there is not, or that holds for all, would break nothing and look as if it did. */
export const deliberateBreaches: Rule = ({ objects }) => {
  const known = new Set<string>(BREAKABLE_LAWS);
  return objects.flatMap(({ object }) =>
    deliberateOf(object.metadata.annotations)
      .filter((law) => !known.has(law))
      .map((got) =>
        sentence({
          prop: DELIBERATE_ANNOTATION,
          kind: object.kind,
          id: idOf(object),
          must: `name laws among ${BREAKABLE_LAWS.join(', ')}`,
          got,
        }),
      ),
  );
};
