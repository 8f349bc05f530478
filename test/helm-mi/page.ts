import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The page that says where each setting of WSO2's chart is here. */
export const PAGE = readFileSync(join(__dirname, '..', '..', 'docs', 'helm-mi.md'), 'utf8');

/** A row of its tables. */
export interface Row {
  /** The keys of the chart, as the cell says them. */
  readonly theirs: string;
  /** yes, other or no. */
  readonly mark: string;
  /** Where it is here. */
  readonly ours: string;
}

/** Every row of its tables. */
export const ROWS: readonly Row[] = PAGE.split('\n').flatMap((line) => {
  const [theirs, mark, ours] = line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));
  return line.startsWith('| `') && ours !== undefined ? [{ theirs: theirs ?? '', mark: mark ?? '', ours }] : [];
});

/** The keys of a row, each by its path. */
export function keysOf({ theirs }: Row): string[] {
  return codes(theirs).flatMap(expanded);
}

/** What stands in backticks. */
export function codes(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** `a.{b, c}.d` as `a.b.d` and `a.c.d`. */
function expanded(code: string): string[] {
  const [, before = '', inner = '', after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(code) ?? [];
  return inner === '' ? [code] : inner.split(', ').map((key) => `${before}${key}${after}`);
}
