import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log4j2Changes } from '../../lib/config/pod-part';
import { type ConsoleLog, ConsoleLogging } from '../../lib/logging/console-logging';
import { log4j2Properties } from '../../lib/logging/log4j2';
import { log4j2Complaints } from '../../lib/logging/log4j2-refusals';
import type { MiRelease } from '../../lib/release/mi-release';
import { EVERYTHING } from './everything';
import { RELEASES } from './properties';

const ALL_LOGS: readonly ConsoleLog[] = ['correlation', 'audit', 'service', 'api', 'access', 'tracing', 'atomikos'];

// A JVM takes its time, so this is asked for by a folder with log4j-api.jar and log4j-core.jar (Debian: liblog4j2-java,
// in /usr/share/java) beside a JDK.
const JARS = ['log4j-api', 'log4j-core'].map((name) =>
  join(process.env.LOG4J2_JARS ?? '/usr/share/java', `${name}.jar`),
);

describe('read by the real log4j2', () => {
  const folder = mkdtempSync(join(tmpdir(), 'log4j2-'));
  const logs = join(folder, 'repository', 'logs');
  const classpath = [...JARS, folder].join(':');

  beforeAll(() => {
    const { stderr, status } = spawnSync('javac', ['-cp', JARS.join(':'), '-d', folder, join(__dirname, 'Speak.java')]);
    expect([status, status === 0 ? '' : stderr.toString()]).toEqual([0, '']);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  /** What stands on the console after these lines (`<level> <logger> <text>`); log4j2 complains there too. */
  function consoleOf(release: MiRelease, changes: Log4j2Changes, lines: readonly string[]): string[] {
    rmSync(logs, { recursive: true, force: true });
    const file = join(folder, 'log4j2.properties');
    writeFileSync(file, log4j2Properties(release, changes));
    const homes = [`-Dcarbon.home=${folder}`, `-Dlogfiles.home=${logs}`, '-Dfile.encoding=UTF-8'];
    const { stdout, stderr } = spawnSync('java', [...homes, '-cp', classpath, 'Speak', file], {
      input: lines.join('\n'),
    });
    return untimed(`${stderr}${stdout}`);
  }

  function untimed(text: string): string[] {
    const lines = text.trimEnd().split('\n');
    return lines.map((line) => line.replace(/^(TID: )?\[?[-\d]+[ -][:,\d]+\]? */, '').trimEnd());
  }

  function fileLines(name: string): string[] {
    return untimed(readFileSync(join(logs, name), 'utf8'));
  }

  test.each(RELEASES)(
    'the file of %s with every change says what was asked, and nothing is wrong with it',
    (release) => {
      expect(log4j2Complaints(release, EVERYTHING)).toEqual([]);
      const lines = [
        'DEBUG AUDIT_LOG 1',
        'INFO SERVICE_LOGGER.shop 2',
        'DEBUG org.apache.synapse.Axis2Sender 3',
        'TRACE org.apache.synapse.transport.http.wire 4',
        'DEBUG org.apache.axis2.clustering 5',
        'INFO org.apache.axis2.Other 6',
        'INFO com.example.mine 7',
        'ERROR com.example.other 8',
      ];
      const hidden = [
        'DEBUG org.apache.axis2.x 9',
        'INFO com.example.x 9',
        'FATAL com.hazelcast 9',
        'DEBUG com.example.mine 9',
      ];
      expect(consoleOf(release, EVERYTHING, [...lines, ...hidden])).toEqual([
        'DEBUG {AUDIT_LOG} - 1',
        'INFO {SERVICE_LOGGER.shop} - 2',
        'é DEBUG org.apache.synapse.Axis2Sender 3',
        'é TRACE org.apache.synapse.transport.http.wire 4',
        'é DEBUG org.apache.axis2.clustering 5',
        'é INFO org.apache.axis2.Other 6',
        'é INFO com.example.mine 7',
        'é ERROR com.example.other 8',
      ]);
      expect(readFileSync(join(folder, 'mine.log'), 'utf8')).toBe('7 in mine\n');
      expect([fileLines('audit.log'), fileLines('wso2-mi-service.log')]).toEqual([[''], ['']]);
      expect(fileLines('wso2error.log')).toEqual([expect.stringMatching(/ERROR \{com\.example\.other\} - 8$/)]);
    },
    30_000,
  );

  const SPOKEN = ALL_LOGS.map((log) => `INFO ${ConsoleLogging.of(log).loggers[0]} of ${log}`);
  const WRITTEN = [
    '||main|of correlation',
    'INFO {AUDIT_LOG} - of audit',
    'INFO {SERVICE_LOGGER} - of service',
    'INFO {API_LOGGER} - of api',
    'of access',
    '[-] [main]  INFO of tracing',
    'INFO {com.atomikos} - of atomikos',
  ];

  test('a log stays in its file', () => {
    expect(consoleOf('4.4.0', {}, SPOKEN)).toEqual(['']);
    const files = ConsoleLogging.of(...ALL_LOGS).moves.map(({ file }) => file);
    expect(files.flatMap(fileLines)).toEqual(WRITTEN);
  }, 30_000);

  test('unless it is sent to the console, where it looks the same', () => {
    const { moves, loggers } = ConsoleLogging.of(...ALL_LOGS);
    const files = moves.map(({ file }) => file);
    expect(consoleOf('4.4.0', { console: loggers }, SPOKEN)).toEqual(WRITTEN);
    expect(files.flatMap(fileLines)).toEqual(files.map(() => ''));
  }, 30_000);
});
