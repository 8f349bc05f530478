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
  UnitNamespace,
} from '../lib';
import { ofKind } from './manifests';

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
  expect(ofKind(unitWith(Quota.ofTenants()), 'ResourceQuota').map(({ spec }) => spec)).toEqual([
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
  expect(() => fleet.render()).toThrow(
    [
      '- quota of business unit "clinic" must give its tenants the pods that they need in the middle of an update, got 14 for 15; agree on more, lower the scaling, or take Quota.ofTenants()',
      '- quota of business unit "clinic" must give its tenants the cpu that they need in the middle of an update, got 8000m for 8010m; agree on more, lower the scaling, or take Quota.ofTenants()',
    ].join('\n'),
  );
});

test('fails for a namespace that somebody else makes', () => {
  const fleet = new Fleet();
  new BusinessUnit(fleet, 'clinic', { contact, namespace: UnitNamespace.existing('shared'), quota: Quota.ofTenants() });
  expect(() => fleet.render()).toThrow(
    'quota of business unit "clinic" must be for a namespace of its own, got the existing namespace "shared"; whoever makes the namespace says what may be used in it',
  );
});

test.each([0, -1, 1.5])('fails for %p pods', (pods) => {
  expect(() => Quota.of({ ...agreed, pods })).toThrow(
    `pods of quota "${pods} pods" must be a whole number from 1 up, got ${pods}`,
  );
});
