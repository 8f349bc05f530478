import type { HTTPRouteSpec, HTTPRouteSpecRules } from '../../imports/gateway-api';
import type { IngressRule, IngressSpec } from '../../imports/k8s';
import type { IngressRouteSpec } from '../../imports/traefik';
import { ANY_HOST } from '../route/settings';
import type { AsWritten, KubernetesObject } from './rendered-object';

/** Requests that an object takes. */
export interface ObjectClaim {
  /** The host: `shop.example.com`, `*.example.com`, or `*` for all that no other object takes. */
  readonly host: string;
  /**
   * The path, as far as it is one and no pattern.
   *
   * @default - it says none: a part of the host, whatever the path
   */
  readonly path?: string;
}

/** The parts of objects that lead requests to tenants which say whose requests. */
type RoutingSpec = AsWritten<
  Pick<IngressSpec, 'defaultBackend'> &
    Pick<HTTPRouteSpec, 'hostnames'> &
    Pick<IngressRouteSpec, 'routes'> & { readonly rules: ReadonlyArray<IngressRule & HTTPRouteSpecRules> }
>;

/** Each kind of object that leads requests, and how it says which. */
const READERS: Readonly<Record<string, (spec: RoutingSpec) => ObjectClaim[]>> = {
  Ingress: ({ rules = [], defaultBackend }) => [
    ...rules.flatMap(({ host = ANY_HOST, http: { paths = [] } = {} }) =>
      paths.map(({ path = '/' }) => ({ host, path: literalPath(path) })),
    ),
    ...(defaultBackend === undefined ? [] : [{ host: ANY_HOST, path: '/' }]),
  ],
  HTTPRoute: gatewayRoute,
  GRPCRoute: gatewayRoute,
  TLSRoute: gatewayRoute,
  IngressRoute: traefikRoute,
  IngressRouteTCP: traefikRoute,
};

/** The kinds of objects that lead requests. */
export const LEADING_KINDS: ReadonlySet<string> = new Set(Object.keys(READERS));

/** The requests that an object takes; nothing where it is none that leads any. */
export function claimsOf({ kind, spec }: KubernetesObject): ObjectClaim[] {
  return READERS[kind]?.(Object(spec)) ?? [];
}

function gatewayRoute({ hostnames = [ANY_HOST], rules = [] }: RoutingSpec): ObjectClaim[] {
  const paths = rules.flatMap(({ matches = [{}] }) => matches.map(({ path }) => path?.value));
  return hostnames.flatMap((host) =>
    [...new Set(paths)].map((path) => (path === undefined ? { host } : { host, path: literalPath(path) })),
  );
}

/** A rule of Traefik in words: `Host(`shop.example.com`) && PathPrefix(`/orders`)`; what it only excludes does not count. */
function traefikRoute({ routes = [] }: RoutingSpec): ObjectClaim[] {
  return routes.flatMap(({ match = '' }) => {
    const rule = match.replace(/!\w+\([^)]*\)/g, '');
    const paths = valuesOf(rule, /\b(?:Path|PathPrefix)\(([^)]*)\)/g).map(literalPath);
    const hosts = /\bHost(?:SNI)?Regexp\(/.test(rule) ? [] : valuesOf(rule, /\bHost(?:SNI)?\(([^)]*)\)/g);
    return hosts.flatMap((host) => (paths.length === 0 ? [{ host }] : paths.map((path) => ({ host, path }))));
  });
}

function valuesOf(rule: string, matcher: RegExp): string[] {
  return [...rule.matchAll(matcher)].flatMap(([, list = '']) =>
    [...list.matchAll(/[`"']([^`"']*)[`"']/g)].map(([, value = '']) => value),
  );
}

/** What stands before the first character of a pattern, without the "/" at its end. */
function literalPath(path: string): string {
  const [literal = ''] = /^(?:[\w~%:@/-]|\\?\.(?![*+?]))*/.exec(path.replace(/^\^/, '')) ?? [];
  return literal.replaceAll('\\', '').replace(/(.)\/$/, '$1') || '/';
}
