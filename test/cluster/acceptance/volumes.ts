import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Size } from 'cdk8s';
import { BusinessUnit, Fleet, Patch, SharedVolume, VolumeSource } from '../../../lib';
import type { Cluster } from '../cluster';
import { type Listed, theListed } from '../listed';
import { type } from '../shell';
import { until } from '../wait';
import { unlikeKept } from '../whole-objects';

const UNIT = 'archive';
const STORAGE_CLASS = 'deletes';
const MADE = `pvc-made-by-${STORAGE_CLASS}`;

const SOURCES: ReadonlyArray<readonly [string, VolumeSource]> = [
  ['nfs', VolumeSource.nfs('nfs01.example.com', '/export', { mountOptions: ['nfsvers=4.1'] })],
  [
    'efs',
    VolumeSource.efs('fs-01234567', {
      accessPoint: 'fsap-01234567',
      encryptInTransit: false,
      mountOptions: ['iam'],
    }),
  ],
  [
    'csi',
    VolumeSource.csi({
      driver: 'smb.csi.k8s.io',
      volumeHandle: 'files.example.com/lab',
      volumeAttributes: { source: '//files.example.com/lab' },
      mountOptions: ['uid=10802', 'gid=10802'],
      secret: { name: 'smb-login', namespace: UNIT },
    }),
  ],
];

