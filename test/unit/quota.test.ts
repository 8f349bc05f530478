import { App, Size } from 'cdk8s';
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
  type TenantsQuotaProps,
  UnitNamespace,
} from '../../lib';
import { errorOf, ofKind, refusalOf, theOne } from '../manifests';

const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0' });
const contact = 'somebody@example.com';
const agreed: Required<QuotaProps> = {
  pods: 15,
  cpu: Cpu.millis(8010),
  cpuLimit: Cpu.millis(16100),
  memory: Size.mebibytes(16416),
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
      },
    },
  ]);
});

test('without a quota none is rendered', () => {
  const unit = new BusinessUnit(new App(), 'clinic', { contact });
  expect(ofKind(unit, 'ResourceQuota')).toEqual([]);
});

test('fails when an agreed quota is less than the tenants need', () => {
  const fleet = new Fleet();
  unitWith(Quota.of({ ...agreed, pods: 14, cpu: Cpu.cores(8) }), fleet);
  const sentence = (name: string, got: string) =>
    `quota of business unit "clinic" must give its tenants the ${name} that they need in the middle of an update, ` +
    `got ${got}; agree on more, lower the scaling, or take Quota.ofTenants()`;
  expect(errorOf(() => fleet.render())).toBe(refusalOf(sentence('pods', '14 for 15'), sentence('cpu', '8 for 8010m')));
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
