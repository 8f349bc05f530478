import { MiTenant, Scaling } from '../../../lib';
import { restart } from '../../../lib/review/rules/restart';
import { base } from '../../manifests';
import { found, orders, plainPods, retail } from '../changes';

const next = { image: base.withApp('orders', '1.1.0') };

test('another version rolls the pods one after the other, and is named', () => {
  expect(found(restart, orders(), orders(next))).toEqual([
    'notice retail/orders: rolling restart of 2 pods, 1 at a time: about 1 min 48 s, at most 8 min 35 s; ' +
      'a pod takes up to 1 min 25 s to stop [version of the image: 1.0.0 → 1.1.0]',
  ]);
});

test('a key of the configuration is named, and not the digest in the name of its ConfigMap', () => {
  const config = { toml: { mediation: { synapse: { max_threads: 40 } } } };
  expect(found(restart, orders(), orders({ config }))).toEqual([
    expect.stringMatching(/to stop \[deployment\.toml mediation: – → \{"synapse":\{"max_threads":40\}\}\]$/),
  ]);
});

test('a variable, a field, and a base image are named', () => {
  const env = (URL: string) => orders({ env: { URL } });
  expect(found(restart, env('a'), env('b'))).toEqual([expect.stringContaining('[variable URL: a → b]')]);
  const pods = (seconds: number) => plainPods({ terminationGracePeriodSeconds: seconds });
  expect(found(restart, pods(10), pods(20))).toEqual([
    expect.stringContaining('[terminationGracePeriodSeconds: 10 → 20]'),
  ]);
  const of = (build: number) =>
    plainPods({}, { name: 'micro-integrator', image: `registry.example.com/a:1.0.0-mi4.4.0-${build}` });
  expect(found(restart, of(3), of(4))).toEqual([expect.stringContaining('[base image: 4.4.0-3 → 4.4.0-4]')]);
});

test('more that go at once take less time; what is no pod of another rolls nothing', () => {
  const scaling = Scaling.fixed(6, { maxSurge: 3 });
  expect(found(restart, orders({ scaling }), orders({ scaling, ...next }))).toEqual([
    expect.stringContaining('of 6 pods, 3 at a time: about 1 min 48 s'),
  ]);
  expect(found(restart, orders(), orders({ scaling: Scaling.fixed(5) }))).toEqual([]);
});

test('a singleton is stopped and started, which is no rolling restart', () => {
  const poller = (version: string) =>
    retail(
      (unit) => new MiTenant(unit, 'files', { image: base.withPoller('files', version), scaling: Scaling.singleton() }),
    );
  expect(found(restart, poller('1.0.0'), poller('1.1.0'))).toEqual([]);
});
