import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';

/** What one run of a program took. */
export interface Run {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of the processors, user and system. */
  readonly cpu: number;
  /** MiB in memory at most, as /proc last saw it. */
  readonly peak: number;
  /** What it wrote; only kept where it is asked for. */
  readonly text: string;
  readonly digest: string;
}

/** Runs a program to its end, its output read as fast as it comes. */
export function run(command: readonly string[], keep: boolean): Promise<Run> {
  return new Promise((done, fail) => {
    const script = 'TIMEFORMAT="%R %U %S"; time "$@" 2>/dev/null';
    const child = spawn('bash', ['-c', script, 'run', ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    const digest = createHash('sha256');
    let times = '';
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, ...below(child.pid).map(peakOf));
    }, 25);
    child.stdout.on('data', (chunk: Buffer) => {
      digest.update(chunk);
      chunks.push(...(keep ? [chunk] : []));
    });
    child.stderr.on('data', (chunk: Buffer) => {
      times += chunk;
    });
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(watch);
      const [wall = Number.NaN, user = Number.NaN, system = Number.NaN] = times.trim().split(' ').map(Number);
      const text = Buffer.concat(chunks).toString();
      const made = { wall, cpu: user + system, peak, text, digest: digest.digest('hex') };
      code === 0 ? done(made) : fail(new Error(`${command.join(' ')} ended with ${code}`));
    });
  });
}

/** Stops unless two streams hold equal objects, in whatever order. */
export function requireEqual(name: string, own: string, other: string): void {
  const [mine, theirs] = [objectsIn(own), objectsIn(other)];
  for (const [id, object] of mine) {
    if (!isDeepStrictEqual(object, theirs.get(id))) {
      throw new Error(`${name} renders another ${id}`);
    }
  }
  if (mine.size !== theirs.size) {
    throw new Error(`${name} renders ${theirs.size} objects, not ${mine.size}`);
  }
}

function objectsIn(text: string): Map<string, unknown> {
  return new Map(
    parseAllDocuments(text)
      .map((document): unknown => document.toJS())
      .filter((object) => object !== null)
      .map((object) => {
        const { kind, metadata } = Object(object);
        return [`${kind} ${metadata?.namespace}/${metadata?.name}`, object];
      }),
  );
}

/** A process and all that it started. */
function below(pid: number | undefined): number[] {
  const children = pid === undefined ? '' : read(`/proc/${pid}/task/${pid}/children`);
  return pid === undefined ? [] : [pid, ...children.split(' ').filter(Boolean).map(Number).flatMap(below)];
}

function peakOf(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
