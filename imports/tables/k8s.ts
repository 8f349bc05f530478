// Written by `npm run imports`; change imports/write, not this file.

/** The known fields of Kubernetes 1.27 to 1.36; imports/tables/index.ts says how to read it. */
export const TABLE = `
kinds
 admissionregistration.k8s.io/v1/MutatingAdmissionPolicy MutatingAdmissionPolicy 1.36..
 admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding MutatingAdmissionPolicyBinding 1.36..
 admissionregistration.k8s.io/v1/MutatingWebhookConfiguration MutatingWebhookConfiguration
 admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy ValidatingAdmissionPolicy 1.30..
 admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding ValidatingAdmissionPolicyBinding 1.30..
 admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration ValidatingWebhookConfiguration
 admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicy any 1.32..
 admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicyBinding any 1.32..
 admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicy any ..1.31
 admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicyBinding any ..1.31
 admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicy any 1.34..
 admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicyBinding any 1.34..
 admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicy any 1.28..1.33
 admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicyBinding any 1.28..1.33
 apiextensions.k8s.io/v1/CustomResourceDefinition CustomResourceDefinition
 apiregistration.k8s.io/v1/APIService APIService
 apps/v1/ControllerRevision ControllerRevision
 apps/v1/DaemonSet DaemonSet
 apps/v1/Deployment Deployment
 apps/v1/ReplicaSet ReplicaSet
 apps/v1/StatefulSet StatefulSet
 authentication.k8s.io/v1/SelfSubjectReview any 1.28..
 authentication.k8s.io/v1/TokenRequest any
 authentication.k8s.io/v1/TokenReview any
 authentication.k8s.io/v1alpha1/SelfSubjectReview any ..1.31
 authentication.k8s.io/v1beta1/SelfSubjectReview any ..1.32
 authorization.k8s.io/v1/LocalSubjectAccessReview any
 authorization.k8s.io/v1/SelfSubjectAccessReview any
 authorization.k8s.io/v1/SelfSubjectRulesReview any
 authorization.k8s.io/v1/SubjectAccessReview any
 autoscaling/v1/HorizontalPodAutoscaler AutoscalingV1HorizontalPodAutoscaler
 autoscaling/v2/HorizontalPodAutoscaler HorizontalPodAutoscaler
 batch/v1/CronJob CronJob
 batch/v1/Job Job
 certificates.k8s.io/v1/CertificateSigningRequest CertificateSigningRequest
 certificates.k8s.io/v1alpha1/ClusterTrustBundle any
 certificates.k8s.io/v1alpha1/PodCertificateRequest any 1.34..1.34
 certificates.k8s.io/v1beta1/ClusterTrustBundle any 1.33..
 certificates.k8s.io/v1beta1/PodCertificateRequest any 1.35..
 coordination.k8s.io/v1/Lease Lease
 coordination.k8s.io/v1alpha1/LeaseCandidate any 1.31..1.31
 coordination.k8s.io/v1alpha2/LeaseCandidate any 1.32..
 coordination.k8s.io/v1beta1/LeaseCandidate any 1.33..
 discovery.k8s.io/v1/EndpointSlice EndpointSlice
 events.k8s.io/v1/Event any
 flowcontrol.apiserver.k8s.io/v1/FlowSchema FlowSchema 1.29..
 flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration PriorityLevelConfiguration 1.29..
 flowcontrol.apiserver.k8s.io/v1beta2/FlowSchema any ..1.28
 flowcontrol.apiserver.k8s.io/v1beta2/PriorityLevelConfiguration any ..1.28
 flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema any ..1.31
 flowcontrol.apiserver.k8s.io/v1beta3/PriorityLevelConfiguration any ..1.31
 internal.apiserver.k8s.io/v1alpha1/StorageVersion any
 networking.k8s.io/v1/IPAddress IPAddress 1.33..
 networking.k8s.io/v1/Ingress Ingress
 networking.k8s.io/v1/IngressClass IngressClass
 networking.k8s.io/v1/NetworkPolicy NetworkPolicy
 networking.k8s.io/v1/ServiceCIDR ServiceCIDR 1.33..
 networking.k8s.io/v1alpha1/ClusterCIDR any ..1.28
 networking.k8s.io/v1alpha1/IPAddress any ..1.30
 networking.k8s.io/v1alpha1/ServiceCIDR any 1.29..1.30
 networking.k8s.io/v1beta1/IPAddress any 1.31..
 networking.k8s.io/v1beta1/ServiceCIDR any 1.31..
 node.k8s.io/v1/RuntimeClass RuntimeClass
 policy/v1/Eviction any
 policy/v1/PodDisruptionBudget PodDisruptionBudget
 rbac.authorization.k8s.io/v1/ClusterRole ClusterRole
 rbac.authorization.k8s.io/v1/ClusterRoleBinding ClusterRoleBinding
 rbac.authorization.k8s.io/v1/Role Role
 rbac.authorization.k8s.io/v1/RoleBinding RoleBinding
 resource.k8s.io/v1/DeviceClass DeviceClass 1.34..
 resource.k8s.io/v1/ResourceClaim ResourceV1ResourceClaim 1.34..
 resource.k8s.io/v1/ResourceClaimTemplate ResourceClaimTemplate 1.34..
 resource.k8s.io/v1/ResourceSlice ResourceSlice 1.34..
 resource.k8s.io/v1alpha2/PodSchedulingContext any ..1.30
 resource.k8s.io/v1alpha2/ResourceClaim any ..1.30
 resource.k8s.io/v1alpha2/ResourceClaimParameters any 1.30..1.30
 resource.k8s.io/v1alpha2/ResourceClaimTemplate any ..1.30
 resource.k8s.io/v1alpha2/ResourceClass any ..1.30
 resource.k8s.io/v1alpha2/ResourceClassParameters any 1.30..1.30
 resource.k8s.io/v1alpha2/ResourceSlice any 1.30..1.30
 resource.k8s.io/v1alpha3/DeviceClass any 1.31..1.33
 resource.k8s.io/v1alpha3/DeviceTaintRule any 1.33..
 resource.k8s.io/v1alpha3/PodSchedulingContext any 1.31..1.31
 resource.k8s.io/v1alpha3/ResourceClaim any 1.31..1.33
 resource.k8s.io/v1alpha3/ResourceClaimTemplate any 1.31..1.33
 resource.k8s.io/v1alpha3/ResourcePoolStatusRequest any 1.36..
 resource.k8s.io/v1alpha3/ResourceSlice any 1.31..1.33
 resource.k8s.io/v1beta1/DeviceClass any 1.32..
 resource.k8s.io/v1beta1/ResourceClaim any 1.32..
 resource.k8s.io/v1beta1/ResourceClaimTemplate any 1.32..
 resource.k8s.io/v1beta1/ResourceSlice any 1.32..
 resource.k8s.io/v1beta2/DeviceClass any 1.33..
 resource.k8s.io/v1beta2/DeviceTaintRule any 1.36..
 resource.k8s.io/v1beta2/ResourceClaim any 1.33..
 resource.k8s.io/v1beta2/ResourceClaimTemplate any 1.33..
 resource.k8s.io/v1beta2/ResourceSlice any 1.33..
 scheduling.k8s.io/v1/PriorityClass PriorityClass
 scheduling.k8s.io/v1alpha1/Workload any 1.35..1.35
 scheduling.k8s.io/v1alpha2/PodGroup any 1.36..
 scheduling.k8s.io/v1alpha2/Workload any 1.36..
 storage.k8s.io/v1/CSIDriver CSIDriver
 storage.k8s.io/v1/CSINode CSINode
 storage.k8s.io/v1/CSIStorageCapacity CSIStorageCapacity
 storage.k8s.io/v1/StorageClass StorageClass
 storage.k8s.io/v1/VolumeAttachment VolumeAttachment
 storage.k8s.io/v1/VolumeAttributesClass VolumeAttributesClass 1.34..
 storage.k8s.io/v1alpha1/VolumeAttributesClass any 1.29..1.34
 storage.k8s.io/v1beta1/VolumeAttributesClass any 1.31..
 storagemigration.k8s.io/v1alpha1/StorageVersionMigration any 1.30..1.34
 storagemigration.k8s.io/v1beta1/StorageVersionMigration any 1.35..
 v1/Binding any
 v1/ConfigMap ConfigMap
 v1/Endpoints Endpoints
 v1/Event any
 v1/LimitRange LimitRange
 v1/Namespace Namespace
 v1/Node Node
 v1/PersistentVolume PersistentVolume
 v1/PersistentVolumeClaim PersistentVolumeClaim
 v1/Pod Pod
 v1/PodTemplate PodTemplate
 v1/ReplicationController ReplicationController
 v1/ResourceQuota ResourceQuota
 v1/Secret Secret
 v1/Service Service
 v1/ServiceAccount ServiceAccount

APIService
 apiVersion string
 kind string
 metadata ObjectMeta
 spec APIServiceSpec
 status any

APIServiceSpec
 caBundle string
 group string
 groupPriorityMinimum! integer
 insecureSkipTLSVerify boolean
 service ApiregistrationV1ServiceReference
 version string
 versionPriority! integer

AWSElasticBlockStoreVolumeSource
 fsType string
 partition integer
 readOnly boolean
 volumeID! string

Affinity
 nodeAffinity NodeAffinity
 podAffinity PodAffinity
 podAntiAffinity PodAntiAffinity

AggregationRule
 clusterRoleSelectors []LabelSelector

ApiextensionsV1ServiceReference
 name! string
 namespace! string
 path string
 port integer

ApiextensionsV1WebhookClientConfig
 caBundle string
 service ApiextensionsV1ServiceReference
 url string

ApiregistrationV1ServiceReference
 name string
 namespace string
 port integer

AppArmorProfile
 localhostProfile string 1.30..
 type! "Localhost"|"RuntimeDefault"|"Unconfined" 1.30..

ApplyConfiguration
 expression string 1.36..

AuditAnnotation
 key! string 1.30..
 valueExpression! string 1.30..

AutoscalingV1CrossVersionObjectReference
 apiVersion string
 kind! string
 name! string

AutoscalingV1HorizontalPodAutoscaler
 apiVersion string
 kind string
 metadata ObjectMeta
 spec AutoscalingV1HorizontalPodAutoscalerSpec ..1.35
 spec! AutoscalingV1HorizontalPodAutoscalerSpec 1.36..
 status any

AutoscalingV1HorizontalPodAutoscalerSpec
 maxReplicas! integer
 minReplicas integer
 scaleTargetRef! AutoscalingV1CrossVersionObjectReference
 targetCPUUtilizationPercentage integer

AzureDiskVolumeSource
 cachingMode "None"|"ReadOnly"|"ReadWrite"
 diskName! string
 diskURI! string
 fsType string
 kind "Dedicated"|"Managed"|"Shared"
 readOnly boolean

AzureFilePersistentVolumeSource
 readOnly boolean
 secretName! string
 secretNamespace string
 shareName! string

AzureFileVolumeSource
 readOnly boolean
 secretName! string
 shareName! string

CELDeviceSelector
 expression! string 1.34..

CSIDriver
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! CSIDriverSpec

CSIDriverSpec
 attachRequired boolean
 fsGroupPolicy string
 nodeAllocatableUpdatePeriodSeconds integer 1.33..
 podInfoOnMount boolean
 preventPodSchedulingIfMissing boolean 1.36..
 requiresRepublish boolean
 seLinuxMount boolean
 serviceAccountTokenInSecrets boolean 1.35..
 storageCapacity boolean
 tokenRequests []StorageV1TokenRequest
 volumeLifecycleModes []string

CSINode
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! CSINodeSpec

CSINodeDriver
 allocatable VolumeNodeResources
 name! string
 nodeID! string
 topologyKeys []string

CSINodeSpec
 drivers! []CSINodeDriver

CSIPersistentVolumeSource
 controllerExpandSecretRef SecretReference
 controllerPublishSecretRef SecretReference
 driver! string
 fsType string
 nodeExpandSecretRef SecretReference
 nodePublishSecretRef SecretReference
 nodeStageSecretRef SecretReference
 readOnly boolean
 volumeAttributes {}string
 volumeHandle! string

CSIStorageCapacity
 apiVersion string
 capacity quantity
 kind string
 maximumVolumeSize quantity
 metadata ObjectMeta
 nodeTopology LabelSelector
 storageClassName! string

CSIVolumeSource
 driver! string
 fsType string
 nodePublishSecretRef LocalObjectReference
 readOnly boolean
 volumeAttributes {}string

Capabilities
 add []string
 drop []string

CapacityRequestPolicy
 default quantity 1.34..
 validRange CapacityRequestPolicyRange 1.34..
 validValues []quantity 1.34..

CapacityRequestPolicyRange
 max quantity 1.34..
 min! quantity 1.34..
 step quantity 1.34..

CapacityRequirements
 requests {}quantity 1.34..

CephFSPersistentVolumeSource
 monitors! []string
 path string
 readOnly boolean
 secretFile string
 secretRef SecretReference
 user string

CephFSVolumeSource
 monitors! []string
 path string
 readOnly boolean
 secretFile string
 secretRef LocalObjectReference
 user string

CertificateSigningRequest
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! CertificateSigningRequestSpec
 status any

CertificateSigningRequestSpec
 expirationSeconds integer
 extra {}[]string
 groups []string
 request! string
 signerName! string
 uid string
 usages []"any"|"cert sign"|"client auth"|"code signing"|"content commitment"|"crl sign"|"data encipherment"|"decipher only"|"digital signature"|"email protection"|"encipher only"|"ipsec end system"|"ipsec tunnel"|"ipsec user"|"key agreement"|"key encipherment"|"microsoft sgc"|"netscape sgc"|"ocsp signing"|"s/mime"|"server auth"|"signing"|"timestamping" 1.30..
 usages []string ..1.29
 username string

CinderPersistentVolumeSource
 fsType string
 readOnly boolean
 secretRef SecretReference
 volumeID! string

CinderVolumeSource
 fsType string
 readOnly boolean
 secretRef LocalObjectReference
 volumeID! string

ClaimSource
 resourceClaimName string ..1.30
 resourceClaimTemplateName string ..1.30

ClientIPConfig
 timeoutSeconds integer

ClusterRole
 aggregationRule AggregationRule
 apiVersion string
 kind string
 metadata ObjectMeta
 rules []PolicyRule

ClusterRoleBinding
 apiVersion string
 kind string
 metadata ObjectMeta
 roleRef! RoleRef
 subjects []RbacV1Subject 1.29..
 subjects []Subject ..1.28

ClusterTrustBundleProjection
 labelSelector LabelSelector 1.29..
 name string 1.29..
 optional boolean 1.29..
 path! string 1.29..
 signerName string 1.29..

ConfigMap
 apiVersion string
 binaryData {}string
 data {}string
 immutable boolean
 kind string
 metadata ObjectMeta

ConfigMapEnvSource
 name string
 optional boolean

ConfigMapKeySelector
 key! string
 name string
 optional boolean

ConfigMapNodeConfigSource
 kubeletConfigKey! string
 name! string
 namespace! string
 resourceVersion string
 uid string

ConfigMapProjection
 items []KeyToPath
 name string
 optional boolean

ConfigMapVolumeSource
 defaultMode integer
 items []KeyToPath
 name string
 optional boolean

Container
 args []string
 command []string
 env []EnvVar
 envFrom []EnvFromSource
 image string
 imagePullPolicy "Always"|"IfNotPresent"|"Never"
 lifecycle Lifecycle
 livenessProbe Probe
 name! string
 ports []ContainerPort
 readinessProbe Probe
 resizePolicy []ContainerResizePolicy
 resources ResourceRequirements
 restartPolicy string 1.28..
 restartPolicyRules []ContainerRestartRule 1.34..
 securityContext SecurityContext
 startupProbe Probe
 stdin boolean
 stdinOnce boolean
 terminationMessagePath string
 terminationMessagePolicy "FallbackToLogsOnError"|"File"
 tty boolean
 volumeDevices []VolumeDevice
 volumeMounts []VolumeMount
 workingDir string

ContainerPort
 containerPort! integer
 hostIP string
 hostPort integer
 name string
 protocol "SCTP"|"TCP"|"UDP"

ContainerResizePolicy
 resourceName! string
 restartPolicy! string

ContainerResourceMetricSource
 container! string
 name! string
 target! MetricTarget

ContainerRestartRule
 action! string 1.34..
 exitCodes ContainerRestartRuleOnExitCodes 1.34..

ContainerRestartRuleOnExitCodes
 operator! string 1.34..
 values []integer 1.34..

ControllerRevision
 apiVersion string
 data any
 kind string
 metadata ObjectMeta
 revision! integer

Counter
 value! quantity 1.34..

CounterSet
 counters! {}Counter 1.34..
 name! string 1.34..

CronJob
 apiVersion string
 kind string
 metadata ObjectMeta
 spec CronJobSpec ..1.35
 spec! CronJobSpec 1.36..
 status any

CronJobSpec
 concurrencyPolicy "Allow"|"Forbid"|"Replace"
 failedJobsHistoryLimit integer
 jobTemplate! JobTemplateSpec
 schedule! string
 startingDeadlineSeconds integer
 successfulJobsHistoryLimit integer
 suspend boolean
 timeZone string

CrossVersionObjectReference
 apiVersion string
 kind! string
 name! string

CustomResourceColumnDefinition
 description string
 format string
 jsonPath! string
 name! string
 priority integer
 type! string

CustomResourceConversion
 strategy! string
 webhook WebhookConversion

CustomResourceDefinition
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! CustomResourceDefinitionSpec
 status any

CustomResourceDefinitionNames
 categories []string
 kind! string
 listKind string
 plural! string
 shortNames []string
 singular string

CustomResourceDefinitionSpec
 conversion CustomResourceConversion
 group! string
 names! CustomResourceDefinitionNames
 preserveUnknownFields boolean
 scope! string
 versions! []CustomResourceDefinitionVersion

CustomResourceDefinitionVersion
 additionalPrinterColumns []CustomResourceColumnDefinition
 deprecated boolean
 deprecationWarning string
 name! string
 schema CustomResourceValidation
 selectableFields []SelectableField 1.30..
 served! boolean
 storage! boolean
 subresources CustomResourceSubresources

CustomResourceSubresourceScale
 labelSelectorPath string
 specReplicasPath! string
 statusReplicasPath! string

CustomResourceSubresources
 scale CustomResourceSubresourceScale
 status CustomResourceSubresourceStatus

CustomResourceValidation
 openAPIV3Schema JSONSchemaProps

DaemonSet
 apiVersion string
 kind string
 metadata ObjectMeta
 spec DaemonSetSpec
 status any

DaemonSetSpec
 minReadySeconds integer
 revisionHistoryLimit integer
 selector! LabelSelector
 template! PodTemplateSpec
 updateStrategy DaemonSetUpdateStrategy

DaemonSetUpdateStrategy
 rollingUpdate RollingUpdateDaemonSet
 type "OnDelete"|"RollingUpdate"

Deployment
 apiVersion string
 kind string
 metadata ObjectMeta
 spec DeploymentSpec
 status any

DeploymentSpec
 minReadySeconds integer
 paused boolean
 progressDeadlineSeconds integer
 replicas integer
 revisionHistoryLimit integer
 selector! LabelSelector
 strategy DeploymentStrategy
 template! PodTemplateSpec

DeploymentStrategy
 rollingUpdate RollingUpdateDeployment
 type "Recreate"|"RollingUpdate"

Device
 allNodes boolean 1.34..
 allowMultipleAllocations boolean 1.34..
 attributes {}DeviceAttribute 1.34..
 bindingConditions []string 1.34..
 bindingFailureConditions []string 1.34..
 bindsToNode boolean 1.34..
 capacity {}DeviceCapacity 1.34..
 consumesCounters []DeviceCounterConsumption 1.34..
 name! string 1.34..
 nodeAllocatableResourceMappings {}NodeAllocatableResourceMapping 1.36..
 nodeName string 1.34..
 nodeSelector NodeSelector 1.34..
 taints []DeviceTaint 1.34..

DeviceAttribute
 bool boolean 1.34..
 bools []boolean 1.36..
 int integer 1.34..
 ints []integer 1.36..
 string string 1.34..
 strings []string 1.36..
 version string 1.34..
 versions []string 1.36..

DeviceCapacity
 requestPolicy CapacityRequestPolicy 1.34..
 value! quantity 1.34..

DeviceClaim
 config []DeviceClaimConfiguration 1.34..
 constraints []DeviceConstraint 1.34..
 requests []DeviceRequest 1.34..

DeviceClaimConfiguration
 opaque OpaqueDeviceConfiguration 1.34..
 requests []string 1.34..

DeviceClass
 apiVersion string 1.34..
 kind string 1.34..
 metadata ObjectMeta 1.34..
 spec! DeviceClassSpec 1.34..

DeviceClassConfiguration
 opaque OpaqueDeviceConfiguration 1.34..

DeviceClassSpec
 config []DeviceClassConfiguration 1.34..
 extendedResourceName string 1.34..
 selectors []DeviceSelector 1.34..

DeviceConstraint
 distinctAttribute string 1.34..
 matchAttribute string 1.34..
 requests []string 1.34..

DeviceCounterConsumption
 counterSet! string 1.34..
 counters! {}Counter 1.34..

DeviceRequest
 exactly ExactDeviceRequest 1.34..
 firstAvailable []DeviceSubRequest 1.34..
 name! string 1.34..

DeviceSelector
 cel CELDeviceSelector 1.34..

DeviceSubRequest
 allocationMode "All"|"ExactCount" 1.35..
 allocationMode string 1.34..1.34
 capacity CapacityRequirements 1.34..
 count integer 1.34..
 deviceClassName! string 1.34..
 name! string 1.34..
 selectors []DeviceSelector 1.34..
 tolerations []DeviceToleration 1.34..

DeviceTaint
 effect! "NoExecute"|"NoSchedule" 1.34..1.34
 effect! "NoExecute"|"NoSchedule"|"None" 1.35..
 key! string 1.34..
 timeAdded string 1.34..
 value string 1.34..

DeviceToleration
 effect "NoExecute"|"NoSchedule" 1.34..1.34
 effect "NoExecute"|"NoSchedule"|"None" 1.35..
 key string 1.34..
 operator "Equal"|"Exists" 1.34..
 tolerationSeconds integer 1.34..
 value string 1.34..

DiscoveryV1EndpointPort
 appProtocol string
 name string
 port integer
 protocol "SCTP"|"TCP"|"UDP"

DownwardAPIProjection
 items []DownwardAPIVolumeFile

DownwardAPIVolumeFile
 fieldRef ObjectFieldSelector
 mode integer
 path! string
 resourceFieldRef ResourceFieldSelector

DownwardAPIVolumeSource
 defaultMode integer
 items []DownwardAPIVolumeFile

EmptyDirVolumeSource
 medium string
 sizeLimit quantity

Endpoint
 addresses! []string
 conditions EndpointConditions
 deprecatedTopology {}string
 hints EndpointHints
 hostname string
 nodeName string
 targetRef ObjectReference
 zone string

EndpointAddress
 hostname string
 ip! string
 nodeName string
 targetRef ObjectReference

EndpointConditions
 ready boolean
 serving boolean
 terminating boolean

EndpointHints
 forNodes []ForNode 1.33..
 forZones []ForZone

EndpointPort
 appProtocol string
 name string
 port! integer
 protocol "SCTP"|"TCP"|"UDP"

EndpointSlice
 addressType! "FQDN"|"IPv4"|"IPv6"
 apiVersion string
 endpoints []Endpoint
 kind string
 metadata ObjectMeta
 ports []DiscoveryV1EndpointPort

EndpointSubset
 addresses []EndpointAddress
 notReadyAddresses []EndpointAddress
 ports []EndpointPort

Endpoints
 apiVersion string
 kind string
 metadata ObjectMeta
 subsets []EndpointSubset

EnvFromSource
 configMapRef ConfigMapEnvSource
 prefix string
 secretRef SecretEnvSource

EnvVar
 name! string
 value string
 valueFrom EnvVarSource

EnvVarSource
 configMapKeyRef ConfigMapKeySelector
 fieldRef ObjectFieldSelector
 fileKeyRef FileKeySelector 1.34..
 resourceFieldRef ResourceFieldSelector
 secretKeyRef SecretKeySelector

EphemeralContainer
 args []string
 command []string
 env []EnvVar
 envFrom []EnvFromSource
 image string
 imagePullPolicy "Always"|"IfNotPresent"|"Never"
 lifecycle Lifecycle
 livenessProbe Probe
 name! string
 ports []ContainerPort
 readinessProbe Probe
 resizePolicy []ContainerResizePolicy
 resources ResourceRequirements
 restartPolicy string 1.28..
 restartPolicyRules []ContainerRestartRule 1.34..
 securityContext SecurityContext
 startupProbe Probe
 stdin boolean
 stdinOnce boolean
 targetContainerName string
 terminationMessagePath string
 terminationMessagePolicy "FallbackToLogsOnError"|"File"
 tty boolean
 volumeDevices []VolumeDevice
 volumeMounts []VolumeMount
 workingDir string

EphemeralVolumeSource
 volumeClaimTemplate PersistentVolumeClaimTemplate

ExactDeviceRequest
 adminAccess boolean 1.34..
 allocationMode "All"|"ExactCount" 1.35..
 allocationMode string 1.34..1.34
 capacity CapacityRequirements 1.34..
 count integer 1.34..
 deviceClassName! string 1.34..
 selectors []DeviceSelector 1.34..
 tolerations []DeviceToleration 1.34..

ExecAction
 command []string

ExemptPriorityLevelConfiguration
 lendablePercent integer 1.29..
 nominalConcurrencyShares integer 1.29..

ExternalDocumentation
 description string
 url string

ExternalMetricSource
 metric! MetricIdentifier
 target! MetricTarget

FCVolumeSource
 fsType string
 lun integer
 readOnly boolean
 targetWWNs []string
 wwids []string

FileKeySelector
 key! string 1.34..
 optional boolean 1.34..
 path! string 1.34..
 volumeName! string 1.34..

FlexPersistentVolumeSource
 driver! string
 fsType string
 options {}string
 readOnly boolean
 secretRef SecretReference

FlexVolumeSource
 driver! string
 fsType string
 options {}string
 readOnly boolean
 secretRef LocalObjectReference

FlockerVolumeSource
 datasetName string
 datasetUUID string

FlowDistinguisherMethod
 type! string 1.29..

FlowSchema
 apiVersion string 1.29..
 kind string 1.29..
 metadata ObjectMeta 1.29..
 spec FlowSchemaSpec 1.29..
 status any 1.29..

FlowSchemaSpec
 distinguisherMethod FlowDistinguisherMethod 1.29..
 matchingPrecedence integer 1.29..
 priorityLevelConfiguration! PriorityLevelConfigurationReference 1.29..
 rules []PolicyRulesWithSubjects 1.29..

ForNode
 name! string 1.33..

ForZone
 name! string

GCEPersistentDiskVolumeSource
 fsType string
 partition integer
 pdName! string
 readOnly boolean

GRPCAction
 port! integer
 service string

GitRepoVolumeSource
 directory string
 repository! string
 revision string

GlusterfsPersistentVolumeSource
 endpoints! string
 endpointsNamespace string
 path! string
 readOnly boolean

GlusterfsVolumeSource
 endpoints! string
 path! string
 readOnly boolean

GroupSubject
 name! string 1.29..

HPAScalingPolicy
 periodSeconds! integer
 type! string
 value! integer

HPAScalingRules
 policies []HPAScalingPolicy
 selectPolicy string
 stabilizationWindowSeconds integer
 tolerance quantity 1.33..

HTTPGetAction
 host string
 httpHeaders []HTTPHeader
 path string
 port! int-or-string
 scheme "HTTP"|"HTTPS"

HTTPHeader
 name! string
 value! string

HTTPIngressPath
 backend! IngressBackend
 path string
 pathType! "Exact"|"ImplementationSpecific"|"Prefix"

HTTPIngressRuleValue
 paths! []HTTPIngressPath

HorizontalPodAutoscaler
 apiVersion string
 kind string
 metadata ObjectMeta
 spec HorizontalPodAutoscalerSpec ..1.35
 spec! HorizontalPodAutoscalerSpec 1.36..
 status any

HorizontalPodAutoscalerBehavior
 scaleDown HPAScalingRules
 scaleUp HPAScalingRules

HorizontalPodAutoscalerSpec
 behavior HorizontalPodAutoscalerBehavior
 maxReplicas! integer
 metrics []MetricSpec
 minReplicas integer
 scaleTargetRef! CrossVersionObjectReference

HostAlias
 hostnames []string
 ip string ..1.29
 ip! string 1.30..

HostPathVolumeSource
 path! string
 type "BlockDevice"|"CharDevice"|"Directory"|"DirectoryOrCreate"|"File"|"FileOrCreate"|"Socket"

IPAddress
 apiVersion string 1.33..
 kind string 1.33..
 metadata ObjectMeta 1.33..
 spec IPAddressSpec 1.33..1.35
 spec! IPAddressSpec 1.36..

IPAddressSpec
 parentRef! ParentReference 1.33..

IPBlock
 cidr! string
 except []string

ISCSIPersistentVolumeSource
 chapAuthDiscovery boolean
 chapAuthSession boolean
 fsType string
 initiatorName string
 iqn! string
 iscsiInterface string
 lun! integer
 portals []string
 readOnly boolean
 secretRef SecretReference
 targetPortal! string

ISCSIVolumeSource
 chapAuthDiscovery boolean
 chapAuthSession boolean
 fsType string
 initiatorName string
 iqn! string
 iscsiInterface string
 lun! integer
 portals []string
 readOnly boolean
 secretRef LocalObjectReference
 targetPortal! string

ImageVolumeSource
 pullPolicy "Always"|"IfNotPresent"|"Never" 1.31..
 reference string 1.31..

Ingress
 apiVersion string
 kind string
 metadata ObjectMeta
 spec IngressSpec
 status any

IngressBackend
 resource TypedLocalObjectReference
 service IngressServiceBackend

IngressClass
 apiVersion string
 kind string
 metadata ObjectMeta
 spec IngressClassSpec

IngressClassParametersReference
 apiGroup string
 kind! string
 name! string
 namespace string
 scope string

IngressClassSpec
 controller string
 parameters IngressClassParametersReference

IngressRule
 host string
 http HTTPIngressRuleValue

IngressServiceBackend
 name! string
 port ServiceBackendPort

IngressSpec
 defaultBackend IngressBackend
 ingressClassName string
 rules []IngressRule
 tls []IngressTLS

IngressTLS
 hosts []string
 secretName string

JSONPatch
 expression string 1.36..

JSONSchemaProps
 $ref string
 $schema string
 additionalItems any
 additionalProperties any
 allOf []JSONSchemaProps
 anyOf []JSONSchemaProps
 default any
 definitions {}JSONSchemaProps
 dependencies {}any
 description string
 enum []any
 example any
 exclusiveMaximum boolean
 exclusiveMinimum boolean
 externalDocs ExternalDocumentation
 format string
 id string
 items any
 maxItems integer
 maxLength integer
 maxProperties integer
 maximum number
 minItems integer
 minLength integer
 minProperties integer
 minimum number
 multipleOf number
 not JSONSchemaProps
 nullable boolean
 oneOf []JSONSchemaProps
 pattern string
 patternProperties {}JSONSchemaProps
 properties {}JSONSchemaProps
 required []string
 title string
 type string
 uniqueItems boolean
 x-kubernetes-embedded-resource boolean
 x-kubernetes-int-or-string boolean
 x-kubernetes-list-map-keys []string
 x-kubernetes-list-type string
 x-kubernetes-map-type string
 x-kubernetes-preserve-unknown-fields boolean
 x-kubernetes-validations []ValidationRule

Job
 apiVersion string
 kind string
 metadata ObjectMeta
 spec JobSpec
 status any

JobSpec
 activeDeadlineSeconds integer
 backoffLimit integer
 backoffLimitPerIndex integer 1.28..
 completionMode "Indexed"|"NonIndexed"
 completions integer
 managedBy string 1.30..
 manualSelector boolean
 maxFailedIndexes integer 1.28..
 parallelism integer
 podFailurePolicy PodFailurePolicy
 podReplacementPolicy "Failed"|"TerminatingOrFailed" 1.28..
 selector LabelSelector
 successPolicy SuccessPolicy 1.30..
 suspend boolean
 template! PodTemplateSpec
 ttlSecondsAfterFinished integer

JobTemplateSpec
 metadata ObjectMeta
 spec JobSpec

KeyToPath
 key! string
 mode integer
 path! string

LabelSelector
 matchExpressions []LabelSelectorRequirement
 matchLabels {}string

LabelSelectorRequirement
 key! string
 operator! string
 values []string

Lease
 apiVersion string
 kind string
 metadata ObjectMeta
 spec LeaseSpec

LeaseSpec
 acquireTime string
 holderIdentity string
 leaseDurationSeconds integer
 leaseTransitions integer
 preferredHolder string 1.31..
 renewTime string
 strategy string 1.31..

Lifecycle
 postStart LifecycleHandler
 preStop LifecycleHandler
 stopSignal "SIGABRT"|"SIGALRM"|"SIGBUS"|"SIGCHLD"|"SIGCLD"|"SIGCONT"|"SIGFPE"|"SIGHUP"|"SIGILL"|"SIGINT"|"SIGIO"|"SIGIOT"|"SIGKILL"|"SIGPIPE"|"SIGPOLL"|"SIGPROF"|"SIGPWR"|"SIGQUIT"|"SIGRTMAX"|"SIGRTMAX-1"|"SIGRTMAX-10"|"SIGRTMAX-11"|"SIGRTMAX-12"|"SIGRTMAX-13"|"SIGRTMAX-14"|"SIGRTMAX-2"|"SIGRTMAX-3"|"SIGRTMAX-4"|"SIGRTMAX-5"|"SIGRTMAX-6"|"SIGRTMAX-7"|"SIGRTMAX-8"|"SIGRTMAX-9"|"SIGRTMIN"|"SIGRTMIN+1"|"SIGRTMIN+10"|"SIGRTMIN+11"|"SIGRTMIN+12"|"SIGRTMIN+13"|"SIGRTMIN+14"|"SIGRTMIN+15"|"SIGRTMIN+2"|"SIGRTMIN+3"|"SIGRTMIN+4"|"SIGRTMIN+5"|"SIGRTMIN+6"|"SIGRTMIN+7"|"SIGRTMIN+8"|"SIGRTMIN+9"|"SIGSEGV"|"SIGSTKFLT"|"SIGSTOP"|"SIGSYS"|"SIGTERM"|"SIGTRAP"|"SIGTSTP"|"SIGTTIN"|"SIGTTOU"|"SIGURG"|"SIGUSR1"|"SIGUSR2"|"SIGVTALRM"|"SIGWINCH"|"SIGXCPU"|"SIGXFSZ" 1.33..

LifecycleHandler
 exec ExecAction
 httpGet HTTPGetAction
 sleep SleepAction 1.29..
 tcpSocket TCPSocketAction

LimitRange
 apiVersion string
 kind string
 metadata ObjectMeta
 spec LimitRangeSpec

LimitRangeItem
 default {}quantity
 defaultRequest {}quantity
 max {}quantity
 maxLimitRequestRatio {}quantity
 min {}quantity
 type! string

LimitRangeSpec
 limits! []LimitRangeItem

LimitResponse
 queuing QueuingConfiguration 1.29..
 type! string 1.29..

LimitedPriorityLevelConfiguration
 borrowingLimitPercent integer 1.29..
 lendablePercent integer 1.29..
 limitResponse LimitResponse 1.29..
 nominalConcurrencyShares integer 1.29..

LocalObjectReference
 name string

LocalVolumeSource
 fsType string
 path! string

ManagedFieldsEntry
 apiVersion string
 fieldsType string
 fieldsV1 any
 manager string
 operation string
 subresource string
 time string

MatchCondition
 expression! string
 name! string

MatchResources
 excludeResourceRules []NamedRuleWithOperations 1.30..
 matchPolicy "Equivalent"|"Exact" 1.30..
 namespaceSelector LabelSelector 1.30..
 objectSelector LabelSelector 1.30..
 resourceRules []NamedRuleWithOperations 1.30..

MetricIdentifier
 name! string
 selector LabelSelector

MetricSpec
 containerResource ContainerResourceMetricSource
 external ExternalMetricSource
 object ObjectMetricSource
 pods PodsMetricSource
 resource ResourceMetricSource
 type! string

MetricTarget
 averageUtilization integer
 averageValue quantity
 type! string
 value quantity

MutatingAdmissionPolicy
 apiVersion string 1.36..
 kind string 1.36..
 metadata ObjectMeta 1.36..
 spec MutatingAdmissionPolicySpec 1.36..

MutatingAdmissionPolicyBinding
 apiVersion string 1.36..
 kind string 1.36..
 metadata ObjectMeta 1.36..
 spec MutatingAdmissionPolicyBindingSpec 1.36..

MutatingAdmissionPolicyBindingSpec
 matchResources MatchResources 1.36..
 paramRef ParamRef 1.36..
 policyName string 1.36..

MutatingAdmissionPolicySpec
 failurePolicy "Fail"|"Ignore" 1.36..
 matchConditions []MatchCondition 1.36..
 matchConstraints MatchResources 1.36..
 mutations []Mutation 1.36..
 paramKind ParamKind 1.36..
 reinvocationPolicy "IfNeeded"|"Never" 1.36..
 variables []Variable 1.36..

MutatingWebhook
 admissionReviewVersions! []string
 clientConfig! WebhookClientConfig
 failurePolicy "Fail"|"Ignore"
 matchConditions []MatchCondition
 matchPolicy "Equivalent"|"Exact"
 name! string
 namespaceSelector LabelSelector
 objectSelector LabelSelector
 reinvocationPolicy "IfNeeded"|"Never" ..
 reinvocationPolicy string 1.34..1.34
 rules []RuleWithOperations
 sideEffects! "None"|"NoneOnDryRun"|"Some"|"Unknown"
 timeoutSeconds integer

MutatingWebhookConfiguration
 apiVersion string
 kind string
 metadata ObjectMeta
 webhooks []MutatingWebhook

Mutation
 applyConfiguration ApplyConfiguration 1.36..
 jsonPatch JSONPatch 1.36..
 patchType! "ApplyConfiguration"|"JSONPatch" 1.36..

NFSVolumeSource
 path! string
 readOnly boolean
 server! string

NamedRuleWithOperations
 apiGroups []string 1.30..
 apiVersions []string 1.30..
 operations []"*"|"CONNECT"|"CREATE"|"DELETE"|"UPDATE" 1.30..
 resourceNames []string 1.30..
 resources []string 1.30..
 scope "*"|"Cluster"|"Namespaced" 1.35..
 scope string 1.30..1.34

Namespace
 apiVersion string
 kind string
 metadata ObjectMeta
 spec NamespaceSpec
 status any

NamespaceSpec
 finalizers []string

NetworkPolicy
 apiVersion string
 kind string
 metadata ObjectMeta
 spec NetworkPolicySpec
 status any ..1.27

NetworkPolicyEgressRule
 ports []NetworkPolicyPort
 to []NetworkPolicyPeer

NetworkPolicyIngressRule
 from []NetworkPolicyPeer
 ports []NetworkPolicyPort

NetworkPolicyPeer
 ipBlock IPBlock
 namespaceSelector LabelSelector
 podSelector LabelSelector

NetworkPolicyPort
 endPort integer
 port int-or-string
 protocol "SCTP"|"TCP"|"UDP"

NetworkPolicySpec
 egress []NetworkPolicyEgressRule
 ingress []NetworkPolicyIngressRule
 podSelector LabelSelector
 policyTypes []"Egress"|"Ingress" 1.30..
 policyTypes []string ..1.29

Node
 apiVersion string
 kind string
 metadata ObjectMeta
 spec NodeSpec
 status any

NodeAffinity
 preferredDuringSchedulingIgnoredDuringExecution []PreferredSchedulingTerm
 requiredDuringSchedulingIgnoredDuringExecution NodeSelector

NodeAllocatableResourceMapping
 allocationMultiplier quantity 1.36..
 capacityKey string 1.36..

NodeConfigSource
 configMap ConfigMapNodeConfigSource

NodeSelector
 nodeSelectorTerms! []NodeSelectorTerm

NodeSelectorRequirement
 key! string
 operator! "DoesNotExist"|"Exists"|"Gt"|"In"|"Lt"|"NotIn"
 values []string

NodeSelectorTerm
 matchExpressions []NodeSelectorRequirement
 matchFields []NodeSelectorRequirement

NodeSpec
 configSource NodeConfigSource
 externalID string
 podCIDR string
 podCIDRs []string
 providerID string
 taints []Taint
 unschedulable boolean

NonResourcePolicyRule
 nonResourceURLs! []string 1.29..
 verbs! []string 1.29..

ObjectFieldSelector
 apiVersion string
 fieldPath! string

ObjectMeta
 annotations {}string
 creationTimestamp string
 deletionGracePeriodSeconds integer
 deletionTimestamp string
 finalizers []string
 generateName string
 generation integer
 labels {}string
 managedFields []ManagedFieldsEntry
 name string
 namespace string
 ownerReferences []OwnerReference
 resourceVersion string
 selfLink string
 uid string

ObjectMetricSource
 describedObject! CrossVersionObjectReference
 metric! MetricIdentifier
 target! MetricTarget

ObjectReference
 apiVersion string
 fieldPath string
 kind string
 name string
 namespace string
 resourceVersion string
 uid string

OpaqueDeviceConfiguration
 driver! string 1.34..
 parameters! any 1.34..

Overhead
 podFixed {}quantity

OwnerReference
 apiVersion! string
 blockOwnerDeletion boolean
 controller boolean
 kind! string
 name! string
 uid! string

ParamKind
 apiVersion string 1.30..
 kind string 1.30..

ParamRef
 name string 1.30..
 namespace string 1.30..
 parameterNotFoundAction string 1.30..
 selector LabelSelector 1.30..

ParentReference
 group string 1.33..
 name! string 1.33..
 namespace string 1.33..
 resource! string 1.33..

PersistentVolume
 apiVersion string
 kind string
 metadata ObjectMeta
 spec PersistentVolumeSpec
 status any

PersistentVolumeClaim
 apiVersion string
 kind string
 metadata ObjectMeta
 spec PersistentVolumeClaimSpec
 status any

PersistentVolumeClaimSpec
 accessModes []"ReadOnlyMany"|"ReadWriteMany"|"ReadWriteOnce"|"ReadWriteOncePod" 1.30..
 accessModes []string ..1.29
 dataSource TypedLocalObjectReference
 dataSourceRef TypedObjectReference
 resources ResourceRequirements ..1.28
 resources VolumeResourceRequirements 1.29..
 selector LabelSelector
 storageClassName string
 volumeAttributesClassName string 1.29..
 volumeMode "Block"|"Filesystem"
 volumeName string

PersistentVolumeClaimTemplate
 metadata ObjectMeta
 spec! PersistentVolumeClaimSpec

PersistentVolumeClaimVolumeSource
 claimName! string
 readOnly boolean

PersistentVolumeSpec
 accessModes []"ReadOnlyMany"|"ReadWriteMany"|"ReadWriteOnce"|"ReadWriteOncePod" 1.30..
 accessModes []string ..1.29
 awsElasticBlockStore AWSElasticBlockStoreVolumeSource
 azureDisk AzureDiskVolumeSource
 azureFile AzureFilePersistentVolumeSource
 capacity {}quantity
 cephfs CephFSPersistentVolumeSource
 cinder CinderPersistentVolumeSource
 claimRef ObjectReference
 csi CSIPersistentVolumeSource
 fc FCVolumeSource
 flexVolume FlexPersistentVolumeSource
 flocker FlockerVolumeSource
 gcePersistentDisk GCEPersistentDiskVolumeSource
 glusterfs GlusterfsPersistentVolumeSource
 hostPath HostPathVolumeSource
 iscsi ISCSIPersistentVolumeSource
 local LocalVolumeSource
 mountOptions []string
 nfs NFSVolumeSource
 nodeAffinity VolumeNodeAffinity
 persistentVolumeReclaimPolicy "Delete"|"Recycle"|"Retain"
 photonPersistentDisk PhotonPersistentDiskVolumeSource
 portworxVolume PortworxVolumeSource
 quobyte QuobyteVolumeSource
 rbd RBDPersistentVolumeSource
 scaleIO ScaleIOPersistentVolumeSource
 storageClassName string
 storageos StorageOSPersistentVolumeSource
 volumeAttributesClassName string 1.29..
 volumeMode "Block"|"Filesystem"
 vsphereVolume VsphereVirtualDiskVolumeSource

PhotonPersistentDiskVolumeSource
 fsType string
 pdID! string

Pod
 apiVersion string
 kind string
 metadata ObjectMeta
 spec PodSpec
 status any

PodAffinity
 preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm
 requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm

PodAffinityTerm
 labelSelector LabelSelector
 matchLabelKeys []string 1.29..
 mismatchLabelKeys []string 1.29..
 namespaceSelector LabelSelector
 namespaces []string
 topologyKey! string

PodAntiAffinity
 preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm
 requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm

PodCertificateProjection
 certificateChainPath string 1.34..
 credentialBundlePath string 1.34..
 keyPath string 1.34..
 keyType! string 1.34..
 maxExpirationSeconds integer 1.34..
 signerName! string 1.34..
 userAnnotations {}string 1.35..

PodDNSConfig
 nameservers []string
 options []PodDNSConfigOption
 searches []string

PodDNSConfigOption
 name string
 value string

PodDisruptionBudget
 apiVersion string
 kind string
 metadata ObjectMeta
 spec PodDisruptionBudgetSpec
 status any

PodDisruptionBudgetSpec
 maxUnavailable int-or-string
 minAvailable int-or-string
 selector LabelSelector
 unhealthyPodEvictionPolicy "AlwaysAllow"|"IfHealthyBudget"

PodFailurePolicy
 rules! []PodFailurePolicyRule

PodFailurePolicyOnExitCodesRequirement
 containerName string
 operator! "In"|"NotIn"
 values! []integer

PodFailurePolicyOnPodConditionsPattern
 status string
 type! string

PodFailurePolicyRule
 action! "Count"|"FailIndex"|"FailJob"|"Ignore" 1.28..
 action! "Count"|"FailJob"|"Ignore" ..1.27
 onExitCodes PodFailurePolicyOnExitCodesRequirement
 onPodConditions []PodFailurePolicyOnPodConditionsPattern

PodOS
 name! string

PodReadinessGate
 conditionType! string

PodResourceClaim
 name! string
 resourceClaimName string 1.31..
 resourceClaimTemplateName string 1.31..
 source ClaimSource ..1.30

PodSchedulingGate
 name! string

PodSchedulingGroup
 podGroupName string 1.36..

PodSecurityContext
 appArmorProfile AppArmorProfile 1.30..
 fsGroup integer
 fsGroupChangePolicy "Always"|"OnRootMismatch"
 runAsGroup integer
 runAsNonRoot boolean
 runAsUser integer
 seLinuxChangePolicy string 1.32..
 seLinuxOptions SELinuxOptions
 seccompProfile SeccompProfile
 supplementalGroups []integer
 supplementalGroupsPolicy "Merge"|"Strict" 1.31..
 sysctls []Sysctl
 windowsOptions WindowsSecurityContextOptions

PodSpec
 activeDeadlineSeconds integer
 affinity Affinity
 automountServiceAccountToken boolean
 containers! []Container
 dnsConfig PodDNSConfig
 dnsPolicy "ClusterFirst"|"ClusterFirstWithHostNet"|"Default"|"None"
 enableServiceLinks boolean
 ephemeralContainers []EphemeralContainer
 hostAliases []HostAlias
 hostIPC boolean
 hostNetwork boolean
 hostPID boolean
 hostUsers boolean
 hostname string
 hostnameOverride string 1.34..
 imagePullSecrets []LocalObjectReference
 initContainers []Container
 nodeName string
 nodeSelector {}string
 os PodOS
 overhead {}quantity
 preemptionPolicy "Never"|"PreemptLowerPriority"
 priority integer
 priorityClassName string
 readinessGates []PodReadinessGate
 resourceClaims []PodResourceClaim
 resources ResourceRequirements 1.32..
 restartPolicy "Always"|"Never"|"OnFailure"
 runtimeClassName string
 schedulerName string
 schedulingGates []PodSchedulingGate
 schedulingGroup PodSchedulingGroup 1.36..
 securityContext PodSecurityContext
 serviceAccount string
 serviceAccountName string
 setHostnameAsFQDN boolean
 shareProcessNamespace boolean
 subdomain string
 terminationGracePeriodSeconds integer
 tolerations []Toleration
 topologySpreadConstraints []TopologySpreadConstraint
 volumes []Volume
 workloadRef WorkloadReference 1.35..1.35

PodTemplate
 apiVersion string
 kind string
 metadata ObjectMeta
 template PodTemplateSpec

PodTemplateSpec
 metadata ObjectMeta
 spec PodSpec

PodsMetricSource
 metric! MetricIdentifier
 target! MetricTarget

PolicyRule
 apiGroups []string
 nonResourceURLs []string
 resourceNames []string
 resources []string
 verbs! []string

PolicyRulesWithSubjects
 nonResourceRules []NonResourcePolicyRule 1.29..
 resourceRules []ResourcePolicyRule 1.29..
 subjects! []Subject 1.29..

PortworxVolumeSource
 fsType string
 readOnly boolean
 volumeID! string

PreferredSchedulingTerm
 preference! NodeSelectorTerm
 weight! integer

PriorityClass
 apiVersion string
 description string
 globalDefault boolean
 kind string
 metadata ObjectMeta
 preemptionPolicy "Never"|"PreemptLowerPriority"
 value integer

PriorityLevelConfiguration
 apiVersion string 1.29..
 kind string 1.29..
 metadata ObjectMeta 1.29..
 spec PriorityLevelConfigurationSpec 1.29..
 status any 1.29..

PriorityLevelConfigurationReference
 name! string 1.29..

PriorityLevelConfigurationSpec
 exempt ExemptPriorityLevelConfiguration 1.29..
 limited LimitedPriorityLevelConfiguration 1.29..
 type! string 1.29..

Probe
 exec ExecAction
 failureThreshold integer
 grpc GRPCAction
 httpGet HTTPGetAction
 initialDelaySeconds integer
 periodSeconds integer
 successThreshold integer
 tcpSocket TCPSocketAction
 terminationGracePeriodSeconds integer
 timeoutSeconds integer

ProjectedVolumeSource
 defaultMode integer
 sources []VolumeProjection

QueuingConfiguration
 handSize integer 1.29..
 queueLengthLimit integer 1.29..
 queues integer 1.29..

QuobyteVolumeSource
 group string
 readOnly boolean
 registry! string
 tenant string
 user string
 volume! string

RBDPersistentVolumeSource
 fsType string
 image! string
 keyring string
 monitors! []string
 pool string
 readOnly boolean
 secretRef SecretReference
 user string

RBDVolumeSource
 fsType string
 image! string
 keyring string
 monitors! []string
 pool string
 readOnly boolean
 secretRef LocalObjectReference
 user string

RbacV1Subject
 apiGroup string 1.29..
 kind! string 1.29..
 name! string 1.29..
 namespace string 1.29..

ReplicaSet
 apiVersion string
 kind string
 metadata ObjectMeta
 spec ReplicaSetSpec
 status any

ReplicaSetSpec
 minReadySeconds integer
 replicas integer
 selector! LabelSelector
 template PodTemplateSpec

ReplicationController
 apiVersion string
 kind string
 metadata ObjectMeta
 spec ReplicationControllerSpec
 status any

ReplicationControllerSpec
 minReadySeconds integer
 replicas integer
 selector {}string
 template PodTemplateSpec

ResourceClaim
 name! string
 request string 1.31..

ResourceClaimSpec
 devices DeviceClaim 1.34..

ResourceClaimTemplate
 apiVersion string 1.34..
 kind string 1.34..
 metadata ObjectMeta 1.34..
 spec! ResourceClaimTemplateSpec 1.34..

ResourceClaimTemplateSpec
 metadata ObjectMeta 1.34..
 spec! ResourceClaimSpec 1.34..

ResourceFieldSelector
 containerName string
 divisor quantity
 resource! string

ResourceMetricSource
 name! string
 target! MetricTarget

ResourcePolicyRule
 apiGroups! []string 1.29..
 clusterScope boolean 1.29..
 namespaces []string 1.29..
 resources! []string 1.29..
 verbs! []string 1.29..

ResourcePool
 generation! integer 1.34..
 name! string 1.34..
 resourceSliceCount! integer 1.34..

ResourceQuota
 apiVersion string
 kind string
 metadata ObjectMeta
 spec ResourceQuotaSpec
 status any

ResourceQuotaSpec
 hard {}quantity
 scopeSelector ScopeSelector
 scopes []"BestEffort"|"CrossNamespacePodAffinity"|"NotBestEffort"|"NotTerminating"|"PriorityClass"|"Terminating" 1.30..1.32
 scopes []"BestEffort"|"CrossNamespacePodAffinity"|"NotBestEffort"|"NotTerminating"|"PriorityClass"|"Terminating"|"VolumeAttributesClass" 1.33..
 scopes []string ..1.29

ResourceRequirements
 claims []ResourceClaim
 limits {}quantity
 requests {}quantity

ResourceSlice
 apiVersion string 1.34..
 kind string 1.34..
 metadata ObjectMeta 1.34..
 spec! ResourceSliceSpec 1.34..

ResourceSliceSpec
 allNodes boolean 1.34..
 devices []Device 1.34..
 driver! string 1.34..
 nodeName string 1.34..
 nodeSelector NodeSelector 1.34..
 perDeviceNodeSelection boolean 1.34..
 pool! ResourcePool 1.34..
 sharedCounters []CounterSet 1.34..

ResourceV1ResourceClaim
 apiVersion string 1.34..
 kind string 1.34..
 metadata ObjectMeta 1.34..
 spec! ResourceClaimSpec 1.34..
 status any 1.34..

Role
 apiVersion string
 kind string
 metadata ObjectMeta
 rules []PolicyRule

RoleBinding
 apiVersion string
 kind string
 metadata ObjectMeta
 roleRef! RoleRef
 subjects []RbacV1Subject 1.29..
 subjects []Subject ..1.28

RoleRef
 apiGroup string
 kind! string
 name! string

RollingUpdateDaemonSet
 maxSurge int-or-string
 maxUnavailable int-or-string

RollingUpdateDeployment
 maxSurge int-or-string
 maxUnavailable int-or-string

RollingUpdateStatefulSetStrategy
 maxUnavailable int-or-string
 partition integer

RuleWithOperations
 apiGroups []string
 apiVersions []string
 operations []"*"|"CONNECT"|"CREATE"|"DELETE"|"UPDATE" 1.30..
 operations []string ..1.29
 resources []string
 scope "*"|"Cluster"|"Namespaced" 1.35..
 scope string ..1.34

RuntimeClass
 apiVersion string
 handler! string
 kind string
 metadata ObjectMeta
 overhead Overhead
 scheduling Scheduling

SELinuxOptions
 level string
 role string
 type string
 user string

ScaleIOPersistentVolumeSource
 fsType string
 gateway! string
 protectionDomain string
 readOnly boolean
 secretRef! SecretReference
 sslEnabled boolean
 storageMode string
 storagePool string
 system! string
 volumeName string

ScaleIOVolumeSource
 fsType string
 gateway! string
 protectionDomain string
 readOnly boolean
 secretRef! LocalObjectReference
 sslEnabled boolean
 storageMode string
 storagePool string
 system! string
 volumeName string

Scheduling
 nodeSelector {}string
 tolerations []Toleration

ScopeSelector
 matchExpressions []ScopedResourceSelectorRequirement

ScopedResourceSelectorRequirement
 operator! "DoesNotExist"|"Exists"|"In"|"NotIn"
 scopeName! "BestEffort"|"CrossNamespacePodAffinity"|"NotBestEffort"|"NotTerminating"|"PriorityClass"|"Terminating" ..1.32
 scopeName! "BestEffort"|"CrossNamespacePodAffinity"|"NotBestEffort"|"NotTerminating"|"PriorityClass"|"Terminating"|"VolumeAttributesClass" 1.33..
 values []string

SeccompProfile
 localhostProfile string
 type! "Localhost"|"RuntimeDefault"|"Unconfined"

Secret
 apiVersion string
 data {}string
 immutable boolean
 kind string
 metadata ObjectMeta
 stringData {}string
 type string

SecretEnvSource
 name string
 optional boolean

SecretKeySelector
 key! string
 name string
 optional boolean

SecretProjection
 items []KeyToPath
 name string
 optional boolean

SecretReference
 name string
 namespace string

SecretVolumeSource
 defaultMode integer
 items []KeyToPath
 optional boolean
 secretName string

SecurityContext
 allowPrivilegeEscalation boolean
 appArmorProfile AppArmorProfile 1.30..
 capabilities Capabilities
 privileged boolean
 procMount "Default"|"Unmasked"
 readOnlyRootFilesystem boolean
 runAsGroup integer
 runAsNonRoot boolean
 runAsUser integer
 seLinuxOptions SELinuxOptions
 seccompProfile SeccompProfile
 windowsOptions WindowsSecurityContextOptions

SelectableField
 jsonPath! string 1.30..

Service
 apiVersion string
 kind string
 metadata ObjectMeta
 spec ServiceSpec
 status any

ServiceAccount
 apiVersion string
 automountServiceAccountToken boolean
 imagePullSecrets []LocalObjectReference
 kind string
 metadata ObjectMeta
 secrets []ObjectReference

ServiceAccountSubject
 name! string 1.29..
 namespace! string 1.29..

ServiceAccountTokenProjection
 audience string
 expirationSeconds integer
 path! string

ServiceBackendPort
 name string
 number integer

ServiceCIDR
 apiVersion string 1.33..
 kind string 1.33..
 metadata ObjectMeta 1.33..
 spec ServiceCIDRSpec 1.33..
 status any 1.33..

ServiceCIDRSpec
 cidrs []string 1.33..

ServicePort
 appProtocol string
 name string
 nodePort integer
 port! integer
 protocol "SCTP"|"TCP"|"UDP"
 targetPort int-or-string

ServiceReference
 name! string
 namespace! string
 path string
 port integer

ServiceSpec
 allocateLoadBalancerNodePorts boolean
 clusterIP string
 clusterIPs []string
 externalIPs []string
 externalName string
 externalTrafficPolicy "Cluster"|"Local"
 healthCheckNodePort integer
 internalTrafficPolicy "Cluster"|"Local"
 ipFamilies []"IPv4"|"IPv6" 1.30..
 ipFamilies []string ..1.29
 ipFamilyPolicy "PreferDualStack"|"RequireDualStack"|"SingleStack"
 loadBalancerClass string
 loadBalancerIP string
 loadBalancerSourceRanges []string
 ports []ServicePort
 publishNotReadyAddresses boolean
 selector {}string
 sessionAffinity "ClientIP"|"None"
 sessionAffinityConfig SessionAffinityConfig
 trafficDistribution string 1.30..
 type "ClusterIP"|"ExternalName"|"LoadBalancer"|"NodePort"

SessionAffinityConfig
 clientIP ClientIPConfig

SleepAction
 seconds! integer 1.29..

StatefulSet
 apiVersion string
 kind string
 metadata ObjectMeta
 spec StatefulSetSpec
 status any

StatefulSetOrdinals
 start integer

StatefulSetPersistentVolumeClaimRetentionPolicy
 whenDeleted string
 whenScaled string

StatefulSetSpec
 minReadySeconds integer
 ordinals StatefulSetOrdinals
 persistentVolumeClaimRetentionPolicy StatefulSetPersistentVolumeClaimRetentionPolicy
 podManagementPolicy "OrderedReady"|"Parallel"
 replicas integer
 revisionHistoryLimit integer
 selector! LabelSelector
 serviceName string
 template! PodTemplateSpec
 updateStrategy StatefulSetUpdateStrategy
 volumeClaimTemplates []PersistentVolumeClaim

StatefulSetUpdateStrategy
 rollingUpdate RollingUpdateStatefulSetStrategy
 type "OnDelete"|"RollingUpdate"

StorageClass
 allowVolumeExpansion boolean
 allowedTopologies []TopologySelectorTerm
 apiVersion string
 kind string
 metadata ObjectMeta
 mountOptions []string
 parameters {}string
 provisioner! string
 reclaimPolicy "Delete"|"Recycle"|"Retain"
 volumeBindingMode "Immediate"|"WaitForFirstConsumer"

StorageOSPersistentVolumeSource
 fsType string
 readOnly boolean
 secretRef ObjectReference
 volumeName string
 volumeNamespace string

StorageOSVolumeSource
 fsType string
 readOnly boolean
 secretRef LocalObjectReference
 volumeName string
 volumeNamespace string

StorageV1TokenRequest
 audience! string
 expirationSeconds integer

Subject
 apiGroup string ..1.28
 group GroupSubject 1.29..
 kind! string
 name! string ..1.28
 namespace string ..1.28
 serviceAccount ServiceAccountSubject 1.29..
 user UserSubject 1.29..

SuccessPolicy
 rules! []SuccessPolicyRule 1.30..

SuccessPolicyRule
 succeededCount integer 1.30..
 succeededIndexes string 1.30..

Sysctl
 name! string
 value! string

TCPSocketAction
 host string
 port! int-or-string

Taint
 effect! "NoExecute"|"NoSchedule"|"PreferNoSchedule"
 key! string
 timeAdded string
 value string

Toleration
 effect "NoExecute"|"NoSchedule"|"PreferNoSchedule"
 key string
 operator "Equal"|"Exists" ..1.34
 operator "Equal"|"Exists"|"Gt"|"Lt" 1.35..
 tolerationSeconds integer
 value string

TopologySelectorLabelRequirement
 key! string
 values! []string

TopologySelectorTerm
 matchLabelExpressions []TopologySelectorLabelRequirement

TopologySpreadConstraint
 labelSelector LabelSelector
 matchLabelKeys []string
 maxSkew! integer
 minDomains integer
 nodeAffinityPolicy "Honor"|"Ignore"
 nodeTaintsPolicy "Honor"|"Ignore"
 topologyKey! string
 whenUnsatisfiable! "DoNotSchedule"|"ScheduleAnyway"

TypedLocalObjectReference
 apiGroup string
 kind! string
 name! string

TypedObjectReference
 apiGroup string
 kind! string
 name! string
 namespace string

UserSubject
 name! string 1.29..

ValidatingAdmissionPolicy
 apiVersion string 1.30..
 kind string 1.30..
 metadata ObjectMeta 1.30..
 spec ValidatingAdmissionPolicySpec 1.30..
 status any 1.30..

ValidatingAdmissionPolicyBinding
 apiVersion string 1.30..
 kind string 1.30..
 metadata ObjectMeta 1.30..
 spec ValidatingAdmissionPolicyBindingSpec 1.30..1.35
 spec! ValidatingAdmissionPolicyBindingSpec 1.36..

ValidatingAdmissionPolicyBindingSpec
 matchResources MatchResources 1.30..
 paramRef ParamRef 1.30..
 policyName string 1.30..1.35
 policyName! string 1.36..
 validationActions []"Audit"|"Deny"|"Warn" 1.30..1.35
 validationActions! []"Audit"|"Deny"|"Warn" 1.36..

ValidatingAdmissionPolicySpec
 auditAnnotations []AuditAnnotation 1.30..
 failurePolicy "Fail"|"Ignore" 1.30..
 matchConditions []MatchCondition 1.30..
 matchConstraints MatchResources 1.30..
 paramKind ParamKind 1.30..
 validations []Validation 1.30..
 variables []Variable 1.30..

ValidatingWebhook
 admissionReviewVersions! []string
 clientConfig! WebhookClientConfig
 failurePolicy "Fail"|"Ignore"
 matchConditions []MatchCondition
 matchPolicy "Equivalent"|"Exact"
 name! string
 namespaceSelector LabelSelector
 objectSelector LabelSelector
 rules []RuleWithOperations
 sideEffects! "None"|"NoneOnDryRun"|"Some"|"Unknown"
 timeoutSeconds integer

ValidatingWebhookConfiguration
 apiVersion string
 kind string
 metadata ObjectMeta
 webhooks []ValidatingWebhook

Validation
 expression! string 1.30..
 message string 1.30..
 messageExpression string 1.30..
 reason string 1.30..

ValidationRule
 fieldPath string 1.28..
 message string
 messageExpression string
 optionalOldSelf boolean 1.29..
 reason string 1.28..
 rule! string

Variable
 expression! string 1.30..
 name! string 1.30..

Volume
 awsElasticBlockStore AWSElasticBlockStoreVolumeSource
 azureDisk AzureDiskVolumeSource
 azureFile AzureFileVolumeSource
 cephfs CephFSVolumeSource
 cinder CinderVolumeSource
 configMap ConfigMapVolumeSource
 csi CSIVolumeSource
 downwardAPI DownwardAPIVolumeSource
 emptyDir EmptyDirVolumeSource
 ephemeral EphemeralVolumeSource
 fc FCVolumeSource
 flexVolume FlexVolumeSource
 flocker FlockerVolumeSource
 gcePersistentDisk GCEPersistentDiskVolumeSource
 gitRepo GitRepoVolumeSource
 glusterfs GlusterfsVolumeSource
 hostPath HostPathVolumeSource
 image ImageVolumeSource 1.31..
 iscsi ISCSIVolumeSource
 name! string
 nfs NFSVolumeSource
 persistentVolumeClaim PersistentVolumeClaimVolumeSource
 photonPersistentDisk PhotonPersistentDiskVolumeSource
 portworxVolume PortworxVolumeSource
 projected ProjectedVolumeSource
 quobyte QuobyteVolumeSource
 rbd RBDVolumeSource
 scaleIO ScaleIOVolumeSource
 secret SecretVolumeSource
 storageos StorageOSVolumeSource
 vsphereVolume VsphereVirtualDiskVolumeSource

VolumeAttachment
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! VolumeAttachmentSpec
 status any

VolumeAttachmentSource
 inlineVolumeSpec PersistentVolumeSpec
 persistentVolumeName string

VolumeAttachmentSpec
 attacher! string
 nodeName! string
 source! VolumeAttachmentSource

VolumeAttributesClass
 apiVersion string 1.34..
 driverName! string 1.34..
 kind string 1.34..
 metadata ObjectMeta 1.34..
 parameters {}string 1.34..

VolumeDevice
 devicePath! string
 name! string

VolumeMount
 mountPath! string
 mountPropagation "Bidirectional"|"HostToContainer"|"None"
 name! string
 readOnly boolean
 recursiveReadOnly string 1.30..
 subPath string
 subPathExpr string

VolumeNodeAffinity
 required NodeSelector

VolumeNodeResources
 count integer

VolumeProjection
 clusterTrustBundle ClusterTrustBundleProjection 1.29..
 configMap ConfigMapProjection
 downwardAPI DownwardAPIProjection
 podCertificate PodCertificateProjection 1.34..
 secret SecretProjection
 serviceAccountToken ServiceAccountTokenProjection

VolumeResourceRequirements
 limits {}quantity 1.29..
 requests {}quantity 1.29..

VsphereVirtualDiskVolumeSource
 fsType string
 storagePolicyID string
 storagePolicyName string
 volumePath! string

WebhookClientConfig
 caBundle string
 service ServiceReference
 url string

WebhookConversion
 clientConfig ApiextensionsV1WebhookClientConfig
 conversionReviewVersions! []string

WeightedPodAffinityTerm
 podAffinityTerm! PodAffinityTerm
 weight! integer

WindowsSecurityContextOptions
 gmsaCredentialSpec string
 gmsaCredentialSpecName string
 hostProcess boolean
 runAsUserName string

WorkloadReference
 name! string 1.35..1.35
 podGroup! string 1.35..1.35
 podGroupReplicaKey string 1.35..1.35
`;
