import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { isRecord } from '../core/record';
import { refuse } from '../core/refusal';
import type { AddCommand } from '../core/shell';
import { CHART_VERSIONS, type ChartVersion, isChartVersion } from './chart';
import { compare, comparisonText } from './compare';
import { importValues } from './import';
import { objectsOf, renderedBy } from './render';
import { readValues } from './values';

/** Where a values file says which chart it is of. */
const TELLING = [
  ['deployment', 'BuildVersion'],
  ['deployment', 'image', 'tag'],
];

interface Options {
  readonly version?: string;
  readonly release: string;
  readonly namespace: string;
  readonly output?: string;
  readonly function?: true;
  readonly compare?: string;
}

/** What is taken where nothing says which chart it is. */
const NEWEST: ChartVersion = '4.6';

/** `cdk8s-wso2-mi import helm-mi`: a release of WSO2's chart as a fleet. */
export const addImport: AddCommand = (program, shell) => {
  program
    .command('import')
    .description('Writes what another tool describes as a program of this library.')
    .command('helm-mi')
    .description("Writes the tenant that a values file of WSO2's chart helm-mi describes, each value in its place.")
    .argument('<values>', 'the values file, or what `helm get values <release>` prints')
    .option(
      '--version <chart>',
      `the chart that reads it: ${CHART_VERSIONS.join(', ')} (what the file says of its build, or the newest)`,
    )
    .option('--release <name>', 'name of the release, which the tenant is called by', 'mi')
    .option('--namespace <name>', 'namespace of the release', 'wso2')
    .option(
      '--compare <objects>',
      'what `helm template` or `helm get manifest` prints: judges each field of it against what the program renders, and writes no program',
    )
    .option('--output <file>', 'writes the program there, if nothing is there (standard output)')
    .option('--function', 'writes a function that adds the release to a unit, for a program of several')
    .addHelpText(
      'after',
      '\nExit code: 0; with --compare 1 if something is worse; 2 if the values or the fleet are refused.',
    )
    .action(
      (file: string, { version, release, namespace, output, compare: objects, function: asFunction }: Options) => {
        const said = readValues(file, textOf(file, 'values'));
        const read = versionOf(said, version);
        if (read === undefined) {
          shell.stderr.write(
            `${file} does not say which chart reads it, so it is read as that of ${NEWEST}; --version says it\n`,
          );
        }
        const imported = importValues(said, {
          version: read ?? NEWEST,
          release,
          namespace,
          file,
          form: asFunction ? 'function' : 'program',
        });
        const { text } = imported;
        if (objects !== undefined) {
          const theirs = objectsOf(objects, textOf(objects, '--compare'));
          const judged = compare(theirs, renderedBy(imported), imported.release);
          shell.stdout.write(comparisonText(judged));
          shell.exitCode = judged.some(({ verdict }) => verdict === 'worse') ? 1 : 0;
          return;
        }
        if (output === undefined) {
          shell.stdout.write(text);
          return;
        }
        writeProgram(text, output, file);
        shell.stderr.write(`wrote ${output}; ${asFunction ? CALL : `${RUN} ${output}; ${BESIDE}`}\n`);
      },
    );
};

const CALL = 'read its notes, and call its addTo in the program of the fleet';
const RUN = 'write its contact, which is nobody yet, read its notes, then: npx cdk8s-wso2-mi synth';
const BESIDE = 'for a fleet that is there write --function';

/** Writes it where nothing is yet. */
function writeProgram(text: string, output: string, file: string): void {
  if (existsSync(output)) {
    refuse({
      prop: '--output',
      kind: 'import',
      id: file,
      must: 'name a file that is not there yet',
      got: output,
      instead:
        'remove it first, such as the main.ts of init with its dist/, or name another; beside a program that has a fleet, write --function',
    });
  }
  writeFileSync(output, text);
}

/** What a file says; a sentence where there is none. */
function textOf(file: string, prop: string): string {
  // What is piped in, such as /dev/stdin, is no file either.
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? true) {
    refuse({ prop, kind: 'import', id: 'helm-mi', must: 'name a file that is there', got: file });
  }
  return readFileSync(file, 'utf8');
}

function versionOf(said: Readonly<Record<string, unknown>>, chart: string | undefined): ChartVersion | undefined {
  if (chart !== undefined) {
    const about = { prop: '--version', kind: 'import', id: 'helm-mi' };
    // 4.4, v4.4, 4.4.0, and mi-4.4.0-1 as `helm list` shows it.
    const [, version = ''] = /^(?:mi-)?v?(\d+\.\d+)(?:\.\d+(?:-\d+)?)?$/.exec(chart) ?? [];
    return isChartVersion(version)
      ? version
      : refuse({ ...about, must: `be one of ${CHART_VERSIONS.join(', ')}`, got: chart });
  }
  const told = TELLING.map((path) =>
    path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), said.wso2),
  );
  const versions = told.map((text) => String(text).slice(0, 3)).filter(isChartVersion);
  return versions[0];
}
