import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const WAIT_SECONDS = 3600;

/** Does something while no other process does the same; the kernel frees the lock however this process ends. */
export async function withLock<T>(file: string, action: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  const holder = (await hold(file, ['-n'])) ?? (await waitFor(file));
  try {
    return await action();
  } finally {
    holder.stdin?.end();
  }
}

async function waitFor(file: string): Promise<ChildProcess> {
  console.log(`waiting for another build to end (${file})`);
  const holder = await hold(file, ['-w', String(WAIT_SECONDS)]);
  if (holder === undefined)
    throw new Error(`the lock ${file} must be free within ${WAIT_SECONDS} s, got another build`);
  return holder;
}

// flock keeps the lock for as long as `cat` reads, and `cat` reads until our end of the pipe is closed.
async function hold(file: string, how: string[]): Promise<ChildProcess | undefined> {
  const holder = spawn('flock', [...how, file, 'sh', '-c', 'echo locked; exec cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const locked = await Promise.race([
    once(holder.stdout, 'data').then(() => true),
    once(holder, 'exit').then(() => false),
  ]);
  return locked ? holder : undefined;
}
