import { groupBy } from '../../core/by-key';
import { digestOf } from '../../core/digest';
import { isDnsSubdomain } from '../../core/dns-name';
import { refuse } from '../../core/refusal';
import type { Route } from '../../route/route';
import { isEncoded } from '../../route/route-refusals';
import type { Controller, UnitRoutes } from '../../route/unit-routes';
import { ANY_PROXY } from '../../unit/edge-needs';
import { backend, ingressTls, OWN_NAMESPACE, renderIngress, rules } from '../ingress';
import { renderIssuedCertificates } from '../issued-certificate';
import { type Annotations, type IngressSettings, settingsOf } from './settings';

/** What the controller of an Ingress class is told beyond the Ingress. */
export interface IngressClassProps {
  /**
   * Annotations that every Ingress of the class carries, in the words of its controller.
   *
   * @default - none
   */
  readonly annotations?: Annotations;

  /**
   * Where an Ingress names its class. The controller of GKE reads the annotation `kubernetes.io/ingress.class` alone.
   *
   * @default 'spec'
   */
  readonly named?: 'spec' | 'annotation';

  /**
   * How its controller is told what routes ask for.
   *
   * @default - it is not: routes may ask for what an Ingress says without annotations
   */
  readonly settings?: IngressSettings;
}

const KEY = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** By this annotation Ingresses named their class before they had a field for it. */
const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

const UNSAID = 'an Ingress has no word for it, and the annotations of each controller are its own';

const CANNOT: Controller['cannot'] = {
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

/**
 * Any Ingress class, by what `networking.k8s.io/v1` says: hosts, paths, Services and certificates, and by the `settings`
 * that are told for its controller. Routes of other annotations are an Ingress of their own. Whether plain HTTP is
 * redirected is as its controller, or `settings.plainHttp`, has it.
 */
export class IngressClassController implements Controller {
  public readonly name: string = 'Ingress class';
  public readonly cannot: Controller['cannot'];
  public readonly needs: Controller['needs'];
  public readonly seesClients: boolean;
  public readonly paths: Controller['paths'] = 'literal';
  private readonly className: string;
  private readonly annotations: Annotations;
  private readonly settings: IngressSettings;
  private readonly inSpec: string | undefined;

  public constructor(className: string, { annotations = {}, named = 'spec', settings = {} }: IngressClassProps) {
    const about = { kind: 'controller', id: className };
    if (!isDnsSubdomain(className)) {
      refuse({ ...about, prop: 'name', must: 'name an IngressClass', got: className });
    }
    if (!['spec', 'annotation'].includes(named)) {
      refuse({ ...about, prop: 'named', must: 'be one of spec, annotation', got: named });
    }
    for (const key of Object.keys(annotations).filter((name) => !KEY.test(name))) {
      refuse({ ...about, prop: 'annotations', must: 'have keys that Kubernetes takes', got: key });
    }
    this.className = className;
    this.inSpec = named === 'spec' ? className : undefined;
    this.annotations = { ...(named === 'annotation' ? { [CLASS_ANNOTATION]: className } : {}), ...annotations };
    this.settings = settings;
    const told = new Map(Object.entries(settings));
    this.cannot = Object.fromEntries(Object.entries(CANNOT).filter(([feature]) => told.get(feature) === undefined));
    this.needs = settings.health === undefined ? undefined : { ...ANY_PROXY, healthChecks: true };
    this.seesClients = settings.from !== undefined;
  }

  public serversOf(): readonly string[] {
    return [`IngressClass ${this.className}`];
  }

  public refuses(route: Route): string | undefined {
    const { tenant } = route.to;
    if (isEncoded(route)) {
      return 'have no "%20" in its path, since an Ingress leaves open whether it is compared decoded';
    }
    if (this.settings.health !== undefined && tenant.readiness === undefined) {
      return 'lead to a tenant whose readiness can be asked: a lifecycle.readinessProbe with httpGet or tcpSocket';
    }
    const others = Object.keys(this.annotations).filter((key) => key !== CLASS_ANNOTATION);
    const told = this.settings.timeout !== undefined || others.length > 0;
    return tenant.requestSeconds === undefined || told
      ? undefined
      : `say by annotations of its controller that requests may take ${tenant.requestSeconds} s: ` +
          'GatewayController.ingressClass(name, { settings: { timeout } })';
  }

  public renderShared(): void {
    // The class is there already.
  }

  public render(gateway: UnitRoutes): void {
    const { inSpec: className } = this;
    const routes = gateway.routes.filter(({ kind }) => kind === 'http' || kind === 'management');
    renderIssuedCertificates(
      gateway,
      routes.map(({ host }) => host),
    );
    const common = {
      ...this.annotations,
      ...this.settings.plainHttp?.(gateway.edge.plainHttp),
    };
    for (const [said, alike] of groupBy(routes, (route) => JSON.stringify(settingsOf(route, this.settings)))) {
      renderIngress(gateway, {
        className,
        // What routes ask for is told for a whole Ingress.
        suffix: said === '{}' ? '' : `-${digestOf(said)}`,
        annotations: { ...common, ...JSON.parse(said) },
        spec: { rules: rules(alike), tls: ingressTls(gateway, alike) },
      });
    }
    for (const route of gateway.routes.filter(({ kind }) => kind === 'default')) {
      const annotations = { ...common, ...settingsOf(route, this.settings) };
      renderIngress(gateway, { className, suffix: '-default', annotations, spec: { defaultBackend: backend(route) } });
    }
  }
}
