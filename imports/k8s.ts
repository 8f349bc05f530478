// Written by `npm run imports`; change imports/write, not this file.

// Types of Kubernetes 1.36.

/** A number, or a text such as the name of a port or a percentage. */
export type IntOrString = number | string;

/** An amount: `500m`, `1Gi`. */
export type Quantity = string;

/** Represents a Persistent Disk resource in AWS. */
export interface AWSElasticBlockStoreVolumeSource {
  /** fsType is the filesystem type of the volume that you want to mount. */
  readonly fsType?: string;
  /** partition is the partition in the volume that you want to mount. */
  readonly partition?: number;
  /** readOnly value true will force the readOnly setting in VolumeMounts. */
  readonly readOnly?: boolean;
  /** volumeID is unique ID of the persistent disk resource in AWS (Amazon EBS volume). */
  readonly volumeID: string;
}

/** Affinity is a group of affinity scheduling rules. */
export interface Affinity {
  /** Describes node affinity scheduling rules for the pod. */
  readonly nodeAffinity?: NodeAffinity;
  /** Describes pod affinity scheduling rules (e.g. */
  readonly podAffinity?: PodAffinity;
  /** Describes pod anti-affinity scheduling rules (e.g. */
  readonly podAntiAffinity?: PodAntiAffinity;
}

/** AggregationRule describes how to locate ClusterRoles to aggregate into the ClusterRole */
export interface AggregationRule {
  /** ClusterRoleSelectors holds a list of selectors which will be used to find ClusterRoles and create the rules. */
  readonly clusterRoleSelectors?: ReadonlyArray<LabelSelector>;
}

/** AppArmorProfile defines a pod or container's AppArmor settings. */
export interface AppArmorProfile {
  /** localhostProfile indicates a profile loaded on the node that should be used. */
  readonly localhostProfile?: string;
  /** type indicates which kind of AppArmor profile will be applied. */
  readonly type: 'Localhost' | 'RuntimeDefault' | 'Unconfined';
}

/** AzureDisk represents an Azure Data Disk mount on the host and bind mount to the pod. */
export interface AzureDiskVolumeSource {
  /** cachingMode is the Host Caching mode: */
  readonly cachingMode?: 'None' | 'ReadOnly' | 'ReadWrite';
  /** diskName is the Name of the data disk in the blob storage */
  readonly diskName: string;
  /** diskURI is the URI of data disk in the blob storage */
  readonly diskURI: string;
  /** fsType is Filesystem type to mount. */
  readonly fsType?: string;
  /** kind expected values are Shared: */
  readonly kind?: 'Dedicated' | 'Managed' | 'Shared';
  /** readOnly Defaults to false (read/write). */
  readonly readOnly?: boolean;
}

/** AzureFile represents an Azure File Service mount on the host and bind mount to the pod. */
export interface AzureFilePersistentVolumeSource {
  /** readOnly defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** secretName is the name of secret that contains Azure Storage Account Name and Key */
  readonly secretName: string;
  /** secretNamespace is the namespace of the secret that contains Azure Storage Account Name and Key default is the same as the Pod */
  readonly secretNamespace?: string;
  /** shareName is the azure Share Name */
  readonly shareName: string;
}

/** AzureFile represents an Azure File Service mount on the host and bind mount to the pod. */
export interface AzureFileVolumeSource {
  /** readOnly defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** secretName is the name of secret that contains Azure Storage Account Name and Key */
  readonly secretName: string;
  /** shareName is the azure share Name */
  readonly shareName: string;
}

/** Represents storage that is managed by an external CSI volume driver */
export interface CSIPersistentVolumeSource {
  /** controllerExpandSecretRef is a reference to the secret object containing sensitive information to pass to the CSI driver to complete the … */
  readonly controllerExpandSecretRef?: SecretReference;
  /** controllerPublishSecretRef is a reference to the secret object containing sensitive information to pass to the CSI driver to complete the … */
  readonly controllerPublishSecretRef?: SecretReference;
  /** driver is the name of the driver to use for this volume. */
  readonly driver: string;
  /** fsType to mount. */
  readonly fsType?: string;
  /** nodeExpandSecretRef is a reference to the secret object containing sensitive information to pass to the CSI driver to complete the CSI … */
  readonly nodeExpandSecretRef?: SecretReference;
  /** nodePublishSecretRef is a reference to the secret object containing sensitive information to pass to the CSI driver to complete the CSI … */
  readonly nodePublishSecretRef?: SecretReference;
  /** nodeStageSecretRef is a reference to the secret object containing sensitive information to pass to the CSI driver to complete the CSI … */
  readonly nodeStageSecretRef?: SecretReference;
  /** readOnly value to pass to ControllerPublishVolumeRequest. */
  readonly readOnly?: boolean;
  /** volumeAttributes of the volume to publish. */
  readonly volumeAttributes?: Readonly<Record<string, string>>;
  /** volumeHandle is the unique volume name returned by the CSI volume plugin’s CreateVolume to refer to the volume on all subsequent calls. */
  readonly volumeHandle: string;
}

/** Represents a source location of a volume to mount, managed by an external CSI driver */
export interface CSIVolumeSource {
  /** driver is the name of the CSI driver that handles this volume. */
  readonly driver: string;
  /** fsType to mount. */
  readonly fsType?: string;
  /** nodePublishSecretRef is a reference to the secret object containing sensitive information to pass to the CSI driver to complete the CSI … */
  readonly nodePublishSecretRef?: LocalObjectReference;
  /** readOnly specifies a read-only configuration for the volume. */
  readonly readOnly?: boolean;
  /** volumeAttributes stores driver-specific properties that are passed to the CSI driver. */
  readonly volumeAttributes?: Readonly<Record<string, string>>;
}

/** Adds and removes POSIX capabilities from running containers. */
export interface Capabilities {
  /** Added capabilities */
  readonly add?: ReadonlyArray<string>;
  /** Removed capabilities */
  readonly drop?: ReadonlyArray<string>;
}

/** Represents a Ceph Filesystem mount that lasts the lifetime of a pod Cephfs volumes do not support ownership management or SELinux … */
export interface CephFSPersistentVolumeSource {
  /** monitors is Required: */
  readonly monitors: ReadonlyArray<string>;
  /** path is Optional: */
  readonly path?: string;
  /** readOnly is Optional: */
  readonly readOnly?: boolean;
  /** secretFile is Optional: */
  readonly secretFile?: string;
  /** secretRef is Optional: */
  readonly secretRef?: SecretReference;
  /** user is Optional: */
  readonly user?: string;
}

/** Represents a Ceph Filesystem mount that lasts the lifetime of a pod Cephfs volumes do not support ownership management or SELinux … */
export interface CephFSVolumeSource {
  /** monitors is Required: */
  readonly monitors: ReadonlyArray<string>;
  /** path is Optional: */
  readonly path?: string;
  /** readOnly is Optional: */
  readonly readOnly?: boolean;
  /** secretFile is Optional: */
  readonly secretFile?: string;
  /** secretRef is Optional: */
  readonly secretRef?: LocalObjectReference;
  /** user is optional: */
  readonly user?: string;
}

/** Represents a cinder volume resource in Openstack. */
export interface CinderPersistentVolumeSource {
  /** fsType Filesystem type to mount. */
  readonly fsType?: string;
  /** readOnly is Optional: */
  readonly readOnly?: boolean;
  /** secretRef is Optional: */
  readonly secretRef?: SecretReference;
  /** volumeID used to identify the volume in cinder. */
  readonly volumeID: string;
}

/** Represents a cinder volume resource in Openstack. */
export interface CinderVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** readOnly defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** secretRef is optional: */
  readonly secretRef?: LocalObjectReference;
  /** volumeID used to identify the volume in cinder. */
  readonly volumeID: string;
}

/** ClientIPConfig represents the configurations of Client IP based session affinity. */
export interface ClientIPConfig {
  /** timeoutSeconds specifies the seconds of ClientIP type session sticky time. */
  readonly timeoutSeconds?: number;
}

/** ClusterRole is a cluster level, logical grouping of PolicyRules that can be referenced as a unit by a RoleBinding or ClusterRoleBinding. */
export interface ClusterRole {
  /** AggregationRule is an optional field that describes how to build the Rules for this ClusterRole. */
  readonly aggregationRule?: AggregationRule;
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'rbac.authorization.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'ClusterRole';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Rules holds all the PolicyRules for this ClusterRole */
  readonly rules?: ReadonlyArray<PolicyRule>;
}

/** ClusterRoleBinding references a ClusterRole, but not contain it. */
export interface ClusterRoleBinding {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'rbac.authorization.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'ClusterRoleBinding';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** RoleRef can only reference a ClusterRole in the global namespace. */
  readonly roleRef: RoleRef;
  /** Subjects holds references to the objects the role applies to. */
  readonly subjects?: ReadonlyArray<RbacV1Subject>;
}

/** ClusterTrustBundleProjection describes how to select a set of ClusterTrustBundle objects and project their contents into the pod filesystem. */
export interface ClusterTrustBundleProjection {
  /** Select all ClusterTrustBundles that match this label selector. */
  readonly labelSelector?: LabelSelector;
  /** Select a single ClusterTrustBundle by object name. */
  readonly name?: string;
  /** If true, don't block pod startup if the referenced ClusterTrustBundle(s) aren't available. */
  readonly optional?: boolean;
  /** Relative path from the volume root to write the bundle. */
  readonly path: string;
  /** Select all ClusterTrustBundles that match this signer name. */
  readonly signerName?: string;
}

/** ConfigMap holds configuration data for pods to consume. */
export interface ConfigMap {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'v1';
  /** BinaryData contains the binary data. */
  readonly binaryData?: Readonly<Record<string, string>>;
  /** Data contains the configuration data. */
  readonly data?: Readonly<Record<string, string>>;
  /** Immutable, if set to true, ensures that data stored in the ConfigMap cannot be updated (only object metadata can be modified). */
  readonly immutable?: boolean;
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'ConfigMap';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
}

/** ConfigMapEnvSource selects a ConfigMap to populate the environment variables with. */
export interface ConfigMapEnvSource {
  /** Name of the referent. */
  readonly name?: string;
  /** Specify whether the ConfigMap must be defined */
  readonly optional?: boolean;
}

/** Selects a key from a ConfigMap. */
export interface ConfigMapKeySelector {
  /** The key to select. */
  readonly key: string;
  /** Name of the referent. */
  readonly name?: string;
  /** Specify whether the ConfigMap or its key must be defined */
  readonly optional?: boolean;
}

/** Adapts a ConfigMap into a projected volume. */
export interface ConfigMapProjection {
  /** items if unspecified, each key-value pair in the Data field of the referenced ConfigMap will be projected into the volume as a file whose … */
  readonly items?: ReadonlyArray<KeyToPath>;
  /** Name of the referent. */
  readonly name?: string;
  /** optional specify whether the ConfigMap or its keys must be defined */
  readonly optional?: boolean;
}

/** Adapts a ConfigMap into a volume. */
export interface ConfigMapVolumeSource {
  /** defaultMode is optional: */
  readonly defaultMode?: number;
  /** items if unspecified, each key-value pair in the Data field of the referenced ConfigMap will be projected into the volume as a file whose … */
  readonly items?: ReadonlyArray<KeyToPath>;
  /** Name of the referent. */
  readonly name?: string;
  /** optional specify whether the ConfigMap or its keys must be defined */
  readonly optional?: boolean;
}

/** A single application container that you want to run within a pod. */
export interface Container {
  /** Arguments to the entrypoint. */
  readonly args?: ReadonlyArray<string>;
  /** Entrypoint array. */
  readonly command?: ReadonlyArray<string>;
  /** List of environment variables to set in the container. */
  readonly env?: ReadonlyArray<EnvVar>;
  /** List of sources to populate environment variables in the container. */
  readonly envFrom?: ReadonlyArray<EnvFromSource>;
  /** Container image name. */
  readonly image?: string;
  /** Image pull policy. */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Actions that the management system should take in response to container lifecycle events. */
  readonly lifecycle?: Lifecycle;
  /** Periodic probe of container liveness. */
  readonly livenessProbe?: Probe;
  /** Name of the container specified as a DNS_LABEL. */
  readonly name: string;
  /** List of ports to expose from the container. */
  readonly ports?: ReadonlyArray<ContainerPort>;
  /** Periodic probe of container service readiness. */
  readonly readinessProbe?: Probe;
  /** Resources resize policy for the container. */
  readonly resizePolicy?: ReadonlyArray<ContainerResizePolicy>;
  /** Compute Resources required by this container. */
  readonly resources?: ResourceRequirements;
  /** RestartPolicy defines the restart behavior of individual containers in a pod. */
  readonly restartPolicy?: string;
  /** Represents a list of rules to be checked to determine if the container should be restarted on exit. */
  readonly restartPolicyRules?: ReadonlyArray<ContainerRestartRule>;
  /** SecurityContext defines the security options the container should be run with. */
  readonly securityContext?: SecurityContext;
  /** StartupProbe indicates that the Pod has successfully initialized. */
  readonly startupProbe?: Probe;
  /** Whether this container should allocate a buffer for stdin in the container runtime. */
  readonly stdin?: boolean;
  /** Whether the container runtime should close the stdin channel after it has been opened by a single attach. */
  readonly stdinOnce?: boolean;
  /** Optional: */
  readonly terminationMessagePath?: string;
  /** Indicate how the termination message should be populated. */
  readonly terminationMessagePolicy?: 'FallbackToLogsOnError' | 'File';
  /** Whether this container should allocate a TTY for itself, also requires 'stdin' to be true. */
  readonly tty?: boolean;
  /** volumeDevices is the list of block devices to be used by the container. */
  readonly volumeDevices?: ReadonlyArray<VolumeDevice>;
  /** Pod volumes to mount into the container's filesystem. */
  readonly volumeMounts?: ReadonlyArray<VolumeMount>;
  /** Container's working directory. */
  readonly workingDir?: string;
}

/** ContainerPort represents a network port in a single container. */
export interface ContainerPort {
  /** Number of port to expose on the pod's IP address. */
  readonly containerPort: number;
  /** What host IP to bind the external port to. */
  readonly hostIP?: string;
  /** Number of port to expose on the host. */
  readonly hostPort?: number;
  /** If specified, this must be an IANA_SVC_NAME and unique within the pod. */
  readonly name?: string;
  /** Protocol for port. */
  readonly protocol?: 'SCTP' | 'TCP' | 'UDP';
}

/** ContainerResizePolicy represents resource resize policy for the container. */
export interface ContainerResizePolicy {
  /** Name of the resource to which this resource resize policy applies. */
  readonly resourceName: string;
  /** Restart policy to apply when specified resource is resized. */
  readonly restartPolicy: string;
}

/** ContainerResourceMetricSource indicates how to scale on a resource metric known to Kubernetes, as specified in requests and limits, … */
export interface ContainerResourceMetricSource {
  /** container is the name of the container in the pods of the scaling target */
  readonly container: string;
  /** name is the name of the resource in question. */
  readonly name: string;
  /** target specifies the target value for the given metric */
  readonly target: MetricTarget;
}

/** ContainerRestartRule describes how a container exit is handled. */
export interface ContainerRestartRule {
  /** Specifies the action taken on a container exit if the requirements are satisfied. */
  readonly action: string;
  /** Represents the exit codes to check on container exits. */
  readonly exitCodes?: ContainerRestartRuleOnExitCodes;
}

