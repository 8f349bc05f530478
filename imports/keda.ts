// Written by `npm run imports`; change imports/write, not this file.

// Types of github.com/kedacore/keda/v2 2.21.0.
import type { IntOrString, ObjectMeta } from './k8s';

/** ScaledObject is a specification for a ScaledObject resource */
export interface ScaledObject {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'keda.sh/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'ScaledObject';
  readonly metadata: ObjectMeta;
  /** ScaledObjectSpec is the spec for a ScaledObject resource */
  readonly spec: ScaledObjectSpec;
}

/** ScaledObjectSpec is the spec for a ScaledObject resource */
export interface ScaledObjectSpec {
  /** AdvancedConfig specifies advance scaling options */
  readonly advanced?: ScaledObjectSpecAdvanced;
  readonly cooldownPeriod?: number;
  /** Fallback is the spec for fallback options */
  readonly fallback?: ScaledObjectSpecFallback;
  readonly idleReplicaCount?: number;
  readonly initialCooldownPeriod?: number;
  readonly maxReplicaCount?: number;
  readonly minReplicaCount?: number;
  readonly pollingInterval?: number;
  /** ScaleTarget holds the reference to the scale target Object */
  readonly scaleTargetRef: ScaledObjectSpecScaleTargetRef;
  readonly triggers: ReadonlyArray<ScaledObjectSpecTriggers>;
}

/** AdvancedConfig specifies advance scaling options */
export interface ScaledObjectSpecAdvanced {
  /** HorizontalPodAutoscalerConfig specifies horizontal scale config */
  readonly horizontalPodAutoscalerConfig?: ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfig;
  readonly restoreToOriginalReplicaCount?: boolean;
  /** ScalingModifiers describes advanced scaling logic options like formula */
  readonly scalingModifiers?: ScaledObjectSpecAdvancedScalingModifiers;
}

/** HorizontalPodAutoscalerConfig specifies horizontal scale config */
export interface ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfig {
  /** HorizontalPodAutoscalerBehavior configures the scaling behavior of the target in both Up and Down directions (scaleUp and scaleDown fields … */
  readonly behavior?: ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehavior;
  readonly name?: string;
}

/** HorizontalPodAutoscalerBehavior configures the scaling behavior of the target in both Up and Down directions (scaleUp and scaleDown fields … */
export interface ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehavior {
  /** scaleDown is scaling policy for scaling Down. */
  readonly scaleDown?: ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehaviorScaleDown;
  /** scaleUp is scaling policy for scaling Up. */
  readonly scaleUp?: ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehaviorScaleDown;
}

/** scaleDown is scaling policy for scaling Down. */
export interface ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehaviorScaleDown {
  /** policies is a list of potential scaling polices which can be used during scaling. */
  readonly policies?: ReadonlyArray<ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehaviorScaleDownPolicies>;
  /** selectPolicy is used to specify which policy should be used. */
  readonly selectPolicy?: string;
  /** stabilizationWindowSeconds is the number of seconds for which past recommendations should be considered while scaling up or scaling down. */
  readonly stabilizationWindowSeconds?: number;
  /** tolerance is the tolerance on the ratio between the current and desired metric value under which no updates are made to the desired number … */
  readonly tolerance?: IntOrString;
}

/** HPAScalingPolicy is a single policy which must hold true for a specified past interval. */
export interface ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehaviorScaleDownPolicies {
  /** periodSeconds specifies the window of time for which the policy should hold true. */
  readonly periodSeconds: number;
  /** type is used to specify the scaling policy. */
  readonly type: string;
  /** value contains the amount of change which is permitted by the policy. */
  readonly value: number;
}

/** ScalingModifiers describes advanced scaling logic options like formula */
export interface ScaledObjectSpecAdvancedScalingModifiers {
  readonly activationTarget?: string;
  readonly formula?: string;
  /** MetricTargetType specifies the type of metric being targeted, and should be either "Value", "AverageValue", or "Utilization" */
  readonly metricType?: 'AverageValue' | 'Value';
  readonly target?: string;
}

/** Fallback is the spec for fallback options */
export interface ScaledObjectSpecFallback {
  readonly behavior?:
    | 'static'
    | 'currentReplicas'
    | 'currentReplicasIfHigher'
    | 'currentReplicasIfLower'
    | 'scalingModifiers';
  readonly failureThreshold: number;
  readonly replicas: number;
}

/** ScaleTarget holds the reference to the scale target Object */
export interface ScaledObjectSpecScaleTargetRef {
  readonly apiVersion?: string;
  readonly envSourceContainerName?: string;
  readonly kind?: string;
  readonly name: string;
}

/** ScaleTriggers reference the scaler that will be used */
export interface ScaledObjectSpecTriggers {
  /** AuthenticationRef points to the TriggerAuthentication or ClusterTriggerAuthentication object that is used to authenticate the scaler with … */
  readonly authenticationRef?: ScaledObjectSpecTriggersAuthenticationRef;
  readonly metadata: Readonly<Record<string, string>>;
  /** MetricTargetType specifies the type of metric being targeted, and should be either "Value", "AverageValue", or "Utilization" */
  readonly metricType?: string;
  readonly name?: string;
  readonly type: string;
  readonly useCachedMetrics?: boolean;
}

