import type { Kubectl } from '../kubectl';
import { until } from '../wait';
import { atOnce } from './at-once';
import { IN_TIME_START, LATE_BUDGET, SHOP } from './fleets';
import { type RunningPod, restarts, startSeconds, TenantPods, WAIT_SECONDS } from './pods';
import type { Site } from './site';

const PERIOD = 5;

interface ProbeEvent {
  readonly message: string;
  readonly count?: number;
  readonly firstTimestamp: string;
  readonly lastTimestamp: string;
}

/** How a start ended that took too long, in seconds after it began. */
interface EndOfStart {
  readonly seconds: number;
  /** By how much the kubelet's questions came closer to each other than it was told to ask them. */
  readonly haste: number;
}

/** What a start comes to that is slow. */
export function describeStarts(site: () => Site): void {
  const late = atOnce(() => endOfLateStart(site()));
  const inTime = atOnce(() => new TenantPods(site().kubectl, 'shop', SHOP.inTime).theReady());

  test('a start that takes less than its budget is left to itself', async () => {
    const pod = await inTime();
    expect(restarts(pod)).toBe(0);
    expect(startSeconds(pod)).toBeGreaterThanOrEqual(IN_TIME_START);
  });

  test('a start that takes more than its budget is ended and begun again, and not before', async () => {
    const { seconds, haste } = await late();
    console.log(`a start with a budget of ${LATE_BUDGET} s was ended after ${seconds} s, haste ${haste} s`);
    // Both times are told in whole seconds.
    expect(seconds).toBeGreaterThanOrEqual(LATE_BUDGET - 1 - haste);
  });
}

async function endOfLateStart({ kubectl }: Site): Promise<EndOfStart> {
  const pods = new TenantPods(kubectl, 'shop', SHOP.late);
  // The node has all pods to start at once: the start that is too long begins when its turn has come.
  await until('the first start of a late start', WAIT_SECONDS, async () => {
    const [one] = await pods.all();
    return one !== undefined && (runsSince(one) ?? firstStart(one)) !== undefined;
  });
  const pod = await until('a restart of a late start', WAIT_SECONDS, async () => {
    const [one] = await pods.all();
    // The count of restarts is told before what is known of the start that has ended.
    return one !== undefined && restarts(one) > 0 && firstStart(one) !== undefined && one;
  });
  const began = firstStart(pod) ?? '';
  const killings = await eventsOf(kubectl, pod, 'Killing', 'failed startup probe, will be restarted');
  const questions = await eventsOf(kubectl, pod, 'Unhealthy', 'Startup probe failed');
  const asked = questions.reduce((sum, { count = 1 }) => sum + count, 0);
  const first = Math.min(...questions.map(({ firstTimestamp }) => Date.parse(firstTimestamp)));
  const last = Math.max(...questions.map(({ lastTimestamp }) => Date.parse(lastTimestamp)));
  const killed = Math.min(...killings.map(({ firstTimestamp }) => Date.parse(firstTimestamp)));
  return {
    seconds: (killed - Date.parse(began)) / 1000,
    haste: Math.max(0, (asked - 1) * PERIOD - (last - first) / 1000),
  };
}

function firstStart({ status }: RunningPod): string | undefined {
  return status.containerStatuses?.[0]?.lastState?.terminated?.startedAt;
}

function runsSince({ status }: RunningPod): string | undefined {
  return status.containerStatuses?.[0]?.state.running?.startedAt;
}

// The kubelet tells what it did a moment after it has done it.
async function eventsOf(
  kubectl: Kubectl,
  { metadata }: RunningPod,
  reason: string,
  text: string,
): Promise<ProbeEvent[]> {
  return until(`the event ${reason}`, 30, async () => {
    const selector = `--field-selector=involvedObject.name=${metadata.name},reason=${reason}`;
    const { items } = await kubectl.get<{ items: readonly ProbeEvent[] }>('events', '-n', 'shop', selector);
    const found = items.filter(({ message }) => message.includes(text));
    return found.length > 0 && found;
  });
}