/** ContainerRestartRuleOnExitCodes describes the condition for handling an exited container based on its exit codes. */
export interface ContainerRestartRuleOnExitCodes {
  /** Represents the relationship between the container exit code(s) and the specified values. */
  readonly operator: string;
  /** Specifies the set of values to check for container exit codes. */
  readonly values?: ReadonlyArray<number>;
}

/** CronJob represents the configuration of a single cron job. */
export interface CronJob {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'batch/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'CronJob';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Specification of the desired behavior of a cron job, including the schedule. */
  readonly spec: CronJobSpec;
}

/** CronJobSpec describes how the job execution will look like and when it will actually run. */
export interface CronJobSpec {
  /** Specifies how to treat concurrent executions of a Job. */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /** The number of failed finished jobs to retain. */
  readonly failedJobsHistoryLimit?: number;
  /** Specifies the job that will be created when executing a CronJob. */
  readonly jobTemplate: JobTemplateSpec;
  /** The schedule in Cron format, see https://en.wikipedia.org/wiki/Cron. */
  readonly schedule: string;
  /** Optional deadline in seconds for starting the job if it misses scheduled time for any reason. */
  readonly startingDeadlineSeconds?: number;
  /** The number of successful finished jobs to retain. */
  readonly successfulJobsHistoryLimit?: number;
  /** This flag tells the controller to suspend subsequent executions, it does not apply to already started executions. */
  readonly suspend?: boolean;
  /** The time zone name for the given schedule, see https://en.wikipedia.org/wiki/List_of_tz_database_time_zones. */
  readonly timeZone?: string;
}

/** CrossVersionObjectReference contains enough information to let you identify the referred resource. */
export interface CrossVersionObjectReference {
  /** apiVersion is the API version of the referent */
  readonly apiVersion?: string;
  /** kind is the kind of the referent; More info: */
  readonly kind: string;
  /** name is the name of the referent; More info: */
  readonly name: string;
}

/** DaemonSet represents the configuration of a daemon set. */
export interface DaemonSet {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'apps/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'DaemonSet';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** The desired behavior of this daemon set. */
  readonly spec?: DaemonSetSpec;
}

/** DaemonSetSpec is the specification of a daemon set. */
export interface DaemonSetSpec {
  /** The minimum number of seconds for which a newly created DaemonSet pod should be ready without any of its container crashing, for it to be … */
  readonly minReadySeconds?: number;
  /** The number of old history to retain to allow rollback. */
  readonly revisionHistoryLimit?: number;
  /** A label query over pods that are managed by the daemon set. */
  readonly selector: LabelSelector;
  /** An object that describes the pod that will be created. */
  readonly template: PodTemplateSpec;
  /** An update strategy to replace existing DaemonSet pods with new pods. */
  readonly updateStrategy?: DaemonSetUpdateStrategy;
}

/** DaemonSetUpdateStrategy is a struct used to control the update strategy for a DaemonSet. */
export interface DaemonSetUpdateStrategy {
  /** Rolling update config params. */
  readonly rollingUpdate?: RollingUpdateDaemonSet;
  /** Type of daemon set update. */
  readonly type?: 'OnDelete' | 'RollingUpdate';
}

/** Deployment enables declarative updates for Pods and ReplicaSets. */
export interface Deployment {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'apps/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'Deployment';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Specification of the desired behavior of the Deployment. */
  readonly spec?: DeploymentSpec;
}

/** DeploymentSpec is the specification of the desired behavior of the Deployment. */
export interface DeploymentSpec {
  /** Minimum number of seconds for which a newly created pod should be ready without any of its container crashing, for it to be considered … */
  readonly minReadySeconds?: number;
  /** Indicates that the deployment is paused. */
  readonly paused?: boolean;
  /** The maximum time in seconds for a deployment to make progress before it is considered to be failed. */
  readonly progressDeadlineSeconds?: number;
  /** Number of desired pods. */
  readonly replicas?: number;
  /** The number of old ReplicaSets to retain to allow rollback. */
  readonly revisionHistoryLimit?: number;
  /** Label selector for pods. */
  readonly selector: LabelSelector;
  /** The deployment strategy to use to replace existing pods with new ones. */
  readonly strategy?: DeploymentStrategy;
  /** Template describes the pods that will be created. */
  readonly template: PodTemplateSpec;
}

/** DeploymentStrategy describes how to replace existing pods with new ones. */
export interface DeploymentStrategy {
  /** Rolling update config params. */
  readonly rollingUpdate?: RollingUpdateDeployment;
  /** Type of deployment. */
  readonly type?: 'Recreate' | 'RollingUpdate';
}

/** Represents downward API info for projecting into a projected volume. */
export interface DownwardAPIProjection {
  /** Items is a list of DownwardAPIVolume file */
  readonly items?: ReadonlyArray<DownwardAPIVolumeFile>;
}

/** DownwardAPIVolumeFile represents information to create the file containing the pod field */
export interface DownwardAPIVolumeFile {
  /** Required: */
  readonly fieldRef?: ObjectFieldSelector;
  /** Optional: */
  readonly mode?: number;
  /** Required: */
  readonly path: string;
  /** Selects a resource of the container: */
  readonly resourceFieldRef?: ResourceFieldSelector;
}

/** DownwardAPIVolumeSource represents a volume containing downward API info. */
export interface DownwardAPIVolumeSource {
  /** Optional: */
  readonly defaultMode?: number;
  /** Items is a list of downward API volume file */
  readonly items?: ReadonlyArray<DownwardAPIVolumeFile>;
}

/** Represents an empty directory for a pod. */
export interface EmptyDirVolumeSource {
  /** medium represents what type of storage medium should back this directory. */
  readonly medium?: string;
  /** sizeLimit is the total amount of local storage required for this EmptyDir volume. */
  readonly sizeLimit?: Quantity;
}

/** EnvFromSource represents the source of a set of ConfigMaps or Secrets */
export interface EnvFromSource {
  /** The ConfigMap to select from */
  readonly configMapRef?: ConfigMapEnvSource;
  /** Optional text to prepend to the name of each environment variable. */
  readonly prefix?: string;
  /** The Secret to select from */
  readonly secretRef?: SecretEnvSource;
}

/** EnvVar represents an environment variable present in a Container. */
export interface EnvVar {
  /** Name of the environment variable. */
  readonly name: string;
  /** Variable references $(VAR_NAME) are expanded using the previously defined environment variables in the container and any service … */
  readonly value?: string;
  /** Source for the environment variable's value. */
  readonly valueFrom?: EnvVarSource;
}

/** EnvVarSource represents a source for the value of an EnvVar. */
export interface EnvVarSource {
  /** Selects a key of a ConfigMap. */
  readonly configMapKeyRef?: ConfigMapKeySelector;
  /** Selects a field of the pod: */
  readonly fieldRef?: ObjectFieldSelector;
  /** FileKeyRef selects a key of the env file. */
  readonly fileKeyRef?: FileKeySelector;
  /** Selects a resource of the container: */
  readonly resourceFieldRef?: ResourceFieldSelector;
  /** Selects a key of a secret in the pod's namespace */
  readonly secretKeyRef?: SecretKeySelector;
}

/** An EphemeralContainer is a temporary container that you may add to an existing Pod for user-initiated activities such as debugging. */
export interface EphemeralContainer {
  /** Arguments to the entrypoint. */
  readonly args?: ReadonlyArray<string>;
  /** Entrypoint array. */
  readonly command?: ReadonlyArray<string>;
  /** List of environment variables to set in the container. */
  readonly env?: ReadonlyArray<EnvVar>;
  /** List of sources to populate environment variables in the container. */
  readonly envFrom?: ReadonlyArray<EnvFromSource>;
  /** Container image name. */
  readonly image?: string;
  /** Image pull policy. */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Lifecycle is not allowed for ephemeral containers. */
  readonly lifecycle?: Lifecycle;
  /** Probes are not allowed for ephemeral containers. */
  readonly livenessProbe?: Probe;
  /** Name of the ephemeral container specified as a DNS_LABEL. */
  readonly name: string;
  /** Ports are not allowed for ephemeral containers. */
  readonly ports?: ReadonlyArray<ContainerPort>;
  /** Probes are not allowed for ephemeral containers. */
  readonly readinessProbe?: Probe;
  /** Resources resize policy for the container. */
  readonly resizePolicy?: ReadonlyArray<ContainerResizePolicy>;
  /** Resources are not allowed for ephemeral containers. */
  readonly resources?: ResourceRequirements;
  /** Restart policy for the container to manage the restart behavior of each container within a pod. */
  readonly restartPolicy?: string;
  /** Represents a list of rules to be checked to determine if the container should be restarted on exit. */
  readonly restartPolicyRules?: ReadonlyArray<ContainerRestartRule>;
  /** Optional: */
  readonly securityContext?: SecurityContext;
  /** Probes are not allowed for ephemeral containers. */
  readonly startupProbe?: Probe;
  /** Whether this container should allocate a buffer for stdin in the container runtime. */
  readonly stdin?: boolean;
  /** Whether the container runtime should close the stdin channel after it has been opened by a single attach. */
  readonly stdinOnce?: boolean;
  /** If set, the name of the container from PodSpec that this ephemeral container targets. */
  readonly targetContainerName?: string;
  /** Optional: */
  readonly terminationMessagePath?: string;
  /** Indicate how the termination message should be populated. */
  readonly terminationMessagePolicy?: 'FallbackToLogsOnError' | 'File';
  /** Whether this container should allocate a TTY for itself, also requires 'stdin' to be true. */
  readonly tty?: boolean;
  /** volumeDevices is the list of block devices to be used by the container. */
  readonly volumeDevices?: ReadonlyArray<VolumeDevice>;
  /** Pod volumes to mount into the container's filesystem. */
  readonly volumeMounts?: ReadonlyArray<VolumeMount>;
  /** Container's working directory. */
  readonly workingDir?: string;
}

/** Represents an ephemeral volume that is handled by a normal storage driver. */
export interface EphemeralVolumeSource {
  /** Will be used to create a stand-alone PVC to provision the volume. */
  readonly volumeClaimTemplate?: PersistentVolumeClaimTemplate;
}

/** ExecAction describes a "run in container" action. */
export interface ExecAction {
  /** Command is the command line to execute inside the container, the working directory for the command is root ('/') in the container's … */
  readonly command?: ReadonlyArray<string>;
}

/** ExternalMetricSource indicates how to scale on a metric not associated with any Kubernetes object (for example length of queue in cloud … */
export interface ExternalMetricSource {
  /** metric identifies the target metric by name and selector */
  readonly metric: MetricIdentifier;
  /** target specifies the target value for the given metric */
  readonly target: MetricTarget;
}

/** Represents a Fibre Channel volume. */
export interface FCVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** lun is Optional: */
  readonly lun?: number;
  /** readOnly is Optional: */
  readonly readOnly?: boolean;
  /** targetWWNs is Optional: */
  readonly targetWWNs?: ReadonlyArray<string>;
  /** wwids Optional: */
  readonly wwids?: ReadonlyArray<string>;
}

/** FileKeySelector selects a key of the env file. */
export interface FileKeySelector {
  /** The key within the env file. */
  readonly key: string;
  /** Specify whether the file or its key must be defined. */
  readonly optional?: boolean;
  /** The path within the volume from which to select the file. */
  readonly path: string;
  /** The name of the volume mount containing the env file. */
  readonly volumeName: string;
}

/** FlexPersistentVolumeSource represents a generic persistent volume resource that is provisioned/attached using an exec based plugin. */
export interface FlexPersistentVolumeSource {
  /** driver is the name of the driver to use for this volume. */
  readonly driver: string;
  /** fsType is the Filesystem type to mount. */
  readonly fsType?: string;
  /** options is Optional: */
  readonly options?: Readonly<Record<string, string>>;
  /** readOnly is Optional: */
  readonly readOnly?: boolean;
  /** secretRef is Optional: */
  readonly secretRef?: SecretReference;
}

/** FlexVolume represents a generic volume resource that is provisioned/attached using an exec based plugin. */
export interface FlexVolumeSource {
  /** driver is the name of the driver to use for this volume. */
  readonly driver: string;
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** options is Optional: */
  readonly options?: Readonly<Record<string, string>>;
  /** readOnly is Optional: */
  readonly readOnly?: boolean;
  /** secretRef is Optional: */
  readonly secretRef?: LocalObjectReference;
}

/** Represents a Flocker volume mounted by the Flocker agent. */
export interface FlockerVolumeSource {
  /** datasetName is Name of the dataset stored as metadata -> name on the dataset for Flocker should be considered as deprecated */
  readonly datasetName?: string;
  /** datasetUUID is the UUID of the dataset. */
  readonly datasetUUID?: string;
}

