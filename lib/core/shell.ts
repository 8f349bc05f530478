import type { Command } from 'commander';

/** Where a command runs: what it writes to, what it knows of its terminal, and the code that it gives back. */
export interface Shell {
  readonly stdout: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  readonly stderr: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Set by a command that has something to tell the shell by it. */
  exitCode?: number | string | null;
}

/** Adds a command, its arguments and its help to the program. What it throws ends the program with 2. */
export type AddCommand = (program: Command, shell: Shell) => void;

/** What every command that failed gives: it was called wrongly, or it could not do its work. */
export const FAILED = 2;

/** Whether colours are seen, and wanted (https://no-color.org). */
export function isColoured({ stdout, env }: Shell): boolean {
  return stdout.isTTY && (env.NO_COLOR ?? '') === '';
}
