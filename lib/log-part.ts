import type { ConfigPart } from './config-part';
import { ConsoleLogging, consoleComplaints } from './console-logging';
import type { LogLevel } from './log-level';
import { log4j2Properties } from './log4j2';
import { log4j2Complaints } from './log4j2-refusals';
import type { LoggingSidecar } from './logging-sidecar';
import type { MiImage } from './mi-image';
import type { MiLogFile } from './mi-release';

/** A place to which lines go beside the log files in the pod. */
export type LogDestination = ConsoleLogging | LoggingSidecar;

/** What a tenant says of its logs. */
export interface LogProps {
  /**
   * Where log files go that do not reach the console.
   *
   * @default - nowhere
   */
  readonly logging?: readonly LogDestination[];

  /**
   * Level of each logger, by class or package; a logger takes all below it, `root` takes what no other does:
   * `{ 'org.apache.synapse.transport.http.wire': 'DEBUG' }`. Appenders let through what a level asks for.
   *
   * @default - those of the release
   */
  readonly levels?: Readonly<Record<string, LogLevel>>;

  /**
   * Properties laid over log4j2.properties, and over `levels`; `${env:NAME}` reads a variable of `env`. Appenders and
   * loggers that they name are listed by themselves.
   *
   * @default - none
   */
  readonly own?: Readonly<Record<string, string>>;
}

/** The file that says which lines go where, below the product's home. */
export const LOG4J2_PATH = 'conf/log4j2.properties';

/** The server keeps quiet about correlation without it, whatever log4j2 says. */
const CORRELATION_ARGUMENT = '-DenableCorrelationLogs=true';

/** What the logs of a tenant add to its pod; without a change the image keeps its own log4j2.properties. */
export function logPart(
  { release }: Pick<MiImage, 'release'>,
  { logging = [], levels = {}, own = {} }: LogProps,
): ConfigPart {
  const consoles = logging.filter((destination) => destination instanceof ConsoleLogging);
  const others = logging.filter((destination) => !(destination instanceof ConsoleLogging));
  const changes = { levels, own, console: consoles.flatMap(({ loggers }) => loggers) };
  const isChanged = [levels, own, changes.console].some((change) => Object.keys(change).length > 0);
  const complaints = [
    ...consoleComplaints(
      release,
      consoles.flatMap(({ logs }) => logs),
      others.flatMap(({ files }) => files),
    ),
    ...log4j2Complaints(release, changes),
  ];
  return {
    files: isChanged && complaints.length === 0 ? { [LOG4J2_PATH]: log4j2Properties(release, changes) } : {},
    args: correlationArgs(logging.flatMap(({ files }) => files)),
    complaints,
  };
}

/** Arguments without which a log file that somebody reads has no lines. */
function correlationArgs(files: readonly MiLogFile[]): string[] {
  return files.includes('correlation.log') ? [CORRELATION_ARGUMENT] : [];
}
