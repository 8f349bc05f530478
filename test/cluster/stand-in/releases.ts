import releases from './releases.json';

/** A release of Micro Integrator that the stand-in can play. */
export type StandInRelease = keyof typeof releases;

/** What of a release shows from outside its container; written here once more, so that the library is not its own judge. */
export interface ReleaseFacts {
  /** Id of the user and of its group. */
  readonly user: number;
  /** The Java that the image has. */
  readonly jdk: string;
  readonly healthz: boolean;
  readonly liveness: boolean;
  /** For how long a shutdown waits for requests in flight. */
  readonly drainSeconds: number;
  /** Whether `deployment.toml` says for how long. */
  readonly drainIsConfigurable: boolean;
  /** Whether it runs a diagnostics tool unless it is told not to. */
  readonly diagnosticsTool: boolean;
  /** Names of the log files. */
  readonly logs: readonly string[];
}

/** The facts of a release. */
export function factsOf(release: StandInRelease): ReleaseFacts {
  return releases[release];
}

/** Every release, oldest first. */
export const STAND_IN_RELEASES = Object.keys(releases).filter(isStandInRelease);

/** Whether the stand-in can play a release, such as "4.6.0". */
export function isStandInRelease(release: string): release is StandInRelease {
  return release in releases;
}
