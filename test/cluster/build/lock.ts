import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** The longest that a lock is waited for. */
export const LOCK_SECONDS = 3600;

/** Does something while no other process does the same. */
export async function withLock<T>(file: string, action: () => Promise<T>): Promise<T> {
  const lock = await takeLock(file, 'another build');
  try {
    return await action();
  } finally {
    lock.release();
  }
}

/** A lock that is held until it is given back, or by the kernel until this process ends, however it does. */
export interface Lock {
  release(): void;
}

/** Waits until nobody else has a lock, and takes it; `other` is who may have it, as messages name it. */
export async function takeLock(file: string, other: string): Promise<Lock> {
  mkdirSync(dirname(file), { recursive: true });
  const holder = (await hold(file, ['-n'])) ?? (await waitFor(file, other));
  return { release: () => holder.stdin?.end() };
}

async function waitFor(file: string, other: string): Promise<ChildProcess> {
  console.log(`waiting for ${other} to end (${file})`);
  const holder = await hold(file, ['-w', String(LOCK_SECONDS)]);
  if (holder === undefined) throw new Error(`the lock ${file} must be free within ${LOCK_SECONDS} s, got ${other}`);
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
