// Written by `npm run imports`; change imports/write, not this file.

// Types of github.com/envoyproxy/gateway 1.9.1.
import type { IntOrString, ObjectMeta } from './k8s';

/** BackendTrafficPolicy allows the user to configure the behavior of the connection between the Envoy Proxy listener and the backend service. */
export interface BackendTrafficPolicy {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'gateway.envoyproxy.io/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'BackendTrafficPolicy';
  readonly metadata: ObjectMeta;
  /** spec defines the desired state of BackendTrafficPolicy. */
  readonly spec: BackendTrafficPolicySpec;
}

/** spec defines the desired state of BackendTrafficPolicy. */
export interface BackendTrafficPolicySpec {
  /** AdmissionControl defines the admission control policy to be applied. */
  readonly admissionControl?: BackendTrafficPolicySpecAdmissionControl;
  /** BandwidthLimit allows the user to limit the bandwidth of traffic sent to and received from the backend. */
  readonly bandwidthLimit?: BackendTrafficPolicySpecBandwidthLimit;
  /** Circuit Breaker settings for the upstream connections and requests. */
  readonly circuitBreaker?: BackendTrafficPolicySpecCircuitBreaker;
  /** The compression config for the http streams. */
  readonly compression?: ReadonlyArray<BackendTrafficPolicySpecCompression>;
  /** The compressor config for the http streams. */
  readonly compressor?: ReadonlyArray<BackendTrafficPolicySpecCompression>;
  /** Connection includes backend connection settings. */
  readonly connection?: BackendTrafficPolicySpecConnection;
  /** DNS includes dns resolution settings. */
  readonly dns?: BackendTrafficPolicySpecDns;
  /** FaultInjection defines the fault injection policy to be applied. */
  readonly faultInjection?: BackendTrafficPolicySpecFaultInjection;
  /** HealthCheck allows gateway to perform active health checking on backends. */
  readonly healthCheck?: BackendTrafficPolicySpecHealthCheck;
  /** HTTP2 provides HTTP/2 configuration for backend connections. */
  readonly http2?: BackendTrafficPolicySpecHttp2;
  /** HTTPUpgrade defines the configuration for HTTP protocol upgrades. */
  readonly httpUpgrade?: ReadonlyArray<BackendTrafficPolicySpecHttpUpgrade>;
  /** LoadBalancer policy to apply when routing traffic from the gateway to the backend endpoints. */
  readonly loadBalancer?: BackendTrafficPolicySpecLoadBalancer;
  /** MergeType determines how this configuration is merged with existing BackendTrafficPolicy configurations targeting a parent resource. */
  readonly mergeType?: string;
  /** ProxyProtocol enables the Proxy Protocol when communicating with the backend. */
  readonly proxyProtocol?: BackendTrafficPolicySpecProxyProtocol;
  /** RateLimit allows the user to limit the number of incoming requests to a predefined value based on attributes within the traffic flow. */
  readonly rateLimit?: BackendTrafficPolicySpecRateLimit;
  /** RequestBuffer allows the gateway to buffer and fully receive each request from a client before continuing to send the request upstream to … */
  readonly requestBuffer?: BackendTrafficPolicySpecRequestBuffer;
  /** ResponseOverride defines the configuration to override specific responses with a custom one. */
  readonly responseOverride?: ReadonlyArray<BackendTrafficPolicySpecResponseOverride>;
  /** Retry provides more advanced usage, allowing users to customize the number of retries, retry fallback strategy, and retry triggering … */
  readonly retry?: BackendTrafficPolicySpecRetry;
  /** RoutingType can be set to "Service" to use the Service Cluster IP for routing to the backend, or it can be set to "Endpoint" to use … */
  readonly routingType?: string;
  /** TargetRef is the name of the resource this policy is being attached to. */
  readonly targetRef?: BackendTrafficPolicySpecTargetRef;
  /** TargetRefs are the names of the Gateway resources this policy is being attached to. */
  readonly targetRefs?: ReadonlyArray<BackendTrafficPolicySpecTargetRef>;
  /** TargetSelectors allow targeting resources for this policy based on labels */
  readonly targetSelectors?: ReadonlyArray<BackendTrafficPolicySpecTargetSelectors>;
  /** TcpKeepalive settings associated with the upstream client connection. */
  readonly tcpKeepalive?: BackendTrafficPolicySpecTcpKeepalive;
  /** Telemetry configures the telemetry settings for the policy target (Gateway or xRoute). */
  readonly telemetry?: BackendTrafficPolicySpecTelemetry;
  /** Timeout settings for the backend connections. */
  readonly timeout?: BackendTrafficPolicySpecTimeout;
  /** UseClientProtocol configures Envoy to prefer sending requests to backends using the same HTTP protocol that the incoming request used. */
  readonly useClientProtocol?: boolean;
}

/** AdmissionControl defines the admission control policy to be applied. */
export interface BackendTrafficPolicySpecAdmissionControl {
  /** MaxRejectionPercent represents the upper limit of the rejection probability, expressed as a percentage in the range [0, 100]. */
  readonly maxRejectionPercent?: number;
  /** MinRequestRate defines the minimum requests per second below which requests will pass through the filter without rejection. */
  readonly minRequestRate?: number;
  /** MinSuccessRate is the lowest request success rate, as a percentage in the range [1, 100], at which the filter will not reject requests. */
  readonly minSuccessRate?: number;
  /** RejectionAggression controls how steeply the rejection probability rises as the observed success rate falls below MinSuccessRate. */
  readonly rejectionAggression?: number;
  /** SamplingWindow defines the time window over which request success rates are calculated. */
  readonly samplingWindow?: string;
  /** SuccessCriteria defines what constitutes a successful request for both HTTP and gRPC. */
  readonly successCriteria?: BackendTrafficPolicySpecAdmissionControlSuccessCriteria;
}

/** SuccessCriteria defines what constitutes a successful request for both HTTP and gRPC. */
export interface BackendTrafficPolicySpecAdmissionControlSuccessCriteria {
  /** GRPC defines success criteria for gRPC requests. */
  readonly grpc?: BackendTrafficPolicySpecAdmissionControlSuccessCriteriaGrpc;
  /** HTTP defines success criteria for HTTP requests. */
  readonly http?: BackendTrafficPolicySpecAdmissionControlSuccessCriteriaHttp;
}

/** GRPC defines success criteria for gRPC requests. */
export interface BackendTrafficPolicySpecAdmissionControlSuccessCriteriaGrpc {
  /** StatusCodes defines gRPC status codes that are considered successful. */
  readonly statusCodes?: ReadonlyArray<
    | 'Ok'
    | 'Cancelled'
    | 'Unknown'
    | 'InvalidArgument'
    | 'DeadlineExceeded'
    | 'NotFound'
    | 'AlreadyExists'
    | 'PermissionDenied'
    | 'ResourceExhausted'
    | 'FailedPrecondition'
    | 'Aborted'
    | 'OutOfRange'
    | 'Unimplemented'
    | 'Internal'
    | 'Unavailable'
    | 'DataLoss'
    | 'Unauthenticated'
  >;
}

