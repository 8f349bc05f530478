import { isIP } from 'node:net';
import { isDnsSubdomain } from './dns-name';
import { MiTenant, type TenantPort } from './mi-tenant';
import { refuse, said } from './refusal';

/** A host of the outside world: `appointments.wso2.com`. Lower case, with at least one dot. */
export type Host = `${string}.${string}`;

/** A path of a URL, from its first `/`. */
export type Path = `/${string}`;

/** Where requests of a host and path go, and how its port is spoken to. */
export interface HttpRouteProps {
  /** Port of the tenant that answers: `tenant.http`, or `tenant.https` to stay encrypted up to the pod. */
  readonly to: TenantPort;

  /**
   * Path and all below it, element by element: `/bar` is for `/bar` and `/bar/x`, not for `/barn`. It reaches the
   * tenant unchanged.
   *
   * @default '/'
   */
  readonly path?: Path;
}

/** The host of requests that no other route takes. */
export const ANY_HOST = '*';

/** One way from the outside to a tenant. */
export class Route {
  /** Requests of a host, whose TLS ends at the load balancer. */
  public static http(host: Host, { to, path = '/' }: HttpRouteProps): Route {
    requireHost('route', `${host}${path}`, host);
    requirePath('route', `${host}${path}`, path);
    requirePublicPort(`${host}${path}`, to);
    return new Route('http', host, path, to);
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
    requirePublicPort(ANY_HOST, to);
    return new Route('default', ANY_HOST, '/', to);
  }

  private constructor(
    /** How the load balancer deals with it. */
    public readonly kind: 'http' | 'passthrough' | 'default',
    /** The host, or `*`. */
    public readonly host: Host | typeof ANY_HOST,
    /** The path. */
    public readonly path: Path,
    /** The port of the tenant. */
    public readonly to: TenantPort,
  ) {}

  /** Host and path, as messages show them. */
  public get text(): string {
    return `${this.host}${this.path}`;
  }
}

function requirePublicPort(id: string, to: TenantPort): void {
  if (to !== to.tenant.http && to !== to.tenant.https) {
    refuse({
      prop: 'to',
      kind: 'route',
      id,
      must: 'be tenant.http or tenant.https',
      got: said(`port ${to.number}`),
      instead: 'the other ports are for the inside of the cluster',
    });
  }
}

/** Refuses what is not a host name; an Ingress takes no address. */
export function requireHost(kind: string, id: string, host: string): void {
  if (!isDnsSubdomain(host) || !host.includes('.') || isIP(host) !== 0) {
    const must = 'be a DNS name in lower case, such as "appointments.wso2.com"';
    refuse({ prop: 'host', kind, id, must, got: host });
  }
}

/** Refuses a path that a controller would not take, or would take for something else. */
export function requirePath(kind: string, id: string, path: string): void {
  const elements = path.slice(1).split('/');
  const plain = elements.every((element) => /^[A-Za-z0-9._~-]+$/.test(element) && !/^\.+$/.test(element));
  if (!path.startsWith('/') || (path !== '/' && !plain)) {
    refuse({
      prop: 'path',
      kind,
      id,
      must: 'begin with "/", not end with one, and be made of letters, digits, ".", "_", "~" and "-"',
      got: path,
      instead: 'a path takes all below it, so "/bar" is what "/bar/*" was meant to be',
    });
  }
}
