import type { MiTenant } from './mi-tenant';

/** A port of a tenant that a route can lead to. */
export interface TenantPort {
  /** The tenant. */
  readonly tenant: MiTenant;
  /** The port of its Service. */
  readonly number: number;
  /** What is spoken there. */
  readonly protocol: 'HTTP' | 'HTTPS';
  /** For whom it is. */
  readonly access: 'public';
}

/** A port of a tenant that only `Route.management` can lead to. */
export interface ManagementPort {
  /** The tenant. */
  readonly tenant: MiTenant;
  /** The port of its Service. */
  readonly number: number;
  /** What is spoken there. */
  readonly protocol: 'HTTP' | 'HTTPS';
  /** For whom it is. */
  readonly access: 'management';
  /** The path under which a route shows it; nothing else of the port is shown. */
  readonly path: `/${string}`;
}

/** Port for requests in the open (8290). */
export function httpPort(tenant: MiTenant): TenantPort {
  return { tenant, number: tenant.facts.ports.http, protocol: 'HTTP', access: 'public' };
}

/** Port for requests over TLS (8253). */
export function httpsPort(tenant: MiTenant): TenantPort {
  return { tenant, number: tenant.facts.ports.https, protocol: 'HTTPS', access: 'public' };
}

/** The Management API (9164). */
export function managementPort(tenant: MiTenant): ManagementPort {
  return {
    tenant,
    number: tenant.facts.ports.management,
    protocol: 'HTTPS',
    access: 'management',
    path: '/management',
  };
}

/** The metrics for Prometheus (9201). */
export function metricsPort(tenant: MiTenant): ManagementPort {
  return {
    tenant,
    number: tenant.facts.ports.internalHttp,
    protocol: 'HTTP',
    access: 'management',
    path: '/metric-service',
  };
}
