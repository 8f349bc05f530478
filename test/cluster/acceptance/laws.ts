import {
  type PlainObject,
  REFUSED_BUDGETS,
  REFUSED_POLICIES,
  REFUSED_SELECTORS,
  TAKEN_OBJECTS,
} from '../../refused-objects';
import { REFUSED_INGRESSES, REFUSED_SERVICES, TAKEN_SERVICES } from '../../refused-services';
import { REFUSED_CLAIMS, REFUSED_WORKLOADS, TAKEN_WORKLOADS } from '../../refused-workloads';
import type { Cluster } from '../cluster';

const REFUSED = [
  ...REFUSED_POLICIES,
  ...REFUSED_SELECTORS,
  ...REFUSED_BUDGETS,
  ...REFUSED_SERVICES,
  ...REFUSED_INGRESSES,
  ...REFUSED_WORKLOADS,
  ...REFUSED_CLAIMS,
];
const TAKEN = [...TAKEN_OBJECTS, ...TAKEN_SERVICES, ...TAKEN_WORKLOADS];

/** What the laws refuse of objects that somebody writes without types. */
export function describeLaws(cluster: () => Cluster): void {
  test.each(REFUSED)('the server takes no object with $what', async ({ object }) => {
    const { code, stderr } = await asked(object);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/ is invalid: |: duplicate entries for key /)]);
  });

  test.each(TAKEN)('and takes a $kind that the laws take', async (object) => {
    expect(await asked(object)).toMatchObject({ code: 0, stderr: '' });
  });

  function asked(object: PlainObject) {
    const args = ['apply', '--server-side', '--validate=strict', '--dry-run=server', '-f', '-'];
    return cluster().kubectl.run(args, { input: JSON.stringify(object) });
  }
}
