import type { LogLevel } from './log-level';
import type { MiRelease } from './mi-release';

/** An appender of log4j2.properties. */
export interface Appender {
  /** The part of its keys that stands for it. */
  readonly id: string;
  /** The name by which loggers ask for it. */
  readonly name: string;
  /** What else follows the id in a key, with its value. */
  readonly settings: Readonly<Record<string, string>>;
  /**
   * The level below which it drops lines, whatever their logger says.
   *
   * @default - it drops none
   */
  readonly threshold?: LogLevel;
  /** Whether the file lists it; log4j2 passes over one that is not listed. */
  readonly listed: boolean;
}

/** A log file, as far as the releases agree on it. */
interface LogFile {
  readonly id: string;
  /** Name without its ending. */
  readonly stem: string;
  readonly ending?: string;
  /** How a file is named that is full or of a day that is over. @default the stem with the day */
  readonly archive?: string;
  readonly pattern?: string;
  /** Whether a new file begins each day, beside when one is full. */
  readonly daily: boolean;
  readonly size?: string;
  readonly threshold?: LogLevel;
}

/** What a release says of its appenders. */
interface Style {
  /** The log folder, as the start script hands it to log4j2. */
  readonly folder: string;
  /** Pattern of a line, where a file has none of its own. */
  readonly line: string;
  readonly consoleLine: string;
  /** Patterns of single appenders that only this release has. */
  readonly lines: Readonly<Record<string, string>>;
  /** The files beside those that every release lists first. */
  readonly files: readonly LogFile[];
  /** Appenders that the file describes and does not list. */
  readonly unlisted: readonly Appender[];
}

// From log4j2.properties of product-micro-integrator (WSO2, Apache License 2.0).
const CARBON: LogFile = { id: 'CARBON_LOGFILE', stem: 'wso2carbon', daily: true, threshold: 'DEBUG' };
const AUDIT: LogFile = { id: 'AUDIT_LOGFILE', stem: 'audit', daily: true, threshold: 'INFO' };
const ATOMIKOS: LogFile = { id: 'ATOMIKOS_LOGFILE', stem: 'tm', ending: '.out', daily: true };
const TRACE: LogFile = { id: 'CARBON_TRACE_LOGFILE', stem: 'wso2carbon-trace-messages', daily: true };
const SERVICE: LogFile = { id: 'SERVICE_LOGFILE', stem: 'wso2-mi-service', daily: false };
const API: LogFile = { id: 'API_LOGFILE', stem: 'wso2-mi-api', daily: false };
const ERROR: LogFile = { id: 'ERROR_LOGFILE', stem: 'wso2error', daily: true, threshold: 'WARN' };
const CORRELATION: LogFile = {
  id: 'CORRELATION',
  stem: 'correlation',
  pattern: '%d{yyyy-MM-dd HH:mm:ss,SSS}|%X{Correlation-ID}|%t|%m%n',
  daily: true,
  threshold: 'INFO',
};
const OPEN_TELEMETRY: LogFile = {
  id: 'OPEN_TELEMETRY',
  stem: 'wso2-mi-open-telemetry',
  archive: 'wso2-mi-open-telemetry-%d{MM-dd-yyyy}-%i.log.gz',
  pattern: '%d{MM-dd-yyyy}-%d{HH:mm:ss,SSS} [%X{ip}-%X{host}] [%t] %5p %m%n',
  daily: true,
  threshold: 'TRACE',
};
const ACCESS: LogFile = {
  id: 'HTTP_ACCESS_LOGFILE',
  stem: 'http_access',
  archive: 'http_access_%d{yyyy-MM-dd}.log',
  pattern: '%msg%n',
  daily: true,
  size: '1MB',
  threshold: 'DEBUG',
};

const LINE = '[%d] %5p {%c} - %m%ex%n';

