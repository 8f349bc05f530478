// Written by `npm run imports`; change imports/write, not this file.

// Types of github.com/prometheus-operator/prometheus-operator 0.85.0.
import type { IntOrString, ObjectMeta } from './k8s';

/** The `PodMonitor` custom resource definition (CRD) defines how `Prometheus` and `PrometheusAgent` can scrape metrics from a group of pods. */
export interface PodMonitor {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'monitoring.coreos.com/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'PodMonitor';
  readonly metadata: ObjectMeta;
  /** Specification of desired Pod selection for target discovery by Prometheus. */
  readonly spec: PodMonitorSpec;
}

/** Specification of desired Pod selection for target discovery by Prometheus. */
export interface PodMonitorSpec {
  /** `attachMetadata` defines additional metadata which is added to the discovered targets. */
  readonly attachMetadata?: PodMonitorSpecAttachMetadata;
  /** When defined, bodySizeLimit specifies a job level limit on the size of uncompressed response body that will be accepted by Prometheus. */
  readonly bodySizeLimit?: string;
  /** Whether to convert all scraped classic histograms into a native histogram with custom buckets. */
  readonly convertClassicHistogramsToNHCB?: boolean;
  /** The protocol to use if a scrape returns blank, unparseable, or otherwise invalid Content-Type. */
  readonly fallbackScrapeProtocol?:
    | 'PrometheusProto'
    | 'OpenMetricsText0.0.1'
    | 'OpenMetricsText1.0.0'
    | 'PrometheusText0.0.4'
    | 'PrometheusText1.0.0';
  /** The label to use to retrieve the job name from. */
  readonly jobLabel?: string;
  /** Per-scrape limit on the number of targets dropped by relabeling that will be kept in memory. */
  readonly keepDroppedTargets?: number;
  /** Per-scrape limit on number of labels that will be accepted for a sample. */
  readonly labelLimit?: number;
  /** Per-scrape limit on length of labels name that will be accepted for a sample. */
  readonly labelNameLengthLimit?: number;
  /** Per-scrape limit on length of labels value that will be accepted for a sample. */
  readonly labelValueLengthLimit?: number;
  /** `namespaceSelector` defines in which namespace(s) Prometheus should discover the pods. */
  readonly namespaceSelector?: PodMonitorSpecNamespaceSelector;
  /** If there are more than this many buckets in a native histogram, buckets will be merged to stay within the limit. */
  readonly nativeHistogramBucketLimit?: number;
  /** If the growth factor of one bucket to the next is smaller than this, buckets will be merged to increase the factor sufficiently. */
  readonly nativeHistogramMinBucketFactor?: IntOrString;
  /** Defines how to scrape metrics from the selected pods. */
  readonly podMetricsEndpoints?: ReadonlyArray<PodMonitorSpecPodMetricsEndpoints>;
  /** `podTargetLabels` defines the labels which are transferred from the associated Kubernetes `Pod` object onto the ingested metrics. */
  readonly podTargetLabels?: ReadonlyArray<string>;
  /** `sampleLimit` defines a per-scrape limit on the number of scraped samples that will be accepted. */
  readonly sampleLimit?: number;
  /** The scrape class to apply. */
  readonly scrapeClass?: string;
  /** Whether to scrape a classic histogram that is also exposed as a native histogram. */
  readonly scrapeClassicHistograms?: boolean;
  /** `scrapeProtocols` defines the protocols to negotiate during a scrape. */
  readonly scrapeProtocols?: ReadonlyArray<
    'PrometheusProto' | 'OpenMetricsText0.0.1' | 'OpenMetricsText1.0.0' | 'PrometheusText0.0.4' | 'PrometheusText1.0.0'
  >;
  /** Label selector to select the Kubernetes `Pod` objects to scrape metrics from. */
  readonly selector: PodMonitorSpecSelector;
  /** Mechanism used to select the endpoints to scrape. */
  readonly selectorMechanism?: 'RelabelConfig' | 'RoleSelector';
  /** `targetLimit` defines a limit on the number of scraped targets that will be accepted. */
  readonly targetLimit?: number;
}

/** `attachMetadata` defines additional metadata which is added to the discovered targets. */
export interface PodMonitorSpecAttachMetadata {
  /** When set to true, Prometheus attaches node metadata to the discovered targets. */
  readonly node?: boolean;
}

