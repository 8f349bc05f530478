// Written by `npm run imports`; change imports/write, not this file.

// Types of github.com/argoproj/argo-rollouts 1.10.1.
import type { IntOrString, ObjectMeta, PodSpec } from './k8s';

/** Rollout is a specification for a Rollout resource */
export interface Rollout {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'argoproj.io/v1alpha1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'Rollout';
  readonly metadata: ObjectMeta;
  /** RolloutSpec is the spec for a Rollout resource */
  readonly spec: RolloutSpec;
}

/** RolloutSpec is the spec for a Rollout resource */
export interface RolloutSpec {
  /** Analysis configuration for the analysis runs to retain */
  readonly analysis?: RolloutSpecAnalysis;
  /** Minimum number of seconds for which a newly created pod should be ready without any of its container crashing, for it to be considered … */
  readonly minReadySeconds?: number;
  /** Paused pauses the rollout at its current step. */
  readonly paused?: boolean;
  /** ProgressDeadlineAbort is whether to abort the update when ProgressDeadlineSeconds is exceeded. */
  readonly progressDeadlineAbort?: boolean;
  /** ProgressDeadlineSeconds The maximum time in seconds for a rollout to make progress before it is considered to be failed. */
  readonly progressDeadlineSeconds?: number;
  /** Number of desired pods. */
  readonly replicas?: number;
  /** RestartAt indicates when all the pods of a Rollout should be restarted */
  readonly restartAt?: string;
  /** The number of old ReplicaSets to retain. */
  readonly revisionHistoryLimit?: number;
  /** The window in which a rollback will be fast tracked (fully promoted) */
  readonly rollbackWindow?: RolloutSpecRollbackWindow;
  /** Label selector for pods. */
  readonly selector?: RolloutSpecSelector;
  /** The deployment strategy to use to replace existing pods with new ones. */
  readonly strategy?: RolloutSpecStrategy;
  /** Template describes the pods that will be created. */
  readonly template?: RolloutSpecTemplate;
  /** WorkloadRef holds a references to a workload that provides Pod template */
  readonly workloadRef?: RolloutSpecWorkloadRef;
}

/** Analysis configuration for the analysis runs to retain */
export interface RolloutSpecAnalysis {
  /** SuccessfulRunHistoryLimit limits the number of old successful analysis runs and experiments to be retained in a history */
  readonly successfulRunHistoryLimit?: number;
  /** UnsuccessfulRunHistoryLimit limits the number of old unsuccessful analysis runs and experiments to be retained in a history. */
  readonly unsuccessfulRunHistoryLimit?: number;
}

/** The window in which a rollback will be fast tracked (fully promoted) */
export interface RolloutSpecRollbackWindow {
  readonly revisions?: number;
}

/** Label selector for pods. */
export interface RolloutSpecSelector {
  /** matchExpressions is a list of label selector requirements. */
  readonly matchExpressions?: ReadonlyArray<RolloutSpecSelectorMatchExpressions>;
  /** matchLabels is a map of {key,value} pairs. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** A label selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface RolloutSpecSelectorMatchExpressions {
  /** key is the label key that the selector applies to. */
  readonly key: string;
  /** operator represents a key's relationship to a set of values. */
  readonly operator: string;
  /** values is an array of string values. */
  readonly values?: ReadonlyArray<string>;
}

/** The deployment strategy to use to replace existing pods with new ones. */
export interface RolloutSpecStrategy {
  /** BlueGreenStrategy defines parameters for Blue Green deployment */
  readonly blueGreen?: RolloutSpecStrategyBlueGreen;
  /** CanaryStrategy defines parameters for a Replica Based Canary */
  readonly canary?: RolloutSpecStrategyCanary;
}

