import { Agent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import { type Answer, ask, echoed, type Question, type Saying } from '../client';
import type { StandInAnswer } from '../stand-in';
import { until } from '../wait';
import { DOORS, type DoorName } from './traefik';

/** What is asked at a door; over TLS, if not told otherwise. */
export type DoorQuestion = Omit<Question, 'port' | 'agent'>;

/** A pod, as an answer is known by it. */
export interface Owner {
  /** Unit and id of its tenant. */
  readonly tenant: string;
  /** Its image. */
  readonly image: string;
}

/** What a client got, and whose pod gave it. */
export interface TenantAnswer extends StandInAnswer, Owner {
  readonly commonName: string;
}

const AT_ONCE = 10;
const SETTLE_SECONDS = 30;

/** The ports of one controller at the edge of the cluster, and the one way to ask there. */
export class Door {
  private readonly ports: { readonly http: number; readonly https: number };

  constructor(
    name: DoorName,
    private readonly ownerOf: (address: string) => Owner,
  ) {
    this.ports = DOORS[name];
  }

  /** Asks once, and gives what came back, whoever answered. */
  async raw(question: DoorQuestion): Promise<Answer> {
    return ask(this.here(question));
  }

  /** The status of an answer. */
  async status(question: DoorQuestion): Promise<number> {
    return (await this.raw(question)).status;
  }

  /** Asks once; a pod must answer. */
  async ask(question: DoorQuestion): Promise<TenantAnswer> {
    return this.said(await this.raw(question));
  }

  /** Asks that often, some at a time; each over a connection of its own. */
  async often(question: DoorQuestion, times: number): Promise<TenantAnswer[]> {
    const answers: TenantAnswer[] = [];
    while (answers.length < times) {
      const some = Array.from({ length: Math.min(AT_ONCE, times - answers.length) }, () => this.ask(question));
      answers.push(...(await Promise.all(some)));
    }
    return answers;
  }

  /** How often each tenant answers, of thousands of requests over a few connections, as those of a browser. */
  async shares(question: DoorQuestion, times: number): Promise<Readonly<Record<string, number>>> {
    const here = this.here(question);
    const agent = new (here.tls ? TlsAgent : Agent)({ keepAlive: true, maxSockets: AT_ONCE });
    const counts: Record<string, number> = {};
    const one = async (): Promise<void> => {
      const { tenant } = this.said(await ask({ ...here, agent }));
      counts[tenant] = (counts[tenant] ?? 0) + 1;
    };
    try {
      for (let asked = 0; asked < times; asked += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, one));
      return counts;
    } finally {
      agent.destroy();
    }
  }

  /** Opens a WebSocket, and gives what comes back of a text. */
  async echoed(question: DoorQuestion, saying: Saying): Promise<string> {
    return echoed(this.here(question), saying);
  }

  /** Waits until a tenant answers. */
  async reaches(question: DoorQuestion, tenant: string): Promise<void> {
    await until(`an answer of ${tenant} at ${question.host}`, SETTLE_SECONDS, async () => {
      const answer = await this.ask(question);
      if (answer.tenant !== tenant) throw new Error(answer.tenant);
      return true;
    });
  }

  /** Waits for a status. */
  async settles(question: DoorQuestion, status: number): Promise<void> {
    await until(`the status ${status} of ${question.host}`, SETTLE_SECONDS, async () => {
      const now = await this.status(question);
      if (now !== status) throw new Error(`${now}`);
      return true;
    });
  }

  private here({ tls = true, ...question }: DoorQuestion): Question {
    return { ...question, tls, port: tls ? this.ports.https : this.ports.http };
  }

  private said({ status, body, commonName }: Answer): TenantAnswer {
    if (status !== 200) throw new Error(`a pod must answer 200, got ${status}: ${body.trim()}`);
    const said = JSON.parse(body) as StandInAnswer;
    return { ...said, ...this.ownerOf(said.pod), commonName };
  }
}
