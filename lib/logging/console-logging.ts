import type { PodPart } from '../config/pod-part';
import { refuse, verbatim } from '../core/refusal';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES, type MiLogFile } from '../release/mi-release';
import type { LogDestination, MovedLog } from './log-destination';

/** A log that Micro Integrator writes to a file of its own, and to nowhere else. */
export type ConsoleLog = 'correlation' | 'audit' | 'service' | 'api' | 'access' | 'tracing' | 'atomikos';

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
    return new ConsoleLogging(logs);
  }

  public readonly reads = [];

  private constructor(
    /** The logs that go to the console. */
    public readonly logs: readonly ConsoleLog[],
  ) {
    const about = { prop: 'logs', kind: 'console logging', id: logs.join(', ') };
    const known = Object.keys(LOGS);
    const unknown = logs.find((log) => !known.includes(log));
    if (logs.length === 0 || unknown !== undefined) {
      const got = unknown ?? verbatim('none');
      refuse({ ...about, must: `be one or more of ${known.join(', ')}`, got });
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
    const { fileLogs } = MI_RELEASES[release];
    const has = Object.entries(LOGS).flatMap(([log, { file }]) => (fileLogs.includes(file) ? [log] : []));
    return {
      log4j2: { console: this.loggers },
      complaints: this.logs
        .filter((log) => !has.includes(log))
        .map((got) => ({ prop: 'logging', must: `name logs that release ${release} has: ${has.join(', ')}`, got })),
    };
  }
}
