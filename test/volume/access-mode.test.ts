import {
  type AccessMode,
  MiTenant,
  type MiTenantProps,
  Scaling,
  SharedVolume,
  type SharedVolumeProps,
  VolumeSource,
} from '../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf, theOne } from '../manifests';

const source = VolumeSource.storageClass('disks');
const singleton: Partial<MiTenantProps> = {
  image: base.withPoller('poller', '1.0.0'),
  scaling: Scaling.singleton(),
};

/** What is said where these tenants mount a volume of this mode. */
function saidOf(accessMode: AccessMode, tenants: Readonly<Record<string, Partial<MiTenantProps>>>, reads = false) {
  const fleet = newFleet();
  const unit = newUnit(fleet, 'clinic');
  const volume = new SharedVolume(unit, 'lab', { source, accessMode });
  for (const [id, props] of Object.entries(tenants)) {
    const mounts = [reads ? volume.readOnlyAt('/mnt/lab') : volume.at('/mnt/lab')];
    const app = { image: base.withApp(id, '1.0.0'), scaling: Scaling.fixed(1) };
    new MiTenant(unit, id, { ...app, mounts, ...props } as MiTenantProps<'app'>);
  }
  return { said: errorOf(() => fleet.render()), claim: () => theOne(unit, 'PersistentVolumeClaim') };
}

test.each<[AccessMode, boolean]>([
  ['ReadWriteMany', false],
  ['ReadOnlyMany', true],
  ['ReadWriteOnce', false],
  ['ReadWriteOncePod', false],
])('a singleton may take %s', (mode, reads) => {
  const { said, claim } = saidOf(mode, { poller: singleton }, reads);
  expect(said).toBe('');
  expect(claim().spec).toMatchObject({ accessModes: [mode] });
});

test('another mode is another claim, since a claim never changes its own', () => {
  const nameOf = (mode: AccessMode) => saidOf(mode, { poller: singleton }).claim().metadata.name;
  expect(nameOf('ReadWriteOnce')).not.toBe(nameOf('ReadWriteMany'));
});

test.each<AccessMode>(['ReadWriteOnce', 'ReadWriteOncePod'])(
  '%s is refused where a second pod may come, if only for the moment of an update',
  (mode) => {
    expect(saidOf(mode, { orders: {} }).said).toBe(
      refusalOf(
        'accessMode of shared volume "clinic/lab" must be one of many nodes where more than one pod may mount it, got ' +
          `${mode}, and "clinic/orders", which may have more than one pod; pods on other nodes would never start; take ` +
          "'ReadWriteMany', or one tenant with Scaling.singleton()",
      ),
    );
  },
);

test('and where two singletons mount it', () => {
  expect(saidOf('ReadWriteOnce', { one: singleton, two: singleton }).said).toContain(
    'got ReadWriteOnce, and "clinic/one" and "clinic/two"; pods on other nodes would never start',
  );
});

test('ReadOnlyMany is refused where somebody writes', () => {
  expect(saidOf('ReadOnlyMany', { orders: {} }).said).toBe(
    refusalOf(
      'accessMode of shared volume "clinic/lab" must let pods write that mount it to write, got ReadOnlyMany, and ' +
        '"clinic/orders" that writes; take readOnlyAt(…), or accessMode \'ReadWriteMany\'',
    ),
  );
  expect(saidOf('ReadOnlyMany', { orders: {} }, true).said).toBe('');
});

test('what is no mode, or none of NFS, is refused where it is written', () => {
  const made = (props: Partial<SharedVolumeProps>) =>
    errorOf(() => new SharedVolume(newUnit(newFleet(), 'clinic'), 'lab', { source, ...props }));
  expect(made({ accessMode: 'Many' as never })).toBe(
    'accessMode of shared volume "clinic/lab" must be one of ReadWriteMany, ReadOnlyMany, ReadWriteOnce, ' +
      'ReadWriteOncePod, got "Many"',
  );
  expect(made({ accessMode: 'ReadWriteOncePod', source: VolumeSource.nfs('nfs.example.com', '/lab') })).toBe(
    'accessMode of shared volume "clinic/lab" must be one that NFS has, got "ReadWriteOncePod"; Kubernetes knows that ' +
      'one for CSI only; Scaling.singleton() keeps to one pod',
  );
});

test('a volume says who mounts it, and who else of the fleet has the same files', () => {
  const fleet = newFleet();
  const nfs = VolumeSource.nfs('nfs.example.com', '/lab');
  const volumes = ['clinic', 'retail', 'spare'].map((id) => {
    const unit = newUnit(fleet, id);
    return { unit, volume: new SharedVolume(unit, 'lab', { source: nfs }) };
  });
  const [clinic, retail] = volumes;
  for (const [one, id, reads] of [
    [clinic, 'poller', false],
    [clinic, 'viewer', true],
    [retail, 'orders', true],
  ] as const) {
    if (one === undefined) throw new Error('there must be two units');
    const mounts = [reads ? one.volume.readOnlyAt('/mnt/lab') : one.volume.at('/mnt/lab')];
    new MiTenant(one.unit, id, { image: base.withApp(id, '1.0.0'), scaling: Scaling.fixed(1), mounts });
  }
  const said = volumes.map(({ unit }) => {
    const { annotations = {} } = theOne(unit, 'PersistentVolume').metadata;
    return /Mounted.*?\. The same files: .*?\./.exec(annotations['kubernetes.io/description'] ?? '')?.[0];
  });
  expect(said).toEqual([
    'Mounted by clinic/poller (writes), clinic/viewer (reads). The same files: retail/lab by retail/orders (reads); spare/lab.',
    'Mounted by retail/orders (reads). The same files: clinic/lab by clinic/poller (writes), clinic/viewer (reads); spare/lab.',
    'Mounted by nobody. The same files: clinic/lab by clinic/poller (writes), clinic/viewer (reads); retail/lab by retail/orders (reads).',
  ]);
});

test('of many that mount the same files five are named, so that a thousand units do not name each other', () => {
  const fleet = newFleet();
  const source = VolumeSource.nfs('nfs.example.com', '/common');
  const units = Array.from({ length: 8 }, (_, index) => newUnit(fleet, `unit-${index}`));
  for (const unit of units) new SharedVolume(unit, 'common', { source });
  const [first = newUnit(fleet, 'none')] = units;
  const { annotations = {} } = theOne(first, 'PersistentVolume').metadata;
  expect(annotations['kubernetes.io/description']).toContain(
    'The same files: unit-1/common; unit-2/common; unit-3/common; unit-4/common; unit-5/common; 2 more. ',
  );
});
