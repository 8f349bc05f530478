import { MiTenant, Scaling } from '../../../lib';
import { downtime } from '../../../lib/review/rules/downtime';
import { base } from '../../manifests';
import { found, orders, plainPods, retail } from '../changes';

test('a poller stands still for its restart, which its unit chose', () => {
  const poller = (version: string) =>
    retail(
      (unit) => new MiTenant(unit, 'files', { image: base.withPoller('files', version), scaling: Scaling.singleton() }),
    );
  expect(found(downtime, poller('1.0.0'), poller('1.1.0'))).toEqual([
    'notice retail/files: stopped, then started again, since there must never be two: nothing is read for about 54 s ' +
      'beside the up to 1 min 25 s of its stop, at most 5 min [version of the image: 1.0.0 → 1.1.0]',
  ]);
});

test('an application that runs alone is down', () => {
  const alone = (version: string) => orders({ scaling: Scaling.singleton(), image: base.withApp('orders', version) });
  expect(found(downtime, alone('1.0.0'), alone('1.1.0'))).toEqual([
    expect.stringMatching(/^warning retail\/orders: stopped, .*: nothing answers for about 54 s/),
  ]);
});

test('a strategy that stops all pods first is downtime of all', () => {
  const recreate = { strategy: { type: 'Recreate' } };
  expect(
    found(
      downtime,
      plainPods({}, { image: 'a:1' }, 'Deployment', recreate),
      plainPods({}, { image: 'a:2' }, 'Deployment', recreate),
    ),
  ).toEqual([
    expect.stringMatching(/^warning retail\/it: stopped, .* since its strategy stops all pods first: nothing answers/),
  ]);
});

test('a rolling restart is none', () => {
  expect(found(downtime, orders(), orders({ env: { A: 'b' } }))).toEqual([]);
});
