import { Size } from 'cdk8s';
import { BusinessUnit, SharedVolume, UnitNamespace, VolumeSource } from '../../../lib';
import { reviewOf } from '../../../lib/review/review';
import { data } from '../../../lib/review/rules/data';
import { newFleet } from '../../manifests';
import { app, found, orders, plain, retail } from '../changes';

const mounted = (source: VolumeSource, capacity = 1) =>
  retail((unit) => {
    const volume = new SharedVolume(unit, 'files', { source, capacity: Size.gibibytes(capacity) });
    app(unit, { mounts: [volume.at('/mnt/in')] });
  });
const nfs = (server: string) => VolumeSource.nfs(server, '/export');

test('a volume on another server is another volume, told once with its server', () => {
  expect(found(data, mounted(nfs('a.example.com')), mounted(nfs('b.example.com')))).toEqual([
    expect.stringMatching(
      /^warning retail: the pods move to another volume: no file is copied, .*\[PersistentVolumeClaim retail\/files-\w+ becomes PersistentVolumeClaim retail\/files-\w+\] \[spec\.nfs\.server: a\.example\.com → b\.example\.com\]$/,
    ),
  ]);
});

test('a volume of another class is empty', () => {
  const [one, other] = [VolumeSource.storageClass('a'), VolumeSource.storageClass('b')];
  expect(found(data, mounted(one), mounted(other))).toEqual([
    expect.stringMatching(/^danger retail: the pods move to another volume, which is empty/),
  ]);
});

test('a volume that leaves stays in the cluster; with a class its files hang by it', () => {
  expect(found(data, mounted(nfs('a.example.com')), orders()).sort()).toEqual([
    expect.stringMatching(
      /^warning retail: PersistentVolume retail-files-\w+ leaves the file and stays in the cluster, with its files$/,
    ),
    expect.stringMatching(/^warning retail: PersistentVolumeClaim retail\/files-\w+ leaves/),
  ]);
  expect(found(data, mounted(VolumeSource.storageClass('a')), orders())).toEqual([
    expect.stringMatching(/^danger retail: .*its files go with it unless its class keeps them$/),
  ]);
});

test('a namespace that leaves takes all in it along when somebody deletes it', () => {
  const empty = newFleet();
  new BusinessUnit(empty, 'other', { contact: 'a@example.com' });
  expect(found(data, orders(), empty.render())).toEqual([
    expect.stringMatching(/^danger retail: the namespace retail leaves the file: /),
  ]);
});

test('a policy that deletes from now on', () => {
  const volume = (persistentVolumeReclaimPolicy: string) =>
    plain({ kind: 'PersistentVolume', metadata: { namespace: undefined }, spec: { persistentVolumeReclaimPolicy } });
  expect(found(data, volume('Retain'), volume('Delete'))).toEqual([
    'danger : files of PersistentVolume it are deleted with its claim from now on [persistentVolumeReclaimPolicy: Retain → Delete]',
  ]);
  expect(found(data, volume('Delete'), volume('Retain'))).toEqual([]);
});

test('a namespace that others give from now on stays, with all that is still in it', () => {
  const given = retail((unit) => app(unit), { namespace: UnitNamespace.existing('retail') });
  const [said = '', ...more] = found(data, orders(), given);
  expect(more).toEqual([]);
  expect(said).toBe(
    'warning retail: the namespace retail leaves the file and stays, since objects of the files are in it: nothing here ' +
      'describes it any more, so its labels and annotations stay as they are; whoever prunes or deletes it deletes all in it',
  );
  const elsewhere = retail((unit) => app(unit), { namespace: UnitNamespace.existing('shared') });
  expect(found(data, orders(), elsewhere)).toEqual([
    expect.stringMatching(/^danger retail: .* \$ kubectl delete namespace retail {2}# when nothing in it is needed/),
  ]);
});

test.each([
  ['retail', ['warning']],
  ['retail-b', ['danger']],
])('a namespace that leaves while an unchanged file has objects in %s', (namespace, severities) => {
  const resting = [...plain({ kind: 'Service', metadata: { namespace } }).values()];
  const space = plain({ kind: 'Namespace', metadata: { name: 'retail', namespace: undefined } });
  expect(reviewOf(space, new Map(), resting).findings.map(({ severity }) => severity)).toEqual(severities);
});
