import type { ApiObjectMetadata } from 'cdk8s';
import { groupBy } from '../../core/by-key';
import type { Route } from '../../route/route';
import { ANY_HOST } from '../../route/settings';
import type { UnitRoutes } from '../../route/unit-routes';
import { BackendTls } from './backend-tls';
import { type BackendReference, gatewayApiObject, type HttpFilter, type HttpRule } from './objects';
import { REDIRECT, type RouteParent } from './parent';
import { renderRateLimit } from './rate-limit';
import { TenantGrant } from './tenant-grant';

/** The most rules that the API takes in an HTTPRoute. */
const MOST_RULES = 16;

/** Renders routes of a unit: an HTTPRoute for each host whose TLS ends at the Gateway, a TLSRoute for each other. */
export function renderRoutes(gateway: UnitRoutes, parent: RouteParent): void {
  for (const [host, routes] of groupBy(gateway.routes, (route) => route.host)) {
    // A host is either passed through or not; what mixes the two is refused by the host book.
    const [passed] = routes.filter(({ kind }) => kind === 'passthrough');
    const hostnames = host === ANY_HOST ? undefined : [host];
    if (passed === undefined) {
      // A policy bounds a whole HTTPRoute, so routes of another bound have one of their own.
      for (const [limit, some] of groupBy(routes, ({ settings }) => settings.rateLimit)) {
        renderHttpRoutes(gateway, parent, some, { hostnames, limit });
      }
      renderRedirect(gateway, parent, host, hostnames);
    } else {
      gatewayApiObject(gateway.scope, `tls ${host}`, 'TLSRoute', metadata(gateway, host), {
        parentRefs: parent.parentsOf(passed),
        hostnames: [host],
        rules: [{ backendRefs: [backendRef(gateway, passed, passed.to.tenant.name, 'TLSRoute')] }],
      });
    }
  }
}

/** What the routes of one or several HTTPRoutes share. */
interface SharedRoute {
  readonly hostnames: readonly string[] | undefined;
  /** Requests a second of a client; `undefined` where there is no bound. */
  readonly limit: number | undefined;
}

function renderHttpRoutes(
  gateway: UnitRoutes,
  parent: RouteParent,
  routes: readonly Route[],
  { hostnames, limit }: SharedRoute,
): void {
  const [first] = routes;
  if (first === undefined) {
    return;
  }
  const { host } = first;
  const parentRefs = parent.parentsOf(first);
  const rules = routes.flatMap((route) => rulesOf(gateway, route));
  const limited = limit === undefined ? '' : `-limit-${limit}`;
  for (let at = 0; at < rules.length; at += MOST_RULES) {
    const part = `${limited}${at === 0 ? '' : `-${at / MOST_RULES + 1}`}`;
    const { name = '', annotations } = metadata(gateway, host, part);
    gatewayApiObject(
      gateway.scope,
      `http${part} ${host}`,
      'HTTPRoute',
      { name, annotations },
      {
        parentRefs,
        hostnames,
        rules: rules.slice(at, at + MOST_RULES),
      },
    );
    if (limit !== undefined) {
      renderRateLimit(gateway.scope, name, limit);
    }
  }
}

function renderRedirect(
  gateway: UnitRoutes,
  parent: RouteParent,
  host: string,
  hostnames: readonly string[] | undefined,
): void {
  if (parent.redirectedBy.length > 0 && hostnames !== undefined) {
    gatewayApiObject(gateway.scope, `redirect ${host}`, 'HTTPRoute', metadata(gateway, host, '-redirect'), {
      parentRefs: parent.redirectedBy,
      hostnames,
      rules: [REDIRECT],
    });
  }
}

/** Name and annotations of the route of a host: `routes-public.wso2.com`, `routes-public-wildcard.wso2.com`. */
function metadata({ name, annotations }: UnitRoutes, host: string, part = ''): ApiObjectMetadata {
  const [label = '', ...domain] = host.split('.');
  const wild = label === ANY_HOST && domain.length > 0;
  const place = host === ANY_HOST ? '-default' : wild ? `-wildcard.${domain.join('.')}` : `.${host}`;
  return { name: `${name}${part}${place}`, annotations };
}

/** The rules of a route: one, and another for the header of a canary. */
function rulesOf(gateway: UnitRoutes, route: Route): HttpRule[] {
  const { path, to, settings } = route;
  const { tenant } = to;
  const exact = settings.match === 'exact';
  const match = { path: { type: exact ? 'Exact' : 'PathPrefix', value: path } } as const;
  const common = { filters: filters(route), timeouts: timeouts(route) };
  const own = backendRef(gateway, route, tenant.name, 'HTTPRoute');
  if (tenant.canary === undefined) {
    return [{ matches: [match], ...common, backendRefs: [own] }];
  }
  const { share, serviceName } = tenant.canary;
  const canary = backendRef(gateway, route, serviceName, 'HTTPRoute');
  if (share.by === 'percent') {
    const weighted = [
      { ...own, weight: 100 - share.percent },
      { ...canary, weight: share.percent },
    ];
    return [{ matches: [match], ...common, backendRefs: weighted }];
  }
  const headers = [{ type: 'Exact', name: share.header, value: share.value }] as const;
  return [
    { matches: [{ ...match, headers }], ...common, backendRefs: [canary] },
    { matches: [match], ...common, backendRefs: [own] },
  ];
}

function filters({ settings: { match, rewriteTo } }: Route): HttpFilter[] | undefined {
  if (rewriteTo === undefined) {
    return undefined;
  }
  return match === 'exact'
    ? [{ type: 'URLRewrite', urlRewrite: { path: { type: 'ReplaceFullPath', replaceFullPath: rewriteTo } } }]
    : [{ type: 'URLRewrite', urlRewrite: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: rewriteTo } } }];
}

/** A bound would end a WebSocket too; none (`0s`) is what the API has to keep it open. */
function timeouts({ settings: { timeoutSeconds, upgrade } }: Route): HttpRule['timeouts'] {
  if (upgrade === 'websocket') {
    return { request: '0s' };
  }
  return timeoutSeconds === undefined ? undefined : { request: `${timeoutSeconds}s` };
}

/** A Service of a route's tenant, and what must stand beside it so that the Gateway may and can speak to it. */
function backendRef(
  { namespace }: UnitRoutes,
  { kind, host, to }: Route,
  name: string,
  from: 'HTTPRoute' | 'TLSRoute',
): BackendReference {
  const { tenant, number, protocol } = to;
  const { namespaceName } = tenant.unit;
  if (protocol === 'HTTPS' && kind !== 'passthrough') {
    BackendTls.of(tenant).admit(host);
  }
  if (namespaceName === namespace) {
    return { name, port: number };
  }
  TenantGrant.of(tenant, namespace).admit(from);
  return { namespace: namespaceName, name, port: number };
}
