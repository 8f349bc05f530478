// Written by `npm run imports`; change imports/write, not this file.

import { TABLE as argoCd } from './argo-cd';
import { TABLE as argoRollouts } from './argo-rollouts';
import { TABLE as awsLoadBalancerController } from './aws-load-balancer-controller';
import { TABLE as certManager } from './cert-manager';
import { TABLE as externalSecrets } from './external-secrets';
import { TABLE as flux } from './flux';
import { TABLE as fluxSource } from './flux-source';
import { TABLE as gatewayApi } from './gateway-api';
import { TABLE as k8s } from './k8s';
import { TABLE as keda } from './keda';
import { TABLE as prometheusOperator } from './prometheus-operator';
import { TABLE as secretsStoreCsiDriver } from './secrets-store-csi-driver';
import { TABLE as traefik } from './traefik';

/**
 * The tables of known fields of each API group. The first block names the kinds (`apiVersion kind definition`), each
 * other one a definition and its fields, one a line: the name, `!` if it is required, the type, and the minor versions
 * of Kubernetes that know it so (`1.28..`, `..1.34`), unless all do. Types are `string`, `integer`, `number`,
 * `boolean`, `quantity`, `int-or-string`, `any`, texts (`"TCP"|"UDP"`), a definition; `[]` before it is a list of
 * them, `{}` a map.
 */
export const TABLES: Readonly<Record<string, readonly string[]>> = {
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
  'external-secrets.io': [externalSecrets],
  'kustomize.toolkit.fluxcd.io': [flux],
  'source.toolkit.fluxcd.io': [fluxSource],
  'gateway.networking.k8s.io': [gatewayApi],
  'keda.sh': [keda],
  'monitoring.coreos.com': [prometheusOperator],
  'secrets-store.csi.x-k8s.io': [secretsStoreCsiDriver],
  'traefik.io': [traefik],
};
