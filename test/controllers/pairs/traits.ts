import { Duration, Size } from 'cdk8s';
import {
  ArgoStep,
  type HttpRouteProps,
  type LoadBalancerProps,
  type MiTenant,
  type MiTenantProps,
  Network,
  Route,
  Scaling,
  Tls,
} from '../../../lib';
import { canaryOf } from '../../manifests';
import { CANARY_HEADER, type Outcome } from './outcome';

/** The host that the features of a route are asked of. */
export const SHOP = 'shop.example.com';
/** The host of a Management API. */
export const OPS = 'ops.example.com';
/** The host that is passed through. */
export const TILL = 'till.example.com';

/** A feature of a route, of its tenant or of the load balancer, and what it changes of the outcome. */
export interface Trait {
  readonly id: string;
  /** Whose prop it is. */
  readonly of: 'route' | 'tenant' | 'unit' | 'door';
  /** What it writes of a route; two that write one key are no pair. */
  readonly route?: Partial<HttpRouteProps>;
  /** The port that it leads to. */
  readonly port?: 'https';
  /** A kind of route that takes no more props. */
  readonly kind?: (tenant: MiTenant) => Route;
  /** The host of the route. */
  readonly host?: '*.example.com' | '*';
  readonly tenant?: Partial<MiTenantProps<'app'>>;
  readonly scaling?: Scaling<'app'>;
  readonly door?: Partial<LoadBalancerProps>;
  /** The mode of the unit's network. */
  readonly network?: Network;
  /** Whether the route is declared in another unit than its tenant. */
  readonly crossUnit?: true;
  /** What it makes of the outcome without it, in terms of any controller. */
  readonly effect: (before: Outcome) => Partial<Outcome>;
}

const FROM = ['10.20.0.0/16'] as const;

function arn(name: string) {
  return `arn:aws:acm:eu-central-1:111122223333:certificate/${name}` as const;
}

/** Certificates of all hosts whose TLS ends at the load balancer. */
function tlsOf(shop: Tls, ops: Tls, domain: Tls): LoadBalancerProps['tls'] {
  return { [SHOP]: shop, [OPS]: ops, '*.example.com': domain };
}

/** The certificate of another host than the shop's, by the same means. */
function certificateOf(name: 'ops' | 'wildcard', { certificate }: Outcome): string | undefined {
  return certificate?.includes(SHOP)
    ? certificate.replace(SHOP, `${name}.example.com`)
    : certificate?.replace('shop', name === 'ops' ? 'ops' : 'domain');
}

function port(to: Outcome['to'], number: number): Outcome['to'] {
  return Object.fromEntries(Object.entries(to).map(([name, share]) => [name.replace(/\d+$/, `${number}`), share]));
}

function share(of: Outcome['to'], percent: number): Outcome['to'] {
  const canary = Object.keys(of).map((name) => [name.replace(':', '-canary:'), percent] as const);
  const all = [...Object.entries(of).map(([name]) => [name, 100 - percent] as const), ...canary];
  return Object.fromEntries(all.filter(([, part]) => part > 0));
}

/** An outcome in which nothing of a request is seen. */
const UNSEEN = {
  maxBodyMebibytes: undefined,
  rateLimit: undefined,
  sticky: false,
  from: undefined,
  wait: undefined,
} as const;

/** Whatever host and path. */
export const EVERYWHERE = { otherHost: true, otherPath: true } as const;

/** No certificate is for a host that nobody names, so that its plain HTTP is answered too. */
export const ANYBODY = { certificate: undefined, plainHttp: 'serve' } as const;

/**
 * Every feature, in the order in which their effects are told: what is told later stands over what is told before. Where
 * that is not as it happens, a pair fails.
 */
