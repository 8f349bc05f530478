import type { Complaint } from '../core/refusal';
import { LOG_LEVELS } from '../release/log-level';

/** Appenders of log4j-core, and PaxOsgi of Pax Logging, which every release carries (Log4j2Plugins.dat). */
const APPENDERS = (
  'Async Console CountingNoOp Failover File Http JDBC JeroMQ JMS JMSQueue JMSTopic Kafka MemoryMappedFile NoSql Null ' +
  'OutputStream PaxOsgi RandomAccessFile Rewrite RollingFile RollingRandomAccessFile Routing ScriptAppenderSelector ' +
  'SMTP Socket Syslog Writer'
).split(' ');

/** Layouts of log4j-core; JsonTemplateLayout is of a JAR of its own, which no release carries. */
const LAYOUTS = (
  'CsvLogEventLayout CsvParameterLayout GelfLayout HTMLLayout JsonLayout MessageLayout PatternLayout Rfc5424Layout ' +
  'SerializedLayout SyslogLayout XMLLayout YamlLayout'
).split(' ');

/** What log4j2 can be told by keys of that form. It looks names up in any case. */
const KNOWN: ReadonlyArray<readonly [key: RegExp, names: readonly string[], instead: string | undefined]> = [
  [
    /^appender\.[^.]+\.type$/,
    APPENDERS,
    'with another log4j2 starts without this appender; one of your own is found by the property packages',
  ],
  [
    /^appender\.[^.]+\.layout\.type$/,
    LAYOUTS,
    'with another log4j2 starts without this appender, and its lines are lost; one of your own is found by packages',
  ],
  [/^(rootLogger|logger\.[^.]+)\.level$|\.filter\.[^.]+\.level$/, [...LOG_LEVELS, 'ALL'], undefined],
];

/** Names in the properties of a tenant that log4j2 does not know; `packages` and `customLevel` bring more of them. */
export function pluginComplaints(own: Readonly<Record<string, string>>, propOf: (key: string) => string): Complaint[] {
  const brings = Object.keys(own).some((key) => key === 'packages' || key.startsWith('customLevel.'));
  return Object.entries(brings ? {} : own).flatMap(([key, value]) =>
    KNOWN.filter(([pattern, names]) => pattern.test(key) && !isOneOf(names, value)).map(([, names, instead]) => ({
      prop: propOf(key),
      must: `be one of ${names.join(', ')}`,
      got: value,
      instead,
    })),
  );
}

function isOneOf(names: readonly string[], value: string): boolean {
  return value.includes('${') || names.some((name) => name.toLowerCase() === value.toLowerCase());
}
