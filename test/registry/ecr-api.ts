import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import { text } from 'node:stream/consumers';
import type { Certificate } from '../cluster/certificate';

const ACTION = 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken';
const TWELVE_HOURS = 43_200;

/** What the API of ECR is asked for, and what it answers. */
export interface EcrApiProps {
  /** Address of this namespace that it listens on, at the port of HTTPS. */
  readonly address: string;
  readonly certificate: Certificate;
  /** The identity whose signature it wants. */
  readonly accessKey: string;
  /** The registry that the token is for. */
  readonly registry: string;
  /** The token: what follows `AWS:` in a login. */
  readonly token: string;
}

/** Stands in for the API of ECR: it gives a token to whoever signs with the access key. The signature is not checked. */
export class EcrApi {
  public static async start(props: EcrApiProps): Promise<EcrApi> {
    const asked: string[] = [];
    const server = createServer(props.certificate, async (request, response) => {
      await text(request);
      const action = `${request.headers['x-amz-target']}`;
      const known = action === ACTION && signedBy(request) === props.accessKey;
      asked.push(`${action.split('.').at(-1)} ${known ? 'given' : 'refused'}`);
      response.writeHead(known ? 200 : 403, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(known ? answer(props) : { __type: 'UnrecognizedClientException' }));
    });
    server.listen(443, props.address);
    await once(server, 'listening');
    return new EcrApi(server, asked);
  }

  private constructor(
    private readonly server: Server,
    /** What it was asked, and whether it was given. */
    public readonly asked: readonly string[],
  ) {}

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

function answer({ registry, token }: EcrApiProps): object {
  const [authorizationToken, proxyEndpoint] = [Buffer.from(`AWS:${token}`).toString('base64'), `https://${registry}`];
  const expiresAt = Math.floor(Date.now() / 1000) + TWELVE_HOURS;
  return { authorizationData: [{ authorizationToken, expiresAt, proxyEndpoint }] };
}

/** AWS Signature Version 4: `AWS4-HMAC-SHA256 Credential=<access key>/<date>/<region>/ecr/aws4_request, …`. */
function signedBy({ headers }: IncomingMessage): string | undefined {
  return /^AWS4-HMAC-SHA256 Credential=([^/]+)\//.exec(headers.authorization ?? '')?.[1];
}
