import { ApiObject, App, Size } from 'cdk8s';
import {
  BusinessUnit,
  Cpu,
  Fleet,
  LoggingSidecar,
  MiBaseImage,
  MiSize,
  MiTenant,
  Quota,
  type QuotaProps,
  Scaling,
  SharedVolume,
  type TenantsQuotaProps,
  UnitNamespace,
  VolumeSource,
} from '../../lib';
import { errorOf, ofKind, refusalOf, theOne } from '../manifests';

const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0' });
const contact = 'somebody@example.com';
const agreed: Required<QuotaProps> = {
  pods: 15,
  cpu: Cpu.millis(8010),
  cpuLimit: Cpu.millis(16100),
  memory: Size.mebibytes(16416),
  disk: Size.mebibytes(52199),
  storage: Size.gibibytes(5),
};
/** What no quota leaves out. */
const COUNTS = {
  'count/configmaps': '2k',
  'count/jobs.batch': '500',
  'count/secrets': '2k',
  'count/services': '500',
  'services.loadbalancers': '2',
};

function unitWith(quota: Quota, scope = new App()): BusinessUnit {
  const unit = new BusinessUnit(scope, 'clinic', { contact, quota });
  new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.auto({ min: 2, max: 6, maxSurge: 2 }),
    size: MiSize.of({ cpu: Cpu.millis(500), memory: Size.gibibytes(1) }),
  });
  new MiTenant(unit, 'poller', {
    image: base.withPoller('poller', '1.0.0'),
    scaling: Scaling.singleton(),
    size: MiSize.of({ cpu: Cpu.cores(1), memory: Size.gibibytes(2) }),
    logging: [LoggingSidecar.toStdout({ image: 'registry.example.com/busybox:1.36.1', files: ['audit.log'] })],
  });
  return unit;
}

test('a quota of the tenants admits each at its most, the surge, the pods that still drain, and sidecars', () => {
  expect(ofKind(unitWith(Quota.ofTenants({ headroom: 1 })), 'ResourceQuota').map(({ spec }) => spec)).toEqual([
    {
      hard: {
        pods: '15',
        'requests.cpu': '8010m',
        'limits.cpu': '16100m',
        'requests.memory': '16400Mi',
        'limits.memory': '16416Mi',
        'requests.ephemeral-storage': '15424Mi',
        'limits.ephemeral-storage': '51687Mi',
        persistentvolumeclaims: '20',
        'requests.storage': '1Ti',
        ...COUNTS,
      },
    },
  ]);
});

test('a quota of the tenants holds two and a half times their need, unless it is told another headroom', () => {
  const hard = (quota: Quota) => theOne(unitWith(quota), 'ResourceQuota').spec;
  expect(hard(Quota.ofTenants())).toEqual({
    hard: {
      pods: '38',
      'requests.cpu': '20025m',
      'limits.cpu': '40250m',
      'requests.memory': '41000Mi',
      'limits.memory': '41040Mi',
      'requests.ephemeral-storage': '38560Mi',
      'limits.ephemeral-storage': '129218Mi',
      persistentvolumeclaims: '20',
      'requests.storage': '1Ti',
      ...COUNTS,
    },
  });
  const everything: Required<TenantsQuotaProps> = { headroom: 2 };
  expect(hard(Quota.ofTenants(everything))).toMatchObject({ hard: { pods: '30', 'requests.memory': '32800Mi' } });
});

test.each([0.99, 101, Number.NaN])('fails for a headroom of %p', (headroom) => {
  expect(errorOf(() => Quota.ofTenants({ headroom }))).toBe(
    `headroom of quota "of its tenants" must be a number from 1 to 100, got ${headroom}`,
  );
});

test('an agreed quota is rendered as it was agreed', () => {
  expect(ofKind(unitWith(Quota.of(agreed)), 'ResourceQuota').map(({ spec }) => spec)).toEqual([
    {
      hard: {
        pods: '15',
        'requests.cpu': '8010m',
        'limits.cpu': '16100m',
        'requests.memory': '16416Mi',
        'limits.memory': '16416Mi',
        'limits.ephemeral-storage': '52199Mi',
        'requests.storage': '5Gi',
        ...COUNTS,
      },
    },
  ]);
  const { disk: _, storage: __, ...pods } = agreed;
  const { hard } = Object(theOne(unitWith(Quota.of(pods)), 'ResourceQuota').spec);
  expect(Object.keys(hard).filter((name) => name.includes('storage') || name.includes('claims'))).toEqual([]);
});

test('beside a quota stands what a container has that says nothing of itself', () => {
  expect(theOne(unitWith(Quota.ofTenants()), 'LimitRange').spec).toEqual({
    limits: [
      {
        type: 'Container',
        default: { cpu: '500m', memory: '256Mi', 'ephemeral-storage': '256Mi' },
        defaultRequest: { cpu: '50m', memory: '64Mi', 'ephemeral-storage': '64Mi' },
      },
    ],
  });
  expect(ofKind(new BusinessUnit(new App(), 'clinic', { contact }), 'LimitRange')).toEqual([]);
});