/** Represents a Persistent Disk resource in Google Compute Engine. */
export interface GCEPersistentDiskVolumeSource {
  /** fsType is filesystem type of the volume that you want to mount. */
  readonly fsType?: string;
  /** partition is the partition in the volume that you want to mount. */
  readonly partition?: number;
  /** pdName is unique name of the PD resource in GCE. */
  readonly pdName: string;
  /** readOnly here will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: boolean;
}

/** GRPCAction specifies an action involving a GRPC service. */
export interface GRPCAction {
  /** Port number of the gRPC service. */
  readonly port: number;
  /** Service is the name of the service to place in the gRPC HealthCheckRequest (see … */
  readonly service?: string;
}

/** Represents a volume that is populated with the contents of a git repository. */
export interface GitRepoVolumeSource {
  /** directory is the target directory name. */
  readonly directory?: string;
  /** repository is the URL */
  readonly repository: string;
  /** revision is the commit hash for the specified revision. */
  readonly revision?: string;
}

/** Represents a Glusterfs mount that lasts the lifetime of a pod. */
export interface GlusterfsPersistentVolumeSource {
  /** endpoints is the endpoint name that details Glusterfs topology. */
  readonly endpoints: string;
  /** endpointsNamespace is the namespace that contains Glusterfs endpoint. */
  readonly endpointsNamespace?: string;
  /** path is the Glusterfs volume path. */
  readonly path: string;
  /** readOnly here will force the Glusterfs volume to be mounted with read-only permissions. */
  readonly readOnly?: boolean;
}

/** Represents a Glusterfs mount that lasts the lifetime of a pod. */
export interface GlusterfsVolumeSource {
  /** endpoints is the endpoint name that details Glusterfs topology. */
  readonly endpoints: string;
  /** path is the Glusterfs volume path. */
  readonly path: string;
  /** readOnly here will force the Glusterfs volume to be mounted with read-only permissions. */
  readonly readOnly?: boolean;
}

/** HPAScalingPolicy is a single policy which must hold true for a specified past interval. */
export interface HPAScalingPolicy {
  /** periodSeconds specifies the window of time for which the policy should hold true. */
  readonly periodSeconds: number;
  /** type is used to specify the scaling policy. */
  readonly type: string;
  /** value contains the amount of change which is permitted by the policy. */
  readonly value: number;
}

/** HPAScalingRules configures the scaling behavior for one direction via scaling Policy Rules and a configurable metric tolerance. */
export interface HPAScalingRules {
  /** policies is a list of potential scaling polices which can be used during scaling. */
  readonly policies?: ReadonlyArray<HPAScalingPolicy>;
  /** selectPolicy is used to specify which policy should be used. */
  readonly selectPolicy?: string;
  /** stabilizationWindowSeconds is the number of seconds for which past recommendations should be considered while scaling up or scaling down. */
  readonly stabilizationWindowSeconds?: number;
  /** tolerance is the tolerance on the ratio between the current and desired metric value under which no updates are made to the desired number … */
  readonly tolerance?: Quantity;
}

/** HTTPGetAction describes an action based on HTTP Get requests. */
export interface HTTPGetAction {
  /** Host name to connect to, defaults to the pod IP. */
  readonly host?: string;
  /** Custom headers to set in the request. */
  readonly httpHeaders?: ReadonlyArray<HTTPHeader>;
  /** Path to access on the HTTP server. */
  readonly path?: string;
  /** Name or number of the port to access on the container. */
  readonly port: IntOrString;
  /** Scheme to use for connecting to the host. */
  readonly scheme?: 'HTTP' | 'HTTPS';
}

/** HTTPHeader describes a custom header to be used in HTTP probes */
export interface HTTPHeader {
  /** The header field name. */
  readonly name: string;
  /** The header field value */
  readonly value: string;
}

/** HTTPIngressPath associates a path with a backend. */
export interface HTTPIngressPath {
  /** backend defines the referenced service endpoint to which the traffic will be forwarded to. */
  readonly backend: IngressBackend;
  /** path is matched against the path of an incoming request. */
  readonly path?: string;
  /** pathType determines the interpretation of the path matching. */
  readonly pathType: 'Exact' | 'ImplementationSpecific' | 'Prefix';
}

/** HTTPIngressRuleValue is a list of http selectors pointing to backends. */
export interface HTTPIngressRuleValue {
  /** paths is a collection of paths that map requests to backends. */
  readonly paths: ReadonlyArray<HTTPIngressPath>;
}

/** HorizontalPodAutoscaler is the configuration for a horizontal pod autoscaler, which automatically manages the replica count of any … */
export interface HorizontalPodAutoscaler {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'autoscaling/v2';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'HorizontalPodAutoscaler';
  /** metadata is the standard object metadata. */
  readonly metadata?: ObjectMeta;
  /** spec is the specification for the behaviour of the autoscaler. */
  readonly spec: HorizontalPodAutoscalerSpec;
}

/** HorizontalPodAutoscalerBehavior configures the scaling behavior of the target in both Up and Down directions (scaleUp and scaleDown fields … */
export interface HorizontalPodAutoscalerBehavior {
  /** scaleDown is scaling policy for scaling Down. */
  readonly scaleDown?: HPAScalingRules;
  /** scaleUp is scaling policy for scaling Up. */
  readonly scaleUp?: HPAScalingRules;
}

/** HorizontalPodAutoscalerSpec describes the desired functionality of the HorizontalPodAutoscaler. */
export interface HorizontalPodAutoscalerSpec {
  /** behavior configures the scaling behavior of the target in both Up and Down directions (scaleUp and scaleDown fields respectively). */
  readonly behavior?: HorizontalPodAutoscalerBehavior;
  /** maxReplicas is the upper limit for the number of replicas to which the autoscaler can scale up. */
  readonly maxReplicas: number;
  /** metrics contains the specifications for which to use to calculate the desired replica count (the maximum replica count across all metrics … */
  readonly metrics?: ReadonlyArray<MetricSpec>;
  /** minReplicas is the lower limit for the number of replicas to which the autoscaler can scale down. */
  readonly minReplicas?: number;
  /** scaleTargetRef points to the target resource to scale, and is used to the pods for which metrics should be collected, as well as to … */
  readonly scaleTargetRef: CrossVersionObjectReference;
}

/** HostAlias holds the mapping between IP and hostnames that will be injected as an entry in the pod's hosts file. */
export interface HostAlias {
  /** Hostnames for the above IP address. */
  readonly hostnames?: ReadonlyArray<string>;
  /** IP address of the host file entry. */
  readonly ip: string;
}

/** Represents a host path mapped into a pod. */
export interface HostPathVolumeSource {
  /** path of the directory on the host. */
  readonly path: string;
  /** type for HostPath Volume Defaults to "" More info: */
  readonly type?: 'BlockDevice' | 'CharDevice' | 'Directory' | 'DirectoryOrCreate' | 'File' | 'FileOrCreate' | 'Socket';
}

/** IPBlock describes a particular CIDR (Ex. */
export interface IPBlock {
  /** cidr is a string representing the IPBlock Valid examples are "192.168.1.0/24" or "2001:db8::/64" */
  readonly cidr: string;
  /** except is a slice of CIDRs that should not be included within an IPBlock Valid examples are "192.168.1.0/24" or "2001:db8::/64" Except … */
  readonly except?: ReadonlyArray<string>;
}

/** ISCSIPersistentVolumeSource represents an ISCSI disk. */
export interface ISCSIPersistentVolumeSource {
  /** chapAuthDiscovery defines whether support iSCSI Discovery CHAP authentication */
  readonly chapAuthDiscovery?: boolean;
  /** chapAuthSession defines whether support iSCSI Session CHAP authentication */
  readonly chapAuthSession?: boolean;
  /** fsType is the filesystem type of the volume that you want to mount. */
  readonly fsType?: string;
  /** initiatorName is the custom iSCSI Initiator Name. */
  readonly initiatorName?: string;
  /** iqn is Target iSCSI Qualified Name. */
  readonly iqn: string;
  /** iscsiInterface is the interface Name that uses an iSCSI transport. */
  readonly iscsiInterface?: string;
  /** lun is iSCSI Target Lun number. */
  readonly lun: number;
  /** portals is the iSCSI Target Portal List. */
  readonly portals?: ReadonlyArray<string>;
  /** readOnly here will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: boolean;
  /** secretRef is the CHAP Secret for iSCSI target and initiator authentication */
  readonly secretRef?: SecretReference;
  /** targetPortal is iSCSI Target Portal. */
  readonly targetPortal: string;
}

/** Represents an ISCSI disk. */
export interface ISCSIVolumeSource {
  /** chapAuthDiscovery defines whether support iSCSI Discovery CHAP authentication */
  readonly chapAuthDiscovery?: boolean;
  /** chapAuthSession defines whether support iSCSI Session CHAP authentication */
  readonly chapAuthSession?: boolean;
  /** fsType is the filesystem type of the volume that you want to mount. */
  readonly fsType?: string;
  /** initiatorName is the custom iSCSI Initiator Name. */
  readonly initiatorName?: string;
  /** iqn is the target iSCSI Qualified Name. */
  readonly iqn: string;
  /** iscsiInterface is the interface Name that uses an iSCSI transport. */
  readonly iscsiInterface?: string;
  /** lun represents iSCSI Target Lun number. */
  readonly lun: number;
  /** portals is the iSCSI Target Portal List. */
  readonly portals?: ReadonlyArray<string>;
  /** readOnly here will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: boolean;
  /** secretRef is the CHAP Secret for iSCSI target and initiator authentication */
  readonly secretRef?: LocalObjectReference;
  /** targetPortal is iSCSI Target Portal. */
  readonly targetPortal: string;
}

/** ImageVolumeSource represents a image volume resource. */
export interface ImageVolumeSource {
  /** Policy for pulling OCI objects. */
  readonly pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Required: */
  readonly reference?: string;
}

/** Ingress is a collection of rules that allow inbound connections to reach the endpoints defined by a backend. */
export interface Ingress {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'networking.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'Ingress';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** spec is the desired state of the Ingress. */
  readonly spec?: IngressSpec;
}

/** IngressBackend describes all endpoints for a given service and port. */
export interface IngressBackend {
  /** resource is an ObjectRef to another Kubernetes resource in the namespace of the Ingress object. */
  readonly resource?: TypedLocalObjectReference;
  /** service references a service as a backend. */
  readonly service?: IngressServiceBackend;
}

/** IngressClass represents the class of the Ingress, referenced by the Ingress Spec. */
export interface IngressClass {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'networking.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'IngressClass';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** spec is the desired state of the IngressClass. */
  readonly spec?: IngressClassSpec;
}

/** IngressClassParametersReference identifies an API object. */
export interface IngressClassParametersReference {
  /** apiGroup is the group for the resource being referenced. */
  readonly apiGroup?: string;
  /** kind is the type of resource being referenced. */
  readonly kind: string;
  /** name is the name of resource being referenced. */
  readonly name: string;
  /** namespace is the namespace of the resource being referenced. */
  readonly namespace?: string;
  /** scope represents if this refers to a cluster or namespace scoped resource. */
  readonly scope?: string;
}

/** IngressClassSpec provides information about the class of an Ingress. */
export interface IngressClassSpec {
  /** controller refers to the name of the controller that should handle this class. */
  readonly controller?: string;
  /** parameters is a link to a custom resource containing additional configuration for the controller. */
  readonly parameters?: IngressClassParametersReference;
}

/** IngressRule represents the rules mapping the paths under a specified host to the related backend services. */
export interface IngressRule {
  /** host is the fully qualified domain name of a network host, as defined by RFC 3986. */
  readonly host?: string;
  readonly http?: HTTPIngressRuleValue;
}

/** IngressServiceBackend references a Kubernetes Service as a Backend. */
export interface IngressServiceBackend {
  /** name is the referenced service. */
  readonly name: string;
  /** port of the referenced service. */
  readonly port?: ServiceBackendPort;
}

/** IngressSpec describes the Ingress the user wishes to exist. */
export interface IngressSpec {
  /** defaultBackend is the backend that should handle requests that don't match any rule. */
  readonly defaultBackend?: IngressBackend;
  /** ingressClassName is the name of an IngressClass cluster resource. */
  readonly ingressClassName?: string;
  /** rules is a list of host rules used to configure the Ingress. */
  readonly rules?: ReadonlyArray<IngressRule>;
  /** tls represents the TLS configuration. */
  readonly tls?: ReadonlyArray<IngressTLS>;
}

/** IngressTLS describes the transport layer security associated with an ingress. */
export interface IngressTLS {
  /** hosts is a list of hosts included in the TLS certificate. */
  readonly hosts?: ReadonlyArray<string>;
  /** secretName is the name of the secret used to terminate TLS traffic on port 443. */
  readonly secretName?: string;
}

/** Job represents the configuration of a single job. */
export interface Job {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'batch/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'Job';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Specification of the desired behavior of a job. */
  readonly spec?: JobSpec;
}

/** JobSpec describes how the job execution will look like. */
export interface JobSpec {
  /** Specifies the duration in seconds relative to the startTime that the job may be continuously active before the system tries to terminate … */
  readonly activeDeadlineSeconds?: number;
  /** Specifies the number of retries before marking this job failed. */
  readonly backoffLimit?: number;
  /** Specifies the limit for the number of retries within an index before marking this index as failed. */
  readonly backoffLimitPerIndex?: number;
  /** completionMode specifies how Pod completions are tracked. */
  readonly completionMode?: 'Indexed' | 'NonIndexed';
  /** Specifies the desired number of successfully finished pods the job should be run with. */
  readonly completions?: number;
  /** ManagedBy field indicates the controller that manages a Job. */
  readonly managedBy?: string;
  /** manualSelector controls generation of pod labels and pod selectors. */
  readonly manualSelector?: boolean;
  /** Specifies the maximal number of failed indexes before marking the Job as failed, when backoffLimitPerIndex is set. */
  readonly maxFailedIndexes?: number;
  /** Specifies the maximum desired number of pods the job should run at any given time. */
  readonly parallelism?: number;
  /** Specifies the policy of handling failed pods. */
  readonly podFailurePolicy?: PodFailurePolicy;
  /** podReplacementPolicy specifies when to create replacement Pods. */
  readonly podReplacementPolicy?: 'Failed' | 'TerminatingOrFailed';
  /** A label query over pods that should match the pod count. */
  readonly selector?: LabelSelector;
  /** successPolicy specifies the policy when the Job can be declared as succeeded. */
  readonly successPolicy?: SuccessPolicy;
  /** suspend specifies whether the Job controller should create Pods or not. */
  readonly suspend?: boolean;
  /** Describes the pod that will be created when executing a job. */
  readonly template: PodTemplateSpec;
  /** ttlSecondsAfterFinished limits the lifetime of a Job that has finished execution (either Complete or Failed). */
  readonly ttlSecondsAfterFinished?: number;
}

/** JobTemplateSpec describes the data a Job should have when created from a template */
export interface JobTemplateSpec {
  /** Standard object's metadata of the jobs created from this template. */
  readonly metadata?: ObjectMeta;
  /** Specification of the desired behavior of the job. */
  readonly spec?: JobSpec;
}

/** Maps a string key to a path within a volume. */
export interface KeyToPath {
  /** key is the key to project. */
  readonly key: string;
  /** mode is Optional: */
  readonly mode?: number;
  /** path is the relative path of the file to map the key to. */
  readonly path: string;
}

/** A label selector is a label query over a set of resources. */
export interface LabelSelector {
  /** matchExpressions is a list of label selector requirements. */
  readonly matchExpressions?: ReadonlyArray<LabelSelectorRequirement>;
  /** matchLabels is a map of {key,value} pairs. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** A label selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface LabelSelectorRequirement {
  /** key is the label key that the selector applies to. */
  readonly key: string;
  /** operator represents a key's relationship to a set of values. */
  readonly operator: string;
  /** values is an array of string values. */
  readonly values?: ReadonlyArray<string>;
}

/** Lifecycle describes actions that the management system should take in response to container lifecycle events. */
export interface Lifecycle {
  /** PostStart is called immediately after a container is created. */
  readonly postStart?: LifecycleHandler;
  /** PreStop is called immediately before a container is terminated due to an API request or management event such as liveness/startup probe … */
  readonly preStop?: LifecycleHandler;
  /** StopSignal defines which signal will be sent to a container when it is being stopped. */
  readonly stopSignal?:
    | 'SIGABRT'
    | 'SIGALRM'
    | 'SIGBUS'
    | 'SIGCHLD'
    | 'SIGCLD'
    | 'SIGCONT'
    | 'SIGFPE'
    | 'SIGHUP'
    | 'SIGILL'
    | 'SIGINT'
    | 'SIGIO'
    | 'SIGIOT'
    | 'SIGKILL'
    | 'SIGPIPE'
    | 'SIGPOLL'
    | 'SIGPROF'
    | 'SIGPWR'
    | 'SIGQUIT'
    | 'SIGRTMAX'
    | 'SIGRTMAX-1'
    | 'SIGRTMAX-10'
    | 'SIGRTMAX-11'
    | 'SIGRTMAX-12'
    | 'SIGRTMAX-13'
    | 'SIGRTMAX-14'
    | 'SIGRTMAX-2'
    | 'SIGRTMAX-3'
    | 'SIGRTMAX-4'
    | 'SIGRTMAX-5'
    | 'SIGRTMAX-6'
    | 'SIGRTMAX-7'
    | 'SIGRTMAX-8'
    | 'SIGRTMAX-9'
    | 'SIGRTMIN'
    | 'SIGRTMIN+1'
    | 'SIGRTMIN+10'
    | 'SIGRTMIN+11'
    | 'SIGRTMIN+12'
    | 'SIGRTMIN+13'
    | 'SIGRTMIN+14'
    | 'SIGRTMIN+15'
    | 'SIGRTMIN+2'
    | 'SIGRTMIN+3'
    | 'SIGRTMIN+4'
    | 'SIGRTMIN+5'
    | 'SIGRTMIN+6'
    | 'SIGRTMIN+7'
    | 'SIGRTMIN+8'
    | 'SIGRTMIN+9'
    | 'SIGSEGV'
    | 'SIGSTKFLT'
    | 'SIGSTOP'
    | 'SIGSYS'
    | 'SIGTERM'
    | 'SIGTRAP'
    | 'SIGTSTP'
    | 'SIGTTIN'
    | 'SIGTTOU'
    | 'SIGURG'
    | 'SIGUSR1'
    | 'SIGUSR2'
    | 'SIGVTALRM'
    | 'SIGWINCH'
    | 'SIGXCPU'
    | 'SIGXFSZ';
}

/** LifecycleHandler defines a specific action that should be taken in a lifecycle hook. */
export interface LifecycleHandler {
  /** Exec specifies a command to execute in the container. */
  readonly exec?: ExecAction;
  /** HTTPGet specifies an HTTP GET request to perform. */
  readonly httpGet?: HTTPGetAction;
  /** Sleep represents a duration that the container should sleep. */
  readonly sleep?: SleepAction;
  /** Deprecated. */
  readonly tcpSocket?: TCPSocketAction;
}

/** LimitRange sets resource usage limits for each kind of resource in a Namespace. */
export interface LimitRange {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'LimitRange';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Spec defines the limits enforced. */
  readonly spec?: LimitRangeSpec;
}

/** LimitRangeItem defines a min/max usage limit for any resource that matches on kind. */
export interface LimitRangeItem {
  /** Default resource requirement limit value by resource name if resource limit is omitted. */
  readonly default?: Readonly<Record<string, Quantity>>;
  /** DefaultRequest is the default resource requirement request value by resource name if resource request is omitted. */
  readonly defaultRequest?: Readonly<Record<string, Quantity>>;
  /** Max usage constraints on this kind by resource name. */
  readonly max?: Readonly<Record<string, Quantity>>;
  /** MaxLimitRequestRatio if specified, the named resource must have a request and limit that are both non-zero where limit divided by request … */
  readonly maxLimitRequestRatio?: Readonly<Record<string, Quantity>>;
  /** Min usage constraints on this kind by resource name. */
  readonly min?: Readonly<Record<string, Quantity>>;
  /** Type of resource that this limit applies to. */
  readonly type: string;
}

/** LimitRangeSpec defines a min/max usage limit for resources that match on kind. */
export interface LimitRangeSpec {
  /** Limits is the list of LimitRangeItem objects that are enforced. */
  readonly limits: ReadonlyArray<LimitRangeItem>;
}

/** LocalObjectReference contains enough information to let you locate the referenced object inside the same namespace. */
export interface LocalObjectReference {
  /** Name of the referent. */
  readonly name?: string;
}

/** Local represents directly-attached storage with node affinity */
export interface LocalVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** path of the full path to the volume on the node. */
  readonly path: string;
}

