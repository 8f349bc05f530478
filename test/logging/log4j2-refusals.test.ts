import type { Log4j2Changes } from '../../lib/config/pod-part';
import { sentence } from '../../lib/core/refusal';
import { log4j2Complaints } from '../../lib/logging/log4j2-refusals';
import type { LogLevel } from '../../lib/release/log-level';

function refusals(changes: Log4j2Changes): string[] {
  return log4j2Complaints('4.4.0', changes).map((complaint) => sentence({ ...complaint, kind: 'tenant', id: 'shop' }));
}

test('what log4j2 can read is taken', () => {
  const levels: Record<string, LogLevel> = {
    root: 'WARN',
    'org.apache.synapse.Foo$Bar': 'TRACE',
    'SERVICE_LOGGER.my-proxy': 'OFF',
  };
  const own = {
    status: 'warn',
    'appender.CARBON_CONSOLE.layout.pattern': '%m{nolookups} \u00fc \\n',
    'appender.SYSLOG.type': 'Socket',
    'appender.SYSLOG.name': 'Syslog',
    'appender.SYSLOG.ssl.keyStore.password': `\${env:KEYSTORE_PASSWORD}`,
    'appender.SYSLOG.ssl.trustStore.passwordEnvironmentVariable': 'TRUSTSTORE_PASSWORD',
    'rootLogger.appenderRef.SYSLOG.ref': 'Syslog',
    'logger.token-service.name': 'com.example.token',
    'logger.token-service.level': 'DEBUG',
    'logger.token-service.appenderRef.x.ref': `\${sys:where}`,
  };
  expect(refusals({ levels, own, console: ['AUDIT_LOG'] })).toEqual([]);
  expect(
    refusals({ own: { 'logger.x.name': 'x', 'logger.x.appenderRef.x.ref': 'AUDIT_CONSOLE' }, console: ['AUDIT_LOG'] }),
  ).toEqual([]);
});

test.each<[string, unknown, string]>([
  [
    'a pattern instead of a name',
    { 'org.apache.synapse.*': 'DEBUG' },
    'config.logLevels of tenant "shop" must name a class or a package, got "org.apache.synapse.*"; ' +
      'a logger takes all below it: write "org.apache.synapse" or "root"',
  ],
  [
    'an empty part',
    { 'org..synapse': 'DEBUG' },
    'config.logLevels of tenant "shop" must name a class or a package, got "org..synapse"; ' +
      'a logger takes all below it: write "org.apache.synapse" or "root"',
  ],
  [
    'a space',
    { 'some where': 'DEBUG' },
    'config.logLevels of tenant "shop" must name a class or a package, got "some where"; ' +
      'a logger takes all below it: write "org.apache.synapse" or "root"',
  ],
  [
    'a level that there is not',
    { root: 'VERBOSE' },
    'config.logLevels["root"] of tenant "shop" must be one of OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE, got "VERBOSE"',
  ],
])('a level with %s is refused', (_what, levels, message) => {
  expect(refusals({ levels: levels as Record<string, LogLevel> })).toEqual([message]);
});

const LIST = 'must be left alone, got';

