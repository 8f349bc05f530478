import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { NetworkPolicy } from '../../../imports/k8s';
import { groupBy } from '../../../lib/core/by-key';
import type { End, Question } from '../../network/evaluator';
import { OTHERS } from '../../network/fleet-ends';
import type { Kubectl } from '../kubectl';
import { ENDS, ENDS_IMAGE } from './ends';
import type { Outside } from './outside';

const READY_SECONDS = 120;
const FLEET = 'end=fleet';

interface Listed {
  readonly items: ReadonlyArray<{
    readonly metadata: { readonly name: string; readonly namespace: string };
    readonly status: { readonly podIP?: string };
  }>;
}

/** A try to connect. */
export interface Try {
  /** Milliseconds after the first one. */
  readonly at: number;
  /** Milliseconds until it was answered. */
  readonly took: number;
  readonly through: boolean;
}

/** Pods that stand for those of a fleet and of others, and the packets between them. */
export class Packets {
  private readonly addresses = new Map<string, string>();

  constructor(
    private readonly kubectl: Kubectl,
    private readonly outside: Outside,
  ) {}

  /** Starts pods with the labels of some ends, and waits until they listen; none that is no pod's. */
  async bring(ends: readonly End[], label: string): Promise<void> {
    const pods = ends.flatMap((end) => podOf(end, label) ?? []);
    const namespaces = [...new Set(pods.map(({ metadata }) => metadata.namespace))];
    await this.kubectl.apply(
      ...namespaces.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
      ...pods,
    );
    for (const namespace of namespaces) {
      const all = ['wait', 'pod', '-n', namespace, '-l', label, '--for=condition=Ready', `--timeout=${READY_SECONDS}s`];
      await this.kubectl.ok(all, { timeoutSeconds: READY_SECONDS + 5 });
    }
    const { items } = await this.kubectl.get<Listed>('pods', '-A', '-l', label);
    for (const { metadata, status } of items) {
      this.addresses.set(`${metadata.namespace}/${metadata.name}`, status.podIP ?? '');
    }
  }

  /** Brings the pods of a fleet. */
  async bringFleet(pods: readonly End[]): Promise<void> {
    await this.bring(pods, FLEET);
  }

  /** Takes the pods and policies of a fleet away. */
  async clear(): Promise<void> {
    await this.kubectl.ok(['delete', 'networkpolicies', '-A', '--all']);
    await this.kubectl.ok(['delete', 'pods', '-A', '-l', FLEET, '--grace-period=0', '--force']);
  }

  /** Those of some policies are in force soon after this returns. */
  async govern(policies: readonly NetworkPolicy[]): Promise<void> {
    await this.kubectl.ok(['delete', 'networkpolicies', '-A', '--all']);
    if (policies.length > 0) await this.kubectl.apply(...policies);
  }

  /** The same, in the place of those of the same names: nothing is taken away, as an apply takes nothing away. */
  async change(policies: readonly NetworkPolicy[]): Promise<void> {
    await this.kubectl.apply(...policies);
  }

  /** Asks all questions of one pod again and again while something is done; gives the tries of each, in their order. */
  async tries(questions: readonly Question[], action: () => Promise<unknown>): Promise<Try[][]> {
    const [{ from } = { from: undefined }] = questions;
    if (from === undefined) return [];
    const lines = questions.map((question) => `${this.lineOf(question)}\n`);
    const told = await this.kubectl.beside(this.inside(from, 'watch'), `${lines.join('')}\n`, action);
    const all = told
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(' '));
    return questions.map((_, index) =>
      all
        .filter(([line]) => Number(line) === index)
        .map(([, at, took, answer]) => ({ at: Number(at), took: Number(took), through: answer === 'yes' })),
    );
  }

  /** Those of some questions that a connection answers with yes. */
  async throughOf(questions: readonly Question[]): Promise<Question[]> {
    const byEnd = groupBy(questions, ({ from }) => from);
    const through = await Promise.all([...byEnd].map(([from, some]) => this.asked(from, some)));
    return through.flat();
  }

  private async asked(from: End, questions: readonly Question[]): Promise<Question[]> {
    const lines = questions.map((question) => this.lineOf(question));
    const answers = (await this.said(from, lines.join('\n'))).trim().split('\n');
    if (answers.length !== questions.length) throw new Error(`${from.name} must answer ${questions.length} questions`);
    return questions.filter((_, index) => answers[index] === 'yes');
  }

  private async said(from: End, input: string): Promise<string> {
    const own = this.addressOf(from);
    if (from.pod === undefined) {
      const [file, args] = this.outside.command(ENDS(), 'ask', own);
      const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'], timeout: 60_000 });
      child.stdin.end(input);
      const [stdout] = await Promise.all([text(child.stdout), once(child, 'close')]);
      return stdout;
    }
    return this.kubectl.ok(this.inside(from, 'ask'), { input });
  }

  /** What runs the program of the ends in a pod. */
  private inside(from: End, mode: 'ask' | 'watch'): string[] {
    const { namespace = '' } = from.pod ?? {};
    return ['exec', '-i', '-n', namespace, nameOf(from), '--', '/bin/ends', mode, this.addressOf(from)];
  }

  private lineOf({ to, port, protocol }: Question): string {
    return `${this.addressOf(to)} ${port} ${protocol}`;
  }

  private addressOf(end: End): string {
    return end.pod === undefined ? end.ip : (this.addresses.get(`${end.pod.namespace}/${nameOf(end)}`) ?? '');
  }
}

/** The pods that are there whatever the fleet is. */
export const OTHER_PODS = OTHERS.filter(({ pod }) => pod !== undefined);

function nameOf({ name }: End): string {
  return `end-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function podOf({ pod, ...end }: End, label: string) {
  if (pod === undefined) return undefined;
  const [key = '', value = ''] = label.split('=');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: nameOf(end), namespace: pod.namespace, labels: { ...pod.labels, [key]: value } },
    spec: {
      terminationGracePeriodSeconds: 0,
      automountServiceAccountToken: false,
      containers: [{ name: 'end', image: ENDS_IMAGE, readinessProbe: { tcpSocket: { port: 8290 }, periodSeconds: 1 } }],
    },
  };
}
