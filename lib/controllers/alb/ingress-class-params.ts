import { ApiObject } from 'cdk8s';
import type { IngressClassParams, IngressClassParamsSpec } from '../../../imports/aws-load-balancer-controller';
import type { IngressClass } from '../../../imports/k8s';
import type { SharedEdge } from '../../route/unit-routes';

/** Subnets by their ids, or by the values that their tags may have. */
export type SubnetSelector =
  | { readonly ids: readonly string[] }
  | { readonly tags: Readonly<Record<string, readonly string[]>> };

const GROUP = 'elbv2.k8s.aws';
const PARAMS = 'IngressClassParams';

/**
 * Renders a class of Ingresses and what holds for all of them, under one name. It overrules annotations of Ingresses
 * (release 2.14.1 of the AWS Load Balancer Controller and later).
 */
export function renderIngressClass(
  { chart }: SharedEdge,
  name: string,
  annotations: Readonly<Record<string, string>> | undefined,
  spec: IngressClassParamsSpec,
): void {
  new ApiObject(chart, 'ingress-class', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name },
    spec: { controller: 'ingress.k8s.aws/alb', parameters: { apiGroup: GROUP, kind: PARAMS, name } },
  } satisfies IngressClass);
  new ApiObject(chart, 'ingress-class-params', {
    apiVersion: `${GROUP}/v1beta1`,
    kind: PARAMS,
    metadata: { name, annotations },
    spec,
  } satisfies IngressClassParams);
}

/** A record as AWS writes it, in the order of its keys. */
export function keyValues(record: Readonly<Record<string, string>>): NonNullable<IngressClassParamsSpec['tags']> {
  return Object.keys(record)
    .sort()
    .map((key) => ({ key, value: record[key] ?? '' }));
}
