import type { Route } from '../../route/route';
import type { TraefikMiddleware, TraefikRateLimit } from './objects';
import { decoded } from './rule';

/** What is done to the requests of a route, each under the last part of its name, in the order of its doing. */
export function middlewaresOf(
  { path, settings }: Route,
  proxies: number,
): ReadonlyArray<readonly [string, TraefikMiddleware]> {
  const { from, rateLimit, maxBodyMebibytes, rewriteTo } = settings;
  const ipStrategy = proxies === 0 ? undefined : { depth: proxies };
  return [
    ...(from === undefined ? [] : [['from', { ipAllowList: { sourceRange: from, ipStrategy } }] as const]),
    ...(rateLimit === undefined ? [] : [['rate-limit', { rateLimit: rate(rateLimit, ipStrategy) }] as const]),
    ...(maxBodyMebibytes === undefined
      ? []
      : [['max-body', { buffering: { maxRequestBodyBytes: maxBodyMebibytes * 2 ** 20 } }] as const]),
    // Not replacePathRegex: it compares the path as it was sent, in which a letter may be written as `%62`.
    ...(rewriteTo === undefined || path === '/'
      ? []
      : [['strip', { stripPrefix: { prefixes: [decoded(path)] } }] as const]),
    ...(rewriteTo === undefined || rewriteTo === '/'
      ? []
      : [['add', { addPrefix: { prefix: decoded(rewriteTo) } }] as const]),
  ];
}

// By itself Traefik answers 429 to the second of two requests at once.
function rate(average: number, ipStrategy: { readonly depth: number } | undefined): TraefikRateLimit {
  return { average, burst: average, sourceCriterion: ipStrategy && { ipStrategy } };
}