/** BlueGreenStrategy defines parameters for Blue Green deployment */
export interface RolloutSpecStrategyBlueGreen {
  /** AbortScaleDownDelaySeconds adds a delay in second before scaling down the preview replicaset if update is aborted. */
  readonly abortScaleDownDelaySeconds?: number;
  /** ActiveMetadata specify labels and annotations which will be attached to the active pods for the duration which they act as a active pod, … */
  readonly activeMetadata?: RolloutSpecStrategyBlueGreenActiveMetadata;
  /** Name of the service that the rollout modifies as the active service. */
  readonly activeService: string;
  /** AntiAffinity enables anti-affinity rules for Blue Green deployment */
  readonly antiAffinity?: RolloutSpecStrategyBlueGreenAntiAffinity;
  /** AutoPromotionEnabled indicates if the rollout should automatically promote the new ReplicaSet to the active service or enter a paused state. */
  readonly autoPromotionEnabled?: boolean;
  /** AutoPromotionSeconds is a duration in seconds in which to delay auto-promotion (default: */
  readonly autoPromotionSeconds?: number;
  /** MaxUnavailable The maximum number of pods that can be unavailable during a restart operation. */
  readonly maxUnavailable?: IntOrString;
  /** PostPromotionAnalysis configuration to run analysis after a selector switch */
  readonly postPromotionAnalysis?: RolloutSpecStrategyBlueGreenPostPromotionAnalysis;
  /** PrePromotionAnalysis configuration to run analysis before a selector switch */
  readonly prePromotionAnalysis?: RolloutSpecStrategyBlueGreenPostPromotionAnalysis;
  /** PreviewMetadata specify labels and annotations which will be attached to the preview pods for the duration which they act as a preview … */
  readonly previewMetadata?: RolloutSpecStrategyBlueGreenActiveMetadata;
  /** PreviewReplicaCount is the number of replicas to run for the preview stack before the switchover. */
  readonly previewReplicaCount?: number;
  /** Name of the service that the rollout modifies as the preview service. */
  readonly previewService?: string;
  /** ScaleDownDelayRevisionLimit limits the number of old RS that can run at one time before getting scaled down */
  readonly scaleDownDelayRevisionLimit?: number;
  /** ScaleDownDelaySeconds adds a delay before scaling down the previous replicaset. */
  readonly scaleDownDelaySeconds?: number;
}

/** ActiveMetadata specify labels and annotations which will be attached to the active pods for the duration which they act as a active pod, … */
export interface RolloutSpecStrategyBlueGreenActiveMetadata {
  /** Annotations additional annotations to add to the experiment */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Labels Additional labels to add to the experiment */
  readonly labels?: Readonly<Record<string, string>>;
}

/** AntiAffinity enables anti-affinity rules for Blue Green deployment */
export interface RolloutSpecStrategyBlueGreenAntiAffinity {
  /** PreferredDuringSchedulingIgnoredDuringExecution defines the weight of the anti-affinity injection */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: RolloutSpecStrategyBlueGreenAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution;
  /** RequiredDuringSchedulingIgnoredDuringExecution defines inter-pod scheduling rule to be RequiredDuringSchedulingIgnoredDuringExecution */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: unknown;
}

/** PreferredDuringSchedulingIgnoredDuringExecution defines the weight of the anti-affinity injection */
export interface RolloutSpecStrategyBlueGreenAntiAffinityPreferredDuringSchedulingIgnoredDuringExecution {
  /** Weight associated with matching the corresponding podAffinityTerm, in the range 1-100. */
  readonly weight: number;
}

/** PostPromotionAnalysis configuration to run analysis after a selector switch */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysis {
  /** AnalysisRunMetadata labels and annotations that will be added to the AnalysisRuns */
  readonly analysisRunMetadata?: RolloutSpecStrategyBlueGreenActiveMetadata;
  /** Args the arguments that will be added to the AnalysisRuns */
  readonly args?: ReadonlyArray<RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs>;
  /** DryRun object contains the settings for running the analysis in Dry-Run mode */
  readonly dryRun?: ReadonlyArray<RolloutSpecStrategyBlueGreenPostPromotionAnalysisDryRun>;
  /** MeasurementRetention object contains the settings for retaining the number of measurements during the analysis */
  readonly measurementRetention?: ReadonlyArray<RolloutSpecStrategyBlueGreenPostPromotionAnalysisMeasurementRetention>;
  /** Templates reference to a list of analysis templates to combine for an AnalysisRun */
  readonly templates?: ReadonlyArray<RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplates>;
}

