import { isDnsSubdomain } from '../core/dns-name';
import { refuse } from '../core/refusal';

/** Where External Secrets fetches from; the platform team makes it, with the login of the store. */
export class SecretStore {
  /** A ClusterSecretStore, which every namespace may use that it does not exclude. */
  public static cluster(name: string): SecretStore {
    return new SecretStore('ClusterSecretStore', name);
  }

  /** A SecretStore of the unit's own namespace. */
  public static namespaced(name: string): SecretStore {
    return new SecretStore('SecretStore', name);
  }

  private constructor(
    /** Kind of the store. */
    public readonly kind: 'ClusterSecretStore' | 'SecretStore',
    /** Name of the store. */
    public readonly name: string,
  ) {
    if (!isDnsSubdomain(name)) {
      refuse({ prop: 'name', kind, id: name, must: 'be a DNS subdomain, as Kubernetes names objects', got: name });
    }
  }
}