/** `namespaceSelector` defines in which namespace(s) Prometheus should discover the pods. */
export interface PodMonitorSpecNamespaceSelector {
  /** Boolean describing whether all namespaces are selected in contrast to a list restricting them. */
  readonly any?: boolean;
  /** List of namespace names to select from. */
  readonly matchNames?: ReadonlyArray<string>;
}

/** PodMetricsEndpoint defines an endpoint serving Prometheus metrics to be scraped by Prometheus. */
export interface PodMonitorSpecPodMetricsEndpoints {
  /** `authorization` configures the Authorization header credentials to use when scraping the target. */
  readonly authorization?: PodMonitorSpecPodMetricsEndpointsAuthorization;
  /** `basicAuth` configures the Basic Authentication credentials to use when scraping the target. */
  readonly basicAuth?: PodMonitorSpecPodMetricsEndpointsBasicAuth;
  /** `bearerTokenSecret` specifies a key of a Secret containing the bearer token for scraping targets. */
  readonly bearerTokenSecret?: PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials;
  /** `enableHttp2` can be used to disable HTTP2 when scraping the target. */
  readonly enableHttp2?: boolean;
  /** When true, the pods which are not running (e.g. */
  readonly filterRunning?: boolean;
  /** `followRedirects` defines whether the scrape requests should follow HTTP 3xx redirects. */
  readonly followRedirects?: boolean;
  /** When true, `honorLabels` preserves the metric's labels when they collide with the target's labels. */
  readonly honorLabels?: boolean;
  /** `honorTimestamps` controls whether Prometheus preserves the timestamps when exposed by the target. */
  readonly honorTimestamps?: boolean;
  /** Interval at which Prometheus scrapes the metrics from the target. */
  readonly interval?: string;
  /** `metricRelabelings` configures the relabeling rules to apply to the samples before ingestion. */
  readonly metricRelabelings?: ReadonlyArray<PodMonitorSpecPodMetricsEndpointsMetricRelabelings>;
  /** `noProxy` is a comma-separated string that can contain IPs, CIDR notation, domain names that should be excluded from proxying. */
  readonly noProxy?: string;
  /** `oauth2` configures the OAuth2 settings to use when scraping the target. */
  readonly oauth2?: PodMonitorSpecPodMetricsEndpointsOauth2;
  /** `params` define optional HTTP URL parameters. */
  readonly params?: Readonly<Record<string, ReadonlyArray<string>>>;
  /** HTTP path from which to scrape for metrics. */
  readonly path?: string;
  /** The `Pod` port name which exposes the endpoint. */
  readonly port?: string;
  /** The `Pod` port number which exposes the endpoint. */
  readonly portNumber?: number;
  /** ProxyConnectHeader optionally specifies headers to send to proxies during CONNECT requests. */
  readonly proxyConnectHeader?: Readonly<
    Record<string, ReadonlyArray<PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials>>
  >;
  /** Whether to use the proxy configuration defined by environment variables (HTTP_PROXY, HTTPS_PROXY, and NO_PROXY). */
  readonly proxyFromEnvironment?: boolean;
  /** `proxyURL` defines the HTTP proxy server to use. */
  readonly proxyUrl?: string;
  /** `relabelings` configures the relabeling rules to apply the target's metadata labels. */
  readonly relabelings?: ReadonlyArray<PodMonitorSpecPodMetricsEndpointsMetricRelabelings>;
  /** HTTP scheme to use for scraping. */
  readonly scheme?: 'http' | 'https';
  /** Timeout after which Prometheus considers the scrape to be failed. */
  readonly scrapeTimeout?: string;
  /** Name or number of the target port of the `Pod` object behind the Service, the port must be specified with container port property. */
  readonly targetPort?: IntOrString;
  /** TLS configuration to use when scraping the target. */
  readonly tlsConfig?: PodMonitorSpecPodMetricsEndpointsOauth2TlsConfig;
  /** `trackTimestampsStaleness` defines whether Prometheus tracks staleness of the metrics that have an explicit timestamp present in scraped … */
  readonly trackTimestampsStaleness?: boolean;
}

