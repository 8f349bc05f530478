import { refuse, requireThat, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import { MI_RELEASES, type MiRelease } from '../release/mi-release';
import { type EcrRepository, ecrAddress } from './ecr-repository';
import type { ImageLock } from './image-lock';
import { formatImageReference, type ImageReference, requirePinned } from './image-reference';
import type { JdbcDriver } from './jdbc-driver';
import type { ImagePullPolicy, MiImage, Work } from './mi-image';

/** What is in a base image and how it is named. */
export interface MiBaseImageProps {
  /**
   * Release of Micro Integrator in the image; user, probes, ports and log files follow from it. The JDK beside it must be
   * one that the start script of the release takes, `MI_RELEASES[release].jdk` (docs/releases.md): with
   * another it says so and exits with 0, again and again.
   */
  readonly release: MiRelease;

  /**
   * The platform team's count of base images of this release. From 1 up.
   *
   * @default - none; the tag is the release alone
   */
  readonly build?: number;

  /**
   * Tag of the image, for a base image that is named otherwise. `latest` and a `build` beside it are refused.
   *
   * @default - release and build: `4.4.0-3`
   */
  readonly tag?: string;

  /**
   * Digest of the image: `sha256:` and 64 hexadecimal digits.
   *
   * @default - none; the tag alone names the image
   */
  readonly digest?: string;

  /**
   * When the kubelet asks the registry for the image of a tenant.
   *
   * @default 'IfNotPresent'
   */
  readonly pullPolicy?: ImagePullPolicy;

  /**
   * JDBC drivers whose JARs are in `lib` of the image. A datasource of another driver is refused.
   *
   * @default - none
   */
  readonly drivers?: readonly JdbcDriver[];

  /**
   * Where the digests of the images of its tenants are kept: `ImageLock.file('images/lock.json')`. An image that the
   * lock does not know is refused.
   *
   * @default - nowhere; manifests name images by their tags
   */
  readonly lock?: ImageLock;
}

/** Where an application's image differs from the name that follows from its base. */
export interface AppImageProps {
  /**
   * Registry and path of the application's image.
   *
   * @default - beside the base image, under the application's name
   */
  readonly repository?: string;

  /**
   * Tag of the application's image as it is, for one that other tools name. Every build needs a tag of its own, and
   * nothing of the base is in it: a new base rolls the tenant when this tag changes. `latest` is refused.
   *
   * @default - version, `-mi` and the tag of the base: `1.0.0-mi4.4.0-3`
   */
  readonly tag?: string;

  /**
   * Digest of the application's image: `sha256:` and 64 hexadecimal digits.
   *
   * @default - none; the tag alone names the image
   */
  readonly digest?: string;

  /**
   * JDBC drivers that the application's image adds to those of its base.
   *
   * @default - none
   */
  readonly drivers?: readonly JdbcDriver[];
}

const APP_NAME = /^[a-z0-9]+([._-]+[a-z0-9]+)*$/;
const VERSION = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;

/**
 * The platform team's image: Micro Integrator with the common configuration, from which every tenant's image is
 * built. A reference and the facts of its release; it makes no Kubernetes object.
 */
export class MiBaseImage {
  /** A base image on Docker Hub: `MiBaseImage.fromDockerHub('example/mi-base', { release: '4.4.0' })`. */
  public static fromDockerHub(repository: `${string}/${string}`, props: MiBaseImageProps): MiBaseImage {
    if (/^[^/]*[.:]/.test(repository)) {
      const instead = 'MiBaseImage.fromRegistry takes other registries';
      refuse({
        prop: 'repository',
        kind: 'base image',
        id: repository,
        must: 'begin with an organization',
        got: repository,
        instead,
      });
    }
    return new MiBaseImage(`docker.io/${repository}`, props);
  }

  /** A base image in a registry of one's own: `registry.example.com/integration/mi-base`. */
  public static fromRegistry(repository: string, props: MiBaseImageProps): MiBaseImage {
    return new MiBaseImage(repository, props);
  }

  /** A base image in Amazon ECR. Nodes and pods read it by their own identity, so it needs no pull secret. */
  public static fromEcr(repository: EcrRepository, props: MiBaseImageProps): MiBaseImage {
    return new MiBaseImage(ecrAddress(repository), props);
  }

  /** Release of Micro Integrator in the image. */
  public readonly release: MiRelease;
  /** The whole reference, as a Dockerfile's FROM names it. */
  public readonly reference: string;

  private readonly repository: string;
  private readonly build: string;
  private readonly pullPolicy: ImagePullPolicy;
  private readonly drivers: readonly JdbcDriver[];
  private readonly lock: ImageLock | undefined;

  private constructor(repository: string, props: MiBaseImageProps) {
    requireProps('base image', repository, props, { release: "'4.4.0'" });
    const { release, build, digest, pullPolicy = 'IfNotPresent', drivers = [] } = props;
    const tag = props.tag ?? (build === undefined ? release : `${release}-${build}`);
    this.requireRelease(repository, props);
    const reference: ImageReference = { repository, tag, digest };
    requirePinned('base image', repository, reference);
    this.release = release;
    this.reference = formatImageReference(reference);
    this.repository = repository;
    // A digest pins the base beyond its tag, so it must reach the tag of every tenant too.
    this.build = digest === undefined ? tag : `${tag}-${digest.slice('sha256:'.length, 'sha256:'.length + 12)}`;
    this.pullPolicy = pullPolicy;
    this.drivers = drivers;
    this.lock = props.lock;
  }

  /**
   * The image of an application that may run many times: it answers requests, or competes safely for the messages
   * of a queue or a Kafka group. Its tag holds the version and the base's tag (`1.0.0-mi4.4.0-3`), so a new base
   * rolls every tenant; `tag` says another as it is.
   */
  public withApp(app: string, version: string, props: AppImageProps = {}): MiImage<'app'> {
    return this.withWork('app', app, version, props);
  }

  /**
   * The image of an application that must not run twice at the same time: it reads files, subscribes to a topic or
   * runs by the clock; also one that does so besides answering.
   */
  public withPoller(app: string, version: string, props: AppImageProps = {}): MiImage<'poller'> {
    return this.withWork('poller', app, version, props);
  }

  private withWork<W extends Work>(work: W, app: string, version: string, props: AppImageProps): MiImage<W> {
    if (!APP_NAME.test(app)) {
      const must = 'be lower-case letters and digits, joined by ".", "_" or "-"';
      refuse({ prop: 'app', kind: 'image', id: app, must, got: app });
    }
    if (!VERSION.test(version) || version === 'latest') {
      refuse({
        prop: 'version',
        kind: 'image',
        id: app,
        must: 'be letters, digits, "_", "." and "-", at most 63 characters, and name one build',
        got: version,
      });
    }
    const { repository = `${this.repository.slice(0, this.repository.lastIndexOf('/'))}/${app}`, digest } = props;
    const { tag = `${version}-mi${this.build}` } = props;
    const locked = this.lock?.digestOf(formatImageReference({ repository, tag }));
    const reference: ImageReference = { repository, tag, digest: digest ?? locked };
    requirePinned('image', app, reference);
    return {
      app,
      version,
      work,
      reference: formatImageReference(reference),
      base: this.reference,
      lock: this.lock,
      release: this.release,
      drivers: [...new Set([...this.drivers, ...(props.drivers ?? [])])],
      pullPolicy: this.pullPolicy,
    };
  }

  private requireRelease(id: string, { release, build, tag }: MiBaseImageProps): void {
    const releases = Object.keys(MI_RELEASES);
    requireThat('base image', id, [
      ['release', releases.includes(release), `be one of ${releases.join(', ')}`, release],
      [
        'build',
        build === undefined || (Number.isSafeInteger(build) && build >= 1),
        'be a whole number from 1 up',
        build,
      ],
      [
        'tag',
        build === undefined || tag === undefined,
        'stand alone',
        verbatim(`tag "${tag}" and build ${build}`),
        'leave out one of the two',
      ],
    ]);
  }
}
