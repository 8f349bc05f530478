import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './build/cache';
import type { Cluster } from './cluster';
import type { Kubectl } from './kubectl';
import { OwnedProcess } from './owned-process';
import { KUBERNETES } from './versions';
import { until } from './wait';

/** A pod, as far as the tests go into it. */
export interface Pod {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly deletionTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
  readonly spec: { readonly serviceAccountName: string; readonly nodeName?: string };
  readonly status: {
    readonly podIP?: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
}

/** Namespace and name of a tenant's objects. Its pods are known by their service account, not by a selector. */
export interface TenantName {
  readonly namespace: string;
  readonly name: string;
}

interface PodEvent {
  readonly type: string;
  readonly object: Pod;
}

interface PodList {
  readonly metadata: { readonly resourceVersion: string };
  readonly items: readonly Pod[];
}

type Pods = ReadonlyMap<string, Pod>;

const PODS = '/api/v1/pods';
const SETTLE_SECONDS = 20;

/** Whether a pod takes requests: it is ready and nobody has told it to go. */
export function isReady({ metadata, status }: Pod): boolean {
  const ready = status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
  return ready === true && metadata.deletionTimestamp === undefined;
}

/** Whether a pod is one of a tenant's. */
export function isOf({ namespace, name }: TenantName): (pod: Pod) => boolean {
  return ({ metadata, spec }) => metadata.namespace === namespace && spec.serviceAccountName === name;
}

/** The pods of all namespaces, now. */
export async function podsNow(kubectl: Kubectl): Promise<readonly Pod[]> {
  return (await podList(kubectl)).items;
}

/** What the pods of a cluster were at each moment of a time: one set of pods after each event. */
export class PodHistory {
  constructor(private readonly moments: readonly Pods[]) {}

  /** The largest number of a tenant's pods at one moment; each counts until it is deleted for good. */
  most(tenant: TenantName): number {
    return Math.max(...this.counts(isOf(tenant)));
  }

  /** The smallest number of a tenant's ready pods at one moment. */
  leastReady(tenant: TenantName): number {
    return this.leastReadyOf(isOf(tenant));
  }

  /** The smallest number of ready pods of some at one moment. */
  leastReadyOf(counted: (pod: Pod) => boolean): number {
    return Math.min(...this.counts((pod) => counted(pod) && isReady(pod)));
  }

  /** How many pods of a tenant there were, one after the other or at once. */
  generations(tenant: TenantName): number {
    const uids = this.moments.flatMap((pods) =>
      [...pods.values()].filter(isOf(tenant)).map(({ metadata }) => metadata.uid),
    );
    return new Set(uids).size;
  }

  /** The largest number of different kinds of pods at one moment; a pod without a kind is not looked at. */
  mostKinds(kindOf: (pod: Pod) => string | undefined): number {
    return Math.max(
      ...this.moments.map((pods) => new Set([...pods.values()].flatMap((pod) => kindOf(pod) ?? [])).size),
    );
  }

  private counts(counted: (pod: Pod) => boolean): number[] {
    return this.moments.map((pods) => [...pods.values()].filter(counted).length);
  }
}

/** Every change of every pod of a cluster, as its API server tells them: one watch that misses nothing. */
export class PodWatch {
  /** Starts to watch. */
  static async start({ kubectl, kubeconfig, folder }: Cluster): Promise<PodWatch> {
    const { metadata, items } = await podList(kubectl);
    const log = join(folder, 'pods.jsonl');
    const path = `${PODS}?watch=true&resourceVersion=${metadata.resourceVersion}`;
    const file = program(KUBERNETES.newest, 'kubectl');
    const process = OwnedProcess.start({
      name: 'pod watch',
      file,
      args: ['--kubeconfig', kubeconfig, 'get', '--raw', path],
      log,
    });
    return new PodWatch(kubectl, process, log, items);
  }

  private readonly moments: Pods[];
  private read = 0;

  private constructor(
    private readonly kubectl: Kubectl,
    private readonly process: OwnedProcess,
    private readonly log: string,
    before: readonly Pod[],
  ) {
    this.moments = [new Map(before.map((pod) => [pod.metadata.uid, pod]))];
  }

  /** What the pods were from before an action until all that it led to was told. */
  async during(action: () => Promise<unknown>): Promise<PodHistory> {
    await this.upToDate();
    const before = this.moments.length - 1;
    await action();
    await this.upToDate();
    return new PodHistory(this.moments.slice(before));
  }

  /** Ends it. */
  async stop(): Promise<void> {
    await this.process.stop();
  }

  // The history is whole when it ends in what a list says.
  private async upToDate(): Promise<void> {
    await until('the pods that a list shows', SETTLE_SECONDS, async () => {
      const { items } = await podList(this.kubectl);
      this.take();
      const listed = items.map(versionOf).sort().join();
      return [...this.now().values()].map(versionOf).sort().join() === listed;
    });
  }

  private now(): Pods {
    return this.moments.at(-1) ?? new Map();
  }

  private take(): void {
    const failure = this.process.failure();
    if (failure !== undefined) throw failure;
    const told = readFileSync(this.log).subarray(this.read);
    const whole = told.subarray(0, told.lastIndexOf('\n') + 1);
    this.read += whole.length;
    for (const line of whole.toString().split('\n').slice(0, -1)) {
      this.moments.push(after(this.now(), JSON.parse(line) as PodEvent));
    }
  }
}

function after(pods: Pods, { type, object }: PodEvent): Pods {
  if (!['ADDED', 'MODIFIED', 'DELETED'].includes(type)) throw new Error(`an event must be of a pod, got ${type}`);
  const next = new Map(pods);
  if (type === 'DELETED') next.delete(object.metadata.uid);
  else next.set(object.metadata.uid, object);
  return next;
}

function versionOf({ metadata }: Pod): string {
  return `${metadata.uid}:${metadata.resourceVersion}`;
}

async function podList(kubectl: Kubectl): Promise<PodList> {
  return JSON.parse(await kubectl.ok(['get', '--raw', PODS])) as PodList;
}
