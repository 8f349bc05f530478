import { MiTenant, Scaling, SharedVolume, VolumeSource } from '../../lib';
import { base, manifestsOf, newFleet, newUnit } from '../manifests';

const KEPT = {
  'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  'argocd.argoproj.io/sync-options': 'Delete=false,Prune=false',
  'helm.sh/resource-policy': 'keep',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};

test('what a rollback still needs after it left the files is kept from whatever prunes, and so is the namespace; nothing else is', () => {
  const unit = newUnit(newFleet());
  const source = VolumeSource.nfs('nfs01.example.com', '/export');
  const files = new SharedVolume(unit, 'files', { source });
  new SharedVolume(unit, 'more', { source: VolumeSource.storageClass('fast') });
  const image = base.withApp('orders', '1.0.0');
  new MiTenant(unit, 'orders', { image, scaling: Scaling.auto({ min: 2, max: 4 }), mounts: [files.at('/mnt/in')] });
  const isKept = ({ annotations = {} }: { readonly annotations?: Readonly<Record<string, string>> }) =>
    Object.entries(KEPT).every(([name, value]) => annotations[name] === value);
  expect(manifestsOf(unit).flatMap(({ kind, metadata }) => (isKept(metadata) ? [kind] : []))).toEqual([
    'Namespace',
    'PersistentVolume',
    'PersistentVolumeClaim',
    'PersistentVolumeClaim',
    'ConfigMap',
  ]);
});
