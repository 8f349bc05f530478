import type { MiRelease } from '../release/mi-release';
import type { ImageLock } from './image-lock';
import type { JdbcDriver } from './jdbc-driver';

/**
 * What an application does, as far as scaling must know: an `app` answers, or competes safely for a queue's
 * messages, so many may run; a `poller` reads files, topics or a clock, so two of it do the same work twice.
 */
export type Work = 'app' | 'poller';

/** When the kubelet asks the registry for an image (Kubernetes' word). */
export type ImagePullPolicy = 'Always' | 'IfNotPresent' | 'Never';

/**
 * The image of one tenant: Micro Integrator with its applications, made by `MiBaseImage.withApp` or `withPoller`.
 */
export interface MiImage<W extends Work = Work> {
  /** Name of the application in the image. */
  readonly app: string;
  /** Version of the application. */
  readonly version: string;
  /** The whole reference, as a container names it. */
  readonly reference: string;
  /** The whole reference of its base, as the Dockerfile's FROM names it. */
  readonly base: string;
  /**
   * Where its digest is kept.
   *
   * @default - nowhere; its tag, or a digest that the source says, names it
   */
  readonly lock?: ImageLock;
  /** Release of Micro Integrator in it. */
  readonly release: MiRelease;
  /** What the application does. */
  readonly work: W;
  /** JDBC drivers that are said to be in it. */
  readonly drivers: readonly JdbcDriver[];
  /** When the kubelet asks the registry for it. */
  readonly pullPolicy: ImagePullPolicy;
}
