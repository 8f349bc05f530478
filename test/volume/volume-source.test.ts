import { type CsiVolumeProps, type EfsProps, type NfsProps, VolumeSource } from '../../lib/volume/volume-source';
import { errorOf } from '../manifests';

test('every prop of an NFS source reaches the volume', () => {
  const everything: Required<NfsProps> = { mountOptions: ['nfsvers=4.1', 'hard'] };
  expect(VolumeSource.nfs('nfs01.example.com', '/export/lab', everything)).toEqual({
    setsOwner: false,
    storageClassName: '',
    volume: { nfs: { server: 'nfs01.example.com', path: '/export/lab' }, mountOptions: ['nfsvers=4.1', 'hard'] },
  });
});

test.each(['nfs01', '10.20.0.5', 'fd00::5'])(
  'an NFS source on %s without options leaves them to the node',
  (server) => {
    expect(VolumeSource.nfs(server, '/').volume).toEqual({ nfs: { server, path: '/' } });
  },
);

test('every prop of an EFS source reaches the volume', () => {
  const everything: Required<EfsProps> = {
    accessPoint: 'fsap-0123456789abcdef0',
    encryptInTransit: false,
    mountOptions: ['iam'],
  };
  expect(VolumeSource.efs('fs-0123456789abcdef0', everything)).toEqual({
    setsOwner: true,
    storageClassName: '',
    volume: {
      csi: {
        driver: 'efs.csi.aws.com',
        volumeHandle: 'fs-0123456789abcdef0::fsap-0123456789abcdef0',
        volumeAttributes: { encryptInTransit: 'false' },
      },
      mountOptions: ['iam'],
    },
  });
});

test('every prop of a source by its CSI driver reaches the volume', () => {
  const everything: Required<CsiVolumeProps> = {
    driver: 'smb.csi.k8s.io',
    volumeHandle: 'files.example.com/lab',
    volumeAttributes: { source: '//files.example.com/lab' },
    mountOptions: ['uid=10802', 'gid=10802'],
    secret: { name: 'smb-login', namespace: 'clinic' },
  };
  expect(VolumeSource.csi(everything)).toEqual({
    setsOwner: false,
    storageClassName: '',
    volume: {
      csi: {
        driver: 'smb.csi.k8s.io',
        volumeHandle: 'files.example.com/lab',
        volumeAttributes: { source: '//files.example.com/lab' },
        nodeStageSecretRef: { name: 'smb-login', namespace: 'clinic' },
      },
      mountOptions: ['uid=10802', 'gid=10802'],
    },
  });
  expect(VolumeSource.csi({ driver: 'nfs.csi.k8s.io', volumeHandle: 'lab' }).volume).toEqual({
    csi: { driver: 'nfs.csi.k8s.io', volumeHandle: 'lab' },
  });
});

test('an EFS source without an access point is the root of the file system', () => {
  expect(VolumeSource.efs('fs-01234567').volume).toEqual({
    csi: { driver: 'efs.csi.aws.com', volumeHandle: 'fs-01234567' },
  });
});

test('a StorageClass makes the volume, so none is rendered', () => {
  const { storageClassName, volume } = VolumeSource.storageClass('efs-sc');
  expect({ storageClassName, volume }).toEqual({ storageClassName: 'efs-sc', volume: undefined });
});

test('a volume that is there already binds no volume of the default StorageClass', () => {
  const sources = [VolumeSource.nfs('nfs01', '/export'), VolumeSource.efs('fs-01234567')];
  expect(sources.map(({ storageClassName }) => storageClassName)).toEqual(['', '']);
});

test.each([
  [
    'an NFS server that is left empty, as in the article',
    () => VolumeSource.nfs('', '/export'),
    'server of NFS source "" must be a host name or an address, got ""',
  ],
  [
    'an NFS server with its path in the name',
    () => VolumeSource.nfs('nfs01:/export', '/export'),
    'server of NFS source "nfs01:/export" must be a host name or an address, got "nfs01:/export"',
  ],
  [
    'an NFS path that is left empty, as in the article',
    () => VolumeSource.nfs('nfs01', JSON.parse('""') as '/'),
    'exportPath of NFS source "nfs01" must begin with "/", got ""',
  ],
  [
    'a file system that is no EFS',
    () => VolumeSource.efs('fs-lab'),
    'fileSystem of EFS source "fs-lab" must be "fs-" and hexadecimal digits, got "fs-lab"',
  ],
  [
    'an access point that is none',
    () => VolumeSource.efs('fs-01234567', { accessPoint: 'lab' }),
    'accessPoint of EFS source "fs-01234567" must be "fsap-" and hexadecimal digits, got "lab"',
  ],
  [
    'TLS as an option of the mount, which the driver warns of',
    () => VolumeSource.efs('fs-01234567', { mountOptions: ['tls'] }),
    'mountOptions of EFS source "fs-01234567" must leave "tls" to encryptInTransit, got ["tls"]; it is on by itself',
  ],
  [
    'a CSI driver that cannot be one',
    () => VolumeSource.csi({ driver: 'SMB', volumeHandle: 'lab' }),
    'driver of CSI source "lab" must name a CSI driver, got "SMB"',
  ],
  [
    'a volume that the driver cannot know',
    () => VolumeSource.csi({ driver: 'smb.csi.k8s.io', volumeHandle: '' }),
    'volumeHandle of CSI source "smb.csi.k8s.io" must name a volume of the driver, got ""',
  ],
  [
    'a login without a namespace',
    () => VolumeSource.csi({ driver: 'smb.csi.k8s.io', volumeHandle: 'lab', secret: { name: 'login', namespace: '' } }),
    'secret of CSI source "lab" must name a Secret and its namespace, got "/login"',
  ],
  [
    'a StorageClass without a name',
    () => VolumeSource.storageClass(''),
    'name of storage class "" must name a StorageClass of the cluster, got ""',
  ],
  [
    'a StorageClass in capitals',
    () => VolumeSource.storageClass('EFS'),
    'name of storage class "EFS" must name a StorageClass of the cluster, got "EFS"',
  ],
])('%s is refused', (_what, make, message) => {
  expect(make).toThrow(new Error(message));
});

test.each<[string, () => VolumeSource, string, string]>([
  ['exportPath', () => VolumeSource.nfs('nfs01', '/export\n/lab'), 'nfs01', '"/export\\n/lab"'],
  ['mountOptions', () => VolumeSource.nfs('nfs01', '/lab', { mountOptions: ['hard\t'] }), 'nfs01', '"hard\\t"'],
  [
    'mountOptions',
    () => VolumeSource.efs('fs-0123456789abcdef0', { mountOptions: ['iam\u2028'] }),
    'efs.csi.aws.com',
    '"iam\\u2028"',
  ],
  [
    'volumeHandle',
    () => VolumeSource.csi({ driver: 'smb.csi.k8s.io', volumeHandle: 'lab\r' }),
    'smb.csi.k8s.io',
    '"lab\\r"',
  ],
  [
    'volumeAttributes',
    () =>
      VolumeSource.csi({ driver: 'smb.csi.k8s.io', volumeHandle: 'lab', volumeAttributes: { source: '//files/a\nb' } }),
    'smb.csi.k8s.io',
    '"//files/a\\nb"',
  ],
])('fails when the %s of a volume would break the line of a mount', (prop, source, id, got) => {
  expect(errorOf(source)).toBe(`${prop} of volume source "${id}" must be text on one line, got ${got}`);
});
