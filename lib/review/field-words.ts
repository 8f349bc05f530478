import { MANAGED_BY } from '../core/managed-by';
import { isRecord } from '../core/record';
import { DESCRIPTION } from '../diff/common-object';
import { type FieldChange, fieldChanges } from '../diff/field-changes';

/** Labels and annotations that only tell people and this program what an object is. */
const SAYS = new RegExp(`^(app\\.kubernetes\\.io/|${MANAGED_BY}/|helm\\.sh/chart$|kubernetes\\.io/change-cause$)`);

/** Words about an alert, and labels that nothing selects by. */
const ALERT = /^spec\.groups\b.*\.(labels\.release$|annotations\b)/;

const META = /^metadata\.(labels|annotations)\b/;

/** Whether a field is a label or an annotation of the object itself. */
export function isMeta({ path }: FieldChange): boolean {
  return META.test(path);
}

/** Whether nobody acts on a change of the field. */
export function isWords(field: FieldChange): boolean {
  return ALERT.test(field.path) || perKey([field]).every((one) => isMeta(one) && saysOnly(keyOf(one)));
}

function saysOnly(key: string): boolean {
  return key === DESCRIPTION || SAYS.test(key);
}

/** The name of a label or an annotation. */
export function keyOf({ path }: FieldChange): string {
  return path.replace(META, '').replace(/^(\["|\.)|"\]$/g, '');
}

/** The same fields, each label and annotation by itself where one side has none at all. */
export function perKey(fields: readonly FieldChange[]): FieldChange[] {
  return fields.flatMap((field) => {
    const { path, from, to } = field;
    return /^metadata\.(labels|annotations)$/.test(path)
      ? fieldChanges(isRecord(from) ? from : {}, isRecord(to) ? to : {}, path)
      : [field];
  });
}
