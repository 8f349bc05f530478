import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A place in the sources of a program. */
export interface SourcePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** How engines name the code of a module itself; what called that only loads it. */
const MODULE = 'Object.<anonymous>';

/** Places as a line of a report: `    at svc.ts:8:18, called in main.ts:118`; none of no places. */
export function placeLine([first, ...callers]: readonly SourcePlace[]): string[] {
  if (first === undefined) {
    return [];
  }
  const lineOf = ({ path, line }: SourcePlace) => `${relative('', path)}:${line}`;
  const names = new Set(callers.map(lineOf));
  names.delete(lineOf(first));
  return [`    at ${lineOf(first)}:${first.column}${names.size === 0 ? '' : `, called in ${[...names].join(', ')}`}`];
}

/**
 * The lines of the program that led to an error, the nearest first, up to the code of a module itself: those that are
 * neither ours nor of another package.
 */
export function callersOf({ stack = '' }: Error): SourcePlace[] {
  const frames = [...stack.matchAll(/^ +at (?:(.*) \()?(.+?):(\d+):(\d+)\)?$/gm)].map(
    ([, name, file = '', line, column]) => ({
      name,
      path: file.startsWith('file:') ? fileURLToPath(file) : file,
      line: Number(line),
      column: Number(column),
    }),
  );
  const [thrown] = frames;
  const library = thrown === undefined ? '' : dirname(dirname(thrown.path));
  const ours = [library, join(dirname(library), 'start')].map((folder) => `${folder}${sep}`);
  const isOurs = (path: string) => ours.some((folder) => path.startsWith(folder));
  const own = frames.filter(({ path }) => !isOurs(path) && !/^node:|[\\/]node_modules[\\/]/.test(path));
  const last = own.findIndex(({ name }) => name === MODULE);
  return own.slice(0, last === -1 ? own.length : last + 1).map(({ name: _, ...place }) => place);
}
