import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { isRecord } from '../../lib/core/record';

type Values = Readonly<Record<string, unknown>>;

/** A values file of our own, and what the chart makes of it. */
export interface RowExample {
  /** File in `test/helm-mi/rows/` and its place there, such as `2-pod 3`. */
  readonly id: string;
  /** What it says beyond the least that the chart renders. */
  readonly said: Values;
  /** What it changes of the objects that the chart renders by default, as `diff --unified=0` tells it. */
  readonly chart: string;
}

/** Where the examples are; `rows/<section>.chart.yaml` is written by `write-rows.ts`. */
export const FOLDER = join(__dirname, 'rows');
/** The objects that the chart renders where next to nothing is said. */
export const DEFAULTS = join(FOLDER, 'defaults.objects');
/** The chart that renders them, and its name in messages: that of the commit which docs/helm-mi.md is of. */
export const CHART = '4.6';
/** Without this the chart renders nothing, whatever else is said. */
const LEAST: Values = { wso2: { config: { icp: {} } } };

/** Names of the files of values, one for each section of the page. */
export const SECTIONS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.chart.yaml'))
  .map((name) => basename(name, '.yaml'))
  .sort();

/** The values of a section, in the order of the page. */
export function valuesIn(section: string): readonly Values[] {
  const read: unknown = parse(readFileSync(join(FOLDER, `${section}.yaml`), 'utf8'), { merge: true });
  return Array.isArray(read) ? read.filter(isRecord) : [];
}

/** Every example. */
export function examples(): RowExample[] {
  return SECTIONS.flatMap((section) => {
    const written = join(FOLDER, `${section}.chart.yaml`);
    const charts: unknown = existsSync(written) ? parse(readFileSync(written, 'utf8')) : [];
    return valuesIn(section).map((said, index) => {
      return { id: `${section} ${index + 1}`, said, chart: String(Object(charts)[index] ?? '') };
    });
  });
}

/** A values file that the chart renders. */
export function fileOf(said: Values): string {
  return stringify(over(LEAST, said), { aliasDuplicateObjects: false });
}

function over(below: unknown, above: unknown): unknown {
  if (!isRecord(below) || !isRecord(above)) {
    return above ?? below;
  }
  const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries([...keys].map((key) => [key, over(below[key], above[key])]));
}

/** The objects that the chart renders for an example. */
export function chartObjects({ chart }: RowExample): string {
  const lines = readFileSync(DEFAULTS, 'utf8').split('\n');
  // From the end, so that the numbers of the lines before stay as the diff says them.
  const hunks = [...chart.matchAll(/^@@ -(\d+)(?:,(\d+))? .*\n((?:[-+].*\n)*)/gm)].reverse();
  for (const [, at = '', count = '1', body = ''] of hunks) {
    const added = body.split('\n').filter((line) => line.startsWith('+'));
    const first = Number(at) - (Number(count) === 0 ? 0 : 1);
    lines.splice(first, Number(count), ...added.map((line) => line.slice(1)));
  }
  return lines.join('\n');
}

/** Every path in a value, as the page writes them. */
export function pathsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    return [path, ...value.flatMap((item) => pathsIn(item, `${path}[]`))];
  }
  return isRecord(value)
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, path === '' ? key : `${path}.${key}`))]
    : [path];
}
