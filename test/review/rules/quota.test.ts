import { Size } from 'cdk8s';
import { Cpu, Quota, Scaling } from '../../../lib';
import { quota } from '../../../lib/review/rules/quota';
import { base } from '../../manifests';
import { app, found, retail } from '../changes';

const next = { image: base.withApp('orders', '1.1.0') };
const agreed = (pods: number) =>
  Quota.of({ pods, cpu: Cpu.cores(50), cpuLimit: Cpu.cores(50), memory: Size.gibibytes(50) });

test('a quota that a leaving tenant made smaller stops the update of another, and is told', () => {
  const tight = { quota: Quota.ofTenants({ headroom: 1 }) };
  const before = retail((unit) => [app(unit), app(unit, { scaling: Scaling.fixed(9) }, 'prices')], tight);
  expect(
    found(
      quota,
      before,
      retail((unit) => app(unit, next), tight),
    ),
  ).toEqual([
    'danger retail: blocked by ResourceQuota retail/quota: the pods that run and the first new one need more than it lets in; ' +
      'what does not fit is not started (FailedCreate), and the update stands still. Give the quota more, apply, wait, and ' +
      'take it back [pods: 12 of 5] [requests.cpu: 6 of 2.5] [limits.cpu: 12 of 5] [requests.memory: 12 GiB of 5 GiB] ' +
      '[limits.memory: 12 GiB of 5 GiB] [requests.ephemeral-storage: 12 GiB of 5 GiB] ' +
      '[limits.ephemeral-storage: 39.48 GiB of 16.45 GiB]',
  ]);
});

test('one with room for the first new pod stops nothing', () => {
  const of = (props = {}) => retail((unit) => app(unit, props), { quota: agreed(6) });
  expect(found(quota, of(), of(next))).toEqual([]);
});

test('a quota that nothing new needs stops nothing, however small', () => {
  const of = (pods: number) => retail((unit) => app(unit), { quota: agreed(pods) });
  expect(found(quota, of(20), of(6))).toEqual([]);
});
