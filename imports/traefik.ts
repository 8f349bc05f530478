// Written by `npm run imports`; change imports/write, not this file.

// Types of github.com/traefik/traefik/v3 3.7.13.
import type { IntOrString, ObjectMeta } from './k8s';

/** IngressRoute is the CRD implementation of a Traefik HTTP Router. */
export interface IngressRoute {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'traefik.io/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'IngressRoute';
  readonly metadata: ObjectMeta;
  /** IngressRouteSpec defines the desired state of IngressRoute. */
  readonly spec: IngressRouteSpec;
}

/** IngressRouteSpec defines the desired state of IngressRoute. */
export interface IngressRouteSpec {
  /** EntryPoints defines the list of entry point names to bind to. */
  readonly entryPoints?: ReadonlyArray<string>;
  /** IngressClassName defines the name of the IngressClass cluster resource. */
  readonly ingressClassName?: string;
  /** ParentRefs defines references to parent IngressRoute resources for multi-layer routing. */
  readonly parentRefs?: ReadonlyArray<IngressRouteSpecParentRefs>;
  /** Routes defines the list of routes. */
  readonly routes: ReadonlyArray<IngressRouteSpecRoutes>;
  /** TLS defines the TLS configuration. */
  readonly tls?: IngressRouteSpecTls;
}

/** IngressRouteRef is a reference to an IngressRoute resource. */
export interface IngressRouteSpecParentRefs {
  /** Name defines the name of the referenced IngressRoute resource. */
  readonly name: string;
  /** Namespace defines the namespace of the referenced IngressRoute resource. */
  readonly namespace?: string;
}

/** Route holds the HTTP route configuration. */
export interface IngressRouteSpecRoutes {
  /** Kind defines the kind of the route. */
  readonly kind?: 'Rule';
  /** Match defines the router's rule. */
  readonly match: string;
  /** Middlewares defines the list of references to Middleware resources. */
  readonly middlewares?: ReadonlyArray<IngressRouteSpecParentRefs>;
  /** Observability defines the observability configuration for a router. */
  readonly observability?: IngressRouteSpecRoutesObservability;
  /** Priority defines the router's priority. */
  readonly priority?: number;
  /** Services defines the list of Service. */
  readonly services?: ReadonlyArray<IngressRouteSpecRoutesServices>;
  /** Syntax defines the router's rule syntax. */
  readonly syntax?: string;
}

/** Observability defines the observability configuration for a router. */
export interface IngressRouteSpecRoutesObservability {
  /** AccessLogs enables access logs for this router. */
  readonly accessLogs?: boolean;
  /** Metrics enables metrics for this router. */
  readonly metrics?: boolean;
  /** TraceVerbosity defines the verbosity level of the tracing for this router. */
  readonly traceVerbosity?: 'minimal' | 'detailed';
  /** Tracing enables tracing for this router. */
  readonly tracing?: boolean;
}

/** Service defines an upstream HTTP service to proxy traffic to. */
export interface IngressRouteSpecRoutesServices {
  /** Healthcheck defines health checks for ExternalName services. */
  readonly healthCheck?: IngressRouteSpecRoutesServicesHealthCheck;
  /** Kind defines the kind of the Service. */
  readonly kind?: 'Service' | 'TraefikService';
  /** Middlewares defines the list of references to Middleware resources to apply to the service. */
  readonly middlewares?: ReadonlyArray<IngressRouteSpecParentRefs>;
  /** Name defines the name of the referenced Kubernetes Service or TraefikService. */
  readonly name: string;
  /** Namespace defines the namespace of the referenced Kubernetes Service or TraefikService. */
  readonly namespace?: string;
  /** NativeLB controls, when creating the load-balancer, whether the LB's children are directly the pods IPs or if the only child is the … */
  readonly nativeLB?: boolean;
  /** NodePortLB controls, when creating the load-balancer, whether the LB's children are directly the nodes internal IPs using the nodePort … */
  readonly nodePortLB?: boolean;
  /** PassHostHeader defines whether the client Host header is forwarded to the upstream Kubernetes Service. */
  readonly passHostHeader?: boolean;
  /** PassiveHealthCheck defines passive health checks for ExternalName services. */
  readonly passiveHealthCheck?: IngressRouteSpecRoutesServicesPassiveHealthCheck;
  /** Port defines the port of a Kubernetes Service. */
  readonly port?: IntOrString;
  /** ResponseForwarding defines how Traefik forwards the response from the upstream Kubernetes Service to the client. */
  readonly responseForwarding?: IngressRouteSpecRoutesServicesResponseForwarding;
  /** Scheme defines the scheme to use for the request to the upstream Kubernetes Service. */
  readonly scheme?: string;
  /** ServersTransport defines the name of ServersTransport resource to use. */
  readonly serversTransport?: string;
  /** Sticky defines the sticky sessions configuration. */
  readonly sticky?: IngressRouteSpecRoutesServicesSticky;
  /** Strategy defines the load balancing strategy between the servers. */
  readonly strategy?: 'wrr' | 'p2c' | 'hrw' | 'leasttime' | 'RoundRobin';
  /** Weight defines the weight and should only be specified when Name references a TraefikService object (and to be precise, one that embeds a … */
  readonly weight?: number;
}

/** Healthcheck defines health checks for ExternalName services. */
export interface IngressRouteSpecRoutesServicesHealthCheck {
  /** FollowRedirects defines whether redirects should be followed during the health check calls. */
  readonly followRedirects?: boolean;
  /** Headers defines custom headers to be sent to the health check endpoint. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Hostname defines the value of hostname in the Host header of the health check request. */
  readonly hostname?: string;
  /** Interval defines the frequency of the health check calls for healthy targets. */
  readonly interval?: IntOrString;
  /** Method defines the healthcheck method. */
  readonly method?: string;
  /** Mode defines the health check mode. */
  readonly mode?: string;
  /** Path defines the server URL path for the health check endpoint. */
  readonly path?: string;
  /** Port defines the server URL port for the health check endpoint. */
  readonly port?: number;
  /** Scheme replaces the server URL scheme for the health check endpoint. */
  readonly scheme?: string;
  /** Status defines the expected HTTP status code of the response to the health check request. */
  readonly status?: number;
  /** Timeout defines the maximum duration Traefik will wait for a health check request before considering the server unhealthy. */
  readonly timeout?: IntOrString;
  /** UnhealthyInterval defines the frequency of the health check calls for unhealthy targets. */
  readonly unhealthyInterval?: IntOrString;
}

/** PassiveHealthCheck defines passive health checks for ExternalName services. */
export interface IngressRouteSpecRoutesServicesPassiveHealthCheck {
  /** FailureWindow defines the time window during which the failed attempts must occur for the server to be marked as unhealthy. */
  readonly failureWindow?: IntOrString;
  /** MaxFailedAttempts is the number of consecutive failed attempts allowed within the failure window before marking the server as unhealthy. */
  readonly maxFailedAttempts?: number;
}

/** ResponseForwarding defines how Traefik forwards the response from the upstream Kubernetes Service to the client. */
export interface IngressRouteSpecRoutesServicesResponseForwarding {
  /** FlushInterval defines the interval, in milliseconds, in between flushes to the client while copying the response body. */
  readonly flushInterval?: string;
}

/** Sticky defines the sticky sessions configuration. */
export interface IngressRouteSpecRoutesServicesSticky {
  /** Cookie defines the sticky cookie configuration. */
  readonly cookie?: IngressRouteSpecRoutesServicesStickyCookie;
}

