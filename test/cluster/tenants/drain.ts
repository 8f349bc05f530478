import { until } from '../wait';
import { atOnce } from './at-once';
import { SHOP } from './fleets';
import { stoppedInWork } from './in-flight';
import { type LoadResult, SteadyLoad } from './load';
import { restarts, TenantPods, WAIT_SECONDS } from './pods';
import { SECOND } from './rich';
import { servingAddress } from './server';
import { applyShop, type Site } from './site';

const PODS = 2;
// A slow machine may fall short of what its clients would ask; with less the load would not be steady.
const LEAST_ANSWERED = 100;
// Within the drain of its release, and well beyond the end of a pod that does not drain.
const REQUEST_MILLISECONDS = 50_000;

/** What becomes of requests while a tenant is updated. */
export function describeDrain(site: () => Site): void {
  const drained = atOnce(() =>
    underLoad(site(), SHOP.drained, async (pods) => {
      await applyShop(site(), SHOP.drained, { words: SECOND });
      await pods.rolledOut(PODS);
    }),
  );
  const undrained = atOnce(async () => {
    const pods = new TenantPods(site().kubectl, 'shop', SHOP.undrained);
    return stoppedInWork(pods, await pods.theReady(), REQUEST_MILLISECONDS);
  });
  const unwaited = atOnce(() => underLoad(site(), SHOP.unwaited, stoppedAtOnce));

  test('a pod loses what it has in work when it is told to stop and the drain is taken out of the manifest', async () => {
    expect(await undrained()).toBe('lost');
  });

  describe('under steady load', () => {
    test('an update loses no request', async () => {
      const { answered, lost, pods } = await drained();
      expect(lost).toEqual([]);
      expect(answered).toBeGreaterThan(LEAST_ANSWERED);
      expect(pods.size).toBeGreaterThanOrEqual(2 * PODS);
    });

    test('a server that stops before the cluster knows loses requests on new connections', async () => {
      const { lost } = await unwaited();
      expect(lost.filter((problem) => problem.includes('ECONNREFUSED')).length).toBeGreaterThan(0);
    });
  });
}

async function underLoad(
  { kubectl }: Site,
  tenant: string,
  change: (pods: TenantPods, load: SteadyLoad) => Promise<void>,
): Promise<LoadResult> {
  const pods = new TenantPods(kubectl, 'shop', tenant);
  await pods.ready(PODS);
  const address = await servingAddress(kubectl, 'shop', tenant);
  const began = Date.now();
  const load = new SteadyLoad(address);
  try {
    await until('answers of all pods', WAIT_SECONDS, () => load.answering.size === PODS);
    await change(pods, load);
  } finally {
    const { answered, lost } = await load.stop();
    const kinds = [...new Set(lost)].join(', ');
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`${tenant}: ${answered} answered, ${lost.length} lost in ${seconds} s ${kinds}`);
  }
  return load.stop();
}

// As the hook of a pod that does not wait for its endpoints to leave. Who is faster then, the hook or kube-proxy, is a
// race that a slow machine wins; nobody told the cluster of this one, so that it learns it from the end of the server.
async function stoppedAtOnce(pods: TenantPods): Promise<void> {
  const [pod] = await pods.ready(PODS);
  if (pod === undefined) throw new Error(`${SHOP.unwaited} must have pods`);
  await pods.runLate(pod, 'sh "$WSO2_SERVER_HOME/bin/micro-integrator.sh" stop');
  await until('the restart of the stopped server', WAIT_SECONDS, async () =>
    (await pods.ready(PODS, 1)).some((one) => restarts(one) > 0),
  );
}
