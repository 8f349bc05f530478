/** A line on a terminal that says how far something is that takes long; silent in a pipe and for quick things. */
export class Progress {
  private readonly start = performance.now();
  private shownAt = this.start;
  private done = 0;

  /**
   * @param what what is going on
   * @param total number of steps
   */
  public constructor(
    private readonly what: string,
    private readonly total: number,
    private readonly stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
  ) {}

  /** Takes a step and counts it. */
  public after<T>(step: () => T): T {
    const result = step();
    this.done += 1;
    const now = performance.now();
    const last = this.done === this.total;
    if (this.stream.isTTY && now - this.start > 1000 && (now - this.shownAt > 200 || last)) {
      this.shownAt = now;
      this.stream.write(`\r${this.what}: ${this.done} of ${this.total}${last ? '\n' : ''}`);
    }
    return result;
  }
}