/** Cookie defines the sticky cookie configuration. */
export interface IngressRouteSpecRoutesServicesStickyCookie {
  /** Domain defines the host to which the cookie will be sent. */
  readonly domain?: string;
  /** HTTPOnly defines whether the cookie can be accessed by client-side APIs, such as JavaScript. */
  readonly httpOnly?: boolean;
  /** MaxAge defines the number of seconds until the cookie expires. */
  readonly maxAge?: number;
  /** Name defines the Cookie name. */
  readonly name?: string;
  /** Path defines the path that must exist in the requested URL for the browser to send the Cookie header. */
  readonly path?: string;
  /** SameSite defines the same site policy. */
  readonly sameSite?: 'none' | 'lax' | 'strict' | 'None' | 'Lax' | 'Strict';
  /** Secure defines whether the cookie can only be transmitted over an encrypted connection (i.e. */
  readonly secure?: boolean;
}

/** TLS defines the TLS configuration. */
export interface IngressRouteSpecTls {
  /** CertResolver defines the name of the certificate resolver to use. */
  readonly certResolver?: string;
  /** Domains defines the list of domains that will be used to issue certificates. */
  readonly domains?: ReadonlyArray<IngressRouteSpecTlsDomains>;
  /** Options defines the reference to a TLSOption, that specifies the parameters of the TLS connection. */
  readonly options?: IngressRouteSpecParentRefs;
  /** SecretName is the name of the referenced Kubernetes Secret to specify the certificate details. */
  readonly secretName?: string;
  /** Store defines the reference to the TLSStore, that will be used to store certificates. */
  readonly store?: IngressRouteSpecParentRefs;
}

/** Domain holds a domain name with SANs. */
export interface IngressRouteSpecTlsDomains {
  /** Main defines the main domain name. */
  readonly main?: string;
  /** SANs defines the subject alternative domain names. */
  readonly sans?: ReadonlyArray<string>;
}

/** IngressRouteTCP is the CRD implementation of a Traefik TCP Router. */
export interface IngressRouteTCP {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'traefik.io/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'IngressRouteTCP';
  readonly metadata: ObjectMeta;
  /** IngressRouteTCPSpec defines the desired state of IngressRouteTCP. */
  readonly spec: IngressRouteTCPSpec;
}

/** IngressRouteTCPSpec defines the desired state of IngressRouteTCP. */
export interface IngressRouteTCPSpec {
  /** EntryPoints defines the list of entry point names to bind to. */
  readonly entryPoints?: ReadonlyArray<string>;
  /** IngressClassName defines the name of the IngressClass cluster resource. */
  readonly ingressClassName?: string;
  /** Routes defines the list of routes. */
  readonly routes: ReadonlyArray<IngressRouteTCPSpecRoutes>;
  /** TLS defines the TLS configuration on a layer 4 / TCP Route. */
  readonly tls?: IngressRouteTCPSpecTls;
}

/** RouteTCP holds the TCP route configuration. */
export interface IngressRouteTCPSpecRoutes {
  /** Match defines the router's rule. */
  readonly match: string;
  /** Middlewares defines the list of references to MiddlewareTCP resources. */
  readonly middlewares?: ReadonlyArray<IngressRouteSpecParentRefs>;
  /** Priority defines the router's priority. */
  readonly priority?: number;
  /** Services defines the list of TCP services. */
  readonly services?: ReadonlyArray<IngressRouteTCPSpecRoutesServices>;
  /** Syntax defines the router's rule syntax. */
  readonly syntax?: 'v3' | 'v2';
}

/** ServiceTCP defines an upstream TCP service to proxy traffic to. */
export interface IngressRouteTCPSpecRoutesServices {
  /** Name defines the name of the referenced Kubernetes Service. */
  readonly name: string;
  /** Namespace defines the namespace of the referenced Kubernetes Service. */
  readonly namespace?: string;
  /** NativeLB controls, when creating the load-balancer, whether the LB's children are directly the pods IPs or if the only child is the … */
  readonly nativeLB?: boolean;
  /** NodePortLB controls, when creating the load-balancer, whether the LB's children are directly the nodes internal IPs using the nodePort … */
  readonly nodePortLB?: boolean;
  /** Port defines the port of a Kubernetes Service. */
  readonly port: IntOrString;
  /** ProxyProtocol defines the PROXY protocol configuration. */
  readonly proxyProtocol?: IngressRouteTCPSpecRoutesServicesProxyProtocol;
  /** ServersTransport defines the name of ServersTransportTCP resource to use. */
  readonly serversTransport?: string;
  /** TerminationDelay defines the deadline that the proxy sets, after one of its connected peers indicates it has closed the writing capability … */
  readonly terminationDelay?: number;
  /** TLS determines whether to use TLS when dialing with the backend. */
  readonly tls?: boolean;
  /** Weight defines the weight used when balancing requests between multiple Kubernetes Service. */
  readonly weight?: number;
}

/** ProxyProtocol defines the PROXY protocol configuration. */
export interface IngressRouteTCPSpecRoutesServicesProxyProtocol {
  /** Version defines the PROXY Protocol version to use. */
  readonly version?: number;
}

/** TLS defines the TLS configuration on a layer 4 / TCP Route. */
export interface IngressRouteTCPSpecTls {
  /** CertResolver defines the name of the certificate resolver to use. */
  readonly certResolver?: string;
  /** Domains defines the list of domains that will be used to issue certificates. */
  readonly domains?: ReadonlyArray<IngressRouteSpecTlsDomains>;
  /** Options defines the reference to a TLSOption, that specifies the parameters of the TLS connection. */
  readonly options?: IngressRouteSpecParentRefs;
  /** Passthrough defines whether a TLS router will terminate the TLS connection. */
  readonly passthrough?: boolean;
  /** SecretName is the name of the referenced Kubernetes Secret to specify the certificate details. */
  readonly secretName?: string;
  /** Store defines the reference to the TLSStore, that will be used to store certificates. */
  readonly store?: IngressRouteSpecParentRefs;
}

/** Middleware is the CRD implementation of a Traefik Middleware. */
export interface Middleware {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'traefik.io/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'Middleware';
  readonly metadata: ObjectMeta;
  /** MiddlewareSpec defines the desired state of a Middleware. */
  readonly spec: MiddlewareSpec;
}

