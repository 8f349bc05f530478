import { isRecord } from '../core/record';

/** Names of the Services that an object leads requests to, in the words of every kind that does. */
export function serviceNamesIn(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => serviceNamesIn(item, key));
  }
  if (!isRecord(value)) {
    return [];
  }
  const own = /^(service|services|backendRefs)$/.test(key) && typeof value.name === 'string' ? [value.name] : [];
  return [...own, ...Object.entries(value).flatMap(([field, child]) => serviceNamesIn(child, field))];
}
