// Written by `npm run imports`; change imports/write, not this file.

/** The known fields of github.com/fluxcd/source-controller 1.9.6; imports/tables/index.ts says how to read it. */
export const TABLE = `
kinds
 source.toolkit.fluxcd.io/v1/GitRepository GitRepository
 source.toolkit.fluxcd.io/v1/OCIRepository OCIRepository

GitRepository
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec GitRepositorySpec
 status any

GitRepositorySpec
 ignore string
 include []GitRepositorySpecInclude
 interval! string
 provider "generic"|"aws"|"azure"|"github"
 proxySecretRef GitRepositorySpecIncludeRepository
 recurseSubmodules boolean
 ref GitRepositorySpecRef
 secretRef GitRepositorySpecIncludeRepository
 serviceAccountName string
 sparseCheckout []string
 suspend boolean
 timeout string
 url! string
 verify GitRepositorySpecVerify

GitRepositorySpecInclude
 fromPath string
 repository! GitRepositorySpecIncludeRepository
 toPath string

GitRepositorySpecIncludeRepository
 name! string

GitRepositorySpecRef
 branch string
 commit string
 name string
 semver string
 tag string

GitRepositorySpecVerify
 mode "head"|"HEAD"|"Tag"|"TagAndHEAD"
 secretRef! GitRepositorySpecIncludeRepository

OCIRepository
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec OCIRepositorySpec
 status any

OCIRepositorySpec
 certSecretRef GitRepositorySpecIncludeRepository
 ignore string
 insecure boolean
 interval! string
 layerSelector OCIRepositorySpecLayerSelector
 provider "generic"|"aws"|"azure"|"gcp"
 proxySecretRef GitRepositorySpecIncludeRepository
 ref OCIRepositorySpecRef
 secretRef GitRepositorySpecIncludeRepository
 serviceAccountName string
 suspend boolean
 timeout string
 url! string
 verify OCIRepositorySpecVerify

OCIRepositorySpecLayerSelector
 mediaType string
 operation "extract"|"copy"

OCIRepositorySpecRef
 digest string
 semver string
 semverFilter string
 tag string

OCIRepositorySpecVerify
 matchOIDCIdentity []OCIRepositorySpecVerifyMatchOIDCIdentity
 provider! "cosign"|"notation"
 secretRef GitRepositorySpecIncludeRepository
 trustedRootSecretRef GitRepositorySpecIncludeRepository

OCIRepositorySpecVerifyMatchOIDCIdentity
 issuer! string
 subject! string
`;
