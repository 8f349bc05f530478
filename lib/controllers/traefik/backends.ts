import type { Route } from '../../route/route';
import type { UnitRoutes } from '../../route/unit-routes';
import { nameOfRoute } from '../ingress';
import { renderTraefik, type TraefikBackend, type TraefikSticky, type TraefikTransport } from './objects';
import { headerRule } from './rule';

/** Where requests of a route go: those that fit `rule`, or all others. */
export interface TraefikWay {
  readonly service: TraefikBackend;
  readonly rule?: string;
}

/** Renders what stands between a route and its pods, and gives the ways there. */
export function renderWays(gateway: UnitRoutes, route: Route): TraefikWay[] {
  const { to } = route;
  const canary = to.access === 'public' ? to.tenant.canary : undefined;
  const part = route.kind === 'default' ? 'default' : nameOfRoute(route);
  const transport = transportOf(route);
  const serversTransport = transport && renderTraefik(gateway, 'ServersTransport', part, transport);
  const backend = (name: string): TraefikBackend => ({
    name,
    port: to.number,
    scheme: to.protocol === 'HTTPS' ? 'https' : 'http',
    serversTransport,
    sticky: sticky(gateway, route, `${name}-${to.number}`),
  });
  const tenant = backend(to.tenant.name);
  if (canary === undefined) {
    return [{ service: tenant }];
  }
  const other = backend(canary.serviceName);
  if (canary.share.by === 'header') {
    return [{ service: other, rule: headerRule(canary.share) }, { service: tenant }];
  }
  const { percent } = canary.share;
  const name = renderTraefik(gateway, 'TraefikService', part, {
    weighted: {
      services: [
        { ...tenant, weight: 100 - percent },
        { ...other, weight: percent },
      ],
      sticky: sticky(gateway, route, `${to.tenant.name}-share`),
    },
  });
  return [{ service: { name, kind: 'TraefikService' } }];
}

/** How Traefik speaks to the pods of a route; `undefined` where it does so by itself. */
function transportOf({ host, to, settings }: Route): TraefikTransport | undefined {
  const { timeoutSeconds } = settings;
  const bound =
    timeoutSeconds === undefined ? {} : { forwardingTimeouts: { responseHeaderTimeout: `${timeoutSeconds}s` } };
  if (to.protocol === 'HTTP') {
    return timeoutSeconds === undefined ? undefined : bound;
  }
  // A server may refuse to be called `*.…`, and a certificate of that name is for every label.
  const { ca, serverName = host.replace(/^\*/, 'any') } = to.tenant.tls ?? {};
  // ConfigMaps are read since 3.4 (docs/content/migrate/v3.md).
  return { serverName, ...(ca === undefined ? {} : { rootCAs: [{ configMap: ca }] }), ...bound };
}

// Named by whom it leads to, so that routes of a host which lead to one tenant lead a client to one pod.
function sticky({ edge, namespace }: UnitRoutes, { settings }: Route, name: string): TraefikSticky | undefined {
  // A cookie that is for HTTPS only would never come back over plain HTTP.
  const cookie = { name: `mi-${namespace}-${name}`, httpOnly: true, secure: edge.plainHttp === 'redirect' };
  return settings.sticky === undefined ? undefined : { cookie };
}
