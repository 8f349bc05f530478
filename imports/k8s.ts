import { k8s } from 'cdk8s-plus-27';

/** Generated Kubernetes 1.27 API types: the only door to them. */
export { k8s };

/** An amount as the API takes it: `500m`, `1Gi`. */
export const quantity = k8s.Quantity.fromString;