/** AnalysisRunArgument argument to add to analysisRun */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs {
  /** Name argument name */
  readonly name: string;
  /** Value a hardcoded value for the argument. */
  readonly value?: string;
  /** ValueFrom A reference to where the value is stored. */
  readonly valueFrom?: RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFrom;
}

/** ValueFrom A reference to where the value is stored. */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFrom {
  /** FieldRef */
  readonly fieldRef?: RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFromFieldRef;
  /** PodTemplateHashValue gets the value from one of the children ReplicaSet's Pod Template Hash */
  readonly podTemplateHashValue?: string;
}

/** FieldRef */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgsValueFromFieldRef {
  /** Required: */
  readonly fieldPath: string;
}

/** DryRun defines the settings for running the analysis in Dry-Run mode. */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysisDryRun {
  /** Name of the metric which needs to be evaluated in the Dry-Run mode. */
  readonly metricName: string;
}

/** MeasurementRetention defines the settings for retaining the number of measurements during the analysis. */
export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysisMeasurementRetention {
  /** Limit is the maximum number of measurements to be retained for this given metric. */
  readonly limit: number;
  /** MetricName is the name of the metric on which this retention policy should be applied. */
  readonly metricName: string;
}

export interface RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplates {
  /** Whether to look for the templateName at cluster scope or namespace scope */
  readonly clusterScope?: boolean;
  /** TemplateName name of template to use in AnalysisRun */
  readonly templateName?: string;
}

/** CanaryStrategy defines parameters for a Replica Based Canary */
export interface RolloutSpecStrategyCanary {
  /** AbortScaleDownDelaySeconds adds a delay in second before scaling down the canary pods when update is aborted for canary strategy with … */
  readonly abortScaleDownDelaySeconds?: number;
  /** Analysis runs a separate analysisRun while all the steps execute. */
  readonly analysis?: RolloutSpecStrategyCanaryAnalysis;
  /** AntiAffinity enables anti-affinity rules for Canary deployment */
  readonly antiAffinity?: RolloutSpecStrategyBlueGreenAntiAffinity;
  /** CanaryMetadata specify labels and annotations which will be attached to the canary pods for the duration which they act as a canary, and … */
  readonly canaryMetadata?: RolloutSpecStrategyBlueGreenActiveMetadata;
  /** CanaryService holds the name of a service which selects pods with canary version and don't select any pods with stable version. */
  readonly canaryService?: string;
  /** DynamicStableScale is a traffic routing feature which dynamically scales the stable ReplicaSet to minimize total pods which are running … */
  readonly dynamicStableScale?: boolean;
  /** MaxSurge The maximum number of pods that can be scheduled above the original number of pods. */
  readonly maxSurge?: IntOrString;
  /** MaxUnavailable The maximum number of pods that can be unavailable during the update. */
  readonly maxUnavailable?: IntOrString;
  /** Assuming the desired number of pods in a stable or canary ReplicaSet is not zero, then make sure it is at least MinPodsPerReplicaSet for … */
  readonly minPodsPerReplicaSet?: number;
  /** PingPongSpec holds the ping and pong services */
  readonly pingPong?: RolloutSpecStrategyCanaryPingPong;
  /** ReplicaProgressThreshold is the threhold number or percentage of pods that need to be available before a rollout promotion. */
  readonly replicaProgressThreshold?: RolloutSpecStrategyCanaryReplicaProgressThreshold;
  /** ScaleDownDelayRevisionLimit limits the number of old RS that can run at one time before getting scaled down */
  readonly scaleDownDelayRevisionLimit?: number;
  /** ScaleDownDelaySeconds adds a delay before scaling down the previous ReplicaSet when the canary strategy is used with traffic routing … */
  readonly scaleDownDelaySeconds?: number;
  /** StableMetadata specify labels and annotations which will be attached to the stable pods for the duration which they act as a canary, and … */
  readonly stableMetadata?: RolloutSpecStrategyBlueGreenActiveMetadata;
  /** StableService holds the name of a service which selects pods with stable version and don't select any pods with canary version. */
  readonly stableService?: string;
  /** Steps define the order of phases to execute the canary deployment */
  readonly steps?: ReadonlyArray<RolloutSpecStrategyCanarySteps>;
  /** TrafficRouting hosts all the supported service meshes supported to enable more fine-grained traffic routing */
  readonly trafficRouting?: RolloutSpecStrategyCanaryTrafficRouting;
}

