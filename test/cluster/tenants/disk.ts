import { blockOf } from '../guide';
import { until } from '../wait';
import { atOnce } from './at-once';
import { DISK_MEBIBYTES, SHOP } from './fleets';
import { type RunningPod, TenantPods, WAIT_SECONDS } from './pods';
import { answerOf } from './server';
import type { Site } from './site';

const PODS = 2;
const MODEST_MEBIBYTES = DISK_MEBIBYTES / 4;

interface Filled {
  readonly failed: RunningPod;
  /** That is ready when the failed one is replaced. */
  readonly ready: readonly string[];
  /** That filled less. */
  readonly modest: string;
  /** What the documented command says of that one. */
  readonly measured: string;
}

/** What becomes of a pod that fills the disk of its node. */
export function describeDisk(site: () => Site): void {
  const evicted = atOnce(() => filledAndEvicted(site()));

  test('a pod that fills more than its disk is evicted and replaced, and one that fills less is not', async () => {
    const { failed, ready, modest } = await evicted();
    expect(failed.status.reason).toBe('Evicted');
    expect(failed.status.message).toContain(`exceeds the total limit of containers ${DISK_MEBIBYTES}Mi`);
    expect(ready).not.toContain(failed.metadata.name);
    expect(ready).toContain(modest);
  });

  test('the command of docs/operating.md tells how much a pod has unpacked and logged', async () => {
    const { measured } = await evicted();
    const [unpacked, tmp, , logs] = measured.split(/\s+/);
    expect([tmp, logs]).toEqual(['tmp', 'repository/logs']);
    expect(Number(unpacked)).toBeGreaterThanOrEqual(MODEST_MEBIBYTES);
    expect(Number(unpacked)).toBeLessThan(DISK_MEBIBYTES);
  });
}

async function filledAndEvicted({ kubectl }: Site): Promise<Filled> {
  const pods = new TenantPods(kubectl, 'shop', SHOP.greedy);
  const [greedy, modest] = await pods.ready(PODS);
  if (greedy === undefined || modest === undefined) throw new Error(`${SHOP.greedy} must have ${PODS} pods`);
  const began = Date.now();
  await answerOf(modest, `/fill?mib=${MODEST_MEBIBYTES}`, 60);
  const [, measure = ''] = blockOf('docs/operating.md', 'du -sm').split("'");
  const measured = await pods.run(modest, measure);
  // It may be evicted before it has answered.
  await answerOf(greedy, `/fill?mib=${2 * DISK_MEBIBYTES}`, 60).catch(() => undefined);
  const failed = await until('an eviction', WAIT_SECONDS, async () => {
    const now = (await pods.all()).find(({ metadata }) => metadata.uid === greedy.metadata.uid);
    return now?.status.phase === 'Failed' && now;
  });
  console.log(`a pod that filled its disk was evicted after ${Math.round((Date.now() - began) / 1000)} s`);
  const ready = await pods.ready(PODS);
  return { failed, ready: ready.map(({ metadata }) => metadata.name), modest: modest.metadata.name, measured };
}
