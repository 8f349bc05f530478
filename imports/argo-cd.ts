// Written by `npm run imports`; change imports/write, not this file.

// Types of github.com/argoproj/argo-cd/v3 3.5.7.
import type { IntOrString, ObjectMeta } from './k8s';

/** AppProject provides a logical grouping of applications, providing controls for: */
export interface AppProject {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'argoproj.io/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'AppProject';
  readonly metadata: ObjectMeta;
  /** AppProjectSpec is the specification of an AppProject */
  readonly spec: AppProjectSpec;
}

/** AppProjectSpec is the specification of an AppProject */
export interface AppProjectSpec {
  /** ClusterResourceBlacklist contains list of blacklisted cluster level resources */
  readonly clusterResourceBlacklist?: ReadonlyArray<AppProjectSpecClusterResourceBlacklist>;
  /** ClusterResourceWhitelist contains list of whitelisted cluster level resources */
  readonly clusterResourceWhitelist?: ReadonlyArray<AppProjectSpecClusterResourceBlacklist>;
  /** Description contains optional project description */
  readonly description?: string;
  /** DestinationServiceAccounts holds information about the service accounts to be impersonated for the application sync operation for each … */
  readonly destinationServiceAccounts?: ReadonlyArray<AppProjectSpecDestinationServiceAccounts>;
  /** Destinations contains list of destinations available for deployment */
  readonly destinations?: ReadonlyArray<ApplicationSpecDestination>;
  /** NamespaceResourceBlacklist contains list of blacklisted namespace level resources */
  readonly namespaceResourceBlacklist?: ReadonlyArray<AppProjectSpecNamespaceResourceBlacklist>;
  /** NamespaceResourceWhitelist contains list of whitelisted namespace level resources */
  readonly namespaceResourceWhitelist?: ReadonlyArray<AppProjectSpecNamespaceResourceBlacklist>;
  /** OrphanedResources specifies if controller should monitor orphaned resources of apps in this project */
  readonly orphanedResources?: AppProjectSpecOrphanedResources;
  /** PermitOnlyProjectScopedClusters determines whether destinations can only reference clusters which are project-scoped */
  readonly permitOnlyProjectScopedClusters?: boolean;
  /** Roles are user defined RBAC roles associated with this project */
  readonly roles?: ReadonlyArray<AppProjectSpecRoles>;
  /** SignatureKeys contains a list of PGP key IDs that commits in Git must be signed with in order to be allowed for sync Deprecated: */
  readonly signatureKeys?: ReadonlyArray<AppProjectSpecSignatureKeys>;
  /** SourceIntegrity represents a constraint on manifest sources integrity to be met before they can be used. */
  readonly sourceIntegrity?: AppProjectSpecSourceIntegrity;
  /** SourceNamespaces defines the namespaces application resources are allowed to be created in */
  readonly sourceNamespaces?: ReadonlyArray<string>;
  /** SourceRepos contains list of repository URLs which can be used for deployment */
  readonly sourceRepos?: ReadonlyArray<string>;
  /** SyncWindows controls when syncs can be run for apps in this project */
  readonly syncWindows?: ReadonlyArray<AppProjectSpecSyncWindows>;
}

/** ClusterResourceRestrictionItem is a cluster resource that is restricted by the project's whitelist or blacklist */
export interface AppProjectSpecClusterResourceBlacklist {
  readonly group: string;
  readonly kind: string;
  /** Name is the name of the restricted resource. */
  readonly name?: string;
}

/** ApplicationDestinationServiceAccount holds information about the service account to be impersonated for the application sync operation. */
export interface AppProjectSpecDestinationServiceAccounts {
  /** DefaultServiceAccount to be used for impersonation during the sync operation */
  readonly defaultServiceAccount: string;
  /** Namespace specifies the target namespace for the application's resources. */
  readonly namespace?: string;
  /** Server specifies the URL of the target cluster's Kubernetes control plane API. */
  readonly server: string;
}

/** GroupKind specifies a Group and a Kind, but does not force a version. */
export interface AppProjectSpecNamespaceResourceBlacklist {
  readonly group: string;
  readonly kind: string;
}

/** OrphanedResources specifies if controller should monitor orphaned resources of apps in this project */
export interface AppProjectSpecOrphanedResources {
  /** Ignore contains a list of resources that are to be excluded from orphaned resources monitoring */
  readonly ignore?: ReadonlyArray<AppProjectSpecOrphanedResourcesIgnore>;
  /** Warn indicates if warning condition should be created for apps which have orphaned resources */
  readonly warn?: boolean;
}

/** OrphanedResourceKey is a reference to a resource to be ignored from */
export interface AppProjectSpecOrphanedResourcesIgnore {
  readonly group?: string;
  readonly kind?: string;
  readonly name?: string;
}

/** ProjectRole represents a role that has access to a project */
export interface AppProjectSpecRoles {
  /** Description is a description of the role */
  readonly description?: string;
  /** Groups are a list of OIDC group claims bound to this role */
  readonly groups?: ReadonlyArray<string>;
  /** JWTTokens are a list of generated JWT tokens bound to this role */
  readonly jwtTokens?: ReadonlyArray<AppProjectSpecRolesJwtTokens>;
  /** Name is a name for this role */
  readonly name: string;
  /** Policies Stores a list of casbin formatted strings that define access policies for the role in the project */
  readonly policies?: ReadonlyArray<string>;
}

