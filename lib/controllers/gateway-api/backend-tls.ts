import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { BackendTLSPolicySpecValidation } from '../../../imports/gateway-api';
import { sentence, verbatim } from '../../core/refusal';
import { MI_PORT_NAMES } from '../../release/mi-release';
import type { RoutedTenant } from '../../tenant/port';
import { gatewayApiObject } from './objects';

const ID = 'backend-tls';

/** The most names that the API takes beside the hostname. */
const MOST_NAMES = 5;

/**
 * How a Gateway checks the certificate of a tenant's pods: BackendTLSPolicy, one for each of its Services, since the
 * API takes no second for a port. It stands beside the Service, in the file of the tenant's unit, whoever's routes lead
 * there.
 */
export class BackendTls extends Construct {
  /** The one of a tenant. */
  public static of(tenant: RoutedTenant): BackendTls {
    const known = tenant.node.tryFindChild(ID);
    return known instanceof BackendTls ? known : new BackendTls(tenant);
  }

  private readonly hosts = new Set<string>();

  private constructor(tenant: RoutedTenant) {
    super(tenant, ID);
    const { name, canary, tls } = tenant;
    for (const service of [name, ...(canary === undefined ? [] : [canary.serviceName])]) {
      gatewayApiObject(
        this,
        service,
        'BackendTLSPolicy',
        { name: service },
        {
          targetRefs: [{ group: '', kind: 'Service', name: service, sectionName: MI_PORT_NAMES.https.service }],
          validation: Lazy.any({ produce: () => ({ ...this.names(tls?.serverName), ...trusted(tls?.ca) }) }),
        },
      );
    }
    this.node.addValidation({ validate: () => this.refusals(tenant.node.path, tls?.serverName) });
  }

  /** Takes note of a host for which the certificate must be. */
  public admit(host: string): void {
    this.hosts.add(host);
  }

  /** Micro Integrator shows one certificate whatever host is asked for, so one of several names is enough. */
  private names(serverName: string | undefined): Partial<BackendTLSPolicySpecValidation> {
    if (serverName !== undefined) {
      return { hostname: serverName };
    }
    const [hostname = '', ...others] = [...this.hosts].sort();
    const all = [hostname, ...others].map((host) => ({ type: 'Hostname', hostname: host }) as const);
    return others.length === 0 ? { hostname } : { hostname, subjectAltNames: all };
  }

  private refusals(id: string, serverName: string | undefined): string[] {
    // A name that the tenant says stands in the place of all hosts.
    const size = serverName === undefined ? this.hosts.size : 1;
    const must = `be asked over TLS for at most ${MOST_NAMES} hosts on the Gateway API`;
    const instead = 'let some of the routes lead to tenant.http';
    return size > MOST_NAMES
      ? [sentence({ prop: 'https', kind: 'tenant', id, must, got: verbatim(`${size} of them`), instead })]
      : [];
  }
}

function trusted(ca: string | undefined): Partial<BackendTLSPolicySpecValidation> {
  return ca === undefined
    ? { wellKnownCACertificates: 'System' }
    : { caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: ca }] };
}