/** `authorization` configures the Authorization header credentials to use when scraping the target. */
export interface PodMonitorSpecPodMetricsEndpointsAuthorization {
  /** Selects a key of a Secret in the namespace that contains the credentials for authentication. */
  readonly credentials?: PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials;
  /** Defines the authentication type. */
  readonly type?: string;
}

/** Selects a key of a Secret in the namespace that contains the credentials for authentication. */
export interface PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials {
  /** The key of the secret to select from. */
  readonly key: string;
  /** Name of the referent. */
  readonly name?: string;
  /** Specify whether the Secret or its key must be defined */
  readonly optional?: boolean;
}

/** `basicAuth` configures the Basic Authentication credentials to use when scraping the target. */
export interface PodMonitorSpecPodMetricsEndpointsBasicAuth {
  /** `password` specifies a key of a Secret containing the password for authentication. */
  readonly password?: PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials;
  /** `username` specifies a key of a Secret containing the username for authentication. */
  readonly username?: PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials;
}

/** RelabelConfig allows dynamic rewriting of the label set for targets, alerts, scraped samples and remote write samples. */
export interface PodMonitorSpecPodMetricsEndpointsMetricRelabelings {
  /** Action to perform based on the regex matching. */
  readonly action?:
    | 'replace'
    | 'Replace'
    | 'keep'
    | 'Keep'
    | 'drop'
    | 'Drop'
    | 'hashmod'
    | 'HashMod'
    | 'labelmap'
    | 'LabelMap'
    | 'labeldrop'
    | 'LabelDrop'
    | 'labelkeep'
    | 'LabelKeep'
    | 'lowercase'
    | 'Lowercase'
    | 'uppercase'
    | 'Uppercase'
    | 'keepequal'
    | 'KeepEqual'
    | 'dropequal'
    | 'DropEqual';
  /** Modulus to take of the hash of the source label values. */
  readonly modulus?: number;
  /** Regular expression against which the extracted value is matched. */
  readonly regex?: string;
  /** Replacement value against which a Replace action is performed if the regular expression matches. */
  readonly replacement?: string;
  /** Separator is the string between concatenated SourceLabels. */
  readonly separator?: string;
  /** The source labels select values from existing labels. */
  readonly sourceLabels?: ReadonlyArray<string>;
  /** Label to which the resulting string is written in a replacement. */
  readonly targetLabel?: string;
}

/** `oauth2` configures the OAuth2 settings to use when scraping the target. */
export interface PodMonitorSpecPodMetricsEndpointsOauth2 {
  /** `clientId` specifies a key of a Secret or ConfigMap containing the OAuth2 client's ID. */
  readonly clientId: PodMonitorSpecPodMetricsEndpointsOauth2ClientId;
  /** `clientSecret` specifies a key of a Secret containing the OAuth2 client's secret. */
  readonly clientSecret: PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials;
  /** `endpointParams` configures the HTTP parameters to append to the token URL. */
  readonly endpointParams?: Readonly<Record<string, string>>;
  /** `noProxy` is a comma-separated string that can contain IPs, CIDR notation, domain names that should be excluded from proxying. */
  readonly noProxy?: string;
  /** ProxyConnectHeader optionally specifies headers to send to proxies during CONNECT requests. */
  readonly proxyConnectHeader?: Readonly<
    Record<string, ReadonlyArray<PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials>>
  >;
  /** Whether to use the proxy configuration defined by environment variables (HTTP_PROXY, HTTPS_PROXY, and NO_PROXY). */
  readonly proxyFromEnvironment?: boolean;
  /** `proxyURL` defines the HTTP proxy server to use. */
  readonly proxyUrl?: string;
  /** `scopes` defines the OAuth2 scopes used for the token request. */
  readonly scopes?: ReadonlyArray<string>;
  /** TLS configuration to use when connecting to the OAuth2 server. */
  readonly tlsConfig?: PodMonitorSpecPodMetricsEndpointsOauth2TlsConfig;
  /** `tokenURL` configures the URL to fetch the token from. */
  readonly tokenUrl: string;
}

