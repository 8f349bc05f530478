// Written by `npm run imports`; change imports/write, not this file.

// Types of sigs.k8s.io/gateway-api 1.6.1.
import type { ObjectMeta } from './k8s';

/** BackendTLSPolicy provides a way to configure how a Gateway connects to a Backend via TLS. */
export interface BackendTLSPolicy {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'gateway.networking.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'BackendTLSPolicy';
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of BackendTLSPolicy. */
  readonly spec: BackendTLSPolicySpec;
}

/** Spec defines the desired state of BackendTLSPolicy. */
export interface BackendTLSPolicySpec {
  /** Options are a list of key/value pairs to enable extended TLS configuration for each implementation. */
  readonly options?: Readonly<Record<string, string>>;
  /** TargetRefs identifies an API object to apply the policy to. */
  readonly targetRefs: ReadonlyArray<BackendTLSPolicySpecTargetRefs>;
  /** Validation contains backend TLS validation configuration. */
  readonly validation: BackendTLSPolicySpecValidation;
}

/** LocalPolicyTargetReferenceWithSectionName identifies an API object to apply a direct policy to. */
export interface BackendTLSPolicySpecTargetRefs {
  /** Group is the group of the target resource. */
  readonly group: string;
  /** Kind is kind of the target resource. */
  readonly kind: string;
  /** Name is the name of the target resource. */
  readonly name: string;
  /** SectionName is the name of a section within the target resource. */
  readonly sectionName?: string;
}

/** Validation contains backend TLS validation configuration. */
export interface BackendTLSPolicySpecValidation {
  /** CACertificateRefs contains one or more references to Kubernetes objects that contain a PEM-encoded TLS CA certificate bundle, which is … */
  readonly caCertificateRefs?: ReadonlyArray<BackendTLSPolicySpecValidationCaCertificateRefs>;
  /** Hostname is used for two purposes in the connection between Gateways and backends: */
  readonly hostname: string;
  /** SubjectAltNames contains one or more Subject Alternative Names. */
  readonly subjectAltNames?: ReadonlyArray<BackendTLSPolicySpecValidationSubjectAltNames>;
  /** WellKnownCACertificates specifies whether a well-known set of CA certificates may be used in the TLS handshake between the gateway and … */
  readonly wellKnownCACertificates?: string;
}

/** LocalObjectReference identifies an API object within the namespace of the referrer. */
export interface BackendTLSPolicySpecValidationCaCertificateRefs {
  /** Group is the group of the referent. */
  readonly group: string;
  /** Kind is kind of the referent. */
  readonly kind: string;
  /** Name is the name of the referent. */
  readonly name: string;
}

/** SubjectAltName represents Subject Alternative Name. */
export interface BackendTLSPolicySpecValidationSubjectAltNames {
  /** Hostname contains Subject Alternative Name specified in DNS name format. */
  readonly hostname?: string;
  /** Type determines the format of the Subject Alternative Name. */
  readonly type: 'Hostname' | 'URI';
  /** URI contains Subject Alternative Name specified in a full URI format. */
  readonly uri?: string;
}

/** GRPCRoute provides a way to route gRPC requests. */
export interface GRPCRoute {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'gateway.networking.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'GRPCRoute';
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of GRPCRoute. */
  readonly spec: GRPCRouteSpec;
}

/** Spec defines the desired state of GRPCRoute. */
export interface GRPCRouteSpec {
  /** Hostnames defines a set of hostnames to match against the GRPC Host header to select a GRPCRoute to process the request. */
  readonly hostnames?: ReadonlyArray<string>;
  /** ParentRefs references the resources (usually Gateways) that a Route wants to be attached to. */
  readonly parentRefs?: ReadonlyArray<GRPCRouteSpecParentRefs>;
  /** Rules are a list of GRPC matchers, filters and actions. */
  readonly rules?: ReadonlyArray<GRPCRouteSpecRules>;
}

/** ParentReference identifies an API object (usually a Gateway) that can be considered a parent of this resource (usually a route). */
export interface GRPCRouteSpecParentRefs {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace?: string;
  /** Port is the network port this Route targets. */
  readonly port?: number;
  /** SectionName is the name of a section within the target resource. */
  readonly sectionName?: string;
}

