import { execFileSync } from 'node:child_process';

/** What a program prints of itself, if it can be had. */
export function saidBy(program: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