/** AuthenticationRef points to the TriggerAuthentication or ClusterTriggerAuthentication object that is used to authenticate the scaler with … */
export interface ScaledObjectSpecTriggersAuthenticationRef {
  /** Kind of the resource being referred to. */
  readonly kind?: 'TriggerAuthentication' | 'ClusterTriggerAuthentication';
  readonly name: string;
}

/** TriggerAuthentication defines how a trigger can authenticate */
export interface TriggerAuthentication {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'keda.sh/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'TriggerAuthentication';
  readonly metadata: ObjectMeta;
  /** TriggerAuthenticationSpec defines the various ways to authenticate */
  readonly spec: TriggerAuthenticationSpec;
}

/** TriggerAuthenticationSpec defines the various ways to authenticate */
export interface TriggerAuthenticationSpec {
  /** AwsSecretManager is used to authenticate using AwsSecretManager */
  readonly awsSecretManager?: TriggerAuthenticationSpecAwsSecretManager;
  /** AzureKeyVault is used to authenticate using Azure Key Vault */
  readonly azureKeyVault?: TriggerAuthenticationSpecAzureKeyVault;
  /** AzureServicePrincipal defines Microsoft Entra service principal credentials that can be shared by Azure scalers. */
  readonly azureServicePrincipal?: TriggerAuthenticationSpecAzureServicePrincipal;
  readonly boundServiceAccountToken?: ReadonlyArray<TriggerAuthenticationSpecBoundServiceAccountToken>;
  readonly configMapTargetRef?: ReadonlyArray<TriggerAuthenticationSpecConfigMapTargetRef>;
  readonly env?: ReadonlyArray<TriggerAuthenticationSpecEnv>;
  /** FilePath specifies a file containing auth parameters as JSON map[string]string. */
  readonly filePath?: string;
  readonly gcpSecretManager?: TriggerAuthenticationSpecGcpSecretManager;
  /** HashiCorpVault is used to authenticate using Hashicorp Vault */
  readonly hashiCorpVault?: TriggerAuthenticationSpecHashiCorpVault;
  readonly oauth2?: TriggerAuthenticationSpecOauth2;
  /** AuthPodIdentity allows users to select the platform native identity mechanism */
  readonly podIdentity?: TriggerAuthenticationSpecAwsSecretManagerPodIdentity;
  readonly secretTargetRef?: ReadonlyArray<TriggerAuthenticationSpecConfigMapTargetRef>;
}

/** AwsSecretManager is used to authenticate using AwsSecretManager */
export interface TriggerAuthenticationSpecAwsSecretManager {
  readonly credentials?: TriggerAuthenticationSpecAwsSecretManagerCredentials;
  /** AuthPodIdentity allows users to select the platform native identity mechanism */
  readonly podIdentity?: TriggerAuthenticationSpecAwsSecretManagerPodIdentity;
  readonly region?: string;
  readonly secrets: ReadonlyArray<TriggerAuthenticationSpecAwsSecretManagerSecrets>;
}

export interface TriggerAuthenticationSpecAwsSecretManagerCredentials {
  readonly accessKey: TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey;
  readonly accessSecretKey: TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey;
  readonly accessToken?: TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey;
}

export interface TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey {
  readonly valueFrom: TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKeyValueFrom;
}

export interface TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKeyValueFrom {
  readonly secretKeyRef: TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKeyValueFromSecretKeyRef;
}

export interface TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKeyValueFromSecretKeyRef {
  readonly key: string;
  readonly name: string;
}

/** AuthPodIdentity allows users to select the platform native identity mechanism */
export interface TriggerAuthenticationSpecAwsSecretManagerPodIdentity {
  /** ExternalID sets the External ID to be used when assuming an identity. */
  readonly externalID?: string;
  /** Set identityAuthorityHost to override the default Azure authority host. */
  readonly identityAuthorityHost?: string;
  readonly identityId?: string;
  /** IdentityOwner configures which identity has to be used during auto discovery, keda or the scaled workload. */
  readonly identityOwner?: 'keda' | 'workload';
  /** Set identityTenantId to override the default Azure tenant id. */
  readonly identityTenantId?: string;
  /** PodIdentityProvider contains the list of providers */
  readonly provider: 'azure-workload' | 'gcp' | 'aws' | 'aws-eks' | 'none';
  /** RoleArn sets the AWS RoleArn to be used. */
  readonly roleArn?: string;
}

export interface TriggerAuthenticationSpecAwsSecretManagerSecrets {
  readonly name: string;
  readonly parameter: string;
  readonly secretKey?: string;
  readonly versionId?: string;
  readonly versionStage?: string;
}