/** GRPCRouteRule defines the semantics for matching a gRPC request based on conditions (matches), processing it (filters), and forwarding the … */
export interface GRPCRouteSpecRules {
  /** BackendRefs defines the backend(s) where matching requests should be sent. */
  readonly backendRefs?: ReadonlyArray<GRPCRouteSpecRulesBackendRefs>;
  /** Filters define the filters that are applied to requests that match this rule. */
  readonly filters?: ReadonlyArray<GRPCRouteSpecRulesBackendRefsFilters>;
  /** Matches define conditions used for matching the rule against incoming gRPC requests. */
  readonly matches?: ReadonlyArray<GRPCRouteSpecRulesMatches>;
  /** Name is the name of the route rule. */
  readonly name?: string;
}

/** GRPCBackendRef defines how a GRPCRoute forwards a gRPC request. */
export interface GRPCRouteSpecRulesBackendRefs {
  /** Filters defined at this level MUST be executed if and only if the request is being forwarded to the backend defined here. */
  readonly filters?: ReadonlyArray<GRPCRouteSpecRulesBackendRefsFilters>;
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
  /** Weight specifies the proportion of requests forwarded to the referenced backend. */
  readonly weight?: number;
}

/** GRPCRouteFilter defines processing steps that must be completed during the request or response lifecycle. */
export interface GRPCRouteSpecRulesBackendRefsFilters {
  /** ExtensionRef is an optional, implementation-specific extension to the "filter" behavior. */
  readonly extensionRef?: BackendTLSPolicySpecValidationCaCertificateRefs;
  /** RequestHeaderModifier defines a schema for a filter that modifies request headers. */
  readonly requestHeaderModifier?: GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifier;
  /** RequestMirror defines a schema for a filter that mirrors requests. */
  readonly requestMirror?: GRPCRouteSpecRulesBackendRefsFiltersRequestMirror;
  /** ResponseHeaderModifier defines a schema for a filter that modifies response headers. */
  readonly responseHeaderModifier?: GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifier;
  /** Type identifies the type of filter to apply. */
  readonly type: 'ResponseHeaderModifier' | 'RequestHeaderModifier' | 'RequestMirror' | 'ExtensionRef';
}

/** RequestHeaderModifier defines a schema for a filter that modifies request headers. */
export interface GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifier {
  /** Add adds the given header(s) (name, value) to the request before the action. */
  readonly add?: ReadonlyArray<GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifierAdd>;
  /** Remove the given header(s) from the HTTP request before the action. */
  readonly remove?: ReadonlyArray<string>;
  /** Set overwrites the request with the given header (name, value) before the action. */
  readonly set?: ReadonlyArray<GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifierAdd>;
}

/** HTTPHeader represents an HTTP Header name and value as defined by RFC 7230. */
export interface GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifierAdd {
  /** Name is the name of the HTTP Header to be matched. */
  readonly name: string;
  /** Value is the value of HTTP Header to be matched. */
  readonly value: string;
}

/** RequestMirror defines a schema for a filter that mirrors requests. */
export interface GRPCRouteSpecRulesBackendRefsFiltersRequestMirror {
  /** BackendRef references a resource where mirrored requests are sent. */
  readonly backendRef: GRPCRouteSpecRulesBackendRefsFiltersRequestMirrorBackendRef;
  /** Fraction represents the fraction of requests that should be mirrored to BackendRef. */
  readonly fraction?: GRPCRouteSpecRulesBackendRefsFiltersRequestMirrorFraction;
  /** Percent represents the percentage of requests that should be mirrored to BackendRef. */
  readonly percent?: number;
}

/** BackendRef references a resource where mirrored requests are sent. */
export interface GRPCRouteSpecRulesBackendRefsFiltersRequestMirrorBackendRef {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
}

/** Fraction represents the fraction of requests that should be mirrored to BackendRef. */
export interface GRPCRouteSpecRulesBackendRefsFiltersRequestMirrorFraction {
  readonly denominator?: number;
  readonly numerator: number;
}

/** GRPCRouteMatch defines the predicate used to match requests to a given action. */
export interface GRPCRouteSpecRulesMatches {
  /** Headers specifies gRPC request header matchers. */
  readonly headers?: ReadonlyArray<GRPCRouteSpecRulesMatchesHeaders>;
  /** Method specifies a gRPC request service/method matcher. */
  readonly method?: GRPCRouteSpecRulesMatchesMethod;
}