/** Volumes, and the claims that bind them. */
export function describeVolumes(cluster: () => Cluster): void {
  test.each(SOURCES)('a volume by %s is accepted to the last field, and its claim binds it', async (id, source) => {
    expect(await applied((unit) => new SharedVolume(unit, id, { source, group: 2000 }))).toEqual({
      code: 0,
      stderr: '',
    });
    const { name } = (await theListed(cluster().kubectl, ...volume(id))).metadata;
    expect(await untilPhase('Bound', claim(id))).toMatchObject({ spec: { volumeName: name } });
  });

  test.each(['ReadOnlyMany', 'ReadWriteOnce', 'ReadWriteOncePod'] as const)(
    'a claim of %s binds its volume',
    async (accessMode) => {
      const id = accessMode.toLowerCase();
      const source = VolumeSource.csi({ driver: 'smb.csi.k8s.io', volumeHandle: id });
      expect(await applied((unit) => new SharedVolume(unit, id, { source, accessMode }))).toEqual({
        code: 0,
        stderr: '',
      });
      const { name } = (await theListed(cluster().kubectl, ...volume(id))).metadata;
      expect(await untilPhase('Bound', claim(id))).toMatchObject({
        spec: { volumeName: name, accessModes: [accessMode] },
      });
    },
  );

  test('a patched volume is accepted to the last field', async () => {
    const source = VolumeSource.nfs('nfs01.example.com', '/export');
    const patched = (unit: BusinessUnit) => {
      const volume = new SharedVolume(unit, 'patched', { source });
      Patch.of(volume, 'PersistentVolume').add('/metadata/annotations/example.com~1team', UNIT);
      Patch.of(volume, 'PersistentVolumeClaim').add('/spec/volumeMode', 'Filesystem');
    };
    expect(await applied(patched)).toEqual({ code: 0, stderr: '' });
    expect((await theListed(cluster().kubectl, ...volume('patched'))).metadata.annotations).toMatchObject({
      'example.com/team': UNIT,
    });
  });

  describe('of a StorageClass that deletes', () => {
    const write = (unit: BusinessUnit) =>
      new SharedVolume(unit, 'files', { source: VolumeSource.storageClass(STORAGE_CLASS) });

    test('the command of the claim keeps the volume, and with it the files', async () => {
      await makeVolumeOfClass(STORAGE_CLASS);
      expect(await applied(write)).toEqual({ code: 0, stderr: '' });
      const { metadata } = await untilPhase('Bound', claim('files'));
      const { 'kubernetes.io/description': description = '' } = metadata.annotations ?? {};
      await type(description.slice(description.indexOf('kubectl patch pv')), cluster());
      await cluster().kubectl.ok(['delete', ...claim('files')]);
      expect(await untilPhase('Released', ['pv', MADE])).toMatchObject({
        spec: { persistentVolumeReclaimPolicy: 'Retain' },
      });
    });

    test('a new claim takes it up when uid and resourceVersion are gone from its claimRef before', async () => {
      const patch = '{"spec":{"claimRef":{"uid":null,"resourceVersion":null}}}';
      await cluster().kubectl.ok(['patch', 'pv', MADE, '--type=merge', '-p', patch]);
      expect(await applied(write)).toEqual({ code: 0, stderr: '' });
      expect(await untilPhase('Bound', claim('files'))).toMatchObject({ spec: { volumeName: MADE } });
    });
  });

  describe('that is to have more room', () => {
    const sized = (id: string, gibibytes: number) => (unit: BusinessUnit) =>
      new SharedVolume(unit, id, { source: VolumeSource.storageClass(id), capacity: Size.gibibytes(gibibytes) });

    async function bound(id: string): Promise<void> {
      await makeVolumeOfClass(id, id === 'grows');
      expect(await applied(sized(id, 1))).toEqual({ code: 0, stderr: '' });
      await untilPhase('Bound', claim(id));
    }

    test('asks its StorageClass for it, if that lets volumes grow, and may not ask for what it has again', async () => {
      await bound('grows');
      expect(await applied(sized('grows', 3))).toEqual({ code: 0, stderr: '' });
      expect((await theListed(cluster().kubectl, ...claim('grows'))).spec).toMatchObject({
        resources: { requests: { storage: '3Gi' } },
      });
      const { code, stderr } = await applied(sized('grows', 1), false);
      expect([code, stderr]).toEqual([1, expect.stringContaining('spec.resources.requests.storage: Forbidden')]);
    });

    test('is refused by a class that does not', async () => {
      await bound('stays');
      const { code, stderr } = await applied(sized('stays', 3), false);
      expect([code, stderr]).toEqual([
        1,
        expect.stringContaining('the storageclass that provisions the pvc must support resize'),
      ]);
    });
  });

  async function applied(
    write: (unit: BusinessUnit) => unknown,
    isTaken = true,
  ): Promise<{ code: number; stderr: string }> {
    const fleet = new Fleet({ outdir: join(tmpdir(), 'never-written') });
    write(new BusinessUnit(fleet, UNIT, { contact: 'somebody@example.com' }));
    const input = [...fleet.render().values()].join('---\n');
    const args = ['apply', '--server-side', '--validate=strict', '-f', '-'];
    const { code, stderr } = await cluster().kubectl.run(args, { input });
    if (isTaken) expect(await unlikeKept(cluster().kubectl, [input])).toEqual([]);
    return { code, stderr };
  }

  /** No provisioner runs here, so a volume as it would make one is there before. */
  async function makeVolumeOfClass(name: string, allowVolumeExpansion = false): Promise<void> {
    await cluster().kubectl.apply(
      {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name },
        provisioner: 'kubernetes.io/no-provisioner',
        allowVolumeExpansion,
      },
      {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: `pvc-made-by-${name}` },
        spec: {
          accessModes: ['ReadWriteMany'],
          storageClassName: name,
          capacity: { storage: '1Gi' },
          persistentVolumeReclaimPolicy: 'Delete',
          csi: { driver: 'made.example.com', volumeHandle: name },
        },
      },
    );
  }

  async function untilPhase(phase: string, object: readonly string[]): Promise<Listed> {
    return until(`${phase} of ${object[0]}`, 20, async () => {
      const found = await theListed(cluster().kubectl, ...object);
      if (found.status?.phase !== phase) throw new Error(String(found.status?.phase));
      return found;
    });
  }
}

function claim(id: string): readonly string[] {
  return ['pvc', '-n', UNIT, '-l', `purpose=${id}`];
}

function volume(id: string): readonly string[] {
  return ['pv', '-l', `cdk8s-wso2-mi/unit=${UNIT},purpose=${id}`];
}
