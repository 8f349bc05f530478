const AT_ONCE = 8;

/** Does something for all, some at a time: a machine of two cores starts no thirty programs at once. */
export async function inTurn<T>(all: readonly T[], action: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await action(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
