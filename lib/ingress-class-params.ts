import { ApiObject } from 'cdk8s';
import { k8s } from '../imports/k8s';
import type { Door } from './gateway';

/** A setting of AWS by its name. */
interface KeyValue {
  readonly key: string;
  readonly value: string;
}

/** Subnets by their ids, or by the values that their tags may have. */
export type SubnetSelector =
  | { readonly ids: readonly string[] }
  | { readonly tags: Readonly<Record<string, readonly string[]>> };

/**
 * What an IngressClass of the AWS Load Balancer Controller says for all of its Ingresses (elbv2.k8s.aws/v1beta1, of
 * release 2.14.1 and later: helm/aws-load-balancer-controller/crds/crds.yaml). It overrules annotations of Ingresses.
 */
export interface IngressClassParamsSpec {
  /** The group that all Ingresses of the class belong to; one ALB. */
  readonly group: { readonly name: string };
  /** Namespaces whose Ingresses may be of the class. */
  readonly namespaceSelector: k8s.LabelSelector | undefined;
  /** Whether addresses of the internet reach it. */
  readonly scheme: 'internal' | 'internet-facing';
  /** Which addresses it has. */
  readonly ipAddressType: 'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4';
  /** Where it stands. */
  readonly subnets: SubnetSelector | undefined;
  /** Addresses that may open a connection. */
  readonly inboundCIDRs: readonly string[] | undefined;
  /** Certificates of ACM; the first is shown to who names no host. */
  readonly certificateArn: readonly string[] | undefined;
  /** Versions and ciphers of TLS. */
  readonly sslPolicy: string;
  /** Port that requests over plain HTTP are sent on to. */
  readonly sslRedirectPort: string | undefined;
  /** Whether requests go to pods or to ports of nodes. */
  readonly targetType: 'ip' | 'instance';
  /** Attributes of the load balancer. */
  readonly loadBalancerAttributes: readonly KeyValue[];
  /** Tags of what is made in AWS. */
  readonly tags: readonly KeyValue[] | undefined;
  /** Web ACL of AWS WAF. */
  readonly wafv2AclArn: string | undefined;
}

const GROUP = 'elbv2.k8s.aws';
const PARAMS = 'IngressClassParams';

/** Renders a class of Ingresses and what holds for all of them, under one name. */
export function renderIngressClass({ chart }: Door, name: string, spec: IngressClassParamsSpec): void {
  new k8s.KubeIngressClass(chart, 'ingress-class', {
    metadata: { name },
    spec: { controller: 'ingress.k8s.aws/alb', parameters: { apiGroup: GROUP, kind: PARAMS, name } },
  });
  new ApiObject(chart, 'ingress-class-params', {
    apiVersion: `${GROUP}/v1beta1`,
    kind: PARAMS,
    metadata: { name },
    spec,
  });
}

/** A record as AWS writes it, in the order of its keys. */
export function keyValues(record: Readonly<Record<string, string>>): KeyValue[] {
  return Object.keys(record)
    .sort()
    .map((key) => ({ key, value: record[key] ?? '' }));
}
