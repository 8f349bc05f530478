// Written by `npm run imports`; change imports/write, not this file.

/** The known fields of github.com/external-secrets/external-secrets 1.3.2; imports/tables/index.ts says how to read it. */
export const TABLE = `
kinds
 external-secrets.io/v1/ExternalSecret ExternalSecret

ExternalSecret
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec ExternalSecretSpec
 status any

ExternalSecretSpec
 data []ExternalSecretSpecData
 dataFrom []ExternalSecretSpecDataFrom
 refreshInterval string
 refreshPolicy "CreatedOnce"|"Periodic"|"OnChange"
 secretStoreRef ExternalSecretSpecDataSourceRefStoreRef
 target ExternalSecretSpecTarget

ExternalSecretSpecData
 remoteRef! ExternalSecretSpecDataRemoteRef
 secretKey! string
 sourceRef ExternalSecretSpecDataSourceRef

ExternalSecretSpecDataFrom
 extract ExternalSecretSpecDataRemoteRef
 find ExternalSecretSpecDataFromFind
 rewrite []ExternalSecretSpecDataFromRewrite
 sourceRef ExternalSecretSpecDataSourceRef

ExternalSecretSpecDataFromFind
 conversionStrategy "Default"|"Unicode"
 decodingStrategy "Auto"|"Base64"|"Base64URL"|"None"
 name ExternalSecretSpecDataFromFindName
 path string
 tags {}string

ExternalSecretSpecDataFromFindName
 regexp string

ExternalSecretSpecDataFromRewrite
 merge ExternalSecretSpecDataFromRewriteMerge
 regexp ExternalSecretSpecDataFromRewriteRegexp
 transform ExternalSecretSpecDataFromRewriteTransform

ExternalSecretSpecDataFromRewriteMerge
 conflictPolicy "Ignore"|"Error"
 into string
 priority []string
 priorityPolicy "IgnoreNotFound"|"Strict"
 strategy "Extract"|"JSON"

ExternalSecretSpecDataFromRewriteRegexp
 source! string
 target! string

ExternalSecretSpecDataFromRewriteTransform
 template! string

ExternalSecretSpecDataRemoteRef
 conversionStrategy "Default"|"Unicode"
 decodingStrategy "Auto"|"Base64"|"Base64URL"|"None"
 key! string
 metadataPolicy "None"|"Fetch"
 property string
 version string

ExternalSecretSpecDataSourceRef
 generatorRef ExternalSecretSpecDataSourceRefGeneratorRef
 storeRef ExternalSecretSpecDataSourceRefStoreRef

ExternalSecretSpecDataSourceRefGeneratorRef
 apiVersion string
 kind! "ACRAccessToken"|"ClusterGenerator"|"CloudsmithAccessToken"|"ECRAuthorizationToken"|"Fake"|"GCRAccessToken"|"GithubAccessToken"|"QuayAccessToken"|"Password"|"SSHKey"|"STSSessionToken"|"UUID"|"VaultDynamicSecret"|"Webhook"|"Grafana"|"MFA"
 name! string

ExternalSecretSpecDataSourceRefStoreRef
 kind "SecretStore"|"ClusterSecretStore"
 name string

ExternalSecretSpecTarget
 creationPolicy "Owner"|"Orphan"|"Merge"|"None"
 deletionPolicy "Delete"|"Merge"|"Retain"
 immutable boolean
 manifest ExternalSecretSpecTargetManifest
 name string
 template ExternalSecretSpecTargetTemplate

ExternalSecretSpecTargetManifest
 apiVersion! string
 kind! string

ExternalSecretSpecTargetTemplate
 data {}string
 engineVersion "v2"
 mergePolicy "Replace"|"Merge"
 metadata ExternalSecretSpecTargetTemplateMetadata
 templateFrom []ExternalSecretSpecTargetTemplateTemplateFrom
 type string

ExternalSecretSpecTargetTemplateMetadata
 annotations {}string
 finalizers []string
 labels {}string

ExternalSecretSpecTargetTemplateTemplateFrom
 configMap ExternalSecretSpecTargetTemplateTemplateFromConfigMap
 literal string
 secret ExternalSecretSpecTargetTemplateTemplateFromConfigMap
 target string

ExternalSecretSpecTargetTemplateTemplateFromConfigMap
 items! []ExternalSecretSpecTargetTemplateTemplateFromConfigMapItems
 name! string

ExternalSecretSpecTargetTemplateTemplateFromConfigMapItems
 key! string
 templateAs "Values"|"KeysAndValues"
`;
