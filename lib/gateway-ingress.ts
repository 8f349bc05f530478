import { Construct } from 'constructs';
import { BusinessUnit, CONTACT_ANNOTATION } from './business-unit';
import { UNPUBLISHED } from './external-dns';
import { cannot } from './feature-refusals';
import { freeId } from './free-id';
import type { LoadBalancer } from './load-balancer';
import { type Complaint, type Refusal, refuse, said, sentence } from './refusal';
import type { Route } from './route';

/** Which routes, through which door. */
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
  public constructor(scope: Construct, id: string, props: GatewayIngressProps) {
    super(scope, freeId(scope, 'gateway', id));
    const { via, routes, dns } = props;
    const unit = BusinessUnit.of(this);
    const loadBalancers = [via].flat();
    if (routes.length === 0 || loadBalancers.length === 0) {
      refuse({
        prop: routes.length === 0 ? 'routes' : 'via',
        kind: 'gateway',
        id: this.node.path,
        must: 'have at least one entry',
        got: said('none'),
      });
    }
    if (new Set(loadBalancers).size < loadBalancers.length) {
      refuse({
        prop: 'via',
        kind: 'gateway',
        id: this.node.path,
        must: 'name a load balancer once',
        got: said('one twice'),
      });
    }
    if (dns !== undefined && !loadBalancers.includes(dns)) {
      refuse({ prop: 'dns', kind: 'gateway', id: this.node.path, must: 'be one of via', got: dns.node.id });
    }
    for (const loadBalancer of loadBalancers) {
      if (loadBalancer.node.root !== this.node.root) {
        refuse({
          prop: 'via',
          kind: 'gateway',
          id: this.node.path,
          must: 'name load balancers of its own fleet',
          got: said(`"${loadBalancer.node.id}" of another`),
          instead: 'the book of hosts is checked with its fleet',
        });
      }
    }
    for (const loadBalancer of loadBalancers) {
      const { controller } = loadBalancer;
      for (const route of routes) {
        loadBalancer.claim(this, unit, route);
      }
      controller.render({
        scope: new Construct(this, loadBalancer.node.id),
        name: unit.objectName(`${id}-${loadBalancer.node.id}`),
        namespace: unit.namespaceName,
        annotations: {
          [CONTACT_ANNOTATION]: unit.contact,
          ...(dns === undefined || dns === loadBalancer ? {} : UNPUBLISHED),
        },
        routes: routes.filter((route) => routeComplaints(loadBalancer, route).length === 0),
        tls: (host) => loadBalancer.tlsOf(host),
        door: loadBalancer.door,
      });
    }
    this.node.addValidation({
      validate: () =>
        [
          ...routes.flatMap((route) => routeRefusals(this.node.path, unit, loadBalancers, route)),
          ...loadBalancers.flatMap((loadBalancer) => controllerRefusals(this.node.path, loadBalancer, routes)),
        ].map(sentence),
    });
  }
}

function routeRefusals(
  id: string,
  unit: BusinessUnit,
  loadBalancers: readonly LoadBalancer[],
  route: Route,
): Refusal[] {
  const { tenant } = route.to;
  const [unreachable] = loadBalancers.flatMap(({ controller }) => controller.cannot.crossUnit ?? []);
  const about = { prop: `route ${route.text}`, kind: 'gateway', id };
  return [
    ...(tenant.unit === unit || unreachable === undefined
      ? []
      : [
          {
            ...about,
            must: `lead to a tenant of its own unit "${unit.node.id}"`,
            got: tenant.node.path,
            instead: unreachable,
          },
        ]),
    ...(route.kind === 'passthrough' && tenant.tls === undefined
      ? [
          {
            ...about,
            must: `lead to a tenant with a certificate of its own`,
            got: tenant.node.path,
            instead: 'give it tls: Keystore.fromSecret(…); the image’s own is for CN=localhost and self-signed',
          },
        ]
      : []),
  ];
}

function controllerRefusals(id: string, loadBalancer: LoadBalancer, routes: readonly Route[]): Refusal[] {
  return routes.flatMap((route) =>
    routeComplaints(loadBalancer, route).map((complaint) => ({
      prop: `route ${route.text}`,
      kind: 'gateway',
      id,
      ...complaint,
    })),
  );
}

/** What a route asks of a load balancer that its controller cannot give. */
function routeComplaints({ controller, node }: LoadBalancer, route: Route): Array<Omit<Complaint, 'prop'>> {
  const must = controller.refuses(route);
  const got = said(`port ${route.to.number} on load balancer "${node.id}" (${controller.name})`);
  return [
    ...route.features.flatMap((feature) => cannot(controller, feature)),
    ...(must === undefined ? [] : [{ must, got }]),
  ];
}
