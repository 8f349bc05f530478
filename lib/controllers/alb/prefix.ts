/** What the names of annotations of the AWS Load Balancer Controller begin with, where an Ingress has them. */
export const ALB_PREFIX = 'alb.ingress.kubernetes.io';
