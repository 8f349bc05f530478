import { podGroups } from '../../lib/volume/pod-groups';

test.each([
  ['no volume with a group', [], { fsGroup: 802 }],
  ['volumes of one group', [3000, 3000], { fsGroup: 3000 }],
  ['volumes of several groups', [3000, 2000], { fsGroup: 802, supplementalGroups: [2000, 3000] }],
])('a pod with %s is a member of what it needs', (_what, volumeGroups, groups) => {
  expect(podGroups(802, volumeGroups)).toEqual(groups);
});