/** ManagedFieldsEntry is a workflow-id, a FieldSet and the group version of the resource that the fieldset applies to. */
export interface ManagedFieldsEntry {
  /** APIVersion defines the version of this resource that this field set applies to. */
  readonly apiVersion?: string;
  /** FieldsType is the discriminator for the different fields format and version. */
  readonly fieldsType?: string;
  /** FieldsV1 holds the first JSON version format as described in the "FieldsV1" type. */
  readonly fieldsV1?: unknown;
  /** Manager is an identifier of the workflow managing these fields. */
  readonly manager?: string;
  /** Operation is the type of operation which lead to this ManagedFieldsEntry being created. */
  readonly operation?: string;
  /** Subresource is the name of the subresource used to update that object, or empty string if the object was updated through the main resource. */
  readonly subresource?: string;
  /** Time is the timestamp of when the ManagedFields entry was added. */
  readonly time?: string;
}

/** MetricIdentifier defines the name and optionally selector for a metric */
export interface MetricIdentifier {
  /** name is the name of the given metric */
  readonly name: string;
  /** selector is the string-encoded form of a standard kubernetes label selector for the given metric When set, it is passed as an additional … */
  readonly selector?: LabelSelector;
}

/** MetricSpec specifies how to scale based on a single metric (only `type` and one other matching field should be set at once). */
export interface MetricSpec {
  /** containerResource refers to a resource metric (such as those specified in requests and limits) known to Kubernetes describing a single … */
  readonly containerResource?: ContainerResourceMetricSource;
  /** external refers to a global metric that is not associated with any Kubernetes object. */
  readonly external?: ExternalMetricSource;
  /** object refers to a metric describing a single kubernetes object (for example, hits-per-second on an Ingress object). */
  readonly object?: ObjectMetricSource;
  /** pods refers to a metric describing each pod in the current scale target (for example, transactions-processed-per-second). */
  readonly pods?: PodsMetricSource;
  /** resource refers to a resource metric (such as those specified in requests and limits) known to Kubernetes describing each pod in the … */
  readonly resource?: ResourceMetricSource;
  /** type is the type of metric source. */
  readonly type: string;
}

/** MetricTarget defines the target value, average value, or average utilization of a specific metric */
export interface MetricTarget {
  /** averageUtilization is the target value of the average of the resource metric across all relevant pods, represented as a percentage of the … */
  readonly averageUtilization?: number;
  /** averageValue is the target value of the average of the metric across all relevant pods (as a quantity) */
  readonly averageValue?: Quantity;
  /** type represents whether the metric type is Utilization, Value, or AverageValue */
  readonly type: string;
  /** value is the target value of the metric (as a quantity). */
  readonly value?: Quantity;
}

/** Represents an NFS mount that lasts the lifetime of a pod. */
export interface NFSVolumeSource {
  /** path that is exported by the NFS server. */
  readonly path: string;
  /** readOnly here will force the NFS export to be mounted with read-only permissions. */
  readonly readOnly?: boolean;
  /** server is the hostname or IP address of the NFS server. */
  readonly server: string;
}

/** Namespace provides a scope for Names. */
export interface Namespace {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'Namespace';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Spec defines the behavior of the Namespace. */
  readonly spec?: NamespaceSpec;
}

/** NamespaceSpec describes the attributes on a Namespace. */
export interface NamespaceSpec {
  /** Finalizers is an opaque list of values that must be empty to permanently remove object from storage. */
  readonly finalizers?: ReadonlyArray<string>;
}

/** NetworkPolicy describes what network traffic is allowed for a set of Pods */
export interface NetworkPolicy {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'networking.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'NetworkPolicy';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** spec represents the specification of the desired behavior for this NetworkPolicy. */
  readonly spec?: NetworkPolicySpec;
}

/** NetworkPolicyEgressRule describes a particular set of traffic that is allowed out of pods matched by a NetworkPolicySpec's podSelector. */
export interface NetworkPolicyEgressRule {
  /** ports is a list of destination ports for outgoing traffic. */
  readonly ports?: ReadonlyArray<NetworkPolicyPort>;
  /** to is a list of destinations for outgoing traffic of pods selected for this rule. */
  readonly to?: ReadonlyArray<NetworkPolicyPeer>;
}

/** NetworkPolicyIngressRule describes a particular set of traffic that is allowed to the pods matched by a NetworkPolicySpec's podSelector. */
export interface NetworkPolicyIngressRule {
  /** from is a list of sources which should be able to access the pods selected for this rule. */
  readonly from?: ReadonlyArray<NetworkPolicyPeer>;
  /** ports is a list of ports which should be made accessible on the pods selected for this rule. */
  readonly ports?: ReadonlyArray<NetworkPolicyPort>;
}

/** NetworkPolicyPeer describes a peer to allow traffic to/from. */
export interface NetworkPolicyPeer {
  /** ipBlock defines policy on a particular IPBlock. */
  readonly ipBlock?: IPBlock;
  /** namespaceSelector selects namespaces using cluster-scoped labels. */
  readonly namespaceSelector?: LabelSelector;
  /** podSelector is a label selector which selects pods. */
  readonly podSelector?: LabelSelector;
}

/** NetworkPolicyPort describes a port to allow traffic on */
export interface NetworkPolicyPort {
  /** endPort indicates that the range of ports from port to endPort if set, inclusive, should be allowed by the policy. */
  readonly endPort?: number;
  /** port represents the port on the given protocol. */
  readonly port?: IntOrString;
  /** protocol represents the protocol (TCP, UDP, or SCTP) which traffic must match. */
  readonly protocol?: 'SCTP' | 'TCP' | 'UDP';
}

/** NetworkPolicySpec provides the specification of a NetworkPolicy */
export interface NetworkPolicySpec {
  /** egress is a list of egress rules to be applied to the selected pods. */
  readonly egress?: ReadonlyArray<NetworkPolicyEgressRule>;
  /** ingress is a list of ingress rules to be applied to the selected pods. */
  readonly ingress?: ReadonlyArray<NetworkPolicyIngressRule>;
  /** podSelector selects the pods to which this NetworkPolicy object applies. */
  readonly podSelector?: LabelSelector;
  /** policyTypes is a list of rule types that the NetworkPolicy relates to. */
  readonly policyTypes?: ReadonlyArray<'Egress' | 'Ingress'>;
}

/** Node affinity is a group of node affinity scheduling rules. */
export interface NodeAffinity {
  /** The scheduler will prefer to schedule pods to nodes that satisfy the affinity expressions specified by this field, but it may choose a … */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: ReadonlyArray<PreferredSchedulingTerm>;
  /** If the affinity requirements specified by this field are not met at scheduling time, the pod will not be scheduled onto the node. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector;
}

/** A node selector represents the union of the results of one or more label queries over a set of nodes; that is, it represents the OR of the … */
export interface NodeSelector {
  /** Required. */
  readonly nodeSelectorTerms: ReadonlyArray<NodeSelectorTerm>;
}

/** A node selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface NodeSelectorRequirement {
  /** The label key that the selector applies to. */
  readonly key: string;
  /** Represents a key's relationship to a set of values. */
  readonly operator: 'DoesNotExist' | 'Exists' | 'Gt' | 'In' | 'Lt' | 'NotIn';
  /** An array of string values. */
  readonly values?: ReadonlyArray<string>;
}

/** A null or empty node selector term matches no objects. */
export interface NodeSelectorTerm {
  /** A list of node selector requirements by node's labels. */
  readonly matchExpressions?: ReadonlyArray<NodeSelectorRequirement>;
  /** A list of node selector requirements by node's fields. */
  readonly matchFields?: ReadonlyArray<NodeSelectorRequirement>;
}

/** ObjectFieldSelector selects an APIVersioned field of an object. */
export interface ObjectFieldSelector {
  /** Version of the schema the FieldPath is written in terms of, defaults to "v1". */
  readonly apiVersion?: string;
  /** Path of the field to select in the specified API version. */
  readonly fieldPath: string;
}

/** ObjectMeta is metadata that all persisted resources must have, which includes all objects users must create. */
export interface ObjectMeta {
  /** Annotations is an unstructured key value map stored with a resource that may be set by external tools to store and retrieve arbitrary … */
  readonly annotations?: Readonly<Record<string, string>>;
  /** CreationTimestamp is a timestamp representing the server time when this object was created. */
  readonly creationTimestamp?: string;
  /** Number of seconds allowed for this object to gracefully terminate before it will be removed from the system. */
  readonly deletionGracePeriodSeconds?: number;
  /** DeletionTimestamp is RFC 3339 date and time at which this resource will be deleted. */
  readonly deletionTimestamp?: string;
  /** Must be empty before the object is deleted from the registry. */
  readonly finalizers?: Array<string>;
  /** GenerateName is an optional prefix, used by the server, to generate a unique name ONLY IF the Name field has not been provided. */
  readonly generateName?: string;
  /** A sequence number representing a specific generation of the desired state. */
  readonly generation?: number;
  /** Map of string keys and values that can be used to organize and categorize (scope and select) objects. */
  readonly labels?: Readonly<Record<string, string>>;
  /** ManagedFields maps workflow-id and version to the set of fields that are managed by that workflow. */
  readonly managedFields?: Array<ManagedFieldsEntry>;
  /** Name must be unique within a namespace. */
  readonly name?: string;
  /** Namespace defines the space within which each name must be unique. */
  readonly namespace?: string;
  /** List of objects depended by this object. */
  readonly ownerReferences?: Array<OwnerReference>;
  /** An opaque value that represents the internal version of this object that can be used by clients to determine when objects have changed. */
  readonly resourceVersion?: string;
  /** Deprecated: */
  readonly selfLink?: string;
  /** UID is the unique in time and space value for this object. */
  readonly uid?: string;
}

/** ObjectMetricSource indicates how to scale on a metric describing a kubernetes object (for example, hits-per-second on an Ingress object). */
export interface ObjectMetricSource {
  /** describedObject specifies the descriptions of a object,such as kind,name apiVersion */
  readonly describedObject: CrossVersionObjectReference;
  /** metric identifies the target metric by name and selector */
  readonly metric: MetricIdentifier;
  /** target specifies the target value for the given metric */
  readonly target: MetricTarget;
}

/** ObjectReference contains enough information to let you inspect or modify the referred object. */
export interface ObjectReference {
  /** API version of the referent. */
  readonly apiVersion?: string;
  /** If referring to a piece of an object instead of an entire object, this string should contain a valid JSON/Go field access statement, such … */
  readonly fieldPath?: string;
  /** Kind of the referent. */
  readonly kind?: string;
  /** Name of the referent. */
  readonly name?: string;
  /** Namespace of the referent. */
  readonly namespace?: string;
  /** Specific resourceVersion to which this reference is made, if any. */
  readonly resourceVersion?: string;
  /** UID of the referent. */
  readonly uid?: string;
}

/** OwnerReference contains enough information to let you identify an owning object. */
export interface OwnerReference {
  /** API version of the referent. */
  readonly apiVersion: string;
  /** If true, AND if the owner has the "foregroundDeletion" finalizer, then the owner cannot be deleted from the key-value store until this … */
  readonly blockOwnerDeletion?: boolean;
  /** If true, this reference points to the managing controller. */
  readonly controller?: boolean;
  /** Kind of the referent. */
  readonly kind: string;
  /** Name of the referent. */
  readonly name: string;
  /** UID of the referent. */
  readonly uid: string;
}

/** PersistentVolume (PV) is a storage resource provisioned by an administrator. */
export interface PersistentVolume {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'PersistentVolume';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** spec defines a specification of a persistent volume owned by the cluster. */
  readonly spec?: PersistentVolumeSpec;
}

/** PersistentVolumeClaim is a user's request for and claim to a persistent volume */
export interface PersistentVolumeClaim {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'PersistentVolumeClaim';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** spec defines the desired characteristics of a volume requested by a pod author. */
  readonly spec?: PersistentVolumeClaimSpec;
}

/** PersistentVolumeClaimSpec describes the common attributes of storage devices and allows a Source for provider-specific attributes */
export interface PersistentVolumeClaimSpec {
  /** accessModes contains the desired access modes the volume should have. */
  readonly accessModes?: ReadonlyArray<'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOnce' | 'ReadWriteOncePod'>;
  /** dataSource field can be used to specify either: */
  readonly dataSource?: TypedLocalObjectReference;
  /** dataSourceRef specifies the object from which to populate the volume with data, if a non-empty volume is desired. */
  readonly dataSourceRef?: TypedObjectReference;
  /** resources represents the minimum resources the volume should have. */
  readonly resources?: VolumeResourceRequirements;
  /** selector is a label query over volumes to consider for binding. */
  readonly selector?: LabelSelector;
  /** storageClassName is the name of the StorageClass required by the claim. */
  readonly storageClassName?: string;
  /** volumeAttributesClassName may be used to set the VolumeAttributesClass used by this claim. */
  readonly volumeAttributesClassName?: string;
  /** volumeMode defines what type of volume is required by the claim. */
  readonly volumeMode?: 'Block' | 'Filesystem';
  /** volumeName is the binding reference to the PersistentVolume backing this claim. */
  readonly volumeName?: string;
}

