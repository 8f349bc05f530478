import type { Construct } from 'constructs';
import type { NetworkPolicyPeer } from '../../imports/k8s';
import type { Keystore } from '../config/keystore';
import { refuse } from '../core/refusal';
import type { Reach } from '../network/reach';
import type { MiFacts } from '../release/mi-release';
import type { BusinessUnit } from '../unit/business-unit';
import type { EdgeNeeds } from '../unit/edge-needs';
import type { TenantCanary } from './canary';
import type { HealthCheck } from './health-check';

/** A tenant as routes and load balancers see it. */
export interface RoutedTenant extends Construct {
  /** The unit that the tenant belongs to. */
  readonly unit: BusinessUnit;
  /** Name of its Service. */
  readonly name: string;
  /** What its port for TLS shows; `undefined` for the image's own certificate. */
  readonly tls: Keystore | undefined;
  /** What its release of Micro Integrator is like. */
  readonly facts: MiFacts;
  /** Its readiness as a load balancer can ask it; `undefined` if only the kubelet can. */
  readonly readiness: HealthCheck | undefined;
  /** The longest that a request may take, in seconds, where the tenant says it. */
  readonly requestSeconds: number | undefined;
  /** The longest that a request may take and be answered, in seconds: that, or what drain and server leave it. */
  readonly waitSeconds: number;
  /** Seconds after which the server ends a silent connection. */
  readonly silentSeconds: number;
  /** Labels by which Services select its pods. */
  readonly selector: Readonly<Record<string, string>>;
  /** The canary that takes a part of its requests, if it has one. */
  readonly canary: TenantCanary | undefined;
  /** Port for requests over TLS. */
  readonly https: TenantPort;
  /** Who may ask its pods, and whom they may ask. */
  readonly reach: Reach;
  /** Its pods as a NetworkPolicy shows them, those of its canary too; known at the render. */
  peers(): readonly NetworkPolicyPeer[];
  /** Takes note of a load balancer that leads to the pods, and of what it needs of them. */
  servedBy(needs: EdgeNeeds): void;
}

/** A port of a tenant that a route can lead to. */
export interface TenantPort {
  /** The tenant. */
  readonly tenant: RoutedTenant;
  /** The port of its Service. */
  readonly number: number;
  /** What a route that opens requests speaks there; `Route.tcp` opens none. */
  readonly protocol: 'HTTP' | 'HTTPS';
  /** For whom it is. */
  readonly access: 'public';
}

/** A port of a tenant that only `Route.management` can lead to. */
export interface ManagementPort {
  /** The tenant. */
  readonly tenant: RoutedTenant;
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
export function httpPort(tenant: RoutedTenant): TenantPort {
  return { tenant, number: tenant.facts.ports.http, protocol: 'HTTP', access: 'public' };
}

/** Port for requests over TLS (8253). */
export function httpsPort(tenant: RoutedTenant): TenantPort {
  return { tenant, number: tenant.facts.ports.https, protocol: 'HTTPS', access: 'public' };
}

/** A port of an inbound endpoint, by its name in `pod.ports`; what is spoken there is between the endpoint and who asks. */
export function inboundPort(tenant: RoutedTenant, ports: Readonly<Record<string, number>>, name: string): TenantPort {
  const number = Object.hasOwn(ports, name) ? ports[name] : undefined;
  if (number === undefined) {
    const names = Object.keys(ports);
    refuse({
      prop: 'port',
      kind: 'tenant',
      id: tenant.node.path,
      must: 'be one of pod.ports, whose ports its Service has',
      got: name,
      instead: names.length === 0 ? `write pod: { ports: { '${name}': 2575 } }` : `there are ${names.join(', ')}`,
    });
  }
  return { tenant, number, protocol: 'HTTP', access: 'public' };
}

/** The Management API (9164). */
export function managementPort(tenant: RoutedTenant): ManagementPort {
  return {
    tenant,
    number: tenant.facts.ports.management,
    protocol: 'HTTPS',
    access: 'management',
    path: '/management',
  };
}

/** The metrics for Prometheus (9201). */
export function metricsPort(tenant: RoutedTenant): ManagementPort {
  return {
    tenant,
    number: tenant.facts.ports.internalHttp,
    protocol: 'HTTP',
    access: 'management',
    path: '/metric-service',
  };
}
