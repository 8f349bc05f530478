import type { Route } from '../../route/route';
import { type IngressPath, plainPath } from '../ingress';

/** What follows a path and takes all below it; equally long after every path, since nginx tries the longest first. */
const BELOW = '(/|$)(.*)';

/** What follows a path that stands for itself; longer than `BELOW`, so that it is tried before its own prefix. */
const NOTHING_MORE = '(?:)(?:)(?:)$';

/**
 * Paths of which one rewrite may be among them. One `rewrite-target` or `use-regex` makes every path of its host, over
 * all Ingresses, a regular expression without regard to case, tried from the longest to the shortest (ingress-nginx,
 * docs/user-guide/ingress-path-matching.md): "/bar" would then take "/barn". So all of them are written as such.
 */
export function regexPath(route: Route): IngressPath {
  const { path, settings } = route;
  // nginx compares the decoded path.
  const literal = path.replaceAll('.', '\\.').replaceAll('%20', '\\x20');
  if (settings.match === 'exact') {
    return { path: `${literal}${NOTHING_MORE}`, pathType: 'ImplementationSpecific' };
  }
  if (path === '/') {
    // The whole host is a Prefix, or nginx would keep its own "/" before it.
    return rewrites(route) ? { path: '/(.*)', pathType: 'ImplementationSpecific' } : plainPath(route);
  }
  return { path: `${literal}${BELOW}`, pathType: 'ImplementationSpecific' };
}

/** What nginx writes in place of the whole path: `rewriteTo`, and what was below `path`. */
export function rewriteTarget(route: Route): string | undefined {
  const { path, settings } = route;
  const { match, rewriteTo = path } = settings;
  if (!rewrites(route)) {
    return undefined;
  }
  if (match === 'exact') {
    return rewriteTo;
  }
  const stem = rewriteTo === '/' ? '' : rewriteTo;
  if (path === '/') {
    return `${stem}/$1`;
  }
  return rewriteTo === '/' ? '/$2' : `${stem}$1$2`;
}

function rewrites({ path, settings }: Route): boolean {
  return settings.rewriteTo !== undefined && settings.rewriteTo !== path;
}
