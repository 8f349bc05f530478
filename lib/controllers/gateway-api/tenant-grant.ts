import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { RoutedTenant } from '../../tenant/port';
import { GATEWAY_API_GROUP, gatewayApiObject } from './objects';

/**
 * Leave for the routes of another namespace to lead to a tenant: ReferenceGrant, in the file of the tenant's unit,
 * named `<tenant>-from-<namespace>`. Without it a Gateway answers such routes with an error.
 */
export class TenantGrant extends Construct {
  /** The one of a tenant for a namespace. */
  public static of(tenant: RoutedTenant, namespace: string): TenantGrant {
    const known = tenant.node.tryFindChild(idOf(namespace));
    return known instanceof TenantGrant ? known : new TenantGrant(tenant, namespace);
  }

  private readonly kinds = new Set<string>();

  private constructor(tenant: RoutedTenant, namespace: string) {
    super(tenant, idOf(namespace));
    const { name, canary } = tenant;
    const services = [name, ...(canary === undefined ? [] : [canary.serviceName])];
    gatewayApiObject(
      this,
      'grant',
      'ReferenceGrant',
      { name: `${name}-${idOf(namespace)}` },
      {
        from: Lazy.any({
          produce: () => [...this.kinds].sort().map((kind) => ({ group: GATEWAY_API_GROUP, kind, namespace })),
        }),
        to: services.map((service) => ({ group: '', kind: 'Service', name: service })),
      },
    );
  }

  /** Lets in routes of a kind. */
  public admit(kind: 'HTTPRoute' | 'TLSRoute'): void {
    this.kinds.add(kind);
  }
}

function idOf(namespace: string): string {
  return `from-${namespace}`;
}
