import {
  type PlainObject,
  REFUSED_BUDGETS,
  REFUSED_POLICIES,
  REFUSED_SCALERS,
  REFUSED_SELECTORS,
  REFUSED_STANDARDS,
  TAKEN_OBJECTS,
} from '../../refused-objects';
import type { Cluster } from '../cluster';

/** What the laws refuse of objects that somebody writes without types. */
export function describeLaws(cluster: () => Cluster): void {
  test.each([...REFUSED_POLICIES, ...REFUSED_SELECTORS, ...REFUSED_BUDGETS, ...REFUSED_STANDARDS, ...REFUSED_SCALERS])(
    'the server takes no object with $what',
    async ({ object }) => {
      const { code, stderr } = await asked(object);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/is invalid: /)]);
    },
  );

  test.each(TAKEN_OBJECTS)('and takes a $kind that the laws take', async (object) => {
    expect(await asked(object)).toMatchObject({ code: 0, stderr: '' });
  });

  function asked(object: PlainObject) {
    const args = ['apply', '--server-side', '--validate=strict', '--dry-run=server', '-f', '-'];
    return cluster().kubectl.run(args, { input: JSON.stringify(object) });
  }
}
