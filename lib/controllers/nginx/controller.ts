import { groupBy } from '../../core/by-key';
import { isDnsSubdomain } from '../../core/dns-name';
import { refuse } from '../../core/refusal';
import { Peer } from '../../network/peer';
import type { Route } from '../../route/route';
import type { Controller, UnitRoutes } from '../../route/unit-routes';
import type { RoutedTenant } from '../../tenant/port';
import {
  backend,
  canaryBackend,
  type IngressPath,
  ingressTls,
  nameOfRoute,
  OWN_NAMESPACE,
  plainPath,
  renderIngress,
  rules,
} from '../ingress';
import { renderIssuedCertificates } from '../issued-certificate';
import { canaryAnnotations, PASSTHROUGH, REGEX, routeAnnotations, waits } from './annotations';
import { regexPath } from './paths';

/** How ingress-nginx is installed, and how it is told paths. */
export interface NginxProps {
  /**
   * Name of its IngressClass.
   *
   * @default 'nginx'
   */
  readonly ingressClass?: string;

  /**
   * How paths are written. `rewriteTo` needs 'regex': one rewrite makes every path of its host a regular expression,
   * whoever's it is, so all of them are written as such. Then "/bar" takes "/BAR" too, since nginx has no other kind.
   *
   * @default 'plain'
   */
  readonly paths?: 'plain' | 'regex';

  /**
   * How the addresses of clients reach it, which `from` and `rateLimit` go by; it must be so, since nothing rendered can
   * make it so. 'direct': they reach its pods by their own addresses, through a Service with
   * `externalTrafficPolicy: Local` or the host's network. 'proxy-protocol': the load balancer before it says them
   * (`use-proxy-protocol`, with `proxy-real-ip-cidr` naming that load balancer alone). 'forwarded-headers': a proxy says
   * them that takes the header of a client away (`use-forwarded-headers`, with `proxy-real-ip-cidr` of that proxy). With
   * none of these nginx sees addresses of nodes, and whoever may be a node may be everybody.
   *
   * @default - nobody says; `from` and Route.management are refused
   */
  readonly clientAddresses?: 'direct' | 'proxy-protocol' | 'forwarded-headers';
}

const CLIENT_ADDRESSES = ['direct', 'proxy-protocol', 'forwarded-headers'];

/** Routes of one Ingress: nginx reads annotations for a whole one, so they have the same. */
interface Share {
  readonly suffix: string;
  readonly routes: readonly Route[];
}

/** ingress-nginx: Ingress objects with its annotations. */
export class NginxController implements Controller {
  public readonly name: string = 'nginx';
  public readonly cannot: Controller['cannot'];
  /** The pods of deploy/static and of the chart, in the namespace that both name (ingress-nginx, docs/deploy). */
  public readonly sources: readonly Peer[] = [
    Peer.pods('ingress-nginx', {
      'app.kubernetes.io/name': 'ingress-nginx',
      'app.kubernetes.io/component': 'controller',
    }),
  ];
  public readonly seesClients: boolean;
  public readonly paths: Controller['paths'];
  private readonly ingressClassName: string;
  private readonly pathOf: (route: Route) => IngressPath;
  private readonly regex: Readonly<Record<string, string>>;

  public constructor({ ingressClass = 'nginx', paths = 'plain', clientAddresses }: NginxProps) {
    const about = { kind: 'controller', id: 'nginx' };
    if (!isDnsSubdomain(ingressClass)) {
      refuse({ ...about, prop: 'ingressClass', must: 'name an IngressClass', got: ingressClass });
    }
    if (!['plain', 'regex'].includes(paths)) {
      refuse({ ...about, prop: 'paths', must: 'be plain or regex', got: paths });
    }
    if (clientAddresses !== undefined && !CLIENT_ADDRESSES.includes(clientAddresses)) {
      const must = `be one of ${CLIENT_ADDRESSES.join(', ')}`;
      refuse({ ...about, prop: 'clientAddresses', must, got: clientAddresses });
    }
    this.seesClients = clientAddresses !== undefined;
    this.paths = paths === 'regex' ? 'regex' : 'literal';
    this.ingressClassName = ingressClass;
    this.pathOf = paths === 'regex' ? regexPath : plainPath;
    this.regex = paths === 'regex' ? REGEX : {};
    this.cannot = {
      ...(paths === 'regex' ? {} : { rewrite: REWRITES }),
      tcp: PORTS,
      tlsAcm: ACM,
      crossUnit: OWN_NAMESPACE,
    };
  }

  public serversOf(): readonly string[] {
    return [`IngressClass ${this.ingressClassName}`];
  }