/** MiddlewareSpec defines the desired state of a Middleware. */
export interface MiddlewareSpec {
  /** AddPrefix holds the add prefix middleware configuration. */
  readonly addPrefix?: MiddlewareSpecAddPrefix;
  /** BasicAuth holds the basic auth middleware configuration. */
  readonly basicAuth?: MiddlewareSpecBasicAuth;
  /** Buffering holds the buffering middleware configuration. */
  readonly buffering?: MiddlewareSpecBuffering;
  /** Chain holds the configuration of the chain middleware. */
  readonly chain?: MiddlewareSpecChain;
  /** CircuitBreaker holds the circuit breaker configuration. */
  readonly circuitBreaker?: MiddlewareSpecCircuitBreaker;
  /** Compress holds the compress middleware configuration. */
  readonly compress?: MiddlewareSpecCompress;
  /** ContentType holds the content-type middleware configuration. */
  readonly contentType?: MiddlewareSpecContentType;
  /** DigestAuth holds the digest auth middleware configuration. */
  readonly digestAuth?: MiddlewareSpecBasicAuth;
  /** EncodedCharacters configures which encoded characters are allowed in the request path. */
  readonly encodedCharacters?: MiddlewareSpecEncodedCharacters;
  /** ErrorPage holds the custom error middleware configuration. */
  readonly errors?: MiddlewareSpecErrors;
  /** ForwardAuth holds the forward auth middleware configuration. */
  readonly forwardAuth?: MiddlewareSpecForwardAuth;
  /** GrpcWeb holds the gRPC web middleware configuration. */
  readonly grpcWeb?: MiddlewareSpecGrpcWeb;
  /** Headers holds the headers middleware configuration. */
  readonly headers?: MiddlewareSpecHeaders;
  /** InFlightReq holds the in-flight request middleware configuration. */
  readonly inFlightReq?: MiddlewareSpecInFlightReq;
  /** IPAllowList holds the IP allowlist middleware configuration. */
  readonly ipAllowList?: MiddlewareSpecIpAllowList;
  /** Deprecated: */
  readonly ipWhiteList?: MiddlewareSpecIpWhiteList;
  /** PassTLSClientCert holds the pass TLS client cert middleware configuration. */
  readonly passTLSClientCert?: MiddlewareSpecPassTLSClientCert;
  /** Plugin defines the middleware plugin configuration. */
  readonly plugin?: Readonly<Record<string, unknown>>;
  /** RateLimit holds the rate limit configuration. */
  readonly rateLimit?: MiddlewareSpecRateLimit;
  /** RedirectRegex holds the redirect regex middleware configuration. */
  readonly redirectRegex?: MiddlewareSpecRedirectRegex;
  /** RedirectScheme holds the redirect scheme middleware configuration. */
  readonly redirectScheme?: MiddlewareSpecRedirectScheme;
  /** ReplacePath holds the replace path middleware configuration. */
  readonly replacePath?: MiddlewareSpecReplacePath;
  /** ReplacePathRegex holds the replace path regex middleware configuration. */
  readonly replacePathRegex?: MiddlewareSpecReplacePathRegex;
  /** Retry holds the retry middleware configuration. */
  readonly retry?: MiddlewareSpecRetry;
  /** StripPrefix holds the strip prefix middleware configuration. */
  readonly stripPrefix?: MiddlewareSpecStripPrefix;
  /** StripPrefixRegex holds the strip prefix regex middleware configuration. */
  readonly stripPrefixRegex?: MiddlewareSpecStripPrefixRegex;
}

/** AddPrefix holds the add prefix middleware configuration. */
export interface MiddlewareSpecAddPrefix {
  /** Prefix is the string to add before the current path in the requested URL. */
  readonly prefix?: string;
}

/** BasicAuth holds the basic auth middleware configuration. */
export interface MiddlewareSpecBasicAuth {
  /** HeaderField defines a header field to store the authenticated user. */
  readonly headerField?: string;
  /** Realm allows the protected resources on a server to be partitioned into a set of protection spaces, each with its own authentication scheme. */
  readonly realm?: string;
  /** RemoveHeader sets the removeHeader option to true to remove the authorization header before forwarding the request to your service. */
  readonly removeHeader?: boolean;
  /** Secret is the name of the referenced Kubernetes Secret containing user credentials. */
  readonly secret?: string;
}

/** Buffering holds the buffering middleware configuration. */
export interface MiddlewareSpecBuffering {
  /** MaxRequestBodyBytes defines the maximum allowed body size for the request (in bytes). */
  readonly maxRequestBodyBytes?: number;
  /** MaxResponseBodyBytes defines the maximum allowed response size from the service (in bytes). */
  readonly maxResponseBodyBytes?: number;
  /** MemRequestBodyBytes defines the threshold (in bytes) from which the request will be buffered on disk instead of in memory. */
  readonly memRequestBodyBytes?: number;
  /** MemResponseBodyBytes defines the threshold (in bytes) from which the response will be buffered on disk instead of in memory. */
  readonly memResponseBodyBytes?: number;
  /** RetryExpression defines the retry conditions. */
  readonly retryExpression?: string;
}

/** Chain holds the configuration of the chain middleware. */
export interface MiddlewareSpecChain {
  /** Middlewares is the list of MiddlewareRef which composes the chain. */
  readonly middlewares?: ReadonlyArray<IngressRouteSpecParentRefs>;
}

/** CircuitBreaker holds the circuit breaker configuration. */
export interface MiddlewareSpecCircuitBreaker {
  /** CheckPeriod is the interval between successive checks of the circuit breaker condition (when in standby state). */
  readonly checkPeriod?: IntOrString;
  /** Expression is the condition that triggers the tripped state. */
  readonly expression?: string;
  /** FallbackDuration is the duration for which the circuit breaker will wait before trying to recover (from a tripped state). */
  readonly fallbackDuration?: IntOrString;
  /** RecoveryDuration is the duration for which the circuit breaker will try to recover (as soon as it is in recovering state). */
  readonly recoveryDuration?: IntOrString;
  /** ResponseCode is the status code that the circuit breaker will return while it is in the open state. */
  readonly responseCode?: number;
}

/** Compress holds the compress middleware configuration. */
export interface MiddlewareSpecCompress {
  /** DefaultEncoding specifies the default encoding if the `Accept-Encoding` header is not in the request or contains a wildcard (`*`). */
  readonly defaultEncoding?: string;
  /** Encodings defines the list of supported compression algorithms. */
  readonly encodings?: ReadonlyArray<string>;
  /** ExcludedContentTypes defines the list of content types to compare the Content-Type header of the incoming requests and responses before … */
  readonly excludedContentTypes?: ReadonlyArray<string>;
  /** IncludedContentTypes defines the list of content types to compare the Content-Type header of the responses before compressing. */
  readonly includedContentTypes?: ReadonlyArray<string>;
  /** MinResponseBodyBytes defines the minimum amount of bytes a response body must have to be compressed. */
  readonly minResponseBodyBytes?: number;
}

/** ContentType holds the content-type middleware configuration. */
export interface MiddlewareSpecContentType {
  /** AutoDetect specifies whether to let the `Content-Type` header, if it has not been set by the backend, be automatically set to a value … */
  readonly autoDetect?: boolean;
}

/** EncodedCharacters configures which encoded characters are allowed in the request path. */
export interface MiddlewareSpecEncodedCharacters {
  /** AllowEncodedBackSlash defines whether requests with encoded back slash characters in the path are allowed. */
  readonly allowEncodedBackSlash?: boolean;
  /** AllowEncodedHash defines whether requests with encoded hash characters in the path are allowed. */
  readonly allowEncodedHash?: boolean;
  /** AllowEncodedNullCharacter defines whether requests with encoded null characters in the path are allowed. */
  readonly allowEncodedNullCharacter?: boolean;
  /** AllowEncodedPercent defines whether requests with encoded percent characters in the path are allowed. */
  readonly allowEncodedPercent?: boolean;
  /** AllowEncodedQuestionMark defines whether requests with encoded question mark characters in the path are allowed. */
  readonly allowEncodedQuestionMark?: boolean;
  /** AllowEncodedSemicolon defines whether requests with encoded semicolon characters in the path are allowed. */
  readonly allowEncodedSemicolon?: boolean;
  /** AllowEncodedSlash defines whether requests with encoded slash characters in the path are allowed. */
  readonly allowEncodedSlash?: boolean;
}

/** ErrorPage holds the custom error middleware configuration. */
export interface MiddlewareSpecErrors {
  /** ErrorRequestHeaders defines the list of request headers forwarded to the error page service. */
  readonly errorRequestHeaders?: ReadonlyArray<string>;
  /** Query defines the URL for the error page (hosted by service). */
  readonly query?: string;
  /** Service defines the reference to a Kubernetes Service that will serve the error page. */
  readonly service?: IngressRouteSpecRoutesServices;
  /** Status defines which status or range of statuses should result in an error page. */
  readonly status?: ReadonlyArray<string>;
  /** StatusRewrites defines a mapping of status codes that should be returned instead of the original error status codes. */
  readonly statusRewrites?: Readonly<Record<string, number>>;
}