/** Analysis runs a separate analysisRun while all the steps execute. */
export interface RolloutSpecStrategyCanaryAnalysis {
  /** AnalysisRunMetadata labels and annotations that will be added to the AnalysisRuns */
  readonly analysisRunMetadata?: RolloutSpecStrategyBlueGreenActiveMetadata;
  /** Args the arguments that will be added to the AnalysisRuns */
  readonly args?: ReadonlyArray<RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs>;
  /** DryRun object contains the settings for running the analysis in Dry-Run mode */
  readonly dryRun?: ReadonlyArray<RolloutSpecStrategyBlueGreenPostPromotionAnalysisDryRun>;
  /** MeasurementRetention object contains the settings for retaining the number of measurements during the analysis */
  readonly measurementRetention?: ReadonlyArray<RolloutSpecStrategyBlueGreenPostPromotionAnalysisMeasurementRetention>;
  /** StartingStep indicates which step the background analysis should start on If not listed, controller defaults to 0 */
  readonly startingStep?: number;
  /** Templates reference to a list of analysis templates to combine for an AnalysisRun */
  readonly templates?: ReadonlyArray<RolloutSpecStrategyBlueGreenPostPromotionAnalysisTemplates>;
}

/** PingPongSpec holds the ping and pong services */
export interface RolloutSpecStrategyCanaryPingPong {
  /** name of the ping service */
  readonly pingService: string;
  /** name of the pong service */
  readonly pongService: string;
}

/** ReplicaProgressThreshold is the threhold number or percentage of pods that need to be available before a rollout promotion. */
export interface RolloutSpecStrategyCanaryReplicaProgressThreshold {
  /** Type is used to specify whether the replica progress threshold is a percentage or a number. */
  readonly type: string;
  /** Value contains the user-specified value for when a Argo Rollouts can promote a canary to the next step. */
  readonly value: number;
}

/** CanaryStep defines a step of a canary deployment. */
export interface RolloutSpecStrategyCanarySteps {
  /** Analysis defines the AnalysisRun that will run for a step */
  readonly analysis?: RolloutSpecStrategyBlueGreenPostPromotionAnalysis;
  /** Experiment defines the experiment object that should be created */
  readonly experiment?: RolloutSpecStrategyCanaryStepsExperiment;
  /** Pause freezes the rollout by setting spec.Paused to true. */
  readonly pause?: RolloutSpecStrategyCanaryStepsPause;
  /** Plugin defines a plugin to execute for a step */
  readonly plugin?: RolloutSpecStrategyCanaryStepsPlugin;
  /** SetCanaryScale defines how to scale the newRS without changing traffic weight */
  readonly setCanaryScale?: RolloutSpecStrategyCanaryStepsSetCanaryScale;
  /** SetHeaderRoute defines the route with specified header name to send 100% of traffic to the canary service */
  readonly setHeaderRoute?: RolloutSpecStrategyCanaryStepsSetHeaderRoute;
  /** SetMirrorRoutes Mirrors traffic that matches rules to a particular destination */
  readonly setMirrorRoute?: RolloutSpecStrategyCanaryStepsSetMirrorRoute;
  /** SetWeight sets what percentage of the newRS should receive */
  readonly setWeight?: number;
}