/** PersistentVolumeClaimTemplate is used to produce PersistentVolumeClaim objects as part of an EphemeralVolumeSource. */
export interface PersistentVolumeClaimTemplate {
  /** May contain labels and annotations that will be copied into the PVC when creating it. */
  readonly metadata?: ObjectMeta;
  /** The specification for the PersistentVolumeClaim. */
  readonly spec: PersistentVolumeClaimSpec;
}

/** PersistentVolumeClaimVolumeSource references the user's PVC in the same namespace. */
export interface PersistentVolumeClaimVolumeSource {
  /** claimName is the name of a PersistentVolumeClaim in the same namespace as the pod using this volume. */
  readonly claimName: string;
  /** readOnly Will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: boolean;
}

/** PersistentVolumeSpec is the specification of a persistent volume. */
export interface PersistentVolumeSpec {
  /** accessModes contains all ways the volume can be mounted. */
  readonly accessModes?: ReadonlyArray<'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOnce' | 'ReadWriteOncePod'>;
  /** awsElasticBlockStore represents an AWS Disk resource that is attached to a kubelet's host machine and then exposed to the pod. */
  readonly awsElasticBlockStore?: AWSElasticBlockStoreVolumeSource;
  /** azureDisk represents an Azure Data Disk mount on the host and bind mount to the pod. */
  readonly azureDisk?: AzureDiskVolumeSource;
  /** azureFile represents an Azure File Service mount on the host and bind mount to the pod. */
  readonly azureFile?: AzureFilePersistentVolumeSource;
  /** capacity is the description of the persistent volume's resources and capacity. */
  readonly capacity?: Readonly<Record<string, Quantity>>;
  /** cephFS represents a Ceph FS mount on the host that shares a pod's lifetime. */
  readonly cephfs?: CephFSPersistentVolumeSource;
  /** cinder represents a cinder volume attached and mounted on kubelets host machine. */
  readonly cinder?: CinderPersistentVolumeSource;
  /** claimRef is part of a bi-directional binding between PersistentVolume and PersistentVolumeClaim. */
  readonly claimRef?: ObjectReference;
  /** csi represents storage that is handled by an external CSI driver. */
  readonly csi?: CSIPersistentVolumeSource;
  /** fc represents a Fibre Channel resource that is attached to a kubelet's host machine and then exposed to the pod. */
  readonly fc?: FCVolumeSource;
  /** flexVolume represents a generic volume resource that is provisioned/attached using an exec based plugin. */
  readonly flexVolume?: FlexPersistentVolumeSource;
  /** flocker represents a Flocker volume attached to a kubelet's host machine and exposed to the pod for its usage. */
  readonly flocker?: FlockerVolumeSource;
  /** gcePersistentDisk represents a GCE Disk resource that is attached to a kubelet's host machine and then exposed to the pod. */
  readonly gcePersistentDisk?: GCEPersistentDiskVolumeSource;
  /** glusterfs represents a Glusterfs volume that is attached to a host and exposed to the pod. */
  readonly glusterfs?: GlusterfsPersistentVolumeSource;
  /** hostPath represents a directory on the host. */
  readonly hostPath?: HostPathVolumeSource;
  /** iscsi represents an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed to the pod. */
  readonly iscsi?: ISCSIPersistentVolumeSource;
  /** local represents directly-attached storage with node affinity */
  readonly local?: LocalVolumeSource;
  /** mountOptions is the list of mount options, e.g. */
  readonly mountOptions?: ReadonlyArray<string>;
  /** nfs represents an NFS mount on the host. */
  readonly nfs?: NFSVolumeSource;
  /** nodeAffinity defines constraints that limit what nodes this volume can be accessed from. */
  readonly nodeAffinity?: VolumeNodeAffinity;
  /** persistentVolumeReclaimPolicy defines what happens to a persistent volume when released from its claim. */
  readonly persistentVolumeReclaimPolicy?: 'Delete' | 'Recycle' | 'Retain';
  /** photonPersistentDisk represents a PhotonController persistent disk attached and mounted on kubelets host machine. */
  readonly photonPersistentDisk?: PhotonPersistentDiskVolumeSource;
  /** portworxVolume represents a portworx volume attached and mounted on kubelets host machine. */
  readonly portworxVolume?: PortworxVolumeSource;
  /** quobyte represents a Quobyte mount on the host that shares a pod's lifetime. */
  readonly quobyte?: QuobyteVolumeSource;
  /** rbd represents a Rados Block Device mount on the host that shares a pod's lifetime. */
  readonly rbd?: RBDPersistentVolumeSource;
  /** scaleIO represents a ScaleIO persistent volume attached and mounted on Kubernetes nodes. */
  readonly scaleIO?: ScaleIOPersistentVolumeSource;
  /** storageClassName is the name of StorageClass to which this persistent volume belongs. */
  readonly storageClassName?: string;
  /** storageOS represents a StorageOS volume that is attached to the kubelet's host machine and mounted into the pod. */
  readonly storageos?: StorageOSPersistentVolumeSource;
  /** Name of VolumeAttributesClass to which this persistent volume belongs. */
  readonly volumeAttributesClassName?: string;
  /** volumeMode defines if a volume is intended to be used with a formatted filesystem or to remain in raw block state. */
  readonly volumeMode?: 'Block' | 'Filesystem';
  /** vsphereVolume represents a vSphere volume attached and mounted on kubelets host machine. */
  readonly vsphereVolume?: VsphereVirtualDiskVolumeSource;
}

/** Represents a Photon Controller persistent disk resource. */
export interface PhotonPersistentDiskVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** pdID is the ID that identifies Photon Controller persistent disk */
  readonly pdID: string;
}

/** Pod is a collection of containers that can run on a host. */
export interface Pod {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'Pod';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Specification of the desired behavior of the pod. */
  readonly spec?: PodSpec;
}

