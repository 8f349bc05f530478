import { Chart, Size } from 'cdk8s';
import { BusinessUnit, SharedVolume, type SharedVolumeProps, UnitNamespace, VolumeSource } from '../../lib';
import { errorOf, namesOf, newFleet, newUnit, ofKind, refusalOf, theOne } from '../manifests';

const source = VolumeSource.nfs('nfs01.example.com', '/export/lab');

function unitWith(props: Partial<SharedVolumeProps>): BusinessUnit {
  const unit = newUnit(newFleet(), 'clinic');
  new SharedVolume(unit, 'lab-results', { source, ...props });
  return unit;
}

describe('props', () => {
  test('every prop reaches the manifest', () => {
    const everything: Required<SharedVolumeProps> = {
      source: VolumeSource.nfs('nfs02.example.com', '/export/lab', { mountOptions: ['nfsvers=4.1', 'hard'] }),
      capacity: Size.gibibytes(50),
      accessMode: 'ReadOnlyMany',
      group: 2000,
    };
    const unit = unitWith(everything);
    expect(new SharedVolume(unit, 'other', everything).group).toBe(2000);
    const [volume] = ofKind(unit, 'PersistentVolume');
    expect(volume?.spec).toMatchObject({
      nfs: { server: 'nfs02.example.com', path: '/export/lab' },
      mountOptions: ['nfsvers=4.1', 'hard'],
      accessModes: ['ReadOnlyMany'],
      capacity: { storage: '50Gi' },
    });
    const [claim] = ofKind(unit, 'PersistentVolumeClaim');
    expect(claim?.spec).toMatchObject({
      accessModes: ['ReadOnlyMany'],
      resources: { requests: { storage: '50Gi' } },
    });
  });

  test('what is left out has the default of the documentation', () => {
    const unit = unitWith({});
    expect(theOne(unit, 'PersistentVolume').spec).toMatchObject({ capacity: { storage: '1Gi' } });
    expect(theOne(unit, 'PersistentVolume').spec).not.toHaveProperty('mountOptions');
    expect(theOne(unit, 'PersistentVolumeClaim').spec).toMatchObject({ resources: { requests: { storage: '1Gi' } } });
    expect(new SharedVolume(unit, 'other', { source }).group).toBeUndefined();
  });
});

