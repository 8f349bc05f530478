// Written by `npm run imports`; change imports/write, not this file.

/** The known fields of github.com/fluxcd/kustomize-controller 1.9.6; imports/tables/index.ts says how to read it. */
export const TABLE = `
kinds
 kustomize.toolkit.fluxcd.io/v1/Kustomization Kustomization

Kustomization
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec KustomizationSpec
 status any

KustomizationSpec
 buildMetadata []"originAnnotations"|"transformerAnnotations"
 commonMetadata KustomizationSpecCommonMetadata
 components []string
 decryption KustomizationSpecDecryption
 deletionPolicy "MirrorPrune"|"Delete"|"WaitForTermination"|"Orphan"
 dependsOn []KustomizationSpecDependsOn
 force boolean
 healthCheckExprs []KustomizationSpecHealthCheckExprs
 healthChecks []KustomizationSpecHealthChecks
 ignore []KustomizationSpecIgnore
 ignoreMissingComponents boolean
 images []KustomizationSpecImages
 interval! string
 kubeConfig KustomizationSpecKubeConfig
 namePrefix string
 nameSuffix string
 patches []KustomizationSpecPatches
 path string
 postBuild KustomizationSpecPostBuild
 prune! boolean
 retryInterval string
 serviceAccountName string
 sourceRef! KustomizationSpecSourceRef
 suspend boolean
 targetNamespace string
 timeout string
 wait boolean

KustomizationSpecCommonMetadata
 annotations {}string
 labels {}string

KustomizationSpecDecryption
 provider! "sops"
 secretRef KustomizationSpecDecryptionSecretRef
 serviceAccountName string

KustomizationSpecDecryptionSecretRef
 name! string

KustomizationSpecDependsOn
 name! string
 namespace string
 readyExpr string

KustomizationSpecHealthCheckExprs
 apiVersion! string
 current! string
 failed string
 inProgress string
 kind string

KustomizationSpecHealthChecks
 apiVersion string
 kind! string
 name! string
 namespace string

KustomizationSpecIgnore
 paths! []string
 target KustomizationSpecIgnoreTarget

KustomizationSpecIgnoreTarget
 annotationSelector string
 group string
 kind string
 labelSelector string
 name string
 namespace string
 version string

KustomizationSpecImages
 digest string
 name! string
 newName string
 newTag string

KustomizationSpecKubeConfig
 configMapRef KustomizationSpecDecryptionSecretRef
 secretRef KustomizationSpecKubeConfigSecretRef

KustomizationSpecKubeConfigSecretRef
 key string
 name! string

KustomizationSpecPatches
 patch! string
 target KustomizationSpecIgnoreTarget

KustomizationSpecPostBuild
 substitute {}string
 substituteFrom []KustomizationSpecPostBuildSubstituteFrom
 substituteStrategy "WithVariables"|"Always"

KustomizationSpecPostBuildSubstituteFrom
 kind! "Secret"|"ConfigMap"
 name! string
 optional boolean

KustomizationSpecSourceRef
 apiVersion string
 kind! "OCIRepository"|"GitRepository"|"Bucket"|"ExternalArtifact"
 name! string
 namespace string
`;
