/** Tells what a review of 1,000 units takes of which 10 changed; stops with 1 if twice the units take much more than twice of it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Fleet, Monitoring } from '../lib';
import { compose } from './fleet';
import { run } from './run';

const SIZES = [500, 1000, 2000] as const;
/** One unit of so many changes. */
const EACH = 100;
const TURNS = 2;
/** 2.1 is what we want; the rest is for what else the machine does. */
const MOST = 2.4;

const command = [process.execPath, join(__dirname, '..', 'start', 'bin.js')];

/** Writes the same unit again and again, with its rules, before and after a change of image, memory and an alert. */
function write(folder: string, units: number): { readonly before: string; readonly after: string } {
  const fleet = new Fleet({ monitoring: Monitoring.annotations() });
  compose(fleet, 1);
  const files = [...fleet.render()].filter(([name]) => name.includes('unit-0'));
  const sides = { before: join(folder, `${units}`, 'before'), after: join(folder, `${units}`, 'after') };
  for (let unit = 0; unit < units; unit++) {
    for (const [name, text] of files) {
      const own = text.replaceAll('unit-0', `unit-${unit}`);
      const changed = own
        .replaceAll('1.0.0', '1.0.1')
        .replaceAll('memory: 1Gi', 'memory: 2Gi')
        .replaceAll('>= 3', '>= 4');
      const at = name.replaceAll('unit-0', `unit-${unit}`);
      put(join(sides.before, at), own);
      put(join(sides.after, at), unit % EACH === 0 ? changed : own);
    }
  }
  return sides;
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'review-'));
  try {
    const sides = new Map(SIZES.map((size) => [size, write(folder, size)]));
    const took = new Map<number, { cpu: number; wall: number; peak: number }>();
    for (let turn = 0; turn < TURNS; turn++) {
      for (const size of [0, ...SIZES]) {
        const { before = '', after = '' } = sides.get(size as 500) ?? {};
        const args = size === 0 ? ['review', '--help'] : ['review', before, after];
        const { cpu, wall, peak } = await run([...command, ...args], false);
        const least = took.get(size);
        took.set(size, {
          cpu: Math.min(cpu, least?.cpu ?? cpu),
          wall: Math.min(wall, least?.wall ?? wall),
          peak: Math.min(peak, least?.peak ?? peak),
        });
      }
    }
    // Starting is no part of what grows.
    const start = took.get(0) ?? { cpu: 0, wall: 0, peak: 0 };
    const of = (what: 'cpu' | 'wall' | 'peak') =>
      SIZES.map((size) => (took.get(size)?.[what] ?? Number.NaN) - start[what]);
    const said = (what: 'cpu' | 'wall' | 'peak', digits: number) =>
      of(what)
        .map((one) => one.toFixed(digits))
        .join(', ');
    const [half = 0, one = 0, two = 0] = of('cpu');
    const [, oneMiB = 0, twoMiB = 0] = of('peak');
    const ratios = [one / half, two / one, twoMiB / oneMiB];
    console.log(
      `review of ${SIZES.join(', ')} units, one in ${EACH} changed, beyond the ${start.wall.toFixed(2)} s of a start: ` +
        `${said('wall', 2)} s, of the processor ${said('cpu', 2)} s, ${said('peak', 0)} MiB; ` +
        `twice the units take ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')} times as much, at most ${MOST}`,
    );
    process.exitCode = ratios.every((ratio) => ratio <= MOST) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