/** JWTToken holds the issuedAt and expiresAt values of a token */
export interface AppProjectSpecRolesJwtTokens {
  readonly exp?: number;
  readonly iat: number;
  readonly id?: string;
}

/** SignatureKey is the specification of a key required to verify commit signatures with Deprecated: */
export interface AppProjectSpecSignatureKeys {
  /** The ID of the key in hexadecimal notation */
  readonly keyID: string;
}

/** SourceIntegrity represents a constraint on manifest sources integrity to be met before they can be used. */
export interface AppProjectSpecSourceIntegrity {
  /** Git - policies for git source verification */
  readonly git: AppProjectSpecSourceIntegrityGit;
}

/** Git - policies for git source verification */
export interface AppProjectSpecSourceIntegrityGit {
  readonly policies: ReadonlyArray<AppProjectSpecSourceIntegrityGitPolicies>;
}

export interface AppProjectSpecSourceIntegrityGitPolicies {
  /** Verify GPG commit/tag signatures */
  readonly gpg: AppProjectSpecSourceIntegrityGitPoliciesGpg;
  /** List of repository criteria restricting repositories the policy will apply to */
  readonly repos: ReadonlyArray<AppProjectSpecSourceIntegrityGitPoliciesRepos>;
}

/** Verify GPG commit/tag signatures */
export interface AppProjectSpecSourceIntegrityGitPoliciesGpg {
  /** List of key IDs to trust. */
  readonly keys: ReadonlyArray<string>;
  readonly mode: string;
}

export interface AppProjectSpecSourceIntegrityGitPoliciesRepos {
  /** URL specifier, glob. */
  readonly url: string;
}

/** SyncWindow contains the kind, time, duration and attributes that are used to assign the syncWindows to apps */
export interface AppProjectSpecSyncWindows {
  /** UseAndOperator use AND operator for matching applications, namespaces and clusters instead of the default OR operator */
  readonly andOperator?: boolean;
  /** Applications contains a list of applications that the window will apply to */
  readonly applications?: ReadonlyArray<string>;
  /** Clusters contains a list of clusters that the window will apply to */
  readonly clusters?: ReadonlyArray<string>;
  /** Description of the sync that will be applied to the schedule, can be used to add any information such as a ticket number for example */
  readonly description?: string;
  /** Duration is the amount of time the sync window will be open */
  readonly duration?: string;
  /** Kind defines if the window allows or blocks syncs */
  readonly kind?: string;
  /** ManualSync enables manual syncs when they would otherwise be blocked */
  readonly manualSync?: boolean;
  /** Namespaces contains a list of namespaces that the window will apply to */
  readonly namespaces?: ReadonlyArray<string>;
  /** Schedule is the time the window will begin, specified in cron format */
  readonly schedule?: string;
  /** SyncOverrun allows ongoing syncs to continue in two scenarios: */
  readonly syncOverrun?: boolean;
  /** TimeZone of the sync that will be applied to the schedule */
  readonly timeZone?: string;
}

/** Application is a definition of Application resource. */
export interface Application {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'argoproj.io/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'Application';
  readonly metadata: ObjectMeta;
  /** Operation contains information about a requested or running operation */
  readonly operation?: ApplicationOperation;
  /** ApplicationSpec represents desired application state. */
  readonly spec: ApplicationSpec;
}

/** Operation contains information about a requested or running operation */
export interface ApplicationOperation {
  /** Info is a list of informational items for this operation */
  readonly info?: ReadonlyArray<ApplicationOperationInfo>;
  /** InitiatedBy contains information about who initiated the operations */
  readonly initiatedBy?: ApplicationOperationInitiatedBy;
  /** Retry controls the strategy to apply if a sync fails */
  readonly retry?: ApplicationOperationRetry;
  /** Sync contains parameters for the operation */
  readonly sync?: ApplicationOperationSync;
}

export interface ApplicationOperationInfo {
  readonly name: string;
  readonly value: string;
}

/** InitiatedBy contains information about who initiated the operations */
export interface ApplicationOperationInitiatedBy {
  /** Automated is set to true if operation was initiated automatically by the application controller. */
  readonly automated?: boolean;
  /** Username contains the name of a user who started operation */
  readonly username?: string;
}

/** Retry controls the strategy to apply if a sync fails */
export interface ApplicationOperationRetry {
  /** Backoff controls how to backoff on subsequent retries of failed syncs */
  readonly backoff?: ApplicationOperationRetryBackoff;
  /** Limit is the maximum number of attempts for retrying a failed sync. */
  readonly limit?: number;
  /** Refresh indicates if the latest revision should be used on retry instead of the initial one (default: */
  readonly refresh?: boolean;
}

/** Backoff controls how to backoff on subsequent retries of failed syncs */
export interface ApplicationOperationRetryBackoff {
  /** Duration is the amount to back off. */
  readonly duration?: string;
  /** Factor is a factor to multiply the base duration after each failed retry */
  readonly factor?: number;
  /** MaxDuration is the maximum amount of time allowed for the backoff strategy */
  readonly maxDuration?: string;
}

