import { isLabelValue, isQualifiedName, KEYS_RULE, LABEL_VALUE_RULE } from './dns-name';
import { type Refusal, refuse } from './refusal';

/** Refuses labels that Kubernetes takes neither of an object nor in a selector. */
export function requireLabels(
  { prop, ...about }: Pick<Refusal, 'prop' | 'kind' | 'id'>,
  labels: Readonly<Record<string, string>>,
): void {
  for (const [key, value] of Object.entries(labels)) {
    if (!isQualifiedName(key)) {
      refuse({ ...about, prop, must: KEYS_RULE, got: key });
    }
    if (!isLabelValue(value)) {
      refuse({ ...about, prop: `${prop}.${key}`, must: LABEL_VALUE_RULE, got: value });
    }
  }
}