/** HTTP defines success criteria for HTTP requests. */
export interface BackendTrafficPolicySpecAdmissionControlSuccessCriteriaHttp {
  /** StatusCodes defines HTTP status codes that are considered successful. */
  readonly statusCodes?: ReadonlyArray<number>;
}

/** BandwidthLimit allows the user to limit the bandwidth of traffic sent to and received from the backend. */
export interface BackendTrafficPolicySpecBandwidthLimit {
  /** Request configures bandwidth limits for traffic sent to the backend. */
  readonly request?: BackendTrafficPolicySpecBandwidthLimitRequest;
  /** Response configures bandwidth limits for traffic sent from the backend. */
  readonly response?: BackendTrafficPolicySpecBandwidthLimitResponse;
}

/** Request configures bandwidth limits for traffic sent to the backend. */
export interface BackendTrafficPolicySpecBandwidthLimitRequest {
  /** Limit specifies the bandwidth limit as a bytes-per-unit throughput rate. */
  readonly limit: BackendTrafficPolicySpecBandwidthLimitRequestLimit;
}

/** Limit specifies the bandwidth limit as a bytes-per-unit throughput rate. */
export interface BackendTrafficPolicySpecBandwidthLimitRequestLimit {
  /** Unit specifies the time unit for the bandwidth limit (e.g. */
  readonly unit: 'Second' | 'Minute' | 'Hour';
  /** Value specifies the bandwidth limit. */
  readonly value: IntOrString;
}

/** Response configures bandwidth limits for traffic sent from the backend. */
export interface BackendTrafficPolicySpecBandwidthLimitResponse {
  /** Limit specifies the bandwidth limit as a bytes-per-unit throughput rate. */
  readonly limit: BackendTrafficPolicySpecBandwidthLimitRequestLimit;
  /** ResponseTrailers configures the trailer headers appended to responses when bandwidth limiting introduces delays. */
  readonly responseTrailers?: BackendTrafficPolicySpecBandwidthLimitResponseResponseTrailers;
}

/** ResponseTrailers configures the trailer headers appended to responses when bandwidth limiting introduces delays. */
export interface BackendTrafficPolicySpecBandwidthLimitResponseResponseTrailers {
  /** Prefix is prepended to each trailer header name. */
  readonly prefix?: string;
}

/** Circuit Breaker settings for the upstream connections and requests. */
export interface BackendTrafficPolicySpecCircuitBreaker {
  /** The maximum number of connections that Envoy will establish to the referenced backend defined within a xRoute rule. */
  readonly maxConnections?: number;
  /** The maximum number of parallel requests that Envoy will make to the referenced backend defined within a xRoute rule. */
  readonly maxParallelRequests?: number;
  /** The maximum number of parallel retries that Envoy will make to the referenced backend defined within a xRoute rule. */
  readonly maxParallelRetries?: number;
  /** The maximum number of pending requests that Envoy will queue to the referenced backend defined within a xRoute rule. */
  readonly maxPendingRequests?: number;
  /** The maximum number of requests that Envoy will make over a single connection to the referenced backend defined within a xRoute rule. */
  readonly maxRequestsPerConnection?: number;
  /** PerEndpoint defines Circuit Breakers that will apply per-endpoint for an upstream cluster */
  readonly perEndpoint?: BackendTrafficPolicySpecCircuitBreakerPerEndpoint;
  /** RetryBudget provides settings for retry budget, which limits the number of retries in a given percentage. */
  readonly retryBudget?: BackendTrafficPolicySpecCircuitBreakerRetryBudget;
}

/** PerEndpoint defines Circuit Breakers that will apply per-endpoint for an upstream cluster */
export interface BackendTrafficPolicySpecCircuitBreakerPerEndpoint {
  /** MaxConnections configures the maximum number of connections that Envoy will establish per-endpoint to the referenced backend defined … */
  readonly maxConnections?: number;
}

/** RetryBudget provides settings for retry budget, which limits the number of retries in a given percentage. */
export interface BackendTrafficPolicySpecCircuitBreakerRetryBudget {
  /** MinRetryConcurrency specifies the minimum retry concurrency allowed for the retry budget. */
  readonly minRetryConcurrency?: number;
  /** Percent specifies the limit on concurrent retries as a percentage [0, 100] of the sum of active requests and active pending requests. */
  readonly percent: BackendTrafficPolicySpecCircuitBreakerRetryBudgetPercent;
}

/** Percent specifies the limit on concurrent retries as a percentage [0, 100] of the sum of active requests and active pending requests. */
export interface BackendTrafficPolicySpecCircuitBreakerRetryBudgetPercent {
  readonly denominator?: number;
  readonly numerator: number;
}

/** Compression defines the config of enabling compression. */
export interface BackendTrafficPolicySpecCompression {
  /** The configuration for Brotli compressor. */
  readonly brotli?: unknown;
  /** The configuration for GZIP compressor. */
  readonly gzip?: unknown;
  /** MinContentLength defines the minimum response size in bytes to apply compression. */
  readonly minContentLength?: IntOrString;
  /** CompressorType defines the compressor type to use for compression. */
  readonly type: 'Gzip' | 'Brotli' | 'Zstd';
  /** The configuration for Zstd compressor. */
  readonly zstd?: unknown;
}

/** Connection includes backend connection settings. */
export interface BackendTrafficPolicySpecConnection {
  /** BufferLimit Soft limit on size of the cluster’s connections read and write buffers. */
  readonly bufferLimit?: IntOrString;
  /** Preconnect configures proactive upstream connections to reduce latency by establishing connections before they’re needed and avoiding … */
  readonly preconnect?: BackendTrafficPolicySpecConnectionPreconnect;
  /** SocketBufferLimit provides configuration for the maximum buffer size in bytes for each socket to backend. */
  readonly socketBufferLimit?: IntOrString;
}

/** Preconnect configures proactive upstream connections to reduce latency by establishing connections before they’re needed and avoiding … */
export interface BackendTrafficPolicySpecConnectionPreconnect {
  /** PerEndpointPercent configures how many additional connections to maintain per upstream endpoint, useful for high-QPS or latency sensitive … */
  readonly perEndpointPercent?: number;
  /** PredictivePercent configures how many additional connections to maintain across the cluster by anticipating which upstream endpoint the … */
  readonly predictivePercent?: number;
}

/** DNS includes dns resolution settings. */
export interface BackendTrafficPolicySpecDns {
  /** DNSRefreshRate specifies the rate at which DNS records should be refreshed. */
  readonly dnsRefreshRate?: string;
  /** LookupFamily determines how Envoy would resolve DNS for Routes where the backend is specified as a fully qualified domain name (FQDN). */
  readonly lookupFamily?: 'IPv4' | 'IPv6' | 'IPv4Preferred' | 'IPv6Preferred' | 'IPv4AndIPv6';
  /** RespectDNSTTL indicates whether the DNS Time-To-Live (TTL) should be respected. */
  readonly respectDnsTtl?: boolean;
}

