import { MANAGED_BY } from '../core/managed-by';

/** What the first line of the files of a fleet says, by which it knows its own; in an environment, of that environment's. */
export function markOf(fleet: string, environment?: string): string {
  const where = environment === undefined ? '' : `, environment "${environment}"`;
  return `Rendered by ${MANAGED_BY} for fleet "${fleet}"${where}. Change its source and run synth, not this file.`;
}

/** The first line of an object in JSON, which has no comments. */
export function jsonMark(mark: string): string {
  return `{ "$comment": ${JSON.stringify(mark)},`;
}

/**
 * Whether the first line of a text says the mark and nothing else, in whatever is a comment there: in JSON the first
 * field, which may be one of a field.
 */
export function isMarked(text: string, mark: string): boolean {
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  const quoted = JSON.stringify(mark);
  return first.includes(quoted)
    ? !/[\p{L}\p{N}]/u.test(first.replace(quoted, '').replace(/"\$?\w+":/g, ''))
    : first.includes(mark) && !/[\p{L}\p{N}]/u.test(first.replace(mark, ''));
}
