import { PROJECTS, TYPED_KINDS } from '../../imports/write/sources';
import { PHASES, type Phase, phaseOf, SCALERS, VOLUMES, WAITED } from '../../lib/deploy/phase';

/** Kinds of others that a fleet may hold as plain objects. */
const OF_OTHERS = [
  ...['CustomResourceDefinition', 'SealedSecret', 'SecretStore', 'ClusterSecretStore', 'Issuer', 'ClusterIssuer'],
  'Anything',
];

/** Every kind that has types here, and where it comes. One that is new comes last until it stands here. */
const KINDS: Readonly<Record<Phase, readonly string[]>> = {
  namespace: ['Namespace'],
  settings: [
    ...['ClusterRole', 'ClusterRoleBinding', 'CustomResourceDefinition', 'LimitRange', 'NetworkPolicy'],
    ...['PriorityClass', 'ResourceQuota', 'Role', 'RoleBinding', 'ServiceAccount'],
  ],
  volumes: ['PersistentVolume', 'PersistentVolumeClaim', 'StorageClass'],
  configuration: [
    ...['Certificate', 'ClusterIssuer', 'ClusterSecretStore', 'ConfigMap', 'ExternalSecret', 'Issuer', 'SealedSecret'],
    ...['Secret', 'SecretProviderClass', 'SecretStore'],
  ],
  services: ['PodDisruptionBudget', 'Service'],
  workloads: [
    ...['CronJob', 'DaemonSet', 'Deployment', 'HorizontalPodAutoscaler', 'Job', 'Pod', 'Rollout', 'ScaledObject'],
    ...['StatefulSet', 'TriggerAuthentication'],
  ],
  routes: [
    ...['Anything', 'AppProject', 'Application', 'ApplicationSet', 'BackendTLSPolicy', 'BackendTrafficPolicy'],
    ...['GRPCRoute', 'Gateway', 'GitRepository', 'HTTPRoute', 'Ingress', 'IngressClass', 'IngressClassParams'],
    ...['IngressRoute', 'IngressRouteTCP', 'Kustomization', 'ListenerSet', 'Middleware', 'MiddlewareTCP'],
    ...['OCIRepository', 'PodMonitor', 'PrometheusRule', 'ReferenceGrant', 'ServersTransport', 'ServersTransportTCP'],
    ...['ServiceMonitor', 'TCPRoute', 'TLSOption', 'TLSRoute', 'TLSStore', 'TargetGroupBinding', 'TraefikService'],
  ],
};

test('what pods need comes before them, and what leads to them after', () => {
  expect(PHASES).toEqual(Object.keys(KINDS));
  const kinds = [...TYPED_KINDS, ...Object.values(PROJECTS).flatMap((project) => project.kinds), ...OF_OTHERS].sort();
  const of = (phase: Phase) =>
    kinds.filter((kind) => phaseOf({ apiVersion: 'v1', kind, metadata: { name: 'x' } }) === phase);
  expect(Object.fromEntries(PHASES.map((phase) => [phase, of(phase)]))).toEqual(KINDS);
});

test('what is waited for, what counts pods, and what holds files', () => {
  expect([...WAITED].sort()).toEqual(['DaemonSet', 'Deployment', 'Rollout', 'StatefulSet']);
  expect([...SCALERS].sort()).toEqual(['HorizontalPodAutoscaler', 'ScaledObject']);
  expect([...VOLUMES].sort()).toEqual(['PersistentVolume', 'PersistentVolumeClaim']);
});
