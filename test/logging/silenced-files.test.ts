import { type ConsoleLog, ConsoleLogging, Endpoint, LoggingSidecar, type MiConfig, type MiLogFile } from '../../lib';
import { saidOf } from '../manifests';

const image = 'registry.example.com/tools/busybox:1.36.1';

const at = Endpoint.outside('logs.example.com', 514, ['10.0.0.0/28']);
const stdout = (file: MiLogFile) => LoggingSidecar.toStdout({ image, files: [file] });

function said(config: MiConfig, file: MiLogFile = 'audit.log', ...console: readonly ConsoleLog[]): string[] {
  const moved = console.length === 0 ? [] : [ConsoleLogging.of(...console)];
  const sidecar =
    file === 'wso2carbon.log' ? LoggingSidecar.forward({ image, at, by: 'syslog', files: [file] }) : stdout(file);
  return saidOf({ config, logging: [sidecar, ...moved] });
}

const refused = (file: string, by: string) => [
  `logging of tenant "retail/orders" must read files that have lines, got ${file}, which ${by} without any; ` +
    'the sidecar would find it empty; keep one of the two',
];

test.each<[string, MiConfig, string]>([
  ['a level', { logLevels: { AUDIT_LOG: 'OFF' } }, 'config.logLevels leaves'],
  ['a level among properties', { log4j2: { 'logger.AUDIT_LOG.level': 'off' } }, 'config.log4j2 leaves'],
  ['another file', { log4j2: { 'appender.AUDIT_LOGFILE.fileName': '/tmp/audit.log' } }, 'config.log4j2 leaves'],
  [
    'another name',
    { log4j2: { 'appender.AUDIT_LOGFILE.fileName': `\${sys:logfiles.home}/other.log` } },
    'config.log4j2 leaves',
  ],
  [
    'another appender',
    { log4j2: { 'logger.AUDIT_LOG.appenderRef.AUDIT_LOGFILE.ref': 'CARBON_CONSOLE' } },
    'config.log4j2 leaves',
  ],
  [
    'an appender that writes to no file',
    { log4j2: { 'appender.AUDIT_LOGFILE.type': 'Console' } },
    'config.log4j2 leaves',
  ],
  ['a threshold', { log4j2: { 'appender.AUDIT_LOGFILE.filter.threshold.level': 'OFF' } }, 'config.log4j2 leaves'],
  [
    'both',
    { logLevels: { AUDIT_LOG: 'OFF' }, log4j2: { 'appender.AUDIT_LOGFILE.fileName': '/tmp/audit.log' } },
    'config.logLevels and config.log4j2 leave',
  ],
])('fails when a sidecar reads a file that %s leaves empty', (_, config, by) => {
  expect(said(config)).toEqual(refused('audit.log', by));
});

test('a log that is silenced says nothing of another file, nor where nobody reads it', () => {
  const config: MiConfig = { logLevels: { AUDIT_LOG: 'OFF' } };
  expect(said(config, 'wso2carbon.log')).toEqual([]);
  expect(saidOf({ config })).toEqual([]);
});

test.each<[string, MiConfig, MiLogFile]>([
  ['says less', { logLevels: { AUDIT_LOG: 'ERROR' } }, 'audit.log'],
  ['has another pattern', { log4j2: { 'appender.AUDIT_LOGFILE.layout.pattern': '%m%n' } }, 'audit.log'],
  [
    'is written in full',
    { log4j2: { 'appender.AUDIT_LOGFILE.fileName': '/home/wso2carbon/wso2mi-4.4.0/repository/logs/audit.log' } },
    'audit.log',
  ],
  ['is where only the server knows', { log4j2: { 'appender.AUDIT_LOGFILE.fileName': `\${env:WHERE}` } }, 'audit.log'],
  ['goes to the console too', { log4j2: { 'logger.AUDIT_LOG.appenderRef.c.ref': 'CARBON_CONSOLE' } }, 'audit.log'],
  [
    'goes there by another appender',
    {
      log4j2: {
        'appender.ASYNC.type': 'Async',
        'appender.ASYNC.name': 'ASYNC',
        'appender.ASYNC.appenderRef.a.type': 'AppenderRef',
        'appender.ASYNC.appenderRef.a.ref': 'AUDIT_LOGFILE',
        'logger.AUDIT_LOG.appenderRef.AUDIT_LOGFILE.ref': 'ASYNC',
      },
    },
    'audit.log',
  ],
  [
    'is heard of one below it',
    { logLevels: { SERVICE_LOGGER: 'OFF', 'SERVICE_LOGGER.a': 'INFO' } },
    'wso2-mi-service.log',
  ],
  ['has lines of all others', { logLevels: { root: 'OFF' } }, 'wso2carbon.log'],
])('a log that %s is read', (_, config, file) => {
  expect(said(config, file)).toEqual([]);
});

test('what the console took is said once', () => {
  expect(said({}, 'audit.log', 'audit')).toEqual([
    'logging of tenant "retail/orders" must send a log to one place, got audit to the console and audit.log to a sidecar; ' +
      'what goes to the console leaves its file, so the sidecar would find it empty; keep one of the two',
  ]);
});
