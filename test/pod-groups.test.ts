import { SharedVolume, VolumeSource } from '../lib';
import { podGroups } from '../lib/pod-groups';
import { newUnit } from './manifests';

const source = VolumeSource.nfs('nfs01.example.com', '/export');
const unit = newUnit();
const [plain, lab, archive] = [undefined, 3000, 2000].map((group, index) =>
  new SharedVolume(unit, `volume-${index}`, { source, ...(group === undefined ? {} : { group }) }).at(`/mnt/${index}`),
);

test.each([
  ['no volume', [], { fsGroup: 802 }],
  ['volumes without a group', [plain], { fsGroup: 802 }],
  ['volumes of one group', [plain, lab, lab], { fsGroup: 3000 }],
  ['volumes of several groups', [lab, archive], { fsGroup: 802, supplementalGroups: [2000, 3000] }],
])('a pod with %s is a member of what it needs', (_what, mounts, groups) => {
  expect(
    podGroups(
      802,
      mounts.flatMap((mount) => mount ?? []),
    ),
  ).toEqual(groups);
});
