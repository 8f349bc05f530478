import { ApiObject } from 'cdk8s';
import type { Service, ServicePort } from '../../../imports/k8s';
import { type Refusal, sentence, verbatim } from '../../core/refusal';
import type { Route } from '../../route/route';
import type { Controller, SharedEdge, UnitRoutes } from '../../route/unit-routes';
import type { EdgeNeeds } from '../../unit/edge-needs';
import {
  NLB_IDLE_MAX,
  type NlbProps,
  nlbAnnotations,
  nlbHealthCheck,
  nlbIdle,
  nlbSpec,
  requireNlb,
} from './annotations';

/** A gateway's part in an NLB: which tenants it leads to. */
interface Lead {
  readonly gateway: string;
  readonly tenants: readonly string[];
}

/** The port of what is passed through. */
const TLS = 443;

const ONE_WAY = 'an NLB hands every connection on unopened; GatewayController.alb opens them';
const UNASKABLE =
  'lead to a tenant whose readiness an NLB can ask: give it a lifecycle.readinessProbe with httpGet or tcpSocket of a ' +
  'port of the pod, without host and httpHeaders';
const CLOSED = 'the tenant shows its own certificate';
const INSTEAD =
  'an NLB hands every connection to the same pods; give each tenant a load balancer of its own, take ' +
  'GatewayController.alb(…), or put an NLB before a shared controller: GatewayController.behindNlb(…)';

/**
 * One Network Load Balancer of AWS for one tenant: port 443 leads to its TLS port, 8253, and each `Route.tcp` has a port
 * of its own. Made by the AWS Load Balancer Controller, from release 2.6 on, for a Service in the tenant's namespace.
 * Nothing listens for plain HTTP.
 */
export class NlbController implements Controller {
  public readonly name: string = 'nlb';
  // New connections come for two minutes and more after a target was taken out (aws-load-balancer-controller#2366, #1124).
  public readonly needs: EdgeNeeds = { leaveSeconds: 180, readinessGate: true, healthChecks: true };
  public readonly cannot: Controller['cannot'] = {
    crossUnit: 'a Service selects pods of its own namespace',
    defaultBackend: 'an NLB sees no host; every connection goes to its tenant anyway',
    exactPath: ONE_WAY,
    rewrite: ONE_WAY,
    httpsBackend: 'Route.passthrough leads to the TLS port',
    timeout: ONE_WAY,
    maxBody: ONE_WAY,
    rateLimit: ONE_WAY,
    sticky: ONE_WAY,
    from: 'an NLB knows one list of addresses for all of it: GatewayController.nlb({ sources })',
    webSocket: ONE_WAY,
    plainHttp: 'it listens on port 443, and on the ports of Route.tcp',
    tlsSecret: CLOSED,
    tlsIssuer: CLOSED,
    tlsAcm: CLOSED,
    tlsDefault: CLOSED,
    canaryPercent: ONE_WAY,
    canaryHeader: ONE_WAY,
  };
  public readonly seesClients: boolean = true;
  public readonly paths: Controller['paths'] = 'literal';
  private readonly leads = new WeakMap<SharedEdge, Lead[]>();

  public constructor(private readonly props: NlbProps) {
    requireNlb(props);
  }

  public serversOf({ name }: Pick<SharedEdge, 'name'>): readonly string[] {
    return [`NLB ${name}`];
  }

  public refuses({ kind, to: { tenant }, settings }: Route): string | undefined {
    if (kind !== 'passthrough' && kind !== 'tcp') {
      return 'be Route.passthrough or Route.tcp, since an NLB hands connections on unopened';
    }
    if (settings.listener === TLS) {
      return `have another port than ${TLS}, which is that of Route.passthrough`;
    }
    if ((tenant.requestSeconds ?? 0) > NLB_IDLE_MAX) {
      return `lead to a tenant with a requestTimeout of at most ${NLB_IDLE_MAX} s, after which an NLB ends a silent connection`;
    }
    return tenant.readiness === undefined ? UNASKABLE : undefined;
  }

  public renderShared(edge: SharedEdge): void {
    const leads: Lead[] = [];
    this.leads.set(edge, leads);
    edge.chart.node.addValidation({ validate: () => severalLeads(edge, leads).map(sentence) });
  }

  public render({ scope, name, annotations, routes, edge }: UnitRoutes): void {
    const tenants = [...new Set(routes.map(({ to }) => to.tenant))];
    const [tenant] = tenants;
    if (tenant?.readiness === undefined) {
      return;
    }
    const ports = portsOf(routes);
    this.leads.get(edge)?.push({ gateway: scope.node.path, tenants: tenants.map(({ node }) => node.path) });
    new ApiObject(scope, 'nlb', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name,
        annotations: {
          ...annotations,
          ...nlbAnnotations(this.props),
          ...nlbHealthCheck(tenant.readiness),
          ...nlbIdle(
            ports.map(({ port }) => port),
            tenant.requestSeconds,
          ),
        },
      },
      spec: {
        ...nlbSpec(this.props),
        selector: { ...tenant.selector },
        ports,
      },
    } satisfies Service);
  }
}

/** A listener for all hosts that are passed through, and one for each port of its own. */
function portsOf(routes: readonly Route[]): ServicePort[] {
  const passed = routes.filter(({ kind }) => kind === 'passthrough').slice(0, 1);
  return [
    ...passed.map(({ to }) => ({ name: 'https', port: TLS, targetPort: to.number, protocol: 'TCP' }) as const),
    ...routes.flatMap(({ to, settings: { listener: port } }) =>
      port === undefined ? [] : [{ name: `tcp-${port}`, port, targetPort: to.number, protocol: 'TCP' } as const],
    ),
  ];
}

/** A second tenant would get the connections of the first, and a second Service would be another NLB. */
function severalLeads({ id }: SharedEdge, leads: readonly Lead[]): Refusal[] {
  const about = { prop: 'controller', kind: 'load balancer', id, instead: INSTEAD };
  const tenants = [...new Set(leads.flatMap((lead) => lead.tenants))];
  const quoted = (paths: readonly string[]) => verbatim(paths.map((path) => `"${path}"`).join(' and '));
  if (tenants.length > 1) {
    return [{ ...about, must: 'lead to one tenant', got: quoted(tenants) }];
  }
  return leads.length > 1
    ? [{ ...about, must: 'have one gateway', got: quoted(leads.map(({ gateway }) => gateway)), instead: ONE_GATEWAY }]
    : [];
}

const ONE_GATEWAY = 'each would be an NLB of its own; declare the routes in one';
