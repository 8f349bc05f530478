import { Scaling } from '../../../lib';
import { pods } from '../../../lib/review/rules/pods';
import { found, orders, plain, plainPods } from '../changes';

const fixed = (count: number) => orders({ scaling: Scaling.fixed(count) });

test('one pod is an outage with each node, and is warned of', () => {
  expect(found(pods, fixed(3), fixed(1))).toEqual([
    'warning retail/orders: runs on one pod: the loss of its node, and each drain, is an outage [pods: 3 → 1]',
  ]);
});

test('fewer and more pods, and other bounds of an autoscaler', () => {
  const auto = (min: number, max: number) => orders({ scaling: Scaling.auto({ min, max }) });
  expect(found(pods, fixed(4), fixed(2))).toEqual(['notice retail/orders: runs on fewer pods [pods: 4 → 2]']);
  expect(found(pods, fixed(2), fixed(4))).toEqual(['notice retail/orders: runs on more pods [pods: 2 → 4]']);
  expect(found(pods, auto(2, 4), auto(2, 8))).toEqual([
    'notice retail/orders: may scale to more pods [pods: 2 to 4 → 2 to 8]',
  ]);
});

test('none, while there is nothing to do and for good', () => {
  const keda = Scaling.keda({ min: 0, max: 6, triggers: [{ type: 'cron', metadata: {} }] });
  const [idle, parked] = [orders({ scaling: keda }), orders({ scaling: keda.parked() })];
  expect(found(pods, fixed(3), idle)).toEqual([
    'warning retail/orders: runs no pod while there is nothing to do, and the first work waits for a start [pods: 3 → 0 to 6]',
  ]);
  expect(found(pods, idle, parked)).toEqual(['notice retail/orders: runs no pod any more [pods: 0 to 6 → 0]']);
  expect(found(pods, fixed(3), parked)).toEqual(['warning retail/orders: runs no pod any more [pods: 3 → 0]']);
  expect(found(pods, parked, idle)).toEqual(['notice retail/orders: may scale to more pods [pods: 0 → 0 to 6]']);
});

test('an update that may take more away', () => {
  const rolling = (maxUnavailable: number) => orders({ scaling: Scaling.fixed(4, { maxUnavailable, maxSurge: 1 }) });
  expect(found(pods, rolling(0), rolling(2))).toEqual([
    'warning retail/orders: an update may take more pods away at once [maxUnavailable: 0 → 2]',
  ]);
});

test('a drain that may take more, and a spread that is less', () => {
  const budget = (maxUnavailable: number) =>
    plain({ kind: 'PodDisruptionBudget', apiVersion: 'policy/v1', spec: { maxUnavailable } });
  expect(found(pods, budget(1), budget(2))).toEqual([
    'warning retail: a drain may take another number of pods at once [disruption budget: 1 → 2]',
  ]);
  expect(found(pods, plainPods({ topologySpreadConstraints: [{ topologyKey: 'zone' }] }), plainPods())).toEqual([
    'warning retail/it: its pods are spread over fewer kinds of places',
  ]);
});