/** ForwardAuth holds the forward auth middleware configuration. */
export interface MiddlewareSpecForwardAuth {
  /** AddAuthCookiesToResponse defines the list of cookies to copy from the authentication server response to the response. */
  readonly addAuthCookiesToResponse?: ReadonlyArray<string>;
  /** Address defines the authentication server address. */
  readonly address?: string;
  /** AuthRequestHeaders defines the list of the headers to copy from the request to the authentication server. */
  readonly authRequestHeaders?: ReadonlyArray<string>;
  /** AuthResponseHeaders defines the list of headers to copy from the authentication server response and set on forwarded request, replacing … */
  readonly authResponseHeaders?: ReadonlyArray<string>;
  /** AuthResponseHeadersRegex defines the regex to match headers to copy from the authentication server response and set on forwarded request, … */
  readonly authResponseHeadersRegex?: string;
  /** AuthSigninURL specifies the URL to redirect to when the authentication server returns 401 Unauthorized. */
  readonly authSigninURL?: string;
  /** ForwardBody defines whether to send the request body to the authentication server. */
  readonly forwardBody?: boolean;
  /** HeaderField defines a header field to store the authenticated user. */
  readonly headerField?: string;
  /** MaxBodySize defines the maximum body size in bytes allowed to be forwarded to the authentication server. */
  readonly maxBodySize?: number;
  /** MaxResponseBodySize defines the maximum body size in bytes allowed in the response from the authentication server. */
  readonly maxResponseBodySize?: number;
  /** PreserveLocationHeader defines whether to forward the Location header to the client as is or prefix it with the domain name of the … */
  readonly preserveLocationHeader?: boolean;
  /** PreserveRequestMethod defines whether to preserve the original request method while forwarding the request to the authentication server. */
  readonly preserveRequestMethod?: boolean;
  /** TLS defines the configuration used to secure the connection to the authentication server. */
  readonly tls?: MiddlewareSpecForwardAuthTls;
  /** TrustForwardHeader defines whether to trust (ie: */
  readonly trustForwardHeader?: boolean;
}

/** TLS defines the configuration used to secure the connection to the authentication server. */
export interface MiddlewareSpecForwardAuthTls {
  /** Deprecated: */
  readonly caOptional?: boolean;
  /** CASecret is the name of the referenced Kubernetes Secret containing the CA to validate the server certificate. */
  readonly caSecret?: string;
  /** CertSecret is the name of the referenced Kubernetes Secret containing the client certificate. */
  readonly certSecret?: string;
  /** InsecureSkipVerify defines whether the server certificates should be validated. */
  readonly insecureSkipVerify?: boolean;
}

/** GrpcWeb holds the gRPC web middleware configuration. */
export interface MiddlewareSpecGrpcWeb {
  /** AllowOrigins is a list of allowable origins. */
  readonly allowOrigins?: ReadonlyArray<string>;
}

/** Headers holds the headers middleware configuration. */
export interface MiddlewareSpecHeaders {
  /** AccessControlAllowCredentials defines whether the request can include user credentials. */
  readonly accessControlAllowCredentials?: boolean;
  /** AccessControlAllowHeaders defines the Access-Control-Request-Headers values sent in preflight response. */
  readonly accessControlAllowHeaders?: ReadonlyArray<string>;
  /** AccessControlAllowMethods defines the Access-Control-Request-Method values sent in preflight response. */
  readonly accessControlAllowMethods?: ReadonlyArray<string>;
  /** AccessControlAllowOriginList is a list of allowable origins. */
  readonly accessControlAllowOriginList?: ReadonlyArray<string>;
  /** AccessControlAllowOriginListRegex is a list of allowable origins written following the Regular Expression syntax … */
  readonly accessControlAllowOriginListRegex?: ReadonlyArray<string>;
  /** AccessControlExposeHeaders defines the Access-Control-Expose-Headers values sent in preflight response. */
  readonly accessControlExposeHeaders?: ReadonlyArray<string>;
  /** AccessControlMaxAge defines the time that a preflight request may be cached. */
  readonly accessControlMaxAge?: number;
  /** AddVaryHeader defines whether the Vary header is automatically added/updated when the AccessControlAllowOriginList is set. */
  readonly addVaryHeader?: boolean;
  /** AllowedHosts defines the fully qualified list of allowed domain names. */
  readonly allowedHosts?: ReadonlyArray<string>;
  /** BrowserXSSFilter defines whether to add the X-XSS-Protection header with the value 1; mode=block. */
  readonly browserXssFilter?: boolean;
  /** ContentSecurityPolicy defines the Content-Security-Policy header value. */
  readonly contentSecurityPolicy?: string;
  /** ContentSecurityPolicyReportOnly defines the Content-Security-Policy-Report-Only header value. */
  readonly contentSecurityPolicyReportOnly?: string;
  /** ContentTypeNosniff defines whether to add the X-Content-Type-Options header with the nosniff value. */
  readonly contentTypeNosniff?: boolean;
  /** CustomBrowserXSSValue defines the X-XSS-Protection header value. */
  readonly customBrowserXSSValue?: string;
  /** CustomFrameOptionsValue defines the X-Frame-Options header value. */
  readonly customFrameOptionsValue?: string;
  /** CustomRequestHeaders defines the header names and values to apply to the request. */
  readonly customRequestHeaders?: Readonly<Record<string, string>>;
  /** CustomResponseHeaders defines the header names and values to apply to the response. */
  readonly customResponseHeaders?: Readonly<Record<string, string>>;
  /** Deprecated: */
  readonly featurePolicy?: string;
  /** ForceSTSHeader defines whether to add the STS header even when the connection is HTTP. */
  readonly forceSTSHeader?: boolean;
  /** FrameDeny defines whether to add the X-Frame-Options header with the DENY value. */
  readonly frameDeny?: boolean;
  /** HostsProxyHeaders defines the header keys that may hold a proxied hostname value for the request. */
  readonly hostsProxyHeaders?: ReadonlyArray<string>;
  /** IsDevelopment defines whether to mitigate the unwanted effects of the AllowedHosts, SSL, and STS options when developing. */
  readonly isDevelopment?: boolean;
  /** PermissionsPolicy defines the Permissions-Policy header value. */
  readonly permissionsPolicy?: string;
  /** PublicKey is the public key that implements HPKP to prevent MITM attacks with forged certificates. */
  readonly publicKey?: string;
  /** ReferrerPolicy defines the Referrer-Policy header value. */
  readonly referrerPolicy?: string;
  /** Deprecated: */
  readonly sslForceHost?: boolean;
  /** Deprecated: */
  readonly sslHost?: string;
  /** SSLProxyHeaders defines the header keys with associated values that would indicate a valid HTTPS request. */
  readonly sslProxyHeaders?: Readonly<Record<string, string>>;
  /** Deprecated: */
  readonly sslRedirect?: boolean;
  /** Deprecated: */
  readonly sslTemporaryRedirect?: boolean;
  /** STSIncludeSubdomains defines whether the includeSubDomains directive is appended to the Strict-Transport-Security header. */
  readonly stsIncludeSubdomains?: boolean;
  /** STSPreload defines whether the preload flag is appended to the Strict-Transport-Security header. */
  readonly stsPreload?: boolean;
  /** STSSeconds defines the max-age of the Strict-Transport-Security header. */
  readonly stsSeconds?: number;
}