/** Experiment defines the experiment object that should be created */
export interface RolloutSpecStrategyCanaryStepsExperiment {
  /** Analyses reference which analysis templates to run with the experiment */
  readonly analyses?: ReadonlyArray<RolloutSpecStrategyCanaryStepsExperimentAnalyses>;
  /** AnalysisRunMetadata labels and annotations that will be added to the AnalysisRuns */
  readonly analysisRunMetadata?: RolloutSpecStrategyBlueGreenActiveMetadata;
  /** DryRun object contains the settings for running the analysis in Dry-Run mode */
  readonly dryRun?: ReadonlyArray<RolloutSpecStrategyBlueGreenPostPromotionAnalysisDryRun>;
  /** Duration is a duration string (e.g. */
  readonly duration?: string;
  /** ScaleDownDelaySeconds is the number of seconds to wait before scaling down the old ReplicaSet */
  readonly scaleDownDelaySeconds?: number;
  /** Templates what templates that should be added to the experiment. */
  readonly templates: ReadonlyArray<RolloutSpecStrategyCanaryStepsExperimentTemplates>;
}

export interface RolloutSpecStrategyCanaryStepsExperimentAnalyses {
  /** Args the arguments that will be added to the AnalysisRuns */
  readonly args?: ReadonlyArray<RolloutSpecStrategyBlueGreenPostPromotionAnalysisArgs>;
  /** Whether to look for the templateName at cluster scope or namespace scope */
  readonly clusterScope?: boolean;
  /** Name is a name for this analysis template invocation */
  readonly name: string;
  /** RequiredForCompletion blocks the Experiment from completing until the analysis has completed */
  readonly requiredForCompletion?: boolean;
  /** TemplateName reference of the AnalysisTemplate name used by the Experiment to create the run */
  readonly templateName: string;
}

/** RolloutExperimentTemplate defines the template used to create experiments for the Rollout's experiment canary step */
export interface RolloutSpecStrategyCanaryStepsExperimentTemplates {
  /** Metadata sets labels and annotations to use for the RS created from the template */
  readonly metadata?: RolloutSpecStrategyBlueGreenActiveMetadata;
  /** Name description of template that passed to the template */
  readonly name: string;
  /** Replicas replica count for the template */
  readonly replicas?: number;
  /** Selector overrides the selector to be used for the template's ReplicaSet. */
  readonly selector?: RolloutSpecSelector;
  /** Service controls the optionally generated service */
  readonly service?: RolloutSpecStrategyCanaryStepsExperimentTemplatesService;
  /** SpecRef indicates where the rollout should get the RS template from */
  readonly specRef: string;
  /** Weight sets the percentage of traffic the template's replicas should receive */
  readonly weight?: number;
}

/** Service controls the optionally generated service */
export interface RolloutSpecStrategyCanaryStepsExperimentTemplatesService {
  /** Name of the service generated by the experiment */
  readonly name?: string;
}

/** Pause freezes the rollout by setting spec.Paused to true. */
export interface RolloutSpecStrategyCanaryStepsPause {
  /** Duration the amount of time to wait before moving to the next step. */
  readonly duration?: IntOrString;
}

/** Plugin defines a plugin to execute for a step */
export interface RolloutSpecStrategyCanaryStepsPlugin {
  /** Config is the configuration object for the specified plugin */
  readonly config?: unknown;
  /** Name of the hashicorp go-plugin step to query */
  readonly name: string;
}

/** SetCanaryScale defines how to scale the newRS without changing traffic weight */
export interface RolloutSpecStrategyCanaryStepsSetCanaryScale {
  /** MatchTrafficWeight cancels out previously set Replicas or Weight, effectively activating SetWeight */
  readonly matchTrafficWeight?: boolean;
  /** Replicas sets the number of replicas the newRS should have */
  readonly replicas?: number;
  /** Weight sets the percentage of replicas the newRS should have */
  readonly weight?: number;
}

/** SetHeaderRoute defines the route with specified header name to send 100% of traffic to the canary service */
export interface RolloutSpecStrategyCanaryStepsSetHeaderRoute {
  readonly match?: ReadonlyArray<RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch>;
  /** Name this is the name of the route to use for the mirroring of traffic this also needs to be included in the … */
  readonly name?: string;
}

