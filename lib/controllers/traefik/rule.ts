import type { Route } from '../../route/route';
import { ANY_HOST } from '../../route/settings';
import type { UnitRoutes } from '../../route/unit-routes';
import type { CanaryShare } from '../../tenant/canary';

/**
 * Traefik takes the rule of the highest priority, over all units, and by itself the longest one in letters
 * (pkg/muxer/http/mux.go). Of two rules that a request fits, one has the more exact host, or else the deeper path: all
 * paths that hold one request are prefixes of each other.
 */
const DEFAULT_PRIORITY = 1;
const WILDCARD_PRIORITY = 10;
const HOST_PRIORITY = 100_000;

/** Below every rule of a path, so that the challenges of cert-manager are answered, which go by the length of theirs. */
export const REDIRECT_PRIORITY = 2;

/** The rule of a route: its host, and its path element by element. */
export function ruleOf(gateway: UnitRoutes, route: Route): string {
  return [...hostRules(gateway, route, 'Host'), ...pathRules(route)].join(' && ');
}

/** The rule of a route's host, whatever the path. */
export function hostRule(gateway: UnitRoutes, route: Route): string {
  return hostRules(gateway, route, 'Host').join(' && ');
}

/** The rule of the connections of a route that is passed through. */
export function sniRule(gateway: UnitRoutes, route: Route): string {
  return hostRules(gateway, route, 'HostSNI').join(' && ');
}

/** The rule of the requests that a canary takes by their header. */
export function headerRule({ header, value }: Extract<CanaryShare, { by: 'header' }>): string {
  return `Header(\`${header}\`, \`${value}\`)`;
}

/** The rule of all but cert-manager's challenges of HTTP-01. */
export const NO_CHALLENGE = '!PathPrefix(`/.well-known/acme-challenge/`)';

/** The place of a route's rule among all; the rule of its canary stands one above. */
export function priorityOf({ host, path, settings }: Route): number {
  const depth = path.split('/').filter((element) => element !== '').length;
  const place = 4 * depth + (settings.match === 'exact' ? 2 : 0);
  return host === ANY_HOST ? DEFAULT_PRIORITY : hostPriority(host) + place;
}

/** The place of the rule of a host that is passed through. */
export function hostPriority(host: string): number {
  return host.startsWith('*') ? WILDCARD_PRIORITY : HOST_PRIORITY;
}

function hostRules({ edge }: UnitRoutes, { host }: Route, matcher: 'Host' | 'HostSNI'): string[] {
  if (host === ANY_HOST) {
    return ['PathPrefix(`/`)'];
  }
  if (!host.startsWith('*.')) {
    return [`${matcher}(\`${host}\`)`];
  }
  // A host of the book is not the wildcard's, even where it has no route. As a regular expression, since a negated
  // Host counted as one that ends TLS before 3.7.13, and would have taken it from a host that is passed through.
  const domain = escaped(host.slice(1));
  const others = edge.hosts().flatMap((other) => labelBefore(host.slice(1), other.host));
  return [
    `${matcher}Regexp(\`^[^.]+${domain}$\`)`,
    ...(others.length === 0 ? [] : [`!${matcher}Regexp(\`^(${others.join('|')})${domain}$\`)`]),
  ];
}

function labelBefore(domain: string, host: string): string[] {
  const [label = ''] = host.split('.');
  return label !== '*' && host === `${label}${domain}` ? [label] : [];
}

// PathPrefix compares letters, so that `/bar` would take `/barn` too.
function pathRules({ path: written, settings }: Route): string[] {
  const path = decoded(written);
  if (settings.match === 'exact') {
    return [`Path(\`${path}\`)`];
  }
  return path === '/' ? [] : [`(Path(\`${path}\`) || PathPrefix(\`${path}/\`))`];
}

/** A path as Traefik compares it: decoded, but for what is reserved in a URL (pkg/muxer/http/mux.go). */
export function decoded(path: string): string {
  return path.replaceAll('%20', ' ');
}

function escaped(domain: string): string {
  return domain.replaceAll('.', '\\.');
}
