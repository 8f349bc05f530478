// Written by `npm run imports`; change imports/write, not this file.

/** The known fields of github.com/cert-manager/cert-manager 1.21.2; imports/tables/index.ts says how to read it. */
export const TABLE = `
kinds
 cert-manager.io/v1/Certificate Certificate

Certificate
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec CertificateSpec
 status any

CertificateSpec
 additionalOutputFormats []CertificateSpecAdditionalOutputFormats
 commonName string
 dnsNames []string
 duration string
 emailAddresses []string
 encodeUsagesInRequest boolean
 ipAddresses []string
 isCA boolean
 issuerRef! CertificateSpecIssuerRef
 keystores CertificateSpecKeystores
 literalSubject string
 nameConstraints CertificateSpecNameConstraints
 otherNames []CertificateSpecOtherNames
 privateKey CertificateSpecPrivateKey
 renewBefore string
 renewBeforePercentage integer
 renewal CertificateSpecRenewal
 revisionHistoryLimit integer
 secretName! string
 secretTemplate CertificateSpecSecretTemplate
 signatureAlgorithm "SHA256WithRSA"|"SHA384WithRSA"|"SHA512WithRSA"|"ECDSAWithSHA256"|"ECDSAWithSHA384"|"ECDSAWithSHA512"|"PureEd25519"
 subject CertificateSpecSubject
 uris []string
 usages []"signing"|"digital signature"|"content commitment"|"key encipherment"|"key agreement"|"data encipherment"|"cert sign"|"crl sign"|"encipher only"|"decipher only"|"any"|"server auth"|"client auth"|"code signing"|"email protection"|"s/mime"|"ipsec end system"|"ipsec tunnel"|"ipsec user"|"timestamping"|"ocsp signing"|"microsoft sgc"|"netscape sgc"

CertificateSpecAdditionalOutputFormats
 type! "DER"|"CombinedPEM"

CertificateSpecIssuerRef
 group string
 kind string
 name! string

CertificateSpecKeystores
 jks CertificateSpecKeystoresJks
 pkcs12 CertificateSpecKeystoresPkcs12

CertificateSpecKeystoresJks
 alias string
 create! boolean
 password string
 passwordSecretRef CertificateSpecKeystoresJksPasswordSecretRef

CertificateSpecKeystoresJksPasswordSecretRef
 key string
 name! string

CertificateSpecKeystoresPkcs12
 create! boolean
 password string
 passwordSecretRef CertificateSpecKeystoresJksPasswordSecretRef
 profile "LegacyRC2"|"LegacyDES"|"Modern2023"|"Modern2026"

CertificateSpecNameConstraints
 critical boolean
 excluded CertificateSpecNameConstraintsExcluded
 permitted CertificateSpecNameConstraintsExcluded

CertificateSpecNameConstraintsExcluded
 dnsDomains []string
 emailAddresses []string
 ipRanges []string
 uriDomains []string

CertificateSpecOtherNames
 oid string
 utf8Value string

CertificateSpecPrivateKey
 algorithm "RSA"|"ECDSA"|"Ed25519"
 encoding "PKCS1"|"PKCS8"
 rotationPolicy "Never"|"Always"
 size integer

CertificateSpecRenewal
 policy "RenewBefore"|"Disabled"
 windows []CertificateSpecRenewalWindows

CertificateSpecRenewalWindows
 cron! string
 timezone string
 windowDuration! string

CertificateSpecSecretTemplate
 annotations {}string
 labels {}string

CertificateSpecSubject
 countries []string
 localities []string
 organizationalUnits []string
 organizations []string
 postalCodes []string
 provinces []string
 serialNumber string
 streetAddresses []string
`;
