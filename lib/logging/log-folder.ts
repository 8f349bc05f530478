import type { PodFacts, PodPart } from '../config/pod-part';
import { mebibytesText } from '../core/whole-mebibytes';
import type { MiImage } from '../image/mi-image';
import { miHome } from '../release/mi-release';
import type { LogDestination } from './log-destination';

/** Name of the volume that holds the log folder of a tenant whose log files somebody else in the pod reads. */
export const LOGS_VOLUME = 'logs';

/** The log folder as a volume, which the server writes and a sidecar may mount; it ends at the disk of the server. */
export function logFolder({ release }: MiImage, { diskMebibytes }: PodFacts): PodPart {
  return {
    volumes: [{ name: LOGS_VOLUME, emptyDir: { sizeLimit: mebibytesText(diskMebibytes) } }],
    volumeMounts: [{ name: LOGS_VOLUME, mountPath: `${miHome(release)}/repository/logs` }],
  };
}

/**
 * The log folder of the pod: full log files, and the heap dump that a JVM out of memory writes there
 * (`repository/logs/heap-dump.hprof`; one, since it does not write over the first).
 */
export class LogFolder implements LogDestination {
  /**
   * Kept by the pod, so that it outlives a container that ends and is started again; `kubectl cp` fetches the dump. It
   * goes with the pod.
   */
  public static keptByPod(): LogFolder {
    return new LogFolder();
  }

  public readonly reads = [];
  public readonly moves = [];

  private constructor() {}

  /** What it adds to a pod: the folder as a volume. */
  public part(image: MiImage, pod: PodFacts): PodPart {
    return logFolder(image, pod);
  }
}
