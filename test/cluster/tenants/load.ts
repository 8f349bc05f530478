import { Agent, type ClientRequest, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ServerAnswer } from './server';

/** What became of the requests of a load. */
export interface LoadResult {
  readonly answered: number;
  readonly lost: readonly string[];
  /** Names of the pods that answered. */
  readonly pods: ReadonlySet<string>;
}

const CLIENTS = 20;
const SHORTEST_MILLISECONDS = 100;
const LONGEST_MILLISECONDS = 500;
const ANSWER_SECONDS = 30;

/**
 * Clients that ask an address one request after the other. Half of them keep their connection, as a gateway does; the
 * others make a new one each time, as a script does.
 */
export class SteadyLoad {
  private readonly lost: string[] = [];
  private readonly pods = new Set<string>();
  private readonly clients: readonly Promise<void>[];
  private answered = 0;
  private stopped = false;

  /** Starts it. */
  constructor(private readonly address: string) {
    this.clients = Array.from({ length: CLIENTS }, (_, index) => this.client(index));
  }

  /** Ends it, when each client has its last answer. */
  async stop(): Promise<LoadResult> {
    this.stopped = true;
    await Promise.all(this.clients);
    return { answered: this.answered, lost: this.lost, pods: this.pods };
  }

  /** Names of the pods that have answered so far. */
  get answering(): ReadonlySet<string> {
    return this.pods;
  }

  private async client(index: number): Promise<void> {
    const agent = index % 2 === 0 ? new Agent({ keepAlive: true, maxSockets: 1 }) : undefined;
    for (let sent = index; !this.stopped; sent += CLIENTS - 1) {
      const range = LONGEST_MILLISECONDS - SHORTEST_MILLISECONDS;
      const path = `/orders?tell&ms=${SHORTEST_MILLISECONDS + ((sent * 37) % range)}`;
      try {
        const { pod } = await this.askedAgain(path, agent);
        this.pods.add(pod);
        this.answered += 1;
      } catch (error) {
        this.lost.push(error instanceof Error ? error.message : String(error));
      }
    }
    agent?.destroy();
  }

  // A server may close a connection in the moment of its next request, which it then never saw; every gateway sends
  // that one again (RFC 9112, 9.3.1). One that the server has taken, or that no connection was made for, is lost.
  private async askedAgain(path: string, agent: Agent | undefined): Promise<ServerAnswer> {
    let taken = false;
    const request = this.request(path, agent);
    request.once('information', () => (taken = true));
    try {
      return await answerTo(request);
    } catch (error) {
      if (taken || !request.reusedSocket) throw error;
      return answerTo(this.request(path));
    }
  }

  private request(path: string, agent?: Agent): ClientRequest {
    // A timeout of the request alone would not begin before its connection is made.
    const signal = AbortSignal.timeout(ANSWER_SECONDS * 1000);
    return get({ host: this.address, port: 8290, path, agent: agent ?? false, signal });
  }
}

async function answerTo(request: ClientRequest): Promise<ServerAnswer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
  const body = await text(response);
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
  return JSON.parse(body) as ServerAnswer;
}
