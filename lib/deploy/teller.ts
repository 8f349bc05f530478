import type { Shell } from '../core/shell';

/** Tells how far a command is: on a terminal one line that changes, elsewhere a line each time that something does. */
export class Teller {
  private open = false;
  private last = '';

  public constructor(private readonly stream: Shell['stderr']) {}

  /** What is true from now on, and stays to be read. */
  public say(line: string): void {
    this.end();
    this.stream.write(`${line}\n`);
  }

  /** What is true for the moment. */
  public now(line: string): void {
    if (line === this.last) {
      return;
    }
    this.last = line;
    if (this.stream.isTTY) {
      this.stream.write(`\r\u001b[2K${line}`);
      this.open = true;
    } else {
      this.stream.write(`${line}\n`);
    }
  }

  private end(): void {
    if (this.open) {
      this.stream.write('\r\u001b[2K');
      this.open = false;
    }
  }
}
