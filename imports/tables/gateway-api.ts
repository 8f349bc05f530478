// Written by `npm run imports`; change imports/write, not this file.

/** The known fields of sigs.k8s.io/gateway-api 1.6.1; imports/tables/index.ts says how to read it. */
export const TABLE = `
kinds
 gateway.networking.k8s.io/v1/BackendTLSPolicy BackendTLSPolicy
 gateway.networking.k8s.io/v1/GRPCRoute GRPCRoute
 gateway.networking.k8s.io/v1/Gateway Gateway
 gateway.networking.k8s.io/v1/HTTPRoute HTTPRoute
 gateway.networking.k8s.io/v1/ListenerSet ListenerSet
 gateway.networking.k8s.io/v1/ReferenceGrant ReferenceGrant
 gateway.networking.k8s.io/v1/TCPRoute TCPRoute
 gateway.networking.k8s.io/v1/TLSRoute TLSRoute
 gateway.networking.k8s.io/v1beta1/Gateway Gateway
 gateway.networking.k8s.io/v1beta1/HTTPRoute HTTPRoute
 gateway.networking.k8s.io/v1beta1/ReferenceGrant ReferenceGrant

BackendTLSPolicy
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! BackendTLSPolicySpec
 status any

BackendTLSPolicySpec
 options {}string
 targetRefs! []BackendTLSPolicySpecTargetRefs
 validation! BackendTLSPolicySpecValidation

BackendTLSPolicySpecTargetRefs
 group! string
 kind! string
 name! string
 sectionName string

BackendTLSPolicySpecValidation
 caCertificateRefs []BackendTLSPolicySpecValidationCaCertificateRefs
 hostname! string
 subjectAltNames []BackendTLSPolicySpecValidationSubjectAltNames
 wellKnownCACertificates string

BackendTLSPolicySpecValidationCaCertificateRefs
 group! string
 kind! string
 name! string

BackendTLSPolicySpecValidationSubjectAltNames
 hostname string
 type! "Hostname"|"URI"
 uri string

GRPCRoute
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! GRPCRouteSpec
 status any

GRPCRouteSpec
 hostnames []string
 parentRefs []GRPCRouteSpecParentRefs
 rules []GRPCRouteSpecRules

GRPCRouteSpecParentRefs
 group string
 kind string
 name! string
 namespace string
 port integer
 sectionName string

GRPCRouteSpecRules
 backendRefs []GRPCRouteSpecRulesBackendRefs
 filters []GRPCRouteSpecRulesBackendRefsFilters
 matches []GRPCRouteSpecRulesMatches
 name string

GRPCRouteSpecRulesBackendRefs
 filters []GRPCRouteSpecRulesBackendRefsFilters
 group string
 kind string
 name! string
 namespace string
 port integer
 weight integer

GRPCRouteSpecRulesBackendRefsFilters
 extensionRef BackendTLSPolicySpecValidationCaCertificateRefs
 requestHeaderModifier GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifier
 requestMirror GRPCRouteSpecRulesBackendRefsFiltersRequestMirror
 responseHeaderModifier GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifier
 type! "ResponseHeaderModifier"|"RequestHeaderModifier"|"RequestMirror"|"ExtensionRef"

GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifier
 add []GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifierAdd
 remove []string
 set []GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifierAdd

GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifierAdd
 name! string
 value! string

GRPCRouteSpecRulesBackendRefsFiltersRequestMirror
 backendRef! GRPCRouteSpecRulesBackendRefsFiltersRequestMirrorBackendRef
 fraction GRPCRouteSpecRulesBackendRefsFiltersRequestMirrorFraction
 percent integer

GRPCRouteSpecRulesBackendRefsFiltersRequestMirrorBackendRef
 group string
 kind string
 name! string
 namespace string
 port integer

GRPCRouteSpecRulesBackendRefsFiltersRequestMirrorFraction
 denominator integer
 numerator! integer

GRPCRouteSpecRulesMatches
 headers []GRPCRouteSpecRulesMatchesHeaders
 method GRPCRouteSpecRulesMatchesMethod

GRPCRouteSpecRulesMatchesHeaders
 name! string
 type "Exact"|"RegularExpression"
 value! string

GRPCRouteSpecRulesMatchesMethod
 method string
 service string
 type "Exact"|"RegularExpression"

Gateway
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! GatewaySpec
 status any

GatewaySpec
 addresses []GatewaySpecAddresses
 allowedListeners GatewaySpecAllowedListeners
 gatewayClassName! string
 infrastructure GatewaySpecInfrastructure
 listeners! []GatewaySpecListeners
 tls GatewaySpecTls

GatewaySpecAddresses
 type string
 value string

GatewaySpecAllowedListeners
 namespaces GatewaySpecAllowedListenersNamespaces

GatewaySpecAllowedListenersNamespaces
 from "All"|"Selector"|"Same"|"None"
 selector GatewaySpecAllowedListenersNamespacesSelector

GatewaySpecAllowedListenersNamespacesSelector
 matchExpressions []GatewaySpecAllowedListenersNamespacesSelectorMatchExpressions
 matchLabels {}string

GatewaySpecAllowedListenersNamespacesSelectorMatchExpressions
 key! string
 operator! string
 values []string

GatewaySpecInfrastructure
 annotations {}string
 labels {}string
 parametersRef BackendTLSPolicySpecValidationCaCertificateRefs

GatewaySpecListeners
 allowedRoutes GatewaySpecListenersAllowedRoutes
 hostname string
 name! string
 port! integer
 protocol! string
 tls GatewaySpecListenersTls

GatewaySpecListenersAllowedRoutes
 kinds []GatewaySpecListenersAllowedRoutesKinds
 namespaces GatewaySpecListenersAllowedRoutesNamespaces

GatewaySpecListenersAllowedRoutesKinds
 group string
 kind! string

GatewaySpecListenersAllowedRoutesNamespaces
 from "All"|"Selector"|"Same"
 selector GatewaySpecAllowedListenersNamespacesSelector

GatewaySpecListenersTls
 certificateRefs []GatewaySpecListenersTlsCertificateRefs
 mode "Terminate"|"Passthrough"
 options {}string

GatewaySpecListenersTlsCertificateRefs
 group string
 kind string
 name! string
 namespace string

GatewaySpecTls
 backend GatewaySpecTlsBackend
 frontend GatewaySpecTlsFrontend

GatewaySpecTlsBackend
 clientCertificateRef GatewaySpecListenersTlsCertificateRefs

GatewaySpecTlsFrontend
 default! GatewaySpecTlsFrontendDefault
 perPort []GatewaySpecTlsFrontendPerPort

GatewaySpecTlsFrontendDefault
 validation GatewaySpecTlsFrontendDefaultValidation

GatewaySpecTlsFrontendDefaultValidation
 caCertificateRefs! []GatewaySpecTlsFrontendDefaultValidationCaCertificateRefs
 mode "AllowValidOnly"|"AllowInsecureFallback"

GatewaySpecTlsFrontendDefaultValidationCaCertificateRefs
 group! string
 kind! string
 name! string
 namespace string

GatewaySpecTlsFrontendPerPort
 port! integer
 tls! GatewaySpecTlsFrontendDefault

HTTPRoute
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! HTTPRouteSpec
 status any

HTTPRouteSpec
 hostnames []string
 parentRefs []GRPCRouteSpecParentRefs
 rules []HTTPRouteSpecRules

HTTPRouteSpecRules
 backendRefs []HTTPRouteSpecRulesBackendRefs
 filters []HTTPRouteSpecRulesBackendRefsFilters
 matches []HTTPRouteSpecRulesMatches
 name string
 timeouts HTTPRouteSpecRulesTimeouts

HTTPRouteSpecRulesBackendRefs
 filters []HTTPRouteSpecRulesBackendRefsFilters
 group string
 kind string
 name! string
 namespace string
 port integer
 weight integer

HTTPRouteSpecRulesBackendRefsFilters
 cors HTTPRouteSpecRulesBackendRefsFiltersCors
 extensionRef BackendTLSPolicySpecValidationCaCertificateRefs
 requestHeaderModifier GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifier
 requestMirror GRPCRouteSpecRulesBackendRefsFiltersRequestMirror
 requestRedirect HTTPRouteSpecRulesBackendRefsFiltersRequestRedirect
 responseHeaderModifier GRPCRouteSpecRulesBackendRefsFiltersRequestHeaderModifier
 type! "RequestHeaderModifier"|"ResponseHeaderModifier"|"RequestMirror"|"RequestRedirect"|"URLRewrite"|"ExtensionRef"|"CORS"
 urlRewrite HTTPRouteSpecRulesBackendRefsFiltersUrlRewrite

HTTPRouteSpecRulesBackendRefsFiltersCors
 allowCredentials boolean
 allowHeaders []string
 allowMethods []"GET"|"HEAD"|"POST"|"PUT"|"DELETE"|"CONNECT"|"OPTIONS"|"TRACE"|"PATCH"|"*"
 allowOrigins []string
 exposeHeaders []string
 maxAge integer

HTTPRouteSpecRulesBackendRefsFiltersRequestRedirect
 hostname string
 path HTTPRouteSpecRulesBackendRefsFiltersRequestRedirectPath
 port integer
 scheme "http"|"https"
 statusCode 301|302|303|307|308

HTTPRouteSpecRulesBackendRefsFiltersRequestRedirectPath
 replaceFullPath string
 replacePrefixMatch string
 type! "ReplaceFullPath"|"ReplacePrefixMatch"

HTTPRouteSpecRulesBackendRefsFiltersUrlRewrite
 hostname string
 path HTTPRouteSpecRulesBackendRefsFiltersRequestRedirectPath

HTTPRouteSpecRulesMatches
 headers []GRPCRouteSpecRulesMatchesHeaders
 method "GET"|"HEAD"|"POST"|"PUT"|"DELETE"|"CONNECT"|"OPTIONS"|"TRACE"|"PATCH"
 path HTTPRouteSpecRulesMatchesPath
 queryParams []GRPCRouteSpecRulesMatchesHeaders

HTTPRouteSpecRulesMatchesPath
 type "Exact"|"PathPrefix"|"RegularExpression"
 value string

HTTPRouteSpecRulesTimeouts
 backendRequest string
 request string

ListenerSet
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! ListenerSetSpec
 status any

ListenerSetSpec
 listeners! []GatewaySpecListeners
 parentRef! GatewaySpecListenersTlsCertificateRefs

ReferenceGrant
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! ReferenceGrantSpec

ReferenceGrantSpec
 from! []ReferenceGrantSpecFrom
 to! []ReferenceGrantSpecTo

ReferenceGrantSpecFrom
 group! string
 kind! string
 namespace! string

ReferenceGrantSpecTo
 group! string
 kind! string
 name string

TCPRoute
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! TCPRouteSpec
 status any

TCPRouteSpec
 parentRefs []GRPCRouteSpecParentRefs
 rules! []TCPRouteSpecRules

TCPRouteSpecRules
 backendRefs! []TCPRouteSpecRulesBackendRefs
 name string

TCPRouteSpecRulesBackendRefs
 group string
 kind string
 name! string
 namespace string
 port integer
 weight integer

TLSRoute
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! TLSRouteSpec
 status any

TLSRouteSpec
 hostnames! []string
 parentRefs []GRPCRouteSpecParentRefs
 rules! []TCPRouteSpecRules
`;
