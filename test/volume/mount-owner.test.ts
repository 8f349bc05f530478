import { MiTenant, Scaling, SharedVolume, type SharedVolumeProps, VolumeSource } from '../../lib';
import { imageOf } from '../config-parts';
import { newFleet, newUnit, sentencesOf } from '../manifests';

const share = { driver: 'smb.csi.k8s.io', volumeHandle: 'lab' };

interface Mounted {
  readonly options: readonly string[];
  readonly release?: Parameters<typeof imageOf>[0];
  readonly driver?: string;
  readonly reads?: boolean;
  readonly group?: SharedVolumeProps['group'];
}

/** What a fleet says whose tenant mounts a share with these options; of its default release it runs as user 10802. */
function saidOf({ options, release = '4.4.0', reads = false, group, ...rest }: Mounted): string[] {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const source = VolumeSource.csi({ ...share, ...rest, mountOptions: options });
  const volume = new SharedVolume(unit, 'lab', { source, group });
  const mounts = [reads ? volume.readOnlyAt('/mnt/in') : volume.at('/mnt/in')];
  new MiTenant(unit, 'orders', { image: imageOf(release), scaling: Scaling.fixed(1), mounts });
  return sentencesOf(() => fleet.render());
}

const refusal = (options: readonly string[], verb: string, user = 10802, group = user) => [
  `mountOptions of shared volume "retail/lab" must let tenant "retail/orders" ${verb} as user ${user} and group ` +
    `${group}, got ${JSON.stringify(options)}; write uid=${user}, gid=${group}, dir_mode=0770 and file_mode=0660`,
];

test.each<readonly [string, Mounted, string]>([
  ['of the user of an older release', { options: ['uid=802', 'gid=802', 'dir_mode=0750'] }, 'write'],
  ['all in one option', { options: ['uid=802,gid=802,dir_mode=0750'] }, 'write'],
  ['who may not even list them', { options: ['uid=802', 'gid=802', 'dir_mode=0750'], reads: true }, 'read'],
  ['who may list but not open them', { options: ['uid=802', 'gid=802', 'file_mode=0640'], reads: true }, 'read'],
  ['who may only read', { options: ['uid=802', 'gid=802', 'dir_mode=0777', 'file_mode=0644'] }, 'write'],
  ['its own, which it may not change', { options: ['uid=10802', 'gid=10802', 'dir_mode=0550'] }, 'write'],
  ['of its group, which may not write', { options: ['uid=0', 'gid=10802', 'dir_mode=0750'] }, 'write'],
  ['without a mode, which is 0755', { options: ['uid=802', 'gid=802'] }, 'write'],
])('files %s are refused', (_, mounted, verb) => {
  expect(saidOf(mounted)).toEqual(refusal(mounted.options, verb));
});

test('the user is that of the release, and the group that of the volume', () => {
  const options = ['uid=10802', 'gid=10802', 'dir_mode=0770', 'file_mode=0660'];
  expect(saidOf({ options, release: '4.3.0' })).toEqual(refusal(options, 'write', 802));
  expect(saidOf({ options, release: '4.3.0', group: 3000 })).toEqual(refusal(options, 'write', 802, 3000));
});

test.each<readonly [string, Mounted]>([
  ['its own', { options: ['uid=10802', 'gid=10802'] }],
  ['of its group', { options: ['uid=0', 'gid=10802', 'dir_mode=0770', 'file_mode=0660'] }],
  ['of the group of the volume', { options: ['uid=0', 'gid=3000', 'dir_mode=2775', 'file_mode=0664'], group: 3000 }],
  ['for everybody', { options: ['uid=0', 'gid=0', 'dir_mode=0777', 'file_mode=0666'] }],
  ['that it only reads', { options: ['uid=802', 'gid=802'], reads: true }],
  ['whose rights the node does not ask', { options: ['uid=802', 'gid=802', 'noperm'] }],
  ['with a mode that only the driver knows', { options: ['uid=802', 'gid=802'], driver: 'file.csi.azure.com' }],
  ['of a group that only the driver knows', { options: ['uid=802', 'dir_mode=0770'] }],
  ['of a user by name', { options: ['uid=wso2carbon', 'gid=wso2', 'dir_mode=0700'] }],
  ['of which the options say nothing', { options: ['vers=3.0'] }],
])('files %s are taken', (_, mounted) => {
  expect(saidOf(mounted)).toEqual([]);
});
