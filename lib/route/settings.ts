import type { Duration, Size } from 'cdk8s';
import type { Cidr } from '../core/cidr';
import type { ManagementPort, TenantPort } from '../tenant/port';

/** A host of the outside world: `appointments.wso2.com`, or `*.wso2.com` for one label before it. Lower case. */
export type Host = `${string}.${string}`;

/** A path of a URL, from its first `/`. */
export type Path = `/${string}`;

/** Where requests of a host and path go, and what the load balancer does to them. */
export interface HttpRouteProps {
  /** Port of the tenant that answers: `tenant.http`, or `tenant.https` to stay encrypted up to the pod. */
  readonly to: TenantPort;

  /**
   * Path and all below it, element by element: `/bar` is for `/bar` and `/bar/x`, not for `/barn`.
   *
   * @default '/'
   */
  readonly path?: Path;

  /**
   * Whether the path takes what is below it too.
   *
   * @default 'prefix'
   */
  readonly match?: 'prefix' | 'exact';

  /**
   * What stands in place of `path` when the request reaches the tenant: with `/bar` and `rewriteTo: '/'`, `/bar/x`
   * becomes `/x`.
   *
   * @default - the path reaches the tenant unchanged
   */
  readonly rewriteTo?: Path;

  /**
   * The longest that the load balancer waits for the tenant's answer, where that is less than the tenant's requests may
   * take. Whole seconds, from 1 to a day.
   *
   * @default - `lifecycle.requestTimeout` of the tenant; without it, as long as the controller does by itself
   */
  readonly timeout?: Duration;

  /**
   * The largest body of a request. Whole mebibytes.
   *
   * @default - as large as the controller takes by itself (nginx: 1 MiB)
   */
  readonly maxBody?: Size;

  /**
   * Requests a second that one client address may make, from 1 to 100,000; more are answered 429 or 503.
   *
   * @default - as many as it likes
   */
  readonly rateLimit?: number;

  /**
   * Whether a client stays with the pod that it came to first, by a cookie.
   *
   * @default - every request may go to another pod
   */
  readonly sticky?: 'cookie';

  /**
   * Addresses that may ask; all others are answered 403.
   *
   * @default - everybody
   */
  readonly from?: readonly Cidr[];

  /**
   * What the connection becomes after the first request; a WebSocket may then be silent for an hour.
   *
   * @default - it stays HTTP
   */
  readonly upgrade?: 'websocket';
}

/** Where the connections of a port of the load balancer go. */
export interface TcpRouteProps {
  /** Port of the tenant that answers: `tenant.port('hl7')`. */
  readonly to: TenantPort;

  /**
   * Port of the load balancer, from 1 to 65535. It is one way, whatever host was asked for.
   *
   * @default - the number of `to`
   */
  readonly port?: number;
}

/** Who may reach the management port of a tenant. */
export interface ManagementRouteProps {
  /** The port: `tenant.management` (`/management`) or `tenant.metrics` (`/metric-service`). */
  readonly to: ManagementPort;

  /** Addresses that may ask; all others are answered 403. At least one, and not the whole world. */
  readonly from: readonly [Cidr, ...Cidr[]];
}

/** The host of requests that no other route takes. */
export const ANY_HOST = '*';

/** What a route asks of the load balancer beyond host, path and port. */
export interface RouteSettings extends Omit<HttpRouteProps, 'to' | 'path' | 'timeout' | 'maxBody'> {
  /**
   * The bound on the wait for an answer, in seconds.
   *
   * @default - none
   */
  readonly timeoutSeconds?: number;
  /**
   * The bound on a body, in mebibytes.
   *
   * @default - none
   */
  readonly maxBodyMebibytes?: number;
  /**
   * The port of the load balancer, where it is one of the route's own.
   *
   * @default - that of HTTPS
   */
  readonly listener?: number;
}