export interface RolloutSpecStrategyCanaryStepsSetHeaderRouteMatch {
  /** HeaderName the name of the request header */
  readonly headerName: string;
  /** HeaderValue the value of the header */
  readonly headerValue: RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue;
}

/** HeaderValue the value of the header */
export interface RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue {
  /** Exact The string must match exactly */
  readonly exact?: string;
  /** Prefix The string will be prefixed matched */
  readonly prefix?: string;
  /** Regex The string will be regular expression matched */
  readonly regex?: string;
}

/** SetMirrorRoutes Mirrors traffic that matches rules to a particular destination */
export interface RolloutSpecStrategyCanaryStepsSetMirrorRoute {
  /** Match Contains a list of rules that if mated will mirror the traffic to the services */
  readonly match?: ReadonlyArray<RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch>;
  /** Name this is the name of the route to use for the mirroring of traffic this also needs to be included in the … */
  readonly name: string;
  /** Services The list of services to mirror the traffic to if the method, path, headers match Service string `json:"service" … */
  readonly percentage?: number;
}

export interface RolloutSpecStrategyCanaryStepsSetMirrorRouteMatch {
  /** Headers What request with matching headers should be mirrored */
  readonly headers?: Readonly<Record<string, RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue>>;
  /** Method What http methods should be mirrored */
  readonly method?: RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue;
  /** Path What url paths should be mirrored */
  readonly path?: RolloutSpecStrategyCanaryStepsSetHeaderRouteMatchHeaderValue;
}

/** TrafficRouting hosts all the supported service meshes supported to enable more fine-grained traffic routing */
export interface RolloutSpecStrategyCanaryTrafficRouting {
  /** Nginx holds ALB Ingress specific configuration to route traffic */
  readonly alb?: RolloutSpecStrategyCanaryTrafficRoutingAlb;
  /** Ambassador holds specific configuration to use Ambassador to route traffic */
  readonly ambassador?: RolloutSpecStrategyCanaryTrafficRoutingAmbassador;
  /** Apisix holds specific configuration to use Apisix to route traffic */
  readonly apisix?: RolloutSpecStrategyCanaryTrafficRoutingApisix;
  /** AppMesh holds specific configuration to use AppMesh to route traffic */
  readonly appMesh?: RolloutSpecStrategyCanaryTrafficRoutingAppMesh;
  /** Istio holds Istio specific configuration to route traffic */
  readonly istio?: RolloutSpecStrategyCanaryTrafficRoutingIstio;
  /** ManagedRoutes A list of HTTP routes that Argo Rollouts manages, the order of this array also becomes the precedence in the upstream … */
  readonly managedRoutes?: ReadonlyArray<RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupCanaryVirtualNodeRef>;
  /** MaxTrafficWeight The total weight of traffic. */
  readonly maxTrafficWeight?: number;
  /** Nginx holds Nginx Ingress specific configuration to route traffic */
  readonly nginx?: RolloutSpecStrategyCanaryTrafficRoutingNginx;
  /** Plugins holds specific configuration that traffic router plugins can use for routing traffic */
  readonly plugins?: unknown;
  /** SMI holds TrafficSplit specific configuration to route traffic */
  readonly smi?: RolloutSpecStrategyCanaryTrafficRoutingSmi;
  /** Traefik holds specific configuration to use Traefik to route traffic */
  readonly traefik?: RolloutSpecStrategyCanaryTrafficRoutingTraefik;
}