/** `clientId` specifies a key of a Secret or ConfigMap containing the OAuth2 client's ID. */
export interface PodMonitorSpecPodMetricsEndpointsOauth2ClientId {
  /** ConfigMap containing data to use for the targets. */
  readonly configMap?: PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials;
  /** Secret containing data to use for the targets. */
  readonly secret?: PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials;
}

/** TLS configuration to use when connecting to the OAuth2 server. */
export interface PodMonitorSpecPodMetricsEndpointsOauth2TlsConfig {
  /** Certificate authority used when verifying server certificates. */
  readonly ca?: PodMonitorSpecPodMetricsEndpointsOauth2ClientId;
  /** Client certificate to present when doing client-authentication. */
  readonly cert?: PodMonitorSpecPodMetricsEndpointsOauth2ClientId;
  /** Disable target certificate validation. */
  readonly insecureSkipVerify?: boolean;
  /** Secret containing the client key file for the targets. */
  readonly keySecret?: PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials;
  /** Maximum acceptable TLS version. */
  readonly maxVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  /** Minimum acceptable TLS version. */
  readonly minVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  /** Used to verify the hostname for the targets. */
  readonly serverName?: string;
}

/** Label selector to select the Kubernetes `Pod` objects to scrape metrics from. */
export interface PodMonitorSpecSelector {
  /** matchExpressions is a list of label selector requirements. */
  readonly matchExpressions?: ReadonlyArray<PodMonitorSpecSelectorMatchExpressions>;
  /** matchLabels is a map of {key,value} pairs. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** A label selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface PodMonitorSpecSelectorMatchExpressions {
  /** key is the label key that the selector applies to. */
  readonly key: string;
  /** operator represents a key's relationship to a set of values. */
  readonly operator: string;
  /** values is an array of string values. */
  readonly values?: ReadonlyArray<string>;
}

/** The `PrometheusRule` custom resource definition (CRD) defines … */
export interface PrometheusRule {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'monitoring.coreos.com/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'PrometheusRule';
  readonly metadata: ObjectMeta;
  /** Specification of desired alerting rule definitions for Prometheus. */
  readonly spec: PrometheusRuleSpec;
}

/** Specification of desired alerting rule definitions for Prometheus. */
export interface PrometheusRuleSpec {
  /** Content of Prometheus rule file */
  readonly groups?: ReadonlyArray<PrometheusRuleSpecGroups>;
}

/** RuleGroup is a list of sequentially evaluated recording and alerting rules. */
export interface PrometheusRuleSpecGroups {
  /** Interval determines how often rules in the group are evaluated. */
  readonly interval?: string;
  /** Labels to add or overwrite before storing the result for its rules. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Limit the number of alerts an alerting rule and series a recording rule can produce. */
  readonly limit?: number;
  /** Name of the rule group. */
  readonly name: string;
  /** PartialResponseStrategy is only used by ThanosRuler and will be ignored by Prometheus instances. */
  readonly partial_response_strategy?: string;
  /** Defines the offset the rule evaluation timestamp of this particular group by the specified duration into the past. */
  readonly query_offset?: string;
  /** List of alerting and recording rules. */
  readonly rules?: ReadonlyArray<PrometheusRuleSpecGroupsRules>;
}

/** Rule describes an alerting or recording rule See Prometheus documentation: */
export interface PrometheusRuleSpecGroupsRules {
  /** Name of the alert. */
  readonly alert?: string;
  /** Annotations to add to each alert. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** PromQL expression to evaluate. */
  readonly expr: IntOrString;
  /** Alerts are considered firing once they have been returned for this long. */
  readonly for?: string;
  /** KeepFiringFor defines how long an alert will continue firing after the condition that triggered it has cleared. */
  readonly keep_firing_for?: string;
  /** Labels to add or overwrite. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Name of the time series to output to. */
  readonly record?: string;
}

/** The `ServiceMonitor` custom resource definition (CRD) defines how `Prometheus` and `PrometheusAgent` can scrape metrics from a group of … */
export interface ServiceMonitor {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'monitoring.coreos.com/v1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'ServiceMonitor';
  readonly metadata: ObjectMeta;
  /** Specification of desired Service selection for target discovery by Prometheus. */
  readonly spec: ServiceMonitorSpec;
}

