import { isDnsSubdomain } from '../core/dns-name';
import { refuse } from '../core/refusal';
import type { GatewayFeature } from './feature';

/** Where the certificate of a host comes from. */
type TlsSource =
  | { readonly feature: 'tlsSecret'; readonly secretName: string }
  | { readonly feature: 'tlsIssuer'; readonly kind: 'Issuer' | 'ClusterIssuer'; readonly issuer: string }
  | { readonly feature: 'tlsAcm'; readonly arn: string }
  | { readonly feature: 'tlsDefault' };

/** The certificate that a load balancer shows for a host. */
export class Tls {
  /**
   * The certificate in a Secret of type `kubernetes.io/tls`. Where routes are Ingresses it must be in the namespace of
   * every unit that has a route of the host, since an Ingress cannot reach into another; where they are of the Gateway
   * API, in the namespace of the Gateway.
   */
  public static secret(name: string): Tls {
    requireName('TLS secret', 'name a Secret of Kubernetes', name);
    return new Tls({ feature: 'tlsSecret', secretName: name });
  }

  /** A certificate that cert-manager gets from a ClusterIssuer and renews. */
  public static clusterIssuer(name: string): Tls {
    requireName('cluster issuer', 'name a ClusterIssuer of cert-manager', name);
    return new Tls({ feature: 'tlsIssuer', kind: 'ClusterIssuer', issuer: name });
  }

  /** A certificate that cert-manager gets from an Issuer of the namespace where the Secret is wanted, and renews. */
  public static issuer(name: string): Tls {
    requireName('issuer', 'name an Issuer of cert-manager', name);
    return new Tls({ feature: 'tlsIssuer', kind: 'Issuer', issuer: name });
  }

  /** A certificate of AWS Certificate Manager: `arn:aws:acm:eu-central-1:111122223333:certificate/…`. */
  public static acm(arn: `arn:${string}`): Tls {
    if (!/^arn:aws(-[a-z]+)*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-zA-Z-]+$/.test(arn)) {
      const must = 'be the ARN of a certificate, such as "arn:aws:acm:eu-central-1:111122223333:certificate/…"';
      refuse({ prop: 'arn', kind: 'TLS certificate', id: arn, must, got: arn });
    }
    return new Tls({ feature: 'tlsAcm', arn });
  }

  /** The certificate that the controller was started with, for hosts that share one. */
  public static controllerDefault(): Tls {
    return new Tls({ feature: 'tlsDefault' });
  }

  private constructor(
    /** Where it comes from. */
    public readonly source: TlsSource,
  ) {}

  /** What a controller must be able to do for it. */
  public get feature(): GatewayFeature {
    return this.source.feature;
  }

  /** The Secret of the certificate of `host`; `undefined` where it is in none. An issued one is named by its host. */
  public secretName(host: string): string | undefined {
    switch (this.source.feature) {
      case 'tlsSecret':
        return this.source.secretName;
      case 'tlsIssuer':
        return `${host.replace(/^\*/, 'wildcard')}-tls`;
      default:
        return undefined;
    }
  }
}

function requireName(kind: string, must: string, name: string): void {
  if (!isDnsSubdomain(name)) {
    refuse({ prop: 'name', kind, id: name, must, got: name });
  }
}