/** GRPCHeaderMatch describes how to select a gRPC route by matching gRPC request headers. */
export interface GRPCRouteSpecRulesMatchesHeaders {
  /** Name is the name of the gRPC Header to be matched. */
  readonly name: string;
  /** Type specifies how to match against the value of the header. */
  readonly type?: 'Exact' | 'RegularExpression';
  /** Value is the value of the gRPC Header to be matched. */
  readonly value: string;
}

/** Method specifies a gRPC request service/method matcher. */
export interface GRPCRouteSpecRulesMatchesMethod {
  /** Value of the method to match against. */
  readonly method?: string;
  /** Value of the service to match against. */
  readonly service?: string;
  /** Type specifies how to match against the service and/or method. */
  readonly type?: 'Exact' | 'RegularExpression';
}

/** Gateway represents an instance of a service-traffic handling infrastructure by binding Listeners to a set of IP addresses. */
export interface Gateway {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'gateway.networking.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'Gateway';
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of Gateway. */
  readonly spec: GatewaySpec;
}

/** Spec defines the desired state of Gateway. */
export interface GatewaySpec {
  /** Addresses requested for this Gateway. */
  readonly addresses?: ReadonlyArray<GatewaySpecAddresses>;
  /** AllowedListeners defines which ListenerSets can be attached to this Gateway. */
  readonly allowedListeners?: GatewaySpecAllowedListeners;
  /** GatewayClassName used for this Gateway. */
  readonly gatewayClassName: string;
  /** Infrastructure defines infrastructure level attributes about this Gateway instance. */
  readonly infrastructure?: GatewaySpecInfrastructure;
  /** Listeners associated with this Gateway. */
  readonly listeners: ReadonlyArray<GatewaySpecListeners>;
  /** TLS specifies frontend and backend tls configuration for entire gateway. */
  readonly tls?: GatewaySpecTls;
}

/** GatewaySpecAddress describes an address that can be bound to a Gateway. */
export interface GatewaySpecAddresses {
  /** Type of the address. */
  readonly type?: string;
  /** When a value is unspecified, an implementation SHOULD automatically assign an address matching the requested type if possible. */
  readonly value?: string;
}

/** AllowedListeners defines which ListenerSets can be attached to this Gateway. */
export interface GatewaySpecAllowedListeners {
  /** Namespaces defines which namespaces ListenerSets can be attached to this Gateway. */
  readonly namespaces?: GatewaySpecAllowedListenersNamespaces;
}

/** Namespaces defines which namespaces ListenerSets can be attached to this Gateway. */
export interface GatewaySpecAllowedListenersNamespaces {
  /** From indicates where ListenerSets can attach to this Gateway. */
  readonly from?: 'All' | 'Selector' | 'Same' | 'None';
  /** Selector must be specified when From is set to "Selector". */
  readonly selector?: GatewaySpecAllowedListenersNamespacesSelector;
}

/** Selector must be specified when From is set to "Selector". */
export interface GatewaySpecAllowedListenersNamespacesSelector {
  /** matchExpressions is a list of label selector requirements. */
  readonly matchExpressions?: ReadonlyArray<GatewaySpecAllowedListenersNamespacesSelectorMatchExpressions>;
  /** matchLabels is a map of {key,value} pairs. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** A label selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface GatewaySpecAllowedListenersNamespacesSelectorMatchExpressions {
  /** key is the label key that the selector applies to. */
  readonly key: string;
  /** operator represents a key's relationship to a set of values. */
  readonly operator: string;
  /** values is an array of string values. */
  readonly values?: ReadonlyArray<string>;
}

/** Infrastructure defines infrastructure level attributes about this Gateway instance. */
export interface GatewaySpecInfrastructure {
  /** Annotations that SHOULD be applied to any resources created in response to this Gateway. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Labels that SHOULD be applied to any resources created in response to this Gateway. */
  readonly labels?: Readonly<Record<string, string>>;
  /** ParametersRef is a reference to a resource that contains the configuration parameters corresponding to the Gateway. */
  readonly parametersRef?: BackendTLSPolicySpecValidationCaCertificateRefs;
}

/** Listener embodies the concept of a logical endpoint where a Gateway accepts network connections. */
export interface GatewaySpecListeners {
  /** AllowedRoutes defines the types of routes that MAY be attached to a Listener and the trusted namespaces where those Route resources MAY be … */
  readonly allowedRoutes?: GatewaySpecListenersAllowedRoutes;
  /** Hostname specifies the virtual hostname to match for protocol types that define this concept. */
  readonly hostname?: string;
  /** Name is the name of the Listener. */
  readonly name: string;
  /** Port is the network port. */
  readonly port: number;
  /** Protocol specifies the network protocol this listener expects to receive. */
  readonly protocol: string;
  /** TLS is the TLS configuration for the Listener. */
  readonly tls?: GatewaySpecListenersTls;
}

