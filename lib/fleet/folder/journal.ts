import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { tidy } from '../../core/outcome';

/** A file that takes the place of another. */
interface Move {
  readonly from: string;
  readonly to: string;
}

/** What is to become of a folder; its paths are below the folder. */
export interface FolderPlan {
  /** Files that are ready, and their places. */
  readonly moves: readonly Move[];
  /** Files that are to go. */
  readonly removals: readonly string[];
}

/**
 * Carries out a plan wholly or not at all. It is written down before the first file is touched, so that a process that
 * is killed leaves a plan that the next one ends; where a step fails, what was done is undone by a plan of its own.
 */
export class FolderJournal {
  private readonly path: string;

  /**
   * @param root the folder
   * @param state the folder in it that holds the journal and the files that are ready; one process has it
   */
  public constructor(
    private readonly root: string,
    private readonly state: string,
  ) {
    this.path = join(root, state, 'journal');
  }

  /** Whether a process was killed while it changed the folder. */
  public get isOpen(): boolean {
    return existsSync(this.path);
  }

  /** Ends what a killed process has begun. */
  public recover(): void {
    if (this.isOpen) {
      this.carryOut(planOf(readFileSync(this.path, 'utf8')));
      rmSync(this.path);
    }
  }

  /** Changes the folder, or throws and leaves it as it was. */
  public commit(plan: FolderPlan): void {
    const undo = this.keep(plan);
    this.open(plan);
    try {
      this.carryOut(plan);
    } catch (error) {
      this.open(undo);
      this.carryOut(undo);
      rmSync(this.path);
      throw error;
    }
    // The folder is as it is to be; carrying the plan out again would change nothing.
    tidy(() => rmSync(this.path));
  }

  /** Keeps the files that a plan replaces or removes, and gives the plan that brings them back. */
  private keep({ moves, removals }: FolderPlan): FolderPlan {
    const kept = join(this.state, 'kept');
    mkdirSync(join(this.root, kept));
    const places = [...moves.map(({ to }) => to), ...removals];
    const old = places.map((to, index) => ({ from: join(kept, String(index)), to }));
    const there = old.filter(({ to }) => lstatSync(join(this.root, to), { throwIfNoEntry: false }) !== undefined);
    for (const { from, to } of there) {
      twin(join(this.root, to), join(this.root, from));
    }
    const names = new Set(there.map(({ to }) => to));
    return { moves: there, removals: moves.map(({ to }) => to).filter((to) => !names.has(to)) };
  }

  /** The plan counts from the moment at which it has its name. */
  private open(plan: FolderPlan): void {
    const draft = `${this.path}-draft`;
    writeFileSync(draft, JSON.stringify(plan));
    renameSync(draft, this.path);
  }

  private carryOut({ moves, removals }: FolderPlan): void {
    for (const { from, to } of moves.filter((move) => existsSync(join(this.root, move.from)))) {
      mkdirSync(dirname(join(this.root, to)), { recursive: true });
      renameSync(join(this.root, from), join(this.root, to));
    }
    for (const name of removals) {
      rmSync(join(this.root, name), { force: true });
      this.removeEmpty(dirname(name));
    }
  }

  private removeEmpty(folder: string): void {
    if (folder !== '.' && existsSync(join(this.root, folder)) && readdirSync(join(this.root, folder)).length === 0) {
      rmdirSync(join(this.root, folder));
    }
  }
}

/** The same file under another name, so that its content stays while its place is taken. */
function twin(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Not every file system has links.
    copyFileSync(from, to);
  }
}

function planOf(text: string): FolderPlan {
  return JSON.parse(text);
}
