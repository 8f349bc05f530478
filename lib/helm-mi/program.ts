import type { ChartVersion } from './chart';
import type { Statement } from './code';
import type { Draft } from './draft';
import { comments, printed, rootsOf } from './print';

/** Names that come from cdk8s; all others are of this library. */
const OF_CDK8S = new Set(['Duration', 'Size']);

/** A fleet of its own, or a function for a program that has one. */
export type ProgramForm = 'program' | 'function';

/** What all releases of a program share, with the type by which a function takes it. */
const SHARED: Readonly<Record<string, string>> = { fleet: 'Fleet', unit: 'BusinessUnit', edge: 'LoadBalancer' };

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
  /**
   * What is written.
   *
   * @default 'program'
   */
  readonly form?: ProgramForm;
}

/** As in every program of this library: who imports it, such as a test, writes nothing. */
const SYNTH = `// Tests import the fleet; only running this file writes dist/.
if (require.main === module) {
  fleet.synth();
}
`;

/** The text of a program: its head, its imports, its statements and the synth. */
export function program(statements: readonly Statement[], head: Head): string {
  const used = tidied(statements);
  return head.form === 'function'
    ? functionOf(used, head)
    : `${comments(headOf(head), '')}${importsOf(used, [])}\n${printed(used)}\n\n${SYNTH}`;
}

/** The same as a function: what the fleet shares is handed over, and stands in the head as the one program writes it. */
function functionOf(statements: readonly Statement[], head: Head): string {
  const isShared = ({ name = '' }: Statement) => name in SHARED;
  const shared = statements.filter(isShared);
  const own = statements.filter((one) => !isShared(one));
  const given = shared.flatMap(({ name = '' }) => (name === 'fleet' ? [] : [name]));
  const types = given.map((name) => SHARED[name] ?? '');
  const written = `${printed(shared)}\naddTo(${given.join(', ')});`.replace(/^/gm, '//   ');
  return [
    comments([...headOf(head), '', 'The program of the fleet says, once for all its releases:'], ''),
    `${written}\n`,
    importsOf(own, types),
    `\n/** Adds release ${head.draft.about.tenant} to its unit. */\n`,
    `export function addTo(${given.map((name) => `${name}: ${SHARED[name]}`).join(', ')}): void {\n`,
    `${printed(own, '  ')}\n}\n`,
  ].join('');
}

function headOf({ file, version, draft, unplaced }: Head): string[] {
  return [
    `Made by "cdk8s-wso2-mi import helm-mi" of ${file}, read as values of WSO2's chart helm-mi ${version}.`,
    ...CONTACT,
    ...secretNotes(draft),
    ...(unplaced.length === 0 ? [] : ['', 'Without a place here:', ...unplaced.map((line) => `- ${line}`)]),
  ];
}

/** The imports of statements, and of types that are named beside them. */
function importsOf(statements: readonly Statement[], types: readonly string[]): string {
  const names = new Set([...Object.keys(SHARED), ...statements.flatMap((one) => one.name ?? [])]);
  const roots = [...new Set(statements.flatMap(({ code }) => rootsOf(code)))].filter((root) => !names.has(root));
  const ofCdk8s = roots.filter((one) => OF_CDK8S.has(one)).sort();
  const ours = [...new Set([...roots.filter((one) => !OF_CDK8S.has(one)), ...types])].sort();
  const shown = ours.map((one) => (roots.includes(one) ? one : `type ${one}`));
  const from = (module: string, all: readonly string[]) => (all.length === 0 ? '' : importLine(module, all));
  return `${from('cdk8s', ofCdk8s)}${from('cdk8s-wso2-mi', shown)}`;
}

/** A name that nobody uses is not given. */
function tidied(statements: readonly Statement[]): Statement[] {
  const text = printed(statements);
  return statements.map((one) => {
    const uses = text.split(new RegExp(`\\b${one.name ?? '\\0'}\\b`)).length - 1;
    return one.name !== undefined && uses < 2 ? { notes: one.notes, code: one.code } : one;
  });
}

const CONTACT = ['', "Before the first apply: write contact, who is called at night, in the place of 'nobody yet'."];

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
