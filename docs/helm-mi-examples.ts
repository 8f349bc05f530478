import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { compare, type Judged } from '../lib/helm-mi/compare';
import type { Imported } from '../lib/helm-mi/import';
import { fleetOf, imported } from '../test/helm-mi/imported';
import { keysOf, ROWS } from '../test/helm-mi/page';
import { CHART, chartObjects, DEFAULTS, examples, fileOf, pathsIn, type RowExample } from '../test/helm-mi/rows';
import { type Manifest, objectsIn, objectsInText } from '../test/manifests';

const HEAD = `# Each setting of helm-mi as an example

Written by \`npm run docs\`; \`test/helm-mi/rows.test.ts\` fails when it is old. For [each row of the table](helm-mi.md) there is a values file here, with what it changes of the objects that WSO2's chart 4.6 renders (by helm 3.22), the lines that \`import helm-mi\` writes for it, and how each field that it changes compares with what those lines render. \`import helm-mi values.yaml --compare objects.yaml\` says it of your own files.

`;

/** An example, and what becomes of it here. */
export interface Outcome {
  readonly example: RowExample;
  /** Every field of the chart's objects, compared with what is rendered here; none if the values are refused. */
  readonly judged: readonly Judged[];
  /** Those that the example changes. */
  readonly changed: readonly Judged[];
  /** Lines of the program that are not there where nothing is said. */
  readonly lines: readonly string[];
  /** What the program says of values that have no place in it. */
  readonly unplaced: readonly string[];
  /**
   * The words by which the values are refused.
   *
   * @default - they are taken
   */
  readonly refused?: string;
}

/** What becomes of every example. */
export function outcomes(): Outcome[] {
  const usualProgram = imported(fileOf({}), CHART);
  const usualObjects = objectsInText(readFileSync(DEFAULTS, 'utf8'));
  const usual = new Set(usualProgram.text.split('\n'));
  const before = new Set(compare(usualObjects, objectsOf(usualProgram), usualProgram.release).map(fieldOf));
  return examples().map((example) => {
    try {
      const program = imported(fileOf(example.said), CHART);
      const judged = compare(objectsInText(chartObjects(example)), objectsOf(program), program.release);
      const changed = judged.filter((one) => !before.has(fieldOf(one)));
      const lines = program.text.split('\n').filter((line) => !usual.has(line) && /\w/.test(line));
      return { example, judged, changed, lines, unplaced: program.unplaced };
    } catch (error) {
      return { example, judged: [], changed: [], lines: [], unplaced: [], refused: String(Object(error).message) };
    }
  });
}

function objectsOf(program: Imported): Manifest[] {
  return objectsIn(fleetOf(program).render());
}

function fieldOf({ object, field }: Judged): string {
  return `${object} ${field.path} ${field.value}`;
}

/** The text of `docs/helm-mi-examples.md`. */
export function helmMiExamplesDoc(all: readonly Outcome[] = outcomes()): string {
  const parts = all.map(({ example, changed, lines, refused }) => {
    const { said, chart } = example;
    const diff = chart.replace(/^@@.*\n/gm, '').trimEnd();
    return [
      `## ${titleOf(example)}`,
      fence('yaml', stringify(said, { aliasDuplicateObjects: false })),
      diff === '' ? 'The chart renders the same without it.' : fence('diff', diff),
      refused === undefined ? undefined : `Refused: ${refused}`,
      refused === undefined && lines.length > 0 ? fence('ts', lines.join('\n')) : undefined,
      refused === undefined ? verdicts(changed) : undefined,
    ]
      .filter((part) => part !== undefined)
      .join('\n\n');
  });
  return `${HEAD}${parts.join('\n\n')}\n`;
}

/** The first key of the row that it is an example of. */
function titleOf({ said }: RowExample): string {
  const paths = new Set(pathsIn(said));
  const rows = ROWS.map(keysOf).sort((one, other) => one.length - other.length);
  const whole = rows.filter((keys) => keys.every((key) => paths.has(key))).at(-1);
  const [first = ''] = whole ?? rows.flat().filter((key) => paths.has(key));
  return first;
}

function verdicts(changed: readonly Judged[]): string {
  const count = (verdict: Judged['verdict']) => changed.filter((one) => one.verdict === verdict).length;
  const told = (['other', 'better'] as const).map((verdict) => {
    const why = new Set(changed.flatMap((one) => (one.verdict === verdict ? (one.because ?? []) : [])));
    return count(verdict) === 0 ? '' : `, ${count(verdict)} ${verdict} (${[...why].join('; ')})`;
  });
  return `Of the fields that it changes: ${count('equal')} equal${told.join('')}, ${count('worse')} worse.`;
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
