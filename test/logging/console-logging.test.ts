import { type ConsoleLog, ConsoleLogging, LoggingSidecar } from '../../lib';
import { sentence } from '../../lib/core/refusal';
import { destinationParts } from '../../lib/logging/log-destination';
import { log4j2Properties } from '../../lib/logging/log4j2';
import { STOCK_LOGGERS } from '../../lib/release/log4j2-loggers';
import { MI_RELEASES, type MiLogFile, type MiRelease } from '../../lib/release/mi-release';
import { imageOf, POD_FACTS } from '../config-parts';
import { RELEASES } from '../log4j2/properties';

const ALL: readonly ConsoleLog[] = ['correlation', 'audit', 'service', 'api', 'access', 'tracing', 'atomikos'];

function refusals(release: MiRelease, logs: readonly ConsoleLog[], printed: readonly MiLogFile[] = []): string[] {
  const image = 'registry.example.com/tools/busybox:1.36.1';
  const sidecars = printed.length === 0 ? [] : [LoggingSidecar.toStdout({ image, files: printed })];
  const parts = destinationParts(imageOf(release), POD_FACTS, [ConsoleLogging.of(...logs), ...sidecars]);
  const said = parts.flatMap(({ complaints = [] }) => complaints);
  return said.map((complaint) => sentence({ ...complaint, kind: 'tenant', id: 'shop' }));
}

test('a log is a logger and the file that it leaves', () => {
  const logging = ConsoleLogging.of(...ALL);
  expect(logging.logs).toEqual(ALL);
  expect(logging.loggers).toEqual([
    'correlation',
    'AUDIT_LOG',
    'SERVICE_LOGGER',
    'API_LOGGER',
    'org.apache.synapse.transport.http.access.logs',
    'tracer',
    'com.atomikos',
  ]);
  expect(logging.moves.map(({ file }) => file)).toEqual([
    'correlation.log',
    'audit.log',
    'wso2-mi-service.log',
    'wso2-mi-api.log',
    'http_access.log',
    'wso2-mi-open-telemetry.log',
    'tm.out',
  ]);
});

test('a release has the logs whose loggers its log4j2.properties lists', () => {
  for (const release of RELEASES) {
    for (const log of ALL) {
      const [name] = ConsoleLogging.of(log).loggers;
      const logger = STOCK_LOGGERS[release].find((one) => one.name === name);
      expect([release, log, refusals(release, [log]).length === 0]).toEqual([release, log, logger?.listed === true]);
    }
  }
});

test.each<[MiRelease, ConsoleLog, string]>([
  ['1.1.0', 'correlation', 'audit, service, atomikos'],
  ['1.1.0', 'api', 'audit, service, atomikos'],
  ['4.1.0', 'tracing', 'correlation, audit, service, api, atomikos'],
  ['4.2.0', 'access', 'correlation, audit, service, api, tracing, atomikos'],
])('%s has no log %s, and says which ones it has', (release, log, has) => {
  expect(refusals(release, [log])).toEqual([
    `logging of tenant "shop" must name logs that release ${release} has: ${has}, got "${log}"`,
  ]);
});

test('a log goes to the console once', () => {
  expect(refusals('4.4.0', ['audit', 'api', 'audit'])).toEqual([
    'logging of tenant "shop" must send a log to the console once, got "audit"',
  ]);
});

test('a log does not go to the console and to a sidecar', () => {
  expect(refusals('4.4.0', ['audit', 'api'], ['audit.log', 'correlation.log'])).toEqual([
    'logging of tenant "shop" must send a log to one place, got audit to the console and audit.log to a sidecar; ' +
      'what goes to the console leaves its file, so the sidecar would find it empty; keep one of the two',
  ]);
});

const NAMES = 'must be one or more of correlation, audit, service, api, access, tracing, atomikos';

test.each<[string, readonly string[], string]>([
  ['no log', [], `logs of console logging "" ${NAMES}, got none`],
  ['a log that there is not', ['audit', 'gc'], `logs of console logging "audit, gc" ${NAMES}, got "gc"`],
  ['a name that every object has', ['toString'], `logs of console logging "toString" ${NAMES}, got "toString"`],
])('%s is refused', (_what, logs, message) => {
  expect(() => ConsoleLogging.of(...(logs as ConsoleLog[]))).toThrow(new Error(message));
});

test('as JSON the console has one object a line, in its own lines and in those that move to it', () => {
  const { log4j2 } = ConsoleLogging.json('audit').part(imageOf('4.4.0'));
  expect(log4j2).toEqual({ console: ['AUDIT_LOG'], json: ['console'] });
  const text = log4j2Properties('4.4.0', log4j2 ?? {});
  const patterns = [...text.matchAll(/^appender\.(\w+)\.layout\.pattern = (.)/gm)].map(([, id, first]) => [id, first]);
  expect(patterns.filter(([, first]) => first === '{').map(([id]) => id)).toEqual([
    'CARBON_CONSOLE',
    'AUDIT_LOGFILE',
    'AUDIT_CONSOLE',
  ]);
  expect(text).toContain('"log":"audit.log"}%n');
});

test('the logs of a release can be had at once', () => {
  for (const release of RELEASES) {
    expect(refusals(release, ConsoleLogging.logsOf(release))).toEqual([]);
  }
  expect(ConsoleLogging.logsOf('4.4.0')).toEqual(ALL);
});

test.each(RELEASES)('every log file of release %s can go to the console', (release) => {
  expect(ConsoleLogging.logsOf(release)).toHaveLength(MI_RELEASES[release].fileLogs.length);
});
