import { ApiObject } from 'cdk8s';
import { isClusterScoped } from '../../lib/core/cluster-scoped';
import { errorOf, newFleet, newUnit, refusalOf, theOne } from '../manifests';

/** `api/openapi-spec/v3` of Kubernetes 1.29 to 1.36: kinds that are posted to a path without a namespace, and are kept. */
const OF_KUBERNETES = [
  'APIService CertificateSigningRequest ClusterRole ClusterRoleBinding ClusterTrustBundle CSIDriver CSINode',
  'CustomResourceDefinition DeviceClass DeviceTaintRule FlowSchema IngressClass IPAddress MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding MutatingWebhookConfiguration Namespace Node PersistentVolume PriorityClass',
  'PriorityLevelConfiguration ResourceSlice RuntimeClass ServiceCIDR StorageClass StorageVersion',
  'StorageVersionMigration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration VolumeAttachment VolumeAttributesClass',
];

/** Definitions with `scope: Cluster` of what stands beside tenants. */
const OF_COMPANIONS = [
  'ClusterAnalysisTemplate ClusterWorkflowTemplate ClusterIssuer ClusterExternalSecret ClusterGenerator',
  'ClusterPushSecret ClusterSecretStore ClusterPolicy ClusterCleanupPolicy ClusterTriggerAuthentication EC2NodeClass',
  'GatewayClass IngressClassParams NodeClaim NodePool VolumeSnapshotClass',
];

test.each([...OF_KUBERNETES, ...OF_COMPANIONS].flatMap((line) => line.split(' ')))(
  'a %s belongs to the whole cluster',
  (kind) => {
    expect(isClusterScoped(kind)).toBe(true);
  },
);

test.each(['Role', 'RoleBinding', 'Deployment', 'Ingress', 'PersistentVolumeClaim', 'ServiceAccount', 'Anything'])(
  'a %s belongs to a namespace',
  (kind) => {
    expect(isClusterScoped(kind)).toBe(false);
  },
);

test.each([
  ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
  ['networking.k8s.io/v1', 'IngressClass'],
  ['v1', 'PersistentVolume'],
])('two units may have a %s %s of one id, since its name carries the unit', (apiVersion, kind) => {
  const fleet = newFleet();
  const names = ['retail', 'finance'].map((id) => {
    const unit = newUnit(fleet, id);
    new ApiObject(unit, 'reader', { apiVersion, kind });
    return theOne(unit, kind).metadata.name;
  });
  expect(names).toEqual(['retail-reader', 'finance-reader']);
  expect(errorOf(() => fleet.render())).toBe('');
});

test('fails when two units give one name to what belongs to the whole cluster', () => {
  const fleet = newFleet();
  const reader = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'reader' } };
  new ApiObject(newUnit(fleet, 'retail'), 'role', reader);
  new ApiObject(newUnit(fleet, 'finance'), 'role', reader);
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'name of ClusterRole "finance/reader" must be used once in the fleet, ' +
        'got it from "retail/role" and from "finance/role"; give one of the two another id',
    ),
  );
});
