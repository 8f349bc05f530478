import type { Container } from '../../imports/k8s';
import type { PodFacts, PodPart } from '../config/pod-part';
import { type Complaint, complaintsOf } from '../core/refusal';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES, type MiLogFile, type MiRelease } from '../release/mi-release';
import { FOLLOW_SCRIPT, FOLLOW_SCRIPT_KEY } from './follow-script';
import { LOGS_VOLUME, logFolder } from './log-folder';

/** Log files that a sidecar prints. */
export interface StdoutSidecarProps {
  /**
   * Image with `sh`, `cat`, `stat`, `sort -V` and `awk`, such as busybox, pinned by tag or digest:
   * `registry.example.com/tools/busybox:1.36.1`.
   */
  readonly image: string;

  /**
   * Files of Micro Integrator's log folder, each printed by a container of its own, so that a collector can tell them
   * apart. With `correlation.log` the server is told `-DenableCorrelationLogs=true`, without which that file stays
   * empty. A file that the release does not write, or that reaches the console already, is refused.
   */
  readonly files: readonly MiLogFile[];
}

/** Where a sidecar sees the log folder. */
const LOGS_PATH = '/logs';

/** Name of the volume that holds the script which follows a file. */
const SCRIPT_VOLUME = 'follow';

/** Where a sidecar sees the script. */
const SCRIPT_PATH = '/follow';

/** What a pod gets that prints files of the log folder. */
export function printed({ image, files }: StdoutSidecarProps, ofServer: MiImage, pod: PodFacts): PodPart {
  const { volumes = [], volumeMounts } = logFolder(ofServer, pod);
  return {
    sidecars: files.map((file) => follower(file, image)),
    volumes: [...volumes, { name: SCRIPT_VOLUME, texts: { [FOLLOW_SCRIPT_KEY]: FOLLOW_SCRIPT } }],
    volumeMounts,
    complaints: files.flatMap((file) => fileComplaints(ofServer.release, file)),
  };
}

/** The container that prints a file. */
function follower(file: MiLogFile, image: string): Container {
  return {
    // As `kubectl logs -c` names it.
    name: file.replace(/[._]/g, '-'),
    image,
    imagePullPolicy: 'IfNotPresent',
    command: ['sh', `${SCRIPT_PATH}/${FOLLOW_SCRIPT_KEY}`, `${LOGS_PATH}/${file}`],
    resources: {
      // What it prints the node keeps, 50 MiB as kubelet rotates by default.
      requests: { cpu: '10m', memory: '16Mi', 'ephemeral-storage': '64Mi' },
      limits: { cpu: '100m', memory: '32Mi', 'ephemeral-storage': '128Mi' },
    },
    securityContext: { readOnlyRootFilesystem: true },
    volumeMounts: [
      { name: LOGS_VOLUME, mountPath: LOGS_PATH, readOnly: true },
      { name: SCRIPT_VOLUME, mountPath: SCRIPT_PATH, readOnly: true },
    ],
  };
}

function fileComplaints(release: MiRelease, file: MiLogFile): Complaint[] {
  const { fileLogs, consoleLogs } = MI_RELEASES[release];
  const isOnConsole = consoleLogs.includes(file);
  return complaintsOf('logging', [
    [
      !isOnConsole,
      'print only what the console does not have',
      file,
      'its lines are in the output of Micro Integrator already and would come twice',
    ],
    [isOnConsole || fileLogs.includes(file), `name files that release ${release} writes: ${fileLogs.join(', ')}`, file],
  ]);
}
