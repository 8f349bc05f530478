import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MILLISECONDS = 100;

/** Asks for as long as something is done, and once at least; each time a pod must answer. */
export async function during<T>(ask: () => Promise<T>, action: () => Promise<void>): Promise<T[]> {
  let done = false;
  const asking = (async () => {
    const answers = [await ask()];
    while (!done) {
      await sleep(PAUSE_MILLISECONDS);
      answers.push(await ask());
    }
    return answers;
  })();
  // What it failed with is told below, when all is done.
  asking.catch(() => undefined);
  try {
    await action();
  } finally {
    done = true;
  }
  return asking;
}
