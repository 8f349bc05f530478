import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MILLISECONDS = 100;

/** What a check gives while the thing waited for has not happened. */
export type NotYet = undefined | false;

/**
 * Asks until the answer is something, and gives it.
 *
 * An error of the check counts as "not yet"; the last one is told when the time is over.
 */
export async function until<T>(
  what: string,
  seconds: number,
  check: () => Promise<T | NotYet> | T | NotYet,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let last: unknown = 'no answer';
  do {
    try {
      const answer = await check();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    await sleep(POLL_MILLISECONDS);
  } while (Date.now() < end);
  throw new Error(`${what} must come within ${seconds} s, got ${last instanceof Error ? last.message : String(last)}`);
}