test('claims and load balancers count too, whoever wrote them', () => {
  const unit = unitWith(Quota.ofTenants());
  new SharedVolume(unit, 'lab', { source: VolumeSource.nfs('nfs.example.com', '/lab'), capacity: Size.gibibytes(100) });
  const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '300G' } } };
  new ApiObject(unit, 'own', { apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec });
  new ApiObject(unit, 'door', { apiVersion: 'v1', kind: 'Service', spec: { type: 'LoadBalancer' } });
  expect(theOne(unit, 'ResourceQuota').spec).toMatchObject({
    hard: { persistentvolumeclaims: '25', 'requests.storage': '2019834Mi', 'services.loadbalancers': '4' },
  });
});

test('without a quota none is rendered', () => {
  const unit = new BusinessUnit(new App(), 'clinic', { contact });
  expect(ofKind(unit, 'ResourceQuota')).toEqual([]);
});

test('the tenant that breaks the budget is refused, with the sum', () => {
  const fleet = new Fleet();
  unitWith(Quota.of({ ...agreed, pods: 14, cpu: Cpu.cores(8) }), fleet);
  const sentence = (got: string) =>
    'scaling of tenant "clinic/poller" must fit into the quota of its unit, in the middle of an update too, ' +
    `got ${got}; agree on more, lower its scaling or size, or take Quota.ofTenants()`;
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      sentence('pods 15 of 14: clinic/orders 14, clinic/poller 1'),
      sentence('cpu 8010m of 8: clinic/orders 7, clinic/poller 1010m'),
    ),
  );
});

test('the first tenant with which the sum is too much is the one, those after it are not', () => {
  const fleet = new Fleet();
  const unit = new BusinessUnit(fleet, 'clinic', { contact, quota: Quota.of({ ...agreed, pods: 5 }) });
  for (const id of ['one', 'two', 'three']) {
    new MiTenant(unit, id, { image: base.withPoller(id, '1.0.0'), scaling: Scaling.singleton() });
  }
  expect(errorOf(() => fleet.render())).toBe('');
  for (const id of ['four', 'five']) {
    new MiTenant(unit, id, { image: base.withApp(id, '1.0.0'), scaling: Scaling.fixed(1) });
  }
  expect(errorOf(() => fleet.render())).toContain(
    'scaling of tenant "clinic/four" must fit into the quota of its unit, in the middle of an update too, ' +
      'got pods 6 of 5: clinic/one 1, clinic/two 1, clinic/three 1, clinic/four 3; agree on more',
  );
});

test('the volume that breaks the budget is refused, with the sum', () => {
  const fleet = new Fleet();
  const unit = unitWith(Quota.of(agreed), fleet);
  for (const [id, room] of [
    ['lab', 3],
    ['scans', 4],
  ] as const) {
    const source = VolumeSource.nfs('nfs.example.com', `/${id}`);
    new SharedVolume(unit, id, { source, capacity: Size.gibibytes(room) });
  }
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'storage of claim "clinic/scans/claim" must fit into the quota of its unit, in the middle of an update too, ' +
        'got storage 7Gi of 5Gi: clinic/lab/claim 3Gi, clinic/scans/claim 4Gi; agree on more, lower the capacity of its volume, or take Quota.ofTenants()',
    ),
  );
});

test('fails for a namespace that somebody else makes', () => {
  const fleet = new Fleet();
  new BusinessUnit(fleet, 'clinic', { contact, namespace: UnitNamespace.existing('shared'), quota: Quota.ofTenants() });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'quota of business unit "clinic" must be for a namespace of its own, got the existing namespace "shared"; ' +
        'whoever makes the namespace says what may be used in it',
    ),
  );
});

test.each([0, -1, 1.5])('fails for %p pods', (pods) => {
  expect(errorOf(() => Quota.of({ ...agreed, pods }))).toBe(
    `pods of quota "${pods} pods" must be a whole number from 1 up, got ${pods}`,
  );
});

test.each([
  ['three tenths of a gibibyte', Size.gibibytes(0.3), '307.2Mi'],
  ['no number of bytes', Size.mebibytes(Number.NaN), 'NaNMi'],
])('fails for memory of %s', (_, memory, got) => {
  expect(errorOf(() => Quota.of({ ...agreed, memory }))).toBe(
    `memory of quota "15 pods" must be a whole number of mebibytes from 1 up to a pebibyte, got ${got}`,
  );
});

test('fails when less CPU may be used than is reserved', () => {
  expect(errorOf(() => Quota.of({ ...agreed, cpu: Cpu.cores(4), cpuLimit: Cpu.millis(3999) }))).toBe(
    'cpuLimit of quota "15 pods" must be at least cpu, got cpu 4 and cpuLimit 3999m',
  );
  expect(errorOf(() => Quota.of({ ...agreed, cpu: Cpu.cores(4), cpuLimit: Cpu.cores(4) }))).toBe('');
});

test.each([
  ['cpu', 'must be a Cpu', 'Cpu.millis(500) or Cpu.cores(2)'],
  ['cpuLimit', 'must be a Cpu', 'Cpu.millis(500) or Cpu.cores(2)'],
  ['memory', 'must be a Size', 'Size.mebibytes(512) or Size.gibibytes(2)'],
])('fails when %s is a text of Kubernetes, which JavaScript lets through', (prop, must, instead) => {
  expect(errorOf(() => Quota.of({ ...agreed, [prop]: '8' }))).toBe(
    `${prop} of quota "15 pods" ${must}, got "8"; write ${instead}`,
  );
});