/** InFlightReq holds the in-flight request middleware configuration. */
export interface MiddlewareSpecInFlightReq {
  /** Amount defines the maximum amount of allowed simultaneous in-flight request. */
  readonly amount?: number;
  /** SourceCriterion defines what criterion is used to group requests as originating from a common source. */
  readonly sourceCriterion?: MiddlewareSpecInFlightReqSourceCriterion;
}

/** SourceCriterion defines what criterion is used to group requests as originating from a common source. */
export interface MiddlewareSpecInFlightReqSourceCriterion {
  /** IPStrategy holds the IP strategy configuration used by Traefik to determine the client IP. */
  readonly ipStrategy?: MiddlewareSpecInFlightReqSourceCriterionIpStrategy;
  /** RequestHeaderName defines the name of the header used to group incoming requests. */
  readonly requestHeaderName?: string;
  /** RequestHost defines whether to consider the request Host as the source. */
  readonly requestHost?: boolean;
}

/** IPStrategy holds the IP strategy configuration used by Traefik to determine the client IP. */
export interface MiddlewareSpecInFlightReqSourceCriterionIpStrategy {
  /** Depth tells Traefik to use the X-Forwarded-For header and take the IP located at the depth position (starting from the right). */
  readonly depth?: number;
  /** ExcludedIPs configures Traefik to scan the X-Forwarded-For header and select the first IP not in the list. */
  readonly excludedIPs?: ReadonlyArray<string>;
  /** IPv6Subnet configures Traefik to consider all IPv6 addresses from the defined subnet as originating from the same IP. */
  readonly ipv6Subnet?: number;
}

/** IPAllowList holds the IP allowlist middleware configuration. */
export interface MiddlewareSpecIpAllowList {
  /** IPStrategy holds the IP strategy configuration used by Traefik to determine the client IP. */
  readonly ipStrategy?: MiddlewareSpecInFlightReqSourceCriterionIpStrategy;
  /** RejectStatusCode defines the HTTP status code used for refused requests. */
  readonly rejectStatusCode?: number;
  /** SourceRange defines the set of allowed IPs (or ranges of allowed IPs by using CIDR notation). */
  readonly sourceRange?: ReadonlyArray<string>;
}

/** Deprecated: */
export interface MiddlewareSpecIpWhiteList {
  /** IPStrategy holds the IP strategy configuration used by Traefik to determine the client IP. */
  readonly ipStrategy?: MiddlewareSpecInFlightReqSourceCriterionIpStrategy;
  /** SourceRange defines the set of allowed IPs (or ranges of allowed IPs by using CIDR notation). */
  readonly sourceRange?: ReadonlyArray<string>;
}

/** PassTLSClientCert holds the pass TLS client cert middleware configuration. */
export interface MiddlewareSpecPassTLSClientCert {
  /** Info selects the specific client certificate details you want to add to the X-Forwarded-Tls-Client-Cert-Info header. */
  readonly info?: MiddlewareSpecPassTLSClientCertInfo;
  /** PEM sets the X-Forwarded-Tls-Client-Cert header with the certificate. */
  readonly pem?: boolean;
}

/** Info selects the specific client certificate details you want to add to the X-Forwarded-Tls-Client-Cert-Info header. */
export interface MiddlewareSpecPassTLSClientCertInfo {
  /** Issuer defines the client certificate issuer details to add to the X-Forwarded-Tls-Client-Cert-Info header. */
  readonly issuer?: MiddlewareSpecPassTLSClientCertInfoIssuer;
  /** NotAfter defines whether to add the Not After information from the Validity part. */
  readonly notAfter?: boolean;
  /** NotBefore defines whether to add the Not Before information from the Validity part. */
  readonly notBefore?: boolean;
  /** Sans defines whether to add the Subject Alternative Name information from the Subject Alternative Name part. */
  readonly sans?: boolean;
  /** SerialNumber defines whether to add the client serialNumber information. */
  readonly serialNumber?: boolean;
  /** Subject defines the client certificate subject details to add to the X-Forwarded-Tls-Client-Cert-Info header. */
  readonly subject?: MiddlewareSpecPassTLSClientCertInfoSubject;
}

/** Issuer defines the client certificate issuer details to add to the X-Forwarded-Tls-Client-Cert-Info header. */
export interface MiddlewareSpecPassTLSClientCertInfoIssuer {
  /** CommonName defines whether to add the organizationalUnit information into the issuer. */
  readonly commonName?: boolean;
  /** Country defines whether to add the country information into the issuer. */
  readonly country?: boolean;
  /** DomainComponent defines whether to add the domainComponent information into the issuer. */
  readonly domainComponent?: boolean;
  /** Locality defines whether to add the locality information into the issuer. */
  readonly locality?: boolean;
  /** Organization defines whether to add the organization information into the issuer. */
  readonly organization?: boolean;
  /** Province defines whether to add the province information into the issuer. */
  readonly province?: boolean;
  /** SerialNumber defines whether to add the serialNumber information into the issuer. */
  readonly serialNumber?: boolean;
}

/** Subject defines the client certificate subject details to add to the X-Forwarded-Tls-Client-Cert-Info header. */
export interface MiddlewareSpecPassTLSClientCertInfoSubject {
  /** CommonName defines whether to add the organizationalUnit information into the subject. */
  readonly commonName?: boolean;
  /** Country defines whether to add the country information into the subject. */
  readonly country?: boolean;
  /** DomainComponent defines whether to add the domainComponent information into the subject. */
  readonly domainComponent?: boolean;
  /** Locality defines whether to add the locality information into the subject. */
  readonly locality?: boolean;
  /** Organization defines whether to add the organization information into the subject. */
  readonly organization?: boolean;
  /** OrganizationalUnit defines whether to add the organizationalUnit information into the subject. */
  readonly organizationalUnit?: boolean;
  /** Province defines whether to add the province information into the subject. */
  readonly province?: boolean;
  /** SerialNumber defines whether to add the serialNumber information into the subject. */
  readonly serialNumber?: boolean;
}

/** RateLimit holds the rate limit configuration. */
export interface MiddlewareSpecRateLimit {
  /** Average is the maximum rate, by default in requests/s, allowed for the given source. */
  readonly average?: number;
  /** Burst is the maximum number of requests allowed to arrive in the same arbitrarily small period of time. */
  readonly burst?: number;
  /** Period, in combination with Average, defines the actual maximum rate, such as: */
  readonly period?: IntOrString;
  /** Redis hold the configs of Redis as bucket in rate limiter. */
  readonly redis?: MiddlewareSpecRateLimitRedis;
  /** SourceCriterion defines what criterion is used to group requests as originating from a common source. */
  readonly sourceCriterion?: MiddlewareSpecInFlightReqSourceCriterion;
}

/** Redis hold the configs of Redis as bucket in rate limiter. */
export interface MiddlewareSpecRateLimitRedis {
  /** DB defines the Redis database that will be selected after connecting to the server. */
  readonly db?: number;
  /** DialTimeout sets the timeout for establishing new connections. */
  readonly dialTimeout?: IntOrString;
  /** Endpoints contains either a single address or a seed list of host:port addresses. */
  readonly endpoints?: ReadonlyArray<string>;
  /** MaxActiveConns defines the maximum number of connections allocated by the pool at a given time. */
  readonly maxActiveConns?: number;
  /** MinIdleConns defines the minimum number of idle connections. */
  readonly minIdleConns?: number;
  /** PoolSize defines the initial number of socket connections. */
  readonly poolSize?: number;
  /** ReadTimeout defines the timeout for socket read operations. */
  readonly readTimeout?: IntOrString;
  /** Secret defines the name of the referenced Kubernetes Secret containing Redis credentials. */
  readonly secret?: string;
  /** TLS defines TLS-specific configurations, including the CA, certificate, and key, which can be provided as a file path or file content. */
  readonly tls?: MiddlewareSpecRateLimitRedisTls;
  /** WriteTimeout defines the timeout for socket write operations. */
  readonly writeTimeout?: IntOrString;
}