describe('volume and claim', () => {
  test('volume and claim name each other, so that no other claim takes the files', () => {
    const unit = unitWith({});
    expect(theOne(unit, 'PersistentVolume').spec).toMatchObject({
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: 'clinic',
        name: 'lab-results-8b3cf2718a',
      },
    });
    expect(theOne(unit, 'PersistentVolumeClaim')).toMatchObject({
      metadata: { name: 'lab-results-8b3cf2718a', namespace: 'clinic' },
      spec: { volumeName: 'clinic-lab-results-8b3cf2718a', storageClassName: '' },
    });
  });

  test('a shared volume is kept when its claim is deleted, and says how to bind it again', () => {
    expect(theOne(unitWith({}), 'PersistentVolume')).toMatchObject({
      metadata: {
        annotations: {
          'kubernetes.io/description':
            'Files of claim clinic/lab-results-8b3cf2718a. Mounted by nobody. Kept when the claim is deleted; then it is Released, ' +
            'and a new claim stays Pending until: kubectl patch pv clinic-lab-results-8b3cf2718a --type=merge ' +
            `-p '{"spec":{"claimRef":{"uid":null,"resourceVersion":null}}}'`,
        },
      },
      spec: { persistentVolumeReclaimPolicy: 'Retain' },
    });
  });

  test('it says as which user and group pods write, so that a release with another user is a change of it', () => {
    const written = (props: Partial<SharedVolumeProps>, users: readonly number[], writes = true) => {
      const unit = newUnit(newFleet(), 'clinic');
      const volume = new SharedVolume(unit, 'lab-results', { source, ...props });
      for (const user of users) {
        volume.usedBy({ tenant: `clinic/${user}`, user, writes, alone: false });
      }
      const kind = props.source?.volume === undefined && props.source ? 'PersistentVolumeClaim' : 'PersistentVolume';
      const { annotations } = theOne(unit, kind).metadata;
      return /Written.*?\d\.(?= )(?! Written)/.exec(annotations?.['kubernetes.io/description'] ?? '')?.[0];
    };
    const accessPoint = VolumeSource.efs('fs-01234567', { accessPoint: 'fsap-01234567' });
    expect(written({}, [802])).toBe('Written as user 802 and group 802.');
    expect(written({}, [10802])).toBe('Written as user 10802 and group 10802.');
    expect(written({ source: VolumeSource.storageClass('files') }, [802])).toBe('Written as user 802 and group 802.');
    expect(written({ group: 2000 }, [10802, 802])).toBe(
      'Written as user 802 and group 2000. Written as user 10802 and group 2000.',
    );
    expect(written({}, [10802], false)).toBeUndefined();
    expect(written({ source: accessPoint }, [10802])).toBeUndefined();
  });

  test('the volume belongs to the cluster, so its name carries the unit and it has no namespace', () => {
    const { metadata } = theOne(unitWith({}), 'PersistentVolume');
    expect(metadata).toMatchObject({ name: 'clinic-lab-results-8b3cf2718a', labels: { purpose: 'lab-results' } });
    expect(metadata).not.toHaveProperty('namespace');
  });

  test('pods on several nodes may use it at once', () => {
    const unit = unitWith({});
    expect(theOne(unit, 'PersistentVolume').spec).toMatchObject({ accessModes: ['ReadWriteMany'] });
    expect(theOne(unit, 'PersistentVolumeClaim').spec).toMatchObject({ accessModes: ['ReadWriteMany'] });
  });

  test('in a namespace that units share, the claim carries the unit too', () => {
    const unit = new BusinessUnit(newFleet(), 'clinic', { contact: 'x', namespace: UnitNamespace.existing('shared') });
    const volume = new SharedVolume(unit, 'lab-results', { source });
    expect(volume.claimName).toBe('clinic-lab-results-577c3eb8c4');
    expect(theOne(unit, 'PersistentVolumeClaim').metadata).toMatchObject({
      name: 'clinic-lab-results-577c3eb8c4',
      namespace: 'shared',
    });
    expect(theOne(unit, 'PersistentVolume').spec).toMatchObject({
      claimRef: { namespace: 'shared', name: 'clinic-lab-results-577c3eb8c4' },
    });
  });
});

describe('identity', () => {
  const namesWith = (props: Partial<SharedVolumeProps>) => namesOf(unitWith(props)).slice(1);
  const smb = (volumeAttributes: Record<string, string>) =>
    VolumeSource.csi({ driver: 'smb.csi.k8s.io', volumeHandle: 'lab', volumeAttributes });

  test.each<[string, Partial<SharedVolumeProps>, Partial<SharedVolumeProps>]>([
    ['another server', {}, { source: VolumeSource.nfs('nfs02.example.com', '/export/lab') }],
    ['another export', {}, { source: VolumeSource.nfs('nfs01.example.com', '/export/lab2') }],
    ['another capacity', {}, { capacity: Size.gibibytes(5) }],
    [
      'other options of the mount',
      {},
      { source: VolumeSource.nfs('nfs01.example.com', '/export/lab', { mountOptions: ['hard'] }) },
    ],
    ['another attribute of CSI', { source: smb({ source: '//a' }) }, { source: smb({ source: '//b' }) }],
    [
      'another StorageClass',
      { source: VolumeSource.storageClass('slow') },
      { source: VolumeSource.storageClass('fast') },
    ],
  ])('%s is another volume and another claim, since a cluster changes neither', (_, before, after) => {
    const [old, changed] = [namesWith(before), namesWith(after)];
    expect(changed).toHaveLength(old.length);
    expect(changed.filter((name) => old.includes(name))).toEqual([]);
  });

  const HOMES: ReadonlyArray<readonly [string, UnitNamespace | undefined]> = [
    ['its own', undefined],
    ['its own of another name', UnitNamespace.own('lab')],
    ['an existing one of that name', UnitNamespace.existing('clinic')],
    ['another existing one', UnitNamespace.existing('shared')],
  ];

  test('in another namespace it is another volume, since a volume belongs to one claim for ever', () => {
    const volumes = HOMES.map(([, namespace]) => {
      const unit = new BusinessUnit(newFleet(), 'clinic', { contact: 'x', namespace });
      new SharedVolume(unit, 'lab-results', { source });
      return theOne(unit, 'PersistentVolume').metadata.name;
    });
    expect(new Set(volumes).size).toBe(HOMES.length);
    expect(volumes[0]).toBe('clinic-lab-results-8b3cf2718a');
  });

  test.each(HOMES)('the claim of a StorageClass keeps its digest in %s', (_, namespace) => {
    const unit = new BusinessUnit(newFleet(), 'clinic', { contact: 'x', namespace });
    const { claimName } = new SharedVolume(unit, 'lab-results', { source: VolumeSource.storageClass('slow') });
    expect(claimName).toMatch(/lab-results-fb18aad982$/);
  });

  test.each<[string, Partial<SharedVolumeProps>, Partial<SharedVolumeProps>]>([
    ['another group', {}, { group: 2000 }],
    [
      'more room of a StorageClass',
      { source: VolumeSource.storageClass('slow') },
      { source: VolumeSource.storageClass('slow'), capacity: Size.gibibytes(5) },
    ],
    [
      'attributes in another order',
      { source: smb({ source: '//a', subDir: 'b' }) },
      { source: smb({ subDir: 'b', source: '//a' }) },
    ],
    ['the default, written out', {}, { capacity: Size.mebibytes(1024) }],
  ])('%s is the same volume', (_, before, after) => {
    expect(namesWith(after)).toEqual(namesWith(before));
  });
});