/** FaultInjection defines the fault injection policy to be applied. */
export interface BackendTrafficPolicySpecFaultInjection {
  /** If specified, the request will be aborted if it meets the configuration criteria. */
  readonly abort?: BackendTrafficPolicySpecFaultInjectionAbort;
  /** If specified, a delay will be injected into the request. */
  readonly delay?: BackendTrafficPolicySpecFaultInjectionDelay;
}

/** If specified, the request will be aborted if it meets the configuration criteria. */
export interface BackendTrafficPolicySpecFaultInjectionAbort {
  /** GrpcStatus specifies the GRPC status code to be returned */
  readonly grpcStatus?: number;
  /** StatusCode specifies the HTTP status code to be returned */
  readonly httpStatus?: number;
  /** Percentage specifies the percentage of requests to be aborted. */
  readonly percentage?: number;
}

/** If specified, a delay will be injected into the request. */
export interface BackendTrafficPolicySpecFaultInjectionDelay {
  /** FixedDelay specifies the fixed delay duration */
  readonly fixedDelay: string;
  /** Percentage specifies the percentage of requests to be delayed. */
  readonly percentage?: number;
}

/** HealthCheck allows gateway to perform active health checking on backends. */
export interface BackendTrafficPolicySpecHealthCheck {
  /** Active health check configuration */
  readonly active?: BackendTrafficPolicySpecHealthCheckActive;
  /** When number of unhealthy endpoints for a backend reaches this threshold Envoy will disregard health status and balance across all endpoints. */
  readonly panicThreshold?: number;
  /** Passive passive check configuration */
  readonly passive?: BackendTrafficPolicySpecHealthCheckPassive;
}

/** Active health check configuration */
export interface BackendTrafficPolicySpecHealthCheckActive {
  /** GRPC defines the configuration of the GRPC health checker. */
  readonly grpc?: BackendTrafficPolicySpecHealthCheckActiveGrpc;
  /** HealthCheckLog defines health check event logging configuration for this cluster. */
  readonly healthCheckLog?: BackendTrafficPolicySpecHealthCheckActiveHealthCheckLog;
  /** HealthyThreshold defines the number of healthy health checks required before a backend host is marked healthy. */
  readonly healthyThreshold?: number;
  /** HTTP defines the configuration of http health checker. */
  readonly http?: BackendTrafficPolicySpecHealthCheckActiveHttp;
  /** InitialJitter defines the maximum time Envoy will wait before the first health check. */
  readonly initialJitter?: string;
  /** Interval defines the time between active health checks. */
  readonly interval?: string;
  /** Overrides defines the configuration of the overriding health check settings for all endpoints in the backend cluster. */
  readonly overrides?: BackendTrafficPolicySpecHealthCheckActiveOverrides;
  /** TCP defines the configuration of tcp health checker. */
  readonly tcp?: BackendTrafficPolicySpecHealthCheckActiveTcp;
  /** Timeout defines the time to wait for a health check response. */
  readonly timeout?: string;
  /** Type defines the type of health checker. */
  readonly type: string;
  /** UnhealthyThreshold defines the number of unhealthy health checks required before a backend host is marked unhealthy. */
  readonly unhealthyThreshold?: number;
}

/** GRPC defines the configuration of the GRPC health checker. */
export interface BackendTrafficPolicySpecHealthCheckActiveGrpc {
  /** Service to send in the health check request. */
  readonly service?: string;
}

/** HealthCheckLog defines health check event logging configuration for this cluster. */
export interface BackendTrafficPolicySpecHealthCheckActiveHealthCheckLog {
  /** Matches defines which health check probe outcomes produce a log entry. */
  readonly matches?: ReadonlyArray<'Failure' | 'FailureSeriesStart' | 'Success' | 'HealthyTransition'>;
  /** Sinks defines where health check events are written. */
  readonly sinks?: ReadonlyArray<BackendTrafficPolicySpecHealthCheckActiveHealthCheckLogSinks>;
}

/** ProxyHealthCheckLogSink defines a destination for health check event logs. */
export interface BackendTrafficPolicySpecHealthCheckActiveHealthCheckLogSinks {
  /** File defines the file sink configuration. */
  readonly file?: BackendTrafficPolicySpecHealthCheckActiveHealthCheckLogSinksFile;
  /** Type defines the type of sink. */
  readonly type: 'File';
}

/** File defines the file sink configuration. */
export interface BackendTrafficPolicySpecHealthCheckActiveHealthCheckLogSinksFile {
  /** Path specifies the file path for health check event output. */
  readonly path: string;
}

/** HTTP defines the configuration of http health checker. */
export interface BackendTrafficPolicySpecHealthCheckActiveHttp {
  /** ExpectedResponse defines a list of HTTP expected responses to match. */
  readonly expectedResponse?: BackendTrafficPolicySpecHealthCheckActiveHttpExpectedResponse;
  /** ExpectedStatuses defines a list of HTTP response statuses considered healthy. */
  readonly expectedStatuses?: ReadonlyArray<number>;
  /** Hostname defines the HTTP Host header used for active HTTP health checks. */
  readonly hostname?: string;
  /** Method defines the HTTP method used for health checking. */
  readonly method?: string;
  /** Path defines the HTTP path that will be requested during health checking. */
  readonly path: string;
  /** RequestBody defines the HTTP request body payload sent during health checking. */
  readonly requestBody?: BackendTrafficPolicySpecHealthCheckActiveHttpExpectedResponse;
  /** RetriableStatuses defines a list of HTTP response statuses considered retriable. */
  readonly retriableStatuses?: ReadonlyArray<number>;
}

/** ExpectedResponse defines a list of HTTP expected responses to match. */
export interface BackendTrafficPolicySpecHealthCheckActiveHttpExpectedResponse {
  /** Binary payload base64 encoded. */
  readonly binary?: string;
  /** Text payload in plain text. */
  readonly text?: string;
  /** Type defines the type of the payload. */
  readonly type: string;
}

/** Overrides defines the configuration of the overriding health check settings for all endpoints in the backend cluster. */
export interface BackendTrafficPolicySpecHealthCheckActiveOverrides {
  /** Port overrides the health check port. */
  readonly port?: number;
}

/** TCP defines the configuration of tcp health checker. */
export interface BackendTrafficPolicySpecHealthCheckActiveTcp {
  /** Receive defines the expected response payload. */
  readonly receive?: BackendTrafficPolicySpecHealthCheckActiveHttpExpectedResponse;
  /** Send defines the request payload. */
  readonly send?: BackendTrafficPolicySpecHealthCheckActiveHttpExpectedResponse;
}

