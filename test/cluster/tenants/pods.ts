import type { Kubectl } from '../kubectl';
import { until } from '../wait';
import { listedPods } from './shared-list';

/** What is waited for is not what is judged: on a busy machine one pod takes half a minute to end and another to start. */
export const WAIT_SECONDS = 110;

/** A pod, as far as the tests of containers go into it. */
export interface RunningPod {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly deletionTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: { readonly terminationGracePeriodSeconds?: number };
  readonly status: {
    readonly phase?: string;
    readonly reason?: string;
    readonly message?: string;
    readonly podIP?: string;
    readonly conditions?: readonly Condition[];
    readonly containerStatuses?: readonly ContainerStatus[];
  };
}

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly lastTransitionTime: string;
}

interface ContainerStatus {
  readonly restartCount: number;
  readonly state: { readonly running?: { readonly startedAt: string } };
  readonly lastState?: { readonly terminated?: { readonly startedAt: string } };
}

/** The pods of one tenant. */
export class TenantPods {
  constructor(
    private readonly kubectl: Kubectl,
    private readonly namespace: string,
    private readonly tenant: string,
  ) {}

  /** All that are there, those that end included. */
  async all(): Promise<readonly RunningPod[]> {
    const pods = await listedPods(this.kubectl);
    return pods.filter(({ metadata: { namespace, labels = {} } }) => {
      return namespace === this.namespace && labels['app.kubernetes.io/instance'] === this.tenant;
    });
  }

  /** The pods that are ready and stay, once there are that many. */
  async ready(count: number, seconds = WAIT_SECONDS): Promise<readonly RunningPod[]> {
    return until(`${count} ready pods of ${this.tenant}`, seconds, async () => {
      const pods = await this.all();
      const ready = pods.filter((pod) => pod.metadata.deletionTimestamp === undefined && readySince(pod) !== undefined);
      if (ready.length !== count) throw new Error(`${ready.length} of ${pods.length}`);
      return ready;
    });
  }

  /** Its one pod, once it is ready. */
  async theReady(seconds?: number): Promise<RunningPod> {
    const [pod] = await this.ready(1, seconds);
    if (pod === undefined) throw new Error(`${this.tenant} must have a pod`);
    return pod;
  }

  /** The one pod that follows another, once it is ready. */
  async successorOf({ metadata }: RunningPod, seconds = WAIT_SECONDS): Promise<RunningPod> {
    return until(`a successor of ${metadata.name}`, seconds, async () => {
      const pod = await this.theReady(1);
      return pod.metadata.uid !== metadata.uid && pod;
    });
  }

  /** Runs a line of shell in a container of a pod. */
  async run({ metadata }: RunningPod, line: string, container = 'micro-integrator'): Promise<string> {
    const args = ['exec', '-n', this.namespace, metadata.name, '-c', container, '--', 'sh', '-c', line];
    return (await this.kubectl.ok(args)).trim();
  }

  /**
   * Begins a line of shell that ends the container that it runs in. It is left to itself, so that the end of the
   * container does not reach the command that began it.
   */
  async runLate(pod: RunningPod, line: string): Promise<void> {
    await this.run(pod, `(sleep 1; ${line}) >/dev/null 2>&1 &`);
  }

  /** Has its pods deleted and no others made; does not wait until they are gone. */
  async stop(): Promise<void> {
    await this.kubectl.ok(['-n', this.namespace, 'scale', `deployment/${this.tenant}`, '--replicas=0']);
  }

  /** Runs a command on the workload, such as `rollout pause`. */
  async rollout(...words: readonly string[]): Promise<void> {
    await this.kubectl.ok(['-n', this.namespace, 'rollout', ...words, `deployment/${this.tenant}`], {
      timeoutSeconds: 120,
    });
  }

  /** Waits until an update has come to its end and the pods before it are gone. */
  async rolledOut(count: number): Promise<readonly RunningPod[]> {
    await this.rollout('status', '--timeout=110s');
    return until(`the end of the pods before those of ${this.tenant}`, WAIT_SECONDS, async () => {
      const pods = await this.all();
      return pods.length === count && pods;
    });
  }
}

/** Since when a pod is ready; undefined while it is not. */
export function readySince({ status }: RunningPod): number | undefined {
  const ready = status.conditions?.find(({ type }) => type === 'Ready');
  return ready?.status === 'True' ? Date.parse(ready.lastTransitionTime) : undefined;
}

/** How often the server of a pod was started again. */
export function restarts({ status }: RunningPod): number {
  return status.containerStatuses?.[0]?.restartCount ?? 0;
}

/** For how many seconds a pod's server had run when it was ready, to the second. */
export function startSeconds(pod: RunningPod): number {
  const started = pod.status.containerStatuses?.[0]?.state.running?.startedAt ?? '';
  return ((readySince(pod) ?? Number.NaN) - Date.parse(started)) / 1000;
}
