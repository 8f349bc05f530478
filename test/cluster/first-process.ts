import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, readlinkSync } from 'node:fs';
import { until } from './wait';

const START_SECONDS = 10;
const END_SECONDS = 30;

/** A program that is the first process of a namespace, as in a container: signals that it does not handle pass it by. */
export class FirstProcess {
  /** Starts a program of a folder, its output to a file, and waits until it runs. */
  static async start(bin: string, command: readonly string[], output: string): Promise<FirstProcess> {
    const file = openSync(output, 'a');
    const args = ['--pid', '--fork', '--mount-proc', '--kill-child', 'env', `PATH=${bin}`, ...command];
    const outside = spawn('unshare', args, { stdio: ['ignore', file, file] });
    closeSync(file);
    const [program = ''] = command;
    const id = await until(`the start of ${program}`, START_SECONDS, () => childOf(outside, program));
    return new FirstProcess(outside, id);
  }

  private constructor(
    private readonly outside: ChildProcess,
    private readonly id: number,
  ) {}

  /** Path of what it has opened under a number. */
  opened(descriptor: number): string {
    return readlinkSync(`/proc/${this.id}/fd/${descriptor}`);
  }

  /** Ends it, whatever it is about. */
  async killed(): Promise<void> {
    const ended = once(this.outside, 'exit');
    this.outside.kill('SIGKILL');
    await ended;
  }

  /** Asks it to end, kills it if it does not, and gives its exit code. */
  async stopped(): Promise<number | undefined> {
    const timer = setTimeout(() => this.outside.kill('SIGKILL'), END_SECONDS * 1000);
    const ended = once(this.outside, 'exit');
    process.kill(this.id, 'SIGTERM');
    const [code] = await ended;
    clearTimeout(timer);
    return typeof code === 'number' ? code : undefined;
  }
}

// Before it has become the program, the child is still the one that makes the namespace.
function childOf({ pid }: ChildProcess, program: string): number | undefined {
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  const isProgram = child !== undefined && readFileSync(`/proc/${child}/cmdline`, 'utf8').startsWith(`${program}\0`);
  return isProgram ? Number(child) : undefined;
}
