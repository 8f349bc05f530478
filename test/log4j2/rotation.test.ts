import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ConsoleLogging, Endpoint, LoggingSidecar, type MiLogFile } from '../../lib';
import { logMebibytes } from '../../lib/logging/log-room';
import { log4j2Properties } from '../../lib/logging/log4j2';
import { stockAppenders } from '../../lib/release/log4j2-appenders';
import { base } from '../manifests';
import { floodCommand, REAL } from './flood';

// Files that an agent reads, by the real log4j2, over many rotations: each line is one object, each event is there once.
// A million events of each log4j2: LOG4J2_EVENTS=1000000 npm run test:log4j2 -- rotation

const EVENTS = Number(process.env.LOG4J2_EVENTS ?? 100_000);
/** Full files of each log. Twenty are kept. */
const ROTATIONS = 12;
/** Bytes of a line, without the few stack traces of a thousand lines. */
const LINE = 260;

describe.each(REAL)('log4j2 of %s, as release %s', (version, release) => {
  const folder = mkdtempSync(join(tmpdir(), 'rotation-'));
  const logs = join(folder, 'logs');
  const ofFiles = ConsoleLogging.logsOf(release);
  const { loggers, moves } = ConsoleLogging.of(...ofFiles);
  /** Appenders of the release that write files. */
  const writers = stockAppenders(release)
    .filter(({ listed, settings }) => listed && settings.fileName !== undefined)
    .map(({ id }) => id);
  const files: readonly MiLogFile[] = ['wso2carbon.log', ...moves.map(({ file }) => file)];

  beforeAll(() => {
    const agent = LoggingSidecar.toOtlp({
      image: 'registry.example.com/tools/otelcol:0.165.0',
      at: Endpoint.outside('otlp.example.com', 4317, ['10.60.0.0/24']),
      files,
    });
    const image = base.withApp('orders', '1.0.0');
    const { log4j2: { json = [] } = {} } = agent.part(image, { diskMebibytes: 2048, kubernetes: '1.33' });
    const size = `${Math.ceil((EVENTS * LINE) / files.length / ROTATIONS / 1024)}KB`;
    const own = Object.fromEntries(writers.map((id) => [`appender.${id}.policies.size.size`, size]));
    const log4j2 = log4j2Properties(release, { json, own });
    const order = { version, folder, log4j2, events: EVENTS, pause: 0 };
    const [java, ...args] = floodCommand({ ...order, loggers: ['com.example.shop', ...loggers] });
    const { status, stderr } = spawnSync(java, args, { encoding: 'utf8', maxBuffer: 1e9 });
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  }, 900_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test('every event is one line, one object, and there once, in the live file or a full one of its log', async () => {
    const seen = new Set<number>();
    let count = 0;
    for (const file of files) {
      const [stem = '', ending = ''] = file.split('.');
      const full = new RegExp(`^${stem}-\\d+\\.${ending}$`);
      const names = readdirSync(logs).filter((name) => name === file || full.test(name));
      expect([file, names.length > ROTATIONS / 2]).toEqual([file, true]);
      for (const name of names) {
        const input = createReadStream(join(logs, name));
        for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
          const { message, log }: { readonly message: string; readonly log: string } = JSON.parse(text);
          if (log !== file) throw new Error(`a line of ${name} must name ${file}, got ${log}`);
          count += 1;
          seen.add(Number(message.split(' ')[0]));
        }
      }
    }
    expect([count, seen.size]).toEqual([EVENTS, EVENTS]);
  }, 900_000);

  test('at their full rotation log files end within the room that a pod has for them', () => {
    const few = { 'policies.size.size': '64KB', 'strategy.max': '3' };
    const own = Object.fromEntries(
      writers.flatMap((id) => Object.entries(few).map(([key, value]) => [`appender.${id}.${key}`, value])),
    );
    const place = mkdtempSync(join(tmpdir(), 'room-'));
    const log4j2 = log4j2Properties(release, { json: files, own });
    const order = { version, folder: place, log4j2, events: 20_000, pause: 0 };
    const [java, ...args] = floodCommand({ ...order, loggers: ['com.example.shop', ...loggers] });
    expect(spawnSync(java, args, { encoding: 'utf8', maxBuffer: 1e9 }).status).toBe(0);
    const logs = join(place, 'logs');
    const bytes = readdirSync(logs).reduce((sum, name) => sum + statSync(join(logs, name)).size, 0);
    const room = logMebibytes(release, own);
    const mebibytes = bytes / 2 ** 20;
    // A line that is written when a file is nearly full makes it longer by that line.
    // Of 1.1 half of the files are of errors and of traces, which get few lines.
    expect([mebibytes <= room * 1.05, mebibytes > room / 4]).toEqual([true, true]);
    rmSync(place, { recursive: true });
  }, 900_000);
});
