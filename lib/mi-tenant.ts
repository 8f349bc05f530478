import { Construct } from 'constructs';
import { BusinessUnit } from './business-unit';
import type { Canary, TenantCanary } from './canary';
import type { Endpoint } from './endpoint';
import type { EnvSource } from './env-source';
import type { EnvValue } from './env-value';
import { freeId } from './free-id';
import type { HealthCheck } from './health-check';
import type { Keystore } from './keystore';
import type { LifecycleProps } from './lifecycle';
import type { LogDestination } from './log-destination';
import type { MiConfig } from './mi-config';
import type { MiImage, Work } from './mi-image';
import { MI_RELEASES, type MiFacts } from './mi-release';
import type { MiSize } from './mi-size';
import type { Mount } from './mount';
import type { PodProps } from './pod-props';
import { sentence } from './refusal';
import { type RuntimeProps, runtimeOf } from './runtime-of';
import type { Scaling } from './scaling';
import { needOf } from './tenant-need';
import { renderAutoscaler, renderDisruptionBudget, renderRuntime, renderServiceAccount } from './tenant-objects';
import { httpPort, httpsPort, type ManagementPort, managementPort, metricsPort, type TenantPort } from './tenant-port';
import { tenantRefusals } from './tenant-refusals';
import type { TenantRuntime } from './tenant-runtime';

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
   * Key and certificate that ports 8253 and 9164 show to clients; needed behind TLS passthrough.
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
   * Where log files go that do not reach the console: `ConsoleLogging.of('correlation')`, `LoggingSidecar.toStdout(…)`.
   *
   * @default - nowhere; they stay in the container and are gone with it
   */
  readonly logging?: readonly LogDestination[];

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
  /** What its release of Micro Integrator is like. */
  public readonly facts: MiFacts;
  /** Its readiness as a load balancer can ask it; `undefined` if only the kubelet can. */
  public readonly readiness: HealthCheck | undefined;
  /** Labels by which Services select its pods. */
  public readonly selector: Readonly<Record<string, string>>;
  /** The canary that takes a part of its requests, if it has one. */
  public readonly canary: TenantCanary | undefined;
  /** Systems outside that its pods call. */
  public readonly endpoints: readonly Endpoint[];
  /** Port for requests in the open (8290). */
  public readonly http: TenantPort;
  /** Port for requests over TLS (8253). */
  public readonly https: TenantPort;
  /** The Management API (9164). */
  public readonly management: ManagementPort;
  /** The metrics for Prometheus (9201). */
  public readonly metrics: ManagementPort;

  public constructor(scope: Construct, id: string, props: MiTenantProps<W>) {
    super(scope, freeId(scope, 'tenant', id));
    this.unit = BusinessUnit.of(this);
    this.name = this.unit.objectName(id);
    this.tls = props.tls;
    this.facts = MI_RELEASES[props.image.release];
    this.http = httpPort(this);
    this.https = httpsPort(this);
    this.management = managementPort(this);
    this.metrics = metricsPort(this);

    const runtime = runtimeOf(this, this.name, id, props.image, props);
    const { metadata } = runtime;
    this.readiness = runtime.readiness;
    this.selector = runtime.selector;
    renderServiceAccount(this, metadata, runtime.pod.serviceAccountAnnotations ?? {});
    renderRuntime(this, runtime);
    renderAutoscaler(this, metadata, props.scaling);
    renderDisruptionBudget(this, metadata, this.selector, props.scaling);
    this.unit.reserve(needOf(runtime, props.scaling.peak));
    this.endpoints = runtime.part.endpoints;
    for (const { volume } of runtime.mounts.filter(({ readOnly }) => !readOnly)) {
      volume.writtenBy(this.node.path, this.facts.user);
    }
    const trial = props.canary && this.renderCanary(id, props, props.canary);
    this.canary = trial?.canary;
    const { canary, tls, config = {} } = props;
    const checked = { ...runtime, canary, canaryRuntime: trial?.runtime, tls, config };
    this.node.addValidation({ validate: () => tenantRefusals(this.node.path, checked).map(sentence) });
  }

  private renderCanary(
    id: string,
    props: RuntimeProps,
    canary: Canary,
  ): { canary: TenantCanary; runtime: TenantRuntime } {
    const serviceName = `${this.name}-canary`;
    const scaling = canary.scaling();
    const runtime = runtimeOf(this, serviceName, `${id}-canary`, canary.image, { ...props, scaling });
    renderRuntime(new Construct(this, 'canary'), runtime);
    this.unit.reserve(needOf(runtime, scaling.peak));
    const { readiness } = runtime;
    return { canary: { serviceName, share: canary.share, readiness }, runtime };
  }
}
