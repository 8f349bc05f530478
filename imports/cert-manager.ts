// Written by `npm run imports`; change imports/write, not this file.

// Types of github.com/cert-manager/cert-manager 1.21.2.
import type { ObjectMeta } from './k8s';

/** A Certificate resource should be created to ensure an up to date and signed X.509 certificate is stored in the Kubernetes Secret resource … */
export interface Certificate {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'cert-manager.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'Certificate';
  readonly metadata: ObjectMeta;
  /** Specification of the desired state of the Certificate resource. */
  readonly spec?: CertificateSpec;
}

/** Specification of the desired state of the Certificate resource. */
export interface CertificateSpec {
  /** Defines extra output formats of the private key and signed certificate chain to be written to this Certificate's target Secret. */
  readonly additionalOutputFormats?: ReadonlyArray<CertificateSpecAdditionalOutputFormats>;
  /** Requested common name X509 certificate subject attribute. */
  readonly commonName?: string;
  /** Requested DNS subject alternative names. */
  readonly dnsNames?: ReadonlyArray<string>;
  /** Requested 'duration' (i.e. */
  readonly duration?: string;
  /** Requested email subject alternative names. */
  readonly emailAddresses?: ReadonlyArray<string>;
  /** Whether the KeyUsage and ExtKeyUsage extensions should be set in the encoded CSR. */
  readonly encodeUsagesInRequest?: boolean;
  /** Requested IP address subject alternative names. */
  readonly ipAddresses?: ReadonlyArray<string>;
  /** Requested basic constraints isCA value. */
  readonly isCA?: boolean;
  /** Reference to the issuer responsible for issuing the certificate. */
  readonly issuerRef: CertificateSpecIssuerRef;
  /** Additional keystore output formats to be stored in the Certificate's Secret. */
  readonly keystores?: CertificateSpecKeystores;
  /** Requested X.509 certificate subject, represented using the LDAP "String Representation of a Distinguished Name" [1]. */
  readonly literalSubject?: string;
  /** x.509 certificate NameConstraint extension which MUST NOT be used in a non-CA certificate. */
  readonly nameConstraints?: CertificateSpecNameConstraints;
  /** `otherNames` is an escape hatch for SAN that allows any type. */
  readonly otherNames?: ReadonlyArray<CertificateSpecOtherNames>;
  /** Private key options. */
  readonly privateKey?: CertificateSpecPrivateKey;
  /** How long before the currently issued certificate's expiry cert-manager should renew the certificate. */
  readonly renewBefore?: string;
  /** `renewBeforePercentage` is like `renewBefore`, except it is a relative percentage rather than an absolute duration. */
  readonly renewBeforePercentage?: number;
  /** `renewal` allows configuration of how your certificate is renewed. */
  readonly renewal?: CertificateSpecRenewal;
  /** The maximum number of CertificateRequest revisions that are maintained in the Certificate's history. */
  readonly revisionHistoryLimit?: number;
  /** Name of the Secret resource that will be automatically created and managed by this Certificate resource. */
  readonly secretName: string;
  /** Defines annotations and labels to be copied to the Certificate's Secret. */
  readonly secretTemplate?: CertificateSpecSecretTemplate;
  /** Signature algorithm to use. */
  readonly signatureAlgorithm?:
    | 'SHA256WithRSA'
    | 'SHA384WithRSA'
    | 'SHA512WithRSA'
    | 'ECDSAWithSHA256'
    | 'ECDSAWithSHA384'
    | 'ECDSAWithSHA512'
    | 'PureEd25519';
  /** Requested set of X509 certificate subject attributes. */
  readonly subject?: CertificateSpecSubject;
  /** Requested URI subject alternative names. */
  readonly uris?: ReadonlyArray<string>;
  /** Requested key usages and extended key usages. */
  readonly usages?: ReadonlyArray<
    | 'signing'
    | 'digital signature'
    | 'content commitment'
    | 'key encipherment'
    | 'key agreement'
    | 'data encipherment'
    | 'cert sign'
    | 'crl sign'
    | 'encipher only'
    | 'decipher only'
    | 'any'
    | 'server auth'
    | 'client auth'
    | 'code signing'
    | 'email protection'
    | 's/mime'
    | 'ipsec end system'
    | 'ipsec tunnel'
    | 'ipsec user'
    | 'timestamping'
    | 'ocsp signing'
    | 'microsoft sgc'
    | 'netscape sgc'
  >;
}

/** CertificateAdditionalOutputFormat defines an additional output format of a Certificate resource. */
export interface CertificateSpecAdditionalOutputFormats {
  /** Type is the name of the format type that should be written to the Certificate's target Secret. */
  readonly type: 'DER' | 'CombinedPEM';
}

/** Reference to the issuer responsible for issuing the certificate. */
export interface CertificateSpecIssuerRef {
  /** Group of the issuer being referred to. */
  readonly group?: string;
  /** Kind of the issuer being referred to. */
  readonly kind?: string;
  /** Name of the issuer being referred to. */
  readonly name: string;
}

/** Additional keystore output formats to be stored in the Certificate's Secret. */
export interface CertificateSpecKeystores {
  /** JKS configures options for storing a JKS keystore in the `spec.secretName` Secret resource. */
  readonly jks?: CertificateSpecKeystoresJks;
  /** PKCS12 configures options for storing a PKCS12 keystore in the `spec.secretName` Secret resource. */
  readonly pkcs12?: CertificateSpecKeystoresPkcs12;
}

