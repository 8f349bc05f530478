// Written by `npm run imports`; change imports/write, not this file.

// Types of github.com/fluxcd/source-controller 1.9.6.
import type { ObjectMeta } from './k8s';

/** GitRepository is the Schema for the gitrepositories API. */
export interface GitRepository {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'source.toolkit.fluxcd.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'GitRepository';
  readonly metadata: ObjectMeta;
  /** GitRepositorySpec specifies the required configuration to produce an Artifact for a Git repository. */
  readonly spec?: GitRepositorySpec;
}

/** GitRepositorySpec specifies the required configuration to produce an Artifact for a Git repository. */
export interface GitRepositorySpec {
  /** Ignore overrides the set of excluded patterns in the .sourceignore format (which is the same as .gitignore). */
  readonly ignore?: string;
  /** Include specifies a list of GitRepository resources which Artifacts should be included in the Artifact produced for this GitRepository. */
  readonly include?: ReadonlyArray<GitRepositorySpecInclude>;
  /** Interval at which the GitRepository URL is checked for updates. */
  readonly interval: string;
  /** Provider used for authentication, can be 'aws', 'azure', 'github', 'generic'. */
  readonly provider?: 'generic' | 'aws' | 'azure' | 'github';
  /** ProxySecretRef specifies the Secret containing the proxy configuration to use while communicating with the Git server. */
  readonly proxySecretRef?: GitRepositorySpecIncludeRepository;
  /** RecurseSubmodules enables the initialization of all submodules within the GitRepository as cloned from the URL, using their default … */
  readonly recurseSubmodules?: boolean;
  /** Reference specifies the Git reference to resolve and monitor for changes, defaults to the 'master' branch. */
  readonly ref?: GitRepositorySpecRef;
  /** SecretRef specifies the Secret containing authentication credentials for the GitRepository. */
  readonly secretRef?: GitRepositorySpecIncludeRepository;
  /** ServiceAccountName is the name of the Kubernetes ServiceAccount used to authenticate to the GitRepository. */
  readonly serviceAccountName?: string;
  /** SparseCheckout specifies a list of directories to checkout when cloning the repository. */
  readonly sparseCheckout?: ReadonlyArray<string>;
  /** Suspend tells the controller to suspend the reconciliation of this GitRepository. */
  readonly suspend?: boolean;
  /** Timeout for Git operations like cloning, defaults to 60s. */
  readonly timeout?: string;
  /** URL specifies the Git repository URL, it can be an HTTP/S or SSH address. */
  readonly url: string;
  /** Verification specifies the configuration to verify the Git commit signature(s). */
  readonly verify?: GitRepositorySpecVerify;
}

/** GitRepositoryInclude specifies a local reference to a GitRepository which Artifact (sub-)contents must be included, and where they should … */
export interface GitRepositorySpecInclude {
  /** FromPath specifies the path to copy contents from, defaults to the root of the Artifact. */
  readonly fromPath?: string;
  /** GitRepositoryRef specifies the GitRepository which Artifact contents must be included. */
  readonly repository: GitRepositorySpecIncludeRepository;
  /** ToPath specifies the path to copy contents to, defaults to the name of the GitRepositoryRef. */
  readonly toPath?: string;
}

/** GitRepositoryRef specifies the GitRepository which Artifact contents must be included. */
export interface GitRepositorySpecIncludeRepository {
  /** Name of the referent. */
  readonly name: string;
}

/** Reference specifies the Git reference to resolve and monitor for changes, defaults to the 'master' branch. */
export interface GitRepositorySpecRef {
  /** Branch to check out, defaults to 'master' if no other field is defined. */
  readonly branch?: string;
  /** Commit SHA to check out, takes precedence over all reference fields. */
  readonly commit?: string;
  /** Name of the reference to check out; takes precedence over Branch, Tag and SemVer. */
  readonly name?: string;
  /** SemVer tag expression to check out, takes precedence over Tag. */
  readonly semver?: string;
  /** Tag to check out, takes precedence over Branch. */
  readonly tag?: string;
}

/** Verification specifies the configuration to verify the Git commit signature(s). */
export interface GitRepositorySpecVerify {
  /** Mode specifies which Git object(s) should be verified. */
  readonly mode?: 'head' | 'HEAD' | 'Tag' | 'TagAndHEAD';
  /** SecretRef specifies the Secret containing the public keys of trusted Git authors. */
  readonly secretRef: GitRepositorySpecIncludeRepository;
}

