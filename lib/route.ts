import type { Duration, Size } from 'cdk8s';
import type { Cidr } from './cidr';
import { featuresOf, type GatewayFeature } from './gateway-feature';
import { MiTenant } from './mi-tenant';
import { refuse, said } from './refusal';
import { requireFew, requireHost, requireOneHost, requirePath, requirePublic, requireSettings } from './route-refusals';
import type { ManagementPort, TenantPort } from './tenant-port';
import { wholeMebibytes } from './whole-mebibytes';
import { wholeSeconds } from './whole-seconds';

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
   * The longest that the load balancer waits for the tenant's answer. Whole seconds, from 1 to a day.
   *
   * @default - as long as the controller does by itself
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
}

/** One way from the outside to a tenant. */
export class Route {
  /** Requests of a host, whose TLS ends at the load balancer. */
  public static http(host: Host, { to, path = '/', timeout, maxBody, ...settings }: HttpRouteProps): Route {
    const id = `${host}${path}`;
    requireHost('route', id, host);
    requirePath('route', id, path);
    requirePublic(id, to);
    requireSettings(id, settings);
    return new Route('http', host, path, to, {
      ...settings,
      timeoutSeconds: timeout && wholeSeconds('timeout', 'route', id, timeout, 1),
      maxBodyMebibytes: maxBody && wholeMebibytes('maxBody', 'route', id, maxBody),
    });
  }

  /**
   * Connections of a host, handed to the tenant's own TLS port (8253) unopened. The load balancer sees no path and no
   * header; the tenant shows its own certificate, so it needs `tls`.
   */
  public static passthrough(host: Host, tenant: MiTenant): Route {
    requireHost('route', host, host);
    if (!(tenant instanceof MiTenant)) {
      refuse({
        prop: 'tenant',
        kind: 'route',
        id: host,
        must: 'be a tenant',
        got: said('something else'),
        instead: 'passthrough leads to the TLS port, 8253; a port of plain HTTP cannot shake hands',
      });
    }
    return new Route('passthrough', host, '/', tenant.https);
  }

  /** Requests that no other route of the load balancer takes. */
  public static defaultBackend(to: TenantPort): Route {
    requirePublic(ANY_HOST, to);
    return new Route('default', ANY_HOST, '/', to);
  }

  /**
   * The Management API or the metrics of a tenant, for a few addresses, on a host of its own: what is on a host
   * together with a public route is refused, so that nobody meets `/management` by accident. Without
   * `config.managementLogin` of the tenant its login is admin with the password admin.
   */
  public static management(host: Host, { to, from }: ManagementRouteProps): Route {
    requireHost('route', host, host);
    requireOneHost(host);
    if (to?.access !== 'management') {
      const must = 'be tenant.management or tenant.metrics';
      refuse({ prop: 'to', kind: 'route', id: host, must, got: said(`port ${to?.number}`), instead: 'Route.http' });
    }
    requireFew(host, from);
    return new Route('management', host, to.path, to, { from });
  }

  private constructor(
    /** How the load balancer deals with it. */
    public readonly kind: 'http' | 'passthrough' | 'default' | 'management',
    /** The host, or `*`. */
    public readonly host: Host | typeof ANY_HOST,
    /** The path. */
    public readonly path: Path,
    /** The port of the tenant. */
    public readonly to: TenantPort | ManagementPort,
    /** What else is asked of the load balancer. */
    public readonly settings: RouteSettings = {},
  ) {}

  /** Host and path, as messages show them. */
  public get text(): string {
    return `${this.host}${this.path}`;
  }

  /** All that a controller must be able to do for it. */
  public get features(): readonly GatewayFeature[] {
    return featuresOf(this);
  }
}
