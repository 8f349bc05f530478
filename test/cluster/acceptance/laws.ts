import { REFUSED_STANDARDS, TAKEN_NAMESPACES } from '../../plain-objects/namespaces';
import type { PlainObject } from '../../plain-objects/object';
import {
  REFUSED_AMOUNTS,
  REFUSED_PLACES,
  REFUSED_PODS,
  REFUSED_PROBES,
  REFUSED_VARIABLES,
  TAKEN_PODS,
} from '../../plain-objects/pods';
import { REFUSED_POLICIES, TAKEN_POLICIES } from '../../plain-objects/policies';
import { REFUSED_SCALERS, TAKEN_SCALERS } from '../../plain-objects/scalers';
import { REFUSED_BUDGETS, REFUSED_SELECTORS, TAKEN_SELECTORS } from '../../plain-objects/selectors';
import { REFUSED_INGRESSES, REFUSED_SERVICES, TAKEN_SERVICES } from '../../plain-objects/services';
import { REFUSED_VOLUMES, TAKEN_VOLUMES } from '../../plain-objects/volumes';
import { REFUSED_CLAIMS, REFUSED_WORKLOADS, TAKEN_WORKLOADS } from '../../plain-objects/workloads';
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
const TAKEN = [
  ...TAKEN_POLICIES,
  ...TAKEN_SELECTORS,
  ...TAKEN_SCALERS,
  ...TAKEN_NAMESPACES,
  ...TAKEN_PODS,
  ...TAKEN_SERVICES,
  ...TAKEN_VOLUMES,
  ...TAKEN_WORKLOADS,
];

/** What the laws refuse of objects that somebody writes without types. */
export function describeLaws(cluster: () => Cluster): void {
  test.each(REFUSED)('the server takes no object with $what', async ({ object }) => {
    const { code, stderr } = await asked(object);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/ is invalid: |: duplicate entries for key /)]);
  });

  test.each(TAKEN)('and takes a $kind that the laws take', async (object) => {
    // It may warn.
    expect(await asked(object)).toMatchObject({ code: 0 });
  });

  function asked(object: PlainObject) {
    const args = ['apply', '--server-side', '--validate=strict', '--dry-run=server', '-f', '-'];
    return cluster().kubectl.run(args, { input: JSON.stringify(object) });
  }
}
