import { once } from 'node:events';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { TLSSocket } from 'node:tls';
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
  /** @default - none, and the method is GET; with one, it is POST */
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

const WEBSOCKET = { 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };

/** Asks once, over a connection of its own. */
export async function ask(question: Question): Promise<Answer> {
  const request = requestOf(question);
  const answered = responseOf(request);
  // A gateway that refuses a body answers before it has read it, and closes.
  request.end(question.body);
  const response = await answered;
  const commonName = commonNameOf(response);
  return { status: response.statusCode ?? 0, headers: response.headers, commonName, body: await text(response) };
}

/** Asks for a connection of bytes in both directions, sends some, and gives what comes back. */
export async function echoed(question: Question, sent: string): Promise<string> {
  const headers = { ...question.headers, connection: 'Upgrade', upgrade: 'websocket', ...WEBSOCKET };
  const request = requestOf({ ...question, headers });
  const upgraded = new Promise<Duplex>((resolve, reject) => {
    request.once('upgrade', (_, socket) => resolve(socket));
    request.once('response', ({ statusCode }) =>
      reject(new Error(`an upgrade must be answered 101, got ${statusCode}`)),
    );
    request.once('error', reject);
  });
  request.end();
  const socket = await upgraded;
  socket.write(sent);
  const [back] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return back.toString();
}

function requestOf({ port, host, path = '/', tls = false, headers = {}, body }: Question): ClientRequest {
  const options = {
    port,
    path,
    host: '127.0.0.1',
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers, host, ...(body && { 'content-length': body.length }) },
    agent: false,
    timeout: TIMEOUT_MILLISECONDS,
  };
  // The certificates are self-signed on purpose: the tests look at whose they are.
  const request = tls
    ? httpsRequest({ ...options, servername: host, rejectUnauthorized: false })
    : httpRequest(options);
  request.once('timeout', () => request.destroy(new Error(`no answer from ${host} in ${TIMEOUT_MILLISECONDS} ms`)));
  return request;
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
