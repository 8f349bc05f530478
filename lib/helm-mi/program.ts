import type { ChartVersion } from './chart';
import type { Statement } from './code';
import type { Draft } from './draft';
import { comments, printed, rootsOf } from './print';

/** Names that come from cdk8s; all others are of this library. */
const OF_CDK8S = new Set(['Duration', 'Size']);

/** What stands above the statements of a program. */
export interface Head {
  /** Name of the values file. */
  readonly file: string;
  /** The chart that reads it. */
  readonly version: ChartVersion;
  /** Whose Secrets it names. */
  readonly draft: Draft;
  /** What has no place in it, each with the reason. */
  readonly unplaced: readonly string[];
}

/** As in every program of this library: who imports it, such as a test, writes nothing. */
const SYNTH = `// Tests import the fleet; only running this file writes dist/.
if (require.main === module) {
  fleet.synth();
}
`;

/** The text of a program: its head, its imports, its statements and the synth. */
export function program(statements: readonly Statement[], { file, version, draft, unplaced }: Head): string {
  const roots = new Set(statements.flatMap(({ code }) => rootsOf(code)));
  const names = new Set(statements.flatMap((one) => one.name ?? []));
  const imported = [...roots].filter((root) => !names.has(root)).sort();
  const from = (module: string, all: readonly string[]) => (all.length === 0 ? '' : importLine(module, all));
  const used = tidied(statements);
  return [
    comments(
      [
        `Made by "cdk8s-wso2-mi import helm-mi" of ${file}, read as values of WSO2's chart helm-mi ${version}.`,
        ...secretNotes(draft),
        ...(unplaced.length === 0 ? [] : ['', 'Without a place here:', ...unplaced.map((line) => `- ${line}`)]),
      ],
      '',
    ),
    from(
      'cdk8s',
      imported.filter((one) => OF_CDK8S.has(one)),
    ),
    from(
      'cdk8s-wso2-mi',
      imported.filter((one) => !OF_CDK8S.has(one)),
    ),
    '\n',
    `${printed(used)}\n\n${SYNTH}`,
  ].join('');
}

/** A name that nobody uses is not given. */
function tidied(statements: readonly Statement[]): Statement[] {
  const text = printed(statements);
  return statements.map((one) => {
    const uses = text.split(new RegExp(`\\b${one.name ?? '\\0'}\\b`)).length - 1;
    return one.name !== undefined && uses < 2 ? { notes: one.notes, code: one.code } : one;
  });
}

function secretNotes({ secrets, secretName, about }: Draft): string[] {
  return secrets.length === 0
    ? []
    : [
        '',
        `Secret ${secretName} of namespace ${about.namespace} takes what was secret in it, before the first apply:`,
        ...secrets.map(({ key, from }) => `- ${key}: ${from}`),
      ];
}

function importLine(module: string, names: readonly string[]): string {
  const line = `import { ${names.join(', ')} } from '${module}';`;
  return line.length <= 120
    ? `${line}\n`
    : `import {\n${names.map((one) => `  ${one},\n`).join('')}} from '${module}';\n`;
}
