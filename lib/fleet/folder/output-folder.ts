import { copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeWrite } from '../../core/before-write';
import { tidy } from '../../core/outcome';
import { refuse, refuseAll, verbatim } from '../../core/refusal';
import type { OutputFile } from '../output';
import { sayFaults } from './fault';
import { type Digests, digestOf, type FolderOwner, HeldFiles, isFolder, STATE } from './held-files';
import { FolderJournal } from './journal';
import { FolderLock } from './lock';
import { uncommitted } from './uncommitted';
import { type Writers, writerOf, writtenByOthers } from './writers';

/** What a write did to a folder. */
export interface FolderChange {
  /** Files that are new or have another content. */
  readonly written: readonly string[];
  /** Files that had this content already. */
  readonly unchanged: readonly string[];
  /** Files that carried the mark and are not wanted any more. */
  readonly removed: readonly string[];
  /** Those removed that no write here had made: they came with a clone, and may be of another program's fleet. */
  readonly inherited: readonly string[];
  /** Those written or removed that somebody had changed and not committed since the last write here; kept beside. */
  readonly edited: readonly string[];
}

const STAGED = join(STATE, 'staged');
const DIGESTS = join(STATE, 'digests');
const EDITED = join(STATE, 'edited');
const WRITERS = join(STATE, 'writers');

/**
 * The folder of a fleet's files. Only files whose first line is the mark are ever replaced or removed. A write happens
 * wholly or not at all, whatever becomes of its process, and one at a time.
 */
export class OutputFolder {
  private readonly journal: FolderJournal;
  private readonly lock: FolderLock;
  private readonly held: HeldFiles;

  public constructor(
    private readonly path: string,
    private readonly owner: FolderOwner,
    waitMs?: number,
  ) {
    this.held = new HeldFiles(path, owner);
    this.journal = new FolderJournal(path, STATE);
    this.lock = new FolderLock(path, join(path, STATE), waitMs);
  }

  /** Ends what a killed process has begun, whatever comes after. */
  public recover(): void {
    sayFaults(this.path, () => {
      if (this.journal.isOpen) {
        this.lock.while(() => this.clean());
      }
    });
  }

  /** Makes the folder hold just these files of the owner, or throws and leaves it as it was. */
  public write(files: Iterable<OutputFile>): FolderChange {
    beforeWrite();
    return sayFaults(this.path, () => {
      this.make();
      return this.lock.while(() => {
        this.clean();
        try {
          return this.change(files);
        } finally {
          tidy(() => this.clean());
        }
      });
    });
  }

  private change(files: Iterable<OutputFile>): FolderChange {
    mkdirSync(this.at(STAGED));
    const before: Digests = this.read(DIGESTS);
    const moves: Array<{ from: string; to: string }> = [];
    const wanted = new Map<string, string>();
    const wrong: string[] = [];
    for (const { name, text } of files) {
      const digest = digestOf(text);
      wanted.set(name, digest);
      wrong.push(...this.held.foreign(name));
      if (wrong.length === 0 && this.held.digestOf(name) !== digest) {
        const from = join(STAGED, String(moves.length));
        writeFileSync(this.at(from), text, { flag: 'wx' });
        moves.push({ from, to: name });
      }
    }
    const ours = this.held.ours([...wanted.keys()], before);
    const removed = ours.filter((name) => !wanted.has(name));
    const { fleet } = this.owner;
    const writer = writerOf(this.path, this.owner);
    const writers: Writers = this.read(WRITERS);
    const gone = this.held.allGone(ours, [...wanted.keys()]);
    const others = writtenByOthers(this.path, fleet, removed, { writers, writer });
    refuseAll([...wrong, ...(gone.length > 0 ? gone : others)]);
    const written = moves.map(({ to }) => to);
    const unlike = [...written, ...removed].filter((name) => this.isUnlike(name, before));
    const edited = uncommitted(this.path, unlike);
    this.keepEdited(edited);
    const rest = Object.entries(before).filter(([name]) => !removed.includes(name));
    this.stage('digests', [...rest, ...wanted]);
    const kept = Object.entries(writers).filter(([name]) => !removed.includes(name));
    this.stage('writers', [...kept, ...[...wanted.keys()].map((name): [string, string] => [name, writer])]);
    this.requireLock();
    const states = [DIGESTS, WRITERS].map((to) => ({ from: join(STAGED, basename(to)), to }));
    this.journal.commit({ moves: [...moves, ...states], removals: removed });
    const changed = new Set(written);
    const unchanged = [...wanted.keys()].filter((name) => !changed.has(name));
    return { written, unchanged, removed, inherited: removed.filter((name) => !(name in writers)), edited };
  }

  /** Whether a file is not as the last write here has left it. */
  private isUnlike(name: string, before: Digests): boolean {
    const digest = this.held.digestOf(name);
    return digest !== undefined && before[name] !== undefined && before[name] !== digest;
  }

  /** As texts, so that nothing takes them for manifests. */
  private keepEdited(edited: readonly string[]): void {
    for (const name of edited) {
      const kept = this.at(join(EDITED, `${name}.txt`));
      mkdirSync(dirname(kept), { recursive: true });
      copyFileSync(this.at(name), kept);
    }
  }

  private stage(name: string, entries: ReadonlyArray<readonly [string, string]>): void {
    writeFileSync(this.at(join(STAGED, name)), JSON.stringify(Object.fromEntries(entries)));
  }

  private read(name: string): Readonly<Record<string, string>> {
    const path = this.at(name);
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  }

  private make(): void {
    for (const path of [this.path, this.at(STATE)]) {
      requireFolder(path);
      mkdirSync(path, { recursive: true });
    }
    writeFileSync(this.at(join(STATE, '.gitignore')), '*\n');
  }

  /** Ends what a killed process has begun, and clears away what it had made ready. */
  private clean(): void {
    this.journal.recover();
    for (const name of ['staged', 'kept', 'journal-draft']) {
      rmSync(this.at(join(STATE, name)), { recursive: true, force: true });
    }
  }

  private requireLock(): void {
    if (!this.lock.isHeld) {
      const got = verbatim('this process stopped for so long that another has gone on');
      refuse({ prop: 'path', kind: 'output folder', id: this.path, must: 'be written without a break', got });
    }
  }

  private at(name: string): string {
    return join(this.path, name);
  }
}

/** Refuses what is no folder. The fleet's own may be a link to one. */
function requireFolder(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  const got = stat?.isSymbolicLink() && !existsSync(path) ? 'a link to nowhere' : 'a file';
  if (stat !== undefined && !isFolder(path)) {
    const instead = 'move it away, or write to another folder';
    refuse({ prop: 'path', kind: 'output folder', id: path, must: 'be a folder', got: verbatim(got), instead });
  }
}
