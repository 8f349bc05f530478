import { Construct } from 'constructs';
import { BusinessUnit } from './business-unit';
import type { Canary, TenantCanary } from './canary';
import { joined } from './config-part';
import { deploymentToml } from './deployment-toml';
import type { Endpoint } from './endpoint';
import { requireEnv } from './env-refusals';
import type { EnvSource } from './env-source';
import type { EnvValue } from './env-value';
import { Fleet } from './fleet';
import { freeId } from './free-id';
import { parseImageReference, requirePinned } from './image-reference';
import type { Keystore } from './keystore';
import { type LifecycleProps, lifecycleOf } from './lifecycle';
import { LoggingSidecar } from './logging-sidecar';
import { configParts, filePart, type MiConfig } from './mi-config';
import type { MiImage, Work } from './mi-image';
import { MI_RELEASES } from './mi-release';
import { MiSize } from './mi-size';
import type { Mount } from './mount';
import type { PodProps } from './pod-props';
import { sentence } from './refusal';
import type { Scaling } from './scaling';
import { needOf } from './tenant-need';
import { renderAutoscaler, renderDisruptionBudget, renderRuntime, renderServiceAccount } from './tenant-objects';
import { httpPort, httpsPort, type ManagementPort, managementPort, metricsPort, type TenantPort } from './tenant-port';
import { tenantRefusals } from './tenant-refusals';
import { metadataOf, selectorOf, type TenantRuntime } from './tenant-runtime';
import { requireToml } from './toml-refusals';

/**
 * One Micro Integrator runtime: what runs, how often, with what. A function of one's own that makes tenants says what
 * they do: `MiTenantProps<'app'>`.
 */
export interface MiTenantProps<W extends Work = Work> {
  /** The image, from `MiBaseImage.withApp` or `withPoller`. */
  readonly image: MiImage<W>;

  /** How many pods run. A poller takes `Scaling.singleton()` or `coordinated`; anything else does not compile. */
  readonly scaling: Scaling<W>;

  /**
   * Another image that takes a part of the requests, on every route of the tenant.
   *
   * @default - none
   */
  readonly canary?: Canary;

  /**
   * Processor, memory and disk of each pod.
   *
   * @default MiSize.of()
   */
  readonly size?: MiSize;

  /**
   * Variables of the environment, which `deployment.toml` reads as `$env{NAME}` and artefacts as `${configs.NAME}`.
   * Text that looks like a secret is refused; `EnvValue.fromSecret` names where it is kept.
   *
   * @default - only those that the tenant sets itself, from its other props
   */
  readonly env?: Readonly<Record<string, string | EnvValue>>;

  /**
   * Secrets and ConfigMaps whose keys all become variables. What `env` says wins.
   *
   * @default - none
   */
  readonly envFrom?: readonly EnvSource[];

  /**
   * Shared volumes of the same unit: `results.at('/mnt/in')`.
   *
   * @default - none; what the container writes is gone when it restarts
   */
  readonly mounts?: readonly Mount[];

  /**
   * Key and certificate that port 8253 shows to clients; needed behind TLS passthrough.
   *
   * @default - the image's own keystore: self-signed for CN=localhost
   */
  readonly tls?: Keystore;

  /**
   * What Micro Integrator itself is told: databases, metrics, tracing, files, `deployment.toml`.
   *
   * @default - the release's stock configuration for containers
   */
  readonly config?: MiConfig;

  /**
   * Where log files go that do not reach the console.
   *
   * @default - nowhere; they stay in the container and are gone with it
   */
  readonly logging?: readonly LoggingSidecar[];

  /**
   * How a pod starts, shows that it is well, and stops.
   *
   * @default - by what the release needs
   */
  readonly lifecycle?: LifecycleProps;

  /**
   * What else the workload asks of Kubernetes.
   *
   * @default - nothing
   */
  readonly pod?: PodProps;
}

/** What a runtime is made of, whatever its image does. */
type RuntimeProps = Omit<MiTenantProps<never>, 'image'>;

/**
 * One Micro Integrator runtime with its own image: workload, Service, ServiceAccount and configuration, and by choice
 * of `scaling` an autoscaler and a disruption budget. All of them carry the tenant's name.
 */