/** AllowedRoutes defines the types of routes that MAY be attached to a Listener and the trusted namespaces where those Route resources MAY be … */
export interface GatewaySpecListenersAllowedRoutes {
  /** Kinds specifies the groups and kinds of Routes that are allowed to bind to this Gateway Listener. */
  readonly kinds?: ReadonlyArray<GatewaySpecListenersAllowedRoutesKinds>;
  /** Namespaces indicates namespaces from which Routes may be attached to this Listener. */
  readonly namespaces?: GatewaySpecListenersAllowedRoutesNamespaces;
}

/** RouteGroupKind indicates the group and kind of a Route resource. */
export interface GatewaySpecListenersAllowedRoutesKinds {
  /** Group is the group of the Route. */
  readonly group?: string;
  /** Kind is the kind of the Route. */
  readonly kind: string;
}

/** Namespaces indicates namespaces from which Routes may be attached to this Listener. */
export interface GatewaySpecListenersAllowedRoutesNamespaces {
  /** From indicates where Routes will be selected for this Gateway. */
  readonly from?: 'All' | 'Selector' | 'Same';
  /** Selector must be specified when From is set to "Selector". */
  readonly selector?: GatewaySpecAllowedListenersNamespacesSelector;
}

/** TLS is the TLS configuration for the Listener. */
export interface GatewaySpecListenersTls {
  /** CertificateRefs contains a series of references to Kubernetes objects that contains TLS certificates and private keys. */
  readonly certificateRefs?: ReadonlyArray<GatewaySpecListenersTlsCertificateRefs>;
  /** Mode defines the TLS behavior for the TLS session initiated by the client. */
  readonly mode?: 'Terminate' | 'Passthrough';
  /** Options are a list of key/value pairs to enable extended TLS configuration for each implementation. */
  readonly options?: Readonly<Record<string, string>>;
}

/** SecretObjectReference identifies an API object including its namespace, defaulting to Secret. */
export interface GatewaySpecListenersTlsCertificateRefs {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name: string;
  /** Namespace is the namespace of the referenced object. */
  readonly namespace?: string;
}

/** TLS specifies frontend and backend tls configuration for entire gateway. */
export interface GatewaySpecTls {
  /** Backend describes TLS configuration for gateway when connecting to backends. */
  readonly backend?: GatewaySpecTlsBackend;
  /** Frontend describes TLS config when client connects to Gateway. */
  readonly frontend?: GatewaySpecTlsFrontend;
}

/** Backend describes TLS configuration for gateway when connecting to backends. */
export interface GatewaySpecTlsBackend {
  /** ClientCertificateRef references an object that contains a client certificate and its associated private key. */
  readonly clientCertificateRef?: GatewaySpecListenersTlsCertificateRefs;
}

/** Frontend describes TLS config when client connects to Gateway. */
export interface GatewaySpecTlsFrontend {
  /** Default specifies the default client certificate validation configuration for all Listeners handling HTTPS traffic, unless a per-port … */
  readonly default: GatewaySpecTlsFrontendDefault;
  /** PerPort specifies tls configuration assigned per port. */
  readonly perPort?: ReadonlyArray<GatewaySpecTlsFrontendPerPort>;
}

/** Default specifies the default client certificate validation configuration for all Listeners handling HTTPS traffic, unless a per-port … */
export interface GatewaySpecTlsFrontendDefault {
  /** Validation holds configuration information for validating the frontend (client). */
  readonly validation?: GatewaySpecTlsFrontendDefaultValidation;
}

/** Validation holds configuration information for validating the frontend (client). */
export interface GatewaySpecTlsFrontendDefaultValidation {
  /** CACertificateRefs contains one or more references to Kubernetes objects that contain a PEM-encoded TLS CA certificate bundle, which is … */
  readonly caCertificateRefs: ReadonlyArray<GatewaySpecTlsFrontendDefaultValidationCaCertificateRefs>;
  /** FrontendValidationMode defines the mode for validating the client certificate. */
  readonly mode?: 'AllowValidOnly' | 'AllowInsecureFallback';
}

