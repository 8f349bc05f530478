import type { JdbcDriver, MiLogFile, MiTracer, Path, TomlTable } from '../../lib';
import type { MoreTenant } from './any-more';
import type { AmountPlan, ImagePlan, RolloutPlan, ValuePlan } from './fleet-plan';

/** A system outside, or a Service of the cluster. */
export type EndpointPlan =
  | { readonly how: 'outside'; readonly host: string; readonly port: number; readonly range: `${string}/${number}` }
  | { readonly how: 'inCluster'; readonly service: string; readonly namespace: string; readonly port: number };

/** A datasource. */
export interface DatasourcePlan {
  readonly driver: JdbcDriver;
  readonly id: string;
  readonly at: EndpointPlan;
  readonly database: string;
  readonly username: ValuePlan;
  readonly password: ValuePlan;
  readonly parameters: Readonly<Record<string, string>>;
  readonly maxConnections?: number;
}

/** A Secret: by its name, or one that a mount brings. */
export interface SecretPlan {
  readonly name: string;
  readonly mounted: boolean;
}

/** A keystore or truststore in a Secret. */
export interface StorePlan {
  readonly secret: SecretPlan;
  readonly file: string;
  readonly password: string;
  readonly type?: 'JKS' | 'PKCS12';
}

/** What Micro Integrator is told. */
export interface ConfigPlan {
  readonly datasources: readonly DatasourcePlan[];
  readonly metrics: boolean;
  readonly tracing?: { readonly tracer: MiTracer; readonly at: EndpointPlan };
  readonly controlPlane?: { readonly how: 'dashboard' | 'icp'; readonly at: EndpointPlan; readonly text: string };
  readonly serviceCatalog?: EndpointPlan;
  readonly truststore?: StorePlan;
  readonly vault?: { readonly secret: SecretPlan; readonly password: string; readonly file?: string };
  /** Text, or a key of a Secret or ConfigMap, under each path. */
  readonly files: readonly (readonly [
    string,
    string | { readonly secret: SecretPlan | undefined; readonly key: string },
  ])[];
  readonly toml: TomlTable;
}

/** How a pod starts and stops. */
export interface LifecyclePlan {
  readonly minReadyMillis?: number;
  readonly startBudgetMillis?: number;
  readonly drainMillis?: number;
  readonly preStop?: readonly string[];
  readonly readinessPath?: Path;
  readonly secretsVersion?: string;
  readonly onSecretChange?: 'keep' | 'roll';
}

/** What a workload asks of Kubernetes. */
export interface PodPlan {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly serviceAccountAnnotations: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly ports: readonly (readonly [string, number])[];
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerated: boolean;
  readonly apart: boolean;
  readonly priorityClassName?: string;
  readonly hostnames: readonly string[];
  readonly searches: readonly string[];
  readonly supplementalGroups: readonly number[];
  readonly containers: readonly ContainerPlan[];
  readonly initContainers: readonly ContainerPlan[];
  /** A volume of its own, mounted there. */
  readonly scratch?: { readonly name: string; readonly path: Path };
}

/** A further container. */
export interface ContainerPlan {
  readonly name: string;
  readonly millis: number;
  readonly mebibytes: number;
}

/** How often a tenant runs. */
export type ScalingPlan =
  | { readonly how: 'singleton' }
  | { readonly how: 'fixed'; readonly replicas: number; readonly rollout: RolloutPlan }
  | {
      readonly how: 'coordinated';
      readonly replicas: number;
      readonly rollout: RolloutPlan;
      readonly by: DatasourcePlan;
    }
  | {
      readonly how: 'auto';
      readonly min: number;
      readonly more: number;
      readonly cpuPercent?: number;
      readonly memoryPercent?: number;
      readonly rollout: RolloutPlan;
    };

/** A canary; its image is the tenant's, in another version. */
export interface CanaryPlan {
  readonly how: 'percent' | 'header';
  readonly percent: number;
  readonly header: string;
  readonly value?: string;
  readonly version: string;
  readonly replicas?: number;
}

/** A tenant. */
export interface TenantPlan {
  readonly id: string;
  readonly image: ImagePlan;
  readonly scaling: ScalingPlan;
  readonly canary?: CanaryPlan;
  readonly size?: {
    readonly millis: number;
    readonly limit?: number;
    readonly memory: AmountPlan;
    readonly heap?: AmountPlan;
    readonly disk?: AmountPlan;
  };
  readonly env: readonly (readonly [string, ValuePlan])[];
  readonly envFrom: readonly { readonly secret?: SecretPlan; readonly name: string; readonly prefix?: string }[];
  /** The volume is one of the unit's own, or of the whole fleet. */
  readonly mounts: readonly {
    readonly volume: number;
    readonly foreign: boolean;
    readonly path: Path;
    readonly readOnly: boolean;
  }[];
  readonly tls?: StorePlan & { readonly keyPassword?: string; readonly ca?: string };
  readonly config: ConfigPlan;
  readonly logging: readonly { readonly image: string; readonly files: readonly MiLogFile[] }[];
  readonly lifecycle: LifecyclePlan;
  readonly pod: PodPlan;
  readonly more: MoreTenant;
}