/** AzureKeyVault is used to authenticate using Azure Key Vault */
export interface TriggerAuthenticationSpecAzureKeyVault {
  readonly cloud?: TriggerAuthenticationSpecAzureKeyVaultCloud;
  readonly credentials?: TriggerAuthenticationSpecAzureKeyVaultCredentials;
  /** AuthPodIdentity allows users to select the platform native identity mechanism */
  readonly podIdentity?: TriggerAuthenticationSpecAwsSecretManagerPodIdentity;
  readonly secrets: ReadonlyArray<TriggerAuthenticationSpecAzureKeyVaultSecrets>;
  readonly vaultUri: string;
}

export interface TriggerAuthenticationSpecAzureKeyVaultCloud {
  readonly activeDirectoryEndpoint?: string;
  readonly keyVaultResourceURL?: string;
  readonly type: string;
}

export interface TriggerAuthenticationSpecAzureKeyVaultCredentials {
  readonly clientId: string;
  readonly clientSecret: TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey;
  readonly tenantId: string;
}

export interface TriggerAuthenticationSpecAzureKeyVaultSecrets {
  readonly name: string;
  readonly parameter: string;
  readonly version?: string;
}

/** AzureServicePrincipal defines Microsoft Entra service principal credentials that can be shared by Azure scalers. */
export interface TriggerAuthenticationSpecAzureServicePrincipal {
  /** ActiveDirectoryEndpoint is required when cloud is set to Private. */
  readonly activeDirectoryEndpoint?: string;
  /** AzureServicePrincipalCredential references credential data stored in a Kubernetes Secret. */
  readonly clientCertificate?: TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey;
  /** AzureServicePrincipalCredential references credential data stored in a Kubernetes Secret. */
  readonly clientCertificatePassword?: TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey;
  readonly clientId: string;
  /** AzureServicePrincipalCredential references credential data stored in a Kubernetes Secret. */
  readonly clientSecret?: TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey;
  /** Cloud specifies the Azure cloud environment. */
  readonly cloud?: string;
  readonly tenantId: string;
}

export interface TriggerAuthenticationSpecBoundServiceAccountToken {
  readonly parameter: string;
  readonly serviceAccountName: string;
}

/** AuthConfigMapTargetRef is used to authenticate using a reference to a config map */
export interface TriggerAuthenticationSpecConfigMapTargetRef {
  readonly key: string;
  readonly name: string;
  readonly parameter: string;
}

/** AuthEnvironment is used to authenticate using environment variables in the destination ScaleTarget spec */
export interface TriggerAuthenticationSpecEnv {
  readonly containerName?: string;
  readonly name: string;
  readonly parameter: string;
}

export interface TriggerAuthenticationSpecGcpSecretManager {
  readonly credentials?: TriggerAuthenticationSpecGcpSecretManagerCredentials;
  /** AuthPodIdentity allows users to select the platform native identity mechanism */
  readonly podIdentity?: TriggerAuthenticationSpecAwsSecretManagerPodIdentity;
  readonly secrets: ReadonlyArray<TriggerAuthenticationSpecGcpSecretManagerSecrets>;
}

export interface TriggerAuthenticationSpecGcpSecretManagerCredentials {
  readonly clientSecret: TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey;
}

export interface TriggerAuthenticationSpecGcpSecretManagerSecrets {
  readonly id: string;
  readonly parameter: string;
  readonly version?: string;
}

/** HashiCorpVault is used to authenticate using Hashicorp Vault */
export interface TriggerAuthenticationSpecHashiCorpVault {
  readonly address: string;
  /** VaultAuthentication contains the list of Hashicorp Vault authentication methods */
  readonly authentication: 'token' | 'kubernetes';
  /** Credential defines the Hashicorp Vault credentials depending on the authentication method */
  readonly credential?: TriggerAuthenticationSpecHashiCorpVaultCredential;
  readonly mount?: string;
  readonly namespace?: string;
  readonly role?: string;
  readonly secrets: ReadonlyArray<TriggerAuthenticationSpecHashiCorpVaultSecrets>;
}

/** Credential defines the Hashicorp Vault credentials depending on the authentication method */
export interface TriggerAuthenticationSpecHashiCorpVaultCredential {
  readonly serviceAccount?: string;
  readonly serviceAccountName?: string;
  readonly token?: string;
}

/** VaultSecret defines the mapping between the path of the secret in Vault to the parameter */
export interface TriggerAuthenticationSpecHashiCorpVaultSecrets {
  readonly key: string;
  readonly parameter: string;
  readonly path: string;
  readonly pkiData?: TriggerAuthenticationSpecHashiCorpVaultSecretsPkiData;
  /** VaultSecretType defines the type of vault secret */
  readonly type?: 'secretV2' | 'secret' | 'pki';
}

export interface TriggerAuthenticationSpecHashiCorpVaultSecretsPkiData {
  readonly altNames?: string;
  readonly commonName?: string;
  readonly format?: string;
  readonly ipSans?: string;
  readonly otherSans?: string;
  readonly ttl?: string;
  readonly uriSans?: string;
}

export interface TriggerAuthenticationSpecOauth2 {
  readonly clientId: string;
  readonly clientSecret?: TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey;
  readonly scopes?: ReadonlyArray<string>;
  readonly tokenUrl: string;
  readonly tokenUrlParams?: Readonly<Record<string, string>>;
  readonly type: 'clientCredentials';
}
