import { shorterDrain } from '../../../lib/review/rules/shorter-drain';
import { found, plainPods } from '../changes';

const grace = (terminationGracePeriodSeconds: number, lifecycle?: object) =>
  plainPods({ terminationGracePeriodSeconds }, { lifecycle });

test('less time to stop, and a stop that nobody prepares', () => {
  expect(found(shorterDrain, grace(85, { preStop: { exec: { command: ['a'] } } }), grace(30))).toEqual([
    'warning retail/it: a pod that stops has less time to finish what it has in hand [time to stop: 1 min 25 s → 30 s] [preStop leaves]',
  ]);
});

test('more time is no risk', () => {
  expect(found(shorterDrain, grace(30), grace(85))).toEqual([]);
});