/** ObjectReference identifies an API object including its namespace. */
export interface GatewaySpecTlsFrontendDefaultValidationCaCertificateRefs {
  /** Group is the group of the referent. */
  readonly group: string;
  /** Kind is kind of the referent. */
  readonly kind: string;
  /** Name is the name of the referent. */
  readonly name: string;
  /** Namespace is the namespace of the referenced object. */
  readonly namespace?: string;
}

export interface GatewaySpecTlsFrontendPerPort {
  /** The Port indicates the Port Number to which the TLS configuration will be applied. */
  readonly port: number;
  /** TLS store the configuration that will be applied to all Listeners handling HTTPS traffic and matching given port. */
  readonly tls: GatewaySpecTlsFrontendDefault;
}

/** HTTPRoute provides a way to route HTTP requests. */
export interface HTTPRoute {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'gateway.networking.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'HTTPRoute';
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of HTTPRoute. */
  readonly spec: HTTPRouteSpec;
}

/** Spec defines the desired state of HTTPRoute. */
export interface HTTPRouteSpec {
  /** Hostnames defines a set of hostnames that should match against the HTTP Host header to select a HTTPRoute used to process the request. */
  readonly hostnames?: ReadonlyArray<string>;
  /** ParentRefs references the resources (usually Gateways) that a Route wants to be attached to. */
  readonly parentRefs?: ReadonlyArray<GRPCRouteSpecParentRefs>;
  /** Rules are a list of HTTP matchers, filters and actions. */
  readonly rules?: ReadonlyArray<HTTPRouteSpecRules>;
}

/** HTTPRouteRule defines semantics for matching an HTTP request based on conditions (matches), processing it (filters), and forwarding the … */
export interface HTTPRouteSpecRules {
  /** BackendRefs defines the backend(s) where matching requests should be sent. */
  readonly backendRefs?: ReadonlyArray<HTTPRouteSpecRulesBackendRefs>;
  /** Filters define the filters that are applied to requests that match this rule. */
  readonly filters?: ReadonlyArray<HTTPRouteSpecRulesBackendRefsFilters>;
  /** Matches define conditions used for matching the rule against incoming HTTP requests. */
  readonly matches?: ReadonlyArray<HTTPRouteSpecRulesMatches>;
  /** Name is the name of the route rule. */
  readonly name?: string;
  /** Timeouts defines the timeouts that can be configured for an HTTP request. */
  readonly timeouts?: HTTPRouteSpecRulesTimeouts;
}

/** HTTPBackendRef defines how a HTTPRoute forwards a HTTP request. */
export interface HTTPRouteSpecRulesBackendRefs {
  /** Filters defined at this level should be executed if and only if the request is being forwarded to the backend defined here. */
  readonly filters?: ReadonlyArray<HTTPRouteSpecRulesBackendRefsFilters>;
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
  /** Weight specifies the proportion of requests forwarded to the referenced backend. */
  readonly weight?: number;
}

/** HTTPRouteFilter defines processing steps that must be completed during the request or response lifecycle. */
export interface HTTPRouteSpecRulesBackendRefsFilters {
  /** CORS defines a schema for a filter that responds to the cross-origin request based on HTTP response header. */
  readonly cors?: HTTPRouteSpecRulesBackendRefsFiltersCors;
  /** ExtensionRef is an optional, implementation-specific extension to the "filter" behavior. */
  readonly extensionRef?: BackendTLSPolicySpecValidationCaCertificateRefs;
  /** RequestHeaderModifier defines a schema for a filter that modifies request headers. */
  readonly requestHeaderModifier?: GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifier;
  /** RequestMirror defines a schema for a filter that mirrors requests. */
  readonly requestMirror?: GRPCRouteSpecRulesBackendRefsFiltersRequestMirror;
  /** RequestRedirect defines a schema for a filter that responds to the request with an HTTP redirection. */
  readonly requestRedirect?: HTTPRouteSpecRulesBackendRefsFiltersRequestRedirect;
  /** ResponseHeaderModifier defines a schema for a filter that modifies response headers. */
  readonly responseHeaderModifier?: GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifier;
  /** Type identifies the type of filter to apply. */
  readonly type:
    | 'RequestHeaderModifier'
    | 'ResponseHeaderModifier'
    | 'RequestMirror'
    | 'RequestRedirect'
    | 'URLRewrite'
    | 'ExtensionRef'
    | 'CORS';
  /** URLRewrite defines a schema for a filter that modifies a request during forwarding. */
  readonly urlRewrite?: HTTPRouteSpecRulesBackendRefsFiltersUrlRewrite;
}

