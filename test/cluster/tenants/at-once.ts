/**
 * Does something before the tests, at the same time as all that was declared so in the same `describe`; the test that
 * it is for awaits it, and fails as it failed.
 */
export function atOnce<T>(action: () => Promise<T>): () => Promise<T> {
  let going: Promise<T> | undefined;
  beforeAll(() => {
    going = action();
    // Whoever awaits it is told; before that, a failure must not end the run.
    going.catch(() => undefined);
  });
  return () => going ?? Promise.reject(new Error('it must have been started before a test awaits it'));
}
