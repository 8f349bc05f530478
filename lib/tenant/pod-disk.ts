import { logMebibytes } from '../logging/log-room';
import type { MiRelease } from '../release/mi-release';
import type { MiSize } from './mi-size';

/** What the disk of a server's container holds at the most, in mebibytes. */
export interface PodDisk {
  /** All log files at their full rotation. */
  readonly logs: number;
  /**
   * The dump of a JVM out of memory; it is written once. As large as the heap where that is full of texts and buffers, and
   * 1.8 times where it is full of small objects (seen with OpenJDK 17: a reference has 8 bytes in a dump, and 4 in a heap).
   */
  readonly heapDump: number;
  /** What is left beside them. */
  readonly beside: typeof BESIDE;
}

/**
 * What no release and no size changes, in mebibytes. CARs and work are allowances: how much they are is the image's own.
 * docs/operating.md says how to measure them, and `MiSize.of({ disk })` gives a tenant another sum.
 */
const BESIDE = {
  /**
   * CARs and connectors, which the server unpacks below `tmp/carbonapps` and `tmp/libs` at each start (AppDeployerUtils,
   * LibDeployerUtils); with a service catalog some releases unpack each CAR several times (product-integrator-mi#4156).
   */
  carbonApps: 256,
  /** What the server writes at its start: rendered configuration, caches of its bundles. */
  work: 128,
  /** Lines of the console, which the node keeps and counts for the pod: five files of 10 MiB (kubelet's defaults). */
  console: 50,
} as const;

/** What a server of this size and release holds, with its own properties of log4j2. */
export function podDisk(
  { heapMebibytes }: Pick<MiSize, 'heapMebibytes'>,
  release: MiRelease,
  log4j2?: Readonly<Record<string, string>>,
): PodDisk {
  return { logs: logMebibytes(release, log4j2), heapDump: 2 * heapMebibytes, beside: BESIDE };
}

/** Disk that a pod may fill, in mebibytes: what its size says, or room for all that it holds. */
export function diskMebibytesOf(size: MiSize, release: MiRelease, log4j2?: Readonly<Record<string, string>>): number {
  const { logs, heapDump, beside } = podDisk(size, release, log4j2);
  return size.diskMebibytes ?? logs + heapDump + beside.carbonApps + beside.work + beside.console;
}
