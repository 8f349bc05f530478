// Written by `npm run imports`; change imports/write, not this file.

// Types of sigs.k8s.io/secrets-store-csi-driver 1.4.8.
import type { ObjectMeta } from './k8s';

/** SecretProviderClass is the Schema for the secretproviderclasses API */
export interface SecretProviderClass {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'secrets-store.csi.x-k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'SecretProviderClass';
  readonly metadata: ObjectMeta;
  /** SecretProviderClassSpec defines the desired state of SecretProviderClass */
  readonly spec?: SecretProviderClassSpec;
}

/** SecretProviderClassSpec defines the desired state of SecretProviderClass */
export interface SecretProviderClassSpec {
  /** Configuration for specific provider */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Configuration for provider name */
  readonly provider?: string;
  readonly secretObjects?: ReadonlyArray<SecretProviderClassSpecSecretObjects>;
}

/** SecretObject defines the desired state of synced K8s secret objects */
export interface SecretProviderClassSpecSecretObjects {
  /** annotations of k8s secret object */
  readonly annotations?: Readonly<Record<string, string>>;
  readonly data?: ReadonlyArray<SecretProviderClassSpecSecretObjectsData>;
  /** labels of K8s secret object */
  readonly labels?: Readonly<Record<string, string>>;
  /** name of the K8s secret object */
  readonly secretName?: string;
  /** type of K8s secret object */
  readonly type?: string;
}

/** SecretObjectData defines the desired state of synced K8s secret object data */
export interface SecretProviderClassSpecSecretObjectsData {
  /** data field to populate */
  readonly key?: string;
  /** name of the object to sync */
  readonly objectName?: string;
}
