import { createHash } from 'node:crypto';
import { homeOf } from '../image/stand-in';
import { factsOf, STAND_IN_RELEASES } from '../stand-in/releases';
import { until } from '../wait';
import { atOnce } from './at-once';
import { LATE_BUDGET, releasesFleet, SHOP, tenantOf } from './fleets';
import { objectsOf } from './manifests';
import { answerOf, type RunningPod, restarts, startSeconds, TenantPods } from './pods';
import type { Site } from './site';

/** How the pods of each release start, and what a start that is too slow comes to. */
export function describeStarts(site: () => Site): void {
  const late = atOnce(async () => {
    const pods = new TenantPods(site().kubectl, 'shop', SHOP.late);
    return until('a restart of a late start', 100, async () => {
      const [pod] = await pods.all();
      return pod !== undefined && restarts(pod) > 0 && pod;
    });
  });
  const inTime = atOnce(() => new TenantPods(site().kubectl, 'shop', SHOP.inTime).theReady());

  const started = STAND_IN_RELEASES.map((release) => {
    const pods = () => new TenantPods(site().kubectl, 'releases', tenantOf(release));
    return { release, pods, ready: atOnce(() => pods().theReady()) };
  });

  describe.each(started)('a pod of $release', ({ release, pods, ready }) => {
    const name = tenantOf(release);
    const { user, healthz, liveness, logs } = factsOf(release);

    test('starts within its budget, with its user and its heap', async () => {
      const pod = await ready();
      expect(restarts(pod)).toBe(0);
      const heap = ['-Xms40m', '-Xmx40m'];
      const said = { release, uid: user, gid: user, heap, jvmMemOpts: heap.join(' ') };
      expect(await answerOf(pod)).toMatchObject(said);
      console.log(`${release}: ready ${startSeconds(pod)} s after its start`);
    });

    test('has its probes and log files', async () => {
      const pod = await ready();
      expect(await statusOf(pod, '9201/healthz')).toBe(healthz ? 200 : 404);
      expect(await statusOf(pod, '9201/liveness')).toBe(liveness ? 200 : 404);
      const files = await pods().run(pod, `ls ${homeOf(release)}/repository/logs`);
      expect(files.split('\n')).toEqual([...logs].sort());
    });

    test('reads its rendered configuration, and may write it', async () => {
      const pod = await ready();
      const rendered = renderedConfiguration(name);
      expect((await answerOf(pod)).configuration).toBe(createHash('sha256').update(rendered).digest('hex'));
      const file = `${homeOf(release)}/conf/deployment.toml`;
      expect(await pods().run(pod, `echo '# written' >>${file} && cat ${file}`)).toBe(`${rendered}# written`);
    });
  });

  test('a start that takes less than its budget is left to itself', async () => {
    const pod = await inTime();
    expect(restarts(pod)).toBe(0);
    expect(startSeconds(pod)).toBeGreaterThanOrEqual(8);
  });

  test('a start that takes more than its budget is ended and begun again, and not before', async () => {
    const pod = await late();
    const killed = await killedAt(site(), pod);
    const began = pod.status.containerStatuses?.[0]?.lastState?.terminated?.startedAt ?? '';
    const seconds = (killed - Date.parse(began)) / 1000;
    console.log(`a start with a budget of ${LATE_BUDGET} s was ended after ${seconds} s`);
    // Both times are told in whole seconds.
    expect(seconds).toBeGreaterThanOrEqual(LATE_BUDGET - 1);
    expect(seconds).toBeLessThan(LATE_BUDGET + 10);
  });
}

async function statusOf({ status }: RunningPod, path: string): Promise<number> {
  return (await fetch(`http://${status.podIP}:${path}`, { signal: AbortSignal.timeout(10_000) })).status;
}

interface KillEvent {
  readonly message: string;
  readonly firstTimestamp: string;
}

async function killedAt({ kubectl }: Site, { metadata }: RunningPod): Promise<number> {
  const selector = `--field-selector=involvedObject.name=${metadata.name},reason=Killing`;
  const events = await kubectl.get<{ items: readonly KillEvent[] }>('events', '-n', 'shop', selector);
  const killing = events.items.find(({ message }) => message.includes('failed startup probe, will be restarted'));
  return Date.parse(killing?.firstTimestamp ?? '');
}

function renderedConfiguration(tenant: string): string {
  const config = objectsOf(releasesFleet()).find(
    ({ kind, metadata }) => kind === 'ConfigMap' && metadata.name.startsWith(`${tenant}-config-`),
  );
  return config?.data?.['deployment.toml'] ?? '';
}
