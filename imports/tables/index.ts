// Written by `npm run imports`; change imports/write, not this file.

// Each is loaded when an object of its group is first looked at.
const argoCd = (): string => require('./argo-cd').TABLE;
const argoRollouts = (): string => require('./argo-rollouts').TABLE;
const awsLoadBalancerController = (): string => require('./aws-load-balancer-controller').TABLE;
const certManager = (): string => require('./cert-manager').TABLE;
const envoyGateway = (): string => require('./envoy-gateway').TABLE;
const externalSecrets = (): string => require('./external-secrets').TABLE;
const flux = (): string => require('./flux').TABLE;
const fluxSource = (): string => require('./flux-source').TABLE;
const gatewayApi = (): string => require('./gateway-api').TABLE;
const k8s = (): string => require('./k8s').TABLE;
const keda = (): string => require('./keda').TABLE;
const prometheusOperator = (): string => require('./prometheus-operator').TABLE;
const secretsStoreCsiDriver = (): string => require('./secrets-store-csi-driver').TABLE;
const traefik = (): string => require('./traefik').TABLE;

/**
 * The tables of known fields of each API group. The block `kinds` names the kinds of objects, each other
 * one a definition and its fields, one a line: the name, `!` if it is required, the type, and the minor versions of
 * Kubernetes that know it so (`1.28..`, `..1.34`), unless all do. Types are `string`, `integer`, `number`,
 * `boolean`, `quantity`, `int-or-string`, `any`, values (`"TCP"|"UDP"`), a definition; `[]` before it is a list of
 * them, `{}` a map.
 */
export const TABLES: Readonly<Record<string, ReadonlyArray<() => string>>> = {
  '': [k8s],
  'admissionregistration.k8s.io': [k8s],
  'apiextensions.k8s.io': [k8s],
  'apiregistration.k8s.io': [k8s],
  apps: [k8s],
  'authentication.k8s.io': [k8s],
  'authorization.k8s.io': [k8s],
  autoscaling: [k8s],
  batch: [k8s],
  'certificates.k8s.io': [k8s],
  'coordination.k8s.io': [k8s],
  'discovery.k8s.io': [k8s],
  'events.k8s.io': [k8s],
  'flowcontrol.apiserver.k8s.io': [k8s],
  'internal.apiserver.k8s.io': [k8s],
  'networking.k8s.io': [k8s],
  'node.k8s.io': [k8s],
  policy: [k8s],
  'rbac.authorization.k8s.io': [k8s],
  'resource.k8s.io': [k8s],
  'scheduling.k8s.io': [k8s],
  'storage.k8s.io': [k8s],
  'storagemigration.k8s.io': [k8s],
  'argoproj.io': [argoCd, argoRollouts],
  'elbv2.k8s.aws': [awsLoadBalancerController],
  'cert-manager.io': [certManager],
  'gateway.envoyproxy.io': [envoyGateway],
  'external-secrets.io': [externalSecrets],
  'kustomize.toolkit.fluxcd.io': [flux],
  'source.toolkit.fluxcd.io': [fluxSource],
  'gateway.networking.k8s.io': [gatewayApi],
  'keda.sh': [keda],
  'monitoring.coreos.com': [prometheusOperator],
  'secrets-store.csi.x-k8s.io': [secretsStoreCsiDriver],
  'traefik.io': [traefik],
};
