import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FOLLOW_SCRIPT } from '../../lib/logging/follow-script';
import { FirstProcess } from './first-process';
import { until } from './wait';

const BUSYBOX = '/bin/busybox';
const LINES = 100_000;
const ROTATION = 1000;
const ROTATION_MILLISECONDS = 50;
const DAYS_ROTATIONS = 5;
const DAYS_MILLISECONDS = 1000;
const LOOK_SECONDS = 10;

const describeWithShell = existsSync(BUSYBOX) ? describe : describe.skip;

// The very shell of the sidecar's image, each reader the first process of a namespace, as in a container.
describeWithShell('a log file that rotates under load', () => {
  const folder = mkdtempSync(join(process.env.CLUSTER_RUN_FOLDER ?? tmpdir(), 'follow-'));
  const bin = join(folder, 'bin');
  const script = join(folder, 'follow.sh');

  beforeAll(() => {
    mkdirSync(bin);
    execFileSync(BUSYBOX, ['--install', '-s', bin], { timeout: 10_000 });
    writeFileSync(script, FOLLOW_SCRIPT);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts the script and waits until it knows what was there before: archives that come earlier are not printed. */
  async function follow(file: string): Promise<FirstProcess> {
    const follower = await FirstProcess.start(bin, ['sh', script, file], `${file}.followed`);
    // The script opens nothing, or its file, right after it; the shell has had its own under that number before.
    const first = ['/dev/null', file];
    await until('the first look of the sidecar', LOOK_SECONDS, () => first.includes(follower.opened(3)));
    return follower;
  }

  test('is printed whole by the sidecar, where tail loses lines', async () => {
    const file = join(folder, 'audit.log');
    const followed = await follow(file);
    const tailed = await FirstProcess.start(bin, ['tail', '-n', '+1', '-F', file], `${file}.tailed`);
    const began = Date.now();
    await write(file, LINES, (index) => `audit-${index}.log`, ROTATION_MILLISECONDS);
    console.log(`${LINES} lines with ${LINES / ROTATION} rotations in ${(Date.now() - began) / 1000} s`);
    expect(await followed.stopped()).toBe(0);
    await tailed.killed();
    const lost = LINES - numbersIn(`${file}.tailed`).length;
    console.log(`tail -F lost ${lost} of ${LINES} lines`);
    expect(lost).toBeGreaterThan(0);
    expectEachOnce(`${file}.followed`, LINES);
  });

  test('is printed whole when the second rotation of a day takes the name of the first again', async () => {
    const file = join(folder, 'wso2-mi-service.log');
    const followed = await follow(file);
    await write(file, DAYS_ROTATIONS * ROTATION, () => 'wso2-mi-service-11-23-2026.log', DAYS_MILLISECONDS);
    expect(await followed.stopped()).toBe(0);
    expectEachOnce(`${file}.followed`, DAYS_ROTATIONS * ROTATION);
  });

  test('of which the start was missed is printed from its first line, and archives of before are not', async () => {
    const file = join(folder, 'tm.out');
    await write(file, 2 * ROTATION, (index) => `tm-${index}.out`, 0);
    writeFileSync(file, 'line 1\nline 2\n');
    const followed = await follow(file);
    // A signal that comes before the shell has read its script passes the first process by.
    await until('the first lines', 10, () => numbersIn(`${file}.followed`).length > 0);
    expect(await followed.stopped()).toBe(0);
    expectEachOnce(`${file}.followed`, 2);
  });
});

// One write a line and a rename, as log4j2 does it.
async function write(file: string, lines: number, archive: (index: number) => string, pause: number): Promise<void> {
  let output = openSync(file, 'a');
  for (let line = 1; line <= lines; line += 1) {
    writeSync(output, `line ${line}\n`);
    if (line % ROTATION !== 0) continue;
    closeSync(output);
    await sleep(pause);
    renameSync(file, join(file, '..', archive(line / ROTATION)));
    output = openSync(file, 'a');
  }
  closeSync(output);
}

function expectEachOnce(file: string, lines: number): void {
  const numbers = numbersIn(file);
  const jumps = numbers.flatMap((number, index) => (number === index + 1 ? [] : [`${number} as line ${index + 1}`]));
  expect(jumps.slice(0, 5)).toEqual([]);
  expect(numbers).toHaveLength(lines);
}

function numbersIn(file: string): number[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => Number(line.split(' ')[1]));
}