test.each<[string, unknown, readonly string[]]>([
  [
    'would drop the appenders of the release',
    { appenders: 'MINE' },
    [`config.log4j2["appenders"] of tenant "shop" ${LIST} "MINE"; every appender.<id>.… is listed by itself`],
  ],
  [
    'would drop the loggers of the release',
    { loggers: 'mine' },
    [`config.log4j2["loggers"] of tenant "shop" ${LIST} "mine"; every logger.<id>.… is listed by itself`],
  ],
  [
    'would drop the appenders of the root',
    { rootLogger: 'INFO, MINE' },
    [
      `config.log4j2["rootLogger"] of tenant "shop" ${LIST} "INFO, MINE"; ` +
        'write rootLogger.level and rootLogger.appenderRef.<id>.ref',
    ],
  ],
  [
    'would drop the appenders of a logger',
    { 'logger.AUDIT_LOG': 'INFO, MINE' },
    [
      `config.log4j2["logger.AUDIT_LOG"] of tenant "shop" ${LIST} "INFO, MINE"; ` +
        'write logger.<id>.name, logger.<id>.level and logger.<id>.appenderRef.<id>.ref',
    ],
  ],
  [
    'is written in the words of deployment.toml',
    { 'appender.CARBON_LOGFILE.strategy.max': '$env{KEPT_FILES}' },
    [
      'config.log4j2["appender.CARBON_LOGFILE.strategy.max"] of tenant "shop" must be in the words of log4j2, ' +
        `got "$env{KEPT_FILES}"; deployment.toml has $env{NAME}, log4j2 has \${env:NAME}`,
    ],
  ],
  [
    'is a secret by its name',
    { 'appender.CARBON_CONSOLE.password': 'hunter2' },
    [
      'config.log4j2["appender.CARBON_CONSOLE.password"] of tenant "shop" must take a secret from the environment, ' +
        `got a name that means a secret; write "\${env:NAME}" and set env.NAME to EnvValue.fromSecret(…)`,
    ],
  ],
  [
    'is a secret that a lookup falls back on',
    { 'property.password': `\${env:PASSWORD:-hunter2}` },
    [
      'config.log4j2["property.password"] of tenant "shop" must take a secret from the environment, ' +
        `got a name that means a secret; write "\${env:NAME}" and set env.NAME to EnvValue.fromSecret(…)`,
    ],
  ],
  [
    'is a secret by its value',
    { 'property.header': 'Bearer abcdefghijklmnop' },
    [
      'config.log4j2["property.header"] of tenant "shop" must take a secret from the environment, ' +
        `got a value that holds an Authorization header; write "\${env:NAME}" and set env.NAME to EnvValue.fromSecret(…)`,
    ],
  ],
  [
    'is no text',
    { 'appender.CARBON_LOGFILE.strategy.max': 5 },
    ['config.log4j2["appender.CARBON_LOGFILE.strategy.max"] of tenant "shop" must be a text, got 5'],
  ],
  [
    'makes an appender that log4j2 cannot',
    { 'appender.MINE.target': 'SYSTEM_ERR' },
    [
      'config.log4j2["appender.MINE.type"] of tenant "shop" must be there, got nothing; ' +
        'log4j2 gives up the whole file without it',
      'config.log4j2["appender.MINE.name"] of tenant "shop" must be there, got nothing; ' +
        'log4j2 gives up the whole file without it',
    ],
  ],
  [
    'makes a logger that log4j2 cannot',
    { 'logger.mine.level': 'DEBUG' },
    [
      'config.log4j2["logger.mine.name"] of tenant "shop" must be there, got nothing; ' +
        'log4j2 gives up the whole file without it',
    ],
  ],
  [
    'sends lines to an appender that there is not',
    { 'logger.AUDIT_LOG.appenderRef.x.ref': 'AUDIT_CONSOLE' },
    [
      'config.log4j2["logger.AUDIT_LOG.appenderRef.x.ref"] of tenant "shop" must name an appender: CARBON_CONSOLE, ' +
        'CARBON_LOGFILE, AUDIT_LOGFILE, ATOMIKOS_LOGFILE, CARBON_TRACE_LOGFILE, PaxOsgi, SERVICE_LOGFILE, API_LOGFILE, ' +
        'ERROR_LOGFILE, CORRELATION, OPEN_TELEMETRY, HTTP_ACCESS_LOGFILE, got "AUDIT_CONSOLE"',
    ],
  ],
])('a property that %s is refused', (_what, own, messages) => {
  expect(refusals({ own: own as Record<string, string> })).toEqual(messages);
});

describe('what log4j2 does not find', () => {
  const layouts =
    'CsvLogEventLayout, CsvParameterLayout, GelfLayout, HTMLLayout, JsonLayout, MessageLayout, PatternLayout, ' +
    'Rfc5424Layout, SerializedLayout, SyslogLayout, XMLLayout, YamlLayout';

  test('a layout that is not in log4j-core is refused, since the console would go silent', () => {
    expect(refusals({ own: { 'appender.CARBON_CONSOLE.layout.type': 'JsonTemplateLayout' } })).toEqual([
      `config.log4j2["appender.CARBON_CONSOLE.layout.type"] of tenant "shop" must be one of ${layouts}, ` +
        'got "JsonTemplateLayout"; with another log4j2 starts without this appender, and its lines are lost; ' +
        'one of your own is found by packages',
    ]);
  });

  test('an appender that is not is refused', () => {
    const own = { 'appender.MINE.type': 'Consol', 'appender.MINE.name': 'Mine' };
    expect(refusals({ own })).toEqual([
      'config.log4j2["appender.MINE.type"] of tenant "shop" must be one of Async, Console, CountingNoOp, Failover, File, ' +
        'Http, JDBC, JeroMQ, JMS, JMSQueue, JMSTopic, Kafka, MemoryMappedFile, NoSql, Null, OutputStream, PaxOsgi, ' +
        'RandomAccessFile, Rewrite, RollingFile, RollingRandomAccessFile, Routing, ScriptAppenderSelector, SMTP, Socket, ' +
        'Syslog, Writer, got "Consol"; with another log4j2 starts without this appender; ' +
        'one of your own is found by the property packages',
    ]);
  });

  test.each(['rootLogger.level', 'logger.AUDIT_LOG.level', 'appender.CARBON_CONSOLE.filter.threshold.level'])(
    'a level of %s that there is not is refused',
    (key) => {
      expect(refusals({ own: { [key]: 'VERBOSE' } })).toEqual([
        `config.log4j2["${key}"] of tenant "shop" must be one of OFF, FATAL, ERROR, WARN, INFO, DEBUG, TRACE, ALL, ` +
          'got "VERBOSE"',
      ]);
    },
  );

  test('names are taken in any case, from a lookup, and of one’s own packages', () => {
    const key = 'appender.CARBON_CONSOLE.layout.type';
    expect(refusals({ own: { [key]: 'jsonlayout', 'rootLogger.level': 'all' } })).toEqual([]);
    expect(refusals({ own: { 'rootLogger.level': `\${env:ROOT_LEVEL}` } })).toEqual([]);
    expect(refusals({ own: { packages: 'com.example', [key]: 'AcmeLayout' } })).toEqual([]);
  });
});
