import { parseArgs } from 'node:util';
import { textOf } from '../core/outcome';
import { type Difference, differenceOf } from './difference';
import { differenceText } from './difference-text';
import { folderOf, readManifests } from './manifest-folder';

/** Where a command writes, and what it knows of its terminal. */
export interface Streams {
  readonly stdout: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  readonly stderr: Pick<NodeJS.WriteStream, 'write'>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What the command returns to the shell, as diff(1) does. */
const EXIT = { equal: 0, different: 1, failed: 2 } as const;

const USAGE = `Usage: cdk8s-wso2-mi diff <from> <to> [--json]

Compares two environments as they are rendered, object by object and field by field. Suffixes of names, namespaces of
units and the hashes in names of configurations are no difference.

  <from>, <to>   an environment of dist/ (staging), or the path of a folder (dist/staging, ./before)
  --json         the same for programs

Exit code: 0 if they are equal, 1 if they differ, 2 if they cannot be compared.
`;

/** Runs `cdk8s-wso2-mi` with these arguments; returns its exit code. */
export function run(args: readonly string[], { stdout, stderr, env }: Streams): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help === true) {
      stdout.write(USAGE);
      return EXIT.equal;
    }
    const [command, from, to, ...others] = positionals;
    if (command !== 'diff' || from === undefined || to === undefined || others.length > 0) {
      stderr.write(USAGE);
      return EXIT.failed;
    }
    const folders = { from: folderOf(from), to: folderOf(to) };
    const difference = differenceOf(readManifests(folders.from), readManifests(folders.to));
    const isColoured = stdout.isTTY && env.NO_COLOR === undefined;
    stdout.write(values.json === true ? json(folders, difference) : text(folders, difference, isColoured));
    return difference.objects.length === 0 ? EXIT.equal : EXIT.different;
  } catch (error) {
    stderr.write(`${textOf(error)}\n`);
    return EXIT.failed;
  }
}

interface Folders {
  readonly from: string;
  readonly to: string;
}

function json(folders: Folders, difference: Difference): string {
  return `${JSON.stringify({ ...folders, ...difference }, undefined, 2)}\n`;
}

function text({ from, to }: Folders, difference: Difference, isColoured: boolean): string {
  const plain = differenceText(from, to, difference);
  return isColoured ? plain.replace(/^ +([-+~]) .*$/gm, (line, sign) => `${COLOURS[sign]}${line}\u001b[0m`) : plain;
}

/** What goes is red, what comes is green, what changes is yellow. */
const COLOURS: Readonly<Record<string, string>> = { '-': '\u001b[31m', '+': '\u001b[32m', '~': '\u001b[33m' };