/** TLS defines TLS-specific configurations, including the CA, certificate, and key, which can be provided as a file path or file content. */
export interface MiddlewareSpecRateLimitRedisTls {
  /** CASecret is the name of the referenced Kubernetes Secret containing the CA to validate the server certificate. */
  readonly caSecret?: string;
  /** CertSecret is the name of the referenced Kubernetes Secret containing the client certificate. */
  readonly certSecret?: string;
  /** InsecureSkipVerify defines whether the server certificates should be validated. */
  readonly insecureSkipVerify?: boolean;
}

/** RedirectRegex holds the redirect regex middleware configuration. */
export interface MiddlewareSpecRedirectRegex {
  /** Permanent defines whether the redirection is permanent (308). */
  readonly permanent?: boolean;
  /** Regex defines the regex used to match and capture elements from the request URL. */
  readonly regex?: string;
  /** Replacement defines how to modify the URL to have the new target URL. */
  readonly replacement?: string;
}

/** RedirectScheme holds the redirect scheme middleware configuration. */
export interface MiddlewareSpecRedirectScheme {
  /** Permanent defines whether the redirection is permanent. */
  readonly permanent?: boolean;
  /** Port defines the port of the new URL. */
  readonly port?: string;
  /** Scheme defines the scheme of the new URL. */
  readonly scheme?: string;
}

/** ReplacePath holds the replace path middleware configuration. */
export interface MiddlewareSpecReplacePath {
  /** Path defines the path to use as replacement in the request URL. */
  readonly path?: string;
}

/** ReplacePathRegex holds the replace path regex middleware configuration. */
export interface MiddlewareSpecReplacePathRegex {
  /** Regex defines the regular expression used to match and capture the path from the request URL. */
  readonly regex?: string;
  /** Replacement defines the replacement path format, which can include captured variables. */
  readonly replacement?: string;
}

/** Retry holds the retry middleware configuration. */
export interface MiddlewareSpecRetry {
  /** Attempts defines how many times the request should be retried. */
  readonly attempts?: number;
  /** DisableRetryOnNetworkError defines whether to disable the retry if an error occurs when transmitting the request to the server. */
  readonly disableRetryOnNetworkError?: boolean;
  /** InitialInterval defines the first wait time in the exponential backoff series. */
  readonly initialInterval?: IntOrString;
  /** MaxRequestBodyBytes defines the maximum size for the request body. */
  readonly maxRequestBodyBytes?: number;
  /** RetryNonIdempotentMethod activates the retry for non-idempotent methods (POST, LOCK, PATCH) */
  readonly retryNonIdempotentMethod?: boolean;
  /** Status defines the range of HTTP status codes to retry on. */
  readonly status?: ReadonlyArray<string>;
  /** Timeout defines how much time the middleware is allowed to retry the request. */
  readonly timeout?: IntOrString;
}

/** StripPrefix holds the strip prefix middleware configuration. */
export interface MiddlewareSpecStripPrefix {
  /** Deprecated: */
  readonly forceSlash?: boolean;
  /** Prefixes defines the prefixes to strip from the request URL. */
  readonly prefixes?: ReadonlyArray<string>;
}

/** StripPrefixRegex holds the strip prefix regex middleware configuration. */
export interface MiddlewareSpecStripPrefixRegex {
  /** Regex defines the regular expression to match the path prefix from the request URL. */
  readonly regex?: ReadonlyArray<string>;
}

/** MiddlewareTCP is the CRD implementation of a Traefik TCP middleware. */
export interface MiddlewareTCP {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'traefik.io/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'MiddlewareTCP';
  readonly metadata: ObjectMeta;
  /** MiddlewareTCPSpec defines the desired state of a MiddlewareTCP. */
  readonly spec: MiddlewareTCPSpec;
}

/** MiddlewareTCPSpec defines the desired state of a MiddlewareTCP. */
export interface MiddlewareTCPSpec {
  /** InFlightConn defines the InFlightConn middleware configuration. */
  readonly inFlightConn?: MiddlewareTCPSpecInFlightConn;
  /** IPAllowList defines the IPAllowList middleware configuration. */
  readonly ipAllowList?: MiddlewareTCPSpecIpAllowList;
  /** IPWhiteList defines the IPWhiteList middleware configuration. */
  readonly ipWhiteList?: MiddlewareTCPSpecIpAllowList;
}

/** InFlightConn defines the InFlightConn middleware configuration. */
export interface MiddlewareTCPSpecInFlightConn {
  /** Amount defines the maximum amount of allowed simultaneous connections. */
  readonly amount?: number;
}

/** IPAllowList defines the IPAllowList middleware configuration. */
export interface MiddlewareTCPSpecIpAllowList {
  /** SourceRange defines the allowed IPs (or ranges of allowed IPs by using CIDR notation). */
  readonly sourceRange?: ReadonlyArray<string>;
}

/** ServersTransport is the CRD implementation of a ServersTransport. */
export interface ServersTransport {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'traefik.io/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'ServersTransport';
  readonly metadata: ObjectMeta;
  /** ServersTransportSpec defines the desired state of a ServersTransport. */
  readonly spec: ServersTransportSpec;
}

/** ServersTransportSpec defines the desired state of a ServersTransport. */
export interface ServersTransportSpec {
  /** CertificatesSecrets defines a list of secret storing client certificates for mTLS. */
  readonly certificatesSecrets?: ReadonlyArray<string>;
  /** CipherSuites defines the cipher suites to use when contacting backend servers. */
  readonly cipherSuites?: ReadonlyArray<string>;
  /** DisableHTTP2 disables HTTP/2 for connections with backend servers. */
  readonly disableHTTP2?: boolean;
  /** ForwardingTimeouts defines the timeouts for requests forwarded to the backend servers. */
  readonly forwardingTimeouts?: ServersTransportSpecForwardingTimeouts;
  /** InsecureSkipVerify disables SSL certificate verification. */
  readonly insecureSkipVerify?: boolean;
  /** MaxIdleConnsPerHost controls the maximum idle (keep-alive) to keep per-host. */
  readonly maxIdleConnsPerHost?: number;
  /** MaxVersion defines the maximum TLS version to use when contacting backend servers. */
  readonly maxVersion?: string;
  /** MinVersion defines the minimum TLS version to use when contacting backend servers. */
  readonly minVersion?: string;
  /** PeerCertURI defines the peer cert URI used to match against SAN URI during the peer certificate verification. */
  readonly peerCertURI?: string;
  /** RootCAs defines a list of CA certificate Secrets or ConfigMaps used to validate server certificates. */
  readonly rootCAs?: ReadonlyArray<ServersTransportSpecRootCAs>;
  /** RootCAsSecrets defines a list of CA secret used to validate self-signed certificate. */
  readonly rootCAsSecrets?: ReadonlyArray<string>;
  /** ServerName defines the server name used to contact the server. */
  readonly serverName?: string;
  /** Spiffe defines the SPIFFE configuration. */
  readonly spiffe?: ServersTransportSpecSpiffe;
}

