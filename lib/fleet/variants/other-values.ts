import { Duration, Size } from 'cdk8s';
import { ControlPlane } from '../../config/control-plane';
import { Datasource } from '../../config/datasource';
import { Endpoint } from '../../config/endpoint';
import { Keystore } from '../../config/keystore';
import { ManagementLogin } from '../../config/management-login';
import { Metrics } from '../../config/metrics';
import type { MiConfig } from '../../config/mi-config';
import { SecureVault } from '../../config/secure-vault';
import { ServiceCatalog } from '../../config/service-catalog';
import { Tracing } from '../../config/tracing';
import { Truststore } from '../../config/truststore';
import { Cpu } from '../../core/cpu';
import { ConsoleLogging } from '../../logging/console-logging';
import { Monitoring } from '../../monitoring/monitoring';
import { Network } from '../../network/network';
import { EnvSource } from '../../secret/env-source';
import { EnvValue } from '../../secret/env-value';
import { ArgoStep } from '../../tenant/argo-step';
import type { AutoScalingProps } from '../../tenant/autoscaler';
import type { LifecycleProps } from '../../tenant/lifecycle';
import { MiSize, type MiSizeProps } from '../../tenant/mi-size';
import type { MiTenantProps } from '../../tenant/mi-tenant-props';
import type { PodProps } from '../../tenant/pod-props';
import type { RolloutProps } from '../../tenant/rollout';
import { Scaling } from '../../tenant/scaling';
import type { BusinessUnitProps } from '../../unit/business-unit-props';
import { UnitNamespace } from '../../unit/unit-namespace';
import type { FleetProps } from '../fleet-props';

/**
 * For every prop values that no default has, so that what follows from it is seen when one is taken. What a prop only
 * adds to others, or what no tenant shows, has none.
 */
type OtherValues<P> = { readonly [K in keyof P]-?: ReadonlyArray<NonNullable<P[K]>> };

const other = 'explain';
const secret = () => EnvValue.fromSecret(other, 'key');
const at = () => Endpoint.outside('explain.example.com', 4430, ['192.0.2.0/24']);
const probe = { exec: { command: [other] }, failureThreshold: 7, periodSeconds: 17, timeoutSeconds: 7 };
const image = 'registry.example.com/explain:1';
const rollout: Required<Omit<RolloutProps, 'argoSteps'>> = { maxSurge: 3, maxUnavailable: 2, maxEvictions: 2 };
const policies = [{ type: 'Percent', value: 7, periodSeconds: 77 }];
const behavior: Required<AutoScalingProps>['behavior'] = {
  scaleUp: { stabilizationWindowSeconds: 77, policies },
  scaleDown: { stabilizationWindowSeconds: 77, policies },
};
const both = () => [Duration.seconds(1), Duration.hours(5)];

/** Other values of what a tenant says beside its image. */
export const tenantValues = (): OtherValues<
  Omit<MiTenantProps<'app'>, 'image' | 'canary' | 'lifecycle' | 'config' | 'pod'>
> => ({
  scaling: [
    Scaling.fixed(7, rollout),
    Scaling.fixed(7, { ...rollout, argoSteps: [ArgoStep.weight(7)] }),
    Scaling.auto({ ...rollout, min: 3, max: 11, cpuPercent: 33, memoryPercent: 33, behavior } satisfies Required<
      Omit<AutoScalingProps, 'argoSteps'>
    >),
    Scaling.singleton(),
  ],
  size: [
    MiSize.of({
      cpu: Cpu.millis(777),
      cpuLimit: Cpu.millis(1777),
      memory: Size.mebibytes(1777),
      heap: Size.mebibytes(777),
      disk: Size.mebibytes(1777),
    } satisfies Required<MiSizeProps>),
    MiSize.of({ memory: Size.mebibytes(777), disk: Size.mebibytes(777) }),
  ],
  env: [{ EXPLAIN: other }],
  envFrom: [[EnvSource.secret(other)]],
  mounts: [],
  tls: [Keystore.fromSecret(other, { file: 'explain.jks', password: 'password' })],
  calls: [[at()]],
  callers: [],
  logging: [[ConsoleLogging.of('correlation')]],
  alerts: [{ errorRatio: 0.77, heap: 0.77, restarts: 7 }],
});

/** Other values of `lifecycle`. */
export const lifecycleValues = (): OtherValues<LifecycleProps> => ({
  minReady: both(),
  startBudget: both(),
  requestTimeout: both(),
  leave: both(),
  drain: both(),
  preStop: [[other]],
  startupProbe: [probe],
  readinessProbe: [probe],
  livenessProbe: [probe],
  secretsVersion: [other],
  onSecretChange: ['roll', 'keep'],
});

/** Other values of `config`. */
export const configValues = (): OtherValues<MiConfig> => ({
  datasources: [[Datasource.mysql(other, { at: at(), database: other, username: secret(), password: secret() })]],
  metrics: [Metrics.prometheus()],
  tracing: [Tracing.otlp(at())],
  controlPlane: [ControlPlane.dashboard({ at: at() })],
  managementLogin: [ManagementLogin.of({ username: secret(), password: secret() })],
  serviceCatalog: [ServiceCatalog.of({ at: at(), username: secret(), password: secret() })],
  truststore: [Truststore.fromSecret(other, { file: 'explain.jks', password: 'password' })],
  vault: [SecureVault.fromSecret(other, { password: 'password' })],
  logLevels: [{ 'org.example.explain': 'DEBUG' }],
  log4j2: [{ 'property.explain': other }],
  files: [{ 'conf/explain.txt': other }],
  toml: [{ server: { hostname: other } }],
  uncheckedKeys: [],
});

/** Other values of `pod`. */
export const podValues = (): OtherValues<PodProps> => ({
  labels: [{ explain: other }],
  annotations: [{ explain: other }],
  serviceAccountName: [other],
  serviceAccountAnnotations: [{ explain: other }],
  args: [['-Dexplain=true']],
  ports: [{ explain: 7777 }],
  nodeSelector: [{ explain: other }],
  tolerations: [[{ key: other, operator: 'Exists' }]],
  affinity: [{ podAntiAffinity: {} }],
  topologySpreadConstraints: [[]],
  priorityClassName: [other],
  hostAliases: [[{ ip: '192.0.2.7', hostnames: [other] }]],
  dnsConfig: [{ options: [{ name: 'ndots', value: '7' }] }],
  supplementalGroups: [[7777]],
  containers: [[{ name: other, image }]],
  initContainers: [[{ name: other, image }]],
  volumes: [[{ name: other, emptyDir: {} }]],
  volumeMounts: [[{ name: other, mountPath: '/explain' }]],
});

/** Other values of what a unit says. */
export const unitValues = (): OtherValues<BusinessUnitProps> => ({
  contact: ['explain@example.com'],
  namespace: [UnitNamespace.own(other), UnitNamespace.existing(other)],
  labels: [{ explain: other }],
  pullSecrets: [[other]],
  quota: [],
  network: [Network.open(), Network.isolated()],
  access: [],
});

/** Other values of what a fleet says, as far as a tenant shows it. */
export const fleetValues = (): OtherValues<Pick<FleetProps, 'suffix' | 'monitoring' | 'network'>> => ({
  suffix: ['-explain'],
  network: [Network.open()],
  monitoring: [Monitoring.annotations(), Monitoring.serviceMonitors()],
});
