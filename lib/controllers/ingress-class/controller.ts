import { isDnsSubdomain } from '../../core/dns-name';
import { refuse } from '../../core/refusal';
import type { Route } from '../../route/route';
import { isEncoded } from '../../route/route-refusals';
import type { Controller, UnitRoutes } from '../../route/unit-routes';
import { backend, ingressTls, OWN_NAMESPACE, renderIngress, rules } from '../ingress';
import { renderIssuedCertificates } from '../issued-certificate';

/** What the controller of an Ingress class is told beyond the Ingress. */
export interface IngressClassProps {
  /**
   * Annotations that every Ingress of the class carries, in the words of its controller.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

const KEY = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

const UNSAID = 'an Ingress has no word for it, and the annotations of each controller are its own';

/**
 * Any Ingress class, by what `networking.k8s.io/v1` says and nothing else: hosts, paths, Services and certificates.
 * Whether plain HTTP is redirected is as its controller, or an annotation, has it.
 */
export class IngressClassController implements Controller {
  public readonly name: string = 'Ingress class';
  public readonly cannot: Controller['cannot'] = {
    crossUnit: OWN_NAMESPACE,
    tcp: UNSAID,
    passthrough: UNSAID,
    rewrite: UNSAID,
    httpsBackend: UNSAID,
    timeout: UNSAID,
    maxBody: UNSAID,
    rateLimit: UNSAID,
    sticky: UNSAID,
    from: UNSAID,
    webSocket: UNSAID,
    plainHttp: UNSAID,
    tlsAcm: 'only load balancers of AWS show those',
    canaryPercent: UNSAID,
    canaryHeader: UNSAID,
  };
  public readonly seesClients: boolean = false;
  public readonly paths: Controller['paths'] = 'literal';
  private readonly className: string;
  private readonly annotations: Readonly<Record<string, string>>;

  public constructor(className: string, { annotations = {} }: IngressClassProps) {
    const about = { kind: 'controller', id: className };
    if (!isDnsSubdomain(className)) {
      refuse({ ...about, prop: 'name', must: 'name an IngressClass', got: className });
    }
    for (const key of Object.keys(annotations).filter((name) => !KEY.test(name))) {
      refuse({ ...about, prop: 'annotations', must: 'have keys that Kubernetes takes', got: key });
    }
    this.className = className;
    this.annotations = { ...annotations };
  }

  public serversOf(): readonly string[] {
    return [`IngressClass ${this.className}`];
  }

  public refuses(route: Route): string | undefined {
    const { tenant } = route.to;
    if (isEncoded(route)) {
      return 'have no "%20" in its path, since an Ingress leaves open whether it is compared decoded';
    }
    return tenant.requestSeconds === undefined || Object.keys(this.annotations).length > 0
      ? undefined
      : `say by annotations of its controller that requests may take ${tenant.requestSeconds} s: ` +
          'GatewayController.ingressClass(name, { annotations })';
  }

  public renderShared(): void {
    // The class is there already.
  }

  public render(gateway: UnitRoutes): void {
    const { className, annotations } = this;
    const routes = gateway.routes.filter(({ kind }) => kind === 'http');
    if (routes.length > 0) {
      renderIssuedCertificates(
        gateway,
        routes.map(({ host }) => host),
      );
      renderIngress(gateway, {
        className,
        annotations,
        spec: { rules: rules(routes), tls: ingressTls(gateway, routes) },
      });
    }
    for (const route of gateway.routes.filter(({ kind }) => kind === 'default')) {
      renderIngress(gateway, { className, suffix: '-default', annotations, spec: { defaultBackend: backend(route) } });
    }
  }
}
