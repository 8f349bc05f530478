import { type } from '../shell';
import { until } from '../wait';
import { atOnce } from './at-once';
import { type RunningPod, TenantPods, WAIT_SECONDS } from './pods';
import type { Site } from './site';

interface Stopped {
  readonly whileStopped: readonly RunningPod[];
  readonly afterStart: readonly RunningPod[];
}

/** The commands that a workload of `dist/` says about itself. */
export function describeOperation(site: () => Site): void {
  const signpost = atOnce(() => stoppedAndStarted(site(), 'platform', 'deployment/signpost', 2));

  test('the commands in the description of a workload stop it and start it', async () => {
    const { whileStopped, afterStart } = await signpost();
    expect(whileStopped).toEqual([]);
    expect(afterStart).toHaveLength(2);
  });
}

async function stoppedAndStarted(
  { cluster, kubectl }: Site,
  namespace: string,
  workload: string,
  count: number,
): Promise<Stopped> {
  const pods = new TenantPods(kubectl, namespace, workload.split('/')[1] ?? '');
  await pods.ready(count);
  const path = 'jsonpath={.metadata.annotations.kubernetes\\.io/description}';
  const description = await kubectl.ok(['-n', namespace, 'get', workload, '-o', path]);
  const [, stop = '', start = ''] = /Stop: (kubectl [^;]+); start: (kubectl [^;]+)/.exec(description) ?? [];
  await type(stop, cluster);
  await until(`the end of ${workload}`, WAIT_SECONDS, async () => (await pods.all()).length === 0);
  const whileStopped = await pods.all();
  await type(start, cluster);
  return { whileStopped, afterStart: await pods.ready(count) };
}
