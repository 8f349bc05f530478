import { daemonSets } from '../../../lib/review/rules/daemon-sets';
import { downtime } from '../../../lib/review/rules/downtime';
import { restart } from '../../../lib/review/rules/restart';
import { found, plainPods } from '../changes';

const changed = (updateStrategy: unknown): readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>] => {
  const pods = (image: string) => plainPods({}, { image }, 'DaemonSet', { updateStrategy });
  return [pods('a:1'), pods('a:2')];
};

const NODES =
  'each stopped before its successor starts: a node is without it for about 24 s beside the up to 30 s of its stop, at most 1 min';
const BECAUSE = '[version of the image: 1 → 2]';

test.each([
  ['one node after the other, where nothing is said', undefined, `one node at a time, ${NODES}`],
  ['some at a time', { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 3 } }, `3 nodes at a time, ${NODES}`],
  ['a share of the nodes', { rollingUpdate: { maxUnavailable: '30%' } }, `30% of the nodes at a time, ${NODES}`],
  [
    'successors first',
    { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    'one node at a time, each when its successor runs: about 24 s a node, at most 1 min',
  ],
])('the pods of a DaemonSet are replaced: %s', (_, strategy, how) => {
  expect(found(daemonSets, ...changed(strategy))).toEqual([
    `notice retail/it: restart of the pod of every node, ${how} ${BECAUSE}`,
  ]);
});

test('a DaemonSet that replaces no pod by itself', () => {
  expect(found(daemonSets, ...changed({ type: 'OnDelete' }))).toEqual([
    `notice retail/it: its pods stay as they are until somebody deletes them: its strategy is OnDelete ${BECAUSE}`,
  ]);
});

test('no other rule speaks of the restart of a DaemonSet, and this one of no other kind', () => {
  for (const strategy of [undefined, { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }]) {
    expect(found(downtime, ...changed(strategy))).toEqual([]);
    expect(found(restart, ...changed(strategy))).toEqual([]);
  }
  const pods = (image: string) => plainPods({}, { image });
  expect(found(daemonSets, pods('a:1'), pods('a:2'))).toEqual([]);
});
