import { toConsole, withLevels } from '../../lib/logging/log4j2-changes';
import { type Log4j2, log4j2Entries, stockLog4j2 } from '../../lib/logging/log4j2-stock';
import type { LogLevel } from '../../lib/release/log-level';
import type { MiRelease } from '../../lib/release/mi-release';

/** What a change adds or sets, and what it takes away. */
function difference(release: MiRelease, change: (log4j2: Log4j2) => Log4j2): Record<string, unknown> {
  const before = log4j2Entries(stockLog4j2(release));
  const after = log4j2Entries(change(stockLog4j2(release)));
  const changed = [...after]
    .filter(([key]) => key !== 'loggers' && key !== 'appenders')
    .filter(([key, value]) => before.get(key) !== value);
  const gone = [...before.keys()].filter((key) => !after.has(key)).map((key) => [key, undefined]);
  const lists = ['appenders', 'loggers']
    .map((key) => [key, [...(after.get(key) ?? [])].filter((id) => !before.get(key)?.includes(id))] as const)
    .filter(([, added]) => added.length > 0);
  return Object.fromEntries([...lists, ...changed, ...gone]);
}

function levels(said: Readonly<Record<string, LogLevel>>, release: MiRelease = '4.4.0'): Record<string, unknown> {
  return difference(release, (log4j2) => withLevels(log4j2, said));
}

describe('a level', () => {
  test('of a logger that the file knows takes the place of the one there', () => {
    expect(levels({ 'org.apache.synapse.transport.http.wire': 'DEBUG' })).toEqual({
      'logger.synapse-transport-http-wire.level': 'DEBUG',
    });
  });

  test('of a logger that the file does not know adds it, and lists it', () => {
    expect(levels({ 'org.apache.synapse': 'DEBUG' })).toEqual({
      loggers: ['org-apache-synapse'],
      'logger.org-apache-synapse.name': 'org.apache.synapse',
      'logger.org-apache-synapse.level': 'DEBUG',
    });
  });

  test('of the root is the one of all that no logger names', () => {
    expect(levels({ root: 'WARN' })).toEqual({ 'rootLogger.level': 'WARN' });
  });

  test('acts on a logger that the file describes and does not list, and does not cut it off', () => {
    expect(levels({ 'org.apache': 'WARN', 'org.wso2': 'DEBUG' })).toEqual({
      loggers: ['org-apache', 'org-wso2'],
      'logger.org-apache.level': 'WARN',
      'logger.org-apache.additivity': undefined,
      'logger.org-wso2.level': 'DEBUG',
    });
  });

  test('of a logger that nobody hears makes it heard', () => {
    expect(levels({ 'org.apache.axis2.clustering': 'WARN' })).toEqual({
      'logger.org-apache-axis2-clustering.level': 'WARN',
      'logger.org-apache-axis2-clustering.additivity': undefined,
    });
  });

  test('gives a new logger an id that no other has', () => {
    expect(levels({ 'org.apache.axis.enterprise': 'WARN', 'a.b-c': 'WARN', 'a-b.c': 'WARN' })).toMatchObject({
      loggers: ['org-apache-axis-enterprise_', 'a-b-c', 'a-b-c_'],
      'logger.org-apache-axis-enterprise_.name': 'org.apache.axis.enterprise',
      'logger.a-b-c.name': 'a.b-c',
      'logger.a-b-c_.name': 'a-b.c',
    });
  });
});

describe('no appender holds back what a level lets through', () => {
  const OPEN = {
    'appender.CARBON_CONSOLE.filter.threshold.level': 'TRACE',
    'appender.CARBON_LOGFILE.filter.threshold.level': 'TRACE',
  };

  test('neither the console nor wso2carbon.log; wso2error.log keeps to warnings and errors', () => {
    expect(levels({ root: 'TRACE' })).toEqual({ 'rootLogger.level': 'TRACE', ...OPEN });
    expect(levels({ 'org.apache.synapse.transport.http.wire': 'TRACE' })).toEqual({
      'logger.synapse-transport-http-wire.level': 'TRACE',
      ...OPEN,
    });
  });

  test('nor the file of a logger that has one', () => {
    expect(levels({ AUDIT_LOG: 'DEBUG' })).toEqual({
      'logger.AUDIT_LOG.level': 'DEBUG',
      'appender.AUDIT_LOGFILE.filter.threshold.level': 'DEBUG',
    });
  });

  test('nor the file of a logger above it, and the console is left alone where that one stops', () => {
    expect(levels({ 'correlation.jdbc': 'DEBUG' })).toEqual({
      loggers: ['correlation-jdbc'],
      'logger.correlation-jdbc.name': 'correlation.jdbc',
      'logger.correlation-jdbc.level': 'DEBUG',
      'appender.CORRELATION.filter.threshold.level': 'DEBUG',
    });
  });

  test('whichever level is said first', () => {
    const clustering = 'org.apache.axis2.clustering';
    expect(levels({ [`${clustering}.x`]: 'TRACE', [clustering]: 'INFO' })).toMatchObject(OPEN);
    expect(levels({ [clustering]: 'INFO', [`${clustering}.x`]: 'TRACE' })).toMatchObject(OPEN);
  });

  test('and a level that says less leaves the appenders as they are', () => {
    expect(levels({ AUDIT_LOG: 'OFF' })).toEqual({ 'logger.AUDIT_LOG.level': 'OFF' });
  });
});

describe('a log on the console', () => {
  test('leaves its file, which stays listed', () => {
    expect(difference('4.4.0', (log4j2) => toConsole(log4j2, 'correlation'))).toEqual({
      appenders: ['CORRELATION_CONSOLE'],
      'appender.CORRELATION_CONSOLE.name': 'CORRELATION_CONSOLE',
      'appender.CORRELATION_CONSOLE.type': 'Console',
      'appender.CORRELATION_CONSOLE.layout.type': 'PatternLayout',
      'appender.CORRELATION_CONSOLE.layout.pattern': '%d{yyyy-MM-dd HH:mm:ss,SSS}|%X{Correlation-ID}|%t|%m%n',
      'appender.CORRELATION_CONSOLE.filter.threshold.type': 'ThresholdFilter',
      'appender.CORRELATION_CONSOLE.filter.threshold.level': 'INFO',
      'logger.correlation.appenderRef.CORRELATION_CONSOLE.ref': 'CORRELATION_CONSOLE',
      'logger.correlation.appenderRef.CORRELATION.ref': undefined,
    });
  });

  test('leaves it also where the product names the reference after another file', () => {
    expect(difference('4.4.0', (log4j2) => toConsole(log4j2, 'API_LOGGER'))).toMatchObject({
      appenders: ['API_CONSOLE'],
      'logger.API_LOGGER.appenderRef.API_CONSOLE.ref': 'API_CONSOLE',
      'logger.API_LOGGER.appenderRef.SERVICE_LOGFILE.ref': undefined,
    });
  });
});
