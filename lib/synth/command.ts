import { join } from 'node:path';
import type { AddCommand } from '../core/shell';

/** `cdk8s-wso2-mi synth`: a program and its type check, side by side. What it takes and tells stands in `start/`. */
export const addSynth: AddCommand = (program) => {
  program
    .command('synth')
    .description('Type-checks and runs a program, main.ts if none is said.')
    .argument('[arguments...]')
    .helpOption(false)
    .allowUnknownOption()
    .action((_arguments, _options, command: { readonly args: readonly string[] }) => {
      const start: { synth(args: readonly string[]): void } = require(join(__dirname, '../../start/synth.js'));
      // What a program refuses is no fault of this command: it ends as the program does.
      setImmediate(() => start.synth(command.args));
    });
};
