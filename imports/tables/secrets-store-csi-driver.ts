// Written by `npm run imports`; change imports/write, not this file.

/** The known fields of sigs.k8s.io/secrets-store-csi-driver 1.4.8; imports/tables/index.ts says how to read it. */
export const TABLE = `
kinds
 secrets-store.csi.x-k8s.io/v1/SecretProviderClass SecretProviderClass
 secrets-store.csi.x-k8s.io/v1alpha1/SecretProviderClass SecretProviderClass

SecretProviderClass
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec SecretProviderClassSpec
 status any

SecretProviderClassSpec
 parameters {}string
 provider string
 secretObjects []SecretProviderClassSpecSecretObjects

SecretProviderClassSpecSecretObjects
 annotations {}string
 data []SecretProviderClassSpecSecretObjectsData
 labels {}string
 secretName string
 type string

SecretProviderClassSpecSecretObjectsData
 key string
 objectName string
`;
