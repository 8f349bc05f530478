/**
 * A value in which every record is an ordinary object. cdk8s asks each for its class, and a record without a prototype,
 * as `Object.groupBy` and some parsers make them, has none. What is of another class stays as it is.
 */
export function ordinary(value: unknown): unknown {
  // Nearly all are, and need no copy.
  return isOrdinary(value) ? value : copy(value);
}

function isOrdinary(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.every(isOrdinary);
  }
  if (!isPlain(value)) {
    return true;
  }
  for (const key in value) {
    if (!isOrdinary(value[key])) {
      return false;
    }
  }
  return Object.getPrototypeOf(value) !== null;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(copy);
  }
  return isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copy(child)])) : value;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