/** CORS defines a schema for a filter that responds to the cross-origin request based on HTTP response header. */
export interface HTTPRouteSpecRulesBackendRefsFiltersCors {
  /** AllowCredentials indicates whether the actual cross-origin request allows to include credentials. */
  readonly allowCredentials?: boolean;
  /** AllowHeaders indicates which HTTP request headers are supported for accessing the requested resource. */
  readonly allowHeaders?: ReadonlyArray<string>;
  /** AllowMethods indicates which HTTP methods are supported for accessing the requested resource. */
  readonly allowMethods?: ReadonlyArray<
    'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH' | '*'
  >;
  /** AllowOrigins indicates whether the response can be shared with requested resource from the given `Origin`. */
  readonly allowOrigins?: ReadonlyArray<string>;
  /** ExposeHeaders indicates which HTTP response headers can be exposed to client-side scripts in response to a cross-origin request. */
  readonly exposeHeaders?: ReadonlyArray<string>;
  /** MaxAge indicates the duration (in seconds) for the client to cache the results of a "preflight" request. */
  readonly maxAge?: number;
}

/** RequestRedirect defines a schema for a filter that responds to the request with an HTTP redirection. */
export interface HTTPRouteSpecRulesBackendRefsFiltersRequestRedirect {
  /** Hostname is the hostname to be used in the value of the `Location` header in the response. */
  readonly hostname?: string;
  /** Path defines parameters used to modify the path of the incoming request. */
  readonly path?: HTTPRouteSpecRulesBackendRefsFiltersRequestRedirectPath;
  /** Port is the port to be used in the value of the `Location` header in the response. */
  readonly port?: number;
  /** Scheme is the scheme to be used in the value of the `Location` header in the response. */
  readonly scheme?: 'http' | 'https';
  /** StatusCode is the HTTP status code to be used in response. */
  readonly statusCode?: 301 | 302 | 303 | 307 | 308;
}

/** Path defines parameters used to modify the path of the incoming request. */
export interface HTTPRouteSpecRulesBackendRefsFiltersRequestRedirectPath {
  /** ReplaceFullPath specifies the value with which to replace the full path of a request during a rewrite or redirect. */
  readonly replaceFullPath?: string;
  /** ReplacePrefixMatch specifies the value with which to replace the prefix match of a request during a rewrite or redirect. */
  readonly replacePrefixMatch?: string;
  /** Type defines the type of path modifier. */
  readonly type: 'ReplaceFullPath' | 'ReplacePrefixMatch';
}

/** URLRewrite defines a schema for a filter that modifies a request during forwarding. */
export interface HTTPRouteSpecRulesBackendRefsFiltersUrlRewrite {
  /** Hostname is the value to be used to replace the Host header value during forwarding. */
  readonly hostname?: string;
  /** Path defines a path rewrite. */
  readonly path?: HTTPRouteSpecRulesBackendRefsFiltersRequestRedirectPath;
}

/** HTTPRouteMatch defines the predicate used to match requests to a given action. */
export interface HTTPRouteSpecRulesMatches {
  /** Headers specifies HTTP request header matchers. */
  readonly headers?: ReadonlyArray<GRPCRouteSpecRulesMatchesHeaders>;
  /** Method specifies HTTP method matcher. */
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH';
  /** Path specifies a HTTP request path matcher. */
  readonly path?: HTTPRouteSpecRulesMatchesPath;
  /** QueryParams specifies HTTP query parameter matchers. */
  readonly queryParams?: ReadonlyArray<GRPCRouteSpecRulesMatchesHeaders>;
}

/** Path specifies a HTTP request path matcher. */
export interface HTTPRouteSpecRulesMatchesPath {
  /** Type specifies how to match against the path Value. */
  readonly type?: 'Exact' | 'PathPrefix' | 'RegularExpression';
  /** Value of the HTTP path to match against. */
  readonly value?: string;
}

/** Timeouts defines the timeouts that can be configured for an HTTP request. */
export interface HTTPRouteSpecRulesTimeouts {
  /** BackendRequest specifies a timeout for an individual request from the gateway to a backend. */
  readonly backendRequest?: string;
  /** Request specifies the maximum duration for a gateway to respond to an HTTP request. */
  readonly request?: string;
}

