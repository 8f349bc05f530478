import type { Manifest } from '../diff/manifest';

/** The steps in which objects are brought in, in their order; what is taken away goes the other way round. */
export const PHASES = ['namespace', 'settings', 'volumes', 'configuration', 'services', 'workloads', 'routes'] as const;
/** One of them. */
export type Phase = (typeof PHASES)[number];

const OF_KIND: Readonly<Record<string, Phase>> = {
  Namespace: 'namespace',
  CustomResourceDefinition: 'settings',
  ResourceQuota: 'settings',
  LimitRange: 'settings',
  ServiceAccount: 'settings',
  Role: 'settings',
  RoleBinding: 'settings',
  ClusterRole: 'settings',
  ClusterRoleBinding: 'settings',
  NetworkPolicy: 'settings',
  PriorityClass: 'settings',
  StorageClass: 'volumes',
  PersistentVolume: 'volumes',
  PersistentVolumeClaim: 'volumes',
  Secret: 'configuration',
  ConfigMap: 'configuration',
  SealedSecret: 'configuration',
  ExternalSecret: 'configuration',
  SecretStore: 'configuration',
  ClusterSecretStore: 'configuration',
  SecretProviderClass: 'configuration',
  Issuer: 'configuration',
  ClusterIssuer: 'configuration',
  Certificate: 'configuration',
  Service: 'services',
  PodDisruptionBudget: 'services',
  Deployment: 'workloads',
  StatefulSet: 'workloads',
  DaemonSet: 'workloads',
  Rollout: 'workloads',
  Job: 'workloads',
  CronJob: 'workloads',
  Pod: 'workloads',
  HorizontalPodAutoscaler: 'workloads',
  ScaledObject: 'workloads',
  TriggerAuthentication: 'workloads',
};

/** When an object is brought in. What nobody knows here leads to pods, as routes of all kinds do, or waits for them. */
export function phaseOf({ kind }: Manifest): Phase {
  return OF_KIND[kind] ?? 'routes';
}

/** The workloads that are waited for. */
export const WAITED = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout']);

/** What decides on the number of pods instead of the file. */
export const SCALERS = new Set(['HorizontalPodAutoscaler', 'ScaledObject']);

/** What holds files. It is never taken away by what does not name it. */
export const VOLUMES = new Set(['PersistentVolume', 'PersistentVolumeClaim']);