/** Passive passive check configuration */
export interface BackendTrafficPolicySpecHealthCheckPassive {
  /** AlwaysEjectOneEndpoint defines whether at least one host should be ejected, regardless of MaxEjectionPercent. */
  readonly alwaysEjectOneEndpoint?: boolean;
  /** BaseEjectionTime defines the base duration for which a host will be ejected on consecutive failures. */
  readonly baseEjectionTime?: string;
  /** Consecutive5xxErrors sets the number of consecutive 5xx errors triggering ejection. */
  readonly consecutive5XxErrors?: number;
  /** ConsecutiveGatewayErrors sets the number of consecutive gateway errors triggering ejection. */
  readonly consecutiveGatewayErrors?: number;
  /** ConsecutiveLocalOriginFailures sets the number of consecutive local origin failures triggering ejection. */
  readonly consecutiveLocalOriginFailures?: number;
  /** FailurePercentageThreshold sets the failure percentage threshold for outlier detection. */
  readonly failurePercentageThreshold?: number;
  /** Interval defines the time between passive health checks. */
  readonly interval?: string;
  /** MaxEjectionPercent sets the maximum percentage of hosts in a cluster that can be ejected. */
  readonly maxEjectionPercent?: number;
  /** SplitExternalLocalOriginErrors enables splitting of errors between external and local origin. */
  readonly splitExternalLocalOriginErrors?: boolean;
}

/** HTTP2 provides HTTP/2 configuration for backend connections. */
export interface BackendTrafficPolicySpecHttp2 {
  /** ConnectionKeepalive configures HTTP/2 connection keepalive using PING frames. */
  readonly connectionKeepalive?: BackendTrafficPolicySpecHttp2ConnectionKeepalive;
  /** InitialConnectionWindowSize sets the initial window size for HTTP/2 connections. */
  readonly initialConnectionWindowSize?: IntOrString;
  /** InitialStreamWindowSize sets the initial window size for HTTP/2 streams. */
  readonly initialStreamWindowSize?: IntOrString;
  /** MaxConcurrentStreams sets the maximum number of concurrent streams allowed per connection. */
  readonly maxConcurrentStreams?: number;
  /** OnInvalidMessage determines if Envoy will terminate the connection or just the offending stream in the event of HTTP messaging error It's … */
  readonly onInvalidMessage?: string;
}

/** ConnectionKeepalive configures HTTP/2 connection keepalive using PING frames. */
export interface BackendTrafficPolicySpecHttp2ConnectionKeepalive {
  /** IdleInterval specifies how long a connection must be idle before a PING is sent. */
  readonly idleInterval?: string;
  /** Interval specifies how often to send HTTP/2 PING frames to keep the connection alive. */
  readonly interval?: string;
  /** IntervalJitter specifies a random jitter percentage added to each interval. */
  readonly intervalJitter?: number;
  /** Timeout specifies how long to wait for a PING response before considering the connection dead. */
  readonly timeout?: string;
}

/** ProtocolUpgradeConfig specifies the configuration for protocol upgrades. */
export interface BackendTrafficPolicySpecHttpUpgrade {
  /** Connect specifies the configuration for the CONNECT config. */
  readonly connect?: BackendTrafficPolicySpecHttpUpgradeConnect;
  /** Type is the case-insensitive type of protocol upgrade. */
  readonly type: string;
}

/** Connect specifies the configuration for the CONNECT config. */
export interface BackendTrafficPolicySpecHttpUpgradeConnect {
  /** Terminate the CONNECT request, and forwards the payload as raw TCP data. */
  readonly terminate?: boolean;
}

/** LoadBalancer policy to apply when routing traffic from the gateway to the backend endpoints. */
export interface BackendTrafficPolicySpecLoadBalancer {
  /** BackendUtilization defines the configuration when the load balancer type is set to BackendUtilization. */
  readonly backendUtilization?: BackendTrafficPolicySpecLoadBalancerBackendUtilization;
  /** ConsistentHash defines the configuration when the load balancer type is set to ConsistentHash */
  readonly consistentHash?: BackendTrafficPolicySpecLoadBalancerConsistentHash;
  /** DynamicModule defines the configuration when the load balancer type is set to DynamicModule. */
  readonly dynamicModule?: BackendTrafficPolicySpecLoadBalancerDynamicModule;
  /** EndpointOverride defines the configuration for endpoint override. */
  readonly endpointOverride?: BackendTrafficPolicySpecLoadBalancerEndpointOverride;
  /** SlowStart defines the configuration related to the slow start load balancer policy. */
  readonly slowStart?: BackendTrafficPolicySpecLoadBalancerSlowStart;
  /** Type decides the type of Load Balancer policy. */
  readonly type: 'ConsistentHash' | 'LeastRequest' | 'Random' | 'RoundRobin' | 'BackendUtilization' | 'DynamicModule';
  /** ZoneAware defines the configuration related to the distribution of requests between locality zones. */
  readonly zoneAware?: BackendTrafficPolicySpecLoadBalancerZoneAware;
}

/** BackendUtilization defines the configuration when the load balancer type is set to BackendUtilization. */
export interface BackendTrafficPolicySpecLoadBalancerBackendUtilization {
  /** A given endpoint must report load metrics continuously for at least this long before the endpoint weight will be used. */
  readonly blackoutPeriod?: string;
  /** ErrorUtilizationPenaltyPercent adjusts endpoint weights based on the error rate (eps/qps). */
  readonly errorUtilizationPenaltyPercent?: number;
  /** KeepResponseHeaders keeps the ORCA load report headers/trailers before sending the response to the client. */
  readonly keepResponseHeaders?: boolean;
  /** Metric names used to compute utilization if application_utilization is not set. */
  readonly metricNamesForComputingUtilization?: ReadonlyArray<string>;
  /** OutOfBand enables out-of-band ORCA load reporting. */
  readonly outOfBand?: BackendTrafficPolicySpecLoadBalancerBackendUtilizationOutOfBand;
  /** If a given endpoint has not reported load metrics in this long, stop using the reported weight. */
  readonly weightExpirationPeriod?: string;
  /** How often endpoint weights are recalculated. */
  readonly weightUpdatePeriod?: string;
}

/** OutOfBand enables out-of-band ORCA load reporting. */
export interface BackendTrafficPolicySpecLoadBalancerBackendUtilizationOutOfBand {
  /** Authority overrides the :authority header on the OutOfBand gRPC stream. */
  readonly authority?: string;
  /** Port overrides the port used for the OutOfBand reporting connection, e.g. */
  readonly port?: number;
  /** ReportingPeriod is how often Envoy requests load reports from the server. */
  readonly reportingPeriod?: string;
}