/** Nginx holds ALB Ingress specific configuration to route traffic */
export interface RolloutSpecStrategyCanaryTrafficRoutingAlb {
  /** AnnotationPrefix has to match the configured annotation prefix on the alb ingress controller */
  readonly annotationPrefix?: string;
  /** Ingress refers to the name of an `Ingress` resource in the same namespace as the `Rollout` */
  readonly ingress?: string;
  /** Ingresses refers to the name of an `Ingress` resource in the same namespace as the `Rollout` in a multi ingress scenario */
  readonly ingresses?: ReadonlyArray<string>;
  /** RootService references the service in the ingress to the controller should add the action to */
  readonly rootService?: string;
  /** ServicePort refers to the port that the Ingress action should route traffic to */
  readonly servicePort: number;
  /** StickinessConfig refers to the duration-based stickiness of the target groups associated with an `Ingress` */
  readonly stickinessConfig?: RolloutSpecStrategyCanaryTrafficRoutingAlbStickinessConfig;
}

/** StickinessConfig refers to the duration-based stickiness of the target groups associated with an `Ingress` */
export interface RolloutSpecStrategyCanaryTrafficRoutingAlbStickinessConfig {
  readonly durationSeconds: number;
  readonly enabled: boolean;
}

/** Ambassador holds specific configuration to use Ambassador to route traffic */
export interface RolloutSpecStrategyCanaryTrafficRoutingAmbassador {
  /** Mappings refer to the name of the Ambassador Mappings used to route traffic to the service */
  readonly mappings: ReadonlyArray<string>;
}

/** Apisix holds specific configuration to use Apisix to route traffic */
export interface RolloutSpecStrategyCanaryTrafficRoutingApisix {
  /** Route references an Apisix Route to modify to shape traffic */
  readonly route?: RolloutSpecStrategyCanaryTrafficRoutingApisixRoute;
}

/** Route references an Apisix Route to modify to shape traffic */
export interface RolloutSpecStrategyCanaryTrafficRoutingApisixRoute {
  /** Name refer to the name of the APISIX Route used to route traffic to the service */
  readonly name: string;
  /** RuleRef a list of the APISIX Route HTTP Rules used to route traffic to the service */
  readonly rules?: ReadonlyArray<string>;
}

/** AppMesh holds specific configuration to use AppMesh to route traffic */
export interface RolloutSpecStrategyCanaryTrafficRoutingAppMesh {
  /** VirtualNodeGroup references an AppMesh Route targets that are formed by a set of VirtualNodes that are used to shape traffic */
  readonly virtualNodeGroup?: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroup;
  /** VirtualService references an AppMesh VirtualService and VirtualRouter to modify to shape traffic */
  readonly virtualService?: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualService;
}

/** VirtualNodeGroup references an AppMesh Route targets that are formed by a set of VirtualNodes that are used to shape traffic */
export interface RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroup {
  /** CanaryVirtualNodeRef is the virtual node ref to modify labels with canary ReplicaSet pod template hash value */
  readonly canaryVirtualNodeRef: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupCanaryVirtualNodeRef;
  /** StableVirtualNodeRef is the virtual node name to modify labels with stable ReplicaSet pod template hash value */
  readonly stableVirtualNodeRef: RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupCanaryVirtualNodeRef;
}

/** CanaryVirtualNodeRef is the virtual node ref to modify labels with canary ReplicaSet pod template hash value */
export interface RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualNodeGroupCanaryVirtualNodeRef {
  /** Name is the name of VirtualNode CR */
  readonly name: string;
}

/** VirtualService references an AppMesh VirtualService and VirtualRouter to modify to shape traffic */
export interface RolloutSpecStrategyCanaryTrafficRoutingAppMeshVirtualService {
  /** Name is the name of virtual service */
  readonly name: string;
  /** Routes is list of HTTP routes within virtual router associated with virtual service to edit. */
  readonly routes?: ReadonlyArray<string>;
}

/** Istio holds Istio specific configuration to route traffic */
export interface RolloutSpecStrategyCanaryTrafficRoutingIstio {
  /** DestinationRule references an Istio DestinationRule to modify to shape traffic */
  readonly destinationRule?: RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule;
  /** VirtualService references an Istio VirtualService to modify to shape traffic */
  readonly virtualService?: RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService;
  /** VirtualServices references a list of Istio VirtualService to modify to shape traffic */
  readonly virtualServices?: ReadonlyArray<RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService>;
}

