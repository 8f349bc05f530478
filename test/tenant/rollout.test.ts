import { ArgoStep, type RolloutProps } from '../../lib';
import { requireCount, requireRollout } from '../../lib/tenant/rollout';
import { errorOf } from '../manifests';

const ID = 'fixed(4)';

test('every prop of a rollout is kept', () => {
  const argoSteps = [ArgoStep.weight(20)];
  const everything: Required<RolloutProps> = { maxSurge: 2, maxUnavailable: 3, maxEvictions: 'unlimited', argoSteps };
  expect(requireRollout(ID, 4, everything)).toEqual(everything);
});

test('a rollout of which nothing is said adds one pod, takes none away and lets nodes evict one', () => {
  expect(requireRollout(ID, 4, {})).toEqual({ maxSurge: 1, maxUnavailable: 0, maxEvictions: 1 });
});

test.each([1, 2, 99_999, 100_000])('%i is a number of pods', (pods) => {
  expect(errorOf(() => requireCount(ID, 'replicas', pods, 1))).toBe('');
});

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 100_001, 1e12])('fails for %d pods', (pods) => {
  expect(errorOf(() => requireCount(ID, 'replicas', pods, 1))).toBe(
    `replicas of scaling "fixed(4)" must be a whole number from 1 to 100000, got ${pods}`,
  );
});

test.each<[RolloutProps, string, number, string]>([
  [{ maxSurge: -1 }, 'maxSurge', 0, '-1'],
  [{ maxSurge: 1e12 }, 'maxSurge', 0, '1000000000000'],
  [{ maxUnavailable: 0.5 }, 'maxUnavailable', 0, '0.5'],
  [{ maxEvictions: 0 }, 'maxEvictions', 1, '0'],
  [{ maxEvictions: Number.NaN }, 'maxEvictions', 1, 'NaN'],
])('fails for the rollout %j', (props, prop, least, got) => {
  expect(errorOf(() => requireRollout(ID, 4, props))).toBe(
    `${prop} of scaling "fixed(4)" must be a whole number from ${least} to 100000, got ${got}`,
  );
});

test.each([4, 5])('fails when nodes may evict %i of the 4 pods that always run', (maxEvictions) => {
  expect(errorOf(() => requireRollout(ID, 4, { maxEvictions }))).toBe(
    `maxEvictions of scaling "fixed(4)" must be less than the 4 pods that always run, got ${maxEvictions}; ` +
      "or say 'unlimited'",
  );
});

test('nodes may evict all pods but one, or all where that is said, or the only one', () => {
  expect(errorOf(() => requireRollout(ID, 4, { maxEvictions: 3 }))).toBe('');
  expect(errorOf(() => requireRollout(ID, 4, { maxEvictions: 'unlimited' }))).toBe('');
  expect(errorOf(() => requireRollout('fixed(1)', 1, { maxEvictions: 1 }))).toBe('');
});

test('fails when an update may neither add a pod nor take one away', () => {
  expect(errorOf(() => requireRollout(ID, 4, { maxSurge: 0 }))).toBe(
    'maxSurge of scaling "fixed(4)" must be more than 0 while maxUnavailable is 0, got 0; ' +
      'otherwise no pod can ever be replaced',
  );
  expect(errorOf(() => requireRollout(ID, 4, { maxSurge: 0, maxUnavailable: 1 }))).toBe('');
});
