import { Duration, Size } from 'cdk8s';
import {
  ArgoStep,
  type AutoScalingProps,
  Canary,
  ConfigFile,
  ConsoleLogging,
  ControlPlane,
  Cpu,
  Datasource,
  Endpoint,
  EnvSource,
  EnvValue,
  type KedaScalingProps,
  Keystore,
  type LifecycleProps,
  ManagementLogin,
  Metrics,
  MiBaseImage,
  type MiConfig,
  MiSize,
  type MiSizeProps,
  type MiTenantProps,
  Peer,
  type PodProps,
  type RolloutProps,
  Scaling,
  SecureVault,
  ServiceCatalog,
  Tracing,
  Truststore,
} from '../../lib';
import { base } from '../manifests';
import { app, filesOf, rows } from './rows';

const tenant = (props: Partial<MiTenantProps<'app'>>) => filesOf((unit) => void app(unit, props));
const value = EnvValue.fromSecret('orders-secret', 'password');
const login = ManagementLogin.of({ username: value, password: value });
const at = Endpoint.outside('catalog.example.com', 443, ['10.0.0.0/24']);
const newer = MiBaseImage.fromRegistry('registry.example.com/mi', { release: '4.5.0' }).withApp('orders', '1.0.0');
const withDriver = MiBaseImage.fromRegistry('registry.example.com/mi', {
  release: '4.4.0',
  drivers: ['mysql'],
}).withApp('orders', '1.0.0');
const datasource = Datasource.mysql('ORDERS', { at, database: 'orders', username: value, password: value });
const image = base.withApp('orders', '1.0.0');

export const TENANT = rows<Omit<MiTenantProps<'app'>, 'mounts' | 'alerts'>>(
  'tenant',
  {
    image: [image, base.withApp('orders', '1.0.1'), 'Deployment rolls'],
    scaling: [Scaling.fixed(2), Scaling.fixed(3), 'Deployment'],
    canary: [
      undefined,
      Canary.percent(0, { image: base.withApp('orders', '2.0.0') }),
      'new ConfigMap, new Deployment, new Service',
    ],
    size: [undefined, MiSize.of({ memory: Size.gibibytes(2) }), 'Deployment rolls'],
    env: [{ A: 'x' }, { A: 'y' }, 'Deployment rolls'],
    envFrom: [undefined, [EnvSource.secret('orders-secret')], 'Deployment rolls'],
    tls: [
      undefined,
      Keystore.fromSecret('keystore', { file: 'k.jks', password: 'password' }),
      'Deployment rolls, another ConfigMap',
    ],
    config: [undefined, { metrics: Metrics.prometheus() }, 'Deployment rolls, another ConfigMap'],
    calls: [undefined, [at], 'nothing'],
    callers: [undefined, [Peer.pods('other')], 'nothing'],
    logging: [undefined, [ConsoleLogging.of('correlation')], 'Deployment rolls, another ConfigMap'],
    lifecycle: [undefined, { minReady: Duration.seconds(31) }, 'Deployment'],
    pod: [undefined, { labels: { a: 'x' } }, 'Deployment rolls'],
  },
  tenant,
);

const seconds = Duration.seconds;
const probe = { httpGet: { path: '/ready', port: 8290 } };
export const LIFECYCLE = rows<LifecycleProps>(
  'lifecycle',
  {
    minReady: [seconds(30), seconds(31), 'Deployment'],
    startBudget: [seconds(180), seconds(240), 'Deployment rolls'],
    requestTimeout: [undefined, seconds(90), 'Deployment rolls, another ConfigMap'],
    leave: [undefined, seconds(20), 'Deployment rolls'],
    drain: [undefined, seconds(90), 'Deployment rolls, another ConfigMap'],
    preStop: [undefined, ['true'], 'Deployment rolls'],
    startupProbe: [undefined, probe, 'Deployment rolls'],
    readinessProbe: [undefined, probe, 'Deployment rolls'],
    livenessProbe: [undefined, probe, 'Deployment rolls'],
    secretsVersion: ['1', '2', 'Deployment rolls'],
    onSecretChange: ['keep', 'roll', 'Deployment'],
  },
  (lifecycle) => tenant({ lifecycle, image: newer, env: { PASSWORD: value } }),
);

const container = {
  name: 'extra',
  image: 'registry.example.com/extra:1',
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '100m', memory: '64Mi' } },
};
export const POD = rows<PodProps>(
  'pod',
  {
    labels: [{ a: 'x' }, { a: 'y' }, 'Deployment rolls'],
    annotations: [{ a: 'x' }, { a: 'y' }, 'Deployment rolls'],
    serviceAccountName: [undefined, 'other', 'Deployment rolls, ServiceAccount left'],
    serviceAccountAnnotations: [{ a: 'x' }, { a: 'y' }, 'ServiceAccount'],
    args: [['-Da=b'], ['-Da=c'], 'Deployment rolls'],
    ports: [{ 'tcp-in': 9000 }, { 'tcp-in': 9001 }, 'Deployment rolls, Service'],
    nodeSelector: [{ a: 'x' }, { a: 'y' }, 'Deployment rolls'],
    tolerations: [undefined, [{ key: 'a', operator: 'Exists' }], 'Deployment rolls'],
    affinity: [undefined, {}, 'Deployment rolls'],
    topologySpreadConstraints: [undefined, [], 'Deployment rolls'],
    priorityClassName: ['low', 'high', 'Deployment rolls'],
    hostAliases: [undefined, [{ ip: '10.0.0.1', hostnames: ['a.example.com'] }], 'Deployment rolls'],
    dnsConfig: [undefined, { options: [{ name: 'ndots', value: '2' }] }, 'Deployment rolls'],
    supplementalGroups: [[1], [2], 'Deployment rolls'],
    containers: [undefined, [container], 'Deployment rolls'],
    initContainers: [undefined, [container], 'Deployment rolls'],
    volumes: [undefined, [{ name: 'more', emptyDir: {} }], 'Deployment rolls'],
    volumeMounts: [undefined, [{ name: 'more', mountPath: '/mnt/more' }], 'Deployment rolls'],
  },
  (pod) =>
    tenant({
      pod: { ...(pod.volumeMounts === undefined ? {} : { volumes: [{ name: 'more', emptyDir: {} }] }), ...pod },
    }),
);