/** Sync contains parameters for the operation */
export interface ApplicationOperationSync {
  /** SelfHealAttemptsCount contains the number of auto-heal attempts */
  readonly autoHealAttemptsCount?: number;
  /** DryRun specifies to perform a `kubectl apply --dry-run` without actually performing the sync */
  readonly dryRun?: boolean;
  /** Manifests is an optional field that overrides sync source with a local directory for development */
  readonly manifests?: ReadonlyArray<string>;
  /** Prune specifies to delete resources from the cluster that are no longer tracked in git */
  readonly prune?: boolean;
  /** Resources describes which resources shall be part of the sync */
  readonly resources?: ReadonlyArray<ApplicationOperationSyncResources>;
  /** Revision is the revision (Git) or chart version (Helm) which to sync the application to If omitted, will use the revision specified in app … */
  readonly revision?: string;
  /** Revisions is the list of revision (Git) or chart version (Helm) which to sync each source in sources field for the application to If … */
  readonly revisions?: ReadonlyArray<string>;
  /** Source overrides the source definition set in the application. */
  readonly source?: ApplicationOperationSyncSource;
  /** Sources overrides the source definition set in the application. */
  readonly sources?: ReadonlyArray<ApplicationOperationSyncSource>;
  /** SyncOptions provide per-sync sync-options, e.g. */
  readonly syncOptions?: ReadonlyArray<string>;
  /** SyncStrategy describes how to perform the sync */
  readonly syncStrategy?: ApplicationOperationSyncSyncStrategy;
}

