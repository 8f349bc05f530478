import { Duration, Size } from 'cdk8s';
import { stringify } from 'yaml';
import {
  Access,
  BusinessUnit,
  type BusinessUnitProps,
  ConfigFile,
  Cpu,
  EnvSource,
  EnvValue,
  Keystore,
  LoggingSidecar,
  Metrics,
  MiBaseImage,
  type MiRelease,
  MiSize,
  MiTenant,
  type MiTenantProps,
  Network,
  Quota,
  Scaling,
  SharedVolume,
  UnitNamespace,
  VolumeSource,
} from '../../lib';
import { newFleet } from '../manifests';
import { filesOf, otherCells, pollerCells, type State, type Steps } from './transitions-cells';
import { scalingCells } from './transitions-scalings';

type Files = ReadonlyMap<string, string>;

/** One change between two states, of which the unit has a name of its own; it is applied as it is, and watched. */
export interface ReviewCell {
  readonly name: string;
  readonly before: (unit: string) => Files;
  readonly after: (unit: string) => Files;
  /** @default false: its pods get ready */
  readonly waits?: boolean;
  /** @default false: the controllers of its kinds are there, and what they do of pods is seen */
  readonly unattended?: boolean;
  /** @default - as many pods as both files say; where one says none, those that run */
  readonly promised?: number;
}

const base = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: '4.5.0' });
const probe = { exec: { command: ['true'] } };

type Props = Partial<MiTenantProps<'app'>>;

function app(unit: BusinessUnit, { lifecycle, ...props }: Props = {}, id = 'orders'): MiTenant<'app'> {
  return new MiTenant(unit, id, {
    image: base.withApp(id, '1.0.0'),
    scaling: Scaling.fixed(2),
    lifecycle: { minReady: Duration.seconds(1), ...lifecycle },
    ...props,
  });
}

function state(compose: State['compose'], props: Partial<BusinessUnitProps> = {}): (unit: string) => Files {
  return (name) => {
    const fleet = newFleet();
    compose(new BusinessUnit(fleet, name, { contact: 'integration@example.com', ...props }), fleet);
    return fleet.render();
  };
}

const plainApp = state((unit) => app(unit));

/** Every prop of a tenant, changed once. */
const PROPS: Readonly<Record<string, Props>> = {
  size: { size: MiSize.of({ memory: Size.gibibytes(2), cpu: Cpu.millis(600) }) },
  env: { env: { URL: 'https://example.com' } },
  'env of a Secret': { env: { PASSWORD: EnvValue.fromSecret('login', 'password') } },
  envFrom: { envFrom: [EnvSource.configMap('shared')] },
  tls: { tls: Keystore.fromSecret('keystore', { file: 'a.jks', password: 'password' }) },
  'config.toml': { config: { toml: { mediation: { synapse: { max_threads: 40 } } } } },
  'config.metrics': { config: { metrics: Metrics.prometheus() } },
  'config.files': { config: { files: { 'conf/extra.properties': ConfigFile.fromConfigMap('shared', 'a') } } },
  'config.logLevels': { config: { logLevels: { 'org.apache.synapse': 'DEBUG' } } },
  logging: { logging: [LoggingSidecar.toStdout({ image: 'registry.example.com/busybox:1', files: ['audit.log'] })] },
  'lifecycle.minReady': { lifecycle: { minReady: Duration.seconds(2) } },
  'lifecycle.startBudget': { lifecycle: { startBudget: Duration.minutes(10) } },
  'lifecycle.requestTimeout': { lifecycle: { requestTimeout: Duration.seconds(200) } },
  'lifecycle.leave': { lifecycle: { leave: Duration.seconds(20) } },
  'lifecycle.drain': { lifecycle: { drain: Duration.seconds(60) } },
  'lifecycle.preStop': { lifecycle: { preStop: ['sleep', '5'] } },
  'lifecycle.startupProbe': { lifecycle: { startupProbe: probe } },
  'lifecycle.readinessProbe': { lifecycle: { readinessProbe: probe } },
  'lifecycle.livenessProbe': { lifecycle: { livenessProbe: probe } },
  'lifecycle.secretsVersion': { lifecycle: { secretsVersion: '2' } },
  'lifecycle.onSecretChange': { lifecycle: { onSecretChange: 'roll' }, envFrom: [EnvSource.configMap('shared')] },
  'pod.labels': { pod: { labels: { team: 'a' } } },
  'pod.annotations': { pod: { annotations: { note: 'a' } } },
  'pod.serviceAccountAnnotations': { pod: { serviceAccountAnnotations: { 'eks.amazonaws.com/role-arn': 'arn:a' } } },
  'pod.args': { pod: { args: ['-Da=b'] } },
  'pod.ports': { pod: { ports: { inbound: 9000 } } },
  'pod.nodeSelector': { pod: { nodeSelector: { 'kubernetes.io/os': 'linux' } } },
  'pod.tolerations': { pod: { tolerations: [{ key: 'a', operator: 'Exists' }] } },
  'pod.hostAliases': { pod: { hostAliases: [{ ip: '10.0.0.1', hostnames: ['a.example.com'] }] } },
  'pod.dnsConfig': { pod: { dnsConfig: { options: [{ name: 'ndots', value: '2' }] } } },
  'pod.supplementalGroups': { pod: { supplementalGroups: [5000] } },
  'pod.priorityClassName': { pod: { priorityClassName: 'system-cluster-critical' } },
  'pod.containers': { pod: { containers: [{ name: 'beside', image: 'registry.example.com/a:1' }] } },
  'scaling.maxUnavailable': { scaling: Scaling.fixed(2, { maxSurge: 0, maxUnavailable: 1 }) },
  'scaling.maxEvictions': { scaling: Scaling.fixed(2, { maxEvictions: 'unlimited' }) },
  'three pods': { scaling: Scaling.fixed(3) },
  'one pod': { scaling: Scaling.fixed(1) },
};

