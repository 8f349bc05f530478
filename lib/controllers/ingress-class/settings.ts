import type { Cidr } from '../../core/cidr';
import type { Route } from '../../route/route';
import type { Path } from '../../route/settings';
import type { HealthCheck } from '../../tenant/health-check';

/** Annotations of an Ingress. */
export type Annotations = Readonly<Record<string, string>>;

/**
 * What a controller is told of each thing that a route may ask for, in annotations of its own. A route that asks for what
 * has no function here is refused; who writes one vouches that the controller keeps it.
 */
export interface IngressSettings {
  /**
   * By what the path of the route is replaced: `rewriteTo`.
   *
   * @default - refused
   */
  readonly rewrite?: (to: Path) => Annotations;

  /**
   * TLS up to the pod, for routes to `tenant.https`.
   *
   * @default - refused
   */
  readonly httpsBackend?: () => Annotations;

  /**
   * The longest wait for an answer, in seconds: `timeout` of the route, or `lifecycle.requestTimeout` of the tenant.
   *
   * @default - refused; a tenant with a requestTimeout needs `annotations` then
   */
  readonly timeout?: (seconds: number) => Annotations;

  /**
   * The largest body, in mebibytes.
   *
   * @default - refused
   */
  readonly maxBody?: (mebibytes: number) => Annotations;

  /**
   * Requests a second of one client.
   *
   * @default - refused
   */
  readonly rateLimit?: (perSecond: number) => Annotations;

  /**
   * A client stays with its pod, by a cookie.
   *
   * @default - refused
   */
  readonly sticky?: () => Annotations;

  /**
   * Addresses that may ask. Only of a controller that sees the addresses of clients.
   *
   * @default - refused, and with it Route.management
   */
  readonly from?: (ranges: readonly Cidr[]) => Annotations;

  /**
   * A WebSocket, which may be silent for an hour.
   *
   * @default - refused
   */
  readonly webSocket?: () => Annotations;

  /**
   * What becomes of plain HTTP, on every Ingress.
   *
   * @default - nothing is told; `plainHttp: 'serve'` of the load balancer is refused
   */
  readonly plainHttp?: (mode: 'redirect' | 'serve') => Annotations;

  /**
   * How pods are asked whether they are ready, of a controller that asks by itself, from the load balancer's `sources`.
   * Where it is told so elsewhere: `() => ({})`.
   *
   * @default - nothing is told, and the port of the probe is not opened to it
   */
  readonly health?: (check: HealthCheck) => Annotations;
}

/** What a route asks for, in the words of the controller. */
export function settingsOf({ to, settings }: Route, tell: IngressSettings): Annotations {
  const { rewriteTo, timeoutSeconds, maxBodyMebibytes, rateLimit, sticky, from, upgrade } = settings;
  const { readiness } = to.tenant;
  return {
    ...(readiness && tell.health?.(readiness)),
    ...(to.protocol === 'HTTPS' ? tell.httpsBackend?.() : {}),
    ...(rewriteTo && tell.rewrite?.(rewriteTo)),
    ...(timeoutSeconds && tell.timeout?.(timeoutSeconds)),
    ...(maxBodyMebibytes && tell.maxBody?.(maxBodyMebibytes)),
    ...(rateLimit && tell.rateLimit?.(rateLimit)),
    ...(sticky && tell.sticky?.()),
    ...(from && tell.from?.(from)),
    ...(upgrade && tell.webSocket?.()),
  };
}