export const CONFIG = rows<MiConfig>(
  'config',
  {
    datasources: [undefined, [datasource], 'Deployment rolls, another ConfigMap'],
    metrics: [undefined, Metrics.prometheus(), 'Deployment rolls, another ConfigMap'],
    tracing: [undefined, Tracing.otlp(at), 'Deployment rolls, another ConfigMap'],
    controlPlane: [undefined, ControlPlane.dashboard({ at }), 'Deployment rolls, another ConfigMap'],
    managementLogin: [undefined, login, 'Deployment rolls, another ConfigMap'],
    serviceCatalog: [
      undefined,
      ServiceCatalog.of({ at, username: value, password: value }),
      'Deployment rolls, another ConfigMap',
    ],
    truststore: [
      undefined,
      Truststore.fromSecret('trust', { file: 't.jks', password: 'password' }),
      'Deployment rolls, another ConfigMap',
    ],
    vault: [undefined, SecureVault.fromSecret('vault', { password: 'password' }), 'Deployment rolls'],
    logLevels: [{ 'org.example': 'INFO' }, { 'org.example': 'DEBUG' }, 'Deployment rolls, another ConfigMap'],
    log4j2: [
      { 'logger.x.name': 'x', 'logger.x.level': 'INFO' },
      { 'logger.x.name': 'x', 'logger.x.level': 'WARN' },
      'Deployment rolls, another ConfigMap',
    ],
    files: [{ 'conf/a.txt': 'x' }, { 'conf/a.txt': ConfigFile.notSecret('y') }, 'Deployment rolls, another ConfigMap'],
    toml: [undefined, { server: { hostname: 'a' } }, 'Deployment rolls, another ConfigMap'],
    uncheckedKeys: [['made.up'], ['made'], 'nothing'],
  },
  (config) =>
    tenant({
      image: withDriver,
      config: { ...(config.uncheckedKeys === undefined ? {} : { toml: { made: { up: 'x' } } }), ...config },
    }),
);

export const SIZE = rows<MiSizeProps>(
  'size',
  {
    cpu: [Cpu.millis(500), Cpu.millis(600), 'Deployment rolls'],
    cpuLimit: [Cpu.millis(2000), Cpu.millis(1500), 'Deployment rolls'],
    memory: [Size.gibibytes(1), Size.gibibytes(2), 'Deployment rolls'],
    heap: [Size.mebibytes(512), Size.mebibytes(600), 'Deployment rolls'],
    disk: [Size.gibibytes(1), Size.gibibytes(2), 'Deployment rolls'],
  },
  (size) => tenant({ size: MiSize.of(size) }),
);

export const ROLLOUT = rows<RolloutProps>(
  'rollout',
  {
    maxSurge: [1, 2, 'Deployment'],
    maxUnavailable: [0, 1, 'Deployment'],
    maxEvictions: [1, 'unlimited', 'PodDisruptionBudget left'],
    argoSteps: [[ArgoStep.weight(10)], [ArgoStep.weight(50)], 'Rollout'],
  },
  (rollout) => tenant({ scaling: Scaling.fixed(4, rollout) }),
);

export const AUTO = rows<Omit<AutoScalingProps, keyof RolloutProps>>(
  'auto',
  {
    min: [2, 3, 'Deployment, HorizontalPodAutoscaler'],
    max: [5, 6, 'Deployment, HorizontalPodAutoscaler'],
    cpuPercent: [50, 60, 'HorizontalPodAutoscaler'],
    memoryPercent: [50, 60, 'HorizontalPodAutoscaler'],
    behavior: [undefined, { scaleDown: { stabilizationWindowSeconds: 10 } }, 'HorizontalPodAutoscaler'],
  },
  (props) => tenant({ scaling: Scaling.auto({ min: 2, max: 5, ...props }) }),
);

const triggers = [
  {
    type: 'cron',
    metadata: { timezone: 'Europe/Zurich', start: '0 7 * * *', end: '0 19 * * *', desiredReplicas: '2' },
  },
];
export const KEDA = rows<Omit<KedaScalingProps, keyof RolloutProps>>(
  'keda',
  {
    min: [1, 2, 'Deployment, ScaledObject'],
    max: [4, 5, 'Deployment, ScaledObject'],
    triggers: [triggers, [...triggers, { type: 'cpu', metadata: { value: '60' } }], 'ScaledObject'],
    cooldown: [Duration.minutes(5), Duration.minutes(6), 'ScaledObject'],
    behavior: [undefined, { scaleDown: { stabilizationWindowSeconds: 10 } }, 'ScaledObject'],
  },
  (props) => tenant({ scaling: Scaling.keda({ min: 1, max: 4, triggers, ...props }) }),
);
