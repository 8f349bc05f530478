import type { Host, HttpRouteProps, ImagePullPolicy, JdbcDriver, KubernetesVersion, MiRelease, Path } from '../../lib';
import type { MoreDoor, MoreFleet, MoreRoute, MoreUnit, MoreVolume } from './any-more';
import type { TenantPlan } from './tenant-plan';

/** What a fleet is to be made of, as plain data that can be printed. */
export interface FleetPlan {
  readonly kubernetes: KubernetesVersion;
  readonly loadBalancers: readonly LoadBalancerPlan[];
  readonly units: readonly UnitPlan[];
  readonly more: MoreFleet;
}

/** A load balancer; its host book follows from the routes. */
export interface LoadBalancerPlan {
  readonly id: string;
  readonly ingressClass: string;
  /** Whether its controller is nginx, and how that is told paths. */
  readonly paths: 'plain' | 'regex' | 'not nginx';
  /** Names of Secrets for the hosts of the book, in turn; a host without one has the controller's certificate. */
  readonly secrets: readonly (string | undefined)[];
  /** Whether the book names a unit that is not there. */
  readonly stranger: boolean;
  readonly more: MoreDoor;
}

/** A business unit. */
export interface UnitPlan {
  readonly id: string;
  readonly contact: string;
  readonly namespace: { readonly how: 'default' | 'named' | 'existing'; readonly name: string };
  readonly pullSecrets: readonly string[];
  readonly quota: 'none' | 'tenants' | QuotaPlan;
  readonly volumes: readonly VolumePlan[];
  readonly tenants: readonly TenantPlan[];
  readonly gateways: readonly GatewayPlan[];
  readonly more: MoreUnit;
}

/** A quota that somebody agreed on. */
export interface QuotaPlan {
  readonly pods: number;
  readonly millis: number;
  readonly memory: AmountPlan;
}

/** An amount of memory or storage. */
export interface AmountPlan {
  readonly unit: 'kibibytes' | 'mebibytes' | 'gibibytes' | 'tebibytes';
  readonly amount: number;
}

/** A shared volume. */
export interface VolumePlan {
  readonly id: string;
  readonly source:
    | { readonly how: 'nfs'; readonly server: string; readonly path: Path; readonly options: readonly string[] }
    | { readonly how: 'efs'; readonly fileSystem: string; readonly accessPoint?: string }
    | { readonly how: 'class'; readonly name: string };
  readonly capacity?: AmountPlan;
  readonly more: MoreVolume;
}

/** A variable's value. */
export type ValuePlan =
  | { readonly how: 'text' | 'open'; readonly text: string }
  | { readonly how: 'secret' | 'configMap'; readonly name: string; readonly key: string };

/** How pods are replaced. */
export interface RolloutPlan {
  readonly maxSurge?: number;
  readonly maxUnavailable?: number;
  readonly maxEvictions?: number | 'unlimited';
}

/** The image of a tenant. */
export interface ImagePlan {
  readonly registry: string;
  readonly release: MiRelease;
  readonly build?: number;
  readonly pullPolicy: ImagePullPolicy;
  readonly digest?: string;
  readonly work: 'app' | 'poller';
  readonly app: string;
  readonly version: string;
  readonly drivers: readonly JdbcDriver[];
}

/** A gateway of a unit. */
export interface GatewayPlan {
  readonly id: string;
  readonly via: readonly number[];
  readonly routes: readonly RoutePlan[];
}

/** What a route asks for beyond host, path and port. */
export interface SettingsPlan extends Omit<HttpRouteProps, 'to' | 'path' | 'timeout' | 'maxBody'> {
  readonly timeoutSeconds?: number;
  readonly maxBodyMebibytes?: number;
}

/** A route. */
export interface RoutePlan {
  readonly how: 'http' | 'https' | 'passthrough' | 'default';
  readonly host: Host;
  readonly path: Path;
  readonly settings: SettingsPlan;
  readonly tenant: number;
  /** Whether the tenant is one of the whole fleet, and not of the unit. */
  readonly foreign: boolean;
  /** Whose the host book says that it is. */
  readonly owner: 'unit' | 'first unit' | 'nobody';
  readonly more: MoreRoute;
}