/** ListenerSet defines a set of additional listeners to attach to an existing Gateway. */
export interface ListenerSet {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'gateway.networking.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'ListenerSet';
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of ListenerSet. */
  readonly spec: ListenerSetSpec;
}

/** Spec defines the desired state of ListenerSet. */
export interface ListenerSetSpec {
  /** Listeners associated with this ListenerSet. */
  readonly listeners: ReadonlyArray<GatewaySpecListeners>;
  /** ParentRef references the Gateway that the listeners are attached to. */
  readonly parentRef: GatewaySpecListenersTlsCertificateRefs;
}

/** ReferenceGrant identifies kinds of resources in other namespaces that are trusted to reference the specified kinds of resources in the … */
export interface ReferenceGrant {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'gateway.networking.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'ReferenceGrant';
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of ReferenceGrant. */
  readonly spec: ReferenceGrantSpec;
}

/** Spec defines the desired state of ReferenceGrant. */
export interface ReferenceGrantSpec {
  /** From describes the trusted namespaces and kinds that can reference the resources described in "To". */
  readonly from: ReadonlyArray<ReferenceGrantSpecFrom>;
  /** To describes the resources that may be referenced by the resources described in "From". */
  readonly to: ReadonlyArray<ReferenceGrantSpecTo>;
}

/** ReferenceGrantFrom describes trusted namespaces and kinds. */
export interface ReferenceGrantSpecFrom {
  /** Group is the group of the referent. */
  readonly group: string;
  /** Kind is the kind of the referent. */
  readonly kind: string;
  /** Namespace is the namespace of the referent. */
  readonly namespace: string;
}

/** ReferenceGrantTo describes what Kinds are allowed as targets of the references. */
export interface ReferenceGrantSpecTo {
  /** Group is the group of the referent. */
  readonly group: string;
  /** Kind is the kind of the referent. */
  readonly kind: string;
  /** Name is the name of the referent. */
  readonly name?: string;
}

/** TCPRoute provides a way to route TCP requests. */
export interface TCPRoute {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'gateway.networking.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'TCPRoute';
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of TCPRoute. */
  readonly spec: TCPRouteSpec;
}

/** Spec defines the desired state of TCPRoute. */
export interface TCPRouteSpec {
  /** ParentRefs references the resources (usually Gateways) that a Route wants to be attached to. */
  readonly parentRefs?: ReadonlyArray<GRPCRouteSpecParentRefs>;
  /** Rules are a list of TCP matchers and actions. */
  readonly rules: ReadonlyArray<TCPRouteSpecRules>;
}

/** TCPRouteRule is the configuration for a given rule. */
export interface TCPRouteSpecRules {
  /** BackendRefs defines the backend(s) where matching requests should be sent. */
  readonly backendRefs: ReadonlyArray<TCPRouteSpecRulesBackendRefs>;
  /** Name is the name of the route rule. */
  readonly name?: string;
}

/** BackendRef defines how a Route should forward a request to a Kubernetes resource. */
export interface TCPRouteSpecRulesBackendRefs {
  /** Group is the group of the referent. */
  readonly group?: string;
  /** Kind is the Kubernetes resource kind of the referent. */
  readonly kind?: string;
  /** Name is the name of the referent. */
  readonly name: string;
  /** Namespace is the namespace of the backend. */
  readonly namespace?: string;
  /** Port specifies the destination port number to use for this resource. */
  readonly port?: number;
  /** Weight specifies the proportion of requests forwarded to the referenced backend. */
  readonly weight?: number;
}

/** The TLSRoute resource is similar to TCPRoute, but can be configured to match against TLS-specific metadata. */
export interface TLSRoute {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'gateway.networking.k8s.io/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'TLSRoute';
  readonly metadata: ObjectMeta;
  /** Spec defines the desired state of TLSRoute. */
  readonly spec: TLSRouteSpec;
}

/** Spec defines the desired state of TLSRoute. */
export interface TLSRouteSpec {
  /** Hostnames defines a set of SNI hostnames that should match against the SNI attribute of TLS ClientHello message in TLS handshake. */
  readonly hostnames: ReadonlyArray<string>;
  /** ParentRefs references the resources (usually Gateways) that a Route wants to be attached to. */
  readonly parentRefs?: ReadonlyArray<GRPCRouteSpecParentRefs>;
  /** Rules are a list of actions. */
  readonly rules: ReadonlyArray<TCPRouteSpecRules>;
}
