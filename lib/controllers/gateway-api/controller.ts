import { isDnsLabel, isDnsSubdomain } from '../../core/dns-name';
import { isPortNumber } from '../../core/port-number';
import { refuse } from '../../core/refusal';
import { requireProps } from '../../core/required';
import type { Route } from '../../route/route';
import { isEncoded } from '../../route/route-refusals';
import type { Controller, SharedEdge, UnitRoutes } from '../../route/unit-routes';
import { ExistingGateway, type RouteParent, SharedGateway } from './parent';
import { renderRoutes } from './routes';

/** Where a Gateway is and what it listens on. */
interface GatewayPlace {
  /** Namespace of the Gateway, and of the Secrets with the certificates of its hosts. It is there already. */
  readonly namespace: string;

  /**
   * Port of its listeners for plain HTTP. Traefik takes no port but those of its entry points, 8000 by its chart.
   *
   * @default 80
   */
  readonly httpPort?: number;

  /**
   * Port of its listeners for TLS. Traefik takes no port but those of its entry points, 8443 by its chart.
   *
   * @default 443
   */
  readonly httpsPort?: number;

  /**
   * Who runs it, where a policy of its own says what the API has no word for. 'envoy-gateway', from 1.4 on: `rateLimit`
   * (BackendTrafficPolicy), counted in each of its proxies, by the address that the proxy sees.
   *
   * @default - nobody is assumed; `rateLimit` is refused
   */
  readonly implementation?: 'envoy-gateway';
}

/** A Gateway that the load balancer makes: its id names it, and its host book makes the listeners. */
export interface SharedGatewayProps extends GatewayPlace {
  /** The GatewayClass, which says who runs it. */
  readonly gatewayClass: string;

  /**
   * Secret of the Gateway's namespace with the certificate of all hosts that have none of their own, and of requests
   * that no route takes.
   *
   * @default - such hosts are refused; with `plainHttp: 'serve'` they are served over plain HTTP only
   */
  readonly defaultCertificate?: string;
}

/** A Gateway that somebody else keeps, with its listeners, certificates, and which namespaces may attach. */
export interface ExistingGatewayProps extends GatewayPlace {
  /** Its name. */
  readonly existing: string;
}

/** How the Gateway API is used: with a Gateway of the load balancer's own, or an existing one. */
export type GatewayApiProps = SharedGatewayProps | ExistingGatewayProps;

const NOT_IN_THE_API: Controller['cannot'] = {
  tcp: 'TCPRoute is in the standard channel of the Gateway API from v1.6 on only',
  maxBody: 'the Gateway API has no bound on bodies',
  rateLimit: 'the Gateway API has no bound on requests; Envoy Gateway has (implementation)',
  from: 'the Gateway API has no filter of addresses',
  sticky: 'session persistence is experimental in the Gateway API (not in the standard channel of v1.6)',
  tlsAcm: 'a listener shows certificates of Secrets',
};

const NO_CERTIFICATE =
  'a listener shows only a certificate that it names: give the host one (tls), or the controller a defaultCertificate';
const NOT_OURS = 'the certificates of an existing Gateway are in the hands of whoever keeps it';

/**
 * The Gateway API: HTTPRoute, TLSRoute, BackendTLSPolicy and ReferenceGrant of its standard channel, v1.5 and later. A
 * wildcard takes several labels there: `*.wso2.com` is also for `a.b.wso2.com`, which its certificate is not for.
 * Rewrites, timeouts, WebSockets and TLS up to the pod are "extended" features: the status of the GatewayClass says
 * whether its controller has them (Traefik 3.7 has no timeouts, and takes the certificate of a pod for the first host
 * only). How long a WebSocket may be silent is said nowhere in the API.
 */
export class GatewayApiController implements Controller {
  public readonly name: string = 'gateway-api';
  public readonly cannot: Controller['cannot'];
  public readonly seesClients: boolean = false;
  public readonly paths: Controller['paths'] = 'literal';
  public readonly serversOf: Controller['serversOf'];
  private readonly parentFor: (edge: SharedEdge) => RouteParent;
  private readonly parents = new WeakMap<SharedEdge, RouteParent>();