/** SyncOperationResource contains resources to sync. */
export interface ApplicationOperationSyncResources {
  readonly group?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** Source overrides the source definition set in the application. */
export interface ApplicationOperationSyncSource {
  /** Chart is a Helm chart name, and must be specified for applications sourced from a Helm repo. */
  readonly chart?: string;
  /** Directory holds path/directory specific options */
  readonly directory?: ApplicationOperationSyncSourceDirectory;
  /** Helm holds helm specific options */
  readonly helm?: ApplicationOperationSyncSourceHelm;
  /** Kustomize holds kustomize specific options */
  readonly kustomize?: ApplicationOperationSyncSourceKustomize;
  /** Name is used to refer to a source and is displayed in the UI. */
  readonly name?: string;
  /** Path is a directory path within the Git repository, and is only valid for applications sourced from Git. */
  readonly path?: string;
  /** Plugin holds config management plugin specific options */
  readonly plugin?: ApplicationOperationSyncSourcePlugin;
  /** Ref is reference to another source within sources field. */
  readonly ref?: string;
  /** RepoURL is the URL to the repository (Git or Helm) that contains the application manifests */
  readonly repoURL: string;
  /** TagPrefix filters git tags to only those with this prefix before evaluating targetRevision as a semver constraint. */
  readonly tagPrefix?: string;
  /** TargetRevision defines the revision of the source to sync the application to. */
  readonly targetRevision?: string;
}

/** Directory holds path/directory specific options */
export interface ApplicationOperationSyncSourceDirectory {
  /** Exclude contains a glob pattern to match paths against that should be explicitly excluded from being used during manifest generation */
  readonly exclude?: string;
  /** Include contains a glob pattern to match paths against that should be explicitly included during manifest generation */
  readonly include?: string;
  /** Jsonnet holds options specific to Jsonnet */
  readonly jsonnet?: ApplicationOperationSyncSourceDirectoryJsonnet;
  /** Recurse specifies whether to scan a directory recursively for manifests */
  readonly recurse?: boolean;
}

/** Jsonnet holds options specific to Jsonnet */
export interface ApplicationOperationSyncSourceDirectoryJsonnet {
  /** ExtVars is a list of Jsonnet External Variables */
  readonly extVars?: ReadonlyArray<ApplicationOperationSyncSourceDirectoryJsonnetExtVars>;
  /** Additional library search dirs */
  readonly libs?: ReadonlyArray<string>;
  /** TLAS is a list of Jsonnet Top-level Arguments */
  readonly tlas?: ReadonlyArray<ApplicationOperationSyncSourceDirectoryJsonnetExtVars>;
}

/** JsonnetVar represents a variable to be passed to jsonnet during manifest generation */
export interface ApplicationOperationSyncSourceDirectoryJsonnetExtVars {
  readonly code?: boolean;
  readonly name: string;
  readonly value: string;
}

/** Helm holds helm specific options */
export interface ApplicationOperationSyncSourceHelm {
  /** APIVersions specifies the Kubernetes resource API versions to pass to Helm when templating manifests. */
  readonly apiVersions?: ReadonlyArray<string>;
  /** FileParameters are file parameters to the helm template */
  readonly fileParameters?: ReadonlyArray<ApplicationOperationSyncSourceHelmFileParameters>;
  /** IgnoreMissingValueFiles prevents helm template from failing when valueFiles do not exist locally by not appending them to helm template … */
  readonly ignoreMissingValueFiles?: boolean;
  /** KubeVersion specifies the Kubernetes API version to pass to Helm when templating manifests. */
  readonly kubeVersion?: string;
  /** Namespace is an optional namespace to template with. */
  readonly namespace?: string;
  /** Parameters is a list of Helm parameters which are passed to the helm template command upon manifest generation */
  readonly parameters?: ReadonlyArray<ApplicationOperationSyncSourceHelmParameters>;
  /** PassCredentials pass credentials to all domains (Helm's --pass-credentials) */
  readonly passCredentials?: boolean;
  /** ReleaseName is the Helm release name to use. */
  readonly releaseName?: string;
  /** SkipCrds skips custom resource definition installation step (Helm's --skip-crds) */
  readonly skipCrds?: boolean;
  /** SkipSchemaValidation skips JSON schema validation (Helm's --skip-schema-validation) */
  readonly skipSchemaValidation?: boolean;
  /** SkipTests skips test manifest installation step (Helm's --skip-tests). */
  readonly skipTests?: boolean;
  /** ValuesFiles is a list of Helm value files to use when generating a template */
  readonly valueFiles?: ReadonlyArray<string>;
  /** Values specifies Helm values to be passed to helm template, typically defined as a block. */
  readonly values?: string;
  /** ValuesObject specifies Helm values to be passed to helm template, defined as a map. */
  readonly valuesObject?: unknown;
  /** Version is the Helm version to use for templating ("3") */
  readonly version?: string;
}

/** HelmFileParameter is a file parameter that's passed to helm template during manifest generation */
export interface ApplicationOperationSyncSourceHelmFileParameters {
  /** Name is the name of the Helm parameter */
  readonly name?: string;
  /** Path is the path to the file containing the values for the Helm parameter */
  readonly path?: string;
}

/** HelmParameter is a parameter that's passed to helm template during manifest generation */
export interface ApplicationOperationSyncSourceHelmParameters {
  /** ForceString determines whether to tell Helm to interpret booleans and numbers as strings */
  readonly forceString?: boolean;
  /** Name is the name of the Helm parameter */
  readonly name?: string;
  /** Value is the value for the Helm parameter */
  readonly value?: string;
}

/** Kustomize holds kustomize specific options */
export interface ApplicationOperationSyncSourceKustomize {
  /** APIVersions specifies the Kubernetes resource API versions to pass to Helm when templating manifests. */
  readonly apiVersions?: ReadonlyArray<string>;
  /** CommonAnnotations is a list of additional annotations to add to rendered manifests */
  readonly commonAnnotations?: Readonly<Record<string, string>>;
  /** CommonAnnotationsEnvsubst specifies whether to apply env variables substitution for annotation values */
  readonly commonAnnotationsEnvsubst?: boolean;
  /** CommonLabels is a list of additional labels to add to rendered manifests */
  readonly commonLabels?: Readonly<Record<string, string>>;
  /** Components specifies a list of kustomize components to add to the kustomization before building */
  readonly components?: ReadonlyArray<string>;
  /** ForceCommonAnnotations specifies whether to force applying common annotations to resources for Kustomize apps */
  readonly forceCommonAnnotations?: boolean;
  /** ForceCommonLabels specifies whether to force applying common labels to resources for Kustomize apps */
  readonly forceCommonLabels?: boolean;
  /** IgnoreMissingComponents prevents kustomize from failing when components do not exist locally by not appending them to kustomization file */
  readonly ignoreMissingComponents?: boolean;
  /** Images is a list of Kustomize image override specifications */
  readonly images?: ReadonlyArray<string>;
  /** KubeVersion specifies the Kubernetes API version to pass to Helm when templating manifests. */
  readonly kubeVersion?: string;
  /** LabelIncludeTemplates specifies whether to apply common labels to resource templates or not */
  readonly labelIncludeTemplates?: boolean;
  /** LabelWithoutSelector specifies whether to apply common labels to resource selectors or not */
  readonly labelWithoutSelector?: boolean;
  /** NamePrefix overrides the namePrefix in the kustomization.yaml for Kustomize apps */
  readonly namePrefix?: string;
  /** NameSuffix overrides the nameSuffix in the kustomization.yaml for Kustomize apps */
  readonly nameSuffix?: string;
  /** Namespace sets the namespace that Kustomize adds to all resources */
  readonly namespace?: string;
  /** Patches is a list of Kustomize patches */
  readonly patches?: ReadonlyArray<ApplicationOperationSyncSourceKustomizePatches>;
  /** Replicas is a list of Kustomize Replicas override specifications */
  readonly replicas?: ReadonlyArray<ApplicationOperationSyncSourceKustomizeReplicas>;
  /** Version controls which version of Kustomize to use for rendering manifests */
  readonly version?: string;
}

export interface ApplicationOperationSyncSourceKustomizePatches {
  readonly options?: Readonly<Record<string, boolean>>;
  readonly patch?: string;
  readonly path?: string;
  readonly target?: ApplicationOperationSyncSourceKustomizePatchesTarget;
}

export interface ApplicationOperationSyncSourceKustomizePatchesTarget {
  readonly annotationSelector?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly labelSelector?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly version?: string;
}

export interface ApplicationOperationSyncSourceKustomizeReplicas {
  /** Number of replicas */
  readonly count: IntOrString;
  /** Name of Deployment or StatefulSet */
  readonly name: string;
}

/** Plugin holds config management plugin specific options */
export interface ApplicationOperationSyncSourcePlugin {
  /** Env is a list of environment variable entries */
  readonly env?: ReadonlyArray<ApplicationOperationInfo>;
  readonly name?: string;
  readonly parameters?: ReadonlyArray<ApplicationOperationSyncSourcePluginParameters>;
}

export interface ApplicationOperationSyncSourcePluginParameters {
  /** Array is the value of an array type parameter. */
  readonly array?: ReadonlyArray<string>;
  /** Map is the value of a map type parameter. */
  readonly map?: Readonly<Record<string, string>>;
  /** Name is the name identifying a parameter. */
  readonly name?: string;
  /** String_ is the value of a string type parameter. */
  readonly string?: string;
}

/** SyncStrategy describes how to perform the sync */
export interface ApplicationOperationSyncSyncStrategy {
  /** Apply will perform a `kubectl apply` to perform the sync. */
  readonly apply?: ApplicationOperationSyncSyncStrategyApply;
  /** Hook will submit any referenced resources to perform the sync. */
  readonly hook?: ApplicationOperationSyncSyncStrategyApply;
}

/** Apply will perform a `kubectl apply` to perform the sync. */
export interface ApplicationOperationSyncSyncStrategyApply {
  /** Force indicates whether or not to supply the --force flag to `kubectl apply`. */
  readonly force?: boolean;
}

export interface ApplicationSet {
  readonly apiVersion: 'argoproj.io/v1alpha1';
  readonly kind: 'ApplicationSet';
  readonly metadata: ObjectMeta;
  readonly spec: ApplicationSetSpec;
}

export interface ApplicationSetSpec {
  readonly applyNestedSelectors?: boolean;
  readonly generators: ReadonlyArray<ApplicationSetSpecGenerators>;
  readonly goTemplate?: boolean;
  readonly goTemplateOptions?: ReadonlyArray<string>;
  readonly ignoreApplicationDifferences?: ReadonlyArray<ApplicationSetSpecIgnoreApplicationDifferences>;
  readonly preservedFields?: ApplicationSetSpecPreservedFields;
  readonly strategy?: ApplicationSetSpecStrategy;
  readonly syncPolicy?: ApplicationSetSpecSyncPolicy;
  readonly template: ApplicationSetSpecGeneratorsClusterDecisionResourceTemplate;
  readonly templatePatch?: string;
}

export interface ApplicationSetSpecGenerators {
  readonly clusterDecisionResource?: ApplicationSetSpecGeneratorsClusterDecisionResource;
  readonly clusters?: ApplicationSetSpecGeneratorsClusters;
  readonly git?: ApplicationSetSpecGeneratorsGit;
  readonly list?: ApplicationSetSpecGeneratorsList;
  readonly matrix?: ApplicationSetSpecGeneratorsMatrix;
  readonly merge?: ApplicationSetSpecGeneratorsMerge;
  readonly plugin?: ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin;
  readonly pullRequest?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequest;
  readonly scmProvider?: ApplicationSetSpecGeneratorsMatrixGeneratorsScmProvider;
  readonly selector?: ApplicationSetSpecGeneratorsClusterDecisionResourceLabelSelector;
}

export interface ApplicationSetSpecGeneratorsClusterDecisionResource {
  readonly configMapRef: string;
  readonly labelSelector?: ApplicationSetSpecGeneratorsClusterDecisionResourceLabelSelector;
  readonly name?: string;
  readonly requeueAfterSeconds?: number;
  readonly template?: ApplicationSetSpecGeneratorsClusterDecisionResourceTemplate;
  readonly values?: Readonly<Record<string, string>>;
}

export interface ApplicationSetSpecGeneratorsClusterDecisionResourceLabelSelector {
  readonly matchExpressions?: ReadonlyArray<ApplicationSetSpecGeneratorsClusterDecisionResourceLabelSelectorMatchExpressions>;
  readonly matchLabels?: Readonly<Record<string, string>>;
}

export interface ApplicationSetSpecGeneratorsClusterDecisionResourceLabelSelectorMatchExpressions {
  readonly key: string;
  readonly operator: string;
  readonly values?: ReadonlyArray<string>;
}

export interface ApplicationSetSpecGeneratorsClusterDecisionResourceTemplate {
  readonly metadata: ApplicationSetSpecGeneratorsClusterDecisionResourceTemplateMetadata;
  readonly spec: ApplicationSpec;
}

export interface ApplicationSetSpecGeneratorsClusterDecisionResourceTemplateMetadata {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly finalizers?: ReadonlyArray<string>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly name?: string;
  readonly namespace?: string;
}

export interface ApplicationSetSpecGeneratorsClusters {
  readonly flatList?: boolean;
  readonly selector?: ApplicationSetSpecGeneratorsClusterDecisionResourceLabelSelector;
  readonly template?: ApplicationSetSpecGeneratorsClusterDecisionResourceTemplate;
  readonly values?: Readonly<Record<string, string>>;
}

export interface ApplicationSetSpecGeneratorsGit {
  readonly directories?: ReadonlyArray<ApplicationSetSpecGeneratorsGitDirectories>;
  readonly files?: ReadonlyArray<ApplicationSetSpecGeneratorsGitDirectories>;
  readonly pathParamPrefix?: string;
  readonly repoURL: string;
  readonly requeueAfterSeconds?: number;
  readonly revision: string;
  readonly template?: ApplicationSetSpecGeneratorsClusterDecisionResourceTemplate;
  readonly values?: Readonly<Record<string, string>>;
}

export interface ApplicationSetSpecGeneratorsGitDirectories {
  readonly exclude?: boolean;
  readonly path: string;
}

export interface ApplicationSetSpecGeneratorsList {
  readonly elements?: ReadonlyArray<unknown>;
  readonly elementsYaml?: string;
  readonly template?: ApplicationSetSpecGeneratorsClusterDecisionResourceTemplate;
}

export interface ApplicationSetSpecGeneratorsMatrix {
  readonly generators: ReadonlyArray<ApplicationSetSpecGeneratorsMatrixGenerators>;
  readonly template?: ApplicationSetSpecGeneratorsClusterDecisionResourceTemplate;
}

export interface ApplicationSetSpecGeneratorsMatrixGenerators {
  readonly clusterDecisionResource?: ApplicationSetSpecGeneratorsClusterDecisionResource;
  readonly clusters?: ApplicationSetSpecGeneratorsClusters;
  readonly git?: ApplicationSetSpecGeneratorsGit;
  readonly list?: ApplicationSetSpecGeneratorsList;
  readonly matrix?: unknown;
  readonly merge?: unknown;
  readonly plugin?: ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin;
  readonly pullRequest?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequest;
  readonly scmProvider?: ApplicationSetSpecGeneratorsMatrixGeneratorsScmProvider;
  readonly selector?: ApplicationSetSpecGeneratorsClusterDecisionResourceLabelSelector;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin {
  readonly configMapRef: ApplicationSetSpecGeneratorsMatrixGeneratorsPluginConfigMapRef;
  readonly input?: ApplicationSetSpecGeneratorsMatrixGeneratorsPluginInput;
  readonly requeueAfterSeconds?: number;
  readonly template?: ApplicationSetSpecGeneratorsClusterDecisionResourceTemplate;
  readonly values?: Readonly<Record<string, string>>;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPluginConfigMapRef {
  readonly name: string;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPluginInput {
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequest {
  readonly azuredevops?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevops;
  readonly bitbucket?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucket;
  readonly bitbucketServer?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketServer;
  readonly continueOnRepoNotFoundError?: boolean;
  readonly filters?: ReadonlyArray<ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestFilters>;
  readonly gitea?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestGitea;
  readonly github?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestGithub;
  readonly gitlab?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestGitlab;
  readonly requeueAfterSeconds?: number;
  readonly template?: ApplicationSetSpecGeneratorsClusterDecisionResourceTemplate;
  readonly values?: Readonly<Record<string, string>>;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevops {
  readonly api?: string;
  readonly labels?: ReadonlyArray<string>;
  readonly organization: string;
  readonly project: string;
  readonly repo: string;
  readonly tokenRef?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevopsTokenRef;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevopsTokenRef {
  readonly key: string;
  readonly secretName: string;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucket {
  readonly api?: string;
  readonly basicAuth?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketBasicAuth;
  readonly bearerToken?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketBearerToken;
  readonly owner: string;
  readonly repo: string;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketBasicAuth {
  readonly passwordRef: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevopsTokenRef;
  readonly username: string;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketBearerToken {
  readonly tokenRef: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevopsTokenRef;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketServer {
  readonly api: string;
  readonly basicAuth?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketBasicAuth;
  readonly bearerToken?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketBearerToken;
  readonly caRef?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketServerCaRef;
  readonly insecure?: boolean;
  readonly project: string;
  readonly repo: string;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketServerCaRef {
  readonly configMapName: string;
  readonly key: string;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestFilters {
  readonly branchMatch?: string;
  readonly targetBranchMatch?: string;
  readonly titleMatch?: string;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestGitea {
  readonly api: string;
  readonly insecure?: boolean;
  readonly labels?: ReadonlyArray<string>;
  readonly owner: string;
  readonly repo: string;
  readonly tokenRef?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevopsTokenRef;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestGithub {
  readonly api?: string;
  readonly appSecretName?: string;
  readonly labels?: ReadonlyArray<string>;
  readonly owner: string;
  readonly repo: string;
  readonly tokenRef?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevopsTokenRef;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestGitlab {
  readonly api?: string;
  readonly caRef?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketServerCaRef;
  readonly insecure?: boolean;
  readonly labels?: ReadonlyArray<string>;
  readonly project: string;
  readonly pullRequestState?: string;
  readonly tokenRef?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevopsTokenRef;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsScmProvider {
  readonly awsCodeCommit?: ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderAwsCodeCommit;
  readonly azureDevOps?: ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderAzureDevOps;
  readonly bitbucket?: ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderBitbucket;
  readonly bitbucketServer?: ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderBitbucketServer;
  readonly cloneProtocol?: string;
  readonly filters?: ReadonlyArray<ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderFilters>;
  readonly gitea?: ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderGitea;
  readonly github?: ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderGithub;
  readonly gitlab?: ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderGitlab;
  readonly requeueAfterSeconds?: number;
  readonly template?: ApplicationSetSpecGeneratorsClusterDecisionResourceTemplate;
  readonly values?: Readonly<Record<string, string>>;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderAwsCodeCommit {
  readonly allBranches?: boolean;
  readonly region?: string;
  readonly role?: string;
  readonly tagFilters?: ReadonlyArray<ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderAwsCodeCommitTagFilters>;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderAwsCodeCommitTagFilters {
  readonly key: string;
  readonly value?: string;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderAzureDevOps {
  readonly accessTokenRef: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevopsTokenRef;
  readonly allBranches?: boolean;
  readonly api?: string;
  readonly organization: string;
  readonly teamProject: string;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderBitbucket {
  readonly allBranches?: boolean;
  readonly appPasswordRef: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevopsTokenRef;
  readonly owner: string;
  readonly user: string;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderBitbucketServer {
  readonly allBranches?: boolean;
  readonly api: string;
  readonly basicAuth?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketBasicAuth;
  readonly bearerToken?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketBearerToken;
  readonly caRef?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketServerCaRef;
  readonly insecure?: boolean;
  readonly project: string;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderFilters {
  readonly branchMatch?: string;
  readonly labelMatch?: string;
  readonly pathsDoNotExist?: ReadonlyArray<string>;
  readonly pathsExist?: ReadonlyArray<string>;
  readonly repositoryMatch?: string;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderGitea {
  readonly allBranches?: boolean;
  readonly api: string;
  readonly excludeArchivedRepos?: boolean;
  readonly insecure?: boolean;
  readonly owner: string;
  readonly tokenRef?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevopsTokenRef;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderGithub {
  readonly allBranches?: boolean;
  readonly api?: string;
  readonly appSecretName?: string;
  readonly excludeArchivedRepos?: boolean;
  readonly organization: string;
  readonly tokenRef?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevopsTokenRef;
}

export interface ApplicationSetSpecGeneratorsMatrixGeneratorsScmProviderGitlab {
  readonly allBranches?: boolean;
  readonly api?: string;
  readonly caRef?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestBitbucketServerCaRef;
  readonly group: string;
  readonly includeArchivedRepos?: boolean;
  readonly includeSharedProjects?: boolean;
  readonly includeSubgroups?: boolean;
  readonly insecure?: boolean;
  readonly tokenRef?: ApplicationSetSpecGeneratorsMatrixGeneratorsPullRequestAzuredevopsTokenRef;
  readonly topic?: string;
}

export interface ApplicationSetSpecGeneratorsMerge {
  readonly generators: ReadonlyArray<ApplicationSetSpecGeneratorsMatrixGenerators>;
  readonly mergeKeys: ReadonlyArray<string>;
  readonly template?: ApplicationSetSpecGeneratorsClusterDecisionResourceTemplate;
}

export interface ApplicationSetSpecIgnoreApplicationDifferences {
  readonly jqPathExpressions?: ReadonlyArray<string>;
  readonly jsonPointers?: ReadonlyArray<string>;
  readonly name?: string;
}

export interface ApplicationSetSpecPreservedFields {
  readonly annotations?: ReadonlyArray<string>;
  readonly labels?: ReadonlyArray<string>;
}

export interface ApplicationSetSpecStrategy {
  readonly deletionOrder?: string;
  readonly rollingSync?: ApplicationSetSpecStrategyRollingSync;
  readonly type?: string;
}

export interface ApplicationSetSpecStrategyRollingSync {
  readonly steps?: ReadonlyArray<ApplicationSetSpecStrategyRollingSyncSteps>;
}

export interface ApplicationSetSpecStrategyRollingSyncSteps {
  readonly matchExpressions?: ReadonlyArray<ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions>;
  readonly maxUpdate?: IntOrString;
}

export interface ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: ReadonlyArray<string>;
}

export interface ApplicationSetSpecSyncPolicy {
  readonly applicationsSync?: 'create-only' | 'create-update' | 'create-delete' | 'sync';
  readonly preserveResourcesOnDeletion?: boolean;
}

/** ApplicationSpec represents desired application state. */
export interface ApplicationSpec {
  /** Destination is a reference to the target Kubernetes server and namespace */
  readonly destination: ApplicationSpecDestination;
  /** IgnoreDifferences is a list of resources and their fields which should be ignored during comparison */
  readonly ignoreDifferences?: ReadonlyArray<ApplicationSpecIgnoreDifferences>;
  /** Info contains a list of information (URLs, email addresses, and plain text) that relates to the application */
  readonly info?: ReadonlyArray<ApplicationOperationInfo>;
  /** Project is a reference to the project this application belongs to. */
  readonly project: string;
  /** RevisionHistoryLimit limits the number of items kept in the application's revision history, which is used for informational purposes as … */
  readonly revisionHistoryLimit?: number;
  /** Source is a reference to the location of the application's manifests or chart */
  readonly source?: ApplicationOperationSyncSource;
  /** SourceHydrator provides a way to push hydrated manifests back to git before syncing them to the cluster. */
  readonly sourceHydrator?: ApplicationSpecSourceHydrator;
  /** Sources is a reference to the location of the application's manifests or chart */
  readonly sources?: ReadonlyArray<ApplicationOperationSyncSource>;
  /** SyncPolicy controls when and how a sync will be performed */
  readonly syncPolicy?: ApplicationSpecSyncPolicy;
}

/** Destination is a reference to the target Kubernetes server and namespace */
export interface ApplicationSpecDestination {
  /** Name is an alternate way of specifying the target cluster by its symbolic name. */
  readonly name?: string;
  /** Namespace specifies the target namespace for the application's resources. */
  readonly namespace?: string;
  /** Server specifies the URL of the target cluster's Kubernetes control plane API. */
  readonly server?: string;
}

/** ResourceIgnoreDifferences contains resource filter and list of json paths which should be ignored during comparison with live state. */
export interface ApplicationSpecIgnoreDifferences {
  readonly group?: string;
  readonly jqPathExpressions?: ReadonlyArray<string>;
  readonly jsonPointers?: ReadonlyArray<string>;
  readonly kind: string;
  /** ManagedFieldsManagers is a list of trusted managers. */
  readonly managedFieldsManagers?: ReadonlyArray<string>;
  readonly name?: string;
  readonly namespace?: string;
}

/** SourceHydrator provides a way to push hydrated manifests back to git before syncing them to the cluster. */
export interface ApplicationSpecSourceHydrator {
  /** DrySource specifies where the dry "don't repeat yourself" manifest source lives. */
  readonly drySource: ApplicationSpecSourceHydratorDrySource;
  /** HydrateTo specifies an optional "staging" location to push hydrated manifests to. */
  readonly hydrateTo?: ApplicationSpecSourceHydratorHydrateTo;
  /** SyncSource specifies where to sync hydrated manifests from. */
  readonly syncSource: ApplicationSpecSourceHydratorSyncSource;
}

/** DrySource specifies where the dry "don't repeat yourself" manifest source lives. */
export interface ApplicationSpecSourceHydratorDrySource {
  /** Directory specifies path/directory specific options */
  readonly directory?: ApplicationOperationSyncSourceDirectory;
  /** Helm specifies helm specific options */
  readonly helm?: ApplicationOperationSyncSourceHelm;
  /** Kustomize specifies kustomize specific options */
  readonly kustomize?: ApplicationOperationSyncSourceKustomize;
  /** Path is a directory path within the Git repository where the manifests are located */
  readonly path: string;
  /** Plugin specifies config management plugin specific options */
  readonly plugin?: ApplicationOperationSyncSourcePlugin;
  /** RepoURL is the URL to the git repository that contains the application manifests */
  readonly repoURL: string;
  /** TargetRevision defines the revision of the source to hydrate */
  readonly targetRevision: string;
}

/** HydrateTo specifies an optional "staging" location to push hydrated manifests to. */
export interface ApplicationSpecSourceHydratorHydrateTo {
  /** TargetBranch is the branch to which hydrated manifests should be committed */
  readonly targetBranch: string;
}

/** SyncSource specifies where to sync hydrated manifests from. */
export interface ApplicationSpecSourceHydratorSyncSource {
  /** Path is a directory path within the git repository where hydrated manifests should be committed to and synced from. */
  readonly path: string;
  /** RepoURL is the URL to the git repository that contains the hydrated manifests. */
  readonly repoURL?: string;
  /** TargetBranch is the branch from which hydrated manifests will be synced. */
  readonly targetBranch: string;
}

/** SyncPolicy controls when and how a sync will be performed */
export interface ApplicationSpecSyncPolicy {
  /** Automated will keep an application synced to the target revision */
  readonly automated?: ApplicationSpecSyncPolicyAutomated;
  /** ManagedNamespaceMetadata controls metadata in the given namespace (if CreateNamespace=true) */
  readonly managedNamespaceMetadata?: ApplicationSpecSyncPolicyManagedNamespaceMetadata;
  /** Retry controls failed sync retry behavior */
  readonly retry?: ApplicationOperationRetry;
  /** Options allow you to specify whole app sync-options */
  readonly syncOptions?: ReadonlyArray<string>;
}

/** Automated will keep an application synced to the target revision */
export interface ApplicationSpecSyncPolicyAutomated {
  /** AllowEmpty allows apps have zero live resources (default: */
  readonly allowEmpty?: boolean;
  /** Enable allows apps to explicitly control automated sync */
  readonly enabled?: boolean;
  /** Prune specifies whether to delete resources from the cluster that are not found in the sources anymore as part of automated sync (default: */
  readonly prune?: boolean;
  /** SelfHeal specifies whether to revert resources back to their desired state upon modification in the cluster (default: */
  readonly selfHeal?: boolean;
}

/** ManagedNamespaceMetadata controls metadata in the given namespace (if CreateNamespace=true) */
export interface ApplicationSpecSyncPolicyManagedNamespaceMetadata {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}
