export type { AlbProps } from './alb-props';
export { ArgoStep } from './argo-step';
export type { BehindNlbProps } from './behind-nlb';
export { BusinessUnit, type BusinessUnitProps } from './business-unit';
export { Canary, type CanaryProps, type CanaryShare, type HeaderCanaryProps, type TenantCanary } from './canary';
export type { Cidr } from './cidr';
export { ConfigFile } from './config-file';
export { type ConsoleLog, ConsoleLogging } from './console-logging';
export { ControlPlane, type DashboardProps, type IcpProps } from './control-plane';
export { Cpu } from './cpu';
export { CsiSecret, type CsiSecretProps } from './csi-secret';
export { COORDINATION_ID, Datasource, type DatasourceProps } from './datasource';
export { type BreakableLaw, DELIBERATE_ANNOTATION, deliberately } from './deliberate';
export type { TomlTable, TomlValue } from './deployment-toml';
export type { DeploymentToml } from './deployment-toml-keys';
export type { EcrRepository } from './ecr-repository';
export { Endpoint, type InClusterProps } from './endpoint';
export { EnvSource, type EnvSourceProps } from './env-source';
export { EnvValue } from './env-value';
export { ExternalSecret, type ExternalSecretProps } from './external-secret';
export { type Environments, Fleet } from './fleet';
export { FleetOutput } from './fleet-output';
export type { EnvironmentsProps, FleetProps } from './fleet-props';
export type { Controller, Door, DoorHost, Gateway } from './gateway';
export type { ExistingGatewayProps, GatewayApiProps, SharedGatewayProps } from './gateway-api-controller';
export { GatewayController } from './gateway-controller';
export { GATEWAY_FEATURES, type GatewayFeature } from './gateway-feature';
export { GatewayIngress, type GatewayIngressProps } from './gateway-ingress';
export type { HealthCheck } from './health-check';
export type { HostBook, HostOwner } from './host-book';
export type { IngressClassProps } from './ingress-class-controller';
export type { SubnetSelector } from './ingress-class-params';
export type { JdbcDriver } from './jdbc-driver';
export { Keystore, type KeystoreProps } from './keystore';
export type { KubernetesVersion } from './kubernetes-version';
export type { LifecycleProps } from './lifecycle';
export { LoadBalancer, type LoadBalancerProps } from './load-balancer';
export type { LogDestination, MovedLog } from './log-destination';
export { LOG_LEVELS, type LogLevel } from './log-level';
export { LoggingSidecar, type StdoutSidecarProps } from './logging-sidecar';
export { ManagementLogin, type ManagementLoginProps } from './management-login';
export { Metrics } from './metrics';
export { type AppImageProps, MiBaseImage, type MiBaseImageProps } from './mi-base-image';
export type { MiConfig } from './mi-config';
export type { ImagePullPolicy, MiImage, Work } from './mi-image';
export {
  MI_PORT_NAMES,
  MI_RELEASES,
  type MiFacts,
  type MiLogFile,
  type MiPort,
  type MiProbe,
  type MiRelease,
  type MiTracer,
} from './mi-release';
export { MiSize, type MiSizeProps } from './mi-size';
export { MiTenant } from './mi-tenant';
export type { MiTenantProps } from './mi-tenant-props';
export { Mount } from './mount';
export type { NginxProps } from './nginx-controller';
export type { NlbProps } from './nlb';
export type { Output, OutputFile, OutputRender } from './output';
export { type JsonValue, Patch } from './patch';
export type { Log4j2Changes, PartMaker, PodFacts, PodPart, TextVolume } from './pod-part';
export type { PodProps } from './pod-props';
export { Quota, type QuotaProps, type TenantsQuotaProps } from './quota';
export type { RemoteValue, RemoteValues } from './remote-value';
export type { RenderedFile } from './rendered-file';
export type { KubernetesObject, RenderedObject } from './rendered-object';
export type { RolloutProps } from './rollout';
export { Route } from './route';
export { routeDiagram } from './route-diagram';
export type { Host, HttpRouteProps, ManagementRouteProps, Path, RouteSettings } from './route-settings';
export { type AutoScalingProps, Scaling } from './scaling';
export { type AwsSecretsProps, type AzureSecretsProps, SecretProvider } from './secret-provider';
export type { NamedSecret, SecretRef } from './secret-ref';
export { SecretStore } from './secret-store';
export { SecureVault, type SecureVaultProps } from './secure-vault';
export { ServiceCatalog, type ServiceCatalogProps } from './service-catalog';
export { SharedVolume, type SharedVolumeProps } from './shared-volume';
export type { ManagementPort, RoutedTenant, TenantPort } from './tenant-port';
export { Tls } from './tls';
export { Tracing } from './tracing';
export type { TraefikProps } from './traefik-controller';
export { Truststore, type TruststoreProps } from './truststore';
export { UnitNamespace } from './unit-namespace';
export { type CsiVolumeProps, type EfsProps, type NfsProps, VolumeSource } from './volume-source';