/** Pod affinity is a group of inter pod affinity scheduling rules. */
export interface PodAffinity {
  /** The scheduler will prefer to schedule pods to nodes that satisfy the affinity expressions specified by this field, but it may choose a … */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: ReadonlyArray<WeightedPodAffinityTerm>;
  /** If the affinity requirements specified by this field are not met at scheduling time, the pod will not be scheduled onto the node. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: ReadonlyArray<PodAffinityTerm>;
}

/** Defines a set of pods (namely those matching the labelSelector relative to the given namespace(s)) that this pod should be co-located … */
export interface PodAffinityTerm {
  /** A label query over a set of resources, in this case pods. */
  readonly labelSelector?: LabelSelector;
  /** MatchLabelKeys is a set of pod label keys to select which pods will be taken into consideration. */
  readonly matchLabelKeys?: ReadonlyArray<string>;
  /** MismatchLabelKeys is a set of pod label keys to select which pods will be taken into consideration. */
  readonly mismatchLabelKeys?: ReadonlyArray<string>;
  /** A label query over the set of namespaces that the term applies to. */
  readonly namespaceSelector?: LabelSelector;
  /** namespaces specifies a static list of namespace names that the term applies to. */
  readonly namespaces?: ReadonlyArray<string>;
  /** This pod should be co-located (affinity) or not co-located (anti-affinity) with the pods matching the labelSelector in the specified … */
  readonly topologyKey: string;
}

/** Pod anti affinity is a group of inter pod anti affinity scheduling rules. */
export interface PodAntiAffinity {
  /** The scheduler will prefer to schedule pods to nodes that satisfy the anti-affinity expressions specified by this field, but it may choose … */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: ReadonlyArray<WeightedPodAffinityTerm>;
  /** If the anti-affinity requirements specified by this field are not met at scheduling time, the pod will not be scheduled onto the node. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: ReadonlyArray<PodAffinityTerm>;
}

/** PodCertificateProjection provides a private key and X.509 certificate in the pod filesystem. */
export interface PodCertificateProjection {
  /** Write the certificate chain at this path in the projected volume. */
  readonly certificateChainPath?: string;
  /** Write the credential bundle at this path in the projected volume. */
  readonly credentialBundlePath?: string;
  /** Write the key at this path in the projected volume. */
  readonly keyPath?: string;
  /** The type of keypair Kubelet will generate for the pod. */
  readonly keyType: string;
  /** maxExpirationSeconds is the maximum lifetime permitted for the certificate. */
  readonly maxExpirationSeconds?: number;
  /** Kubelet's generated CSRs will be addressed to this signer. */
  readonly signerName: string;
  /** userAnnotations allow pod authors to pass additional information to the signer implementation. */
  readonly userAnnotations?: Readonly<Record<string, string>>;
}

/** PodDNSConfig defines the DNS parameters of a pod in addition to those generated from DNSPolicy. */
export interface PodDNSConfig {
  /** A list of DNS name server IP addresses. */
  readonly nameservers?: ReadonlyArray<string>;
  /** A list of DNS resolver options. */
  readonly options?: ReadonlyArray<PodDNSConfigOption>;
  /** A list of DNS search domains for host-name lookup. */
  readonly searches?: ReadonlyArray<string>;
}

/** PodDNSConfigOption defines DNS resolver options of a pod. */
export interface PodDNSConfigOption {
  /** Name is this DNS resolver option's name. */
  readonly name?: string;
  /** Value is this DNS resolver option's value. */
  readonly value?: string;
}

/** PodDisruptionBudget is an object to define the max disruption that can be caused to a collection of pods */
export interface PodDisruptionBudget {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'policy/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'PodDisruptionBudget';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Specification of the desired behavior of the PodDisruptionBudget. */
  readonly spec?: PodDisruptionBudgetSpec;
}

/** PodDisruptionBudgetSpec is a description of a PodDisruptionBudget. */
export interface PodDisruptionBudgetSpec {
  /** An eviction is allowed if at most "maxUnavailable" pods selected by "selector" are unavailable after the eviction, i.e. */
  readonly maxUnavailable?: IntOrString;
  /** An eviction is allowed if at least "minAvailable" pods selected by "selector" will still be available after the eviction, i.e. */
  readonly minAvailable?: IntOrString;
  /** Label query over pods whose evictions are managed by the disruption budget. */
  readonly selector?: LabelSelector;
  /** UnhealthyPodEvictionPolicy defines the criteria for when unhealthy pods should be considered for eviction. */
  readonly unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
}

/** PodFailurePolicy describes how failed pods influence the backoffLimit. */
export interface PodFailurePolicy {
  /** A list of pod failure policy rules. */
  readonly rules: ReadonlyArray<PodFailurePolicyRule>;
}

/** PodFailurePolicyOnExitCodesRequirement describes the requirement for handling a failed pod based on its container exit codes. */
export interface PodFailurePolicyOnExitCodesRequirement {
  /** Restricts the check for exit codes to the container with the specified name. */
  readonly containerName?: string;
  /** Represents the relationship between the container exit code(s) and the specified values. */
  readonly operator: 'In' | 'NotIn';
  /** Specifies the set of values. */
  readonly values: ReadonlyArray<number>;
}

/** PodFailurePolicyOnPodConditionsPattern describes a pattern for matching an actual pod condition type. */
export interface PodFailurePolicyOnPodConditionsPattern {
  /** Specifies the required Pod condition status. */
  readonly status?: string;
  /** Specifies the required Pod condition type. */
  readonly type: string;
}

/** PodFailurePolicyRule describes how a pod failure is handled when the requirements are met. */
export interface PodFailurePolicyRule {
  /** Specifies the action taken on a pod failure when the requirements are satisfied. */
  readonly action: 'Count' | 'FailIndex' | 'FailJob' | 'Ignore';
  /** Represents the requirement on the container exit codes. */
  readonly onExitCodes?: PodFailurePolicyOnExitCodesRequirement;
  /** Represents the requirement on the pod conditions. */
  readonly onPodConditions?: ReadonlyArray<PodFailurePolicyOnPodConditionsPattern>;
}

/** PodOS defines the OS parameters of a pod. */
export interface PodOS {
  /** Name is the name of the operating system. */
  readonly name: string;
}

/** PodReadinessGate contains the reference to a pod condition */
export interface PodReadinessGate {
  /** ConditionType refers to a condition in the pod's condition list with matching type. */
  readonly conditionType: string;
}

/** PodResourceClaim references exactly one ResourceClaim, either directly or by naming a ResourceClaimTemplate which is then turned into a … */
export interface PodResourceClaim {
  /** Name uniquely identifies this resource claim inside the pod. */
  readonly name: string;
  /** ResourceClaimName is the name of a ResourceClaim object in the same namespace as this pod. */
  readonly resourceClaimName?: string;
  /** ResourceClaimTemplateName is the name of a ResourceClaimTemplate object in the same namespace as this pod. */
  readonly resourceClaimTemplateName?: string;
}

/** PodSchedulingGate is associated to a Pod to guard its scheduling. */
export interface PodSchedulingGate {
  /** Name of the scheduling gate. */
  readonly name: string;
}

/** PodSchedulingGroup identifies the runtime scheduling group instance that a Pod belongs to. */
export interface PodSchedulingGroup {
  /** PodGroupName specifies the name of the standalone PodGroup object that represents the runtime instance of this group. */
  readonly podGroupName?: string;
}

/** PodSecurityContext holds pod-level security attributes and common container settings. */
export interface PodSecurityContext {
  /** appArmorProfile is the AppArmor options to use by the containers in this pod. */
  readonly appArmorProfile?: AppArmorProfile;
  /** A special supplemental group that applies to all containers in a pod. */
  readonly fsGroup?: number;
  /** fsGroupChangePolicy defines behavior of changing ownership and permission of the volume before being exposed inside Pod. */
  readonly fsGroupChangePolicy?: 'Always' | 'OnRootMismatch';
  /** The GID to run the entrypoint of the container process. */
  readonly runAsGroup?: number;
  /** Indicates that the container must run as a non-root user. */
  readonly runAsNonRoot?: boolean;
  /** The UID to run the entrypoint of the container process. */
  readonly runAsUser?: number;
  /** seLinuxChangePolicy defines how the container's SELinux label is applied to all volumes used by the Pod. */
  readonly seLinuxChangePolicy?: string;
  /** The SELinux context to be applied to all containers. */
  readonly seLinuxOptions?: SELinuxOptions;
  /** The seccomp options to use by the containers in this pod. */
  readonly seccompProfile?: SeccompProfile;
  /** A list of groups applied to the first process run in each container, in addition to the container's primary GID and fsGroup (if specified). */
  readonly supplementalGroups?: ReadonlyArray<number>;
  /** Defines how supplemental groups of the first container processes are calculated. */
  readonly supplementalGroupsPolicy?: 'Merge' | 'Strict';
  /** Sysctls hold a list of namespaced sysctls used for the pod. */
  readonly sysctls?: ReadonlyArray<Sysctl>;
  /** The Windows specific settings applied to all containers. */
  readonly windowsOptions?: WindowsSecurityContextOptions;
}

/** PodSpec is a description of a pod. */
export interface PodSpec {
  /** Optional duration in seconds the pod may be active on the node relative to StartTime before the system will actively try to mark it failed … */
  readonly activeDeadlineSeconds?: number;
  /** If specified, the pod's scheduling constraints */
  readonly affinity?: Affinity;
  /** AutomountServiceAccountToken indicates whether a service account token should be automatically mounted. */
  readonly automountServiceAccountToken?: boolean;
  /** List of containers belonging to the pod. */
  readonly containers: ReadonlyArray<Container>;
  /** Specifies the DNS parameters of a pod. */
  readonly dnsConfig?: PodDNSConfig;
  /** Set DNS policy for the pod. */
  readonly dnsPolicy?: 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None';
  /** EnableServiceLinks indicates whether information about services should be injected into pod's environment variables, matching the syntax … */
  readonly enableServiceLinks?: boolean;
  /** List of ephemeral containers run in this pod. */
  readonly ephemeralContainers?: ReadonlyArray<EphemeralContainer>;
  /** HostAliases is an optional list of hosts and IPs that will be injected into the pod's hosts file if specified. */
  readonly hostAliases?: ReadonlyArray<HostAlias>;
  /** Use the host's ipc namespace. */
  readonly hostIPC?: boolean;
  /** Host networking requested for this pod. */
  readonly hostNetwork?: boolean;
  /** Use the host's pid namespace. */
  readonly hostPID?: boolean;
  /** Use the host's user namespace. */
  readonly hostUsers?: boolean;
  /** Specifies the hostname of the Pod If not specified, the pod's hostname will be set to a system-defined value. */
  readonly hostname?: string;
  /** HostnameOverride specifies an explicit override for the pod's hostname as perceived by the pod. */
  readonly hostnameOverride?: string;
  /** ImagePullSecrets is an optional list of references to secrets in the same namespace to use for pulling any of the images used by this … */
  readonly imagePullSecrets?: ReadonlyArray<LocalObjectReference>;
  /** List of initialization containers belonging to the pod. */
  readonly initContainers?: ReadonlyArray<Container>;
  /** NodeName indicates in which node this pod is scheduled. */
  readonly nodeName?: string;
  /** NodeSelector is a selector which must be true for the pod to fit on a node. */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Specifies the OS of the containers in the pod. */
  readonly os?: PodOS;
  /** Overhead represents the resource overhead associated with running a pod for a given RuntimeClass. */
  readonly overhead?: Readonly<Record<string, Quantity>>;
  /** PreemptionPolicy is the Policy for preempting pods with lower priority. */
  readonly preemptionPolicy?: 'Never' | 'PreemptLowerPriority';
  /** The priority value. */
  readonly priority?: number;
  /** If specified, indicates the pod's priority. */
  readonly priorityClassName?: string;
  /** If specified, all readiness gates will be evaluated for pod readiness. */
  readonly readinessGates?: ReadonlyArray<PodReadinessGate>;
  /** ResourceClaims defines which ResourceClaims must be allocated and reserved before the Pod is allowed to start. */
  readonly resourceClaims?: ReadonlyArray<PodResourceClaim>;
  /** Resources is the total amount of CPU and Memory resources required by all containers in the pod. */
  readonly resources?: ResourceRequirements;
  /** Restart policy for all containers within the pod. */
  readonly restartPolicy?: 'Always' | 'Never' | 'OnFailure';
  /** RuntimeClassName refers to a RuntimeClass object in the node.k8s.io group, which should be used to run this pod. */
  readonly runtimeClassName?: string;
  /** If specified, the pod will be dispatched by specified scheduler. */
  readonly schedulerName?: string;
  /** SchedulingGates is an opaque list of values that if specified will block scheduling the pod. */
  readonly schedulingGates?: ReadonlyArray<PodSchedulingGate>;
  /** SchedulingGroup provides a reference to the immediate scheduling runtime grouping object that this Pod belongs to. */
  readonly schedulingGroup?: PodSchedulingGroup;
  /** SecurityContext holds pod-level security attributes and common container settings. */
  readonly securityContext?: PodSecurityContext;
  /** DeprecatedServiceAccount is a deprecated alias for ServiceAccountName. */
  readonly serviceAccount?: string;
  /** ServiceAccountName is the name of the ServiceAccount to use to run this pod. */
  readonly serviceAccountName?: string;
  /** If true the pod's hostname will be configured as the pod's FQDN, rather than the leaf name (the default). */
  readonly setHostnameAsFQDN?: boolean;
  /** Share a single process namespace between all of the containers in a pod. */
  readonly shareProcessNamespace?: boolean;
  /** If specified, the fully qualified Pod hostname will be "<hostname>.<subdomain>.<pod namespace>.svc.<cluster domain>". */
  readonly subdomain?: string;
  /** Optional duration in seconds the pod needs to terminate gracefully. */
  readonly terminationGracePeriodSeconds?: number;
  /** If specified, the pod's tolerations. */
  readonly tolerations?: ReadonlyArray<Toleration>;
  /** TopologySpreadConstraints describes how a group of pods ought to spread across topology domains. */
  readonly topologySpreadConstraints?: ReadonlyArray<TopologySpreadConstraint>;
  /** List of volumes that can be mounted by containers belonging to the pod. */
  readonly volumes?: ReadonlyArray<Volume>;
}

/** PodTemplateSpec describes the data a pod should have when created from a template */
export interface PodTemplateSpec {
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Specification of the desired behavior of the pod. */
  readonly spec?: PodSpec;
}

/** PodsMetricSource indicates how to scale on a metric describing each pod in the current scale target (for example, … */
export interface PodsMetricSource {
  /** metric identifies the target metric by name and selector */
  readonly metric: MetricIdentifier;
  /** target specifies the target value for the given metric */
  readonly target: MetricTarget;
}

/** PolicyRule holds information that describes a policy rule, but does not contain information about who the rule applies to or which … */
export interface PolicyRule {
  /** APIGroups is the name of the APIGroup that contains the resources. */
  readonly apiGroups?: ReadonlyArray<string>;
  /** NonResourceURLs is a set of partial urls that a user should have access to. */
  readonly nonResourceURLs?: ReadonlyArray<string>;
  /** ResourceNames is an optional white list of names that the rule applies to. */
  readonly resourceNames?: ReadonlyArray<string>;
  /** Resources is a list of resources this rule applies to. */
  readonly resources?: ReadonlyArray<string>;
  /** Verbs is a list of Verbs that apply to ALL the ResourceKinds contained in this rule. */
  readonly verbs: ReadonlyArray<string>;
}

/** PortworxVolumeSource represents a Portworx volume resource. */
export interface PortworxVolumeSource {
  /** fSType represents the filesystem type to mount Must be a filesystem type supported by the host operating system. */
  readonly fsType?: string;
  /** readOnly defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** volumeID uniquely identifies a Portworx volume */
  readonly volumeID: string;
}

/** An empty preferred scheduling term matches all objects with implicit weight 0 (i.e. */
export interface PreferredSchedulingTerm {
  /** A node selector term, associated with the corresponding weight. */
  readonly preference: NodeSelectorTerm;
  /** Weight associated with matching the corresponding nodeSelectorTerm, in the range 1-100. */
  readonly weight: number;
}

/** PriorityClass defines mapping from a priority class name to the priority integer value. */
export interface PriorityClass {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'scheduling.k8s.io/v1';
  /** description is an arbitrary string that usually provides guidelines on when this priority class should be used. */
  readonly description?: string;
  /** globalDefault specifies whether this PriorityClass should be considered as the default priority for pods that do not have any priority … */
  readonly globalDefault?: boolean;
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'PriorityClass';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** preemptionPolicy is the Policy for preempting pods with lower priority. */
  readonly preemptionPolicy?: 'Never' | 'PreemptLowerPriority';
  /** value represents the integer value of this priority class. */
  readonly value?: number;
}

/** Probe describes a health check to be performed against a container to determine whether it is alive or ready to receive traffic. */
export interface Probe {
  /** Exec specifies a command to execute in the container. */
  readonly exec?: ExecAction;
  /** Minimum consecutive failures for the probe to be considered failed after having succeeded. */
  readonly failureThreshold?: number;
  /** GRPC specifies a GRPC HealthCheckRequest. */
  readonly grpc?: GRPCAction;
  /** HTTPGet specifies an HTTP GET request to perform. */
  readonly httpGet?: HTTPGetAction;
  /** Number of seconds after the container has started before liveness probes are initiated. */
  readonly initialDelaySeconds?: number;
  /** How often (in seconds) to perform the probe. */
  readonly periodSeconds?: number;
  /** Minimum consecutive successes for the probe to be considered successful after having failed. */
  readonly successThreshold?: number;
  /** TCPSocket specifies a connection to a TCP port. */
  readonly tcpSocket?: TCPSocketAction;
  /** Optional duration in seconds the pod needs to terminate gracefully upon probe failure. */
  readonly terminationGracePeriodSeconds?: number;
  /** Number of seconds after which the probe times out. */
  readonly timeoutSeconds?: number;
}

/** Represents a projected volume source */
export interface ProjectedVolumeSource {
  /** defaultMode are the mode bits used to set permissions on created files by default. */
  readonly defaultMode?: number;
  /** sources is the list of volume projections. */
  readonly sources?: ReadonlyArray<VolumeProjection>;
}

/** Represents a Quobyte mount that lasts the lifetime of a pod. */
export interface QuobyteVolumeSource {
  /** group to map volume access to Default is no group */
  readonly group?: string;
  /** readOnly here will force the Quobyte volume to be mounted with read-only permissions. */
  readonly readOnly?: boolean;
  /** registry represents a single or multiple Quobyte Registry services specified as a string as host:port pair (multiple entries are separated … */
  readonly registry: string;
  /** tenant owning the given Quobyte volume in the Backend Used with dynamically provisioned Quobyte volumes, value is set by the plugin */
  readonly tenant?: string;
  /** user to map volume access to Defaults to serivceaccount user */
  readonly user?: string;
  /** volume is a string that references an already created Quobyte volume by name. */
  readonly volume: string;
}

/** Represents a Rados Block Device mount that lasts the lifetime of a pod. */
export interface RBDPersistentVolumeSource {
  /** fsType is the filesystem type of the volume that you want to mount. */
  readonly fsType?: string;
  /** image is the rados image name. */
  readonly image: string;
  /** keyring is the path to key ring for RBDUser. */
  readonly keyring?: string;
  /** monitors is a collection of Ceph monitors. */
  readonly monitors: ReadonlyArray<string>;
  /** pool is the rados pool name. */
  readonly pool?: string;
  /** readOnly here will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: boolean;
  /** secretRef is name of the authentication secret for RBDUser. */
  readonly secretRef?: SecretReference;
  /** user is the rados user name. */
  readonly user?: string;
}

/** Represents a Rados Block Device mount that lasts the lifetime of a pod. */
export interface RBDVolumeSource {
  /** fsType is the filesystem type of the volume that you want to mount. */
  readonly fsType?: string;
  /** image is the rados image name. */
  readonly image: string;
  /** keyring is the path to key ring for RBDUser. */
  readonly keyring?: string;
  /** monitors is a collection of Ceph monitors. */
  readonly monitors: ReadonlyArray<string>;
  /** pool is the rados pool name. */
  readonly pool?: string;
  /** readOnly here will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: boolean;
  /** secretRef is name of the authentication secret for RBDUser. */
  readonly secretRef?: LocalObjectReference;
  /** user is the rados user name. */
  readonly user?: string;
}

/** Subject contains a reference to the object or user identities a role binding applies to. */
export interface RbacV1Subject {
  /** APIGroup holds the API group of the referenced subject. */
  readonly apiGroup?: string;
  /** Kind of object being referenced. */
  readonly kind: string;
  /** Name of the object being referenced. */
  readonly name: string;
  /** Namespace of the referenced object. */
  readonly namespace?: string;
}

/** ResourceClaim references one entry in PodSpec.ResourceClaims. */
export interface ResourceClaim {
  /** Name must match the name of one entry in pod.spec.resourceClaims of the Pod where this field is used. */
  readonly name: string;
  /** Request is the name chosen for a request in the referenced claim. */
  readonly request?: string;
}

/** ResourceFieldSelector represents container resources (cpu, memory) and their output format */
export interface ResourceFieldSelector {
  /** Container name: */
  readonly containerName?: string;
  /** Specifies the output format of the exposed resources, defaults to "1" */
  readonly divisor?: Quantity;
  /** Required: */
  readonly resource: string;
}

/** ResourceMetricSource indicates how to scale on a resource metric known to Kubernetes, as specified in requests and limits, describing each … */
export interface ResourceMetricSource {
  /** name is the name of the resource in question. */
  readonly name: string;
  /** target specifies the target value for the given metric */
  readonly target: MetricTarget;
}

/** ResourceQuota sets aggregate quota restrictions enforced per namespace */
export interface ResourceQuota {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'ResourceQuota';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Spec defines the desired quota. */
  readonly spec?: ResourceQuotaSpec;
}

/** ResourceQuotaSpec defines the desired hard limits to enforce for Quota. */
export interface ResourceQuotaSpec {
  /** hard is the set of desired hard limits for each named resource. */
  readonly hard?: Readonly<Record<string, Quantity>>;
  /** scopeSelector is also a collection of filters like scopes that must match each object tracked by a quota but expressed using … */
  readonly scopeSelector?: ScopeSelector;
  /** A collection of filters that must match each object tracked by a quota. */
  readonly scopes?: ReadonlyArray<
    | 'BestEffort'
    | 'CrossNamespacePodAffinity'
    | 'NotBestEffort'
    | 'NotTerminating'
    | 'PriorityClass'
    | 'Terminating'
    | 'VolumeAttributesClass'
  >;
}

/** ResourceRequirements describes the compute resource requirements. */
export interface ResourceRequirements {
  /** Claims lists the names of resources, defined in spec.resourceClaims, that are used by this container. */
  readonly claims?: ReadonlyArray<ResourceClaim>;
  /** Limits describes the maximum amount of compute resources allowed. */
  readonly limits?: Readonly<Record<string, Quantity>>;
  /** Requests describes the minimum amount of compute resources required. */
  readonly requests?: Readonly<Record<string, Quantity>>;
}

/** Role is a namespaced, logical grouping of PolicyRules that can be referenced as a unit by a RoleBinding. */
export interface Role {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'rbac.authorization.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'Role';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Rules holds all the PolicyRules for this Role */
  readonly rules?: ReadonlyArray<PolicyRule>;
}

/** RoleBinding references a role, but does not contain it. */
export interface RoleBinding {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'rbac.authorization.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'RoleBinding';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** RoleRef can reference a Role in the current namespace or a ClusterRole in the global namespace. */
  readonly roleRef: RoleRef;
  /** Subjects holds references to the objects the role applies to. */
  readonly subjects?: ReadonlyArray<RbacV1Subject>;
}

/** RoleRef contains information that points to the role being used */
export interface RoleRef {
  /** APIGroup is the group for the resource being referenced */
  readonly apiGroup?: string;
  /** Kind is the type of resource being referenced */
  readonly kind: string;
  /** Name is the name of resource being referenced */
  readonly name: string;
}

/** Spec to control the desired behavior of daemon set rolling update. */
export interface RollingUpdateDaemonSet {
  /** The maximum number of nodes with an existing available DaemonSet pod that can have an updated DaemonSet pod during during an update. */
  readonly maxSurge?: IntOrString;
  /** The maximum number of DaemonSet pods that can be unavailable during the update. */
  readonly maxUnavailable?: IntOrString;
}

/** Spec to control the desired behavior of rolling update. */
export interface RollingUpdateDeployment {
  /** The maximum number of pods that can be scheduled above the desired number of pods. */
  readonly maxSurge?: IntOrString;
  /** The maximum number of pods that can be unavailable during the update. */
  readonly maxUnavailable?: IntOrString;
}

/** RollingUpdateStatefulSetStrategy is used to communicate parameter for RollingUpdateStatefulSetStrategyType. */
export interface RollingUpdateStatefulSetStrategy {
  /** The maximum number of pods that can be unavailable during the update. */
  readonly maxUnavailable?: IntOrString;
  /** Partition indicates the ordinal at which the StatefulSet should be partitioned for updates. */
  readonly partition?: number;
}

/** SELinuxOptions are the labels to be applied to the container */
export interface SELinuxOptions {
  /** Level is SELinux level label that applies to the container. */
  readonly level?: string;
  /** Role is a SELinux role label that applies to the container. */
  readonly role?: string;
  /** Type is a SELinux type label that applies to the container. */
  readonly type?: string;
  /** User is a SELinux user label that applies to the container. */
  readonly user?: string;
}

/** ScaleIOPersistentVolumeSource represents a persistent ScaleIO volume */
export interface ScaleIOPersistentVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** gateway is the host address of the ScaleIO API Gateway. */
  readonly gateway: string;
  /** protectionDomain is the name of the ScaleIO Protection Domain for the configured storage. */
  readonly protectionDomain?: string;
  /** readOnly defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** secretRef references to the secret for ScaleIO user and other sensitive information. */
  readonly secretRef: SecretReference;
  /** sslEnabled is the flag to enable/disable SSL communication with Gateway, default false */
  readonly sslEnabled?: boolean;
  /** storageMode indicates whether the storage for a volume should be ThickProvisioned or ThinProvisioned. */
  readonly storageMode?: string;
  /** storagePool is the ScaleIO Storage Pool associated with the protection domain. */
  readonly storagePool?: string;
  /** system is the name of the storage system as configured in ScaleIO. */
  readonly system: string;
  /** volumeName is the name of a volume already created in the ScaleIO system that is associated with this volume source. */
  readonly volumeName?: string;
}

/** ScaleIOVolumeSource represents a persistent ScaleIO volume */
export interface ScaleIOVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** gateway is the host address of the ScaleIO API Gateway. */
  readonly gateway: string;
  /** protectionDomain is the name of the ScaleIO Protection Domain for the configured storage. */
  readonly protectionDomain?: string;
  /** readOnly Defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** secretRef references to the secret for ScaleIO user and other sensitive information. */
  readonly secretRef: LocalObjectReference;
  /** sslEnabled Flag enable/disable SSL communication with Gateway, default false */
  readonly sslEnabled?: boolean;
  /** storageMode indicates whether the storage for a volume should be ThickProvisioned or ThinProvisioned. */
  readonly storageMode?: string;
  /** storagePool is the ScaleIO Storage Pool associated with the protection domain. */
  readonly storagePool?: string;
  /** system is the name of the storage system as configured in ScaleIO. */
  readonly system: string;
  /** volumeName is the name of a volume already created in the ScaleIO system that is associated with this volume source. */
  readonly volumeName?: string;
}

