// Written by `npm run imports`; change imports/write, not this file.

/** The known fields of github.com/traefik/traefik/v3 3.7.13; imports/tables/index.ts says how to read it. */
export const TABLE = `
kinds
 traefik.io/v1alpha1/IngressRoute IngressRoute
 traefik.io/v1alpha1/IngressRouteTCP IngressRouteTCP
 traefik.io/v1alpha1/Middleware Middleware
 traefik.io/v1alpha1/MiddlewareTCP MiddlewareTCP
 traefik.io/v1alpha1/ServersTransport ServersTransport
 traefik.io/v1alpha1/ServersTransportTCP ServersTransportTCP
 traefik.io/v1alpha1/TLSOption TLSOption
 traefik.io/v1alpha1/TLSStore TLSStore
 traefik.io/v1alpha1/TraefikService TraefikService

IngressRoute
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! IngressRouteSpec

IngressRouteSpec
 entryPoints []string
 ingressClassName string
 parentRefs []IngressRouteSpecParentRefs
 routes! []IngressRouteSpecRoutes
 tls IngressRouteSpecTls

IngressRouteSpecParentRefs
 name! string
 namespace string

IngressRouteSpecRoutes
 kind "Rule"
 match! string
 middlewares []IngressRouteSpecParentRefs
 observability IngressRouteSpecRoutesObservability
 priority integer
 services []IngressRouteSpecRoutesServices
 syntax string

IngressRouteSpecRoutesObservability
 accessLogs boolean
 metrics boolean
 traceVerbosity "minimal"|"detailed"
 tracing boolean

IngressRouteSpecRoutesServices
 healthCheck IngressRouteSpecRoutesServicesHealthCheck
 kind "Service"|"TraefikService"
 middlewares []IngressRouteSpecParentRefs
 name! string
 namespace string
 nativeLB boolean
 nodePortLB boolean
 passHostHeader boolean
 passiveHealthCheck IngressRouteSpecRoutesServicesPassiveHealthCheck
 port int-or-string
 responseForwarding IngressRouteSpecRoutesServicesResponseForwarding
 scheme string
 serversTransport string
 sticky IngressRouteSpecRoutesServicesSticky
 strategy "wrr"|"p2c"|"hrw"|"leasttime"|"RoundRobin"
 weight integer

IngressRouteSpecRoutesServicesHealthCheck
 followRedirects boolean
 headers {}string
 hostname string
 interval int-or-string
 method string
 mode string
 path string
 port integer
 scheme string
 status integer
 timeout int-or-string
 unhealthyInterval int-or-string

IngressRouteSpecRoutesServicesPassiveHealthCheck
 failureWindow int-or-string
 maxFailedAttempts integer

IngressRouteSpecRoutesServicesResponseForwarding
 flushInterval string

IngressRouteSpecRoutesServicesSticky
 cookie IngressRouteSpecRoutesServicesStickyCookie

IngressRouteSpecRoutesServicesStickyCookie
 domain string
 httpOnly boolean
 maxAge integer
 name string
 path string
 sameSite "none"|"lax"|"strict"|"None"|"Lax"|"Strict"
 secure boolean

IngressRouteSpecTls
 certResolver string
 domains []IngressRouteSpecTlsDomains
 options IngressRouteSpecParentRefs
 secretName string
 store IngressRouteSpecParentRefs

IngressRouteSpecTlsDomains
 main string
 sans []string

IngressRouteTCP
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! IngressRouteTCPSpec

IngressRouteTCPSpec
 entryPoints []string
 ingressClassName string
 routes! []IngressRouteTCPSpecRoutes
 tls IngressRouteTCPSpecTls

IngressRouteTCPSpecRoutes
 match! string
 middlewares []IngressRouteSpecParentRefs
 priority integer
 services []IngressRouteTCPSpecRoutesServices
 syntax "v3"|"v2"

IngressRouteTCPSpecRoutesServices
 name! string
 namespace string
 nativeLB boolean
 nodePortLB boolean
 port! int-or-string
 proxyProtocol IngressRouteTCPSpecRoutesServicesProxyProtocol
 serversTransport string
 terminationDelay integer
 tls boolean
 weight integer

IngressRouteTCPSpecRoutesServicesProxyProtocol
 version integer

IngressRouteTCPSpecTls
 certResolver string
 domains []IngressRouteSpecTlsDomains
 options IngressRouteSpecParentRefs
 passthrough boolean
 secretName string
 store IngressRouteSpecParentRefs

Middleware
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! MiddlewareSpec

MiddlewareSpec
 addPrefix MiddlewareSpecAddPrefix
 basicAuth MiddlewareSpecBasicAuth
 buffering MiddlewareSpecBuffering
 chain MiddlewareSpecChain
 circuitBreaker MiddlewareSpecCircuitBreaker
 compress MiddlewareSpecCompress
 contentType MiddlewareSpecContentType
 digestAuth MiddlewareSpecBasicAuth
 encodedCharacters MiddlewareSpecEncodedCharacters
 errors MiddlewareSpecErrors
 forwardAuth MiddlewareSpecForwardAuth
 grpcWeb MiddlewareSpecGrpcWeb
 headers MiddlewareSpecHeaders
 inFlightReq MiddlewareSpecInFlightReq
 ipAllowList MiddlewareSpecIpAllowList
 ipWhiteList MiddlewareSpecIpWhiteList
 passTLSClientCert MiddlewareSpecPassTLSClientCert
 plugin {}any
 rateLimit MiddlewareSpecRateLimit
 redirectRegex MiddlewareSpecRedirectRegex
 redirectScheme MiddlewareSpecRedirectScheme
 replacePath MiddlewareSpecReplacePath
 replacePathRegex MiddlewareSpecReplacePathRegex
 retry MiddlewareSpecRetry
 stripPrefix MiddlewareSpecStripPrefix
 stripPrefixRegex MiddlewareSpecStripPrefixRegex

MiddlewareSpecAddPrefix
 prefix string

MiddlewareSpecBasicAuth
 headerField string
 realm string
 removeHeader boolean
 secret string

MiddlewareSpecBuffering
 maxRequestBodyBytes integer
 maxResponseBodyBytes integer
 memRequestBodyBytes integer
 memResponseBodyBytes integer
 retryExpression string

MiddlewareSpecChain
 middlewares []IngressRouteSpecParentRefs

MiddlewareSpecCircuitBreaker
 checkPeriod int-or-string
 expression string
 fallbackDuration int-or-string
 recoveryDuration int-or-string
 responseCode integer

MiddlewareSpecCompress
 defaultEncoding string
 encodings []string
 excludedContentTypes []string
 includedContentTypes []string
 minResponseBodyBytes integer

MiddlewareSpecContentType
 autoDetect boolean

MiddlewareSpecEncodedCharacters
 allowEncodedBackSlash boolean
 allowEncodedHash boolean
 allowEncodedNullCharacter boolean
 allowEncodedPercent boolean
 allowEncodedQuestionMark boolean
 allowEncodedSemicolon boolean
 allowEncodedSlash boolean

MiddlewareSpecErrors
 errorRequestHeaders []string
 query string
 service IngressRouteSpecRoutesServices
 status []string
 statusRewrites {}integer

MiddlewareSpecForwardAuth
 addAuthCookiesToResponse []string
 address string
 authRequestHeaders []string
 authResponseHeaders []string
 authResponseHeadersRegex string
 authSigninURL string
 forwardBody boolean
 headerField string
 maxBodySize integer
 maxResponseBodySize integer
 preserveLocationHeader boolean
 preserveRequestMethod boolean
 tls MiddlewareSpecForwardAuthTls
 trustForwardHeader boolean

MiddlewareSpecForwardAuthTls
 caOptional boolean
 caSecret string
 certSecret string
 insecureSkipVerify boolean

MiddlewareSpecGrpcWeb
 allowOrigins []string

MiddlewareSpecHeaders
 accessControlAllowCredentials boolean
 accessControlAllowHeaders []string
 accessControlAllowMethods []string
 accessControlAllowOriginList []string
 accessControlAllowOriginListRegex []string
 accessControlExposeHeaders []string
 accessControlMaxAge integer
 addVaryHeader boolean
 allowedHosts []string
 browserXssFilter boolean
 contentSecurityPolicy string
 contentSecurityPolicyReportOnly string
 contentTypeNosniff boolean
 customBrowserXSSValue string
 customFrameOptionsValue string
 customRequestHeaders {}string
 customResponseHeaders {}string
 featurePolicy string
 forceSTSHeader boolean
 frameDeny boolean
 hostsProxyHeaders []string
 isDevelopment boolean
 permissionsPolicy string
 publicKey string
 referrerPolicy string
 sslForceHost boolean
 sslHost string
 sslProxyHeaders {}string
 sslRedirect boolean
 sslTemporaryRedirect boolean
 stsIncludeSubdomains boolean
 stsPreload boolean
 stsSeconds integer

MiddlewareSpecInFlightReq
 amount integer
 sourceCriterion MiddlewareSpecInFlightReqSourceCriterion

MiddlewareSpecInFlightReqSourceCriterion
 ipStrategy MiddlewareSpecInFlightReqSourceCriterionIpStrategy
 requestHeaderName string
 requestHost boolean

MiddlewareSpecInFlightReqSourceCriterionIpStrategy
 depth integer
 excludedIPs []string
 ipv6Subnet integer

MiddlewareSpecIpAllowList
 ipStrategy MiddlewareSpecInFlightReqSourceCriterionIpStrategy
 rejectStatusCode integer
 sourceRange []string

MiddlewareSpecIpWhiteList
 ipStrategy MiddlewareSpecInFlightReqSourceCriterionIpStrategy
 sourceRange []string

MiddlewareSpecPassTLSClientCert
 info MiddlewareSpecPassTLSClientCertInfo
 pem boolean

MiddlewareSpecPassTLSClientCertInfo
 issuer MiddlewareSpecPassTLSClientCertInfoIssuer
 notAfter boolean
 notBefore boolean
 sans boolean
 serialNumber boolean
 subject MiddlewareSpecPassTLSClientCertInfoSubject

MiddlewareSpecPassTLSClientCertInfoIssuer
 commonName boolean
 country boolean
 domainComponent boolean
 locality boolean
 organization boolean
 province boolean
 serialNumber boolean

MiddlewareSpecPassTLSClientCertInfoSubject
 commonName boolean
 country boolean
 domainComponent boolean
 locality boolean
 organization boolean
 organizationalUnit boolean
 province boolean
 serialNumber boolean

MiddlewareSpecRateLimit
 average integer
 burst integer
 period int-or-string
 redis MiddlewareSpecRateLimitRedis
 sourceCriterion MiddlewareSpecInFlightReqSourceCriterion

MiddlewareSpecRateLimitRedis
 db integer
 dialTimeout int-or-string
 endpoints []string
 maxActiveConns integer
 minIdleConns integer
 poolSize integer
 readTimeout int-or-string
 secret string
 tls MiddlewareSpecRateLimitRedisTls
 writeTimeout int-or-string

MiddlewareSpecRateLimitRedisTls
 caSecret string
 certSecret string
 insecureSkipVerify boolean

MiddlewareSpecRedirectRegex
 permanent boolean
 regex string
 replacement string

MiddlewareSpecRedirectScheme
 permanent boolean
 port string
 scheme string

MiddlewareSpecReplacePath
 path string

MiddlewareSpecReplacePathRegex
 regex string
 replacement string

MiddlewareSpecRetry
 attempts integer
 disableRetryOnNetworkError boolean
 initialInterval int-or-string
 maxRequestBodyBytes integer
 retryNonIdempotentMethod boolean
 status []string
 timeout int-or-string

MiddlewareSpecStripPrefix
 forceSlash boolean
 prefixes []string

MiddlewareSpecStripPrefixRegex
 regex []string

MiddlewareTCP
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! MiddlewareTCPSpec

MiddlewareTCPSpec
 inFlightConn MiddlewareTCPSpecInFlightConn
 ipAllowList MiddlewareTCPSpecIpAllowList
 ipWhiteList MiddlewareTCPSpecIpAllowList

MiddlewareTCPSpecInFlightConn
 amount integer

MiddlewareTCPSpecIpAllowList
 sourceRange []string

ServersTransport
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! ServersTransportSpec

ServersTransportSpec
 certificatesSecrets []string
 cipherSuites []string
 disableHTTP2 boolean
 forwardingTimeouts ServersTransportSpecForwardingTimeouts
 insecureSkipVerify boolean
 maxIdleConnsPerHost integer
 maxVersion string
 minVersion string
 peerCertURI string
 rootCAs []ServersTransportSpecRootCAs
 rootCAsSecrets []string
 serverName string
 spiffe ServersTransportSpecSpiffe

ServersTransportSpecForwardingTimeouts
 dialTimeout int-or-string
 idleConnTimeout int-or-string
 pingTimeout int-or-string
 readIdleTimeout int-or-string
 responseHeaderTimeout int-or-string

ServersTransportSpecRootCAs
 configMap string
 secret string

ServersTransportSpecSpiffe
 ids []string
 trustDomain string

ServersTransportTCP
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! ServersTransportTCPSpec

ServersTransportTCPSpec
 dialKeepAlive int-or-string
 dialTimeout int-or-string
 proxyProtocol IngressRouteTCPSpecRoutesServicesProxyProtocol
 terminationDelay int-or-string
 tls ServersTransportTCPSpecTls

ServersTransportTCPSpecTls
 certificatesSecrets []string
 insecureSkipVerify boolean
 peerCertURI string
 rootCAs []ServersTransportSpecRootCAs
 rootCAsSecrets []string
 serverName string
 spiffe ServersTransportSpecSpiffe

TLSOption
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! TLSOptionSpec

TLSOptionSpec
 alpnProtocols []string
 cipherSuites []string
 clientAuth TLSOptionSpecClientAuth
 curvePreferences []string
 disableSessionTickets boolean
 maxVersion string
 minVersion string
 preferServerCipherSuites boolean
 sniStrict boolean

TLSOptionSpecClientAuth
 clientAuthType "NoClientCert"|"RequestClientCert"|"RequireAnyClientCert"|"VerifyClientCertIfGiven"|"RequireAndVerifyClientCert"
 secretNames []string

TLSStore
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! TLSStoreSpec

TLSStoreSpec
 certificates []TLSStoreSpecCertificates
 defaultCertificate TLSStoreSpecCertificates
 defaultGeneratedCert TLSStoreSpecDefaultGeneratedCert

TLSStoreSpecCertificates
 secretName! string

TLSStoreSpecDefaultGeneratedCert
 domain IngressRouteSpecTlsDomains
 resolver string

TraefikService
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! TraefikServiceSpec

TraefikServiceSpec
 failover TraefikServiceSpecFailover
 highestRandomWeight TraefikServiceSpecHighestRandomWeight
 mirroring TraefikServiceSpecMirroring
 weighted TraefikServiceSpecWeighted

TraefikServiceSpecFailover
 errors! TraefikServiceSpecFailoverErrors
 fallback! IngressRouteSpecRoutesServices
 service! IngressRouteSpecRoutesServices

TraefikServiceSpecFailoverErrors
 maxRequestBodyBytes integer
 status []string

TraefikServiceSpecHighestRandomWeight
 services []IngressRouteSpecRoutesServices

TraefikServiceSpecMirroring
 healthCheck IngressRouteSpecRoutesServicesHealthCheck
 kind "Service"|"TraefikService"
 maxBodySize integer
 middlewares []IngressRouteSpecParentRefs
 mirrorBody boolean
 mirrors []TraefikServiceSpecMirroringMirrors
 name! string
 namespace string
 nativeLB boolean
 nodePortLB boolean
 passHostHeader boolean
 passiveHealthCheck IngressRouteSpecRoutesServicesPassiveHealthCheck
 port int-or-string
 responseForwarding IngressRouteSpecRoutesServicesResponseForwarding
 scheme string
 serversTransport string
 sticky IngressRouteSpecRoutesServicesSticky
 strategy "wrr"|"p2c"|"hrw"|"leasttime"|"RoundRobin"
 weight integer

TraefikServiceSpecMirroringMirrors
 healthCheck IngressRouteSpecRoutesServicesHealthCheck
 kind "Service"|"TraefikService"
 middlewares []IngressRouteSpecParentRefs
 name! string
 namespace string
 nativeLB boolean
 nodePortLB boolean
 passHostHeader boolean
 passiveHealthCheck IngressRouteSpecRoutesServicesPassiveHealthCheck
 percent integer
 port int-or-string
 responseForwarding IngressRouteSpecRoutesServicesResponseForwarding
 scheme string
 serversTransport string
 sticky IngressRouteSpecRoutesServicesSticky
 strategy "wrr"|"p2c"|"hrw"|"leasttime"|"RoundRobin"
 weight integer

TraefikServiceSpecWeighted
 services []IngressRouteSpecRoutesServices
 sticky IngressRouteSpecRoutesServicesSticky
`;