export const TRAITS: readonly Trait[] = [
  { id: 'StatefulSet', of: 'tenant', scaling: Scaling.singleton(), effect: () => ({}) },
  { id: 'autoscaled', of: 'tenant', scaling: Scaling.auto({ min: 2, max: 4 }), effect: () => ({}) },
  {
    id: 'Argo Rollout',
    of: 'tenant',
    scaling: Scaling.fixed(2, { argoSteps: [ArgoStep.weight(50), ArgoStep.pauseUntilPromoted()] }),
    effect: () => ({}),
  },
  { id: 'isolated', of: 'unit', network: Network.isolated(), effect: () => ({ letIn: true }) },
  {
    id: 'readinessProbe',
    of: 'tenant',
    tenant: { lifecycle: { readinessProbe: { httpGet: { path: '/ready', port: 8290 } } } },
    effect: ({ health }) => (health === undefined ? {} : { health: 'GET /ready on 8290' }),
  },
  {
    id: 'requestTimeout',
    of: 'tenant',
    tenant: { lifecycle: { requestTimeout: Duration.seconds(100) } },
    effect: () => ({ wait: 100 }),
  },
  {
    id: 'canaryPercent',
    of: 'tenant',
    tenant: { canary: canaryOf({ by: 'percent', percent: 10 }) },
    effect: ({ to, headed }) => ({ to: share(to, 10), headed: share(headed, 10) }),
  },
  {
    id: 'canaryHeader',
    of: 'tenant',
    tenant: { canary: canaryOf({ by: 'header', ...CANARY_HEADER }) },
    effect: ({ headed }) => ({ headed: share(headed, 100) }),
  },
  { id: 'crossUnit', of: 'route', crossUnit: true, effect: () => ({}) },
  {
    id: 'httpsBackend',
    of: 'route',
    port: 'https',
    effect: ({ to, headed }) => ({ encrypted: true, to: port(to, 8253), headed: port(headed, 8253) }),
  },
  { id: 'webSocket', of: 'route', route: { upgrade: 'websocket' }, effect: () => ({ wait: 3600 }) },
  { id: 'timeout', of: 'route', route: { timeout: Duration.seconds(30) }, effect: () => ({ wait: 30 }) },
  { id: 'maxBody', of: 'route', route: { maxBody: Size.mebibytes(7) }, effect: () => ({ maxBodyMebibytes: 7 }) },
  { id: 'rateLimit', of: 'route', route: { rateLimit: 5 }, effect: () => ({ rateLimit: 5 }) },
  { id: 'sticky', of: 'route', route: { sticky: 'cookie' }, effect: () => ({ sticky: true }) },
  { id: 'from', of: 'route', route: { from: FROM }, effect: () => ({ from: FROM }) },
  { id: 'rewrite', of: 'route', route: { rewriteTo: '/v1' }, effect: () => ({ seen: { own: '/v1', below: '/v1/x' } }) },
  {
    id: 'exactPath',
    of: 'route',
    route: { match: 'exact' },
    effect: ({ seen }) => ({ seen: { ...seen, below: undefined } }),
  },
  {
    id: 'tlsSecret',
    of: 'door',
    door: { tls: tlsOf(Tls.secret('shop-tls'), Tls.secret('ops-tls'), Tls.secret('domain-tls')) },
    effect: () => ({ certificate: 'shop-tls' }),
  },
  {
    id: 'tlsIssuer',
    of: 'door',
    door: { tls: tlsOf(Tls.clusterIssuer('le'), Tls.clusterIssuer('le'), Tls.clusterIssuer('le')) },
    effect: () => ({ certificate: `${SHOP}-tls` }),
  },
  {
    id: 'tlsAcm',
    of: 'door',
    door: { tls: tlsOf(Tls.acm(arn('shop')), Tls.acm(arn('ops')), Tls.acm(arn('domain'))) },
    effect: () => ({ certificate: arn('shop') }),
  },
  { id: 'plainHttp', of: 'door', door: { plainHttp: 'serve' }, effect: () => ({ plainHttp: 'serve' }) },
  {
    id: 'wildcardHost',
    of: 'route',
    host: '*.example.com',
    effect: (before) => ({
      also: { ...before.also, otherHost: true },
      certificate: certificateOf('wildcard', before),
    }),
  },
  {
    id: 'management',
    of: 'route',
    kind: ({ management }) => Route.management(OPS, { to: management, from: FROM }),
    effect: managed,
  },
  {
    id: 'defaultBackend',
    of: 'route',
    host: '*',
    kind: ({ http }) => Route.defaultBackend(http),
    effect: () => ({ also: EVERYWHERE, ...ANYBODY }),
  },
  {
    id: 'passthrough',
    of: 'route',
    kind: (tenant) => Route.passthrough(TILL, tenant),
    effect: passed,
  },
];

/** The Management API of a tenant, for a few. */
export function managed(before: Outcome): Partial<Outcome> {
  return {
    ...UNSEEN,
    from: FROM,
    encrypted: true,
    // Nobody means the canary who asks to manage the tenant.
    to: port({ 'orders-1:8290': 100 }, 9164),
    headed: port({ 'orders-1:8290': 100 }, 9164),
    seen: { own: '/management', below: '/management/x' },
    certificate: certificateOf('ops', before),
  };
}

/** What is left of an outcome where nothing of a request is seen but the host that is asked for. */
export function passed({ to, headed, plainHttp }: Outcome): Partial<Outcome> {
  return {
    ...UNSEEN,
    unopened: true,
    to: port(to, 8253),
    headed: port(headed, 8253),
    also: { otherHost: false, otherPath: true },
    certificate: undefined,
    plainHttp: plainHttp === 'serve' ? 'nobody' : plainHttp,
  };
}

/** Pairs that no controller gives, and why. */
export const NEVER: Readonly<Record<string, string>> = {
  'StatefulSet + canaryPercent': 'must be for a tenant that may run more than once',
  'StatefulSet + canaryHeader': 'must be for a tenant that may run more than once',
  'Argo Rollout + canaryPercent': 'must not stand beside steps of Argo Rollouts',
  'Argo Rollout + canaryHeader': 'must not stand beside steps of Argo Rollouts',
  'canaryPercent + passthrough': 'must lead to a tenant without a canary',
  'canaryHeader + passthrough': 'must lead to a tenant without a canary',
};

/** Two features, at least one of them of a route or of what all routes share. */
export function pairsOf(traits: readonly Trait[]): Trait[][] {
  return traits
    .flatMap((one, index) => traits.slice(index + 1).map((other) => [one, other]))
    .filter(
      (pair) => pair.some(({ of }) => of !== 'tenant' && of !== 'unit') || pair.some(({ id }) => /canary/.test(id)),
    );
}

/** Features as tests show them. */
export function nameOf(traits: readonly Trait[]): string {
  return traits.map(({ id }) => id).join(' + ');
}

/**
 * By what pairs can be tried together in one fleet: what it has as a whole, of the load balancer, the unit or the place of
 * the routes; else the first of the two. Routes of other kinds have hosts that are there once.
 */
export function sharedBy(pair: readonly Trait[]): string {
  const whole = pair.filter(({ of, crossUnit }) => of === 'door' || of === 'unit' || crossUnit === true);
  return nameOf(pair.some(({ kind }) => kind !== undefined) ? pair : whole.length > 0 ? whole : pair.slice(0, 1));
}
