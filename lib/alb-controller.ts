import { Duration, Lazy } from 'cdk8s';
import { renderAlbIngresses } from './alb-ingress';
import { IDLE_TIMEOUT, requireAlb, unlikeCertificates, unservable } from './alb-refusals';
import type { Cidr } from './cidr';
import type { Controller, Door, DoorHost, Gateway } from './gateway';
import { OWN_NAMESPACE } from './ingress';
import { keyValues, renderIngressClass, type SubnetSelector } from './ingress-class-params';
import { sentence } from './refusal';
import type { Route } from './route';
import { wholeSeconds } from './whole-seconds';

/** One ALB, and what is the same for all units on it. */
export interface AlbProps {
  /**
   * Name of its IngressClass and IngressClassParams, which are rendered.
   *
   * @default - the id of the load balancer
   */
  readonly ingressClass?: string;

  /**
   * Name of its group of Ingresses, unique in the cluster; another name is another ALB.
   *
   * @default - the id of the load balancer
   */
  readonly group?: string;

  /**
   * Whether addresses of the internet reach it. A change makes a new ALB.
   *
   * @default 'internal'
   */
  readonly scheme?: 'internal' | 'internet-facing';

  /**
   * Which addresses it has.
   *
   * @default 'ipv4'
   */
  readonly ipAddressType?: 'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4';

  /**
   * Where it stands: `{ ids: ['subnet-…', 'subnet-…'] }`, or `{ tags: { … } }` for all that have one of the values.
   *
   * @default - those that the controller finds by their `kubernetes.io/role/…` tags
   */
  readonly subnets?: SubnetSelector;

  /**
   * Addresses that may open a connection to it.
   *
   * @default - everybody
   */
  readonly inboundCidrs?: readonly Cidr[];

  /**
   * Policy of AWS for the versions and ciphers of TLS.
   *
   * @default 'ELBSecurityPolicy-TLS13-1-2-2021-06'
   */
  readonly sslPolicy?: string;

  /**
   * How long a connection may be silent, a WebSocket too. Whole seconds, from 1 to 4000.
   *
   * @default Duration.seconds(60)
   */
  readonly idleTimeout?: Duration;

  /**
   * Other attributes of the load balancer: `{ 'deletion_protection.enabled': 'true' }`.
   *
   * @default - those of AWS
   */
  readonly attributes?: Readonly<Record<string, string>>;

  /**
   * Tags of what is made in AWS.
   *
   * @default - those of the controller
   */
  readonly tags?: Readonly<Record<string, string>>;

  /**
   * ARN of a web ACL of AWS WAF, which can bound bodies and the requests of a client.
   *
   * @default - what is set at the ALB by hand stays
   */
  readonly webAcl?: `arn:${string}`;
}

const ACM = 'an ALB takes its certificates from ACM: Tls.acm(…)';

/**
 * One Application Load Balancer of AWS for all units, made by the AWS Load Balancer Controller from release 2.14.1 on.
 * A request that no path of its host takes goes on to the wildcard above it, then to the default backend; a wildcard
 * is for any number of labels. The certificate of a pod is not looked at.
 */
export class AlbController implements Controller {
  public readonly name: string = 'alb';
  public readonly cannot: Controller['cannot'] = {
    crossUnit: OWN_NAMESPACE,
    passthrough: 'an ALB opens TLS; GatewayController.nlb hands it on',
    timeout: 'an ALB has one idle timeout for all routes: GatewayController.alb({ idleTimeout })',
    maxBody: 'a web ACL of AWS WAF bounds bodies: GatewayController.alb({ webAcl })',
    rateLimit: 'a rate-based rule of AWS WAF bounds requests: GatewayController.alb({ webAcl })',
    tlsSecret: ACM,
    tlsIssuer: ACM,
  };
  private readonly idleSeconds: number;

  public constructor(private readonly props: AlbProps) {
    const { idleTimeout = Duration.seconds(60) } = props;
    this.idleSeconds = wholeSeconds('idleTimeout', 'controller', this.name, idleTimeout, 1);
    requireAlb(props, this.idleSeconds);
  }

  public refuses(route: Route): string | undefined {
    return unservable(route, this.idleSeconds);
  }

  public renderDoor(door: Door): void {
    const { group = door.name, scheme = 'internal', ipAddressType = 'ipv4', subnets, inboundCidrs } = this.props;
    const { sslPolicy = 'ELBSecurityPolicy-TLS13-1-2-2021-06', attributes = {}, tags, webAcl } = this.props;
    renderIngressClass(door, this.ingressClass(door), {
      group: { name: group },
      namespaceSelector: Lazy.any({ produce: () => namespaceSelector(door.hosts()) }),
      scheme,
      ipAddressType,
      subnets,
      inboundCIDRs: inboundCidrs,
      certificateArn: Lazy.any({ produce: () => certificates(door.hosts()) }),
      sslPolicy,
      sslRedirectPort: door.plainHttp === 'redirect' ? '443' : undefined,
      targetType: 'ip',
      loadBalancerAttributes: keyValues({ ...attributes, [IDLE_TIMEOUT]: `${this.idleSeconds}` }),
      tags: tags && keyValues(tags),
      wafv2AclArn: webAcl,
    });
    door.chart.node.addValidation({ validate: () => unlikeCertificates(door.id, door.hosts()).map(sentence) });
  }

  public render(gateway: Gateway): void {
    renderAlbIngresses(gateway, this.ingressClass(gateway.door));
  }

  private ingressClass({ name }: Door): string {
    return this.props.ingressClass ?? name;
  }
}

/** Nobody else may put rules on the ALB, or its settings out of step. The label is the API server's own. */
function namespaceSelector(hosts: readonly DoorHost[]): unknown {
  const values = [...new Set(hosts.flatMap(({ namespaces }) => namespaces))].sort();
  return values.length === 0
    ? undefined
    : { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }] };
}

/** Certificates in the order of the book; without one the controller looks in ACM for each host. */
function certificates(hosts: readonly DoorHost[]): string[] | undefined {
  const arns = hosts.flatMap(({ tls: { source } }) => (source.feature === 'tlsAcm' ? [source.arn] : []));
  return arns.length === 0 ? undefined : [...new Set(arns)];
}
