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
  /** @default selfSigned; the certificate for a common name */
  readonly certificate?: (commonName: string) => Certificate;
}

const HTTP_PORTS = [8290, 9201];
/** What every server of WebSockets adds to the client's key (RFC 6455, 1.3). */
const WEBSOCKET = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TLS_PORTS = [8253, 9164];

/** Another file of the run may hold the ports; it needs less than this. */
const FREE_SECONDS = 180;

/**
 * One server that answers in place of Micro Integrator for every kwok pod of the network namespace.
 *
 * It knows by the local address of a connection which pod was meant.
 */
export class StandIn {
  /** Starts it on all ports of a pod. */
  static async start(props: StandInProps): Promise<StandIn> {
    const standIn = new StandIn(props);
    await Promise.all(standIn.servers.map(({ server, port }) => listening(server, port)));
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
    const { certificate = selfSigned } = this.props;
    const server = known ?? tlsServer(certificate(name));
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
  return createTlsServer({ ...certificate }, answer);
}

const answer: RequestListener = (request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answerTo(request)));
};

/** Takes every upgrade, and sends back what comes. */
function echo({ headers }: IncomingMessage, socket: Duplex): void {
  const accept = createHash('sha1').update(`${headers['sec-websocket-key']}${WEBSOCKET}`).digest('base64');
  const lines = ['HTTP/1.1 101 Switching Protocols', 'Connection: Upgrade', 'Upgrade: websocket'];
  socket.write(`${[...lines, `Sec-WebSocket-Accept: ${accept}`].join('\r\n')}\r\n\r\n`);
  socket.pipe(socket);
}

function answerTo({ socket, method = '', url = '', headers }: IncomingMessage): StandInAnswer {
  return { pod: podOf(socket), port: socket.localPort ?? 0, method, host: headers.host ?? '', path: url, headers };
}

function podOf(socket: Socket): string {
  return socket.localAddress ?? '';
}

async function listening(server: Server, port: number): Promise<void> {
  await until(`port ${port}`, FREE_SECONDS, async () => {
    server.listen(port, '0.0.0.0');
    await once(server, 'listening');
    return true;
  });
}