describe('sources', () => {
  test('EFS is bound by its CSI driver, by an access point if there is one', () => {
    const bySystem = VolumeSource.efs('fs-0123456789abcdef0');
    const byAccessPoint = VolumeSource.efs('fs-0123456789abcdef0', { accessPoint: 'fsap-0fedcba9876543210' });
    expect(theOne(unitWith({ source: bySystem }), 'PersistentVolume').spec).toMatchObject({
      csi: { driver: 'efs.csi.aws.com', volumeHandle: 'fs-0123456789abcdef0' },
    });
    expect(theOne(unitWith({ source: byAccessPoint }), 'PersistentVolume').spec).toMatchObject({
      csi: { driver: 'efs.csi.aws.com', volumeHandle: 'fs-0123456789abcdef0::fsap-0fedcba9876543210' },
    });
  });

  test('a StorageClass makes the volume itself, so only the claim is rendered', () => {
    const unit = unitWith({ source: VolumeSource.storageClass('azurefile-csi') });
    expect(ofKind(unit, 'PersistentVolume')).toEqual([]);
    expect(theOne(unit, 'PersistentVolumeClaim').spec).toEqual({
      accessModes: ['ReadWriteMany'],
      storageClassName: 'azurefile-csi',
      resources: { requests: { storage: '1Gi' } },
    });
  });
});

test('the claim of a StorageClass says what becomes of its files, and how to keep them', () => {
  const unit = unitWith({ source: VolumeSource.storageClass('azurefile-csi') });
  expect(theOne(unit, 'PersistentVolumeClaim').metadata.annotations).toMatchObject({
    'kubernetes.io/description':
      'Deleted with its files, unless StorageClass azurefile-csi has reclaimPolicy Retain. Mounted by nobody. To keep them: kubectl ' +
      `patch pv $(kubectl -n clinic get pvc lab-results-44a6856942 -o jsonpath='{.spec.volumeName}') --type=merge ` +
      `-p '{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'`,
  });
  expect(theOne(unitWith({}), 'PersistentVolumeClaim').metadata.annotations).not.toHaveProperty(
    'kubernetes.io/description',
  );
});

test('a mount says where it is and whether it may only be read', () => {
  const volume = new SharedVolume(newUnit(), 'lab-results', { source });
  expect([volume.at('/mnt/out'), volume.readOnlyAt('/mnt/in'), volume.asCarbonApps()]).toEqual([
    { volume, path: '/mnt/out', readOnly: false },
    { volume, path: '/mnt/in', readOnly: true },
    { volume, path: 'repository/deployment/server/carbonapps', readOnly: true },
  ]);
});