/** Specification of desired Service selection for target discovery by Prometheus. */
export interface ServiceMonitorSpec {
  /** `attachMetadata` defines additional metadata which is added to the discovered targets. */
  readonly attachMetadata?: PodMonitorSpecAttachMetadata;
  /** When defined, bodySizeLimit specifies a job level limit on the size of uncompressed response body that will be accepted by Prometheus. */
  readonly bodySizeLimit?: string;
  /** Whether to convert all scraped classic histograms into a native histogram with custom buckets. */
  readonly convertClassicHistogramsToNHCB?: boolean;
  /** List of endpoints part of this ServiceMonitor. */
  readonly endpoints: ReadonlyArray<ServiceMonitorSpecEndpoints>;
  /** The protocol to use if a scrape returns blank, unparseable, or otherwise invalid Content-Type. */
  readonly fallbackScrapeProtocol?:
    | 'PrometheusProto'
    | 'OpenMetricsText0.0.1'
    | 'OpenMetricsText1.0.0'
    | 'PrometheusText0.0.4'
    | 'PrometheusText1.0.0';
  /** `jobLabel` selects the label from the associated Kubernetes `Service` object which will be used as the `job` label for all metrics. */
  readonly jobLabel?: string;
  /** Per-scrape limit on the number of targets dropped by relabeling that will be kept in memory. */
  readonly keepDroppedTargets?: number;
  /** Per-scrape limit on number of labels that will be accepted for a sample. */
  readonly labelLimit?: number;
  /** Per-scrape limit on length of labels name that will be accepted for a sample. */
  readonly labelNameLengthLimit?: number;
  /** Per-scrape limit on length of labels value that will be accepted for a sample. */
  readonly labelValueLengthLimit?: number;
  /** `namespaceSelector` defines in which namespace(s) Prometheus should discover the services. */
  readonly namespaceSelector?: PodMonitorSpecNamespaceSelector;
  /** If there are more than this many buckets in a native histogram, buckets will be merged to stay within the limit. */
  readonly nativeHistogramBucketLimit?: number;
  /** If the growth factor of one bucket to the next is smaller than this, buckets will be merged to increase the factor sufficiently. */
  readonly nativeHistogramMinBucketFactor?: IntOrString;
  /** `podTargetLabels` defines the labels which are transferred from the associated Kubernetes `Pod` object onto the ingested metrics. */
  readonly podTargetLabels?: ReadonlyArray<string>;
  /** `sampleLimit` defines a per-scrape limit on the number of scraped samples that will be accepted. */
  readonly sampleLimit?: number;
  /** The scrape class to apply. */
  readonly scrapeClass?: string;
  /** Whether to scrape a classic histogram that is also exposed as a native histogram. */
  readonly scrapeClassicHistograms?: boolean;
  /** `scrapeProtocols` defines the protocols to negotiate during a scrape. */
  readonly scrapeProtocols?: ReadonlyArray<
    'PrometheusProto' | 'OpenMetricsText0.0.1' | 'OpenMetricsText1.0.0' | 'PrometheusText0.0.4' | 'PrometheusText1.0.0'
  >;
  /** Label selector to select the Kubernetes `Endpoints` objects to scrape metrics from. */
  readonly selector: PodMonitorSpecSelector;
  /** Mechanism used to select the endpoints to scrape. */
  readonly selectorMechanism?: 'RelabelConfig' | 'RoleSelector';
  /** `targetLabels` defines the labels which are transferred from the associated Kubernetes `Service` object onto the ingested metrics. */
  readonly targetLabels?: ReadonlyArray<string>;
  /** `targetLimit` defines a limit on the number of scraped targets that will be accepted. */
  readonly targetLimit?: number;
}

