import { Duration, Lazy } from 'cdk8s';
import { sentence } from '../../core/refusal';
import { wholeSeconds } from '../../core/whole-seconds';
import type { Route } from '../../route/route';
import type { Controller, EdgeHost, SharedEdge, UnitRoutes } from '../../route/unit-routes';
import type { EdgeNeeds } from '../../unit/edge-needs';
import { OWN_NAMESPACE } from '../ingress';
import { renderAlbIngresses } from './ingress';
import { keyValues, renderIngressClass } from './ingress-class-params';
import type { AlbProps } from './props';
import { quotasAnnotation, requireQuotas } from './quotas';
import { IDLE_TIMEOUT, requireAlb, unlikeCertificates, unservable } from './refusals';

const ACM = 'an ALB takes its certificates from ACM: Tls.acm(…)';

/**
 * One Application Load Balancer of AWS for all units, made by the AWS Load Balancer Controller from release 2.14.1 on.
 * A request that no path of its host takes goes on to the wildcard above it, then to the default backend; a wildcard
 * is for any number of labels. The certificate of a pod is not looked at.
 */
export class AlbController implements Controller {
  public readonly name: string = 'alb';
  // Deregistration takes some ten seconds (aws-load-balancer-controller#1719), more while AWS throttles.
  public readonly needs: EdgeNeeds = { leaveSeconds: 60, readinessGate: true, healthChecks: true };
  public readonly cannot: Controller['cannot'] = {
    crossUnit: OWN_NAMESPACE,
    tcp: 'an ALB speaks HTTP; GatewayController.nlb hands connections on',
    passthrough: 'an ALB opens TLS; GatewayController.nlb hands it on',
    timeout: 'an ALB has one idle timeout for all routes: GatewayController.alb({ idleTimeout })',
    maxBody: 'a web ACL of AWS WAF bounds bodies: GatewayController.alb({ webAcl })',
    rateLimit: 'a rate-based rule of AWS WAF bounds requests: GatewayController.alb({ webAcl })',
    tlsSecret: ACM,
    tlsIssuer: ACM,
  };
  public readonly seesClients: boolean = true;
  public readonly paths: Controller['paths'] = 'literal';
  private readonly idleSeconds: number;

  public constructor(private readonly props: AlbProps) {
    const { idleTimeout = Duration.seconds(60) } = props;
    this.idleSeconds = wholeSeconds('idleTimeout', 'controller', this.name, idleTimeout, 1);
    requireAlb(props, this.idleSeconds);
    requireQuotas(props.quotas ?? {});
  }

  public serversOf({ name }: Pick<SharedEdge, 'name'>): readonly string[] {
    return [`ALB group ${this.props.group ?? name}`];
  }

  public refuses(route: Route): string | undefined {
    return unservable(route, this.idleSeconds);
  }

  public renderShared(edge: SharedEdge): void {
    const { group = edge.name, scheme = 'internal', ipAddressType = 'ipv4', subnets, inboundCidrs } = this.props;
    const { sslPolicy = 'ELBSecurityPolicy-TLS13-1-2-2021-06', attributes = {}, tags, webAcl, quotas } = this.props;
    renderIngressClass(edge, this.ingressClass(edge), quotasAnnotation(quotas), {
      group: { name: group },
      namespaceSelector: Lazy.any({ produce: () => namespaceSelector(edge.hosts()) }),
      scheme,
      ipAddressType,
      subnets,
      inboundCIDRs: inboundCidrs,
      certificateArn: Lazy.any({ produce: () => certificates(edge.hosts()) }),
      sslPolicy,
      sslRedirectPort: edge.plainHttp === 'redirect' ? '443' : undefined,
      targetType: 'ip',
      loadBalancerAttributes: keyValues({ ...attributes, [IDLE_TIMEOUT]: `${this.idleSeconds}` }),
      tags: tags && keyValues(tags),
      wafv2AclArn: webAcl,
    });
    edge.chart.node.addValidation({ validate: () => unlikeCertificates(edge.id, edge.hosts()).map(sentence) });
  }

  public render(gateway: UnitRoutes): void {
    renderAlbIngresses(gateway, this.ingressClass(gateway.edge));
  }

  private ingressClass({ name }: SharedEdge): string {
    return this.props.ingressClass ?? name;
  }
}

/** Nobody else may put rules on the ALB, or its settings out of step. The label is the API server's own. */
function namespaceSelector(hosts: readonly EdgeHost[]): unknown {
  const values = [...new Set(hosts.flatMap(({ namespaces }) => namespaces))].sort();
  return values.length === 0
    ? undefined
    : { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }] };
}

/** Certificates in the order of the book; without one the controller looks in ACM for each host. */
function certificates(hosts: readonly EdgeHost[]): string[] | undefined {
  const arns = hosts.flatMap(({ tls: { source } }) => (source.feature === 'tlsAcm' ? [source.arn] : []));
  return arns.length === 0 ? undefined : [...new Set(arns)];
}
