import { MiBaseImage, type MiRelease, SharedVolume, VolumeSource } from '../../../lib';
import { release } from '../../../lib/review/rules/release';
import { app, found, retail } from '../changes';

const of = (name: MiRelease, withVolume = false, group?: number) => {
  const base = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: name });
  return retail((unit) => {
    const source = VolumeSource.nfs('nfs.example.com', '/export');
    const mounts = withVolume ? [new SharedVolume(unit, 'files', { source, group }).at('/mnt/in')] : [];
    app(unit, { image: base.withApp('orders', '1.0.0'), mounts });
  });
};

test('another user of files on shared volumes', () => {
  expect(found(release, of('4.3.0', true), of('4.4.0', true))).toEqual([
    'warning retail/orders: another release of Micro Integrator, which changes its user (802 → 10802): its files on shared ' +
      'volumes belong to the old one; give the volume a group, or change their owner while it is stopped [4.3.0 → 4.4.0]',
  ]);
});

test('a group that both have is named', () => {
  expect(found(release, of('4.3.0', true, 5000), of('4.4.0', true, 5000))).toEqual([
    expect.stringContaining(
      'belong to the old one, and both may write by group 5000 what that group may write [4.3.0 → 4.4.0]',
    ),
  ]);
});

test('log files, probes and the drain', () => {
  expect(found(release, of('4.1.0'), of('4.5.0'))).toEqual([
    'warning retail/orders: another release of Micro Integrator, which changes its user (802 → 10802); its log files (new: ' +
      'wso2-mi-open-telemetry.log, http_access.log); its drain (60 → 180 s); its liveness probe [4.1.0 → 4.5.0]',
  ]);
});

test('the same release says nothing', () => {
  expect(found(release, of('4.4.0'), of('4.4.0'))).toEqual([]);
});
