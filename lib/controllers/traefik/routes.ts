import { groupBy } from '../../core/by-key';
import type { Route } from '../../route/route';
import type { UnitRoutes } from '../../route/unit-routes';
import { nameOfRoute } from '../ingress';
import { renderIssuedCertificates } from '../issued-certificate';
import { renderWays } from './backends';
import { middlewaresOf } from './middlewares';
import { renderTraefik, type TraefikRule, type TraefikTls } from './objects';
import * as rule from './rule';

/** How a Traefik is installed, as its objects name it. */
export interface TraefikSite {
  /** Its entry point for plain HTTP. */
  readonly web: string;
  /** Its entry point for HTTPS. */
  readonly websecure: string;
  /** Proxies in front of it. */
  readonly proxies: number;
  /** The class that it watches. */
  readonly ingressClassName: string | undefined;
}

/** Renders the routes of a unit: an IngressRoute a host, and what its rules name. */
export function renderRoutes(gateway: UnitRoutes, site: TraefikSite): void {
  const named = gateway.routes.filter(({ kind }) => kind !== 'default');
  const seen = named.filter(({ kind }) => kind !== 'passthrough');
  for (const [host, routes] of groupBy(seen, (route) => route.host)) {
    renderHost(gateway, site, host, routes);
  }
  for (const route of named.filter(({ kind }) => kind === 'passthrough')) {
    renderPassthrough(gateway, site, route);
  }
  if (gateway.edge.plainHttp === 'redirect') {
    renderRedirect(gateway, site, named);
  }
  for (const route of gateway.routes.filter(({ kind }) => kind === 'default')) {
    const rules = rulesOf(gateway, site, route);
    renderIngressRoute(gateway, site, 'default', rules, {});
    // No host says that there is a certificate for it, so that it is answered in the open too.
    renderIngressRoute(gateway, site, 'default-plain', rules);
  }
}

function renderHost(gateway: UnitRoutes, site: TraefikSite, host: string, routes: readonly Route[]): void {
  const tls = gateway.tls(host);
  const part = hostPart(host);
  const rules = routes.flatMap((route) => rulesOf(gateway, site, route));
  renderIssuedCertificates(gateway, [host]);
  renderIngressRoute(gateway, site, part, rules, { secretName: tls.secretName(host) });
  if (gateway.edge.plainHttp === 'serve') {
    const challenged = tls.feature === 'tlsIssuer';
    const open = rules.map((one) => (challenged ? { ...one, match: `${one.match} && ${rule.NO_CHALLENGE}` } : one));
    renderIngressRoute(gateway, site, `${part}-plain`, open);
  }
}

/** The rules of a route, with all that they name. */
function rulesOf(gateway: UnitRoutes, { proxies }: TraefikSite, route: Route): TraefikRule[] {
  const named = middlewaresOf(route, proxies).map(([part, spec]) => ({
    name: renderTraefik(gateway, 'Middleware', `${nameOfRoute(route)}-${part}`, spec),
  }));
  const middlewares = named.length === 0 ? undefined : named;
  const match = rule.ruleOf(gateway, route);
  const priority = rule.priorityOf(route);
  return renderWays(gateway, route).map(({ service, rule: also }) => ({
    match: also === undefined ? match : `${match} && ${also}`,
    priority: also === undefined ? priority : priority + 1,
    middlewares,
    services: [service],
  }));
}

function renderIngressRoute(
  gateway: UnitRoutes,
  { web, websecure, ingressClassName }: TraefikSite,
  part: string,
  routes: readonly TraefikRule[],
  tls?: TraefikTls,
): void {
  const entryPoints = [tls === undefined ? web : websecure];
  renderTraefik(gateway, 'IngressRoute', part, { ingressClassName, entryPoints, routes, tls });
}

/** Whatever the path, and for passthrough too: what is behind the host speaks TLS. */
function renderRedirect(gateway: UnitRoutes, site: TraefikSite, routes: readonly Route[]): void {
  const byHost = [...groupBy(routes, ({ host }) => host)].flatMap(([, [first]]) => first ?? []);
  if (byHost.length === 0) {
    return;
  }
  const redirectScheme = { scheme: 'https', permanent: true } as const;
  const name = renderTraefik(gateway, 'Middleware', 'redirect', { redirectScheme });
  const redirects = byHost.map((route) => ({
    match: rule.hostRule(gateway, route),
    priority: rule.REDIRECT_PRIORITY,
    middlewares: [{ name }],
    // Never asked, but a rule must have one.
    services: [{ name: route.to.tenant.name, port: route.to.number }],
  }));
  renderIngressRoute(gateway, site, 'redirect', redirects);
}

function renderPassthrough(gateway: UnitRoutes, { websecure, ingressClassName }: TraefikSite, route: Route): void {
  const { host, to } = route;
  const services = [{ name: to.tenant.name, port: to.number }];
  renderTraefik(gateway, 'IngressRouteTCP', hostPart(host), {
    ingressClassName,
    entryPoints: [websecure],
    routes: [{ match: rule.sniRule(gateway, route), priority: rule.hostPriority(host), services }],
    tls: { passthrough: true },
  });
}

function hostPart(host: string): string {
  return host.replace(/^\*/, 'wildcard');
}
