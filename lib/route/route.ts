import { refuse, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import { wholeMebibytes } from '../core/whole-mebibytes';
import { wholeSeconds } from '../core/whole-seconds';
import { MiTenant } from '../tenant/mi-tenant';
import type { ManagementPort, TenantPort } from '../tenant/port';
import { ALL_GATEWAY_FEATURES, type GatewayFeature } from './feature';
import {
  requireFew,
  requireHost,
  requireOneHost,
  requirePath,
  requirePort,
  requirePublic,
  requireSettings,
} from './route-refusals';
import {
  ANY_HOST,
  type Host,
  type HttpRouteProps,
  type ManagementRouteProps,
  type Path,
  type RouteSettings,
  type TcpRouteProps,
} from './settings';

/** One way from the outside to a tenant. */
export class Route {
  /** Requests of a host, whose TLS ends at the load balancer. */
  public static http(host: Host, props: HttpRouteProps): Route {
    requireProps('route', host, props, { to: 'tenant.http' });
    const { to, path = '/', timeout, maxBody, ...settings } = props;
    const id = `${host}${path}`;
    requireHost('route', id, host);
    requirePath('route', id, path);
    requirePublic(id, to);
    requireSettings(id, settings);
    return new Route('http', host, path, to, {
      ...settings,
      timeoutSeconds: timeout === undefined ? waitOf(to, settings) : wholeSeconds('timeout', 'route', id, timeout, 1),
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
        got: verbatim('something else'),
        instead: 'passthrough leads to the TLS port, 8253; a port of plain HTTP cannot shake hands',
      });
    }
    return new Route('passthrough', host, '/', tenant.https);
  }

  /**
   * Connections of a port, handed on unopened, whatever is spoken there: HL7, a WebSocket, a protocol of one's own. The
   * host is in the book and in DNS only, since nothing of a connection says which it asked for.
   */
  public static tcp(host: Host, props: TcpRouteProps): Route {
    requireProps('route', host, props, { to: "tenant.port('hl7')" });
    const { to, port = to.number } = props;
    requireHost('route', host, host);
    requirePublic(host, to);
    requirePort(host, port);
    return new Route('tcp', host, '/', to, { listener: port });
  }

  /** Requests that no other route of the load balancer takes. */
  public static defaultBackend(to: TenantPort): Route {
    requireProps('route', ANY_HOST, { to }, { to: 'tenant.http' });
    requirePublic(ANY_HOST, to);
    return new Route('default', ANY_HOST, '/', to, { timeoutSeconds: waitOf(to) });
  }

  /**
   * The Management API or the metrics of a tenant, for a few addresses, on a host of its own: what is on a host
   * together with a public route is refused, so that nobody meets `/management` by accident. A tenant whose Management
   * API is shown must say `config.managementLogin`.
   */
  public static management(host: Host, props: ManagementRouteProps): Route {
    requireProps('route', host, props, { to: 'tenant.management', from: "['10.20.0.0/16']" });
    const { to, from } = props;
    requireHost('route', host, host);
    requireOneHost(host);
    if (to?.access !== 'management') {
      const must = 'be tenant.management or tenant.metrics';
      refuse({ prop: 'to', kind: 'route', id: host, must, got: verbatim(`port ${to?.number}`), instead: 'Route.http' });
    }
    requireFew(host, from);
    return new Route('management', host, to.path, to, { from });
  }

  private constructor(
    /** How the load balancer deals with it. */
    public readonly kind: 'http' | 'passthrough' | 'tcp' | 'default' | 'management',
    /** The host, or `*`. */
    public readonly host: Host | typeof ANY_HOST,
    /** The path. */
    public readonly path: Path,
    /** The port of the tenant. */
    public readonly to: TenantPort | ManagementPort,
    /** What else is asked of the load balancer. */
    public readonly settings: RouteSettings = {},
  ) {}

  /** Host and path, as messages show them, or host and port. */
  public get text(): string {
    const { host, path, settings } = this;
    return settings.listener === undefined ? `${host}${path}` : `${host}:${settings.listener}`;
  }

  /** All that a controller must be able to do for it. */
  public get features(): readonly GatewayFeature[] {
    return featuresOf(this);
  }
}

function featuresOf({ kind, host, settings, to }: Route): readonly GatewayFeature[] {
  // A connection that is passed through has no canary on any controller; GatewayIngress says so.
  const split = kind === 'http' || kind === 'default';
  const share = split ? to.tenant.canary?.share : undefined;
  const asked: Readonly<Partial<Record<GatewayFeature, boolean>>> = {
    passthrough: kind === 'passthrough',
    tcp: kind === 'tcp',
    defaultBackend: kind === 'default',
    wildcardHost: host.startsWith('*.'),
    httpsBackend: kind !== 'passthrough' && kind !== 'tcp' && to.protocol === 'HTTPS',
    exactPath: settings.match === 'exact',
    rewrite: settings.rewriteTo !== undefined,
    // What the tenant says of all its requests is no bound of the route; each controller carries it or refuses it itself.
    timeout: settings.timeoutSeconds !== undefined && settings.timeoutSeconds !== to.tenant.requestSeconds,
    maxBody: settings.maxBodyMebibytes !== undefined,
    rateLimit: settings.rateLimit !== undefined,
    sticky: settings.sticky !== undefined,
    from: settings.from !== undefined,
    webSocket: settings.upgrade !== undefined,
    canaryPercent: share?.by === 'percent',
    canaryHeader: share?.by === 'header',
  };
  return ALL_GATEWAY_FEATURES.filter((feature) => asked[feature] === true);
}

/** How long an edge waits for a tenant that says how long a request may take. A WebSocket is no request. */
function waitOf({ tenant }: TenantPort, { upgrade }: RouteSettings = {}): number | undefined {
  return upgrade === undefined ? tenant.requestSeconds : undefined;
}