/** A scope selector represents the AND of the selectors represented by the scoped-resource selector requirements. */
export interface ScopeSelector {
  /** A list of scope selector requirements by scope of the resources. */
  readonly matchExpressions?: ReadonlyArray<ScopedResourceSelectorRequirement>;
}

/** A scoped-resource selector requirement is a selector that contains values, a scope name, and an operator that relates the scope name and … */
export interface ScopedResourceSelectorRequirement {
  /** Represents a scope's relationship to a set of values. */
  readonly operator: 'DoesNotExist' | 'Exists' | 'In' | 'NotIn';
  /** The name of the scope that the selector applies to. */
  readonly scopeName:
    | 'BestEffort'
    | 'CrossNamespacePodAffinity'
    | 'NotBestEffort'
    | 'NotTerminating'
    | 'PriorityClass'
    | 'Terminating'
    | 'VolumeAttributesClass';
  /** An array of string values. */
  readonly values?: ReadonlyArray<string>;
}

/** SeccompProfile defines a pod/container's seccomp profile settings. */
export interface SeccompProfile {
  /** localhostProfile indicates a profile defined in a file on the node should be used. */
  readonly localhostProfile?: string;
  /** type indicates which kind of seccomp profile will be applied. */
  readonly type: 'Localhost' | 'RuntimeDefault' | 'Unconfined';
}

/** Secret holds secret data of a certain type. */
export interface Secret {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'v1';
  /** Data contains the secret data. */
  readonly data?: Readonly<Record<string, string>>;
  /** Immutable, if set to true, ensures that data stored in the Secret cannot be updated (only object metadata can be modified). */
  readonly immutable?: boolean;
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'Secret';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** stringData allows specifying non-binary secret data in string form. */
  readonly stringData?: Readonly<Record<string, string>>;
  /** Used to facilitate programmatic handling of secret data. */
  readonly type?: string;
}

/** SecretEnvSource selects a Secret to populate the environment variables with. */
export interface SecretEnvSource {
  /** Name of the referent. */
  readonly name?: string;
  /** Specify whether the Secret must be defined */
  readonly optional?: boolean;
}

/** SecretKeySelector selects a key of a Secret. */
export interface SecretKeySelector {
  /** The key of the secret to select from. */
  readonly key: string;
  /** Name of the referent. */
  readonly name?: string;
  /** Specify whether the Secret or its key must be defined */
  readonly optional?: boolean;
}

/** Adapts a secret into a projected volume. */
export interface SecretProjection {
  /** items if unspecified, each key-value pair in the Data field of the referenced Secret will be projected into the volume as a file whose … */
  readonly items?: ReadonlyArray<KeyToPath>;
  /** Name of the referent. */
  readonly name?: string;
  /** optional field specify whether the Secret or its key must be defined */
  readonly optional?: boolean;
}

/** SecretReference represents a Secret Reference. */
export interface SecretReference {
  /** name is unique within a namespace to reference a secret resource. */
  readonly name?: string;
  /** namespace defines the space within which the secret name must be unique. */
  readonly namespace?: string;
}

/** Adapts a Secret into a volume. */
export interface SecretVolumeSource {
  /** defaultMode is Optional: */
  readonly defaultMode?: number;
  /** items If unspecified, each key-value pair in the Data field of the referenced Secret will be projected into the volume as a file whose … */
  readonly items?: ReadonlyArray<KeyToPath>;
  /** optional field specify whether the Secret or its keys must be defined */
  readonly optional?: boolean;
  /** secretName is the name of the secret in the pod's namespace to use. */
  readonly secretName?: string;
}

/** SecurityContext holds security configuration that will be applied to a container. */
export interface SecurityContext {
  /** AllowPrivilegeEscalation controls whether a process can gain more privileges than its parent process. */
  readonly allowPrivilegeEscalation?: boolean;
  /** appArmorProfile is the AppArmor options to use by this container. */
  readonly appArmorProfile?: AppArmorProfile;
  /** The capabilities to add/drop when running containers. */
  readonly capabilities?: Capabilities;
  /** Run container in privileged mode. */
  readonly privileged?: boolean;
  /** procMount denotes the type of proc mount to use for the containers. */
  readonly procMount?: 'Default' | 'Unmasked';
  /** Whether this container has a read-only root filesystem. */
  readonly readOnlyRootFilesystem?: boolean;
  /** The GID to run the entrypoint of the container process. */
  readonly runAsGroup?: number;
  /** Indicates that the container must run as a non-root user. */
  readonly runAsNonRoot?: boolean;
  /** The UID to run the entrypoint of the container process. */
  readonly runAsUser?: number;
  /** The SELinux context to be applied to the container. */
  readonly seLinuxOptions?: SELinuxOptions;
  /** The seccomp options to use by this container. */
  readonly seccompProfile?: SeccompProfile;
  /** The Windows specific settings applied to all containers. */
  readonly windowsOptions?: WindowsSecurityContextOptions;
}

/** Service is a named abstraction of software service (for example, mysql) consisting of local port (for example 3306) that the proxy listens … */
export interface Service {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'Service';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Spec defines the behavior of a service. */
  readonly spec?: ServiceSpec;
}

/** ServiceAccount binds together: */
export interface ServiceAccount {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'v1';
  /** AutomountServiceAccountToken indicates whether pods running as this service account should have an API token automatically mounted. */
  readonly automountServiceAccountToken?: boolean;
  /** ImagePullSecrets is a list of references to secrets in the same namespace to use for pulling any images in pods that reference this … */
  readonly imagePullSecrets?: ReadonlyArray<LocalObjectReference>;
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'ServiceAccount';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Secrets is a list of the secrets in the same namespace that pods running using this ServiceAccount are allowed to use. */
  readonly secrets?: ReadonlyArray<ObjectReference>;
}

/** ServiceAccountTokenProjection represents a projected service account token volume. */
export interface ServiceAccountTokenProjection {
  /** audience is the intended audience of the token. */
  readonly audience?: string;
  /** expirationSeconds is the requested duration of validity of the service account token. */
  readonly expirationSeconds?: number;
  /** path is the path relative to the mount point of the file to project the token into. */
  readonly path: string;
}

/** ServiceBackendPort is the service port being referenced. */
export interface ServiceBackendPort {
  /** name is the name of the port on the Service. */
  readonly name?: string;
  /** number is the numerical port number (e.g. */
  readonly number?: number;
}

/** ServicePort contains information on service's port. */
export interface ServicePort {
  /** The application protocol for this port. */
  readonly appProtocol?: string;
  /** The name of this port within the service. */
  readonly name?: string;
  /** The port on each node on which this service is exposed when type is NodePort or LoadBalancer. */
  readonly nodePort?: number;
  /** The port that will be exposed by this service. */
  readonly port: number;
  /** The IP protocol for this port. */
  readonly protocol?: 'SCTP' | 'TCP' | 'UDP';
  /** Number or name of the port to access on the pods targeted by the service. */
  readonly targetPort?: IntOrString;
}

/** ServiceSpec describes the attributes that a user creates on a service. */
export interface ServiceSpec {
  /** allocateLoadBalancerNodePorts defines if NodePorts will be automatically allocated for services with type LoadBalancer. */
  readonly allocateLoadBalancerNodePorts?: boolean;
  /** clusterIP is the IP address of the service and is usually assigned randomly. */
  readonly clusterIP?: string;
  /** ClusterIPs is a list of IP addresses assigned to this service, and are usually assigned randomly. */
  readonly clusterIPs?: ReadonlyArray<string>;
  /** externalIPs is a list of IP addresses for which nodes in the cluster will also accept traffic for this service. */
  readonly externalIPs?: ReadonlyArray<string>;
  /** externalName is the external reference that discovery mechanisms will return as an alias for this service (e.g. */
  readonly externalName?: string;
  /** externalTrafficPolicy describes how nodes distribute service traffic they receive on one of the Service's "externally-facing" addresses … */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
  /** healthCheckNodePort specifies the healthcheck nodePort for the service. */
  readonly healthCheckNodePort?: number;
  /** InternalTrafficPolicy describes how nodes distribute service traffic they receive on the ClusterIP. */
  readonly internalTrafficPolicy?: 'Cluster' | 'Local';
  /** IPFamilies is a list of IP families (e.g. */
  readonly ipFamilies?: ReadonlyArray<'IPv4' | 'IPv6'>;
  /** IPFamilyPolicy represents the dual-stack-ness requested or required by this Service. */
  readonly ipFamilyPolicy?: 'PreferDualStack' | 'RequireDualStack' | 'SingleStack';
  /** loadBalancerClass is the class of the load balancer implementation this Service belongs to. */
  readonly loadBalancerClass?: string;
  /** Only applies to Service Type: */
  readonly loadBalancerIP?: string;
  /** If specified and supported by the platform, this will restrict traffic through the cloud-provider load-balancer will be restricted to the … */
  readonly loadBalancerSourceRanges?: ReadonlyArray<string>;
  /** The list of ports that are exposed by this service. */
  readonly ports?: ReadonlyArray<ServicePort>;
  /** publishNotReadyAddresses indicates that any agent which deals with endpoints for this Service should disregard any indications of … */
  readonly publishNotReadyAddresses?: boolean;
  /** Route service traffic to pods with label keys and values matching this selector. */
  readonly selector?: Readonly<Record<string, string>>;
  /** Supports "ClientIP" and "None". */
  readonly sessionAffinity?: 'ClientIP' | 'None';
  /** sessionAffinityConfig contains the configurations of session affinity. */
  readonly sessionAffinityConfig?: SessionAffinityConfig;
  /** TrafficDistribution offers a way to express preferences for how traffic is distributed to Service endpoints. */
  readonly trafficDistribution?: string;
  /** type determines how the Service is exposed. */
  readonly type?: 'ClusterIP' | 'ExternalName' | 'LoadBalancer' | 'NodePort';
}

/** SessionAffinityConfig represents the configurations of session affinity. */
export interface SessionAffinityConfig {
  /** clientIP contains the configurations of Client IP based session affinity. */
  readonly clientIP?: ClientIPConfig;
}

/** SleepAction describes a "sleep" action. */
export interface SleepAction {
  /** Seconds is the number of seconds to sleep. */
  readonly seconds: number;
}

/** StatefulSet represents a set of pods with consistent identities. */
export interface StatefulSet {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'apps/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'StatefulSet';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** Spec defines the desired identities of pods in this set. */
  readonly spec?: StatefulSetSpec;
}

/** StatefulSetOrdinals describes the policy used for replica ordinal assignment in this StatefulSet. */
export interface StatefulSetOrdinals {
  /** start is the number representing the first replica's index. */
  readonly start?: number;
}

/** StatefulSetPersistentVolumeClaimRetentionPolicy describes the policy used for PVCs created from the StatefulSet VolumeClaimTemplates. */
export interface StatefulSetPersistentVolumeClaimRetentionPolicy {
  /** WhenDeleted specifies what happens to PVCs created from StatefulSet VolumeClaimTemplates when the StatefulSet is deleted. */
  readonly whenDeleted?: string;
  /** WhenScaled specifies what happens to PVCs created from StatefulSet VolumeClaimTemplates when the StatefulSet is scaled down. */
  readonly whenScaled?: string;
}

/** A StatefulSetSpec is the specification of a StatefulSet. */
export interface StatefulSetSpec {
  /** Minimum number of seconds for which a newly created pod should be ready without any of its container crashing for it to be considered … */
  readonly minReadySeconds?: number;
  /** ordinals controls the numbering of replica indices in a StatefulSet. */
  readonly ordinals?: StatefulSetOrdinals;
  /** persistentVolumeClaimRetentionPolicy describes the lifecycle of persistent volume claims created from volumeClaimTemplates. */
  readonly persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy;
  /** podManagementPolicy controls how pods are created during initial scale up, when replacing pods on nodes, or when scaling down. */
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
  /** replicas is the desired number of replicas of the given Template. */
  readonly replicas?: number;
  /** revisionHistoryLimit is the maximum number of revisions that will be maintained in the StatefulSet's revision history. */
  readonly revisionHistoryLimit?: number;
  /** selector is a label query over pods that should match the replica count. */
  readonly selector: LabelSelector;
  /** serviceName is the name of the service that governs this StatefulSet. */
  readonly serviceName?: string;
  /** template is the object that describes the pod that will be created if insufficient replicas are detected. */
  readonly template: PodTemplateSpec;
  /** updateStrategy indicates the StatefulSetUpdateStrategy that will be employed to update Pods in the StatefulSet when a revision is made to … */
  readonly updateStrategy?: StatefulSetUpdateStrategy;
  /** volumeClaimTemplates is a list of claims that pods are allowed to reference. */
  readonly volumeClaimTemplates?: ReadonlyArray<PersistentVolumeClaim>;
}