function propCells(): ReviewCell[] {
  return Object.entries(PROPS).flatMap(([name, props]) => {
    const with_ = state((unit) => app(unit, props));
    return [{ name: `prop ${name}`, before: plainApp, after: with_ }];
  });
}

function volumeCells(): ReviewCell[] {
  const mounted = (source: VolumeSource, gibibytes = 1, path: `/${string}` = '/mnt/in') =>
    state((unit) => {
      const volume = new SharedVolume(unit, 'files', { source, capacity: Size.gibibytes(gibibytes), group: 5000 });
      app(unit, { mounts: [volume.at(path)] });
    });
  const nfs = (server: string) => VolumeSource.nfs(`${server}.example.com`, '/export');
  const efs = VolumeSource.efs('fs-0123456789abcdef0');
  const storageClass = VolumeSource.storageClass('any');
  const cell = (name: string, before: ReviewCell['before'], after: ReviewCell['after']) => ({ name, before, after });
  return [
    cell('volume: nfs, another server', mounted(nfs('a')), mounted(nfs('b'))),
    cell('volume: nfs to efs', mounted(nfs('a')), mounted(efs)),
    { ...cell('volume: efs to a class', mounted(efs), mounted(storageClass)), waits: true },
    { ...cell('volume: another size of a class', mounted(storageClass), mounted(storageClass, 2)), waits: true },
    cell('volume: another path', mounted(nfs('a')), mounted(nfs('a'), 1, '/mnt/out')),
    cell('volume: comes', plainApp, mounted(nfs('a'))),
    cell('volume: leaves', mounted(nfs('a')), plainApp),
  ];
}

function unitCells(): ReviewCell[] {
  const one = (props: Partial<BusinessUnitProps> = {}) => state((unit) => app(unit), props);
  const both: State['compose'] = (unit) => [app(unit), app(unit, { scaling: Scaling.fixed(6) }, 'prices')];
  const tight = { quota: Quota.ofTenants({ headroom: 1 }) };
  const next = { image: base.withApp('orders', '1.1.0') };
  return [
    { name: 'unit: a quota comes', before: one(), after: one({ quota: Quota.ofTenants() }) },
    { name: 'unit: a quota leaves', before: one({ quota: Quota.ofTenants() }), after: one() },
    {
      name: 'unit: a quota shrinks before its tenants',
      before: state(both, tight),
      after: state((unit) => app(unit, next), tight),
    },
    {
      name: 'unit: another namespace',
      before: one(),
      after: (unit) => one({ namespace: UnitNamespace.own(`${unit}-b`) })(unit),
    },
    { name: 'unit: isolated', before: one(), after: one({ network: Network.isolated() }) },
    { name: 'unit: no longer isolated', before: one({ network: Network.isolated() }), after: one() },
    { name: 'unit: pull secrets', before: one(), after: one({ pullSecrets: ['registry-login'] }) },
    { name: 'unit: access', before: one(), after: one({ access: [Access.view('people')] }) },
    { name: 'unit: another contact', before: one(), after: one({ contact: 'somebody@example.com' }) },
    { name: 'unit: nothing', before: one(), after: one() },
    { name: 'unit: a tenant comes', before: plainApp, after: state(both) },
    { name: 'unit: a tenant leaves', before: state(both), after: plainApp },
  ];
}

