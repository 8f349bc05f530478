// Written by `npm run imports`; change imports/write, not this file.

// Types of github.com/external-secrets/external-secrets 1.3.2.
import type { ObjectMeta } from './k8s';

/** ExternalSecret is the Schema for the external-secrets API. */
export interface ExternalSecret {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'external-secrets.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'ExternalSecret';
  readonly metadata: ObjectMeta;
  /** ExternalSecretSpec defines the desired state of ExternalSecret. */
  readonly spec?: ExternalSecretSpec;
}

/** ExternalSecretSpec defines the desired state of ExternalSecret. */
export interface ExternalSecretSpec {
  /** Data defines the connection between the Kubernetes Secret keys and the Provider data */
  readonly data?: ReadonlyArray<ExternalSecretSpecData>;
  /** DataFrom is used to fetch all properties from a specific Provider data If multiple entries are specified, the Secret keys are merged in … */
  readonly dataFrom?: ReadonlyArray<ExternalSecretSpecDataFrom>;
  /** RefreshInterval is the amount of time before the values are read again from the SecretStore provider, specified as Golang Duration strings. */
  readonly refreshInterval?: string;
  /** RefreshPolicy determines how the ExternalSecret should be refreshed: */
  readonly refreshPolicy?: 'CreatedOnce' | 'Periodic' | 'OnChange';
  /** SecretStoreRef defines which SecretStore to fetch the ExternalSecret data. */
  readonly secretStoreRef?: ExternalSecretSpecDataSourceRefStoreRef;
  /** ExternalSecretTarget defines the Kubernetes Secret to be created, there can be only one target per ExternalSecret. */
  readonly target?: ExternalSecretSpecTarget;
}

/** ExternalSecretData defines the connection between the Kubernetes Secret key (spec.data.<key>) and the Provider data. */
export interface ExternalSecretSpecData {
  /** RemoteRef points to the remote secret and defines which secret (version/property/..) to fetch. */
  readonly remoteRef: ExternalSecretSpecDataRemoteRef;
  /** The key in the Kubernetes Secret to store the value. */
  readonly secretKey: string;
  /** SourceRef allows you to override the source from which the value will be pulled. */
  readonly sourceRef?: ExternalSecretSpecDataSourceRef;
}

/** ExternalSecretDataFromRemoteRef defines the connection between the Kubernetes Secret keys and the Provider data when using DataFrom to … */
export interface ExternalSecretSpecDataFrom {
  /** Used to extract multiple key/value pairs from one secret Note: */
  readonly extract?: ExternalSecretSpecDataRemoteRef;
  /** Used to find secrets based on tags or regular expressions Note: */
  readonly find?: ExternalSecretSpecDataFromFind;
  /** Used to rewrite secret Keys after getting them from the secret Provider Multiple Rewrite operations can be provided. */
  readonly rewrite?: ReadonlyArray<ExternalSecretSpecDataFromRewrite>;
  /** SourceRef points to a store or generator which contains secret values ready to use. */
  readonly sourceRef?: ExternalSecretSpecDataSourceRef;
}

