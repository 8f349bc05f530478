import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KedaTrigger } from '../../../lib';

/** Messages that one pod has in hand. */
export const A_POD = 10;

/** Queues whose length a test says and KEDA asks for, by its trigger `metrics-api`. */
export class Queues {
  /** Starts to answer. */
  static async start(): Promise<Queues> {
    const queues = new Queues();
    queues.server.listen(0, '127.0.0.1');
    await once(queues.server, 'listening');
    return queues;
  }

  private readonly lengths = new Map<string, number>();
  private readonly server: Server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ length: this.lengths.get(request.url?.slice(1) ?? '') ?? 0 }));
  });

  private constructor() {}

  /** Puts as much work into a queue as this many pods have in hand. */
  fill(name: string, pods: number): void {
    this.lengths.set(name, pods * A_POD);
  }

  /** What KEDA looks at of a queue. */
  trigger(name: string): KedaTrigger {
    // A server that listens on a port has an address of this form.
    const { port } = this.server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/${name}`;
    return { type: 'metrics-api', metadata: { url, valueLocation: 'length', targetValue: String(A_POD) } };
  }

  /** Ends it. */
  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
