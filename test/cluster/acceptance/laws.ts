import {
  type PlainObject,
  REFUSED_BUDGETS,
  REFUSED_POLICIES,
  REFUSED_SCALERS,
  REFUSED_SELECTORS,
  REFUSED_STANDARDS,
  TAKEN_OBJECTS,
} from '../../refused-objects';
import {
  REFUSED_AMOUNTS,
  REFUSED_PLACES,
  REFUSED_PODS,
  REFUSED_PROBES,
  REFUSED_VARIABLES,
  TAKEN_PODS,
} from '../../refused-pods';
import { REFUSED_INGRESSES, REFUSED_SERVICES, TAKEN_SERVICES } from '../../refused-services';
import { REFUSED_VOLUMES, TAKEN_VOLUMES } from '../../refused-volumes';
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
  ...REFUSED_STANDARDS,
  ...REFUSED_SCALERS,
  ...REFUSED_PODS,
  ...REFUSED_PLACES,
  ...REFUSED_PROBES,
  ...REFUSED_AMOUNTS,
  ...REFUSED_VARIABLES,
  ...REFUSED_VOLUMES,
];
const TAKEN = [...TAKEN_OBJECTS, ...TAKEN_PODS, ...TAKEN_SERVICES, ...TAKEN_VOLUMES, ...TAKEN_WORKLOADS];

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
