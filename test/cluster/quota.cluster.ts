import { fleet as dist } from '../../main';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import { untilReady } from './disruptions';
import { applyFleet, applyText, distTexts } from './dist';
import type { Kubectl } from './kubectl';
import type { OwnedProcess } from './owned-process';
import { type PodHistory, PodWatch } from './pod-watch';
import * as fleets from './quota-fleet';
import { amount, overQuota, podQuota, type QuotaUse, quotaUse } from './quota-use';
import { rolledOut } from './rolled-out';
import { addSlowNodes } from './slow-nodes';
import { needOf, quotaOf, sumOf, type TenantAtMost, tenantsAtMost, timesOf } from './tenants-at-most';
import { until } from './wait';

const { MOST_RATIONED, RATIONED, SHRUNK, STARVED, TIGHT } = fleets;
/** Old pods drain while all their successors are there. */
const POD_TIMES = { start: 300, stop: 15_000 };
/** Of `Quota.ofTenants()`. */
const HEADROOM = 2.5;

// Nodes without containers are brought into a control plane of ours, and into no other.
const describeOurs = currentKubeconfig === undefined ? describe : describe.skip;

describeOurs('the quota of a unit', () => {
  let cluster: Cluster;
  let kubectl: Kubectl;
  let kwok: OwnedProcess;
  let watch: PodWatch;

  beforeAll(async () => {
    cluster = await startCluster('newest');
    kubectl = cluster.kubectl;
    kwok = await addSlowNodes(cluster, 6, POD_TIMES);
    watch = await PodWatch.start(cluster);
  });

  afterAll(async () => {
    await watch?.stop();
    await kwok?.stop();
    await cluster?.stop();
  });

  test('a quota of the tenants admits an update at their most, and one pod less does not', async () => {
    await applyText(kubectl, ...fleets.rationed('1.0.0'));
    for (const { name, namespace } of [RATIONED, STARVED]) {
      await kubectl.ok(['scale', `deployment/${name}`, '-n', namespace, `--replicas=${MOST_RATIONED}`]);
    }
    await Promise.all([RATIONED, STARVED].map((tenant) => untilReady(kubectl, tenant, MOST_RATIONED)));
    const uses = Object.values(await until('the use of the quota', 20, () => quotaUse(kubectl, RATIONED.namespace)));
    expect(uses).toEqual(uses.map(() => MOST_RATIONED));
    const history = await watch.during(async () => {
      await applyText(kubectl, ...fleets.rationed('1.0.1'));
      await rolledOut(kubectl, RATIONED.namespace);
    });
    await until('a refusal', 60, async () => (await overQuota(kubectl, STARVED.namespace)).length > 0);
    expect(history.most(RATIONED)).toBe(2 * MOST_RATIONED);
    expect(await overQuota(kubectl, RATIONED.namespace)).toEqual([]);
  });

  test('a quota that shrinks with its tenant still holds the pods of before, and without its room it would not', async () => {
    await applyFleet(kubectl, fleets.shrinking('1.0.0'));
    await Promise.all([SHRUNK, TIGHT].map((tenant) => untilReady(kubectl, tenant, MOST_RATIONED)));
    const history = await watch.during(async () => {
      await applyFleet(kubectl, fleets.shrinking('1.0.1'));
      await rolledOut(kubectl, SHRUNK.namespace);
    });
    await until('a refusal', 20, async () => (await overQuota(kubectl, TIGHT.namespace)).length > 0);
    // Old and new beside each other, as many as there is time for.
    expect(history.most(SHRUNK)).toBeGreaterThan(MOST_RATIONED);
    expect(await overQuota(kubectl, SHRUNK.namespace)).toEqual([]);
  });

  describe('of main.ts', () => {
    const all = tenantsAtMost(dist);
    const units = [...new Set(all.map(({ namespace }) => namespace))];
    const needs = units.map((unit) => needOf(all.filter(({ namespace }) => namespace === unit)));

    beforeAll(async () => {
      await applyText(kubectl, ...distTexts());
      // Half a minute after each pod would make an update one of minutes.
      await kubectl.apply(...all.map(({ workload }) => changed(workload, { minReadySeconds: () => 1 })));
      await untilAtMost();
    });

    test('is two and a half times what its pods say that they need', async () => {
      const { hard } = await podQuota(kubectl, 'retail');
      expect(hard).toEqual(timesOf(needs[units.indexOf('retail')] ?? {}, HEADROOM));
    });

    test('without that room is filled to the last unit by its pods at their most in an update, and takes not one more', async () => {
      await bound(needs, 1);
      const history = await watch.during(async () => {
        for (const unit of units) await kubectl.ok(['rollout', 'restart', 'deployment,statefulset', '-n', unit]);
        await rolledOut(kubectl, ...units);
      });
      expect(unseen(history)).toEqual([]);
      expect(await keptOut()).toEqual([]);
      await untilAtMost();
      await untilUsed('most');
      await kubectl.apply(...all.flatMap((tenant) => podsOf(tenant, tenant.peak - tenant.most)));
      await untilUsed('peak');
      const filled = await Promise.all(units.map((unit) => podQuota(kubectl, unit)));
      expect(filled.map(({ used }) => used)).toEqual(filled.map(({ hard }) => hard));
      for (const pod of all.flatMap((tenant) => podsOf(tenant, 1, 'one-more'))) {
        await expect(kubectl.apply(pod)).rejects.toThrow('exceeded quota: quota');
      }
      await kubectl.ok(['delete', 'pods', '-A', '-l', BESIDE, '--grace-period=0', '--force']);
    });

    test('that gets half as large with its tenants still holds their pods of before', async () => {
      const half = all.map((tenant) => ({ ...tenant, pod: changed(tenant.pod, { memory }) }));
      await bound(
        units.map((unit) => needOf(half.filter(({ namespace }) => namespace === unit))),
        HEADROOM,
      );
      const history = await watch.during(async () => {
        await kubectl.apply(...all.map(({ workload }) => changed(workload, { memory, minReadySeconds: () => 1 })));
        await rolledOut(kubectl, ...units);
      });
      expect(unseen(history)).toEqual([]);
      expect(await keptOut()).toEqual([]);
    });

    /** Waits until each tenant has as many ready pods as it may have, and no other. */
    async function untilAtMost(): Promise<void> {
      for (const { namespace, name, most } of all.filter(({ peak }) => peak > 1)) {
        await kubectl.ok(['scale', `deployment/${name}`, '-n', namespace, `--replicas=${most}`]);
      }
      await Promise.all(all.map((tenant) => untilReady(kubectl, tenant, tenant.most)));
    }

    /** Waits until the quotas count that many pods of each tenant. */
    async function untilUsed(number: 'most' | 'peak'): Promise<void> {
      await until(`the use of ${number}`, 30, async () => {
        const used = await Promise.all(units.map(async (unit) => (await podQuota(kubectl, unit)).used.pods));
        const wanted = units.map((unit) =>
          sumOf(all.filter(({ namespace }) => namespace === unit).map((one) => one[number])),
        );
        return used.join() === wanted.join();
      });
    }

    /** Gives each unit the quota that holds so many times its need. */
    async function bound(needs: readonly QuotaUse[], times: number): Promise<void> {
      await kubectl.apply(...needs.map((need, index) => quotaOf(units[index] ?? '', timesOf(need, times))));
    }

    /** Tenants whose old and new pods were not seen beside each other. */
    function unseen(history: PodHistory): TenantAtMost[] {
      return all.filter((tenant) => tenant.peak > 1 && history.most(tenant) <= tenant.most);
    }

    async function keptOut(): Promise<string[]> {
      return (await Promise.all(units.map((unit) => overQuota(kubectl, unit)))).flat();
    }
  });
});

/** Label of pods that nobody but the quota counts. */
const BESIDE = 'test=beside';

function podsOf({ namespace, name, pod }: TenantAtMost, count: number, as = 'more'): object[] {
  const labels = { test: 'beside' };
  return Array.from({ length: count }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `${name}-${as}-${index}`, namespace, labels },
    spec: pod,
  }));
}

const memory = (whole: string) => `${amount(whole) / 2}`;

/** The same with other values of some fields, wherever they stand. */
function changed<T>(object: T, fields: Readonly<Record<string, (value: string) => unknown>>): T {
  return JSON.parse(JSON.stringify(object), (key, value) => fields[key]?.(value) ?? value);
}
