import { k8s, quantity } from '../imports/k8s';
import { FOLLOW_SCRIPT_KEY } from './follow-script';
import { parseImageReference, requirePinned } from './image-reference';
import type { MiLogFile } from './mi-release';
import { refuse, said } from './refusal';

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

/**
 * A container that stays beside Micro Integrator to the end of its drain: an init container that is restarted always.
 * The generated 1.27 types do not know `restartPolicy` and would drop it.
 */
export type NativeSidecar = Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly restartPolicy: 'Always';
};

/** Name of the volume that holds the log folder of a tenant with sidecars. */
export const LOGS_VOLUME = 'logs';

/** What a container that follows one file needs, in millis and mebibytes. */
export const FOLLOWER_SIZE = { cpu: 10, cpuLimit: 100, memory: 16, memoryLimit: 32 } as const;

/** Where a sidecar sees the log folder. */
const LOGS_PATH = '/logs';

/** Name of the volume that holds the script which follows a file. */
export const SCRIPT_VOLUME = 'follow';

/** Where a sidecar sees the script. */
const SCRIPT_PATH = '/follow';

/** Brings log files, which nobody outside the pod sees, to where the cluster collects them. */
export class LoggingSidecar {
  /** Prints files of the log folder to the output of containers named after them (`kubectl logs … -c audit-log`). */
  public static toStdout(props: StdoutSidecarProps): LoggingSidecar {
    return new LoggingSidecar(props);
  }

  /** The files that the sidecar prints. */
  public readonly files: readonly MiLogFile[];

  private constructor(private readonly props: StdoutSidecarProps) {
    const { image, files } = props;
    requirePinned('logging sidecar', image, parseImageReference(image));
    if (files.length === 0) {
      refuse({
        prop: 'files',
        kind: 'logging sidecar',
        id: image,
        must: 'name at least one log file',
        got: said('none'),
      });
    }
    this.files = files;
  }

  /** The containers, as the pod runs them. */
  public containers(): NativeSidecar[] {
    return this.files.map((file) => {
      const container = k8s.toJson_Container({
        name: containerName(file),
        image: this.props.image,
        imagePullPolicy: 'IfNotPresent',
        command: ['sh', `${SCRIPT_PATH}/${FOLLOW_SCRIPT_KEY}`, `${LOGS_PATH}/${file}`],
        resources: {
          requests: { cpu: quantity(`${FOLLOWER_SIZE.cpu}m`), memory: quantity(`${FOLLOWER_SIZE.memory}Mi`) },
          limits: { cpu: quantity(`${FOLLOWER_SIZE.cpuLimit}m`), memory: quantity(`${FOLLOWER_SIZE.memoryLimit}Mi`) },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          readOnlyRootFilesystem: true,
        },
        volumeMounts: [
          { name: LOGS_VOLUME, mountPath: LOGS_PATH, readOnly: true },
          { name: SCRIPT_VOLUME, mountPath: SCRIPT_PATH, readOnly: true },
        ],
      });
      return { ...container, name: containerName(file), restartPolicy: 'Always' };
    });
  }
}

function containerName(file: MiLogFile): string {
  return file.replace(/[._]/g, '-');
}
