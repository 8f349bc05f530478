import { isDnsSubdomain } from './dns-name';
import { refuse } from './refusal';

/** The certificate that a load balancer shows for a host. */
export class Tls {
  /**
   * The certificate in a Secret of type `kubernetes.io/tls`. It must be in the namespace of every unit that has a route
   * of the host, since an Ingress cannot reach into another.
   */
  public static secret(name: string): Tls {
    if (!isDnsSubdomain(name)) {
      refuse({ prop: 'name', kind: 'TLS secret', id: name, must: 'name a Secret of Kubernetes', got: name });
    }
    return new Tls(name);
  }

  /** The certificate that the controller was started with, for hosts that share one. */
  public static controllerDefault(): Tls {
    return new Tls(undefined);
  }

  private constructor(
    /** The Secret; `undefined` for the controller's certificate. */
    public readonly secretName: string | undefined,
  ) {}
}
