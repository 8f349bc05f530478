import type { PodFacts, PodPart } from '../config/pod-part';
import { mebibytesText } from '../core/whole-mebibytes';
import type { MiImage } from '../image/mi-image';
import { miHome } from '../release/mi-release';

/** Name of the volume that holds the log folder of a tenant whose log files somebody else in the pod reads. */
export const LOGS_VOLUME = 'logs';

/** The log folder as a volume, which the server writes and a sidecar may mount; it ends at the disk of the server. */
export function logFolder({ release }: MiImage, { diskMebibytes }: PodFacts): PodPart {
  return {
    volumes: [{ name: LOGS_VOLUME, emptyDir: { sizeLimit: mebibytesText(diskMebibytes) } }],
    volumeMounts: [{ name: LOGS_VOLUME, mountPath: `${miHome(release)}/repository/logs` }],
  };
}
