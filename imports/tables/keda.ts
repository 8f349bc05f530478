// Written by `npm run imports`; change imports/write, not this file.

/** The known fields of github.com/kedacore/keda/v2 2.21.0; imports/tables/index.ts says how to read it. */
export const TABLE = `
kinds
 keda.sh/v1alpha1/ScaledObject ScaledObject
 keda.sh/v1alpha1/TriggerAuthentication TriggerAuthentication

ScaledObject
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! ScaledObjectSpec
 status any

ScaledObjectSpec
 advanced ScaledObjectSpecAdvanced
 cooldownPeriod integer
 fallback ScaledObjectSpecFallback
 idleReplicaCount integer
 initialCooldownPeriod integer
 maxReplicaCount integer
 minReplicaCount integer
 pollingInterval integer
 scaleTargetRef! ScaledObjectSpecScaleTargetRef
 triggers! []ScaledObjectSpecTriggers

ScaledObjectSpecAdvanced
 horizontalPodAutoscalerConfig ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfig
 restoreToOriginalReplicaCount boolean
 scalingModifiers ScaledObjectSpecAdvancedScalingModifiers

ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfig
 behavior ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehavior
 name string

ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehavior
 scaleDown ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehaviorScaleDown
 scaleUp ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehaviorScaleDown

ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehaviorScaleDown
 policies []ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehaviorScaleDownPolicies
 selectPolicy string
 stabilizationWindowSeconds integer
 tolerance int-or-string

ScaledObjectSpecAdvancedHorizontalPodAutoscalerConfigBehaviorScaleDownPolicies
 periodSeconds! integer
 type! string
 value! integer

ScaledObjectSpecAdvancedScalingModifiers
 activationTarget string
 formula string
 metricType "AverageValue"|"Value"
 target string

ScaledObjectSpecFallback
 behavior "static"|"currentReplicas"|"currentReplicasIfHigher"|"currentReplicasIfLower"|"scalingModifiers"
 failureThreshold! integer
 replicas! integer

ScaledObjectSpecScaleTargetRef
 apiVersion string
 envSourceContainerName string
 kind string
 name! string

ScaledObjectSpecTriggers
 authenticationRef ScaledObjectSpecTriggersAuthenticationRef
 metadata! {}string
 metricType string
 name string
 type! string
 useCachedMetrics boolean

ScaledObjectSpecTriggersAuthenticationRef
 kind "TriggerAuthentication"|"ClusterTriggerAuthentication"
 name! string

TriggerAuthentication
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! TriggerAuthenticationSpec
 status any

TriggerAuthenticationSpec
 awsSecretManager TriggerAuthenticationSpecAwsSecretManager
 azureKeyVault TriggerAuthenticationSpecAzureKeyVault
 azureServicePrincipal TriggerAuthenticationSpecAzureServicePrincipal
 boundServiceAccountToken []TriggerAuthenticationSpecBoundServiceAccountToken
 configMapTargetRef []TriggerAuthenticationSpecConfigMapTargetRef
 env []TriggerAuthenticationSpecEnv
 filePath string
 gcpSecretManager TriggerAuthenticationSpecGcpSecretManager
 hashiCorpVault TriggerAuthenticationSpecHashiCorpVault
 oauth2 TriggerAuthenticationSpecOauth2
 podIdentity TriggerAuthenticationSpecAwsSecretManagerPodIdentity
 secretTargetRef []TriggerAuthenticationSpecConfigMapTargetRef

TriggerAuthenticationSpecAwsSecretManager
 credentials TriggerAuthenticationSpecAwsSecretManagerCredentials
 podIdentity TriggerAuthenticationSpecAwsSecretManagerPodIdentity
 region string
 secrets! []TriggerAuthenticationSpecAwsSecretManagerSecrets

TriggerAuthenticationSpecAwsSecretManagerCredentials
 accessKey! TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey
 accessSecretKey! TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey
 accessToken TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey

TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey
 valueFrom! TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKeyValueFrom

TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKeyValueFrom
 secretKeyRef! TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKeyValueFromSecretKeyRef

TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKeyValueFromSecretKeyRef
 key! string
 name! string

TriggerAuthenticationSpecAwsSecretManagerPodIdentity
 externalID string
 identityAuthorityHost string
 identityId string
 identityOwner "keda"|"workload"
 identityTenantId string
 provider! "azure-workload"|"gcp"|"aws"|"aws-eks"|"none"
 roleArn string

TriggerAuthenticationSpecAwsSecretManagerSecrets
 name! string
 parameter! string
 secretKey string
 versionId string
 versionStage string

TriggerAuthenticationSpecAzureKeyVault
 cloud TriggerAuthenticationSpecAzureKeyVaultCloud
 credentials TriggerAuthenticationSpecAzureKeyVaultCredentials
 podIdentity TriggerAuthenticationSpecAwsSecretManagerPodIdentity
 secrets! []TriggerAuthenticationSpecAzureKeyVaultSecrets
 vaultUri! string

TriggerAuthenticationSpecAzureKeyVaultCloud
 activeDirectoryEndpoint string
 keyVaultResourceURL string
 type! string

TriggerAuthenticationSpecAzureKeyVaultCredentials
 clientId! string
 clientSecret! TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey
 tenantId! string

TriggerAuthenticationSpecAzureKeyVaultSecrets
 name! string
 parameter! string
 version string

TriggerAuthenticationSpecAzureServicePrincipal
 activeDirectoryEndpoint string
 clientCertificate TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey
 clientCertificatePassword TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey
 clientId! string
 clientSecret TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey
 cloud string
 tenantId! string

TriggerAuthenticationSpecBoundServiceAccountToken
 parameter! string
 serviceAccountName! string

TriggerAuthenticationSpecConfigMapTargetRef
 key! string
 name! string
 parameter! string

TriggerAuthenticationSpecEnv
 containerName string
 name! string
 parameter! string

TriggerAuthenticationSpecGcpSecretManager
 credentials TriggerAuthenticationSpecGcpSecretManagerCredentials
 podIdentity TriggerAuthenticationSpecAwsSecretManagerPodIdentity
 secrets! []TriggerAuthenticationSpecGcpSecretManagerSecrets

TriggerAuthenticationSpecGcpSecretManagerCredentials
 clientSecret! TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey

TriggerAuthenticationSpecGcpSecretManagerSecrets
 id! string
 parameter! string
 version string

TriggerAuthenticationSpecHashiCorpVault
 address! string
 authentication! "token"|"kubernetes"
 credential TriggerAuthenticationSpecHashiCorpVaultCredential
 mount string
 namespace string
 role string
 secrets! []TriggerAuthenticationSpecHashiCorpVaultSecrets

TriggerAuthenticationSpecHashiCorpVaultCredential
 serviceAccount string
 serviceAccountName string
 token string

TriggerAuthenticationSpecHashiCorpVaultSecrets
 key! string
 parameter! string
 path! string
 pkiData TriggerAuthenticationSpecHashiCorpVaultSecretsPkiData
 type "secretV2"|"secret"|"pki"

TriggerAuthenticationSpecHashiCorpVaultSecretsPkiData
 altNames string
 commonName string
 format string
 ipSans string
 otherSans string
 ttl string
 uriSans string

TriggerAuthenticationSpecOauth2
 clientId! string
 clientSecret TriggerAuthenticationSpecAwsSecretManagerCredentialsAccessKey
 scopes []string
 tokenUrl! string
 tokenUrlParams {}string
 type! "clientCredentials"
`;
