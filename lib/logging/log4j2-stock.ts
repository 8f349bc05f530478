import type { PropertyValue } from '../core/java-properties';
import type { LogLevel } from '../release/log-level';
import { type Appender, stockAppenders } from '../release/log4j2-appenders';
import { type Logger, STOCK_LOGGERS } from '../release/log4j2-loggers';
import type { MiRelease } from '../release/mi-release';

/** What a log4j2.properties says, as far as this library changes it. */
export interface Log4j2 {
  /** Where lines go, in the order of the list. */
  readonly appenders: readonly Appender[];
  /** Who says how much, in the order of the list. */
  readonly loggers: readonly Logger[];
  /** What a logger lets through that the file does not name, nor one above it. */
  readonly rootLevel: LogLevel;
  /** Names of the appenders that get the lines of every additive logger, each under the id of the reference. */
  readonly rootRefs: Readonly<Record<string, string>>;
}

/** The release's own log4j2.properties. */
export function stockLog4j2(release: MiRelease): Log4j2 {
  return {
    appenders: stockAppenders(release),
    loggers: STOCK_LOGGERS[release],
    rootLevel: 'INFO',
    rootRefs: {
      CARBON_CONSOLE: 'CARBON_CONSOLE',
      CARBON_LOGFILE: 'CARBON_LOGFILE',
      ERROR_LOGFILE: 'ERROR_LOGFILE',
      osgi: 'PaxOsgi',
    },
  };
}

/** The properties by their keys, in the order in which they are written. */
export function log4j2Entries({ appenders, loggers, rootLevel, rootRefs }: Log4j2): Map<string, PropertyValue> {
  return new Map<string, PropertyValue>([
    ['appenders', listedIds(appenders)],
    ['loggers', listedIds(loggers)],
    ['rootLogger.level', rootLevel],
    ...refEntries('rootLogger', rootRefs),
    ...appenders.flatMap(appenderEntries),
    ...loggers.flatMap(loggerEntries),
  ]);
}

function listedIds(declarations: ReadonlyArray<Appender | Logger>): string[] {
  return declarations.filter(({ listed }) => listed).map(({ id }) => id);
}

function appenderEntries({ id, name, settings, threshold }: Appender): ReadonlyArray<readonly [string, string]> {
  const filter =
    threshold === undefined ? {} : { 'filter.threshold.type': 'ThresholdFilter', 'filter.threshold.level': threshold };
  return Object.entries({ name, ...settings, ...filter }).map(([key, value]) => [`appender.${id}.${key}`, value]);
}

function loggerEntries({ id, name, level, refs, additive }: Logger): ReadonlyArray<readonly [string, string]> {
  const prefix = `logger.${id}`;
  return [
    [`${prefix}.name`, name],
    [`${prefix}.level`, level],
    ...refEntries(prefix, refs),
    ...(additive ? [] : ([[`${prefix}.additivity`, 'false']] as const)),
  ];
}

function refEntries(prefix: string, refs: Readonly<Record<string, string>>): ReadonlyArray<readonly [string, string]> {
  return Object.entries(refs).map(([id, name]) => [`${prefix}.appenderRef.${id}.ref`, name]);
}