/** DestinationRule references an Istio DestinationRule to modify to shape traffic */
export interface RolloutSpecStrategyCanaryTrafficRoutingIstioDestinationRule {
  /** AdditionalSubsetNames contains a list of additional names for subset DestinationRules that are not controlled by Argo Rollouts */
  readonly additionalSubsetNames?: ReadonlyArray<string>;
  /** CanarySubsetName is the subset name to modify labels with canary ReplicaSet pod template hash value */
  readonly canarySubsetName: string;
  /** Name holds the name of the DestinationRule */
  readonly name: string;
  /** StableSubsetName is the subset name to modify labels with stable ReplicaSet pod template hash value */
  readonly stableSubsetName: string;
}

/** VirtualService references an Istio VirtualService to modify to shape traffic */
export interface RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualService {
  /** Name holds the name of the VirtualService */
  readonly name: string;
  /** A list of HTTP routes within VirtualService to edit. */
  readonly routes?: ReadonlyArray<string>;
  /** A list of TCP routes within VirtualService to edit. */
  readonly tcpRoutes?: ReadonlyArray<RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTcpRoutes>;
  /** A list of TLS/HTTPS routes within VirtualService to edit. */
  readonly tlsRoutes?: ReadonlyArray<RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTlsRoutes>;
}

/** TCPRoute holds the information on the virtual service's TCP routes that are desired to be matched for changing weights. */
export interface RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTcpRoutes {
  /** Port number of the TCP Route desired to be matched in the given Istio VirtualService. */
  readonly port?: number;
}

/** TLSRoute holds the information on the virtual service's TLS/HTTPS routes that are desired to be matched for changing weights. */
export interface RolloutSpecStrategyCanaryTrafficRoutingIstioVirtualServiceTlsRoutes {
  /** Port number of the TLS Route desired to be matched in the given Istio VirtualService. */
  readonly port?: number;
  /** A list of all the SNI Hosts of the TLS Route desired to be matched in the given Istio VirtualService. */
  readonly sniHosts?: ReadonlyArray<string>;
}

/** Nginx holds Nginx Ingress specific configuration to route traffic */
export interface RolloutSpecStrategyCanaryTrafficRoutingNginx {
  readonly additionalIngressAnnotations?: Readonly<Record<string, string>>;
  /** AnnotationPrefix has to match the configured annotation prefix on the nginx ingress controller */
  readonly annotationPrefix?: string;
  readonly canaryIngressAnnotations?: Readonly<Record<string, string>>;
  /** StableIngress refers to the name of an `Ingress` resource in the same namespace as the `Rollout` */
  readonly stableIngress?: string;
  /** StableIngresses refers to the names of `Ingress` resources in the same namespace as the `Rollout` in a multi ingress scenario */
  readonly stableIngresses?: ReadonlyArray<string>;
}

/** SMI holds TrafficSplit specific configuration to route traffic */
export interface RolloutSpecStrategyCanaryTrafficRoutingSmi {
  /** RootService holds the name of that clients use to communicate. */
  readonly rootService?: string;
  /** TrafficSplitName holds the name of the TrafficSplit. */
  readonly trafficSplitName?: string;
}

/** Traefik holds specific configuration to use Traefik to route traffic */
export interface RolloutSpecStrategyCanaryTrafficRoutingTraefik {
  /** TraefikServiceName refer to the name of the Traefik service used to route traffic to the service */
  readonly weightedTraefikServiceName: string;
}

/** Template describes the pods that will be created. */
export interface RolloutSpecTemplate {
  readonly metadata?: RolloutSpecStrategyBlueGreenActiveMetadata;
  /** Specification of the desired behavior of the pod. */
  readonly spec?: PodSpec;
}

/** WorkloadRef holds a references to a workload that provides Pod template */
export interface RolloutSpecWorkloadRef {
  /** API Version of the referent */
  readonly apiVersion?: string;
  /** Kind of the referent */
  readonly kind?: string;
  /** Name of the referent */
  readonly name?: string;
  /** Automatically scale down deployment */
  readonly scaleDown?: string;
}
