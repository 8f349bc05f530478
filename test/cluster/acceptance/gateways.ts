import type { Cluster } from '../cluster';
import { BEFORE, fleetFiles } from '../gateways/site';
import { unlikeKept } from '../whole-objects';

/** The fleets of `gateways.cluster.ts`, which runs on the newest minor. */
export function describeGateways(cluster: () => Cluster): void {
  test('every object for every gateway is taken to the last field', async () => {
    const { kubectl } = cluster();
    await kubectl.apply(...BEFORE);
    const args = ['apply', '--server-side', '--validate=strict', '-f', '-'];
    expect(await kubectl.run(args, { input: fleetFiles().join('\n---\n') })).toMatchObject({ code: 0, stderr: '' });
    expect(await unlikeKept(kubectl, fleetFiles())).toEqual([]);
  });
}