/** ConsistentHash defines the configuration when the load balancer type is set to ConsistentHash */
export interface BackendTrafficPolicySpecLoadBalancerConsistentHash {
  /** Cookie configures the cookie hash policy when the consistent hash type is set to Cookie. */
  readonly cookie?: BackendTrafficPolicySpecLoadBalancerConsistentHashCookie;
  /** Header configures the header hash policy when the consistent hash type is set to Header. */
  readonly header?: BackendTrafficPolicySpecLoadBalancerConsistentHashHeader;
  /** Headers configures the header hash policy for each header, when the consistent hash type is set to Headers. */
  readonly headers?: ReadonlyArray<BackendTrafficPolicySpecLoadBalancerConsistentHashHeader>;
  /** QueryParams configures the query parameter hash policy when the consistent hash type is set to QueryParams. */
  readonly queryParams?: ReadonlyArray<BackendTrafficPolicySpecLoadBalancerConsistentHashHeader>;
  /** The table size for consistent hashing, must be prime number limited to 5000011. */
  readonly tableSize?: number;
  /** ConsistentHashType defines the type of input to hash on. */
  readonly type: 'SourceIP' | 'Header' | 'Headers' | 'Cookie' | 'QueryParams';
}

/** Cookie configures the cookie hash policy when the consistent hash type is set to Cookie. */
export interface BackendTrafficPolicySpecLoadBalancerConsistentHashCookie {
  /** Additional Attributes to set for the generated cookie. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Name of the cookie to hash. */
  readonly name: string;
  /** TTL of the generated cookie if the cookie is not present. */
  readonly ttl?: string;
}

/** Header configures the header hash policy when the consistent hash type is set to Header. */
export interface BackendTrafficPolicySpecLoadBalancerConsistentHashHeader {
  /** Name of the header to hash. */
  readonly name: string;
}

/** DynamicModule defines the configuration when the load balancer type is set to DynamicModule. */
export interface BackendTrafficPolicySpecLoadBalancerDynamicModule {
  /** Config is optional configuration for the module's load balancer implementation. */
  readonly config?: unknown;
  /** LBPolicyName identifies a specific load balancer implementation within the dynamic module. */
  readonly lbPolicyName: string;
  /** Name references a dynamic module registered in the EnvoyProxy resource's dynamicModules list. */
  readonly name: string;
}

/** EndpointOverride defines the configuration for endpoint override. */
export interface BackendTrafficPolicySpecLoadBalancerEndpointOverride {
  /** ExtractFrom defines the sources to extract endpoint override information from. */
  readonly extractFrom: ReadonlyArray<BackendTrafficPolicySpecLoadBalancerEndpointOverrideExtractFrom>;
}

/** EndpointOverrideExtractFrom defines a source to extract endpoint override information from. */
export interface BackendTrafficPolicySpecLoadBalancerEndpointOverrideExtractFrom {
  /** Header defines the header to get the override endpoint addresses. */
  readonly header?: string;
}

/** SlowStart defines the configuration related to the slow start load balancer policy. */
export interface BackendTrafficPolicySpecLoadBalancerSlowStart {
  /** Window defines the duration of the warm up period for newly added host. */
  readonly window: string;
}

/** ZoneAware defines the configuration related to the distribution of requests between locality zones. */
export interface BackendTrafficPolicySpecLoadBalancerZoneAware {
  /** PreferLocalZone configures zone-aware routing to prefer sending traffic to the local locality zone. */
  readonly preferLocal?: BackendTrafficPolicySpecLoadBalancerZoneAwarePreferLocal;
  /** WeightedZones configures weight-based traffic distribution across locality zones. */
  readonly weightedZones?: ReadonlyArray<BackendTrafficPolicySpecLoadBalancerZoneAwareWeightedZones>;
}

/** PreferLocalZone configures zone-aware routing to prefer sending traffic to the local locality zone. */
export interface BackendTrafficPolicySpecLoadBalancerZoneAwarePreferLocal {
  /** ForceLocalZone defines override configuration for forcing all traffic to stay within the local zone instead of the default behavior which … */
  readonly force?: BackendTrafficPolicySpecLoadBalancerZoneAwarePreferLocalForce;
  /** MinEndpointsThreshold is the minimum number of total upstream endpoints across all zones required to enable zone-aware routing. */
  readonly minEndpointsThreshold?: number;
  /** Configures percentage of requests that will be considered for zone aware routing if zone aware routing is configured. */
  readonly percentageEnabled?: number;
}

/** ForceLocalZone defines override configuration for forcing all traffic to stay within the local zone instead of the default behavior which … */
export interface BackendTrafficPolicySpecLoadBalancerZoneAwarePreferLocalForce {
  /** MinEndpointsInZoneThreshold is the minimum number of upstream endpoints in the local zone required to honor the forceLocalZone override. */
  readonly minEndpointsInZoneThreshold?: number;
}

/** WeightedZoneConfig defines the weight for a specific locality zone. */
export interface BackendTrafficPolicySpecLoadBalancerZoneAwareWeightedZones {
  /** Weight defines the weight for this locality. */
  readonly weight: number;
  /** Zone specifies the topology zone this weight applies to. */
  readonly zone: string;
}

/** ProxyProtocol enables the Proxy Protocol when communicating with the backend. */
export interface BackendTrafficPolicySpecProxyProtocol {
  /** Version of ProxyProtocol Valid ProxyProtocolVersion values are "V1" "V2" */
  readonly version: 'V1' | 'V2';
}

/** RateLimit allows the user to limit the number of incoming requests to a predefined value based on attributes within the traffic flow. */
export interface BackendTrafficPolicySpecRateLimit {
  /** Global defines global rate limit configuration. */
  readonly global?: BackendTrafficPolicySpecRateLimitGlobal;
  /** Local defines local rate limit configuration. */
  readonly local?: BackendTrafficPolicySpecRateLimitLocal;
  /** Type decides the scope for the RateLimits. */
  readonly type?: 'Global' | 'Local';
}

/** Global defines global rate limit configuration. */
export interface BackendTrafficPolicySpecRateLimitGlobal {
  /** Rules are a list of RateLimit selectors and limits. */
  readonly rules: ReadonlyArray<BackendTrafficPolicySpecRateLimitGlobalRules>;
}

/** RateLimitRule defines the semantics for matching attributes from the incoming requests, and setting limits for them. */
export interface BackendTrafficPolicySpecRateLimitGlobalRules {
  /** ClientSelectors holds the list of select conditions to select specific clients using attributes from the traffic flow. */
  readonly clientSelectors?: ReadonlyArray<BackendTrafficPolicySpecRateLimitGlobalRulesClientSelectors>;
  /** Cost specifies the cost of requests and responses for the rule. */
  readonly cost?: BackendTrafficPolicySpecRateLimitGlobalRulesCost;
  /** Limit holds the rate limit values. */
  readonly limit: BackendTrafficPolicySpecRateLimitGlobalRulesLimit;
  /** ShadowMode indicates whether this rate-limit rule runs in shadow mode. */
  readonly shadowMode?: boolean;
  /** Shared determines whether this rate limit rule applies across all the policy targets. */
  readonly shared?: boolean;
  /** XRateLimitHeaders controls whether X-RateLimit response headers are emitted for this rate limit rule. */
  readonly xRateLimitHeaders?: 'Off' | 'DraftVersion03';
}