/** Used to find secrets based on tags or regular expressions Note: */
export interface ExternalSecretSpecDataFromFind {
  /** Used to define a conversion Strategy */
  readonly conversionStrategy?: 'Default' | 'Unicode';
  /** Used to define a decoding Strategy */
  readonly decodingStrategy?: 'Auto' | 'Base64' | 'Base64URL' | 'None';
  /** Finds secrets based on the name. */
  readonly name?: ExternalSecretSpecDataFromFindName;
  /** A root path to start the find operations. */
  readonly path?: string;
  /** Find secrets based on tags. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Finds secrets based on the name. */
export interface ExternalSecretSpecDataFromFindName {
  /** Finds secrets base */
  readonly regexp?: string;
}

/** ExternalSecretRewrite defines how to rewrite secret data values before they are written to the Secret. */
export interface ExternalSecretSpecDataFromRewrite {
  /** Used to merge key/values in one single Secret The resulting key will contain all values from the specified secrets */
  readonly merge?: ExternalSecretSpecDataFromRewriteMerge;
  /** Used to rewrite with regular expressions. */
  readonly regexp?: ExternalSecretSpecDataFromRewriteRegexp;
  /** Used to apply string transformation on the secrets. */
  readonly transform?: ExternalSecretSpecDataFromRewriteTransform;
}

/** Used to merge key/values in one single Secret The resulting key will contain all values from the specified secrets */
export interface ExternalSecretSpecDataFromRewriteMerge {
  /** Used to define the policy to use in conflict resolution. */
  readonly conflictPolicy?: 'Ignore' | 'Error';
  /** Used to define the target key of the merge operation. */
  readonly into?: string;
  /** Used to define key priority in conflict resolution. */
  readonly priority?: ReadonlyArray<string>;
  /** Used to define the policy when a key in the priority list does not exist in the input. */
  readonly priorityPolicy?: 'IgnoreNotFound' | 'Strict';
  /** Used to define the strategy to use in the merge operation. */
  readonly strategy?: 'Extract' | 'JSON';
}

/** Used to rewrite with regular expressions. */
export interface ExternalSecretSpecDataFromRewriteRegexp {
  /** Used to define the regular expression of a re.Compiler. */
  readonly source: string;
  /** Used to define the target pattern of a ReplaceAll operation. */
  readonly target: string;
}

/** Used to apply string transformation on the secrets. */
export interface ExternalSecretSpecDataFromRewriteTransform {
  /** Used to define the template to apply on the secret name. */
  readonly template: string;
}

/** RemoteRef points to the remote secret and defines which secret (version/property/..) to fetch. */
export interface ExternalSecretSpecDataRemoteRef {
  /** Used to define a conversion Strategy */
  readonly conversionStrategy?: 'Default' | 'Unicode';
  /** Used to define a decoding Strategy */
  readonly decodingStrategy?: 'Auto' | 'Base64' | 'Base64URL' | 'None';
  /** Key is the key used in the Provider, mandatory */
  readonly key: string;
  /** Policy for fetching tags/labels from provider secrets, possible options are Fetch, None. */
  readonly metadataPolicy?: 'None' | 'Fetch';
  /** Used to select a specific property of the Provider value (if a map), if supported */
  readonly property?: string;
  /** Used to select a specific version of the Provider value, if supported */
  readonly version?: string;
}

/** SourceRef allows you to override the source from which the value will be pulled. */
export interface ExternalSecretSpecDataSourceRef {
  /** GeneratorRef points to a generator custom resource. */
  readonly generatorRef?: ExternalSecretSpecDataSourceRefGeneratorRef;
  /** SecretStoreRef defines which SecretStore to fetch the ExternalSecret data. */
  readonly storeRef?: ExternalSecretSpecDataSourceRefStoreRef;
}

/** GeneratorRef points to a generator custom resource. */
export interface ExternalSecretSpecDataSourceRefGeneratorRef {
  /** Specify the apiVersion of the generator resource */
  readonly apiVersion?: string;
  /** Specify the Kind of the generator resource */
  readonly kind:
    | 'ACRAccessToken'
    | 'ClusterGenerator'
    | 'CloudsmithAccessToken'
    | 'ECRAuthorizationToken'
    | 'Fake'
    | 'GCRAccessToken'
    | 'GithubAccessToken'
    | 'QuayAccessToken'
    | 'Password'
    | 'SSHKey'
    | 'STSSessionToken'
    | 'UUID'
    | 'VaultDynamicSecret'
    | 'Webhook'
    | 'Grafana'
    | 'MFA';
  /** Specify the name of the generator resource */
  readonly name: string;
}

/** SecretStoreRef defines which SecretStore to fetch the ExternalSecret data. */
export interface ExternalSecretSpecDataSourceRefStoreRef {
  /** Kind of the SecretStore resource (SecretStore or ClusterSecretStore) Defaults to `SecretStore` */
  readonly kind?: 'SecretStore' | 'ClusterSecretStore';
  /** Name of the SecretStore resource */
  readonly name?: string;
}

/** ExternalSecretTarget defines the Kubernetes Secret to be created, there can be only one target per ExternalSecret. */
export interface ExternalSecretSpecTarget {
  /** CreationPolicy defines rules on how to create the resulting Secret. */
  readonly creationPolicy?: 'Owner' | 'Orphan' | 'Merge' | 'None';
  /** DeletionPolicy defines rules on how to delete the resulting Secret. */
  readonly deletionPolicy?: 'Delete' | 'Merge' | 'Retain';
  /** Immutable defines if the final secret will be immutable */
  readonly immutable?: boolean;
  /** Manifest defines a custom Kubernetes resource to create instead of a Secret. */
  readonly manifest?: ExternalSecretSpecTargetManifest;
  /** The name of the Secret resource to be managed. */
  readonly name?: string;
  /** Template defines a blueprint for the created Secret resource. */
  readonly template?: ExternalSecretSpecTargetTemplate;
}

/** Manifest defines a custom Kubernetes resource to create instead of a Secret. */
export interface ExternalSecretSpecTargetManifest {
  /** APIVersion of the target resource (e.g., "v1" for ConfigMap, "argoproj.io/v1alpha1" for ArgoCD Application) */
  readonly apiVersion: string;
  /** Kind of the target resource (e.g., "ConfigMap", "Application") */
  readonly kind: string;
}

/** Template defines a blueprint for the created Secret resource. */
export interface ExternalSecretSpecTargetTemplate {
  readonly data?: Readonly<Record<string, string>>;
  /** EngineVersion specifies the template engine version that should be used to compile/execute the template specified in .data and … */
  readonly engineVersion?: 'v2';
  /** TemplateMergePolicy defines how the rendered template should be merged with the existing Secret data. */
  readonly mergePolicy?: 'Replace' | 'Merge';
  /** ExternalSecretTemplateMetadata defines metadata fields for the Secret blueprint. */
  readonly metadata?: ExternalSecretSpecTargetTemplateMetadata;
  readonly templateFrom?: ReadonlyArray<ExternalSecretSpecTargetTemplateTemplateFrom>;
  readonly type?: string;
}

/** ExternalSecretTemplateMetadata defines metadata fields for the Secret blueprint. */
export interface ExternalSecretSpecTargetTemplateMetadata {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly finalizers?: ReadonlyArray<string>;
  readonly labels?: Readonly<Record<string, string>>;
}

/** TemplateFrom specifies a source for templates. */
export interface ExternalSecretSpecTargetTemplateTemplateFrom {
  /** TemplateRef specifies a reference to either a ConfigMap or a Secret resource. */
  readonly configMap?: ExternalSecretSpecTargetTemplateTemplateFromConfigMap;
  readonly literal?: string;
  /** TemplateRef specifies a reference to either a ConfigMap or a Secret resource. */
  readonly secret?: ExternalSecretSpecTargetTemplateTemplateFromConfigMap;
  /** Target specifies where to place the template result. */
  readonly target?: string;
}

/** TemplateRef specifies a reference to either a ConfigMap or a Secret resource. */
export interface ExternalSecretSpecTargetTemplateTemplateFromConfigMap {
  /** A list of keys in the ConfigMap/Secret to use as templates for Secret data */
  readonly items: ReadonlyArray<ExternalSecretSpecTargetTemplateTemplateFromConfigMapItems>;
  /** The name of the ConfigMap/Secret resource */
  readonly name: string;
}

/** TemplateRefItem specifies a key in the ConfigMap/Secret to use as a template for Secret data. */
export interface ExternalSecretSpecTargetTemplateTemplateFromConfigMapItems {
  /** A key in the ConfigMap/Secret */
  readonly key: string;
  /** TemplateScope specifies how the template keys should be interpreted. */
  readonly templateAs?: 'Values' | 'KeysAndValues';
}
