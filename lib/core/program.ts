import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { outcomeOf } from './outcome';
import { sentence, verbatim } from './refusal';

/** How another program is run. */
export interface ProgramProps {
  /** @default - the environment of this program */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** @default - its standard input is empty */
  readonly input?: string;
  /**
   * Told each line that it writes to its standard output, as it comes.
   *
   * @default - nobody is told
   */
  readonly onLine?: (line: string) => void;
  /**
   * Ends it.
   *
   * @default - it ends by itself
   */
  readonly signal?: AbortSignal;
}

/** What a program ended with. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, and tells how it ended. */
export function ran(file: string, args: readonly string[], props: ProgramProps = {}): Promise<Ended> {
  const { env = process.env, input = '', onLine, signal } = props;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env: { ...env }, stdio: 'pipe', signal });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let line = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk);
      const lines = `${line}${chunk}`.split('\n');
      line = lines.pop() ?? '';
      for (const one of lines) {
        onLine?.(one);
      }
    });
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // A program that fails early closes its input; its exit code says more than the broken pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.once('error', (error) => (signal?.aborted ? undefined : reject(notRun(file, error))));
    child.once('close', (code) => {
      const [stdout, stderr] = [out, err].map((chunks) => Buffer.concat(chunks).toString());
      resolve({ code: code ?? -1, stdout: stdout ?? '', stderr: stderr ?? '' });
    });
  });
}

/** What a program complained of: its standard error without what kubectl notes for its own developers beside it. */
export function complaintOf(stderr: string): string {
  const lines = stderr.trim().split('\n');
  return lines.filter((line) => !/^[EWI]\d{4} \d\d:\d\d:\d\d\.\d+ /.test(line)).join('\n') || stderr.trim();
}

/** Runs a program that must succeed, and gives its output; what it complained of is in the error. */
export async function output(file: string, args: readonly string[], props: ProgramProps = {}): Promise<string> {
  const { code, stdout, stderr } = await ran(file, args, props);
  if (code !== 0) {
    throw new Error(`${file} ${args.join(' ')} ended with ${code}:\n${complaintOf(stderr || stdout)}`);
  }
  return stdout;
}

/** The first of some programs that is there. */
export function firstOnPath(names: readonly string[], env: ProgramProps['env'] = process.env): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.find((name) =>
    folders.some((folder) => 'value' in outcomeOf(() => accessSync(join(folder, name), constants.X_OK))),
  );
}

/** Why a program could not be started. */
export function notRun(file: string, error: Error): Error {
  const isMissing = 'code' in error && error.code === 'ENOENT';
  return isMissing
    ? new Error(
        sentence({ prop: 'program', kind: 'command', id: file, must: 'be installed', got: verbatim('none on PATH') }),
      )
    : error;
}