/** ForwardingTimeouts defines the timeouts for requests forwarded to the backend servers. */
export interface ServersTransportSpecForwardingTimeouts {
  /** DialTimeout is the amount of time to wait until a connection to a backend server can be established. */
  readonly dialTimeout?: IntOrString;
  /** IdleConnTimeout is the maximum period for which an idle HTTP keep-alive connection will remain open before closing itself. */
  readonly idleConnTimeout?: IntOrString;
  /** PingTimeout is the timeout after which the HTTP/2 connection will be closed if a response to ping is not received. */
  readonly pingTimeout?: IntOrString;
  /** ReadIdleTimeout is the timeout after which a health check using ping frame will be carried out if no frame is received on the HTTP/2 … */
  readonly readIdleTimeout?: IntOrString;
  /** ResponseHeaderTimeout is the amount of time to wait for a server's response headers after fully writing the request (including its body, … */
  readonly responseHeaderTimeout?: IntOrString;
}

/** RootCA defines a reference to a Secret or a ConfigMap that holds a CA certificate. */
export interface ServersTransportSpecRootCAs {
  /** ConfigMap defines the name of a ConfigMap that holds a CA certificate. */
  readonly configMap?: string;
  /** Secret defines the name of a Secret that holds a CA certificate. */
  readonly secret?: string;
}

/** Spiffe defines the SPIFFE configuration. */
export interface ServersTransportSpecSpiffe {
  /** IDs defines the allowed SPIFFE IDs (takes precedence over the SPIFFE TrustDomain). */
  readonly ids?: ReadonlyArray<string>;
  /** TrustDomain defines the allowed SPIFFE trust domain. */
  readonly trustDomain?: string;
}

/** ServersTransportTCP is the CRD implementation of a TCPServersTransport. */
export interface ServersTransportTCP {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'traefik.io/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'ServersTransportTCP';
  readonly metadata: ObjectMeta;
  /** ServersTransportTCPSpec defines the desired state of a ServersTransportTCP. */
  readonly spec: ServersTransportTCPSpec;
}

/** ServersTransportTCPSpec defines the desired state of a ServersTransportTCP. */
export interface ServersTransportTCPSpec {
  /** DialKeepAlive is the interval between keep-alive probes for an active network connection. */
  readonly dialKeepAlive?: IntOrString;
  /** DialTimeout is the amount of time to wait until a connection to a backend server can be established. */
  readonly dialTimeout?: IntOrString;
  /** ProxyProtocol holds the PROXY Protocol configuration. */
  readonly proxyProtocol?: IngressRouteTCPSpecRoutesServicesProxyProtocol;
  /** TerminationDelay defines the delay to wait before fully terminating the connection, after one connected peer has closed its writing … */
  readonly terminationDelay?: IntOrString;
  /** TLS defines the TLS configuration */
  readonly tls?: ServersTransportTCPSpecTls;
}

/** TLS defines the TLS configuration */
export interface ServersTransportTCPSpecTls {
  /** CertificatesSecrets defines a list of secret storing client certificates for mTLS. */
  readonly certificatesSecrets?: ReadonlyArray<string>;
  /** InsecureSkipVerify disables TLS certificate verification. */
  readonly insecureSkipVerify?: boolean;
  /** MaxIdleConnsPerHost controls the maximum idle (keep-alive) to keep per-host. */
  readonly peerCertURI?: string;
  /** RootCAs defines a list of CA certificate Secrets or ConfigMaps used to validate server certificates. */
  readonly rootCAs?: ReadonlyArray<ServersTransportSpecRootCAs>;
  /** RootCAsSecrets defines a list of CA secret used to validate self-signed certificate. */
  readonly rootCAsSecrets?: ReadonlyArray<string>;
  /** ServerName defines the server name used to contact the server. */
  readonly serverName?: string;
  /** Spiffe defines the SPIFFE configuration. */
  readonly spiffe?: ServersTransportSpecSpiffe;
}

/** TLSOption is the CRD implementation of a Traefik TLS Option, allowing to configure some parameters of the TLS connection. */
export interface TLSOption {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'traefik.io/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'TLSOption';
  readonly metadata: ObjectMeta;
  /** TLSOptionSpec defines the desired state of a TLSOption. */
  readonly spec: TLSOptionSpec;
}

/** TLSOptionSpec defines the desired state of a TLSOption. */
export interface TLSOptionSpec {
  /** ALPNProtocols defines the list of supported application level protocols for the TLS handshake, in order of preference. */
  readonly alpnProtocols?: ReadonlyArray<string>;
  /** CipherSuites defines the list of supported cipher suites for TLS versions up to TLS 1.2. */
  readonly cipherSuites?: ReadonlyArray<string>;
  /** ClientAuth defines the server's policy for TLS Client Authentication. */
  readonly clientAuth?: TLSOptionSpecClientAuth;
  /** CurvePreferences defines the preferred elliptic curves. */
  readonly curvePreferences?: ReadonlyArray<string>;
  /** DisableSessionTickets disables TLS session resumption via session tickets. */
  readonly disableSessionTickets?: boolean;
  /** MaxVersion defines the maximum TLS version that Traefik will accept. */
  readonly maxVersion?: string;
  /** MinVersion defines the minimum TLS version that Traefik will accept. */
  readonly minVersion?: string;
  /** PreferServerCipherSuites defines whether the server chooses a cipher suite among his own instead of among the client's. */
  readonly preferServerCipherSuites?: boolean;
  /** SniStrict defines whether Traefik allows connections from clients connections that do not specify a server_name extension. */
  readonly sniStrict?: boolean;
}

/** ClientAuth defines the server's policy for TLS Client Authentication. */
export interface TLSOptionSpecClientAuth {
  /** ClientAuthType defines the client authentication type to apply. */
  readonly clientAuthType?:
    | 'NoClientCert'
    | 'RequestClientCert'
    | 'RequireAnyClientCert'
    | 'VerifyClientCertIfGiven'
    | 'RequireAndVerifyClientCert';
  /** SecretNames defines the names of the referenced Kubernetes Secret storing certificate details. */
  readonly secretNames?: ReadonlyArray<string>;
}

/** TLSStore is the CRD implementation of a Traefik TLS Store. */
export interface TLSStore {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'traefik.io/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'TLSStore';
  readonly metadata: ObjectMeta;
  /** TLSStoreSpec defines the desired state of a TLSStore. */
  readonly spec: TLSStoreSpec;
}

/** TLSStoreSpec defines the desired state of a TLSStore. */
export interface TLSStoreSpec {
  /** Certificates is a list of secret names, each secret holding a key/certificate pair to add to the store. */
  readonly certificates?: ReadonlyArray<TLSStoreSpecCertificates>;
  /** DefaultCertificate defines the default certificate configuration. */
  readonly defaultCertificate?: TLSStoreSpecCertificates;
  /** DefaultGeneratedCert defines the default generated certificate configuration. */
  readonly defaultGeneratedCert?: TLSStoreSpecDefaultGeneratedCert;
}

/** Certificate holds a secret name for the TLSStore resource. */
export interface TLSStoreSpecCertificates {
  /** SecretName is the name of the referenced Kubernetes Secret to specify the certificate details. */
  readonly secretName: string;
}

/** DefaultGeneratedCert defines the default generated certificate configuration. */
export interface TLSStoreSpecDefaultGeneratedCert {
  /** Domain is the domain definition for the DefaultCertificate. */
  readonly domain?: IngressRouteSpecTlsDomains;
  /** Resolver is the name of the resolver that will be used to issue the DefaultCertificate. */
  readonly resolver?: string;
}