  public refuses(route: Route): string | undefined {
    const { kind, host, settings, to } = route;
    const wrong: ReadonlyArray<readonly [boolean, string]> = [
      [kind === 'default' && to.protocol === 'HTTPS', 'lead to tenant.http as the default backend'],
      [kind === 'passthrough' && host.startsWith('*.'), 'name its host in full, by which alone nginx passes through'],
      [
        settings.upgrade !== undefined && settings.timeoutSeconds !== undefined,
        'have no timeout beside upgrade, since nginx waits equally long for an answer and for a silent WebSocket',
      ],
      [
        this.pathOf === plainPath && /[~:@%]/.test(route.path),
        'have no "~", ":", "@" and "%20" in its path, which nginx takes in a regular expression only (paths: "regex")',
      ],
      [settings.rewriteTo?.includes('%') === true, 'have no "%20" in rewriteTo, since nginx would encode it once more'],
    ];
    return wrong.find(([applies]) => applies)?.[1];
  }

  public renderShared(): void {
    // The controller and its IngressClass are there already; a unit's Ingresses say all else.
  }

  public render(gateway: UnitRoutes): void {
    for (const { suffix, routes } of shares(gateway)) {
      renderIssuedCertificates(
        gateway,
        routes.map(({ host }) => host),
      );
      const [first] = routes;
      this.ingress(gateway, suffix, first === undefined ? {} : { ...routeAnnotations(gateway, first), ...this.regex }, {
        rules: rules(routes, this.pathOf),
        tls: ingressTls(gateway, routes),
      });
      this.canaries(gateway, suffix, routes);
    }
    const passed = gateway.routes.filter(({ kind }) => kind === 'passthrough');
    if (passed.length > 0) {
      this.ingress(gateway, '-passthrough', PASSTHROUGH, { rules: rules(passed) });
    }
    for (const route of gateway.routes.filter(({ kind }) => kind === 'default')) {
      this.ingress(gateway, '-default', waits(route), { defaultBackend: backend(route) });
      this.canary(gateway, '-default', route.to.tenant, { defaultBackend: canaryBackend(route) });
    }
  }

  /** A canary is an Ingress of the same hosts and paths beside the one that it follows. */
  private canaries(gateway: UnitRoutes, suffix: string, routes: readonly Route[]): void {
    const open = routes.filter(({ kind }) => kind === 'http');
    for (const [tenant, ofTenant] of groupBy(open, ({ to }) => to.tenant)) {
      this.canary(gateway, suffix, tenant, { rules: rules(ofTenant, this.pathOf, canaryBackend) });
    }
  }

  private canary(gateway: UnitRoutes, suffix: string, tenant: RoutedTenant, spec: Spec): void {
    if (tenant.canary !== undefined) {
      const annotations = { ...canaryAnnotations(tenant.canary.share), ...(spec.rules && this.regex) };
      this.ingress(gateway, `${suffix}-canary-${tenant.name}`, annotations, spec);
    }
  }

  private ingress(
    gateway: UnitRoutes,
    suffix: string,
    annotations: Readonly<Record<string, string>>,
    spec: Spec,
  ): void {
    renderIngress(gateway, { suffix, className: this.ingressClassName, annotations, spec });
  }
}

type Spec = Parameters<typeof renderIngress>[1]['spec'];

const REWRITES =
  'one rewrite makes every path of its host a regular expression; GatewayController.nginx({ paths: "regex" }) writes all as such';
const PORTS = 'its ports are flags and a ConfigMap of whoever runs it, for all units';
const ACM = 'only load balancers of AWS show those';

/** The Ingresses of a unit: one for all routes without settings, or a few; and one for each route that has any. */
function shares(gateway: UnitRoutes): Share[] {
  const routes = gateway.routes.filter(({ kind }) => kind === 'http' || kind === 'management');
  const shared = [
    ...groupBy(
      routes.filter((route) => !isOwn(route)),
      ({ to }) => (to.protocol === 'HTTPS' ? '-https' : ''),
    ),
  ];
  return [
    ...shared.map(([suffix, ofSuffix]) => ({ suffix, routes: ofSuffix })),
    ...routes.filter(isOwn).map((route) => ({ suffix: `-${nameOfRoute(route)}`, routes: [route] })),
  ].sort((a, b) => (a.suffix < b.suffix ? -1 : Number(a.suffix > b.suffix)));
}

/** Whether a route asks for what the others of its Ingress would then have too. A path is said for each. */
function isOwn({ settings: { match: _, ...settings } }: Route): boolean {
  return Object.values(settings).some((value) => value !== undefined);
}
