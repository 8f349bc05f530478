import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer, type Server as HttpsServer } from 'node:https';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificate } from './certificate';

/** What the stand-in answers to every request. */
export interface StandInAnswer {
  /** IP address of the pod that was meant. */
  readonly pod: string;
  readonly port: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The certificate that the pod of an address shows on its TLS ports; the same object each time. */
export type CertificateOfPod = (address: string) => Certificate;

const HTTP_PORTS = [8290, 9201];
const TLS_PORTS = [8253, 9164];

/**
 * One server that answers in place of Micro Integrator for every kwok pod of the network namespace, so that only one
 * file of tests can have it.
 *
 * It knows by the local address of a connection which pod was meant.
 */
export class StandIn {
  /** Starts it on all ports of a pod. */
  static async start(certificateOf: CertificateOfPod): Promise<StandIn> {
    const standIn = new StandIn(certificateOf);
    await Promise.all(standIn.servers.map(({ server, port }) => listening(server, port)));
    return standIn;
  }

  private readonly servers: readonly { readonly server: Server; readonly port: number }[];
  private readonly byCertificate = new Map<Certificate, HttpsServer>();
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly certificateOf: CertificateOfPod) {
    this.servers = [
      ...HTTP_PORTS.map((port) => ({ port, server: createServer(answer).on('upgrade', echo) })),
      ...TLS_PORTS.map((port) => ({ port, server: createTcpServer((socket) => this.answerTls(socket)) })),
    ];
    for (const { server } of this.servers) server.on('connection', (socket) => this.remember(socket));
  }

  /** Ends all connections and frees the ports. */
  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await Promise.all(this.servers.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  }

  // A certificate must be chosen before TLS starts, so the connection is taken first and handed over.
  private answerTls(socket: Socket): void {
    const certificate = this.certificateOf(podOf(socket));
    const known = this.byCertificate.get(certificate);
    const server = known ?? createTlsServer({ ...certificate }, answer).on('upgrade', echo);
    if (known === undefined) this.byCertificate.set(certificate, server);
    server.emit('connection', socket);
  }

  private remember(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.sockets.delete(socket));
  }
}

// When all is read, and as the stand-in of the containers does it: as many milliseconds later as `?ms=` says.
const answer: RequestListener = (request, response) => {
  const wait = Number(new URL(request.url ?? '/', 'http://pod').searchParams.get('ms'));
  request.resume();
  request.once('end', () => {
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answerTo(request)));
    }, wait);
  });
};

// A WebSocket as far as a load balancer looks into it: it gives back what it gets.
function echo(_: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  socket.pipe(socket);
}

function answerTo({ socket, method = '', url = '', headers }: IncomingMessage): StandInAnswer {
  return { pod: podOf(socket), port: socket.localPort ?? 0, method, host: headers.host ?? '', path: url, headers };
}

function podOf(socket: Socket): string {
  return socket.localAddress ?? '';
}

async function listening(server: Server, port: number): Promise<void> {
  server.listen(port, '0.0.0.0');
  await once(server, 'listening');
}
