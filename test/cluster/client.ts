import { once } from 'node:events';
import { type Agent, type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';

/** A request to a port of this network namespace, as if a name had led there. */
export interface Question {
  readonly port: number;
  readonly host: string;
  /** @default '/' */
  readonly path?: string;
  /** @default false */
  readonly tls?: boolean;
  /** @default - none but Host */
  readonly headers?: Readonly<Record<string, string>>;
  /** @default 'GET' */
  readonly method?: string;
  /** @default - none */
  readonly body?: Buffer;
  /** @default - none: a connection of its own */
  readonly agent?: Agent;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  /** Common name of the certificate that was shown; empty without TLS. */
  readonly commonName: string;
}

/** What is said over a WebSocket, and after how long a silence. */
export interface Saying {
  readonly text: string;
  /** @default 0 */
  readonly afterMilliseconds?: number;
}

const TIMEOUT_MILLISECONDS = 15_000;

/** Asks once. */
export async function ask(question: Question): Promise<Answer> {
  const request = requestOf(question);
  request.end(question.body);
  const response = await responseOf(request);
  const commonName = commonNameOf(response);
  return { status: response.statusCode ?? 0, headers: response.headers, commonName, body: await text(response) };
}

/**
 * Opens a WebSocket, says something in it, and gives what came back.
 *
 * Behind the first answer there are no frames here: whoever stands between hands on bytes.
 */
export async function echoed(question: Question, { text: said, afterMilliseconds = 0 }: Saying): Promise<string> {
  const key = Buffer.from('cdk8s-wso2-mi-16').toString('base64');
  const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
  const request = requestOf({ ...question, headers: { ...upgrade, 'sec-websocket-key': key } });
  request.end();
  const socket = await upgradeOf(request);
  try {
    await sleep(afterMilliseconds);
    socket.write(said);
    const [back] = (await once(socket, 'data')) as [Buffer];
    return back.toString();
  } finally {
    socket.destroy();
  }
}

/**
 * The certificates are self-signed on purpose: the tests look at whose they are. A browser names its protocols, and
 * without them Traefik ends the TLS of hosts that it knows by a wildcard only, once any host is passed through.
 */
function requestOf({ tls = false, host, headers, agent, ...question }: Question): ClientRequest {
  const options = {
    ...question,
    host: '127.0.0.1',
    headers: { ...headers, host },
    agent: agent ?? false,
    timeout: TIMEOUT_MILLISECONDS,
  };
  const greeting = { servername: host, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] };
  const request = tls ? httpsRequest({ ...options, ...greeting }) : httpRequest(options);
  request.once('timeout', () => request.destroy(new Error(`no answer from ${host} in ${TIMEOUT_MILLISECONDS} ms`)));
  return request;
}

function responseOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    // A connection may break after the answer, such as that of a body which is too large.
    request.on('error', reject);
  });
}

function upgradeOf(request: ClientRequest): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    request.once('upgrade', (_, socket) => resolve(socket.setTimeout(0)));
    request.once('response', ({ statusCode }) =>
      reject(new Error(`an upgrade must be answered 101, got ${statusCode}`)),
    );
    request.on('error', reject);
  });
}

function commonNameOf({ socket }: IncomingMessage): string {
  if (!(socket instanceof TLSSocket)) return '';
  const name = socket.getPeerCertificate().subject?.CN ?? '';
  return typeof name === 'string' ? name : name.join(' ');
}
