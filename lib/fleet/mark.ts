import { MANAGED_BY } from '../core/managed-by';

/** What the first line of the files of a fleet says, by which it knows its own; in an environment, of that environment's. */
export function markOf(fleet: string, environment?: string): string {
  const where = environment === undefined ? '' : `, environment "${environment}"`;
  return `Rendered by ${MANAGED_BY} for fleet "${fleet}"${where}. Change its source and run synth, not this file.`;
}

/** Whether the first line of a text says the mark and nothing else, in whatever is a comment there. */
export function isMarked(text: string, mark: string): boolean {
  const [first = ''] = text.split('\n', 1);
  return first.includes(mark) && !/[\p{L}\p{N}]/u.test(first.replace(mark, ''));
}
