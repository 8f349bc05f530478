import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { codeOf, tidy } from '../../core/outcome';
import { refuse, verbatim } from '../../core/refusal';

/** How long a process waits for another, and after how long one that nobody can ask about is taken for dead. */
const WAIT_MS = 30_000;
const DEAD_AFTER_MS = 10 * 60_000;
const STEP_MS = 20;

/** What the names of locks begin with that are not in their place yet. */
const DRAFT = 'lock-';

/** A process that has a folder to itself. */
interface Owner {
  readonly pid: number;
  readonly host: string;
}

/**
 * A folder for one process at a time. The lock is a folder that holds a file named after its owner: it is moved into its
 * place as a whole, which the system does only where none or an empty one stands, and the file of a dead owner is
 * removed by its name. So two can never take it at once, nor one take away what another has just taken.
 */
export class FolderLock {
  private readonly path: string;
  private readonly name = `${process.pid}@${hostname()}@${randomUUID()}`;

  /**
   * @param folder what is to be locked, as messages show it
   * @param state where the lock stands
   */
  public constructor(
    private readonly folder: string,
    private readonly state: string,
    private readonly waitMs = WAIT_MS,
  ) {
    this.path = join(state, 'lock');
  }

  /** Does something while no other process can; waits for one that is at it. */
  public while<T>(action: () => T): T {
    this.take();
    try {
      this.clearDrafts();
      return action();
    } finally {
      this.release();
    }
  }

  /** Whether it is still this process's: one that was stopped for long may have been taken for dead. */
  public get isHeld(): boolean {
    return existsSync(join(this.path, this.name));
  }

  private take(): void {
    const mine = join(this.state, `${DRAFT}${this.name}`);
    mkdirSync(mine, { recursive: true });
    writeFileSync(join(mine, this.name), '', { flag: 'wx' });
    const end = Date.now() + this.waitMs;
    try {
      while (!moved(mine, this.path)) {
        if (!this.clearDead()) {
          if (Date.now() > end) {
            this.giveUp();
          }
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STEP_MS);
        }
      }
    } finally {
      tidy(() => rmSync(mine, { recursive: true, force: true }));
    }
  }

  private release(): void {
    tidy(() => rmSync(join(this.path, this.name), { force: true }));
    removeEmpty(this.path);
  }

  /** Says whether there was one. */
  private clearDead(): boolean {
    const dead = entriesOf(this.path).filter((one) => isDead(join(this.path, one), ownerOf(one)));
    for (const name of dead) {
      rmSync(join(this.path, name), { force: true });
      removeEmpty(this.path);
    }
    return dead.length > 0;
  }

  /** Processes that were killed while they waited leave what they would have moved. */
  private clearDrafts(): void {
    const drafts = entriesOf(this.state).filter((name) => name.startsWith(DRAFT));
    for (const name of drafts.filter((one) => isDead(join(this.state, one), ownerOf(one.slice(DRAFT.length))))) {
      rmSync(join(this.state, name), { recursive: true, force: true });
    }
  }

  private giveUp(): never {
    const [name = ''] = entriesOf(this.path);
    const { pid, host } = ownerOf(name);
    return refuse({
      prop: 'path',
      kind: 'output folder',
      id: this.folder,
      must: 'be written by one synth at a time',
      got: verbatim(`process ${pid} on ${host}, which is still at it after ${this.waitMs / 1000} s`),
      instead: `wait for it or stop it; if there is no such process, remove "${this.path}"`,
    });
  }
}

function ownerOf(name: string): Owner {
  const [pid, host = ''] = name.split('@');
  return { pid: Number(pid), host };
}

/** Whether nobody can be waited for: no such process here, or nobody has been heard of for long. */
function isDead(path: string, { pid, host }: Owner): boolean {
  if (host === hostname() && !isRunning(pid)) {
    return true;
  }
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > DEAD_AFTER_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    const code = codeOf(error);
    // Whoever was there may have left since, so these two say enough; a system that says EPERM means that or a refusal.
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || (code === 'EPERM' && existsSync(to))) {
      return false;
    }
    throw error;
  }
}

function entriesOf(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    // Another one has released it meanwhile.
    return [];
  }
}

function removeEmpty(path: string): void {
  // It is not empty if another one has taken it meanwhile.
  tidy(() => rmdirSync(path));
}