/** Endpoint defines an endpoint serving Prometheus metrics to be scraped by Prometheus. */
export interface ServiceMonitorSpecEndpoints {
  /** `authorization` configures the Authorization header credentials to use when scraping the target. */
  readonly authorization?: PodMonitorSpecPodMetricsEndpointsAuthorization;
  /** `basicAuth` configures the Basic Authentication credentials to use when scraping the target. */
  readonly basicAuth?: PodMonitorSpecPodMetricsEndpointsBasicAuth;
  /** File to read bearer token for scraping the target. */
  readonly bearerTokenFile?: string;
  /** `bearerTokenSecret` specifies a key of a Secret containing the bearer token for scraping targets. */
  readonly bearerTokenSecret?: PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials;
  /** `enableHttp2` can be used to disable HTTP2 when scraping the target. */
  readonly enableHttp2?: boolean;
  /** When true, the pods which are not running (e.g. */
  readonly filterRunning?: boolean;
  /** `followRedirects` defines whether the scrape requests should follow HTTP 3xx redirects. */
  readonly followRedirects?: boolean;
  /** When true, `honorLabels` preserves the metric's labels when they collide with the target's labels. */
  readonly honorLabels?: boolean;
  /** `honorTimestamps` controls whether Prometheus preserves the timestamps when exposed by the target. */
  readonly honorTimestamps?: boolean;
  /** Interval at which Prometheus scrapes the metrics from the target. */
  readonly interval?: string;
  /** `metricRelabelings` configures the relabeling rules to apply to the samples before ingestion. */
  readonly metricRelabelings?: ReadonlyArray<PodMonitorSpecPodMetricsEndpointsMetricRelabelings>;
  /** `noProxy` is a comma-separated string that can contain IPs, CIDR notation, domain names that should be excluded from proxying. */
  readonly noProxy?: string;
  /** `oauth2` configures the OAuth2 settings to use when scraping the target. */
  readonly oauth2?: PodMonitorSpecPodMetricsEndpointsOauth2;
  /** params define optional HTTP URL parameters. */
  readonly params?: Readonly<Record<string, ReadonlyArray<string>>>;
  /** HTTP path from which to scrape for metrics. */
  readonly path?: string;
  /** Name of the Service port which this endpoint refers to. */
  readonly port?: string;
  /** ProxyConnectHeader optionally specifies headers to send to proxies during CONNECT requests. */
  readonly proxyConnectHeader?: Readonly<
    Record<string, ReadonlyArray<PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials>>
  >;
  /** Whether to use the proxy configuration defined by environment variables (HTTP_PROXY, HTTPS_PROXY, and NO_PROXY). */
  readonly proxyFromEnvironment?: boolean;
  /** `proxyURL` defines the HTTP proxy server to use. */
  readonly proxyUrl?: string;
  /** `relabelings` configures the relabeling rules to apply the target's metadata labels. */
  readonly relabelings?: ReadonlyArray<PodMonitorSpecPodMetricsEndpointsMetricRelabelings>;
  /** HTTP scheme to use for scraping. */
  readonly scheme?: 'http' | 'https';
  /** Timeout after which Prometheus considers the scrape to be failed. */
  readonly scrapeTimeout?: string;
  /** Name or number of the target port of the `Pod` object behind the Service. */
  readonly targetPort?: IntOrString;
  /** TLS configuration to use when scraping the target. */
  readonly tlsConfig?: ServiceMonitorSpecEndpointsTlsConfig;
  /** `trackTimestampsStaleness` defines whether Prometheus tracks staleness of the metrics that have an explicit timestamp present in scraped … */
  readonly trackTimestampsStaleness?: boolean;
}

/** TLS configuration to use when scraping the target. */
export interface ServiceMonitorSpecEndpointsTlsConfig {
  /** Certificate authority used when verifying server certificates. */
  readonly ca?: PodMonitorSpecPodMetricsEndpointsOauth2ClientId;
  /** Path to the CA cert in the Prometheus container to use for the targets. */
  readonly caFile?: string;
  /** Client certificate to present when doing client-authentication. */
  readonly cert?: PodMonitorSpecPodMetricsEndpointsOauth2ClientId;
  /** Path to the client cert file in the Prometheus container for the targets. */
  readonly certFile?: string;
  /** Disable target certificate validation. */
  readonly insecureSkipVerify?: boolean;
  /** Path to the client key file in the Prometheus container for the targets. */
  readonly keyFile?: string;
  /** Secret containing the client key file for the targets. */
  readonly keySecret?: PodMonitorSpecPodMetricsEndpointsAuthorizationCredentials;
  /** Maximum acceptable TLS version. */
  readonly maxVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  /** Minimum acceptable TLS version. */
  readonly minVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13';
  /** Used to verify the hostname for the targets. */
  readonly serverName?: string;
}
