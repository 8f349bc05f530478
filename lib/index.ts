export { ConfigFile } from './config/config-file';
export { ControlPlane, type DashboardProps, type IcpProps } from './config/control-plane';
export { COORDINATION_ID, Datasource, type DatasourceProps } from './config/datasource';
export type { TomlTable, TomlValue } from './config/deployment-toml';
export type { DeploymentToml } from './config/deployment-toml-keys';
export { Endpoint, type InClusterProps } from './config/endpoint';
export { type ImageKeystoreProps, Keystore, type KeystoreProps } from './config/keystore';
export { ManagementLogin, type ManagementLoginProps } from './config/management-login';
export { Metrics } from './config/metrics';
export type { MiConfig } from './config/mi-config';
export type { Log4j2Changes, PartMaker, PodFacts, PodPart, TextVolume } from './config/pod-part';
export { SecureVault, type SecureVaultProps } from './config/secure-vault';
export { ServiceCatalog, type ServiceCatalogProps } from './config/service-catalog';
export { Tracing } from './config/tracing';
export { type AuthoritiesProps, Truststore, type TruststoreProps } from './config/truststore';
export { GatewayController } from './controllers';
export type { SubnetSelector } from './controllers/alb/ingress-class-params';
export type { AlbProps } from './controllers/alb/props';
export type { AlbQuotas } from './controllers/alb/quotas';
export type { ExistingGatewayProps, GatewayApiProps, SharedGatewayProps } from './controllers/gateway-api/controller';
export type { IngressClassProps } from './controllers/ingress-class/controller';
export type { Annotations, IngressSettings } from './controllers/ingress-class/settings';
export type { NginxProps } from './controllers/nginx/controller';
export type { NlbProps } from './controllers/nlb/annotations';
export type { BehindNlbProps } from './controllers/nlb/behind-nlb';
export type { TraefikProps } from './controllers/traefik/controller';
export type { Attachment } from './core/attachment';
export type { Cidr } from './core/cidr';
export type { PodUser } from './core/context';
export { Cpu } from './core/cpu';
export type { KubernetesVersion } from './core/kubernetes-version';
export { availability } from './fleet/availability';
export { type Environments, Fleet } from './fleet/fleet';
export { FleetOutput } from './fleet/fleet-output';
export type { EnvironmentsProps, FleetProps } from './fleet/fleet-props';
export type { ArgoCdProps } from './fleet/gitops/argo-cd';
export type { FluxProps } from './fleet/gitops/flux';
export type { HelmChartProps, HelmChartsProps } from './fleet/helm/helm-chart';
export type { Output, OutputFile, OutputRender } from './fleet/output';
export { type JsonValue, Patch } from './fleet/patch';
export { reachability } from './fleet/reachability';
export type { RenderedFile } from './fleet/rendered-file';
export { routeDiagram } from './fleet/route-diagram';
export { GatewayIngress, type GatewayIngressProps } from './gateway/gateway-ingress';
export { LoadBalancer, type LoadBalancerProps } from './gateway/load-balancer';
export type { EcrRepository } from './image/ecr-repository';
export { ImageLock } from './image/image-lock';
export type { JdbcDriver } from './image/jdbc-driver';
export { type AppImageProps, MiBaseImage, type MiBaseImageProps } from './image/mi-base-image';
export type { ImagePullPolicy, MiImage, Work } from './image/mi-image';
export type { AgentProps } from './logging/agent';
export { type ConsoleLog, ConsoleLogging } from './logging/console-logging';
export type { LogDestination, MovedLog } from './logging/log-destination';
export { LogFolder } from './logging/log-folder';
export { LogStore, type LogStoreProps } from './logging/log-store';
export {
  type ForwardSidecarProps,
  LoggingSidecar,
  type OtlpSidecarProps,
  type SearchSidecarProps,
} from './logging/logging-sidecar';
export type { StdoutSidecarProps } from './logging/stdout-sidecar';
export type { AlertName } from './monitoring/alert-name';
export type { AlertProps } from './monitoring/alert-props';
export { DeadLetters, type DeadLettersProps } from './monitoring/dead-letters';
export { Monitoring, type MonitoringProps } from './monitoring/monitoring';
export { Network, type NetworkProps } from './network/network';
export { Peer } from './network/peer';
export type { Reach, Way } from './network/reach';
export { LOG_LEVELS, type LogLevel } from './release/log-level';
export { MI_METRICS, type MiMetric, metricsOf } from './release/mi-metrics';
export {
  MI_PORT_NAMES,
  MI_RELEASES,
  type MiFacts,
  type MiLogFile,
  type MiPort,
  type MiProbe,
  type MiRelease,
  type MiTracer,
} from './release/mi-release';
export { type BreakableLaw, DELIBERATE_ANNOTATION, deliberately } from './rendered/deliberate';
export type { KubernetesObject, RenderedObject } from './rendered/rendered-object';
export { GATEWAY_FEATURES, type GatewayFeature } from './route/feature';
export type { HostBook, HostOwner } from './route/host-book';
export { Route } from './route/route';
export type { Host, HttpRouteProps, ManagementRouteProps, Path, RouteSettings, TcpRouteProps } from './route/settings';
export { Tls } from './route/tls';
export type { Controller, EdgeHost, SharedEdge, UnitRoutes } from './route/unit-routes';
export type { ConfigMapRef, NamedConfigMap } from './secret/config-map-ref';
export { CsiSecret, type CsiSecretProps } from './secret/csi-secret';
export { EnvSource, type EnvSourceProps } from './secret/env-source';
export { EnvValue } from './secret/env-value';
export { ExternalSecret, type ExternalSecretProps } from './secret/external-secret';
export type { RemoteValue, RemoteValues } from './secret/remote-value';
export {
  type AwsSecretsProps,
  type AzureSecretsProps,
  type GcpSecretsProps,
  type OtherSecretsProps,
  SecretProvider,
} from './secret/secret-provider';
export type { NamedSecret, SecretRef } from './secret/secret-ref';
export { SecretStore } from './secret/secret-store';
export { ArgoStep } from './tenant/argo-step';
export type { AutoScalingProps, ExternalScalingProps, KedaScalingProps, KedaTrigger } from './tenant/autoscaler';
export { Canary, type CanaryProps, type CanaryShare, type HeaderCanaryProps, type TenantCanary } from './tenant/canary';
export type { HealthCheck } from './tenant/health-check';
export type { LifecycleProps } from './tenant/lifecycle';
export { MiSize, type MiSizeProps } from './tenant/mi-size';
export { MiTenant } from './tenant/mi-tenant';
export type { MiTenantProps } from './tenant/mi-tenant-props';
export type { PodProps } from './tenant/pod-props';
export type { ManagementPort, RoutedTenant, TenantPort } from './tenant/port';
export type { RolloutProps } from './tenant/rollout';
export { Scaling } from './tenant/scaling';
export { Access } from './unit/access';
export { BusinessUnit } from './unit/business-unit';
export type { BusinessUnitProps } from './unit/business-unit-props';
export type { EdgeNeeds } from './unit/edge-needs';
export { Quota, type QuotaProps, type TenantsQuotaProps } from './unit/quota';
export { type OwnNamespaceProps, UnitNamespace } from './unit/unit-namespace';
export type { AccessMode } from './volume/access-mode';
export { Mount } from './volume/mount';
export { SharedVolume, type SharedVolumeProps } from './volume/shared-volume';
export { type CsiVolumeProps, type EfsProps, type NfsProps, VolumeSource } from './volume/volume-source';
