import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
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
  // The certificates are self-signed on purpose: the tests look at whose they are.
  const request = tls
    ? httpsRequest({ ...options, servername: host, rejectUnauthorized: false })
    : httpRequest(options);
  request.once('timeout', () => request.destroy(new Error(`no answer from ${host} in ${TIMEOUT_MILLISECONDS} ms`)));
  request.end(sent.body);
  const response = await responseOf(request);
  const commonName = commonNameOf(response);
  return { status: response.statusCode ?? 0, headers: response.headers, commonName, body: await text(response) };
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