/** TraefikService is the CRD implementation of a Traefik Service. */
export interface TraefikService {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'traefik.io/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'TraefikService';
  readonly metadata: ObjectMeta;
  /** TraefikServiceSpec defines the desired state of a TraefikService. */
  readonly spec: TraefikServiceSpec;
}

/** TraefikServiceSpec defines the desired state of a TraefikService. */
export interface TraefikServiceSpec {
  /** Failover defines the Failover service configuration. */
  readonly failover?: TraefikServiceSpecFailover;
  /** HighestRandomWeight defines the highest random weight service configuration. */
  readonly highestRandomWeight?: TraefikServiceSpecHighestRandomWeight;
  /** Mirroring defines the Mirroring service configuration. */
  readonly mirroring?: TraefikServiceSpecMirroring;
  /** Weighted defines the Weighted Round Robin configuration. */
  readonly weighted?: TraefikServiceSpecWeighted;
}

/** Failover defines the Failover service configuration. */
export interface TraefikServiceSpecFailover {
  /** Errors defines which errors should trigger the use of the fallback service. */
  readonly errors: TraefikServiceSpecFailoverErrors;
  /** Fallback defines the fallback service to use when the main service returns an error. */
  readonly fallback: IngressRouteSpecRoutesServices;
  /** Service defines the main service to use. */
  readonly service: IngressRouteSpecRoutesServices;
}

/** Errors defines which errors should trigger the use of the fallback service. */
export interface TraefikServiceSpecFailoverErrors {
  /** MaxRequestBodyBytes defines the maximum size allowed for the body of the request. */
  readonly maxRequestBodyBytes?: number;
  /** Status defines the list of status code ranges for which the fallback service should be used. */
  readonly status?: ReadonlyArray<string>;
}

/** HighestRandomWeight defines the highest random weight service configuration. */
export interface TraefikServiceSpecHighestRandomWeight {
  /** Services defines the list of Kubernetes Service and/or TraefikService to load-balance, with weight. */
  readonly services?: ReadonlyArray<IngressRouteSpecRoutesServices>;
}

/** Mirroring defines the Mirroring service configuration. */
export interface TraefikServiceSpecMirroring {
  /** Healthcheck defines health checks for ExternalName services. */
  readonly healthCheck?: IngressRouteSpecRoutesServicesHealthCheck;
  /** Kind defines the kind of the Service. */
  readonly kind?: 'Service' | 'TraefikService';
  /** MaxBodySize defines the maximum size allowed for the body of the request. */
  readonly maxBodySize?: number;
  /** Middlewares defines the list of references to Middleware resources to apply to the service. */
  readonly middlewares?: ReadonlyArray<IngressRouteSpecParentRefs>;
  /** MirrorBody defines whether the body of the request should be mirrored. */
  readonly mirrorBody?: boolean;
  /** Mirrors defines the list of mirrors where Traefik will duplicate the traffic. */
  readonly mirrors?: ReadonlyArray<TraefikServiceSpecMirroringMirrors>;
  /** Name defines the name of the referenced Kubernetes Service or TraefikService. */
  readonly name: string;
  /** Namespace defines the namespace of the referenced Kubernetes Service or TraefikService. */
  readonly namespace?: string;
  /** NativeLB controls, when creating the load-balancer, whether the LB's children are directly the pods IPs or if the only child is the … */
  readonly nativeLB?: boolean;
  /** NodePortLB controls, when creating the load-balancer, whether the LB's children are directly the nodes internal IPs using the nodePort … */
  readonly nodePortLB?: boolean;
  /** PassHostHeader defines whether the client Host header is forwarded to the upstream Kubernetes Service. */
  readonly passHostHeader?: boolean;
  /** PassiveHealthCheck defines passive health checks for ExternalName services. */
  readonly passiveHealthCheck?: IngressRouteSpecRoutesServicesPassiveHealthCheck;
  /** Port defines the port of a Kubernetes Service. */
  readonly port?: IntOrString;
  /** ResponseForwarding defines how Traefik forwards the response from the upstream Kubernetes Service to the client. */
  readonly responseForwarding?: IngressRouteSpecRoutesServicesResponseForwarding;
  /** Scheme defines the scheme to use for the request to the upstream Kubernetes Service. */
  readonly scheme?: string;
  /** ServersTransport defines the name of ServersTransport resource to use. */
  readonly serversTransport?: string;
  /** Sticky defines the sticky sessions configuration. */
  readonly sticky?: IngressRouteSpecRoutesServicesSticky;
  /** Strategy defines the load balancing strategy between the servers. */
  readonly strategy?: 'wrr' | 'p2c' | 'hrw' | 'leasttime' | 'RoundRobin';
  /** Weight defines the weight and should only be specified when Name references a TraefikService object (and to be precise, one that embeds a … */
  readonly weight?: number;
}

/** MirrorService holds the mirror configuration. */
export interface TraefikServiceSpecMirroringMirrors {
  /** Healthcheck defines health checks for ExternalName services. */
  readonly healthCheck?: IngressRouteSpecRoutesServicesHealthCheck;
  /** Kind defines the kind of the Service. */
  readonly kind?: 'Service' | 'TraefikService';
  /** Middlewares defines the list of references to Middleware resources to apply to the service. */
  readonly middlewares?: ReadonlyArray<IngressRouteSpecParentRefs>;
  /** Name defines the name of the referenced Kubernetes Service or TraefikService. */
  readonly name: string;
  /** Namespace defines the namespace of the referenced Kubernetes Service or TraefikService. */
  readonly namespace?: string;
  /** NativeLB controls, when creating the load-balancer, whether the LB's children are directly the pods IPs or if the only child is the … */
  readonly nativeLB?: boolean;
  /** NodePortLB controls, when creating the load-balancer, whether the LB's children are directly the nodes internal IPs using the nodePort … */
  readonly nodePortLB?: boolean;
  /** PassHostHeader defines whether the client Host header is forwarded to the upstream Kubernetes Service. */
  readonly passHostHeader?: boolean;
  /** PassiveHealthCheck defines passive health checks for ExternalName services. */
  readonly passiveHealthCheck?: IngressRouteSpecRoutesServicesPassiveHealthCheck;
  /** Percent defines the part of the traffic to mirror. */
  readonly percent?: number;
  /** Port defines the port of a Kubernetes Service. */
  readonly port?: IntOrString;
  /** ResponseForwarding defines how Traefik forwards the response from the upstream Kubernetes Service to the client. */
  readonly responseForwarding?: IngressRouteSpecRoutesServicesResponseForwarding;
  /** Scheme defines the scheme to use for the request to the upstream Kubernetes Service. */
  readonly scheme?: string;
  /** ServersTransport defines the name of ServersTransport resource to use. */
  readonly serversTransport?: string;
  /** Sticky defines the sticky sessions configuration. */
  readonly sticky?: IngressRouteSpecRoutesServicesSticky;
  /** Strategy defines the load balancing strategy between the servers. */
  readonly strategy?: 'wrr' | 'p2c' | 'hrw' | 'leasttime' | 'RoundRobin';
  /** Weight defines the weight and should only be specified when Name references a TraefikService object (and to be precise, one that embeds a … */
  readonly weight?: number;
}

/** Weighted defines the Weighted Round Robin configuration. */
export interface TraefikServiceSpecWeighted {
  /** Services defines the list of Kubernetes Service and/or TraefikService to load-balance, with weight. */
  readonly services?: ReadonlyArray<IngressRouteSpecRoutesServices>;
  /** Sticky defines whether sticky sessions are enabled. */
  readonly sticky?: IngressRouteSpecRoutesServicesSticky;
}