export class MiTenant<W extends Work = Work> extends Construct {
  /** The unit that the tenant belongs to. */
  public readonly unit: BusinessUnit;
  /** Name of its objects in the namespace; its Service answers under it. */
  public readonly name: string;
  /** What port 8253 shows; `undefined` for the image's own, which is self-signed for CN=localhost. */
  public readonly tls: Keystore | undefined;
  /** The canary that takes a part of its requests, if it has one. */
  public readonly canary: TenantCanary | undefined;
  /** Systems outside that its pods call. */
  public readonly endpoints: readonly Endpoint[];
  /** Port for requests in the open (8290). */
  public readonly http: TenantPort = httpPort(this);
  /** Port for requests over TLS (8253). */
  public readonly https: TenantPort = httpsPort(this);
  /** The Management API (9164). */
  public readonly management: ManagementPort = managementPort(this);
  /** The metrics for Prometheus (9201). */
  public readonly metrics: ManagementPort = metricsPort(this);

  public constructor(scope: Construct, id: string, props: MiTenantProps<W>) {
    super(scope, freeId(scope, 'tenant', id));
    this.unit = BusinessUnit.of(this);
    this.name = this.unit.objectName(id);
    this.tls = props.tls;

    const runtime = this.runtime(this.name, id, props.image, props);
    const metadata = metadataOf(runtime);
    renderServiceAccount(this, metadata, runtime.pod.serviceAccountAnnotations ?? {});
    renderRuntime(this, runtime);
    renderAutoscaler(this, metadata, props.scaling);
    renderDisruptionBudget(this, metadata, selectorOf(runtime), props.scaling);
    this.unit.reserve(needOf(runtime, props.scaling.peak));
    this.endpoints = runtime.part.endpoints;
    for (const { volume } of runtime.mounts.filter(({ readOnly }) => !readOnly)) {
      volume.writtenBy(this.node.path, MI_RELEASES[props.image.release].user);
    }
    this.canary = props.canary && this.renderCanary(id, props, props.canary);
    const { canary, tls, config = {} } = props;
    const checked = { ...runtime, canary, tls, config, kubernetes: Fleet.kubernetesOf(this) };
    this.node.addValidation({ validate: () => tenantRefusals(this.node.path, checked).map(sentence) });
  }

  private renderCanary(id: string, props: RuntimeProps, canary: Canary): TenantCanary {
    const serviceName = `${this.name}-canary`;
    const scaling = canary.scaling();
    const runtime = this.runtime(serviceName, `${id}-canary`, canary.image, { ...props, scaling });
    renderRuntime(new Construct(this, 'canary'), runtime);
    this.unit.reserve(needOf(runtime, scaling.peak));
    return { serviceName, share: canary.share };
  }

  /** All that decides what runs, as the tenant itself or as its canary. */
  private runtime(
    name: string,
    instance: string,
    image: MiImage,
    { scaling, size = MiSize.of(), env = {}, envFrom = [], mounts = [], tls, ...props }: RuntimeProps,
  ): TenantRuntime {
    const { config = {}, logging = [], lifecycle = {}, pod = {} } = props;
    requirePinned('image', image.app, parseImageReference(image.reference));
    requireEnv(this.node.path, env);
    requireToml(this.node.path, config.toml ?? {});
    const resolved = lifecycleOf(this.node.path, image, size, lifecycle);
    const values = [tls?.part(image) ?? {}, scaling.part(image), ...configParts(image, config)];
    const part = joined([...values, filePart(config), { args: pod.args ?? [] }]);
    const tables = [...values.map(({ toml = {} }) => toml), config.toml ?? {}];
    const toml = deploymentToml(MI_RELEASES[image.release], resolved.drainSeconds, tables);
    return {
      ...{ unit: this.unit, name, serviceAccountName: this.name, instance, image, scaling, size, env, pod },
      ...{ envFrom, mounts },
      sidecars: logging.filter((destination) => destination instanceof LoggingSidecar),
      lifecycle: resolved,
      part,
      files: { 'conf/deployment.toml': toml, ...part.files },
    };
  }
}
