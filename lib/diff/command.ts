import { type AddCommand, isColoured } from '../core/shell';
import { type Difference, differenceOf } from './difference';
import { differenceText } from './difference-text';
import { folderOf, readManifests } from './manifest-folder';

/** What the command returns to the shell, as diff(1) does. */
const EXIT = { equal: 0, different: 1 } as const;

/** `cdk8s-wso2-mi diff`: two environments, as they are rendered. */
export const addDiff: AddCommand = (program, shell) => {
  program
    .command('diff')
    .description(
      'Compares two environments as they are rendered, object by object and field by field. Suffixes of names, ' +
        'namespaces of units and the hashes in names of configurations are no difference.',
    )
    .argument('<from>', 'an environment of dist/ (staging), or the path of a folder (dist/staging, ./before)')
    .argument('<to>', 'the other one')
    .option('--json', 'the same for programs')
    .addHelpText('after', '\nExit code: 0 if they are equal, 1 if they differ, 2 if they cannot be compared.')
    .action((from: string, to: string, { json = false }: { readonly json?: boolean }) => {
      const folders = { from: folderOf(from), to: folderOf(to) };
      const difference = differenceOf(readManifests(folders.from, 'diff'), readManifests(folders.to, 'diff'));
      shell.stdout.write(json ? jsonOf(folders, difference) : textOf(folders, difference, isColoured(shell)));
      shell.exitCode = difference.objects.length === 0 ? EXIT.equal : EXIT.different;
    });
};

interface Folders {
  readonly from: string;
  readonly to: string;
}

function jsonOf(folders: Folders, difference: Difference): string {
  return `${JSON.stringify({ ...folders, ...difference }, undefined, 2)}\n`;
}

function textOf({ from, to }: Folders, difference: Difference, coloured: boolean): string {
  const plain = differenceText(from, to, difference);
  return coloured ? plain.replace(/^ +([-+~]) .*$/gm, (line, sign) => `${COLOURS[sign]}${line}\u001b[0m`) : plain;
}

/** What goes is red, what comes is green, what changes is yellow. */
const COLOURS: Readonly<Record<string, string>> = { '-': '\u001b[31m', '+': '\u001b[32m', '~': '\u001b[33m' };