const RELEASES: readonly MiRelease[] = [
  '1.1.0',
  '1.2.0',
  '4.0.0',
  '4.1.0',
  '4.2.0',
  '4.3.0',
  '4.4.0',
  '4.5.0',
  '4.6.0',
];

function releaseCells(): ReviewCell[] {
  const of = (release: MiRelease) => {
    const image = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release }).withApp('orders', '1.0.0');
    return state((unit) => app(unit, { image }));
  };
  return RELEASES.slice(1).map((release, index) => {
    const [before, after] = [of(RELEASES[index] ?? release), of(release)];
    return { name: `release ${RELEASES[index]} to ${release}`, before, after };
  });
}

/** Plain objects that an API server may refuse to change, and neighbours that it changes. */
function plainCells(): ReviewCell[] {
  const pod = (labels: object = { app: 'it' }, more: object = {}) => ({
    metadata: { labels },
    spec: { containers: [{ name: 'a', image: 'registry.example.com/a:1', ...more }] },
  });
  const selector = { matchLabels: { app: 'it' } };
  const apps = (kind: string, spec: object) => ({
    apiVersion: 'apps/v1',
    kind,
    spec: { selector, template: pod(), ...spec },
  });
  const rbac = (name: string) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [{ kind: 'Group', name: 'a', apiGroup: 'rbac.authorization.k8s.io' }],
  });
  const claim = (storage: string, storageClassName = 'any') => ({
    kind: 'PersistentVolumeClaim',
    spec: { accessModes: ['ReadWriteMany'], storageClassName, resources: { requests: { storage } } },
  });
  const volume = (server: string, more: object = {}) => ({
    kind: 'PersistentVolume',
    spec: {
      capacity: { storage: '1Gi' },
      accessModes: ['ReadWriteMany'],
      nfs: { server, path: '/' },
      storageClassName: '',
      ...more,
    },
  });
  const job = (image: string, more: object = {}) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    spec: {
      suspend: true,
      template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image }] } },
      ...more,
    },
  });
  const storage = (more: object) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    provisioner: 'a.example.com',
    ...more,
  });
  const service = (spec: object) => ({ kind: 'Service', spec: { ports: [{ port: 80 }], ...spec } });
  const priority = (value: number) => ({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', value });
  const cells: ReadonlyArray<readonly [string, Plain, Plain]> = [
    [
      'selector of a Deployment',
      apps('Deployment', {}),
      apps('Deployment', { selector: { matchLabels: { b: 'c' } }, template: pod({ app: 'it', b: 'c' }) }),
    ],
    ['serviceName', apps('StatefulSet', { serviceName: 'a' }), apps('StatefulSet', { serviceName: 'b' })],
    [
      'podManagementPolicy',
      apps('StatefulSet', { serviceName: 'a' }),
      apps('StatefulSet', { serviceName: 'a', podManagementPolicy: 'Parallel' }),
    ],
    [
      'template of a StatefulSet',
      apps('StatefulSet', { serviceName: 'a' }),
      apps('StatefulSet', { serviceName: 'a', template: pod({ app: 'it' }, { image: 'registry.example.com/a:2' }) }),
    ],
    [
      'revisions of a StatefulSet',
      apps('StatefulSet', { serviceName: 'a' }),
      apps('StatefulSet', { serviceName: 'a', revisionHistoryLimit: 3 }),
    ],
    [
      'recreate',
      apps('Deployment', { strategy: { type: 'Recreate' } }),
      apps('Deployment', {
        strategy: { type: 'Recreate' },
        template: pod({ app: 'it' }, { image: 'registry.example.com/a:2' }),
      }),
    ],
    [
      'immutable ConfigMap',
      { kind: 'ConfigMap', immutable: true, data: { a: '1' } },
      { kind: 'ConfigMap', immutable: true, data: { a: '2' } },
    ],
    ['ConfigMap', { kind: 'ConfigMap', data: { a: '1' } }, { kind: 'ConfigMap', data: { a: '2' } }],
    [
      'immutable Secret',
      { kind: 'Secret', immutable: true, stringData: { a: '1' } },
      { kind: 'Secret', immutable: true, stringData: { a: '2' } },
    ],
    [
      'type of a Secret',
      { kind: 'Secret', type: 'a/b', stringData: { a: '1' } },
      { kind: 'Secret', type: 'a/c', stringData: { a: '1' } },
    ],
    ['role of a binding', rbac('view'), rbac('edit')],
    ['class of a claim', claim('1Gi'), claim('1Gi', 'other')],
    ['smaller claim', claim('2Gi'), claim('1Gi')],
    ['larger claim', claim('1Gi'), claim('2Gi')],
    ['source of a volume', volume('a.example.com'), volume('b.example.com')],
    [
      'policy of a volume',
      volume('a.example.com'),
      volume('a.example.com', { persistentVolumeReclaimPolicy: 'Delete' }),
    ],
    ['capacity of a volume', volume('a.example.com'), volume('a.example.com', { capacity: { storage: '2Gi' } })],
    ['mount options of a volume', volume('a.example.com'), volume('a.example.com', { mountOptions: ['hard'] })],
    ['volume mode', volume('a.example.com'), volume('a.example.com', { volumeMode: 'Block' })],
    ['template of a Job', job('registry.example.com/a:1'), job('registry.example.com/a:2')],
    ['parallelism of a Job', job('registry.example.com/a:1'), job('registry.example.com/a:1', { parallelism: 2 })],
    ['headless Service', service({}), service({ clusterIP: 'None' })],
    ['no longer headless Service', service({ clusterIP: 'None' }), service({})],
    ['type of a Service', service({}), service({ type: 'NodePort' })],
    ['parameters of a StorageClass', storage({}), storage({ parameters: { a: 'b' } })],
    ['expansion of a StorageClass', storage({}), storage({ allowVolumeExpansion: true })],
    ['controller of an IngressClass', ingressClass('a.example.com/a'), ingressClass('a.example.com/b')],
    ['value of a PriorityClass', priority(1), priority(2)],
  ];
  return cells.map(([name, before, after]) => ({
    name: `plain: ${name}`,
    before: plainFile(before),
    after: plainFile(after),
  }));
}

type Plain = { readonly kind: string; readonly [field: string]: unknown };

function ingressClass(controller: string): Plain {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass', spec: { controller } };
}

const OF_THE_CLUSTER = ['PersistentVolume', 'StorageClass', 'IngressClass', 'PriorityClass'];

/** A namespace of the unit's name, and one object in it. */
function plainFile({ apiVersion = 'v1', kind, ...fields }: Plain): (unit: string) => Files {
  return (unit) => {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: unit } };
    const place = OF_THE_CLUSTER.includes(kind) ? {} : { namespace: unit };
    const object = { apiVersion, kind, metadata: { name: unit, ...place }, ...fields };
    return new Map([['plain.yaml', [namespace, object].map((one) => stringify(one)).join('---\n')]]);
  };
}

/** The cells of the documented changes, here without their steps: what a plain apply does. */
function documentedCells(): ReviewCell[] {
  const none = '';
  const steps: Steps = {
    apply: none,
    autoscalerComes: none,
    autoscalerGoes: none,
    pollerChanges: none,
    serviceChanges: none,
    canaryGoes: none,
    canaryPromoted: none,
    removal: none,
  };
  // Scalings that others count are told from other words, in review-custom-cells.ts.
  const counted = scalingCells(steps).filter(({ name }) => !/keda|external/.test(name));
  return [...counted, ...pollerCells(steps), ...otherCells(steps)].map(({ name, before, after }) => ({
    name,
    before: (unit) => filesOf(unit, before),
    after: (unit) => filesOf(unit, after),
  }));
}

/** Every cell of the matrix. */
export const REVIEW_CELLS: readonly ReviewCell[] = [
  ...documentedCells(),
  ...propCells(),
  ...volumeCells(),
  ...unitCells(),
  ...releaseCells(),
  ...plainCells(),
];