/** RateLimitSelectCondition specifies the attributes within the traffic flow that can be used to select a subset of clients to be ratelimited. */
export interface BackendTrafficPolicySpecRateLimitGlobalRulesClientSelectors {
  /** Headers is a list of request headers to match. */
  readonly headers?: ReadonlyArray<BackendTrafficPolicySpecRateLimitGlobalRulesClientSelectorsHeaders>;
  /** Methods is a list of request methods to match. */
  readonly methods?: ReadonlyArray<BackendTrafficPolicySpecRateLimitGlobalRulesClientSelectorsMethods>;
  /** Path is the request path to match. */
  readonly path?: BackendTrafficPolicySpecRateLimitGlobalRulesClientSelectorsPath;
  /** QueryParams is a list of query parameters to match. */
  readonly queryParams?: ReadonlyArray<BackendTrafficPolicySpecRateLimitGlobalRulesClientSelectorsHeaders>;
  /** SourceCIDR is the client IP Address range to match on. */
  readonly sourceCIDR?: BackendTrafficPolicySpecRateLimitGlobalRulesClientSelectorsSourceCIDR;
}

/** HeaderMatch defines the match attributes within the HTTP Headers of the request. */
export interface BackendTrafficPolicySpecRateLimitGlobalRulesClientSelectorsHeaders {
  /** Invert specifies whether the value match result will be inverted. */
  readonly invert?: boolean;
  /** Name of the HTTP header. */
  readonly name: string;
  /** Type specifies how to match against the value of the header. */
  readonly type?: 'Exact' | 'RegularExpression' | 'Distinct';
  /** Value within the HTTP header. */
  readonly value?: string;
}

/** MethodMatch defines the matching criteria for the HTTP method of a request. */
export interface BackendTrafficPolicySpecRateLimitGlobalRulesClientSelectorsMethods {
  /** Invert specifies whether the value match result will be inverted. */
  readonly invert?: boolean;
  /** Value specifies the HTTP method. */
  readonly value: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH';
}

/** Path is the request path to match. */
export interface BackendTrafficPolicySpecRateLimitGlobalRulesClientSelectorsPath {
  /** Invert specifies whether the value match result will be inverted. */
  readonly invert?: boolean;
  /** Type specifies how to match against the value of the path. */
  readonly type?: 'Exact' | 'PathPrefix' | 'RegularExpression';
  /** Value specifies the HTTP path. */
  readonly value: string;
}

/** SourceCIDR is the client IP Address range to match on. */
export interface BackendTrafficPolicySpecRateLimitGlobalRulesClientSelectorsSourceCIDR {
  /** Invert specifies whether the source range match result will be inverted. */
  readonly invert?: boolean;
  readonly type?: 'Exact' | 'Distinct';
  /** Value is the IP CIDR that represents the range of Source IP Addresses of the client. */
  readonly value: string;
}

/** Cost specifies the cost of requests and responses for the rule. */
export interface BackendTrafficPolicySpecRateLimitGlobalRulesCost {
  /** Request specifies the number to reduce the rate limit counters on the request path. */
  readonly request?: BackendTrafficPolicySpecRateLimitGlobalRulesCostRequest;
  /** Response specifies the number to reduce the rate limit counters after the response is sent back to the client or the request stream is … */
  readonly response?: BackendTrafficPolicySpecRateLimitGlobalRulesCostRequest;
}

/** Request specifies the number to reduce the rate limit counters on the request path. */
export interface BackendTrafficPolicySpecRateLimitGlobalRulesCostRequest {
  /** From specifies where to get the rate limit cost. */
  readonly from: 'Number' | 'Metadata';
  /** Metadata specifies the per-request metadata to retrieve the usage number from. */
  readonly metadata?: BackendTrafficPolicySpecRateLimitGlobalRulesCostRequestMetadata;
  /** Number specifies the fixed usage number to reduce the rate limit counters. */
  readonly number?: number;
}

/** Metadata specifies the per-request metadata to retrieve the usage number from. */
export interface BackendTrafficPolicySpecRateLimitGlobalRulesCostRequestMetadata {
  /** Key is the key to retrieve the usage number from the filter metadata. */
  readonly key: string;
  /** Namespace is the namespace of the dynamic metadata. */
  readonly namespace: string;
}

/** Limit holds the rate limit values. */
export interface BackendTrafficPolicySpecRateLimitGlobalRulesLimit {
  /** FromMetadata sources the limit value from per-request dynamic metadata. */
  readonly fromMetadata?: BackendTrafficPolicySpecRateLimitGlobalRulesCostRequestMetadata;
  /** Requests is the number of requests (or cost units, when used with cost-based rate limiting) allowed per Unit. */
  readonly requests: number;
  /** RateLimitUnit specifies the intervals for setting rate limits. */
  readonly unit: 'Second' | 'Minute' | 'Hour' | 'Day' | 'Week' | 'Month' | 'Year';
}

/** Local defines local rate limit configuration. */
export interface BackendTrafficPolicySpecRateLimitLocal {
  /** Rules are a list of RateLimit selectors and limits. */
  readonly rules?: ReadonlyArray<BackendTrafficPolicySpecRateLimitGlobalRules>;
}

/** RequestBuffer allows the gateway to buffer and fully receive each request from a client before continuing to send the request upstream to … */
export interface BackendTrafficPolicySpecRequestBuffer {
  /** Limit specifies the maximum allowed size in bytes for each incoming request buffer. */
  readonly limit?: IntOrString;
}

/** ResponseOverride defines the configuration to override specific responses with a custom one. */
export interface BackendTrafficPolicySpecResponseOverride {
  /** Match configuration. */
  readonly match: BackendTrafficPolicySpecResponseOverrideMatch;
  /** Redirect configuration */
  readonly redirect?: BackendTrafficPolicySpecResponseOverrideRedirect;
  /** Response configuration. */
  readonly response?: BackendTrafficPolicySpecResponseOverrideResponse;
  /** Source specifies which responses this rule applies to. */
  readonly source?: 'All' | 'Local' | 'Backend';
}

/** Match configuration. */
export interface BackendTrafficPolicySpecResponseOverrideMatch {
  /** Response headers to match on. */
  readonly responseHeaders?: ReadonlyArray<BackendTrafficPolicySpecResponseOverrideMatchResponseHeaders>;
  /** Status code to match on. */
  readonly statusCodes?: ReadonlyArray<BackendTrafficPolicySpecResponseOverrideMatchStatusCodes>;
}

/** ResponseOverrideHeaderMatch defines the configuration for matching a response header. */
export interface BackendTrafficPolicySpecResponseOverrideMatchResponseHeaders {
  /** Name of the HTTP header. */
  readonly name: string;
  /** Value within the HTTP header to match against. */
  readonly value: BackendTrafficPolicySpecResponseOverrideMatchResponseHeadersValue;
}

