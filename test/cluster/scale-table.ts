import { readFileSync } from 'node:fs';

interface Row {
  readonly step: string;
  readonly seconds: number;
  readonly memory: string;
}

const PROGRESS_MILLISECONDS = 5000;

/** Takes the time of the steps of a run and the memory of one process after each. */
export class ScaleTable {
  private readonly rows: Row[] = [];
  private pid: number | undefined;
  private most = '-';
  private current = '';
  private startedAt = 0;
  private shownAt = 0;

  constructor(private readonly units: number) {}

  /** The process whose memory is looked at from now on. */
  watch(pid: number | undefined): void {
    this.pid = pid;
  }

  /** Runs a step and writes down how long it took. */
  async step<T>(name: string, run: () => Promise<T>): Promise<T> {
    this.current = name;
    this.startedAt = Date.now();
    this.shownAt = this.startedAt;
    const result = await run();
    const seconds = (Date.now() - this.startedAt) / 1000;
    this.most = this.memory('VmHWM');
    this.rows.push({ step: name, seconds, memory: this.memory('VmRSS') });
    console.log(`${name}: ${seconds.toFixed(1)} s`);
    return result;
  }

  /** Says how far the step is, not too often. */
  progress(done: number, total: number, what: string): void {
    if (Date.now() - this.shownAt < PROGRESS_MILLISECONDS) return;
    this.shownAt = Date.now();
    const seconds = Math.round((this.shownAt - this.startedAt) / 1000);
    console.log(`  ${this.current}: ${done} of ${total} ${what}, ${seconds} s`);
  }

  /** Prints all steps. */
  print(): void {
    const line = (step: string, seconds: string, memory: string) =>
      console.log(`| ${step.padEnd(34)} | ${seconds.padStart(8)} | ${memory.padStart(22)} |`);
    console.log('');
    line(`${this.units} units of 2 pods`, 'seconds', 'API server after, MiB');
    line('-'.repeat(34), '-'.repeat(8), '-'.repeat(22));
    for (const { step, seconds, memory } of this.rows) line(step, seconds.toFixed(1), memory);
    line('most at any moment', '', this.most);
  }

  private memory(field: 'VmRSS' | 'VmHWM'): string {
    if (this.pid === undefined) return '-';
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    const kibibytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
    return (Number(kibibytes) / 1024).toFixed(0);
  }
}
