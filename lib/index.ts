export { BusinessUnit, type BusinessUnitProps } from './business-unit';
export { Canary, type CanaryShare, type TenantCanary } from './canary';
export type { Cidr } from './cidr';
export { Cpu } from './cpu';
export type { TomlTable, TomlValue } from './deployment-toml';
export type { EcrRepository } from './ecr-repository';
export { EnvValue } from './env-value';
export { Fleet, type FleetProps } from './fleet';
export type { Controller, Door, DoorHost, Gateway } from './gateway';
export type { ExistingGatewayProps, GatewayApiProps, SharedGatewayProps } from './gateway-api-controller';
export { GatewayController } from './gateway-controller';
export { GATEWAY_FEATURES, type GatewayFeature } from './gateway-feature';
export { GatewayIngress, type GatewayIngressProps } from './gateway-ingress';
export type { HostBook, HostOwner } from './host-book';
export { Keystore, type KeystoreProps } from './keystore';
export type { KubernetesVersion } from './kubernetes-version';
export { LoadBalancer, type LoadBalancerProps } from './load-balancer';
export { LoggingSidecar, type StdoutSidecarProps } from './logging-sidecar';
export { type AppImageProps, MiBaseImage, type MiBaseImageProps } from './mi-base-image';
export type { ImagePullPolicy, MiImage, Work } from './mi-image';
export { MI_PORTS, MI_RELEASES, type MiFacts, type MiLogFile, type MiProbe, type MiRelease } from './mi-release';
export { MiSize, type MiSizeProps } from './mi-size';
export { type ManagementPort, MiTenant, type MiTenantProps, type TenantPort } from './mi-tenant';
export type { NginxProps } from './nginx-controller';
export { Quota, type QuotaProps } from './quota';
export type { RolloutProps } from './rollout';
export {
  type Host,
  type HttpRouteProps,
  type ManagementRouteProps,
  type Path,
  Route,
  type RouteSettings,
} from './route';
export { type AutoScalingProps, Scaling } from './scaling';
export { type Mount, SharedVolume, type SharedVolumeProps } from './shared-volume';
export { Tls } from './tls';
export { UnitNamespace } from './unit-namespace';
export { type EfsProps, type NfsProps, VolumeSource } from './volume-source';
