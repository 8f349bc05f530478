import {
  BusinessUnit,
  type Fleet,
  MiTenant,
  type MiTenantProps,
  Scaling,
  SharedVolume,
  type SharedVolumeProps,
  VolumeSource,
} from '../../lib';
import { base, errorOf, newFleet, podOf, refusalOf } from '../manifests';

// What OpenShift's restricted-v2 gives each namespace: a range of users, and a group for the volumes.

/** A fleet whose pods run as the user of their namespace, with a tenant that mounts such a volume. */
function fleetOf(
  props: Partial<MiTenantProps<'app'>>,
  volume?: SharedVolumeProps,
  reads = false,
): { fleet: Fleet; unit: BusinessUnit; shared: SharedVolume | undefined } {
  const fleet = newFleet({ podUser: 'namespace' });
  const unit = new BusinessUnit(fleet, 'retail', { contact: 'x' });
  const shared = volume && new SharedVolume(unit, 'lab', volume);
  const mounts = shared === undefined ? [] : [reads ? shared.readOnlyAt('/mnt/lab') : shared.at('/mnt/lab')];
  new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(1),
    mounts,
    ...props,
  });
  return { fleet, unit, shared };
}

const nfs = VolumeSource.nfs('nfs.example.com', '/lab');

test('no user and no group is written, and all else of the restricted standard stays', () => {
  const { unit } = fleetOf({});
  expect(podOf(unit).securityContext).toEqual({
    runAsNonRoot: true,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  });
});

test('the group of a volume is a further group of the pods, since fsGroup comes out of the range', () => {
  const { fleet, unit } = fleetOf({ pod: { supplementalGroups: [7000] } }, { source: nfs, group: 5000 });
  expect(errorOf(() => fleet.render())).toBe('');
  expect(podOf(unit).securityContext).toMatchObject({ supplementalGroups: [5000, 7000] });
  expect(podOf(unit).securityContext).not.toHaveProperty('fsGroup');
});

test('a volume that is written without a group is refused, since nobody knows the user beforehand', () => {
  const { fleet } = fleetOf({}, { source: nfs });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'group of shared volume "retail/lab" must be set where pods write and podUser of the fleet is \'namespace\', ' +
        'got no group, and "retail/orders" that writes; nobody knows their user beforehand; give folders a group on the ' +
        'server (2775), and say it here',
    ),
  );
});

test.each<[string, SharedVolumeProps, boolean]>([
  ['one that is only read', { source: nfs }, true],
  [
    'one of a StorageClass, whose files get the group of the pods',
    { source: VolumeSource.storageClass('fast') },
    false,
  ],
  [
    'an access point of EFS, which has an owner of its own',
    { source: VolumeSource.efs('fs-0123456789abcdef0', { accessPoint: 'fsap-0123456789abcdef0' }) },
    false,
  ],
])('taken is %s', (_, volume, reads) => {
  expect(errorOf(() => fleetOf({}, volume, reads).fleet.render())).toBe('');
});

test('options of a mount must let in the group, and without one everybody', () => {
  const smb = (...mountOptions: string[]) =>
    VolumeSource.csi({ driver: 'smb.csi.k8s.io', volumeHandle: 'lab', mountOptions });
  const saidOf = (source: VolumeSource, group?: number) =>
    errorOf(() => fleetOf({}, { source, group }, group === undefined).fleet.render());
  expect(saidOf(smb('uid=10802', 'gid=5000', 'dir_mode=0770', 'file_mode=0660'), 5000)).toBe('');
  expect(saidOf(smb('uid=10802', 'gid=10802', 'dir_mode=0770', 'file_mode=0660'), 5000)).toBe(
    refusalOf(
      'mountOptions of shared volume "retail/lab" must let tenant "retail/orders" write as whatever user its namespace ' +
        'gives and group 5000, got ["uid=10802","gid=10802","dir_mode=0770","file_mode=0660"]; write gid=5000, dir_mode=0770 and ' +
        'file_mode=0660',
    ),
  );
});

test('a container that names its user is refused', () => {
  const amounts = { cpu: '50m', memory: '64Mi' };
  const proxy = {
    name: 'proxy',
    image: 'registry.example.com/proxy:1.0',
    resources: { requests: amounts, limits: amounts },
    securityContext: { runAsUser: 1000 },
  };
  expect(errorOf(() => fleetOf({ pod: { containers: [proxy] } }).fleet.render())).toBe(
    refusalOf(
      'pod container "proxy" of tenant "retail/orders" must leave its user to its namespace, as podUser of the fleet says ' +
        "by 'namespace', got runAsUser 1000; OpenShift refuses a user beyond the range of the namespace",
    ),
  );
});
