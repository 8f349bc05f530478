import { type ApiObject, JsonPatch } from 'cdk8s';

/**
 * Kinds of Kubernetes itself (api/openapi-spec/v3 of 1.29 to 1.36: what is posted to a path without a namespace), and of
 * its usual companions (cert-manager, External Secrets, Gateway API, Argo, KEDA, Kyverno, Karpenter), that belong to no
 * namespace.
 */
const CLUSTER_SCOPED = new Set([
  'APIService',
  'CSIDriver',
  'CSINode',
  'CertificateSigningRequest',
  'ClusterAnalysisTemplate',
  'ClusterCleanupPolicy',
  'ClusterExternalSecret',
  'ClusterGenerator',
  'ClusterIssuer',
  'ClusterPolicy',
  'ClusterPushSecret',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterSecretStore',
  'ClusterTriggerAuthentication',
  'ClusterTrustBundle',
  'ClusterWorkflowTemplate',
  'CustomResourceDefinition',
  'DeviceClass',
  'DeviceTaintRule',
  'EC2NodeClass',
  'FlowSchema',
  'GatewayClass',
  'IPAddress',
  'IngressClass',
  'IngressClassParams',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'NodeClaim',
  'NodePool',
  'PersistentVolume',
  'PriorityClass',
  'PriorityLevelConfiguration',
  'ResourceSlice',
  'RuntimeClass',
  'ServiceCIDR',
  'StorageClass',
  'StorageVersion',
  'StorageVersionMigration',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'VolumeAttachment',
  'VolumeAttributesClass',
  'VolumeSnapshotClass',
]);

/** Whether objects of a kind belong to the whole cluster: two of one name are one, whatever namespace they say. */
export function isClusterScoped(kind: string): boolean {
  return CLUSTER_SCOPED.has(kind);
}

/** Takes the chart's namespace off an object that belongs to the whole cluster; cdk8s gives it to every object. */
export function clusterScoped(object: ApiObject): void {
  object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
}
