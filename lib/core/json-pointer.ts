/** The parts of a JSON pointer (RFC 6901); `undefined` if it is none, or is the whole document. */
export function pointerParts(pointer: string): string[] | undefined {
  return /^(\/([^~/]|~[01])*)+$/.test(pointer)
    ? pointer
        .split('/')
        .slice(1)
        .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    : undefined;
}

/** The JSON pointer of these parts. */
export function pointerTo(parts: readonly string[]): string {
  return parts.map((part) => `/${part.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/** How far a document goes along the parts of a pointer. */
export interface Reach {
  /** How many of the parts are there. */
  readonly depth: number;
  /** What is at the last of them. */
  readonly value: unknown;
}

/** Follows the parts of a pointer as far as the document goes. */
export function reach(document: unknown, parts: readonly string[]): Reach {
  const [part, ...below] = parts;
  if (part === undefined || !has(document, part)) {
    return { depth: 0, value: document };
  }
  const { depth, value } = reach(document[part], below);
  return { depth: depth + 1, value };
}

/** Whether an item can be put into a list at this part of a pointer: before one that is there, or at its end. */
export function isPlaceIn(list: readonly unknown[], part: string): boolean {
  return part === '-' || (isIndex(part) && Number(part) <= list.length);
}

function has(value: unknown, part: string): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, part) &&
    (!Array.isArray(value) || isIndex(part))
  );
}

function isIndex(part: string): boolean {
  return /^(0|[1-9]\d*)$/.test(part);
}
