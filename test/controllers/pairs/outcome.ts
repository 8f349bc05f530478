import { isDeepStrictEqual } from 'node:util';

/** What becomes of the requests of a route, as the objects of its controller say it. */
export interface Outcome {
  /** Services and ports that answer, each with its share in a hundred. */
  readonly to: Shares;
  /** The same for requests with the header of the canary. */
  readonly headed: Shares;
  /** Whether those meet the same in all else. */
  readonly headedAlike: boolean;
  /** The path that the tenant sees of the route's own path, and of one below it; `undefined` where that is not its. */
  readonly seen: { readonly own: string | undefined; readonly below: string | undefined };
  /** Whether another host, and another path of this one, get there too. */
  readonly also: { readonly otherHost: boolean; readonly otherPath: boolean };
  /** Whether it is spoken to pods by TLS. */
  readonly encrypted: boolean;
  /** Whether connections are handed on unopened. */
  readonly unopened: boolean;
  /** The longest wait for an answer or silence of a WebSocket, in seconds. */
  readonly wait: number | undefined;
  readonly maxBodyMebibytes: number | undefined;
  readonly rateLimit: number | undefined;
  readonly sticky: boolean;
  readonly from: readonly string[] | undefined;
  /** Secret or ARN of the certificate that is shown; `undefined` for the controller's own. */
  readonly certificate: string | undefined;
  /** What becomes of plain HTTP. */
  readonly plainHttp: 'redirect' | 'serve' | 'nobody' | undefined;
  /** How pods are asked whether they are ready, where it is not the kubelet alone who asks. */
  readonly health: string | undefined;
  /** Whether policies of an isolated unit let the load balancer in where it goes; `undefined` where nothing is shut. */
  readonly letIn: boolean | undefined;
}

/** Services with their ports, `orders:8290`, each with its share in a hundred. */
export type Shares = Readonly<Record<string, number>>;

/** A request as a controller compares it. */
export interface Request {
  readonly host: string;
  readonly path: string;
  readonly canary: boolean;
}

/** The header of the canaries of these tests. */
export const CANARY_HEADER = { header: 'X-Canary', value: 'always' } as const;

/** What one request meets; `undefined` where nobody answers it. */
export interface Answer
  extends Pick<
    Outcome,
    | 'to'
    | 'encrypted'
    | 'unopened'
    | 'wait'
    | 'maxBodyMebibytes'
    | 'rateLimit'
    | 'sticky'
    | 'from'
    | 'certificate'
    | 'plainHttp'
    | 'health'
  > {
  readonly seen: string;
}

/** How the objects of a controller answer a request. */
export type Answers = (request: Request) => Answer | undefined;

/** All that becomes of the requests of a host and path. */
export function outcomeOf(answers: Answers, host: string, path: string): Omit<Outcome, 'letIn'> | undefined {
  const ask = (request: Partial<Request>) => answers({ host, path, canary: false, ...request });
  const own = ask({});
  if (own === undefined) return undefined;
  const { to, seen, ...rest } = own;
  const same = (other: Answer | undefined) => other !== undefined && Object.keys(other.to).some((name) => name in to);
  const headed = ask({ canary: true });
  const below = ask({ path: `${path}/x` });
  return {
    ...rest,
    to,
    headed: headed?.to ?? {},
    headedAlike: headed !== undefined && isDeepStrictEqual({ ...headed, to }, own),
    seen: { own: seen, below: same(below) ? below?.seen : undefined },
    also: { otherHost: same(ask({ host: 'other.example.com' })), otherPath: same(ask({ path: `${path}n` })) },
  };
}
