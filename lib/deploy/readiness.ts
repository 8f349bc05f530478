import { setTimeout as sleep } from 'node:timers/promises';
import { UNIT_LABEL } from '../core/managed-by';
import type { Manifest } from '../diff/manifest';
import { at, listAt, textAt } from '../review/read';
import { type Kubectl, kindName, placeOf, titleOf } from './kubectl';
import { tenantOf } from './live';
import type { Part } from './part';
import { WAITED } from './phase';
import type { Teller } from './teller';

/** How long is waited. */
export interface Patience {
  /** For a workload to be ready, in seconds. */
  readonly timeout: number;
  /** For a pod that fails to recover by itself, in seconds. */
  readonly failing: number;
}

/** A workload that does not get ready. */
export interface Failure {
  readonly workload: Manifest;
  readonly reason: string;
  /** Events and the last lines of logs. */
  readonly details: readonly string[];
}

const BROKEN =
  /^(ImagePullBackOff|ErrImagePull|InvalidImageName|ErrImageNeverPull|Create\w+Error|RunContainerError|CrashLoopBackOff)$/;
const POLL_MILLISECONDS = 1000;
const EVENTS = 5;
const LINES = 10;

/** Waits until the workloads of a part are ready; gives the first that is not going to be. */
export async function untilReady(
  kubectl: Kubectl,
  part: Part,
  patience: Patience,
  teller: Teller,
): Promise<Failure | undefined> {
  const watch = new BrokenPods(kubectl, part, patience.failing);
  for (const workload of part.objects.filter(({ kind }) => WAITED.has(kind))) {
    const failure = await Promise.race([
      rolledOut(kubectl, workload, patience.timeout, watch.ended.signal, (line) => teller.now(`${part.id}: ${line}`)),
      watch.firstOf(workload),
    ]).finally(() => watch.end());
    if (failure !== undefined) {
      return { workload, ...failure };
    }
  }
  return undefined;
}

type Reason = Omit<Failure, 'workload'>;

async function rolledOut(
  kubectl: Kubectl,
  workload: Manifest,
  seconds: number,
  signal: AbortSignal,
  onLine: (line: string) => void,
): Promise<Reason | undefined> {
  const how =
    workload.kind === 'Rollout'
      ? ['wait', '--for=jsonpath={.status.phase}=Healthy', kindName(workload)]
      : ['rollout', 'status', `${workload.kind.toLowerCase()}/${workload.metadata.name}`];
  const args = [...how, ...placeOf(workload), `--timeout=${seconds}s`];
  const { code, stderr } = await kubectl.run(args, { onLine, signal });
  if (code === 0 || signal.aborted) {
    return undefined;
  }
  const [pod] = await podsOf(kubectl, workload);
  return { reason: stderr.trim().replace(/^error: /, ''), details: await detailsOf(kubectl, workload, pod) };
}

/** Pods that have been failing for some time, whose workload waits in vain. */
class BrokenPods {
  public ended = new AbortController();
  private readonly since = new Map<string, number>();

  public constructor(
    private readonly kubectl: Kubectl,
    private readonly part: Part,
    private readonly seconds: number,
  ) {}

  public end(): void {
    this.ended.abort();
    this.ended = new AbortController();
  }

  /** The first of a workload; never, if there is none until the end. */
  public async firstOf(workload: Manifest): Promise<Reason | undefined> {
    const { signal } = this.ended;
    while (!signal.aborted) {
      await sleep(POLL_MILLISECONDS);
      const pods = signal.aborted ? [] : await podsOf(this.kubectl, workload).catch(() => []);
      const broken = pods.find((pod) => this.isLong(pod));
      if (broken !== undefined && !signal.aborted) {
        const [state] = brokenStates(broken);
        const reason = `pod ${broken.metadata.name}: ${textAt(state, 'reason')}: ${textAt(state, 'message') ?? ''}`;
        return { reason, details: await detailsOf(this.kubectl, workload, broken) };
      }
    }
    return new Promise(() => undefined);
  }

  private isLong(pod: Manifest): boolean {
    const uid = `${this.part.id} ${textAt(pod, 'metadata', 'uid')}`;
    if (brokenStates(pod).length === 0) {
      this.since.delete(uid);
      return false;
    }
    const since = this.since.get(uid) ?? Date.now();
    this.since.set(uid, since);
    return Date.now() - since >= this.seconds * 1000;
  }
}

function brokenStates(pod: Manifest): unknown[] {
  return ['initContainerStatuses', 'containerStatuses']
    .flatMap((list) => listAt(pod, 'status', list))
    .map((status) => at(status, 'state', 'waiting'))
    .filter((waiting) => BROKEN.test(textAt(waiting, 'reason') ?? ''));
}

/** The pods of a workload, those that are going left out, the newest first. */
async function podsOf(kubectl: Kubectl, workload: Manifest): Promise<readonly Manifest[]> {
  const labels = [UNIT_LABEL, ...(tenantOf(workload) === undefined ? [] : ['cdk8s-wso2-mi/tenant'])];
  const selector = labels.map((label) => `${label}=${textAt(workload, 'metadata', 'labels', label)}`).join();
  const pods = await kubectl.list('pods', ...placeOf(workload), `--selector=${selector}`);
  return pods
    .filter((pod) => at(pod, 'metadata', 'deletionTimestamp') === undefined)
    .sort((one, other) => (created(one) < created(other) ? 1 : -1));
}

function created(object: Manifest): string {
  return textAt(object, 'metadata', 'creationTimestamp') ?? '';
}

/** What the cluster and the pod itself said last; what cannot be had is left out. */
async function detailsOf(kubectl: Kubectl, workload: Manifest, pod: Manifest | undefined): Promise<string[]> {
  const objects = [...(pod === undefined ? [] : [pod]), workload];
  const events = await Promise.all(
    objects.map((object) =>
      kubectl.list('events', ...placeOf(workload), `--field-selector=involvedObject.name=${object.metadata.name}`),
    ),
  );
  const told = events
    .flat()
    .slice(-EVENTS)
    .map((event) => `event: ${textAt(event, 'reason')}: ${textAt(event, 'message')}`);
  const args = [
    'logs',
    pod?.metadata.name ?? '',
    ...placeOf(workload),
    '--all-containers',
    '--prefix',
    `--tail=${LINES}`,
  ];
  const { code, stdout } = pod === undefined ? { code: 1, stdout: '' } : await kubectl.run(args);
  const lines = code === 0 ? stdout.split('\n').filter((line) => line !== '') : [];
  return [...told, ...lines.map((line) => `log: ${line}`)];
}

/** A failure for people. */
export function failureText(id: string, { workload, reason, details }: Failure): string {
  return [`${id}: ${titleOf(workload)} does not get ready: ${reason}`, ...details.map((line) => `  ${line}`)].join(
    '\n',
  );
}
