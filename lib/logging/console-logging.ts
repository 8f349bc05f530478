import type { PodPart } from '../config/pod-part';
import { refuse, verbatim } from '../core/refusal';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES, type MiLogFile, type MiRelease } from '../release/mi-release';
import type { LogDestination, MovedLog } from './log-destination';

const CONSOLE_LOGS = ['correlation', 'audit', 'service', 'api', 'access', 'tracing', 'atomikos'] as const;

/** A log that Micro Integrator writes to a file of its own, and to nowhere else. */
export type ConsoleLog = (typeof CONSOLE_LOGS)[number];

/** Where a log comes from and where it goes when it is left alone. */
interface FileLog {
  readonly logger: string;
  readonly file: MiLogFile;
}

const LOGS: Readonly<Record<ConsoleLog, FileLog>> = {
  correlation: { logger: 'correlation', file: 'correlation.log' },
  audit: { logger: 'AUDIT_LOG', file: 'audit.log' },
  service: { logger: 'SERVICE_LOGGER', file: 'wso2-mi-service.log' },
  api: { logger: 'API_LOGGER', file: 'wso2-mi-api.log' },
  access: { logger: 'org.apache.synapse.transport.http.access.logs', file: 'http_access.log' },
  tracing: { logger: 'tracer', file: 'wso2-mi-open-telemetry.log' },
  atomikos: { logger: 'com.atomikos', file: 'tm.out' },
};

/** Brings logs to the output of the container, among the lines that stand there already (`kubectl logs`). */
export class ConsoleLogging implements LogDestination {
  /**
   * Logs whose lines go to the console instead of their file, in the same pattern; all others stay in their files.
   * `correlation` switches the correlation log on; `tracing` has lines only where `Tracing` is on. Lines of `access`,
   * `correlation` and `tracing` do not name their log: a collector tells them apart by their form, or by the container
   * of a `LoggingSidecar`.
   */
  public static of(...logs: readonly ConsoleLog[]): ConsoleLogging {
    return new ConsoleLogging(logs, 'pattern');
  }

  /**
   * All of these, and all that stands on the console already, as one JSON object a line, with its log, time, level,
   * logger, thread, correlation id, message and exception: whatever is in a message, a collector knows where it ends.
   */
  public static json(...logs: readonly ConsoleLog[]): ConsoleLogging {
    return new ConsoleLogging(logs, 'json');
  }

  /** The logs of a release that go to a file of their own alone: `ConsoleLogging.json(...ConsoleLogging.logsOf('4.4.0'))`. */
  public static logsOf(release: MiRelease): ConsoleLog[] {
    const { fileLogs } = MI_RELEASES[release];
    return CONSOLE_LOGS.filter((log) => fileLogs.includes(LOGS[log].file));
  }

  public readonly reads = [];

  private constructor(
    /** The logs that go to the console. */
    public readonly logs: readonly ConsoleLog[],
    private readonly lines: 'pattern' | 'json',
  ) {
    const about = { prop: 'logs', kind: 'console logging', id: logs.join(', ') };
    const unknown = logs.find((log) => !CONSOLE_LOGS.includes(log));
    if ((logs.length === 0 && lines === 'pattern') || unknown !== undefined) {
      const got = unknown ?? verbatim('none');
      refuse({ ...about, must: `be one or more of ${CONSOLE_LOGS.join(', ')}`, got });
    }
  }

  /** Names of the loggers, as log4j2 knows them. */
  public get loggers(): string[] {
    return this.logs.map((log) => LOGS[log].logger);
  }

  public get moves(): MovedLog[] {
    return this.logs.map((log) => ({ log, file: LOGS[log].file }));
  }

  public part({ release }: Pick<MiImage, 'release'>): PodPart {
    const has = ConsoleLogging.logsOf(release);
    return {
      log4j2: { console: this.loggers, ...(this.lines === 'json' ? { json: ['console'] } : {}) },
      complaints: this.logs
        .filter((log) => !has.includes(log))
        .map((got) => ({ prop: 'logging', must: `name logs that release ${release} has: ${has.join(', ')}`, got })),
    };
  }
}
