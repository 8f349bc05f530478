import { closeSync, openSync, readSync } from 'node:fs';
import { outcomeOf } from '../../../lib/core/outcome';

/** A log record as the receiver writes it down. */
export interface LogRecord {
  readonly resource: Readonly<Record<string, string>>;
  /** Nanoseconds. */
  readonly time: number;
  readonly severity: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a receiver has answered for so far: each record by the number that its text begins with. */
export class Received {
  /** The line of each number. */
  public readonly lines = new Map<number, string>();
  public readonly unnumbered: string[] = [];
  public repeated = 0;
  /** Lines that a receiver was killed in: nobody was answered for them. */
  public torn = 0;
  /** Numbers that came again with other words. */
  public readonly changed: number[] = [];
  private offset = 0;
  private rest: Buffer = Buffer.alloc(0);

  public constructor(private readonly file: string) {}

  /** Reads what came since. */
  public read(): this {
    const opened = openSync(this.file, 'r');
    const chunk = Buffer.alloc(8 << 20);
    for (let length = 1; length > 0; ) {
      length = readSync(opened, chunk, 0, chunk.length, this.offset);
      this.offset += length;
      this.take(Buffer.concat([this.rest, chunk.subarray(0, length)]));
    }
    closeSync(opened);
    return this;
  }

  private take(bytes: Buffer): void {
    const end = bytes.lastIndexOf(10) + 1;
    this.rest = bytes.subarray(end);
    for (const line of bytes.toString('utf8', 0, end).split('\n')) {
      if (line !== '') this.count(line);
    }
  }

  private count(line: string): void {
    const parsed = outcomeOf((): LogRecord => JSON.parse(line));
    if (!('value' in parsed)) {
      this.torn += 1;
      return;
    }
    const { body } = parsed.value;
    const number = Number(/^\d+(?= )/.exec(body)?.[0] ?? Number.NaN);
    const before = this.lines.get(number);
    if (Number.isNaN(number)) {
      this.unnumbered.push(line);
    } else if (before === undefined) {
      this.lines.set(number, line);
    } else {
      this.repeated += 1;
      if (before !== line) this.changed.push(number);
    }
  }
}
