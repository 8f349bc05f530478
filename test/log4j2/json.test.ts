import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ConsoleLogging } from '../../lib';
import { log4j2Properties } from '../../lib/logging/log4j2';
import { floodCommand, REAL } from './flood';

// Lines of JSON by the real log4j2, of Debian and of the releases: each is one object, each event is there once.

const EVENTS = Number(process.env.LOG4J2_EVENTS ?? 20_000);

interface Line {
  readonly '@timestamp': string;
  readonly level: string;
  readonly logger: string;
  readonly thread: string;
  readonly correlation_id: string;
  readonly message: string;
  readonly exception: string;
  readonly log: string;
}

describe.each(REAL)('log4j2 of %s, as release %s', (version, release) => {
  const folder = mkdtempSync(join(tmpdir(), 'json-'));
  const output = join(folder, 'console');
  const logs = ConsoleLogging.logsOf(release);
  const { loggers } = ConsoleLogging.of(...logs);

  beforeAll(() => {
    const { log4j2: changes = {} } = ConsoleLogging.json(...logs).part({ release });
    const order = { version, folder, log4j2: log4j2Properties(release, changes), events: EVENTS, pause: 0 };
    const flood = floodCommand({ ...order, loggers: ['com.example.shop', ...loggers] });
    const spoken = spawnSync('sh', ['-c', '"$@" >"$0" 2>"$0.err"', output, ...flood]);
    expect(spoken.status).toBe(0);
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test('every event is one line, one object, and there once', async () => {
    const seen = new Map<number, Line>();
    let count = 0;
    for await (const text of createInterface({
      input: createReadStream(output),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      const line: Line = JSON.parse(text);
      count += 1;
      seen.set(Number(line.message.split(' ')[0]), line);
    }
    expect([count, seen.size]).toEqual([EVENTS, EVENTS]);
    // The first of each logger has a stack trace of a thousand lines.
    const firsts = [...seen].slice(0, loggers.length + 1).map(([, line]) => line);
    expect(new Set(firsts.map(({ log }) => log))).toEqual(
      new Set(['wso2carbon.log', ...ConsoleLogging.of(...logs).moves.map(({ file }) => file)]),
    );
    for (const [index, { exception }] of firsts.entries()) {
      expect([index, exception.split('\n').length > 1000]).toEqual([index, true]);
    }
    const nth = (number: number) => seen.get(number);
    expect(nth(200)).toEqual({
      '@timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      level: 'ERROR',
      logger: ['com.example.shop', ...loggers][200 % (loggers.length + 1)],
      thread: 'main',
      correlation_id: 'id-200"',
      message: '200 tab\tbell\u0007nul\u0000esc\u001b[31m',
      exception: expect.stringMatching(
        /^ ?java\.lang\.IllegalStateException: \{"json":\[1,2\]\},\n(.|\n)*Caused by: .*of it\n\tat "x"\n/,
      ),
      log: expect.stringMatching(/\.(log|out)$/),
    });
    const after = 14 * 10;
    expect([...Array(14).keys()].map((index) => nth(after + index)?.message.replace(/^\d+ /, ''))).toEqual([
      'plain',
      '"quoted" and \\back\\slashed\\',
      '{"json":[1,2]},',
      'two\nlines\r\nand three',
      'tab\tbell\u0007nul\u0000esc\u001b[31m',
      'line\u2028separator\u2029and\u0085next',
      'umlaute äöü, 漢字, 🦉',
      // No encoding of Unicode has half of a pair.
      'lone ? surrogate',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: what log4j2 must not look up
      '${jndi:ldap://127.0.0.1/x} ${env:PATH} ${date:yyyy}',
      '%m %n %d{ISO8601} {} %%',
      '</script><!-- ]]>',
      'trailing backslash \\',
      ' ',
      '',
    ]);
  }, 120_000);
});
