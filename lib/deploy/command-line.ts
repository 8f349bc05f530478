import { type Command, InvalidArgumentError, Option } from 'commander';
import { refuse, verbatim } from '../core/refusal';
import type { Shell } from '../core/shell';
import { ask } from './confirm';
import { Kubectl } from './kubectl';
import { chosenParts, contextOf, type Environment, type Part, readEnvironment } from './part';
import type { Patience } from './readiness';

/** What every command on a cluster takes. */
export interface Options {
  readonly environment?: string;
  readonly context?: string;
  readonly json?: boolean;
}

/** What those take that wait for pods. */
export interface Waiting extends Options {
  readonly timeout: number;
  readonly patience: number;
  readonly yes?: boolean;
}

/** What the exit codes mean. */
export const CODES = '\nExit code: 0 done, or nothing to do; 1 a unit did not get ready; 2 nothing was touched.';

/** Adds the options of every command on a cluster. */
export function onCluster(command: Command): Command {
  return command
    .option('-e, --environment <name>', 'an environment of dist/, or the path of a folder; dist/ itself without it')
    .option('--context <name>', 'context of kubectl, where the files name none; another than theirs is refused')
    .option('--json', 'the outcome for programs');
}

/** Adds those of a command that waits. */
export function waiting(command: Command): Command {
  return command
    .option('--yes', 'do not ask')
    .addOption(
      new Option('--timeout <seconds>', 'the longest that a workload may take').argParser(numberOf).default(900),
    )
    .addOption(
      new Option('--patience <seconds>', 'how long a pod may fail before it counts').argParser(numberOf).default(30),
    );
}

interface Opened {
  readonly environment: Environment;
  readonly parts: readonly Part[];
  readonly kubectl: Kubectl;
}

/** Reads the environment, and knows which kubectl to ask of it. */
export function open(ids: readonly string[], options: Options): Opened {
  const environment = readEnvironment(options.environment);
  const parts = chosenParts(environment, ids);
  return { environment, parts, kubectl: new Kubectl(contextOf(environment, options.context)) };
}

/** Asks, unless it was told not to; refuses where the answer is no. */
export async function agreed(shell: Shell, question: string, { yes }: Waiting): Promise<void> {
  if (yes !== true && (await ask(shell, question, '--yes')) !== 'y') {
    refuse({ prop: 'answer', kind: 'command', id: question, must: 'be y', got: verbatim('no') });
  }
}

/** How long to wait. */
export function patienceOf({ timeout, patience }: Waiting): Patience {
  return { timeout, failing: patience };
}

/** A whole number of an option. */
export function numberOf(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new InvalidArgumentError('It must be a whole number.');
  }
  return Number(text);
}

/** Writes the outcome, for people or for programs. */
export function tell(shell: Shell, { json }: Options, outcome: object, text: string): void {
  shell.stdout.write(json === true ? `${JSON.stringify(outcome, undefined, 2)}\n` : text);
}