// Each step says only what that release changed.
const V1_1: Style = {
  folder: `\${sys:carbon.home}/repository/logs`,
  line: LINE,
  consoleLine: LINE,
  lines: {
    AUDIT_LOGFILE: `TID: ${LINE}`,
    SERVICE_LOGFILE: `TID: ${LINE}`,
    ERROR_LOGFILE: 'TID: [%tenantId] [%d] %5p {%c} - %m%ex%n',
  },
  files: [SERVICE, ERROR],
  unlisted: [correlationOf1_1()],
};
const V1_2: Style = {
  ...V1_1,
  consoleLine: '[%d] %5p {%c{1}} - %m%ex%n',
  lines: {},
  files: [SERVICE, API, ERROR, CORRELATION],
  unlisted: [],
};
const V4_2: Style = {
  ...V1_2,
  folder: `\${sys:logfiles.home}`,
  files: [...V1_2.files, OPEN_TELEMETRY],
};
const V4_3: Style = { ...V4_2, files: [...V4_2.files, ACCESS] };
const V4_6: Style = {
  ...V4_3,
  line: '[%d] %5p {%c} - %m %ex%n',
  consoleLine: '[%d] %5p {%c{1}} - %m %ex%n',
  lines: { ERROR_LOGFILE: '[%d] %5p {%c}%notEmpty{ {%X{MediatorId}}} - %m %ex%n' },
};

const STYLES: Readonly<Record<MiRelease, Style>> = {
  '1.1.0': V1_1,
  '1.2.0': V1_2,
  '4.0.0': V1_2,
  '4.1.0': V1_2,
  '4.2.0': V4_2,
  '4.3.0': V4_3,
  '4.4.0': V4_3,
  '4.5.0': V4_3,
  '4.6.0': V4_6,
};

/** The appenders of the stock log4j2.properties of a release, in the order of its list. */
export function stockAppenders(release: MiRelease): Appender[] {
  const style = STYLES[release];
  return [
    carbonConsole(style),
    ...[CARBON, AUDIT, ATOMIKOS, TRACE].map((file) => fileAppender(style, file)),
    { id: 'osgi', name: 'PaxOsgi', settings: { type: 'PaxOsgi', filter: '*' }, listed: true },
    ...style.files.map((file) => fileAppender(style, file)),
    ...style.unlisted,
  ];
}

/** An appender that writes the lines of a file's appender to the output of the container. */
export function consoleInstead({ id: fileId, settings: ofFile, threshold }: Appender): Appender {
  const id = `${fileId.replace(/_LOGFILE$/, '')}_CONSOLE`;
  const looks = Object.entries(ofFile).filter(([key]) => key.startsWith('layout.'));
  return { id, name: id, settings: { type: 'Console', ...Object.fromEntries(looks) }, threshold, listed: true };
}

function carbonConsole({ consoleLine }: Style): Appender {
  const id = 'CARBON_CONSOLE';
  return { id, name: id, settings: { type: 'Console', ...layout(consoleLine) }, threshold: 'DEBUG', listed: true };
}

function fileAppender({ folder, line, lines }: Style, file: LogFile): Appender {
  const { id, stem, ending = '.log', archive = `${stem}-%d{MM-dd-yyyy}${ending}`, pattern = lines[id] ?? line } = file;
  const settings = {
    type: 'RollingFile',
    fileName: `${folder}/${stem}${ending}`,
    filePattern: `${folder}/${archive}`,
    ...layout(pattern),
    ...rotation(file),
  };
  return { id, name: id, settings, threshold: file.threshold, listed: true };
}

/** 1.1 forgot to list this appender, and its path is of another product. */
function correlationOf1_1(): Appender {
  const fileName = `\${carbon.home}/repository/logs/\${instance.log}/correlation.log`;
  const { id, pattern = LINE, threshold } = CORRELATION;
  const settings = { type: 'RollingFile', fileName, ...layout(pattern), ...rotation(CORRELATION) };
  return { id, name: id, settings, threshold, listed: false };
}

function layout(pattern: string): Record<string, string> {
  return { 'layout.type': 'PatternLayout', 'layout.pattern': pattern };
}

function rotation({ daily, size = '10MB' }: LogFile): Record<string, string> {
  const eachDay = {
    'policies.time.type': 'TimeBasedTriggeringPolicy',
    'policies.time.interval': '1',
    'policies.time.modulate': 'true',
  };
  return {
    'policies.type': 'Policies',
    ...(daily ? eachDay : {}),
    'policies.size.type': 'SizeBasedTriggeringPolicy',
    'policies.size.size': size,
    'strategy.type': 'DefaultRolloverStrategy',
    'strategy.max': '20',
  };
}
