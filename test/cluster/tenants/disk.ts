import { until } from '../wait';
import { atOnce } from './at-once';
import { DISK_MEBIBYTES, SHOP } from './fleets';
import { answerOf, TenantPods } from './pods';
import type { Site } from './site';

// The kubelet looks every 10 s, at figures that the runtime takes every 10 s.
const EVICTION_SECONDS = 100;

/** What becomes of a pod that fills the disk of its node. */
export function describeDisk(site: () => Site): void {
  const evicted = atOnce(async () => {
    const pods = new TenantPods(site().kubectl, 'shop', SHOP.greedy);
    const pod = await pods.theReady();
    const began = Date.now();
    await answerOf(pod, `/fill?mib=${2 * DISK_MEBIBYTES}`, 60);
    const failed = await until('an eviction', EVICTION_SECONDS, async () => {
      const now = (await pods.all()).find(({ metadata }) => metadata.uid === pod.metadata.uid);
      return now?.status.phase === 'Failed' && now;
    });
    console.log(`a pod that filled its disk was evicted after ${Math.round((Date.now() - began) / 1000)} s`);
    return { failed, successor: await pods.successorOf(pod) };
  });

  test('a pod that fills more than its disk is evicted, and another takes its place', async () => {
    const { failed, successor } = await evicted();
    expect(failed.status.reason).toBe('Evicted');
    expect(failed.status.message).toContain(`exceeded its local ephemeral storage limit "${DISK_MEBIBYTES}Mi"`);
    expect(successor.metadata.uid).not.toBe(failed.metadata.uid);
  });
}
