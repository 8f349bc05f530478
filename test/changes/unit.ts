import { Size } from 'cdk8s';
import {
  Access,
  type BusinessUnitProps,
  Cpu,
  type CsiVolumeProps,
  type EfsProps,
  type FleetProps,
  Network,
  type NfsProps,
  Quota,
  type QuotaProps,
  SharedVolume,
  type SharedVolumeProps,
  UnitNamespace,
  VolumeSource,
} from '../../lib';
import { newFleet } from '../manifests';
import { app, contact, type Files, filesOf, rows, unitOf } from './rows';

export const FLEET = rows<Omit<FleetProps, 'outdir' | 'resolvers' | 'output' | 'monitoring' | 'logStore' | 'beside'>>(
  'fleet',
  {
    name: ['mi', 'other', 'nothing'],
    kubernetes: ['1.33', '1.36', 'Namespace'],
    kubeContext: [undefined, 'live', 'nothing'],
    podUser: [undefined, 'namespace', 'Deployment rolls'],
    network: [Network.open(), Network.isolated(), 'Service, new NetworkPolicy'],
    suffix: [
      '',
      '-test',
      'another ConfigMap, another Deployment, another Namespace, another PodDisruptionBudget, another Service, another ServiceAccount',
    ],
  },
  (props) => filesOf((unit) => void app(unit), props),
);

export const UNIT = rows<BusinessUnitProps>(
  'unit',
  {
    contact: [
      contact,
      'other@example.com',
      'ConfigMap, Deployment, Namespace, PodDisruptionBudget, Service, ServiceAccount',
    ],
    namespace: [
      undefined,
      UnitNamespace.own('shops'),
      'another ConfigMap, another Deployment, another Namespace, another PodDisruptionBudget, another Service, another ServiceAccount',
    ],
    labels: [
      undefined,
      { 'example.com/cost-centre': 'r-17' },
      'ConfigMap, Deployment rolls, Namespace, PodDisruptionBudget, Service, ServiceAccount',
    ],
    pullSecrets: [['one'], ['other'], 'Deployment rolls'],
    quota: [Quota.ofTenants(), Quota.ofTenants({ headroom: 3 }), 'ResourceQuota'],
    network: [Network.open(), Network.isolated(), 'Service, new NetworkPolicy'],
    access: [undefined, [Access.view('operators')], 'new Role, new RoleBinding'],
  },
  (props) => {
    const fleet = newFleet();
    app(unitOf(fleet, props));
    return fleet.render();
  },
);

export const VOLUME = rows<SharedVolumeProps>(
  'volume',
  {
    source: [
      VolumeSource.nfs('nfs.example.com', '/a'),
      VolumeSource.nfs('nfs.example.com', '/b'),
      'Deployment rolls, another PersistentVolume, another PersistentVolumeClaim',
    ],
    capacity: [
      Size.gibibytes(1),
      Size.gibibytes(5),
      'Deployment rolls, another PersistentVolume, another PersistentVolumeClaim',
    ],
    group: [undefined, 5000, 'Deployment rolls, PersistentVolume'],
    accessMode: [
      'ReadWriteMany',
      'ReadOnlyMany',
      'Deployment rolls, another PersistentVolume, another PersistentVolumeClaim',
    ],
  },
  (props) => volume({ source: VolumeSource.nfs('nfs.example.com', '/a'), ...props }),
);

export const NFS = rows<NfsProps>(
  'nfs',
  { mountOptions: [['hard'], ['soft'], 'Deployment rolls, another PersistentVolume, another PersistentVolumeClaim'] },
  (props) => volume({ source: VolumeSource.nfs('nfs.example.com', '/a', props) }),
);

export const EFS = rows<EfsProps>(
  'efs',
  {
    accessPoint: [
      'fsap-0123456789abcdef0',
      'fsap-0123456789abcdef1',
      'Deployment rolls, another PersistentVolume, another PersistentVolumeClaim',
    ],
    encryptInTransit: [true, false, 'Deployment rolls, another PersistentVolume, another PersistentVolumeClaim'],
    mountOptions: [
      undefined,
      ['noresvport'],
      'Deployment rolls, another PersistentVolume, another PersistentVolumeClaim',
    ],
  },
  (props) => volume({ source: VolumeSource.efs('fs-0123456789abcdef0', props) }),
);

export const CSI = rows<CsiVolumeProps>(
  'csi',
  {
    driver: [
      'a.example.com',
      'b.example.com',
      'Deployment rolls, another PersistentVolume, another PersistentVolumeClaim',
    ],
    volumeHandle: ['a', 'b', 'Deployment rolls, another PersistentVolume, another PersistentVolumeClaim'],
    volumeAttributes: [
      { a: 'x' },
      { a: 'y' },
      'Deployment rolls, another PersistentVolume, another PersistentVolumeClaim',
    ],
    mountOptions: [['hard'], ['soft'], 'Deployment rolls, another PersistentVolume, another PersistentVolumeClaim'],
    secret: [
      { name: 'a', namespace: 'b' },
      { name: 'c', namespace: 'b' },
      'Deployment rolls, another PersistentVolume, another PersistentVolumeClaim',
    ],
  },
  (props) => volume({ source: VolumeSource.csi({ driver: 'a.example.com', volumeHandle: 'a', ...props }) }),
);

export const QUOTA = rows<QuotaProps>(
  'quota',
  {
    pods: [10, 20, 'ResourceQuota'],
    cpu: [Cpu.cores(10), Cpu.cores(20), 'ResourceQuota'],
    cpuLimit: [Cpu.cores(10), Cpu.cores(20), 'ResourceQuota'],
    memory: [Size.gibibytes(20), Size.gibibytes(30), 'ResourceQuota'],
    disk: [undefined, Size.gibibytes(30), 'ResourceQuota'],
    storage: [undefined, Size.gibibytes(30), 'ResourceQuota'],
  },
  (props) => {
    const fleet = newFleet();
    const all = { pods: 10, cpu: Cpu.cores(10), cpuLimit: Cpu.cores(20), memory: Size.gibibytes(20) };
    app(unitOf(fleet, { quota: Quota.of({ ...all, ...props }) }));
    return fleet.render();
  },
);
function volume(props: SharedVolumeProps): Files {
  return filesOf((unit) => {
    const shared = new SharedVolume(unit, 'invoices', props);
    app(unit, {
      mounts: [props.accessMode === undefined ? shared.at('/mnt/invoices') : shared.readOnlyAt('/mnt/invoices')],
    });
  });
}
