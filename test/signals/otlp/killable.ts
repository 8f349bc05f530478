import { readFileSync } from 'node:fs';
import { type Command, OwnedProcess } from '../../cluster/owned-process';
import { until } from '../../cluster/wait';

/** A process that is killed as a node kills one, and started again. */
export class Killable {
  /**
   * The most memory that it was seen to hold, in mebibytes, over all of its lives. Pages of its files are not among it: the
   * kernel takes them back before a container is killed.
   */
  public peak = 0;
  private running: OwnedProcess | undefined;

  public constructor(private readonly command: Command) {}

  public start(): void {
    this.running = OwnedProcess.start(this.command);
  }

  /** Ends it without a word. */
  public async kill(): Promise<void> {
    const { running } = this;
    this.look();
    const failure = running?.failure();
    if (running?.pid === undefined || failure !== undefined) {
      throw failure ?? new Error(`${this.command.name} must run before it is killed`);
    }
    process.kill(running.pid, 'SIGKILL');
    await until(`end of ${running.name}`, 30, () => running.failure() !== undefined);
  }

  /** Ends it as the kubelet does. */
  public async stop(): Promise<void> {
    await this.running?.stop();
  }

  /** Looks how much memory it holds, and that it runs. */
  public look(): void {
    const failure = this.running?.failure();
    if (failure !== undefined) throw failure;
    const [, kibibytes = '0'] =
      /^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${this.running?.pid}/status`, 'utf8')) ?? [];
    this.peak = Math.max(this.peak, Number(kibibytes) / 1024);
  }
}
