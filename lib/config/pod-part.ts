import type { Container, Volume, VolumeMount, VolumeProjection } from '../../imports/k8s';
import type { KubernetesVersion } from '../core/kubernetes-version';
import type { Complaint } from '../core/refusal';
import type { MiImage } from '../image/mi-image';
import type { LogLevel } from '../release/log-level';
import type { MiLogFile } from '../release/mi-release';
import type { NamedConfigMap } from '../secret/config-map-ref';
import type { EnvValue } from '../secret/env-value';
import type { NamedSecret } from '../secret/secret-ref';
import type { TomlTable } from './deployment-toml';
import type { Endpoint } from './endpoint';

/** What is said differently from the release's own log4j2.properties. */
export interface Log4j2Changes {
  /**
   * Level of each logger, by class or package; `root` is the logger above all.
   *
   * @default - those of the release
   */
  readonly levels?: Readonly<Record<string, LogLevel>>;

  /**
   * Names of loggers with a file of their own whose lines go to the console instead.
   *
   * @default - none
   */
  readonly console?: readonly string[];

  /**
   * What is written as one JSON object a line: log files by their names, and `console`.
   *
   * @default - none; lines are as the release has them
   */
  readonly json?: ReadonlyArray<MiLogFile | 'console'>;

  /**
   * Properties laid over all of these.
   *
   * @default - none
   */
  readonly own?: Readonly<Record<string, string>>;

  /**
   * Log files that somebody reads, which must have lines.
   *
   * @default - none
   */
  readonly reads?: readonly MiLogFile[];
}

/** A volume of short texts, such as a script, which stand in the ConfigMap of the tenant. */
export interface TextVolume {
  /** Name of the volume. */
  readonly name: string;
  /** Each text under the name of its file. */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * What one value of a tenant adds to its pod: a certificate, a datasource, a destination of logs, a mounted volume. All
 * that adds to a pod is a part, and what a part adds is known to nobody but its maker.
 */
export interface PodPart {
  /**
   * Variables of the server's container.
   *
   * @default - none
   */
  readonly env?: Readonly<Record<string, EnvValue>>;
  /**
   * Tables of `deployment.toml`; lists of tables of several parts are joined.
   *
   * @default - none
   */
  readonly toml?: TomlTable;
  /**
   * Changes of `conf/log4j2.properties`.
   *
   * @default - none
   */
  readonly log4j2?: Log4j2Changes;
  /**
   * Texts of files below the product's home, each under its path.
   *
   * @default - none
   */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * Files out of Secrets and ConfigMaps that somebody else writes, with their paths below the product's home.
   *
   * @default - none
   */
  readonly projections?: readonly VolumeProjection[];
  /**
   * Arguments of the start script.
   *
   * @default - none
   */
  readonly args?: readonly string[];
  /**
   * Containers that are there before Micro Integrator and stay to the end of its drain (native sidecars). What they
   * request and may use counts in the quota of the unit.
   *
   * @default - none
   */
  readonly sidecars?: readonly Container[];
  /**
   * Containers beside Micro Integrator, told to stop together with it.
   *
   * @default - none
   */
  readonly containers?: readonly Container[];
  /**
   * Containers that end before it starts.
   *
   * @default - none
   */
  readonly initContainers?: readonly Container[];
  /**
   * Volumes of the pod. Parts that bring the same volume share it.
   *
   * @default - none
   */
  readonly volumes?: ReadonlyArray<Volume | TextVolume>;
  /**
   * Where Micro Integrator sees them.
   *
   * @default - nowhere
   */
  readonly volumeMounts?: readonly VolumeMount[];
  /**
   * Groups to which the files of its volumes belong.
   *
   * @default - none
   */
  readonly volumeGroups?: readonly number[];
  /**
   * Labels of the pod; those of the tenant win.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the pod.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Systems outside that the pod calls for it.
   *
   * @default - none
   */
  readonly endpoints?: readonly Endpoint[];
  /**
   * Systems outside that ask the Management API of the pod.
   *
   * @default - none
   */
  readonly managers?: readonly Endpoint[];
  /**
   * Secrets that it needs, beyond those of its variables.
   *
   * @default - none
   */
  readonly secrets?: readonly NamedSecret[];
  /**
   * ConfigMaps of others that it needs, beyond those of its variables.
   *
   * @default - none
   */
  readonly configMaps?: readonly NamedConfigMap[];
  /**
   * What is wrong with it, given the pod.
   *
   * @default - none
   */
  readonly complaints?: readonly Complaint[];
}

/** What a pod is, beside its image, to whom makes a part of it. */
export interface PodFacts {
  /** Disk of the server, in mebibytes. */
  readonly diskMebibytes: number;
  /** The version of its cluster. */
  readonly kubernetes: KubernetesVersion;
}

/** A value that adds a part to the pod of a tenant. */
export interface PartMaker {
  /** What it adds to a pod of this image. */
  part(image: MiImage, pod: PodFacts): PodPart;
}

/** Parts as one. What ends up in one file with others, `toml` and `log4j2`, stays apart. */
export type JoinedPart = Required<Omit<PodPart, 'toml' | 'log4j2'>>;