/** Value within the HTTP header to match against. */
export interface BackendTrafficPolicySpecResponseOverrideMatchResponseHeadersValue {
  /** Type specifies how to match against a string. */
  readonly type?: 'Exact' | 'Prefix' | 'Suffix' | 'RegularExpression';
  /** Value specifies the string value that the match must have. */
  readonly value: string;
}

/** StatusCodeMatch defines the configuration for matching a status code. */
export interface BackendTrafficPolicySpecResponseOverrideMatchStatusCodes {
  /** Range contains the range of status codes. */
  readonly range?: BackendTrafficPolicySpecResponseOverrideMatchStatusCodesRange;
  /** Type is the type of value. */
  readonly type: string;
  /** Value contains the value of the status code. */
  readonly value?: number;
}

/** Range contains the range of status codes. */
export interface BackendTrafficPolicySpecResponseOverrideMatchStatusCodesRange {
  /** End of the range, including the end value. */
  readonly end: number;
  /** Start of the range, including the start value. */
  readonly start: number;
}

/** Redirect configuration */
export interface BackendTrafficPolicySpecResponseOverrideRedirect {
  /** Hostname is the hostname to be used in the value of the `Location` header in the response. */
  readonly hostname?: string;
  /** Path defines parameters used to modify the path of the incoming request. */
  readonly path?: BackendTrafficPolicySpecResponseOverrideRedirectPath;
  /** Port is the port to be used in the value of the `Location` header in the response. */
  readonly port?: number;
  /** Scheme is the scheme to be used in the value of the `Location` header in the response. */
  readonly scheme?: 'http' | 'https';
  /** StatusCode is the HTTP status code to be used in response. */
  readonly statusCode?: 301 | 302;
}

/** Path defines parameters used to modify the path of the incoming request. */
export interface BackendTrafficPolicySpecResponseOverrideRedirectPath {
  /** ReplaceFullPath specifies the value with which to replace the full path of a request during a rewrite or redirect. */
  readonly replaceFullPath?: string;
  /** ReplacePrefixMatch specifies the value with which to replace the prefix match of a request during a rewrite or redirect. */
  readonly replacePrefixMatch?: string;
  /** Type defines the type of path modifier. */
  readonly type: 'ReplaceFullPath' | 'ReplacePrefixMatch';
}

/** Response configuration. */
export interface BackendTrafficPolicySpecResponseOverrideResponse {
  /** Body of the Custom Response Supports Envoy command operators for dynamic content (see … */
  readonly body?: BackendTrafficPolicySpecResponseOverrideResponseBody;
  /** Content Type of the response. */
  readonly contentType?: string;
  /** Header defines headers to add, set or remove from the response. */
  readonly header?: BackendTrafficPolicySpecResponseOverrideResponseHeader;
  /** Status Code of the Custom Response If unset, does not override the status of response. */
  readonly statusCode?: number;
}

/** Body of the Custom Response Supports Envoy command operators for dynamic content (see … */
export interface BackendTrafficPolicySpecResponseOverrideResponseBody {
  /** Inline contains the value as an inline string. */
  readonly inline?: string;
  /** Type is the type of method to use to read the body value. */
  readonly type: string;
  /** ValueRef contains the contents of the body specified as a local object reference. */
  readonly valueRef?: BackendTrafficPolicySpecResponseOverrideResponseBodyValueRef;
}

/** ValueRef contains the contents of the body specified as a local object reference. */
export interface BackendTrafficPolicySpecResponseOverrideResponseBodyValueRef {
  /** Group is the group of the referent. */
  readonly group: string;
  /** Kind is kind of the referent. */
  readonly kind: string;
  /** Name is the name of the referent. */
  readonly name: string;
}

/** Header defines headers to add, set or remove from the response. */
export interface BackendTrafficPolicySpecResponseOverrideResponseHeader {
  /** Add adds the given header(s) (name, value) to the request before the action. */
  readonly add?: ReadonlyArray<BackendTrafficPolicySpecResponseOverrideResponseHeaderAdd>;
  /** Remove the given header(s) from the HTTP request before the action. */
  readonly remove?: ReadonlyArray<string>;
  /** Set overwrites the request with the given header (name, value) before the action. */
  readonly set?: ReadonlyArray<BackendTrafficPolicySpecResponseOverrideResponseHeaderAdd>;
}

/** HTTPHeader represents an HTTP Header name and value as defined by RFC 7230. */
export interface BackendTrafficPolicySpecResponseOverrideResponseHeaderAdd {
  /** Name is the name of the HTTP Header to be matched. */
  readonly name: string;
  /** Value is the value of HTTP Header to be matched. */
  readonly value: string;
}

/** Retry provides more advanced usage, allowing users to customize the number of retries, retry fallback strategy, and retry triggering … */
export interface BackendTrafficPolicySpecRetry {
  /** NumAttemptsPerPriority defines the number of requests (initial attempt + retries) that should be sent to the same priority before … */
  readonly numAttemptsPerPriority?: number;
  /** NumRetries is the number of retries to be attempted. */
  readonly numRetries?: number;
  /** PerRetry is the retry policy to be applied per retry attempt. */
  readonly perRetry?: BackendTrafficPolicySpecRetryPerRetry;
  /** RetryOn specifies the retry trigger condition. */
  readonly retryOn?: BackendTrafficPolicySpecRetryRetryOn;
}

/** PerRetry is the retry policy to be applied per retry attempt. */
export interface BackendTrafficPolicySpecRetryPerRetry {
  /** Backoff is the backoff policy to be applied per retry attempt. */
  readonly backOff?: BackendTrafficPolicySpecRetryPerRetryBackOff;
  /** Timeout is the timeout per retry attempt. */
  readonly timeout?: string;
}

/** Backoff is the backoff policy to be applied per retry attempt. */
export interface BackendTrafficPolicySpecRetryPerRetryBackOff {
  /** BaseInterval is the base interval between retries. */
  readonly baseInterval?: string;
  /** MaxInterval is the maximum interval between retries. */
  readonly maxInterval?: string;
}

/** RetryOn specifies the retry trigger condition. */
export interface BackendTrafficPolicySpecRetryRetryOn {
  /** HttpStatusCodes specifies the http status codes to be retried. */
  readonly httpStatusCodes?: ReadonlyArray<number>;
  /** Triggers specifies the retry trigger condition(Http/Grpc). */
  readonly triggers?: ReadonlyArray<
    | '5xx'
    | 'gateway-error'
    | 'reset'
    | 'reset-before-request'
    | 'connect-failure'
    | 'retriable-4xx'
    | 'refused-stream'
    | 'retriable-status-codes'
    | 'cancelled'
    | 'deadline-exceeded'
    | 'internal'
    | 'resource-exhausted'
    | 'unavailable'
  >;
}

/** TargetRef is the name of the resource this policy is being attached to. */
export interface BackendTrafficPolicySpecTargetRef {
  /** Group is the group of the target resource. */
  readonly group: string;
  /** Kind is kind of the target resource. */
  readonly kind: string;
  /** Name is the name of the target resource. */
  readonly name: string;
  /** SectionName is the name of a section within the target resource. */
  readonly sectionName?: string;
}

