import type { PartMaker, PodFacts, PodPart } from '../config/pod-part';
import { repeats } from '../core/by-key';
import { hasNativeSidecars } from '../core/kubernetes-version';
import { type Complaint, complaintsOf, verbatim } from '../core/refusal';
import type { MiImage } from '../image/mi-image';
import type { MiLogFile } from '../release/mi-release';

/** A log that is sent elsewhere than to its file. */
export interface MovedLog {
  /** Its name, in the reader's word. */
  readonly log: string;
  /** The file that stays empty for it. */
  readonly file: MiLogFile;
}

/** A place to which lines go beside the log files in the pod. What it needs for that is its part. */
export interface LogDestination extends PartMaker {
  /** Log files that it reads in the log folder. */
  readonly reads: readonly MiLogFile[];
  /** Logs whose lines the server itself sends there, so that their files stay empty. */
  readonly moves: readonly MovedLog[];
}

/** The server keeps quiet about correlation without it, whatever log4j2 says. */
export const CORRELATION_ARGUMENT = '-DenableCorrelationLogs=true';

/** What destinations add to a pod, and what they need together, whatever each of them is. */
export function destinationParts(
  image: MiImage,
  pod: PodFacts,
  destinations: readonly LogDestination[],
): readonly PodPart[] {
  const parts = destinations.map((destination) => destination.part(image, pod));
  const reads = destinations.flatMap((destination) => destination.reads);
  const moves = destinations.flatMap((destination) => destination.moves);
  const wanted = [...reads, ...moves.map(({ file }) => file)];
  return [
    { complaints: sidecarComplaints(parts, pod) },
    ...parts,
    {
      log4j2: { reads },
      // Without it a log that somebody wants has no lines.
      args: wanted.includes('correlation.log') ? [CORRELATION_ARGUMENT] : [],
      complaints: [...twiceComplaints(reads, moves), ...emptyComplaints(reads, moves)],
    },
  ];
}

function sidecarComplaints(parts: readonly PodPart[], { kubernetes }: PodFacts): Complaint[] {
  return complaintsOf('logging', [
    [
      hasNativeSidecars(kubernetes) || parts.every(({ sidecars = [] }) => sidecars.length === 0),
      'have no sidecar before Kubernetes 1.29',
      kubernetes,
      'without native sidecars the lines of the drain are lost; raise kubernetes of the Fleet',
    ],
  ]);
}

function twiceComplaints(reads: readonly MiLogFile[], moves: readonly MovedLog[]): Complaint[] {
  const logs = moves.map(({ log }) => log);
  return [
    ...repeats(reads, (file) => file).map(([got]) => ({ prop: 'logging', must: 'print a file once', got })),
    ...repeats(logs, (log) => log).map(([got]) => ({ prop: 'logging', must: 'send a log to the console once', got })),
  ];
}

function emptyComplaints(reads: readonly MiLogFile[], moves: readonly MovedLog[]): Complaint[] {
  return moves
    .filter(({ file }) => reads.includes(file))
    .map(({ log, file }) => ({
      prop: 'logging',
      must: 'send a log to one place',
      got: verbatim(`${log} to the console and ${file} to a sidecar`),
      instead: 'what goes to the console leaves its file, so the sidecar would find it empty; keep one of the two',
    }));
}
