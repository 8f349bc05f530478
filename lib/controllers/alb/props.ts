import type { Duration } from 'cdk8s';
import type { Cidr } from '../../core/cidr';
import type { SubnetSelector } from './ingress-class-params';
import type { AlbQuotas } from './quotas';

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

  /**
   * What AWS gives the account for each ALB. A render that needs more is refused, since the controller would make a part
   * of it and stop.
   *
   * @default - those of every new account: 100 rules, 100 target groups, 25 certificates
   */
  readonly quotas?: AlbQuotas;
}
