import type { PropertyValue } from '../core/java-properties';

/**
 * Properties laid over others. An appender or a logger that they name is listed, since log4j2 would pass over it. A
 * `type` that they change takes away all that described the old one but its name: a JSON layout knows no pattern.
 */
export function laidOver(
  entries: ReadonlyMap<string, PropertyValue>,
  own: Readonly<Record<string, string>>,
): Map<string, PropertyValue> {
  const replaced = Object.entries(own)
    .filter(([key, value]) => key.endsWith('.type') && entries.has(key) && entries.get(key) !== value)
    .map(([key]) => key.slice(0, -'type'.length));
  const kept = [...entries].filter(
    ([key]) => !replaced.some((prefix) => key.startsWith(prefix) && key !== `${prefix}name`),
  );
  const merged = new Map<string, PropertyValue>([...kept, ...Object.entries(own)]);
  for (const kind of ['appender', 'logger']) {
    const list = entries.get(`${kind}s`) ?? [];
    merged.set(`${kind}s`, [...new Set([...list, ...idsIn(own, kind)])]);
  }
  return merged;
}

/** The ids that properties of one kind speak of: of `appender` those in `appender.<id>.…`. */
export function idsIn(properties: Readonly<Record<string, string>>, kind: string): string[] {
  const ids = Object.keys(properties).flatMap((key) => {
    const [first, id, ...others] = key.split('.');
    return first === kind && id !== undefined && others.length > 0 ? [id] : [];
  });
  return [...new Set(ids)];
}
