import { createInterface } from 'node:readline/promises';
import { refuse, verbatim } from '../core/refusal';
import type { Shell } from '../core/shell';

/** Asks on the terminal, and gives the answer; where there is no terminal, the command must say it. */
export async function ask(shell: Shell, question: string, flag: string): Promise<string> {
  if (!process.stdin.isTTY) {
    const got = verbatim('no terminal to ask on');
    return refuse({ prop: 'answer', kind: 'command', id: question, must: `be given by ${flag}`, got });
  }
  const lines = createInterface({ input: process.stdin, terminal: false });
  shell.stderr.write(`${question} `);
  try {
    return (await lines.question('')).trim();
  } finally {
    lines.close();
  }
}
