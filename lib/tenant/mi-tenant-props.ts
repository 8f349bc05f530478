import type { Endpoint } from '../config/endpoint';
import type { Keystore } from '../config/keystore';
import type { MiConfig } from '../config/mi-config';
import type { MiImage, Work } from '../image/mi-image';
import type { LogDestination } from '../logging/log-destination';
import type { AlertProps } from '../monitoring/alert-props';
import type { Peer } from '../network/peer';
import type { EnvSource } from '../secret/env-source';
import type { EnvValue } from '../secret/env-value';
import type { Mount } from '../volume/mount';
import type { Canary } from './canary';
import type { LifecycleProps } from './lifecycle';
import type { MiSize } from './mi-size';
import type { PodProps } from './pod-props';
import type { ManagementPort, TenantPort } from './port';
import type { Scaling } from './scaling';

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
   * Whom its applications call beyond what `config` and `logging` say: `[billing.http]` for another tenant of the fleet,
   * `Endpoint.outside(…)` for what is elsewhere. A unit whose network is isolated lets no call out that is not declared.
   *
   * @default - nobody
   */
  readonly calls?: ReadonlyArray<TenantPort | ManagementPort | Endpoint>;

  /**
   * Who may ask its ports for requests (8290, 8253, those of `pod.ports`) directly, past the load balancers: pods that are
   * no tenants, partners' addresses. A unit whose network is not isolated lets in everybody.
   *
   * @default - load balancers that lead to it, and tenants that say so in `calls`
   */
  readonly callers?: readonly Peer[];

  /**
   * Where log files go that do not reach the console: `ConsoleLogging.of('correlation')`, `LoggingSidecar.toStdout(…)`.
   *
   * @default - nowhere; they stay in the container and are gone with it, and so is a heap dump (`LogFolder.keptByPod()`)
   */
  readonly logging?: readonly LogDestination[];

  /**
   * When somebody is called for it, in a fleet with `monitoring`: `{ latency: Duration.millis(500) }`.
   *
   * @default - by limits that fit most tenants
   */
  readonly alerts?: AlertProps;

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
