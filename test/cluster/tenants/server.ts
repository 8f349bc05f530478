import type { Kubectl } from '../kubectl';
import { until } from '../wait';
import { type RunningPod, WAIT_SECONDS } from './pods';

const ANSWER_SECONDS = 30;

/** What a server answers. */
export interface ServerAnswer {
  readonly pod: string;
  readonly release: string;
  readonly uid: number;
  readonly gid: number;
  readonly generation: string;
  readonly jvmMemOpts: string;
  readonly heap: readonly string[];
  /** Hash of the `deployment.toml` that it started with. */
  readonly configuration: string;
}

/** What a server says about itself. */
export interface AboutServer {
  readonly release: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** Hash of each file of the home when the server started. */
  readonly started: Readonly<Record<string, string>>;
  /** The files of the home as they are now. */
  readonly now: Readonly<Record<string, HomeFile>>;
  /** What it read in `password-tmp`; empty if there was none. */
  readonly password: string;
  readonly diagnostics: boolean;
  readonly drainSeconds: number;
}

interface HomeFile {
  readonly hash: string;
  readonly user: number;
  readonly writable: boolean;
}

/** What has an address: a pod, or what stands for one. */
interface Addressed {
  readonly status: Pick<RunningPod['status'], 'podIP'>;
}

/** Asks the server of a pod. */
export async function answerOf(pod: Addressed, path = '/', seconds = ANSWER_SECONDS): Promise<ServerAnswer> {
  return (await ask(pod, path, seconds)) as ServerAnswer;
}

/** Asks the server of a pod about itself. */
export async function aboutOf(pod: Addressed): Promise<AboutServer> {
  return (await ask(pod, '/about', ANSWER_SECONDS)) as AboutServer;
}

async function ask({ status }: Addressed, path: string, seconds: number): Promise<unknown> {
  const signal = AbortSignal.timeout(seconds * 1000);
  const response = await fetch(`http://${status.podIP}:8290${path}`, { signal });
  if (response.status !== 200) throw new Error(`${path} must be answered with 200, got ${response.status}`);
  return response.json();
}

/**
 * The address of a tenant's Service, once it leads to a pod. kube-proxy learns of a Service by itself, some time after
 * its pods are ready; a connection that was begun before that goes nowhere for as long as it is tried.
 */
export async function servingAddress(kubectl: Kubectl, namespace: string, service: string): Promise<string> {
  const path = 'jsonpath={.spec.clusterIP}';
  const address = await kubectl.ok(['-n', namespace, 'get', 'service', service, '-o', path]);
  return until(`an answer of the Service ${service}`, WAIT_SECONDS, async () => {
    const { status } = await fetch(`http://${address}:8290/`, { signal: AbortSignal.timeout(2000) });
    return status === 200 && address;
  });
}
