/** Stops with 1 if twice the units take much more than twice the time: the least of some whole processes, in turns. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownCommand, ownProject } from './own-project';
import { run } from './run';

const SIZES = [1, 500, 1000, 2000] as const;
const TURNS = 3;
/** 2.1 is what we want; the rest is for what else the machine does. */
const MOST = 2.4;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'growth-'));
  try {
    const project = ownProject(folder);
    const cpu = new Map<number, number>();
    for (let turn = 0; turn < TURNS; turn++) {
      for (const size of SIZES) {
        const { cpu: took } = await run(ownCommand(project, 'own.ts', `${size}`), false);
        cpu.set(size, Math.min(took, cpu.get(size) ?? Number.POSITIVE_INFINITY));
      }
    }
    // Starting is no part of what grows.
    const [start = 0, ...rest] = SIZES.map((size) => cpu.get(size) ?? Number.NaN);
    const [half = 0, one = 0, two = 0] = rest.map((seconds) => seconds - start);
    const ratios = [one / half, two / one];
    console.log(
      `500, 1,000 and 2,000 units: ${[half, one, two].map((s) => s.toFixed(2)).join(', ')} s of the processor; ` +
        `twice the units take ${ratios.map((ratio) => ratio.toFixed(2)).join(' and ')} times as long, at most ${MOST}`,
    );
    process.exitCode = ratios.every((ratio) => ratio <= MOST) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