/** JKS configures options for storing a JKS keystore in the `spec.secretName` Secret resource. */
export interface CertificateSpecKeystoresJks {
  /** Alias specifies the alias of the key in the keystore, required by the JKS format. */
  readonly alias?: string;
  /** Create enables JKS keystore creation for the Certificate. */
  readonly create: boolean;
  /** Password provides a literal password used to encrypt the JKS keystore. */
  readonly password?: string;
  /** PasswordSecretRef is a reference to a non-empty key in a Secret resource containing the password used to encrypt the JKS keystore. */
  readonly passwordSecretRef?: CertificateSpecKeystoresJksPasswordSecretRef;
}

/** PasswordSecretRef is a reference to a non-empty key in a Secret resource containing the password used to encrypt the JKS keystore. */
export interface CertificateSpecKeystoresJksPasswordSecretRef {
  /** The key of the entry in the Secret resource's `data` field to be used. */
  readonly key?: string;
  /** Name of the resource being referred to. */
  readonly name: string;
}

/** PKCS12 configures options for storing a PKCS12 keystore in the `spec.secretName` Secret resource. */
export interface CertificateSpecKeystoresPkcs12 {
  /** Create enables PKCS12 keystore creation for the Certificate. */
  readonly create: boolean;
  /** Password provides a literal password used to encrypt the PKCS#12 keystore. */
  readonly password?: string;
  /** PasswordSecretRef is a reference to a non-empty key in a Secret resource containing the password used to encrypt the PKCS#12 keystore. */
  readonly passwordSecretRef?: CertificateSpecKeystoresJksPasswordSecretRef;
  /** Profile specifies the key and certificate encryption algorithms and the HMAC algorithm used to create the PKCS12 keystore. */
  readonly profile?: 'LegacyRC2' | 'LegacyDES' | 'Modern2023' | 'Modern2026';
}

/** x.509 certificate NameConstraint extension which MUST NOT be used in a non-CA certificate. */
export interface CertificateSpecNameConstraints {
  /** if true then the name constraints are marked critical. */
  readonly critical?: boolean;
  /** Excluded contains the constraints which must be disallowed. */
  readonly excluded?: CertificateSpecNameConstraintsExcluded;
  /** Permitted contains the constraints in which the names must be located. */
  readonly permitted?: CertificateSpecNameConstraintsExcluded;
}

/** Excluded contains the constraints which must be disallowed. */
export interface CertificateSpecNameConstraintsExcluded {
  /** DNSDomains is a list of DNS domains that are permitted or excluded. */
  readonly dnsDomains?: ReadonlyArray<string>;
  /** EmailAddresses is a list of Email Addresses that are permitted or excluded. */
  readonly emailAddresses?: ReadonlyArray<string>;
  /** IPRanges is a list of IP Ranges that are permitted or excluded. */
  readonly ipRanges?: ReadonlyArray<string>;
  /** URIDomains is a list of URI domains that are permitted or excluded. */
  readonly uriDomains?: ReadonlyArray<string>;
}

export interface CertificateSpecOtherNames {
  /** OID is the object identifier for the otherName SAN. */
  readonly oid?: string;
  /** utf8Value is the string value of the otherName SAN. */
  readonly utf8Value?: string;
}

/** Private key options. */
export interface CertificateSpecPrivateKey {
  /** Algorithm is the private key algorithm of the corresponding private key for this certificate. */
  readonly algorithm?: 'RSA' | 'ECDSA' | 'Ed25519';
  /** The private key cryptography standards (PKCS) encoding for this certificate's private key to be encoded in. */
  readonly encoding?: 'PKCS1' | 'PKCS8';
  /** RotationPolicy controls how private keys should be regenerated when a re-issuance is being processed. */
  readonly rotationPolicy?: 'Never' | 'Always';
  /** Size is the key bit size of the corresponding private key for this certificate. */
  readonly size?: number;
}

/** `renewal` allows configuration of how your certificate is renewed. */
export interface CertificateSpecRenewal {
  /** `policy` must be one of `Disabled`, `RenewBefore`. */
  readonly policy?: 'RenewBefore' | 'Disabled';
  /** `windows` mentions the behavior of when the renewal must happen. */
  readonly windows?: ReadonlyArray<CertificateSpecRenewalWindows>;
}

/** CertificateRenewalWindows is the definition for renewal windows */
export interface CertificateSpecRenewalWindows {
  /** `cron` is a cron compliant string to allow when the renewal should be allowed. */
  readonly cron: string;
  /** `timezone` is IANA compliant timezone. */
  readonly timezone?: string;
  /** `windowDuration` is how long the cron definition is active for. */
  readonly windowDuration: string;
}

/** Defines annotations and labels to be copied to the Certificate's Secret. */
export interface CertificateSpecSecretTemplate {
  /** Annotations is a key value map to be copied to the target Kubernetes Secret. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Labels is a key value map to be copied to the target Kubernetes Secret. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Requested set of X509 certificate subject attributes. */
export interface CertificateSpecSubject {
  /** Countries to be used on the Certificate. */
  readonly countries?: ReadonlyArray<string>;
  /** Cities to be used on the Certificate. */
  readonly localities?: ReadonlyArray<string>;
  /** Organizational Units to be used on the Certificate. */
  readonly organizationalUnits?: ReadonlyArray<string>;
  /** Organizations to be used on the Certificate. */
  readonly organizations?: ReadonlyArray<string>;
  /** Postal codes to be used on the Certificate. */
  readonly postalCodes?: ReadonlyArray<string>;
  /** State/Provinces to be used on the Certificate. */
  readonly provinces?: ReadonlyArray<string>;
  /** Serial number to be used on the Certificate. */
  readonly serialNumber?: string;
  /** Street addresses to be used on the Certificate. */
  readonly streetAddresses?: ReadonlyArray<string>;
}