export interface BackendTrafficPolicySpecTargetSelectors {
  /** Group is the group that this selector targets. */
  readonly group?: string;
  /** Kind is the resource kind that this selector targets. */
  readonly kind: string;
  /** MatchExpressions is a list of label selector requirements. */
  readonly matchExpressions?: ReadonlyArray<BackendTrafficPolicySpecTargetSelectorsMatchExpressions>;
  /** MatchLabels are the set of label selectors for identifying the targeted resource. */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /** Namespaces determines which namespaces are considered for target selection. */
  readonly namespaces?: BackendTrafficPolicySpecTargetSelectorsNamespaces;
}

/** A label selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface BackendTrafficPolicySpecTargetSelectorsMatchExpressions {
  /** key is the label key that the selector applies to. */
  readonly key: string;
  /** operator represents a key's relationship to a set of values. */
  readonly operator: string;
  /** values is an array of string values. */
  readonly values?: ReadonlyArray<string>;
}

/** Namespaces determines which namespaces are considered for target selection. */
export interface BackendTrafficPolicySpecTargetSelectorsNamespaces {
  /** From indicates how namespaces are selected for this target selector. */
  readonly from: 'Same' | 'All' | 'Selector';
  /** Selector selects namespaces when From is set to Selector. */
  readonly selector?: BackendTrafficPolicySpecTargetSelectorsNamespacesSelector;
}

/** Selector selects namespaces when From is set to Selector. */
export interface BackendTrafficPolicySpecTargetSelectorsNamespacesSelector {
  /** matchExpressions is a list of label selector requirements. */
  readonly matchExpressions?: ReadonlyArray<BackendTrafficPolicySpecTargetSelectorsMatchExpressions>;
  /** matchLabels is a map of {key,value} pairs. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** TcpKeepalive settings associated with the upstream client connection. */
export interface BackendTrafficPolicySpecTcpKeepalive {
  /** The duration a connection needs to be idle before keep-alive probes start being sent. */
  readonly idleTime?: string;
  /** The duration between keep-alive probes. */
  readonly interval?: string;
  /** The total number of unacknowledged probes to send before deciding the connection is dead. */
  readonly probes?: number;
}

/** Telemetry configures the telemetry settings for the policy target (Gateway or xRoute). */
export interface BackendTrafficPolicySpecTelemetry {
  /** Metrics defines metrics configuration for the backend or Route. */
  readonly metrics?: BackendTrafficPolicySpecTelemetryMetrics;
  /** Tracing configures the tracing settings for the backend or HTTPRoute. */
  readonly tracing?: BackendTrafficPolicySpecTelemetryTracing;
}

/** Metrics defines metrics configuration for the backend or Route. */
export interface BackendTrafficPolicySpecTelemetryMetrics {
  /** RouteStatName defines the value of the Route stat_prefix, determining how the route stats are named. */
  readonly routeStatName?: string;
}

/** Tracing configures the tracing settings for the backend or HTTPRoute. */
export interface BackendTrafficPolicySpecTelemetryTracing {
  /** ClientSamplingFraction represents the fraction of requests that should be selected for tracing when requested by the client. */
  readonly clientSamplingFraction?: BackendTrafficPolicySpecCircuitBreakerRetryBudgetPercent;
  /** CustomTags defines the custom tags to add to each span. */
  readonly customTags?: Readonly<Record<string, BackendTrafficPolicySpecTelemetryTracingCustomTags>>;
  /** OverallSamplingFraction represents the fraction of requests that should be selected for tracing after all other sampling checks have been … */
  readonly overallSamplingFraction?: BackendTrafficPolicySpecCircuitBreakerRetryBudgetPercent;
  /** SamplingFraction represents the fraction of requests that should be selected for tracing if no prior sampling decision has been made. */
  readonly samplingFraction?: BackendTrafficPolicySpecCircuitBreakerRetryBudgetPercent;
  /** SpanName defines the name of the span which will be used for tracing. */
  readonly spanName?: BackendTrafficPolicySpecTelemetryTracingSpanName;
  /** Tags defines the custom tags to add to each span. */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface BackendTrafficPolicySpecTelemetryTracingCustomTags {
  /** Environment adds value from environment variable to each span. */
  readonly environment?: BackendTrafficPolicySpecTelemetryTracingCustomTagsEnvironment;
  /** Literal adds hard-coded value to each span. */
  readonly literal?: BackendTrafficPolicySpecTelemetryTracingCustomTagsLiteral;
  /** RequestHeader adds value from request header to each span. */
  readonly requestHeader?: BackendTrafficPolicySpecTelemetryTracingCustomTagsEnvironment;
  /** Type defines the type of custom tag. */
  readonly type: 'Literal' | 'Environment' | 'RequestHeader';
}

/** Environment adds value from environment variable to each span. */
export interface BackendTrafficPolicySpecTelemetryTracingCustomTagsEnvironment {
  /** DefaultValue defines the default value to use if the environment variable is not set. */
  readonly defaultValue?: string;
  /** Name defines the name of the environment variable which to extract the value from. */
  readonly name: string;
}

/** Literal adds hard-coded value to each span. */
export interface BackendTrafficPolicySpecTelemetryTracingCustomTagsLiteral {
  /** Value defines the hard-coded value to add to each span. */
  readonly value: string;
}

/** SpanName defines the name of the span which will be used for tracing. */
export interface BackendTrafficPolicySpecTelemetryTracingSpanName {
  /** Client defines operation name of the span which will be used for tracing. */
  readonly client: string;
  /** Server defines the operation name of the upstream span which will be used for tracing. */
  readonly server: string;
}

/** Timeout settings for the backend connections. */
export interface BackendTrafficPolicySpecTimeout {
  /** Timeout settings for HTTP. */
  readonly http?: BackendTrafficPolicySpecTimeoutHttp;
  /** Timeout settings for TCP. */
  readonly tcp?: BackendTrafficPolicySpecTimeoutTcp;
}

/** Timeout settings for HTTP. */
export interface BackendTrafficPolicySpecTimeoutHttp {
  /** The idle timeout for an HTTP connection. */
  readonly connectionIdleTimeout?: string;
  /** The maximum duration of an HTTP connection. */
  readonly maxConnectionDuration?: string;
  /** MaxStreamDuration is the maximum duration for a stream to complete. */
  readonly maxStreamDuration?: string;
  /** RequestTimeout is the time until which entire response is received from the upstream. */
  readonly requestTimeout?: string;
  /** The stream idle timeout defines the amount of time a stream can exist without any upstream or downstream activity. */
  readonly streamIdleTimeout?: string;
}

/** Timeout settings for TCP. */
export interface BackendTrafficPolicySpecTimeoutTcp {
  /** The timeout for network connection establishment, including TCP and TLS handshakes. */
  readonly connectTimeout?: string;
}
