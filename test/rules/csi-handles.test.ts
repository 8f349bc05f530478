import { type BusinessUnit, type CsiVolumeProps, MiTenant, Scaling, SharedVolume, VolumeSource } from '../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf } from '../manifests';

const SHARE: CsiVolumeProps = {
  driver: 'smb.csi.k8s.io',
  volumeHandle: 'lab',
  volumeAttributes: { source: '//files.example.com/lab' },
  mountOptions: ['uid=10802'],
};

function volume(unit: BusinessUnit, id: string, props: Partial<CsiVolumeProps> = {}): SharedVolume {
  return new SharedVolume(unit, id, { source: VolumeSource.csi({ ...SHARE, ...props }) });
}

test('two units may use one volume of CSI in one way, and one tenant may see it at two paths', () => {
  const fleet = newFleet();
  const [clinic, retail] = [newUnit(fleet, 'clinic'), newUnit(fleet, 'retail')];
  const lab = volume(clinic, 'lab');
  volume(retail, 'lab');
  const image = base.withApp('orders', '1.0.0');
  const mounts = [lab.at('/mnt/in'), lab.readOnlyAt('/mnt/out')];
  new MiTenant(clinic, 'orders', { image, scaling: Scaling.fixed(1), mounts });
  expect(errorOf(() => fleet.render())).toBe('');
});

test('fails when a tenant mounts two volumes of one handle: its pods would never start', () => {
  const fleet = newFleet();
  const clinic = newUnit(fleet, 'clinic');
  const mounts = [volume(clinic, 'in').at('/mnt/in'), volume(clinic, 'out').at('/mnt/out')];
  new MiTenant(clinic, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(1), mounts });
  const [one, other] = mounts.map((mount) => `clinic-${mount.volume.claimName}`);
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      `volumes of Deployment "clinic/orders" must mount a volume of CSI once, got "${one}" and "${other}" ` +
        'with handle "lab"; its pods would never start; mount one shared volume at both paths',
    ),
  );
});

test.each<[string, Partial<CsiVolumeProps>]>([
  ['another attribute', { volumeAttributes: { source: '//other.example.com/lab' } }],
  ['another option of the mount', { mountOptions: ['uid=802'] }],
  ['another Secret', { secret: { name: 'login', namespace: 'retail' } }],
])('fails when one handle has %s in another unit', (_, props) => {
  const fleet = newFleet();
  const first = volume(newUnit(fleet, 'clinic'), 'lab');
  const second = volume(newUnit(fleet, 'retail'), 'lab', props);
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      `volumeHandle of PersistentVolume "retail-${second.claimName}" must have one set of attributes, mount options ` +
        `and Secret wherever it is used, got others than "clinic-${first.claimName}" with handle "lab"; a node mounts a ` +
        'handle once, as the first asks; say the same, or give the share a second handle',
    ),
  );
});

test('handles of two drivers have nothing to do with each other', () => {
  const fleet = newFleet();
  volume(newUnit(fleet, 'clinic'), 'lab');
  volume(newUnit(fleet, 'retail'), 'lab', { driver: 'nfs.csi.k8s.io', mountOptions: [] });
  expect(errorOf(() => fleet.render())).toBe('');
});
