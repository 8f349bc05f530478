import { ApiObject } from 'cdk8s';
import type {
  IngressRoute,
  IngressRouteTCP,
  Middleware,
  ServersTransport,
  TraefikService,
} from '../../../imports/traefik';
import type { UnitRoutes } from '../../route/unit-routes';

export type {
  IngressRouteSpecRoutes as TraefikRule,
  IngressRouteSpecRoutesServices as TraefikBackend,
  IngressRouteSpecRoutesServicesSticky as TraefikSticky,
  IngressRouteSpecTls as TraefikTls,
  MiddlewareSpec as TraefikMiddleware,
  MiddlewareSpecRateLimit as TraefikRateLimit,
  ServersTransportSpec as TraefikTransport,
} from '../../../imports/traefik';

/** What is written of Traefik's own kinds. */
type TraefikObject = IngressRoute | IngressRouteTCP | Middleware | ServersTransport | TraefikService;

const apiVersion: TraefikObject['apiVersion'] = 'traefik.io/v1alpha1';

/**
 * Renders an object of Traefik and gives its name: the gateway's and `part`. Two of one name are two objects, which the
 * fleet refuses in words.
 */
export function renderTraefik<Kind extends TraefikObject['kind']>(
  { scope, name, annotations }: UnitRoutes,
  kind: Kind,
  part: string,
  spec: Extract<TraefikObject, { readonly kind: Kind }>['spec'],
): string {
  const metadata = { name: `${name}-${part}`, annotations };
  const id = `${kind} ${part}`;
  const twin = scope.node.tryFindChild(id) === undefined ? '' : ` ${scope.node.children.length}`;
  new ApiObject(scope, `${id}${twin}`, { apiVersion, kind, metadata, ...{ spec } });
  return metadata.name;
}
