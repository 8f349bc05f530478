import { ApiObject } from 'cdk8s';
import type { HTTPIngressPath, Ingress, IngressBackend, IngressRule, IngressSpec, IngressTLS } from '../../imports/k8s';
import { groupBy } from '../core/by-key';
import { digestOf } from '../core/digest';
import type { Route } from '../route/route';
import type { UnitRoutes } from '../route/unit-routes';

/** An Ingress of a unit, as a controller asks for it. */
export interface IngressProps {
  /**
   * What its name has beyond the gateway's, from its first `-`.
   *
   * @default - nothing
   */
  readonly suffix?: string;

  /**
   * The class that its controller watches.
   *
   * @default - the annotations name it
   */
  readonly className?: string;

  /** What the controller is told beyond the Ingress. */
  readonly annotations: Readonly<Record<string, string>>;

  /** Rules, certificates, or the default backend. */
  readonly spec: Pick<IngressSpec, 'rules' | 'tls' | 'defaultBackend'>;
}

/** Why a route of an Ingress leads to its own unit only. */
export const OWN_NAMESPACE = 'an Ingress cannot reach into another namespace';

/** How a controller is told the path of a route. */
export type IngressPath = Pick<HTTPIngressPath, 'path' | 'pathType'>;

/** Renders an Ingress. Two of one `suffix` are two objects of one name, which the fleet refuses in words. */
export function renderIngress(gateway: UnitRoutes, { suffix = '', className, annotations, spec }: IngressProps): void {
  const { scope } = gateway;
  const twin = scope.node.tryFindChild(`ingress${suffix}`) === undefined ? '' : `:${scope.node.children.length}`;
  new ApiObject(scope, `ingress${suffix}${twin}`, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: `${gateway.name}${suffix}`, annotations: { ...gateway.annotations, ...annotations } },
    spec: { ingressClassName: className, ...spec },
  } satisfies Ingress);
}

/** The routes as rules: one a host, with a path for each route. */
export function rules(
  routes: readonly Route[],
  pathOf: (route: Route) => IngressPath = plainPath,
  backendOf: (route: Route) => IngressBackend = backend,
): IngressRule[] {
  return [...groupBy(routes, ({ host }) => host)].map(([host, ofHost]) => ({
    host,
    http: { paths: ofHost.map((route) => ({ ...pathOf(route), backend: backendOf(route) })) },
  }));
}

/** The path of a route in the words of Kubernetes. */
export function plainPath({ path, settings }: Route): IngressPath {
  return { path, pathType: settings.match === 'exact' ? 'Exact' : 'Prefix' };
}

/** The Service and port of a route. */
export function backend({ to }: Route): IngressBackend {
  return { service: { name: to.tenant.name, port: { number: to.number } } };
}

/** The same port of the Service of its canary. */
export function canaryBackend({ to }: Route): IngressBackend {
  return { service: { name: to.tenant.canary?.serviceName ?? to.tenant.name, port: { number: to.number } } };
}

/** The certificates of the hosts of routes: an entry a Secret, and one without for those of the controller. */
export function ingressTls(gateway: UnitRoutes, routes: readonly Route[]): IngressTLS[] {
  const hosts = new Set(routes.map(({ host }) => host));
  const bySecret = groupBy([...hosts], (host) => gateway.tls(host).secretName(host));
  return [...bySecret].map(([secretName, ofSecret]) => ({ hosts: ofSecret, secretName }));
}

/**
 * Host and path of a route as a part of names: `shop.example.com.orders`, `wildcard.example.com`, and
 * `shop.example.com.orders-exact`. Of a path that a name cannot hold as it is, such as `/Orders/v7`, it has what is
 * readable and a digest, so that no two routes have one name.
 */
export function nameOfRoute({ host, path, settings }: Route): string {
  const elements = path.split('/').map((element) => element.toLowerCase().replace(/[^a-z0-9]/g, '-'));
  const bare = elements.map((element) => element.replace(/^-+|-+$/g, '')).filter((element) => element !== '');
  const exact = settings.match === 'exact' ? '-exact' : '';
  const held = path === `/${bare.join('/')}` && !path.endsWith('-exact');
  return `${[host.replace(/^\*/, 'wildcard'), ...bare].join('.')}${held ? '' : `-${digestOf(path)}`}${exact}`;
}
