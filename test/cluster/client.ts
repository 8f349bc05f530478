import { once } from 'node:events';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ConnectionOptions, TLSSocket } from 'node:tls';
import type { StandInAnswer } from './stand-in';

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
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  /** Common name of the certificate that was shown; empty without TLS. */
  readonly commonName: string;
}

const TIMEOUT_MILLISECONDS = 5000;

/** Asks once, over a connection of its own. */
export async function ask({ port, host, path = '/', tls = false, headers = {}, ...sent }: Question): Promise<Answer> {
  const options = {
    port,
    path,
    method: sent.method,
    host: '127.0.0.1',
    headers: { ...headers, host },
    agent: false,
    timeout: TIMEOUT_MILLISECONDS,
  };
  const request = tls ? httpsRequest({ ...options, ...greeting(host) }) : httpRequest(options);
  request.once('timeout', () => request.destroy(new Error(`no answer from ${host} in ${TIMEOUT_MILLISECONDS} ms`)));
  request.end(sent.body);
  const response = await responseOf(request);
  const commonName = commonNameOf(response);
  return { status: response.statusCode ?? 0, headers: response.headers, commonName, body: await text(response) };
}

/**
 * Opens a WebSocket over TLS, says nothing in it for a while, then sends a text, and gives what came back of it.
 *
 * Behind the first answer there are no frames here: whoever stands between hands on bytes.
 */
export async function upgraded(
  { port, host, path = '/' }: Question,
  silentSeconds: number,
  said: string,
): Promise<string> {
  const headers = { host, connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
  const key = { 'sec-websocket-key': Buffer.from('cdk8s-wso2-mi-16').toString('base64') };
  const options = { port, path, host: '127.0.0.1', headers: { ...headers, ...key }, agent: false };
  const request = httpsRequest({ ...options, ...greeting(host) });
  request.end();
  const [, socket] = await new Promise<[IncomingMessage, Socket]>((resolve, reject) => {
    request.once('upgrade', (...upgrade) => resolve([upgrade[0], upgrade[1] as Socket]));
    request.once('response', ({ statusCode }) =>
      reject(new Error(`an upgrade must be answered 101, got ${statusCode}`)),
    );
    request.once('error', reject);
  });
  await sleep(silentSeconds * 1000);
  socket.write(said);
  const [back] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return back.toString();
}

/**
 * The certificates are self-signed on purpose: the tests look at whose they are. A browser names its protocols, and
 * without them Traefik ends the TLS of hosts that it knows by a wildcard only, once any host is passed through.
 */
function greeting(servername: string): ConnectionOptions {
  return { servername, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] };
}

/** What the stand-in says in an answer. */
export function standInAnswer({ status, body }: Answer): StandInAnswer {
  if (status !== 200) throw new Error(`the stand-in must answer 200, got ${status}: ${body.trim()}`);
  return JSON.parse(body) as StandInAnswer;
}

function responseOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
}

function commonNameOf({ socket }: IncomingMessage): string {
  if (!(socket instanceof TLSSocket)) return '';
  const name = socket.getPeerCertificate().subject?.CN ?? '';
  return typeof name === 'string' ? name : name.join(' ');
}
