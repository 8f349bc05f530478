// Written by `npm run imports`; change imports/write, not this file.

/** The known fields of github.com/prometheus-operator/prometheus-operator 0.85.0; imports/tables/index.ts says how to read it. */
export const TABLE = `
kinds
 monitoring.coreos.com/v1/PodMonitor PodMonitor
 monitoring.coreos.com/v1/PrometheusRule PrometheusRule
 monitoring.coreos.com/v1/ServiceMonitor ServiceMonitor

PodMonitor
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! PodMonitorSpec

PodMonitorSpec
 attachMetadata PodMonitorSpecAttachMetadata
 bodySizeLimit string
 convertClassicHistogramsToNHCB boolean
 fallbackScrapeProtocol "PrometheusProto"|"OpenMetricsText0.0.1"|"OpenMetricsText1.0.0"|"PrometheusText0.0.4"|"PrometheusText1.0.0"
 jobLabel string
 keepDroppedTargets integer
 labelLimit integer
 labelNameLengthLimit integer
 labelValueLengthLimit integer
 namespaceSelector PodMonitorSpecNamespaceSelector
 nativeHistogramBucketLimit integer
 nativeHistogramMinBucketFactor int-or-string
 podMetricsEndpoints []PodMonitorSpecPodMetricsEndpoints
 podTargetLabels []string
 sampleLimit integer
 scrapeClass string
 scrapeClassicHistograms boolean
 scrapeProtocols []"PrometheusProto"|"OpenMetricsText0.0.1"|"OpenMetricsText1.0.0"|"PrometheusText0.0.4"|"PrometheusText1.0.0"
 selector! PodMonitorSpecSelector
 selectorMechanism "RelabelConfig"|"RoleSelector"
 targetLimit integer

PodMonitorSpecAttachMetadata
 node boolean

PodMonitorSpecNamespaceSelector
 any boolean
 matchNames []string

PodMonitorSpecPodMetricsEndpoints
 authorization PodMonitorSpecPodMetricsEndpointsAuthorization
 basicAuth PodMonitorSpecPodMetricsEndpointsBasicAuth
 bearerTokenSecret PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials
 enableHttp2 boolean
 filterRunning boolean
 followRedirects boolean
 honorLabels boolean
 honorTimestamps boolean
 interval string
 metricRelabelings []PodMonitorSpecPodMetricsEndpointsMetricRelabelings
 noProxy string
 oauth2 PodMonitorSpecPodMetricsEndpointsOauth2
 params {}[]string
 path string
 port string
 portNumber integer
 proxyConnectHeader {}[]PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials
 proxyFromEnvironment boolean
 proxyUrl string
 relabelings []PodMonitorSpecPodMetricsEndpointsMetricRelabelings
 scheme "http"|"https"
 scrapeTimeout string
 targetPort int-or-string
 tlsConfig PodMonitorSpecPodMetricsEndpointsOauth2TlsConfig
 trackTimestampsStaleness boolean

PodMonitorSpecPodMetricsEndpointsAuthorization
 credentials PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials
 type string

PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials
 key! string
 name string
 optional boolean

PodMonitorSpecPodMetricsEndpointsBasicAuth
 password PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials
 username PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials

PodMonitorSpecPodMetricsEndpointsMetricRelabelings
 action "replace"|"Replace"|"keep"|"Keep"|"drop"|"Drop"|"hashmod"|"HashMod"|"labelmap"|"LabelMap"|"labeldrop"|"LabelDrop"|"labelkeep"|"LabelKeep"|"lowercase"|"Lowercase"|"uppercase"|"Uppercase"|"keepequal"|"KeepEqual"|"dropequal"|"DropEqual"
 modulus integer
 regex string
 replacement string
 separator string
 sourceLabels []string
 targetLabel string

PodMonitorSpecPodMetricsEndpointsOauth2
 clientId! PodMonitorSpecPodMetricsEndpointsOauth2ClientId
 clientSecret! PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials
 endpointParams {}string
 noProxy string
 proxyConnectHeader {}[]PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials
 proxyFromEnvironment boolean
 proxyUrl string
 scopes []string
 tlsConfig PodMonitorSpecPodMetricsEndpointsOauth2TlsConfig
 tokenUrl! string

PodMonitorSpecPodMetricsEndpointsOauth2ClientId
 configMap PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials
 secret PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials

PodMonitorSpecPodMetricsEndpointsOauth2TlsConfig
 ca PodMonitorSpecPodMetricsEndpointsOauth2ClientId
 cert PodMonitorSpecPodMetricsEndpointsOauth2ClientId
 insecureSkipVerify boolean
 keySecret PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials
 maxVersion "TLS10"|"TLS11"|"TLS12"|"TLS13"
 minVersion "TLS10"|"TLS11"|"TLS12"|"TLS13"
 serverName string

PodMonitorSpecSelector
 matchExpressions []PodMonitorSpecSelectorMatchExpressions
 matchLabels {}string

PodMonitorSpecSelectorMatchExpressions
 key! string
 operator! string
 values []string

PrometheusRule
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! PrometheusRuleSpec

PrometheusRuleSpec
 groups []PrometheusRuleSpecGroups

PrometheusRuleSpecGroups
 interval string
 labels {}string
 limit integer
 name! string
 partial_response_strategy string
 query_offset string
 rules []PrometheusRuleSpecGroupsRules

PrometheusRuleSpecGroupsRules
 alert string
 annotations {}string
 expr! int-or-string
 for string
 keep_firing_for string
 labels {}string
 record string

ServiceMonitor
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec! ServiceMonitorSpec
 status any

ServiceMonitorSpec
 attachMetadata PodMonitorSpecAttachMetadata
 bodySizeLimit string
 convertClassicHistogramsToNHCB boolean
 endpoints! []ServiceMonitorSpecEndpoints
 fallbackScrapeProtocol "PrometheusProto"|"OpenMetricsText0.0.1"|"OpenMetricsText1.0.0"|"PrometheusText0.0.4"|"PrometheusText1.0.0"
 jobLabel string
 keepDroppedTargets integer
 labelLimit integer
 labelNameLengthLimit integer
 labelValueLengthLimit integer
 namespaceSelector PodMonitorSpecNamespaceSelector
 nativeHistogramBucketLimit integer
 nativeHistogramMinBucketFactor int-or-string
 podTargetLabels []string
 sampleLimit integer
 scrapeClass string
 scrapeClassicHistograms boolean
 scrapeProtocols []"PrometheusProto"|"OpenMetricsText0.0.1"|"OpenMetricsText1.0.0"|"PrometheusText0.0.4"|"PrometheusText1.0.0"
 selector! PodMonitorSpecSelector
 selectorMechanism "RelabelConfig"|"RoleSelector"
 targetLabels []string
 targetLimit integer

ServiceMonitorSpecEndpoints
 authorization PodMonitorSpecPodMetricsEndpointsAuthorization
 basicAuth PodMonitorSpecPodMetricsEndpointsBasicAuth
 bearerTokenFile string
 bearerTokenSecret PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials
 enableHttp2 boolean
 filterRunning boolean
 followRedirects boolean
 honorLabels boolean
 honorTimestamps boolean
 interval string
 metricRelabelings []PodMonitorSpecPodMetricsEndpointsMetricRelabelings
 noProxy string
 oauth2 PodMonitorSpecPodMetricsEndpointsOauth2
 params {}[]string
 path string
 port string
 proxyConnectHeader {}[]PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials
 proxyFromEnvironment boolean
 proxyUrl string
 relabelings []PodMonitorSpecPodMetricsEndpointsMetricRelabelings
 scheme "http"|"https"
 scrapeTimeout string
 targetPort int-or-string
 tlsConfig ServiceMonitorSpecEndpointsTlsConfig
 trackTimestampsStaleness boolean

ServiceMonitorSpecEndpointsTlsConfig
 ca PodMonitorSpecPodMetricsEndpointsOauth2ClientId
 caFile string
 cert PodMonitorSpecPodMetricsEndpointsOauth2ClientId
 certFile string
 insecureSkipVerify boolean
 keyFile string
 keySecret PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials
 maxVersion "TLS10"|"TLS11"|"TLS12"|"TLS13"
 minVersion "TLS10"|"TLS11"|"TLS12"|"TLS13"
 serverName string
`;