  public constructor(props: GatewayApiProps) {
    requireProps<GatewayPlace>('controller', 'gateway-api', props, { namespace: "'infra'" });
    const { namespace, httpPort = 80, httpsPort = 443, implementation } = props;
    if (implementation !== undefined && implementation !== 'envoy-gateway') {
      const about = { prop: 'implementation', kind: 'controller', id: 'gateway-api' };
      refuse({ ...about, must: 'be envoy-gateway', got: implementation });
    }
    const { rateLimit, ...others } = NOT_IN_THE_API;
    const lacking: Controller['cannot'] = implementation === undefined ? { ...others, rateLimit } : others;
    requireName('namespace', 'name a namespace', namespace, isDnsLabel);
    requirePorts(httpPort, httpsPort);
    if ('existing' in props) {
      const { existing } = props;
      requireName('existing', 'name a Gateway', existing, isDnsSubdomain);
      this.cannot = { ...lacking, tlsSecret: NOT_OURS, tlsIssuer: NOT_OURS, tlsAcm: NOT_OURS };
      this.serversOf = () => [`Gateway ${namespace}/${existing}`];
      this.parentFor = (edge) => new ExistingGateway(edge, { httpPort, httpsPort }, { namespace, name: existing });
      return;
    }
    requireProps<Pick<SharedGatewayProps, 'gatewayClass'>>('controller', 'gateway-api', props, {
      gatewayClass: "'traefik', or existing: 'shared' for a Gateway that is there already",
    });
    const { gatewayClass, defaultCertificate } = props;
    requireName('gatewayClass', 'name a GatewayClass', gatewayClass, isDnsSubdomain);
    if (defaultCertificate !== undefined) {
      requireName('defaultCertificate', 'name a Secret of Kubernetes', defaultCertificate, isDnsSubdomain);
    }
    this.cannot = defaultCertificate === undefined ? { ...lacking, tlsDefault: NO_CERTIFICATE } : lacking;
    const site = { httpPort, httpsPort, defaultCertificate };
    this.serversOf = ({ name }) => [`Gateway ${namespace}/${name}`];
    this.parentFor = (edge) => new SharedGateway(edge, site, { namespace, gatewayClass });
  }

  public refuses(route: Route): string | undefined {
    const { kind, host, to, settings } = route;
    if (isEncoded(route)) {
      return 'have no "%20" in path and rewriteTo, since the Gateway API leaves open whether it is compared decoded';
    }
    // A route to management is refused already, since the API filters no addresses.
    const checked = (kind === 'http' || kind === 'default') && to.protocol === 'HTTPS';
    const named = (kind !== 'default' && !host.startsWith('*.')) || to.tenant.tls?.serverName !== undefined;
    if (checked && !named) {
      return 'lead to tenant.http, since the certificate of a pod is checked against the name of one host (Keystore: serverName)';
    }
    if (checked && to.tenant.tls === undefined) {
      return 'lead to tenant.http or to a tenant with tls, since the image’s own certificate stands no check (Keystore.ofImage says what it is)';
    }
    return settings.upgrade !== undefined && settings.timeoutSeconds !== undefined
      ? 'leave out timeout or upgrade, since a bound on a request ends its WebSocket'
      : undefined;
  }

  public renderShared(edge: SharedEdge): void {
    this.parents.set(edge, this.parentFor(edge));
  }

  public render(gateway: UnitRoutes): void {
    const parent = this.parents.get(gateway.edge);
    if (parent !== undefined) {
      renderRoutes(gateway, parent);
    }
  }
}

function requireName(prop: string, must: string, name: string, fits: (name: string) => boolean): void {
  if (!fits(name)) {
    refuse({ prop, kind: 'controller', id: 'gateway-api', must, got: name });
  }
}

function requirePorts(httpPort: number, httpsPort: number): void {
  const about = { kind: 'controller', id: 'gateway-api' };
  for (const [prop, got] of Object.entries({ httpPort, httpsPort })) {
    if (!isPortNumber(got)) {
      refuse({ ...about, prop, must: 'be a port from 1 to 65535', got });
    }
  }
  if (httpPort === httpsPort) {
    refuse({ ...about, prop: 'httpPort', must: 'be another than httpsPort', got: httpPort });
  }
}
