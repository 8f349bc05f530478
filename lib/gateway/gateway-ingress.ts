import { Construct } from 'constructs';
import { declare } from '../core/declaration';
import { freeId } from '../core/free-id';
import { type Refusal, refuse, sentence, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import { UNPUBLISHED } from '../route/external-dns';
import type { Route } from '../route/route';
import { BusinessUnit, CONTACT_ANNOTATION } from '../unit/business-unit';
import { ANY_PROXY } from '../unit/edge-needs';
import { cannot } from './edge-refusals';
import type { LoadBalancer } from './load-balancer';

/** Which routes, through which edge. */
export interface GatewayIngressProps {
  /** The load balancer, or several while a unit moves from one to another. */
  readonly via: LoadBalancer | readonly LoadBalancer[];

  /** The routes; each host and path once on a load balancer, over all units. */
  readonly routes: readonly Route[];

  /**
   * The one of several load balancers that external-dns makes records of; it leaves the objects of the others alone.
   *
   * @default - all of them
   */
  readonly dns?: LoadBalancer;
}

/** The ways from the outside to the tenants of a unit. */
export class GatewayIngress extends Construct {
  /** Whether a construct is a gateway. */
  public static isGatewayIngress(construct: unknown): construct is GatewayIngress {
    return construct instanceof GatewayIngress;
  }

  /** The unit whose routes they are. */
  public readonly unit: BusinessUnit;
  /** The routes. */
  public readonly routes: readonly Route[];
  /** The load balancers that they lead through. */
  public readonly loadBalancers: readonly LoadBalancer[];

  public constructor(scope: Construct, id: string, props: GatewayIngressProps) {
    requireProps('gateway', id, props, { via: 'edge', routes: '[Route.http(…)]' });
    super(scope, freeId(scope, 'gateway', id));
    declare(this, props);
    const { via, routes, dns } = props;
    const unit = BusinessUnit.of(this);
    this.unit = unit;
    this.routes = [...routes];
    this.loadBalancers = [via].flat();
    this.requireWays(dns);
    for (const loadBalancer of this.loadBalancers) {
      const given = routes.filter((route) => loadBalancer.give({ by: this, unit, route }));
      for (const { to } of given) {
        const needs = loadBalancer.controller.needs ?? ANY_PROXY;
        const asked = needs.healthChecks ? (to.tenant.readiness?.port ?? to.number) : to.number;
        to.tenant.servedBy(needs);
        to.tenant.reach.admit(...[to.number, asked].flatMap((port) => loadBalancer.waysTo(port)));
      }
      loadBalancer.controller.render({
        scope: new Construct(this, loadBalancer.node.id),
        name: unit.objectName(`${id}-${loadBalancer.node.id}`),
        namespace: unit.namespaceName,
        annotations: {
          [CONTACT_ANNOTATION]: unit.contact,
          ...(dns === undefined || dns === loadBalancer ? {} : UNPUBLISHED),
        },
        routes: given.filter((route) => this.refusals(loadBalancer, route).length === 0),
        tls: (host) => loadBalancer.tlsOf(host),
        edge: loadBalancer.edge,
      });
    }
    this.node.addValidation({
      validate: () =>
        [
          ...routes.flatMap((route) => this.routeRefusals(route)),
          ...this.loadBalancers.flatMap((one) => routes.flatMap((route) => this.controllerRefusals(one, route))),
        ].map(sentence),
    });
  }

  private requireWays(dns: LoadBalancer | undefined): void {
    const { routes, loadBalancers } = this;
    const about = { kind: 'gateway', id: this.node.path };
    if (routes.length === 0 || loadBalancers.length === 0) {
      const prop = routes.length === 0 ? 'routes' : 'via';
      refuse({ ...about, prop, must: 'have at least one entry', got: verbatim('none') });
    }
    if (new Set(loadBalancers).size < loadBalancers.length) {
      refuse({ ...about, prop: 'via', must: 'name a load balancer once', got: verbatim('one twice') });
    }
    if (dns !== undefined && !loadBalancers.includes(dns)) {
      refuse({ ...about, prop: 'dns', must: 'be one of via', got: dns.node.id });
    }
    const foreign = loadBalancers.find(({ node }) => node.root !== this.node.root);
    if (foreign !== undefined) {
      refuse({
        ...about,
        prop: 'via',
        must: 'name load balancers of its own fleet',
        got: verbatim(`"${foreign.node.id}" of another`),
        instead: 'the book of hosts is checked with its fleet',
      });
    }
  }

  private refusals(loadBalancer: LoadBalancer, route: Route): Refusal[] {
    return [...this.routeRefusals(route), ...this.controllerRefusals(loadBalancer, route)];
  }

  /** What is wrong with a route on every load balancer. */
  private routeRefusals({ kind, text, to: { tenant }, settings: { timeoutSeconds = 0 } }: Route): Refusal[] {
    const about = { prop: `route ${text}`, kind: 'gateway', id: this.node.path, got: tenant.node.path };
    const passed = kind === 'passthrough';
    const [unreachable] = this.loadBalancers.flatMap(({ controller }) => controller.cannot.crossUnit ?? []);
    const wrong: ReadonlyArray<readonly [boolean, string, string]> = [
      [
        tenant.node.root !== this.node.root,
        'lead to a tenant of its own fleet',
        'what another fleet renders may be elsewhere, and nothing would let the route reach it',
      ],
      [
        tenant.node.root === this.node.root && tenant.unit !== this.unit && unreachable !== undefined,
        `lead to a tenant of its own unit "${this.unit.node.id}"`,
        `${unreachable}; declare the route in the unit of the tenant`,
      ],
      [
        timeoutSeconds > tenant.waitSeconds,
        `wait no longer than its tenant, whose requests have ${tenant.waitSeconds} s (not ${timeoutSeconds})`,
        `write lifecycle: { requestTimeout: Duration.seconds(${timeoutSeconds}) } of the tenant, which its routes follow`,
      ],
      [
        passed && tenant.tls?.isOwn !== true,
        'lead to a tenant with a certificate of its own',
        'give it tls: Keystore.fromSecret(…); the image’s own is for CN=localhost and self-signed',
      ],
      [
        passed && tenant.canary !== undefined,
        'lead to a tenant without a canary',
        'no request of a connection that is passed through can be told from another; take Route.http to tenant.https',
      ],
      [
        kind === 'tcp' && tenant.canary !== undefined,
        'lead to a tenant without a canary',
        'no connection of a port can be told from another; bring the new version out by an update',
      ],
    ];
    return wrong.filter(([applies]) => applies).map(([, must, instead]) => ({ ...about, must, instead }));
  }

  /** What a route asks of a load balancer that its controller cannot give. */
  private controllerRefusals({ controller, node }: LoadBalancer, route: Route): Refusal[] {
    const about = { prop: `route ${route.text}`, kind: 'gateway', id: this.node.path };
    const must = controller.refuses(route);
    const got = verbatim(`port ${route.to.number} on load balancer "${node.id}" (${controller.name})`);
    return [
      ...route.features.flatMap((feature) => cannot(controller, feature)).map((refusal) => ({ ...about, ...refusal })),
      ...(must === undefined ? [] : [{ ...about, must, got }]),
      ...(route.settings.from === undefined || controller.cannot.from !== undefined || controller.seesClients
        ? []
        : [{ ...about, must: 'be on a load balancer that knows who asks', got, instead: UNKNOWN_CLIENTS }]),
    ];
  }
}

const UNKNOWN_CLIENTS =
  'say how the addresses of clients reach it, GatewayController.nginx({ clientAddresses }) or ' +
  'GatewayController.traefik({ proxies }); one that sees addresses of nodes would let in everybody';
