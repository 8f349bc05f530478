#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { textOf } from './core/outcome';
import { type AddCommand, FAILED, isColoured, type Shell } from './core/shell';
import { addDelivery } from './deploy/command';
import { addDiff } from './diff/command';
import { addExplain } from './explain/command';
import { addImport } from './helm-mi/command';
import { addImages } from './images/command';
import { addInit } from './init/command';
import { addMap } from './map/command';
import { addReview } from './review/command';
import { addComment } from './review/comment-command';
import { addSynth } from './synth/command';

/** Every command, in the order of its help. */
const COMMANDS: readonly AddCommand[] = [
  addInit,
  addSynth,
  addDiff,
  addReview,
  addImages,
  addDelivery,
  addComment,
  addMap,
  addExplain,
  addImport,
];

/** Runs `cdk8s-wso2-mi` with these arguments; what it gives back stands in the shell's `exitCode`. */
export async function run(args: readonly string[], shell: Shell): Promise<void> {
  const program = new Command('cdk8s-wso2-mi')
    .description('WSO2 Micro Integrator fleets on Kubernetes: what was rendered, compared and brought to a cluster.')
    .version(version(), '--version')
    .helpOption('-h, --help')
    .addHelpText(
      'after',
      '\nEach of them in a page: docs/commands.md, in node_modules/cdk8s-wso2-mi where it is installed.',
    )
    .exitOverride()
    // An option after a command is the command's: --version of `import helm-mi` is that of the chart.
    .enablePositionalOptions()
    .showHelpAfterError('(--help says how it is used)')
    .configureOutput({
      writeOut: (text) => shell.stdout.write(text),
      writeErr: (text) => shell.stderr.write(text),
      getOutHasColors: () => isColoured(shell),
      getErrHasColors: () => false,
    });
  for (const add of COMMANDS) {
    add(program, shell);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    shell.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : FAILED;
    if (!(error instanceof CommanderError)) {
      shell.stderr.write(`${textOf(error)}\n`);
    }
  }
}

/** That of the package, whose card stands above lib/ here and above build/ in what is published. */
function version(): string {
  const card = ['..', '../..'].map((above) => join(__dirname, above, 'package.json')).find((path) => existsSync(path));
  const { version: said } = JSON.parse(readFileSync(card ?? '', 'utf8')) as { version: string };
  return said;
}

/** The process as the shell started it. */
export function main(): void {
  // A reader that has seen enough, such as head, is no failure.
  process.stdout.on('error', (error) => {
    if (!('code' in error) || error.code !== 'EPIPE') {
      throw error;
    }
  });
  void run(process.argv.slice(2), process);
}

if (require.main === module) {
  main();
}
