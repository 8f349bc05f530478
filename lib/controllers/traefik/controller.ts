import { isDnsSubdomain } from '../../core/dns-name';
import { refuse } from '../../core/refusal';
import { Peer } from '../../network/peer';
import type { Route } from '../../route/route';
import type { Controller, UnitRoutes } from '../../route/unit-routes';
import { renderRoutes, type TraefikSite } from './routes';

/** How Traefik is installed. */
export interface TraefikProps {
  /**
   * Name of its entry point for plain HTTP.
   *
   * @default 'web'
   */
  readonly web?: string;

  /**
   * Name of its entry point for HTTPS.
   *
   * @default 'websecure'
   */
  readonly websecure?: string;

  /**
   * The class that it was told to watch, where several run in one cluster. Needs Traefik 3.7.
   *
   * @default - one that watches every class
   */
  readonly ingressClass?: string;

  /**
   * Proxies in front of it that tell by `X-Forwarded-For` who asked: `from` and `rateLimit` go by the address that the
   * first of them saw. Its entry points must trust them, and nobody else (`forwardedHeaders.trustedIPs`). With 0 clients
   * must reach its pods by their own addresses: a Service with `externalTrafficPolicy: Local`, or the host's network. From
   * 0 to 10.
   *
   * @default - nobody says; `from` and Route.management are refused, and `rateLimit` goes by the address that it sees
   */
  readonly proxies?: number;
}

const MOST_PROXIES = 10;

/** Traefik: its own kinds, by its provider `kubernetescrd`. */
export class TraefikController implements Controller {
  public readonly name: string = 'traefik';
  public readonly cannot: Controller['cannot'] = {
    crossUnit: 'Traefik reaches into another namespace only with a flag that opens all of them to all',
    tcp: 'a port is an entry point, which is a flag of whoever runs it',
    tlsAcm: 'the key of a certificate of ACM never leaves AWS, and Traefik ends TLS itself',
  };
  /** The pods of its chart, in a namespace of its name (doc.traefik.io, getting started). */
  public readonly sources: readonly Peer[] = [Peer.pods('traefik', { 'app.kubernetes.io/name': 'traefik' })];
  public readonly seesClients: boolean;
  public readonly paths: Controller['paths'] = 'literal';
  private readonly site: TraefikSite;

  public constructor({ web = 'web', websecure = 'websecure', ingressClass, proxies: known }: TraefikProps) {
    const proxies = known ?? 0;
    requireEntryPoint('web', web);
    requireEntryPoint('websecure', websecure);
    if (ingressClass !== undefined && !isDnsSubdomain(ingressClass)) {
      const must = 'name an IngressClass';
      refuse({ prop: 'ingressClass', kind: 'controller', id: 'traefik', must, got: ingressClass });
    }
    if (!Number.isSafeInteger(proxies) || proxies < 0 || proxies > MOST_PROXIES) {
      const must = `be a whole number from 0 to ${MOST_PROXIES}`;
      refuse({ prop: 'proxies', kind: 'controller', id: 'traefik', must, got: proxies });
    }
    this.seesClients = known !== undefined;
    this.site = { web, websecure, proxies, ingressClassName: ingressClass };
  }

  public serversOf(): readonly string[] {
    const { web, websecure, ingressClassName } = this.site;
    const of = ingressClassName === undefined ? 'Traefik' : `Traefik of class ${ingressClassName}`;
    return [`entry point ${web} of ${of}`, `entry point ${websecure} of ${of}`];
  }

  public refuses({ kind, to }: Route): string | undefined {
    if (kind === 'default' && to.protocol === 'HTTPS' && to.tenant.tls?.serverName === undefined) {
      return 'lead to tenant.http as the default backend, since no host says which certificate the pod must show (Keystore: serverName)';
    }
    if (kind === 'passthrough' && to.tenant.canary !== undefined) {
      return 'lead to a tenant without a canary, since passthrough shows no request';
    }
    return kind !== 'passthrough' && to.protocol === 'HTTPS' && to.tenant.tls === undefined
      ? 'lead to a tenant with tls, since Traefik looks at the certificate of the pod (Keystore.ofImage says what the image’s is)'
      : undefined;
  }

  public renderShared(): void {
    // All that it reads is a unit's own.
  }

  public render(gateway: UnitRoutes): void {
    renderRoutes(gateway, this.site);
  }
}

function requireEntryPoint(prop: string, name: string): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name)) {
    const must = 'name an entry point: letters, digits, "-" and "_"';
    refuse({ prop, kind: 'controller', id: 'traefik', must, got: name });
  }
}
