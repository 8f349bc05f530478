import { readFileSync, writeFileSync } from 'node:fs';
import { parseSync } from '@swc/core';

/**
 * Changes files of JavaScript in place: `{ ...labels, name }` becomes `{ ...null, ...labels, name }`, which is the same.
 * Node 20 gives every object of a literal that begins with a spread a shape of its own, unless nothing is in that spread:
 * making one takes twenty times as long, and whoever reads its fields has never seen such an object before.
 */
const EMPTY = ' ...null,';

/** A statement after the text: its place tells from where the parser counts. */
const LAST = '\n0';

/** What is read of a parsed program: of whatever node, its kind, its place in bytes and its properties. */
interface Node {
  readonly type?: unknown;
  readonly span?: { readonly start: number };
  readonly properties?: readonly Node[];
}

/** The text with `...null` at the start of each literal that begins with a spread and has more. */
export function withSharedShapes(text: string): string {
  const { body } = parseSync(text + LAST, { syntax: 'ecmascript', target: 'es2023' });
  const bytes = Buffer.from(text);
  const origin = (body.at(-1)?.span.start ?? 0) - bytes.length - 1;
  const ends = spreadsFirst(body).map((start) => start - origin + 1);
  return [0, ...ends].map((from, index) => bytes.subarray(from, ends[index]).toString()).join(EMPTY);
}

/** Where each literal begins that begins with a spread, in the order of the text. */
function spreadsFirst(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const { type, span, properties = [] }: Node = value;
  const [first, ...others] = properties;
  const isOne = type === 'ObjectExpression' && first?.type === 'SpreadElement' && others.length > 0;
  return [...(isOne && span !== undefined ? [span.start] : []), ...Object.values(value).flatMap(spreadsFirst)];
}

if (require.main === module) {
  for (const file of process.argv.slice(2)) {
    writeFileSync(file, withSharedShapes(readFileSync(file, 'utf8')));
  }
}