describe('who may write', () => {
  const accessPoint = VolumeSource.efs('fs-01234567', { accessPoint: 'fsap-01234567' });

  function refusalFor(props: Partial<SharedVolumeProps>, users: readonly number[]): string {
    const fleet = newFleet();
    const volume = new SharedVolume(newUnit(fleet, 'clinic'), 'lab-results', { source, ...props });
    users.forEach((user, index) => {
      volume.usedBy({ tenant: `clinic/tenant-${index}`, user, writes: true, alone: false });
    });
    return errorOf(() => fleet.render());
  }

  test('fails when pods of two users write to one volume, such as those of releases 4.3 and 4.4', () => {
    expect(refusalFor({}, [802, 10802, 802])).toBe(
      refusalOf(
        'group of shared volume "clinic/lab-results" must be set where pods of several users write, ' +
          'got user 802 of "clinic/tenant-0", "clinic/tenant-2" and user 10802 of "clinic/tenant-1"; neither may write ' +
          'to folders of the other; give the group that may, or let all run releases ' +
          'up to 4.3 (user 802) or from 4.4 on (user 10802)',
      ),
    );
  });

  test.each([
    ['of one user', {}, [802, 802]],
    ['of two users with a group', { group: 2000 }, [802, 10802]],
    ['of two users to an access point, which has a user of its own', { source: accessPoint }, [802, 10802]],
  ])('pods may write %s', (_who, props, users) => {
    expect(refusalFor(props, users)).toBe('');
  });

  test('a tenant that mounts a volume twice is one writer', () => {
    const fleet = newFleet();
    const volume = new SharedVolume(newUnit(fleet, 'clinic'), 'lab-results', { source });
    volume.usedBy({ tenant: 'clinic/poller', user: 802, writes: true, alone: false });
    volume.usedBy({ tenant: 'clinic/poller', user: 10802, writes: true, alone: false });
    expect(errorOf(() => fleet.render())).toBe('');
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 31])(
    'fails when the group is %d, which Linux does not have or is root’s',
    (group) => {
      expect(errorOf(() => unitWith({ group }))).toBe(
        `group of shared volume "clinic/lab-results" must be the number of a group, from 1 to 2147483647, got ${group}`,
      );
    },
  );
});

test.each([
  ['no room', Size.gibibytes(0), '0Mi'],
  ['no number of bytes', Size.mebibytes(Number.NaN), 'NaNMi'],
  ['half a mebibyte', Size.mebibytes(0.5), '0.5Mi'],
  ['a mebibyte and a half', Size.kibibytes(1536), '1.5Mi'],
])('fails when a volume is to have %s', (_, capacity, got) => {
  expect(errorOf(() => unitWith({ capacity }))).toBe(
    `capacity of shared volume "clinic/lab-results" must be a whole number of mebibytes from 1 up to a pebibyte, got ${got}`,
  );
});

test('a volume may have one mebibyte, in whatever unit it is said', () => {
  expect(theOne(unitWith({ capacity: Size.kibibytes(1024) }), 'PersistentVolumeClaim').spec).toMatchObject({
    resources: { requests: { storage: '1Mi' } },
  });
});

test('fails when a volume stands in a plain chart inside a unit', () => {
  const nested = new Chart(newUnit(newFleet(), 'clinic'), 'nested');
  expect(errorOf(() => new SharedVolume(nested, 'lab-results', { source }))).toBe(
    'scope of construct "clinic/nested/lab-results" must be a business unit or stand in one, ' +
      'with no other chart between, got "clinic/nested"; write new BusinessUnit(fleet, …) and hand it over',
  );
});

test('fails when the name of a claim has more than 63 characters', () => {
  const fleet = newFleet();
  const id = 'v'.repeat(57);
  const unit = new BusinessUnit(fleet, 'retail', { contact: 'x', namespace: UnitNamespace.existing('shared') });
  new SharedVolume(unit, id, { source });
  const rule =
    'must be lower-case letters, digits and "-", begin with a letter, not end with "-", and have at most 63 characters';
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(`id of shared volume "retail/${id}" ${rule}, got "retail-${id}"; it has 64; shorten it`),
  );
});

test('fails when the volumes of two units come to one name in the cluster', () => {
  const fleet = newFleet();
  new SharedVolume(newUnit(fleet, 'lab'), 'blood-results', { source });
  new SharedVolume(newUnit(fleet, 'lab-blood'), 'results', { source });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'name of PersistentVolume "lab-blood-results-8b3cf2718a" must be used once in the fleet, ' +
        'got it from "lab/blood-results/volume" and from "lab-blood/results/volume"; give one of the two another id',
    ),
  );
});
