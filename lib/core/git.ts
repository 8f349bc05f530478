import { spawnSync } from 'node:child_process';

/** The lines that git answers in this folder; none where it has no answer. */
export function gitLines(args: readonly string[]): string[] {
  const { status, stdout } = git(args);
  return status === 0 ? stdout.toString('utf8').split('\n').filter(Boolean) : [];
}

/** What git answers in this folder. */
export function git(args: readonly string[], input = ''): { status: number | null; stdout: Buffer } {
  const { status, stdout } = spawnSync('git', [...args], {
    input,
    maxBuffer: 2 ** 31 - 1,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return { status, stdout: stdout ?? Buffer.alloc(0) };
}
