import { Size } from 'cdk8s';
import { LogFolder, MiSize, type MiSizeProps, MiTenant, type MiTenantProps, Scaling } from '../../lib';
import { MI_RELEASES, type MiRelease } from '../../lib/release/mi-release';
import { diskMebibytesOf, podDisk } from '../../lib/tenant/pod-disk';
import { base, newFleet, newUnit, theOne } from '../manifests';

/** The pod of a tenant with these props. */
function podOf(props: Partial<MiTenantProps<'app'>>): Readonly<Record<string, never>> {
  const unit = newUnit(newFleet(), 'retail');
  new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(1), ...props });
  return Object(theOne(unit, 'Deployment').spec).template.spec;
}

function diskOf(props: Partial<MiTenantProps<'app'>>): unknown {
  const [{ resources }] = Object(podOf(props)).containers;
  return [resources.requests['ephemeral-storage'], resources.limits['ephemeral-storage']];
}

test('what a pod holds is said one by one, and together it is the disk', () => {
  const size = MiSize.of();
  const beside = { carbonApps: 256, work: 128, console: 50 };
  expect(podDisk(size, '4.4.0')).toEqual({ logs: 1911, heapDump: 1024, beside });
  expect(diskMebibytesOf(size, '4.4.0')).toBe(1911 + 1024 + 256 + 128 + 50);
});

test.each<[MiSizeProps, string]>([
  [{}, '3369Mi'],
  [{ memory: Size.gibibytes(4) }, `${3369 + 2 * (2048 - 512)}Mi`],
  [{ heap: Size.mebibytes(256) }, `${3369 - 2 * 256}Mi`],
  [{ disk: Size.gibibytes(7) }, '7Gi'],
])('a size of %j may fill %s, and reserves a gibibyte', (size, limit) => {
  expect(diskOf({ size: MiSize.of(size) })).toEqual(['1Gi', limit]);
});

test('a disk below that gibibyte is reserved whole', () => {
  expect(diskOf({ size: MiSize.of({ disk: Size.mebibytes(300) }) })).toEqual(['300Mi', '300Mi']);
});

test('log files that a tenant makes larger have their room', () => {
  const log4j2 = { 'appender.AUDIT_LOGFILE.policies.size.size': '100MB' };
  expect(diskOf({ config: { log4j2 } })).toEqual(['1Gi', `${3369 + 21 * 90}Mi`]);
});

test('a log folder that the pod keeps may be as large', () => {
  const { volumes } = Object(podOf({ logging: [LogFolder.keptByPod()] }));
  expect(volumes).toContainEqual({ name: 'logs', emptyDir: { sizeLimit: '3369Mi' } });
});

test('no release leaves less than the CARs beside full log files and a dump of twice the heap', () => {
  const size = MiSize.of();
  for (const release of Object.keys(MI_RELEASES) as MiRelease[]) {
    const { logs } = podDisk(size, release);
    expect([release, diskMebibytesOf(size, release) - logs - 2 * 512]).toEqual([release, 434]);
  }
});
