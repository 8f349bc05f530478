import { ApiObject, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../imports/k8s';
import { BusinessUnit, CONTACT_ANNOTATION } from './business-unit';
import type { TenantCanary } from './canary';
import { deploymentToml, type TomlTable } from './deployment-toml';
import { graceSeconds } from './drain';
import { requireEnv } from './env-refusals';
import type { EnvValue } from './env-value';
import { Fleet } from './fleet';
import { FOLLOW_SCRIPT, FOLLOW_SCRIPT_KEY } from './follow-script';
import { freeId } from './free-id';
import { parseImageReference, requirePinned } from './image-reference';
import type { Keystore } from './keystore';
import type { LoggingSidecar } from './logging-sidecar';
import type { MiImage, Work } from './mi-image';
import { MI_PORTS, MI_RELEASES, type MiFacts } from './mi-release';
import { MiSize } from './mi-size';
import { sentence } from './refusal';
import type { Scaling } from './scaling';
import type { Mount } from './shared-volume';
import { renderAutoscaler, renderConfig, renderDisruptionBudget, renderService } from './tenant-objects';
import { tenantNeed, tenantPod } from './tenant-pod';
import { tenantRefusals } from './tenant-refusals';
import { requireToml } from './toml-refusals';
import { wholeSeconds } from './whole-seconds';
import { type RolledObject, workload } from './workload';

/**
 * One Micro Integrator runtime: what runs, how often, with what. A function of one's own that makes tenants says what
 * they do: `MiTenantProps<'app'>`.
 */
export interface MiTenantProps<W extends Work = Work> {
  /** The image, from `MiBaseImage.withApp` or `withPoller`. */
  readonly image: MiImage<W>;

  /** How many pods run. A poller takes `Scaling.singleton()` only; anything else does not compile. */
  readonly scaling: Scaling<W>;

  /**
   * Processor and memory of each pod.
   *
   * @default MiSize.of()
   */
  readonly size?: MiSize;

  /**
   * Variables of the environment, which `deployment.toml` reads as `$env{NAME}` and artefacts as `${configs.NAME}`.
   * Text that looks like a secret is refused; `EnvValue.fromSecret` names where it is kept.
   *
   * @default - only those that the tenant sets itself, from size and tls
   */
  readonly env?: Readonly<Record<string, string | EnvValue>>;

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
   * Where log files go that do not reach the console.
   *
   * @default - nowhere; they stay in the container and are gone with it
   */
  readonly logging?: readonly LoggingSidecar[];

  /**
   * Tables and keys of `deployment.toml`, laid over those that the tenant renders. The rendered file takes the place of
   * the image's, so all that the image's file says beyond the stock one belongs here.
   *
   * @default - the release's stock file for containers, hot deployment off, with the drain and `tls`
   */
  readonly deploymentToml?: TomlTable;

  /**
   * Time that a pod must stay ready before the update goes on to the next. Whole seconds, up to a day.
   *
   * @default Duration.seconds(30)
   */
  readonly minReady?: Duration;

  /**
   * The longest that a start may take; then the kubelet tries again. Whole seconds, from 5 to a day.
   *
   * @default Duration.seconds(180)
   */
  readonly startBudget?: Duration;
}

/** A port of a tenant that a route can lead to. */
export interface TenantPort {
  /** The tenant. */
  readonly tenant: MiTenant;
  /** The port of its Service. */
  readonly number: number;
  /** What is spoken there. */
  readonly protocol: 'HTTP' | 'HTTPS';
  /** For whom it is. */
  readonly access: 'public';
}

/** A port of a tenant that only `Route.management` can lead to. */
export interface ManagementPort {
  /** The tenant. */
  readonly tenant: MiTenant;
  /** The port of its Service. */
  readonly number: number;
  /** What is spoken there. */
  readonly protocol: 'HTTP' | 'HTTPS';
  /** For whom it is. */
  readonly access: 'management';
  /** The path under which a route shows it; nothing else of the port is shown. */
  readonly path: `/${string}`;
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
  /** Labels by which Services select its pods. */
  public readonly selector: Readonly<Record<string, string>>;
  /** Port for requests in the open (8290). */
  public readonly http: TenantPort = { tenant: this, number: MI_PORTS.http, protocol: 'HTTP', access: 'public' };
  /** Port for requests over TLS (8253). */
  public readonly https: TenantPort = { tenant: this, number: MI_PORTS.https, protocol: 'HTTPS', access: 'public' };
  /** The Management API (9164). */
  public readonly management: ManagementPort = {
    tenant: this,
    number: MI_PORTS.management,
    protocol: 'HTTPS',
    access: 'management',
    path: '/management',
  };
  /** The metrics for Prometheus (9201). */
  public readonly metrics: ManagementPort = {
    tenant: this,
    number: MI_PORTS.internalHttp,
    protocol: 'HTTP',
    access: 'management',
    path: '/metric-service',
  };
  /** The canary that takes a part of its requests, if it has one. */
  public readonly canary: TenantCanary | undefined;

  public constructor(scope: Construct, id: string, props: MiTenantProps<W>) {
    super(scope, freeId(scope, 'tenant', id));
    const { image, scaling, size = MiSize.of(), env = {}, mounts = [], tls, logging = [] } = props;
    const { minReady = Duration.seconds(30), startBudget = Duration.seconds(180) } = props;
    const { deploymentToml: ownToml = {} } = props;
    const minReadySeconds = wholeSeconds('minReady', 'tenant', this.node.path, minReady, 0);
    const startSeconds = wholeSeconds('startBudget', 'tenant', this.node.path, startBudget, 5);
    requirePinned('image', image.app, parseImageReference(image.reference));
    requireEnv(this.node.path, env);
    requireToml(this.node.path, ownToml);
    this.unit = BusinessUnit.of(this);
    this.name = this.unit.objectName(id);
    this.tls = tls;
    this.canary = undefined;

    // Selected by ids alone: a selector cannot be changed, so nothing that moves may be in it.
    const selector = { 'app.kubernetes.io/instance': id, 'app.kubernetes.io/part-of': this.unit.node.id };
    this.selector = selector;
    const labels = {
      ...this.unit.labels,
      ...selector,
      'app.kubernetes.io/name': 'micro-integrator',
      'app.kubernetes.io/version': image.version,
      'app.kubernetes.io/component': image.work,
    };
    const metadata = { name: this.name, labels, annotations: { [CONTACT_ANNOTATION]: this.unit.contact } };
    const facts = MI_RELEASES[image.release];
    this.facts = facts;
    const configMapName = renderConfig(this, this.name, labels, {
      'deployment.toml': deploymentToml(facts, tls, ownToml),
      ...(logging.length === 0 ? {} : { [FOLLOW_SCRIPT_KEY]: FOLLOW_SCRIPT }),
    });
    const pod = { unit: this.unit, name: this.name, labels, selector, image, size, env, mounts, tls, logging };
    const checked = { ...pod, startSeconds, configMapName };

    new k8s.KubeServiceAccount(this, 'service-account', { metadata, automountServiceAccountToken: false });
    const rolled: RolledObject = {
      metadata,
      selector,
      scaling,
      minReadySeconds,
      // A rollout has failed when a pod had time to be pulled, to start, to stay ready and its elder to drain.
      progressDeadlineSeconds: startSeconds + minReadySeconds + graceSeconds(facts) + 120,
      template: tenantPod(checked),
      sidecars: logging.flatMap((sidecar) => sidecar.containers()),
      about: `${image.app} ${image.version} on Micro Integrator ${image.release}`,
      namespace: this.unit.namespaceName,
    };
    new ApiObject(this, 'workload', { ...workload(rolled) });
    renderService(this, metadata, selector);
    renderAutoscaler(this, metadata, scaling);
    renderDisruptionBudget(this, metadata, selector, scaling);

    this.unit.reserve(tenantNeed(checked, scaling.peak));
    const kubernetes = Fleet.kubernetesOf(this);
    const tenant = { ...checked, scaling, deploymentToml: ownToml, kubernetes };
    this.node.addValidation({ validate: () => tenantRefusals(this.node.path, tenant).map(sentence) });
  }
}
