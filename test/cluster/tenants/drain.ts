import { atOnce } from './at-once';
import { SHOP } from './fleets';
import { type LoadResult, SteadyLoad } from './load';
import { TenantPods } from './pods';
import { applyShop, type Site } from './site';

const PODS = 2;

/** What becomes of requests while a tenant is updated. */
export function describeDrain(site: () => Site): void {
  const drained = atOnce(() => updatedUnderLoad(site(), SHOP.drained));
  const undrained = atOnce(() => updatedUnderLoad(site(), SHOP.undrained));
  const unwaited = atOnce(() => updatedUnderLoad(site(), SHOP.unwaited));

  describe('an update under steady load', () => {
    test('loses no request', async () => {
      const { answered, lost, pods } = await drained();
      expect(lost).toEqual([]);
      expect(answered).toBeGreaterThan(500);
      expect(pods.size).toBeGreaterThanOrEqual(2 * PODS);
    });

    test('loses requests on kept connections when the drain is taken out of the manifest', async () => {
      expect((await undrained()).lost.length).toBeGreaterThan(0);
    });

    test('loses requests on new connections when the server stops before the cluster knows', async () => {
      expect((await unwaited()).lost.length).toBeGreaterThan(0);
    });
  });
}

async function updatedUnderLoad(site: Site, tenant: string): Promise<LoadResult> {
  const { kubectl } = site;
  const pods = new TenantPods(kubectl, 'shop', tenant);
  await pods.ready(PODS);
  const address = await kubectl.ok(['-n', 'shop', 'get', 'service', tenant, '-o', 'jsonpath={.spec.clusterIP}']);
  const began = Date.now();
  const load = new SteadyLoad(address);
  try {
    await applyShop(site, 'second', tenant);
    await pods.rolledOut(PODS);
  } finally {
    const { answered, lost } = await load.stop();
    const kinds = [...new Set(lost)].join(', ');
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`${tenant}: ${answered} answered, ${lost.length} lost in ${seconds} s ${kinds}`);
  }
  return load.stop();
}
