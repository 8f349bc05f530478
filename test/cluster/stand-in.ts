import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer, type Server as HttpsServer } from 'node:https';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Certificate, selfSigned } from './certificate';
import { until } from './wait';

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

/** What the stand-in is started with. */
export interface StandInProps {
  /** Common name of the certificate that the pod of an address shows on its TLS ports. */
  readonly commonName: (pod: string) => string;
}

// Two files with a stand-in take turns.
const TURN_SECONDS = 480;
const WEBSOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const HTTP_PORTS = [8290, 9201];
const TLS_PORTS = [8253, 9164];

/**
 * One server that answers in place of Micro Integrator for every kwok pod of the network namespace.
 *
 * It knows by the local address of a connection which pod was meant.
 */
export class StandIn {
  /** Starts it on all ports of a pod, when those of another test file are free again. */
  static async start(props: StandInProps): Promise<StandIn> {
    const standIn = new StandIn(props);
    // One after the other: whoever has the first has them all.
    for (const { server, port } of standIn.servers) {
      await until(`the port ${port} of the stand-in`, TURN_SECONDS, () => listening(server, port));
    }
    return standIn;
  }

  private readonly servers: readonly { readonly server: Server; readonly port: number }[];
  private readonly byName = new Map<string, HttpsServer>();
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly props: StandInProps) {
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
    const name = this.props.commonName(podOf(socket));
    const known = this.byName.get(name);
    const server = known ?? tlsServer(selfSigned(name));
    if (known === undefined) this.byName.set(name, server);
    server.emit('connection', socket);
  }

  private remember(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.sockets.delete(socket));
  }
}

function tlsServer(certificate: Certificate): HttpsServer {
  return createTlsServer({ ...certificate }, answer).on('upgrade', echo);
}

/** Answers when all is read, and as many milliseconds later as the path says by `?late=`. */
const answer: RequestListener = (request, response) => {
  const late = Number(new URL(request.url ?? '', 'http://pod').searchParams.get('late') ?? 0);
  request.resume();
  request.once('end', () => {
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answerTo(request)));
    }, late);
  });
};

/** Says yes to every upgrade, and sends back what comes. */
function echo({ headers }: IncomingMessage, socket: Duplex): void {
  const accept = createHash('sha1').update(`${headers['sec-websocket-key']}${WEBSOCKET_GUID}`).digest('base64');
  const lines = ['HTTP/1.1 101 Switching Protocols', 'Connection: Upgrade', 'Upgrade: websocket'];
  socket.on('error', () => socket.destroy());
  socket.write(`${[...lines, `Sec-WebSocket-Accept: ${accept}`].join('\r\n')}\r\n\r\n`);
  socket.pipe(socket);
}

function answerTo({ socket, method = '', url = '', headers }: IncomingMessage): StandInAnswer {
  return { pod: podOf(socket), port: socket.localPort ?? 0, method, host: headers.host ?? '', path: url, headers };
}

function podOf(socket: Socket): string {
  return socket.localAddress ?? '';
}

async function listening(server: Server, port: number): Promise<true> {
  server.listen(port, '0.0.0.0');
  await once(server, 'listening');
  return true;
}