/** StatefulSetUpdateStrategy indicates the strategy that the StatefulSet controller will use to perform updates. */
export interface StatefulSetUpdateStrategy {
  /** RollingUpdate is used to communicate parameters when Type is RollingUpdateStatefulSetStrategyType. */
  readonly rollingUpdate?: RollingUpdateStatefulSetStrategy;
  /** Type indicates the type of the StatefulSetUpdateStrategy. */
  readonly type?: 'OnDelete' | 'RollingUpdate';
}

/** StorageClass describes the parameters for a class of storage for which PersistentVolumes can be dynamically provisioned. */
export interface StorageClass {
  /** allowVolumeExpansion shows whether the storage class allow volume expand. */
  readonly allowVolumeExpansion?: boolean;
  /** allowedTopologies restrict the node topologies where volumes can be dynamically provisioned. */
  readonly allowedTopologies?: ReadonlyArray<TopologySelectorTerm>;
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'storage.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'StorageClass';
  /** Standard object's metadata. */
  readonly metadata?: ObjectMeta;
  /** mountOptions controls the mountOptions for dynamically provisioned PersistentVolumes of this storage class. */
  readonly mountOptions?: ReadonlyArray<string>;
  /** parameters holds the parameters for the provisioner that should create volumes of this storage class. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** provisioner indicates the type of the provisioner. */
  readonly provisioner: string;
  /** reclaimPolicy controls the reclaimPolicy for dynamically provisioned PersistentVolumes of this storage class. */
  readonly reclaimPolicy?: 'Delete' | 'Recycle' | 'Retain';
  /** volumeBindingMode indicates how PersistentVolumeClaims should be provisioned and bound. */
  readonly volumeBindingMode?: 'Immediate' | 'WaitForFirstConsumer';
}

/** Represents a StorageOS persistent volume resource. */
export interface StorageOSPersistentVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** readOnly defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** secretRef specifies the secret to use for obtaining the StorageOS API credentials. */
  readonly secretRef?: ObjectReference;
  /** volumeName is the human-readable name of the StorageOS volume. */
  readonly volumeName?: string;
  /** volumeNamespace specifies the scope of the volume within StorageOS. */
  readonly volumeNamespace?: string;
}

/** Represents a StorageOS persistent volume resource. */
export interface StorageOSVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** readOnly defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** secretRef specifies the secret to use for obtaining the StorageOS API credentials. */
  readonly secretRef?: LocalObjectReference;
  /** volumeName is the human-readable name of the StorageOS volume. */
  readonly volumeName?: string;
  /** volumeNamespace specifies the scope of the volume within StorageOS. */
  readonly volumeNamespace?: string;
}

/** SuccessPolicy describes when a Job can be declared as succeeded based on the success of some indexes. */
export interface SuccessPolicy {
  /** rules represents the list of alternative rules for the declaring the Jobs as successful before `.status.succeeded >= .spec.completions`. */
  readonly rules: ReadonlyArray<SuccessPolicyRule>;
}

/** SuccessPolicyRule describes rule for declaring a Job as succeeded. */
export interface SuccessPolicyRule {
  /** succeededCount specifies the minimal required size of the actual set of the succeeded indexes for the Job. */
  readonly succeededCount?: number;
  /** succeededIndexes specifies the set of indexes which need to be contained in the actual set of the succeeded indexes for the Job. */
  readonly succeededIndexes?: string;
}

/** Sysctl defines a kernel parameter to be set */
export interface Sysctl {
  /** Name of a property to set */
  readonly name: string;
  /** Value of a property to set */
  readonly value: string;
}

/** TCPSocketAction describes an action based on opening a socket */
export interface TCPSocketAction {
  /** Optional: */
  readonly host?: string;
  /** Number or name of the port to access on the container. */
  readonly port: IntOrString;
}

/** The pod this Toleration is attached to tolerates any taint that matches the triple <key,value,effect> using the matching operator … */
export interface Toleration {
  /** Effect indicates the taint effect to match. */
  readonly effect?: 'NoExecute' | 'NoSchedule' | 'PreferNoSchedule';
  /** Key is the taint key that the toleration applies to. */
  readonly key?: string;
  /** Operator represents a key's relationship to the value. */
  readonly operator?: 'Equal' | 'Exists' | 'Gt' | 'Lt';
  /** TolerationSeconds represents the period of time the toleration (which must be of effect NoExecute, otherwise this field is ignored) … */
  readonly tolerationSeconds?: number;
  /** Value is the taint value the toleration matches to. */
  readonly value?: string;
}

/** A topology selector requirement is a selector that matches given label. */
export interface TopologySelectorLabelRequirement {
  /** The label key that the selector applies to. */
  readonly key: string;
  /** An array of string values. */
  readonly values: ReadonlyArray<string>;
}

/** A topology selector term represents the result of label queries. */
export interface TopologySelectorTerm {
  /** A list of topology selector requirements by labels. */
  readonly matchLabelExpressions?: ReadonlyArray<TopologySelectorLabelRequirement>;
}

/** TopologySpreadConstraint specifies how to spread matching pods among the given topology. */
export interface TopologySpreadConstraint {
  /** LabelSelector is used to find matching pods. */
  readonly labelSelector?: LabelSelector;
  /** MatchLabelKeys is a set of pod label keys to select the pods over which spreading will be calculated. */
  readonly matchLabelKeys?: ReadonlyArray<string>;
  /** MaxSkew describes the degree to which pods may be unevenly distributed. */
  readonly maxSkew: number;
  /** MinDomains indicates a minimum number of eligible domains. */
  readonly minDomains?: number;
  /** NodeAffinityPolicy indicates how we will treat Pod's nodeAffinity/nodeSelector when calculating pod topology spread skew. */
  readonly nodeAffinityPolicy?: 'Honor' | 'Ignore';
  /** NodeTaintsPolicy indicates how we will treat node taints when calculating pod topology spread skew. */
  readonly nodeTaintsPolicy?: 'Honor' | 'Ignore';
  /** TopologyKey is the key of node labels. */
  readonly topologyKey: string;
  /** WhenUnsatisfiable indicates how to deal with a pod if it doesn't satisfy the spread constraint. */
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
}

/** TypedLocalObjectReference contains enough information to let you locate the typed referenced object inside the same namespace. */
export interface TypedLocalObjectReference {
  /** APIGroup is the group for the resource being referenced. */
  readonly apiGroup?: string;
  /** Kind is the type of resource being referenced */
  readonly kind: string;
  /** Name is the name of resource being referenced */
  readonly name: string;
}

/** TypedObjectReference contains enough information to let you locate the typed referenced object */
export interface TypedObjectReference {
  /** APIGroup is the group for the resource being referenced. */
  readonly apiGroup?: string;
  /** Kind is the type of resource being referenced */
  readonly kind: string;
  /** Name is the name of resource being referenced */
  readonly name: string;
  /** Namespace is the namespace of resource being referenced Note that when a namespace is specified, a … */
  readonly namespace?: string;
}

/** Volume represents a named volume in a pod that may be accessed by any container in the pod. */
export interface Volume {
  /** awsElasticBlockStore represents an AWS Disk resource that is attached to a kubelet's host machine and then exposed to the pod. */
  readonly awsElasticBlockStore?: AWSElasticBlockStoreVolumeSource;
  /** azureDisk represents an Azure Data Disk mount on the host and bind mount to the pod. */
  readonly azureDisk?: AzureDiskVolumeSource;
  /** azureFile represents an Azure File Service mount on the host and bind mount to the pod. */
  readonly azureFile?: AzureFileVolumeSource;
  /** cephFS represents a Ceph FS mount on the host that shares a pod's lifetime. */
  readonly cephfs?: CephFSVolumeSource;
  /** cinder represents a cinder volume attached and mounted on kubelets host machine. */
  readonly cinder?: CinderVolumeSource;
  /** configMap represents a configMap that should populate this volume */
  readonly configMap?: ConfigMapVolumeSource;
  /** csi (Container Storage Interface) represents ephemeral storage that is handled by certain external CSI drivers. */
  readonly csi?: CSIVolumeSource;
  /** downwardAPI represents downward API about the pod that should populate this volume */
  readonly downwardAPI?: DownwardAPIVolumeSource;
  /** emptyDir represents a temporary directory that shares a pod's lifetime. */
  readonly emptyDir?: EmptyDirVolumeSource;
  /** ephemeral represents a volume that is handled by a cluster storage driver. */
  readonly ephemeral?: EphemeralVolumeSource;
  /** fc represents a Fibre Channel resource that is attached to a kubelet's host machine and then exposed to the pod. */
  readonly fc?: FCVolumeSource;
  /** flexVolume represents a generic volume resource that is provisioned/attached using an exec based plugin. */
  readonly flexVolume?: FlexVolumeSource;
  /** flocker represents a Flocker volume attached to a kubelet's host machine. */
  readonly flocker?: FlockerVolumeSource;
  /** gcePersistentDisk represents a GCE Disk resource that is attached to a kubelet's host machine and then exposed to the pod. */
  readonly gcePersistentDisk?: GCEPersistentDiskVolumeSource;
  /** gitRepo represents a git repository at a particular revision. */
  readonly gitRepo?: GitRepoVolumeSource;
  /** glusterfs represents a Glusterfs mount on the host that shares a pod's lifetime. */
  readonly glusterfs?: GlusterfsVolumeSource;
  /** hostPath represents a pre-existing file or directory on the host machine that is directly exposed to the container. */
  readonly hostPath?: HostPathVolumeSource;
  /** image represents an OCI object (a container image or artifact) pulled and mounted on the kubelet's host machine. */
  readonly image?: ImageVolumeSource;
  /** iscsi represents an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed to the pod. */
  readonly iscsi?: ISCSIVolumeSource;
  /** name of the volume. */
  readonly name: string;
  /** nfs represents an NFS mount on the host that shares a pod's lifetime More info: */
  readonly nfs?: NFSVolumeSource;
  /** persistentVolumeClaimVolumeSource represents a reference to a PersistentVolumeClaim in the same namespace. */
  readonly persistentVolumeClaim?: PersistentVolumeClaimVolumeSource;
  /** photonPersistentDisk represents a PhotonController persistent disk attached and mounted on kubelets host machine. */
  readonly photonPersistentDisk?: PhotonPersistentDiskVolumeSource;
  /** portworxVolume represents a portworx volume attached and mounted on kubelets host machine. */
  readonly portworxVolume?: PortworxVolumeSource;
  /** projected items for all in one resources secrets, configmaps, and downward API */
  readonly projected?: ProjectedVolumeSource;
  /** quobyte represents a Quobyte mount on the host that shares a pod's lifetime. */
  readonly quobyte?: QuobyteVolumeSource;
  /** rbd represents a Rados Block Device mount on the host that shares a pod's lifetime. */
  readonly rbd?: RBDVolumeSource;
  /** scaleIO represents a ScaleIO persistent volume attached and mounted on Kubernetes nodes. */
  readonly scaleIO?: ScaleIOVolumeSource;
  /** secret represents a secret that should populate this volume. */
  readonly secret?: SecretVolumeSource;
  /** storageOS represents a StorageOS volume attached and mounted on Kubernetes nodes. */
  readonly storageos?: StorageOSVolumeSource;
  /** vsphereVolume represents a vSphere volume attached and mounted on kubelets host machine. */
  readonly vsphereVolume?: VsphereVirtualDiskVolumeSource;
}

/** volumeDevice describes a mapping of a raw block device within a container. */
export interface VolumeDevice {
  /** devicePath is the path inside of the container that the device will be mapped to. */
  readonly devicePath: string;
  /** name must match the name of a persistentVolumeClaim in the pod */
  readonly name: string;
}

/** VolumeMount describes a mounting of a Volume within a container. */
export interface VolumeMount {
  /** Path within the container at which the volume should be mounted. */
  readonly mountPath: string;
  /** mountPropagation determines how mounts are propagated from the host to container and the other way around. */
  readonly mountPropagation?: 'Bidirectional' | 'HostToContainer' | 'None';
  /** This must match the Name of a Volume. */
  readonly name: string;
  /** Mounted read-only if true, read-write otherwise (false or unspecified). */
  readonly readOnly?: boolean;
  /** RecursiveReadOnly specifies whether read-only mounts should be handled recursively. */
  readonly recursiveReadOnly?: string;
  /** Path within the volume from which the container's volume should be mounted. */
  readonly subPath?: string;
  /** Expanded path within the volume from which the container's volume should be mounted. */
  readonly subPathExpr?: string;
}

/** VolumeNodeAffinity defines constraints that limit what nodes this volume can be accessed from. */
export interface VolumeNodeAffinity {
  /** required specifies hard node constraints that must be met. */
  readonly required?: NodeSelector;
}

/** Projection that may be projected along with other supported volume types. */
export interface VolumeProjection {
  /** ClusterTrustBundle allows a pod to access the `.spec.trustBundle` field of ClusterTrustBundle objects in an auto-updating file. */
  readonly clusterTrustBundle?: ClusterTrustBundleProjection;
  /** configMap information about the configMap data to project */
  readonly configMap?: ConfigMapProjection;
  /** downwardAPI information about the downwardAPI data to project */
  readonly downwardAPI?: DownwardAPIProjection;
  /** Projects an auto-rotating credential bundle (private key and certificate chain) that the pod can use either as a TLS client or server. */
  readonly podCertificate?: PodCertificateProjection;
  /** secret information about the secret data to project */
  readonly secret?: SecretProjection;
  /** serviceAccountToken is information about the serviceAccountToken data to project */
  readonly serviceAccountToken?: ServiceAccountTokenProjection;
}

/** VolumeResourceRequirements describes the storage resource requirements for a volume. */
export interface VolumeResourceRequirements {
  /** Limits describes the maximum amount of compute resources allowed. */
  readonly limits?: Readonly<Record<string, Quantity>>;
  /** Requests describes the minimum amount of compute resources required. */
  readonly requests?: Readonly<Record<string, Quantity>>;
}

/** Represents a vSphere volume resource. */
export interface VsphereVirtualDiskVolumeSource {
  /** fsType is filesystem type to mount. */
  readonly fsType?: string;
  /** storagePolicyID is the storage Policy Based Management (SPBM) profile ID associated with the StoragePolicyName. */
  readonly storagePolicyID?: string;
  /** storagePolicyName is the storage Policy Based Management (SPBM) profile name. */
  readonly storagePolicyName?: string;
  /** volumePath is the path that identifies vSphere volume vmdk */
  readonly volumePath: string;
}

/** The weights of all of the matched WeightedPodAffinityTerm fields are added per-node to find the most preferred node(s) */
export interface WeightedPodAffinityTerm {
  /** Required. */
  readonly podAffinityTerm: PodAffinityTerm;
  /** weight associated with matching the corresponding podAffinityTerm, in the range 1-100. */
  readonly weight: number;
}

/** WindowsSecurityContextOptions contain Windows-specific options and credentials. */
export interface WindowsSecurityContextOptions {
  /** GMSACredentialSpec is where the GMSA admission webhook (https://github.com/kubernetes-sigs/windows-gmsa) inlines the contents of the GMSA … */
  readonly gmsaCredentialSpec?: string;
  /** GMSACredentialSpecName is the name of the GMSA credential spec to use. */
  readonly gmsaCredentialSpecName?: string;
  /** HostProcess determines if a container should be run as a 'Host Process' container. */
  readonly hostProcess?: boolean;
  /** The UserName in Windows to run the entrypoint of the container process. */
  readonly runAsUserName?: string;
}