/** OCIRepository is the Schema for the ocirepositories API */
export interface OCIRepository {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'source.toolkit.fluxcd.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'OCIRepository';
  readonly metadata: ObjectMeta;
  /** OCIRepositorySpec defines the desired state of OCIRepository */
  readonly spec?: OCIRepositorySpec;
}

/** OCIRepositorySpec defines the desired state of OCIRepository */
export interface OCIRepositorySpec {
  /** CertSecretRef can be given the name of a Secret containing either or both of - a PEM-encoded client certificate (`tls.crt`) and private … */
  readonly certSecretRef?: GitRepositorySpecIncludeRepository;
  /** Ignore overrides the set of excluded patterns in the .sourceignore format (which is the same as .gitignore). */
  readonly ignore?: string;
  /** Insecure allows connecting to a non-TLS HTTP container registry. */
  readonly insecure?: boolean;
  /** Interval at which the OCIRepository URL is checked for updates. */
  readonly interval: string;
  /** LayerSelector specifies which layer should be extracted from the OCI artifact. */
  readonly layerSelector?: OCIRepositorySpecLayerSelector;
  /** The provider used for authentication, can be 'aws', 'azure', 'gcp' or 'generic'. */
  readonly provider?: 'generic' | 'aws' | 'azure' | 'gcp';
  /** ProxySecretRef specifies the Secret containing the proxy configuration to use while communicating with the container registry. */
  readonly proxySecretRef?: GitRepositorySpecIncludeRepository;
  /** The OCI reference to pull and monitor for changes, defaults to the latest tag. */
  readonly ref?: OCIRepositorySpecRef;
  /** SecretRef contains the secret name containing the registry login credentials to resolve image metadata. */
  readonly secretRef?: GitRepositorySpecIncludeRepository;
  /** ServiceAccountName is the name of the Kubernetes ServiceAccount used to authenticate the image pull if the service account has attached … */
  readonly serviceAccountName?: string;
  /** This flag tells the controller to suspend the reconciliation of this source. */
  readonly suspend?: boolean;
  /** The timeout for remote OCI Repository operations like pulling, defaults to 60s. */
  readonly timeout?: string;
  /** URL is a reference to an OCI artifact repository hosted on a remote container registry. */
  readonly url: string;
  /** Verify contains the secret name containing the trusted public keys used to verify the signature and specifies which provider to use to … */
  readonly verify?: OCIRepositorySpecVerify;
}

/** LayerSelector specifies which layer should be extracted from the OCI artifact. */
export interface OCIRepositorySpecLayerSelector {
  /** MediaType specifies the OCI media type of the layer which should be extracted from the OCI Artifact. */
  readonly mediaType?: string;
  /** Operation specifies how the selected layer should be processed. */
  readonly operation?: 'extract' | 'copy';
}

/** The OCI reference to pull and monitor for changes, defaults to the latest tag. */
export interface OCIRepositorySpecRef {
  /** Digest is the image digest to pull, takes precedence over SemVer. */
  readonly digest?: string;
  /** SemVer is the range of tags to pull selecting the latest within the range, takes precedence over Tag. */
  readonly semver?: string;
  /** SemverFilter is a regex pattern to filter the tags within the SemVer range. */
  readonly semverFilter?: string;
  /** Tag is the image tag to pull, defaults to latest. */
  readonly tag?: string;
}

/** Verify contains the secret name containing the trusted public keys used to verify the signature and specifies which provider to use to … */
export interface OCIRepositorySpecVerify {
  /** MatchOIDCIdentity specifies the identity matching criteria to use while verifying an OCI artifact which was signed using Cosign keyless … */
  readonly matchOIDCIdentity?: ReadonlyArray<OCIRepositorySpecVerifyMatchOIDCIdentity>;
  /** Provider specifies the technology used to sign the OCI Artifact. */
  readonly provider: 'cosign' | 'notation';
  /** SecretRef specifies the Kubernetes Secret containing the trusted public keys. */
  readonly secretRef?: GitRepositorySpecIncludeRepository;
  /** TrustedRootSecretRef specifies the Kubernetes Secret containing a Sigstore trusted_root.json file. */
  readonly trustedRootSecretRef?: GitRepositorySpecIncludeRepository;
}

/** OIDCIdentityMatch specifies options for verifying the certificate identity, i.e. */
export interface OCIRepositorySpecVerifyMatchOIDCIdentity {
  /** Issuer specifies the regex pattern to match against to verify the OIDC issuer in the Fulcio certificate. */
  readonly issuer: string;
  /** Subject specifies the regex pattern to match against to verify the identity subject in the Fulcio certificate. */
  readonly subject: string;
}
