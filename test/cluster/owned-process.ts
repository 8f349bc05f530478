import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { until } from './wait';

/** A program to run, and the file that all of its output goes to. */
export interface Command {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly log: string;
  /** @default - the environment of this process, nothing added */
  readonly env?: Readonly<Record<string, string>>;
}

const GRACE_SECONDS = 3;
const KILL_SECONDS = 5;

const running = new Set<ChildProcess>();

/** A process of ours: it is stopped by its own id, at the latest when this process ends. */
export class OwnedProcess {
  /** Starts a program; it is not ready yet when this returns. */
  static start(command: Command): OwnedProcess {
    const output = openSync(command.log, 'a');
    const child = spawn(command.file, command.args, {
      stdio: ['ignore', output, output],
      env: { ...process.env, ...command.env },
    });
    closeSync(output);
    endWithUs(child);
    return new OwnedProcess(command, child);
  }

  private spawnError: Error | undefined;

  private constructor(
    private readonly command: Command,
    private readonly child: ChildProcess,
  ) {
    child.once('error', (error) => (this.spawnError = error));
  }

  /** Name by which it was started. */
  get name(): string {
    return this.command.name;
  }

  /** Its process id. */
  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Why it has ended by itself; undefined while it runs. */
  failure(): Error | undefined {
    const { exitCode, signalCode } = this.child;
    if (this.spawnError === undefined && exitCode === null && signalCode === null) return undefined;
    const got = this.spawnError?.message ?? `exit ${exitCode ?? signalCode}`;
    return new Error(`${this.name} must keep running, got ${got}; see ${this.command.log}`);
  }

  /** Waits until a check passes, or fails as soon as the process has ended. */
  async ready(seconds: number, check: () => Promise<unknown>): Promise<void> {
    const outcome = await until(`${this.name} being ready`, seconds, async () => {
      const failure = this.failure();
      if (failure === undefined) await check();
      return failure ?? true;
    });
    if (outcome instanceof Error) throw outcome;
  }

  /** Ends it: asked first, then killed. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const ended = await this.ended(GRACE_SECONDS);
    if (ended) return;
    this.child.kill('SIGKILL');
    if (!(await this.ended(KILL_SECONDS)))
      throw new Error(`${this.name} must end when killed, got pid ${this.pid} alive`);
  }

  private async ended(seconds: number): Promise<boolean> {
    const gone = () => this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null;
    return until(`end of ${this.name}`, seconds, gone).catch(() => false);
  }
}

function endWithUs(child: ChildProcess): void {
  if (running.size === 0) {
    process.on('exit', killAll);
    process.on('SIGINT', exitInterrupted);
    process.on('SIGTERM', exitInterrupted);
  }
  running.add(child);
  child.once('close', () => forget(child));
}

function forget(child: ChildProcess): void {
  running.delete(child);
  if (running.size > 0) return;
  process.off('exit', killAll);
  process.off('SIGINT', exitInterrupted);
  process.off('SIGTERM', exitInterrupted);
}

function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

function exitInterrupted(): void {
  process.exit(130);
}
