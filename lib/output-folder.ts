import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { said, sentence } from './refusal';

/** What a write did to a folder. */
export interface FolderChange {
  /** Files that are new or have another content. */
  readonly written: readonly string[];
  /** Files that had this content already. */
  readonly unchanged: readonly string[];
  /** Files that carried the mark and are not wanted any more. */
  readonly removed: readonly string[];
}

/** What a write did, for whoever watches: a line that counts, then each file that changed. */
export function summary(path: string, { written, unchanged, removed }: FolderChange): string {
  const folder = relative('.', path) || '.';
  const changes = [
    ...written.map((name) => `  wrote ${folder}/${name}`),
    ...removed.map((name) => `  removed ${folder}/${name}`),
  ];
  return [
    `${folder}: ${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`,
    ...changes,
    '',
  ].join('\n');
}

/** The folder of a fleet's files. Only files whose first line is the mark are ever replaced or removed. */
export class OutputFolder {
  public constructor(
    private readonly path: string,
    private readonly mark: string,
  ) {}

  /** The files among `names` that somebody else wrote, each as the sentence that refuses to replace it. */
  public foreign(names: Iterable<string>): string[] {
    return [...names]
      .filter((name) => existsSync(join(this.path, name)) && !this.isMarked(name))
      .map((name) =>
        sentence({
          prop: 'file',
          kind: 'output folder',
          id: this.path,
          must: 'be this fleet’s own to be replaced',
          got: said(`"${name}", whose first line is not ${JSON.stringify(this.mark)}`),
          instead: 'move it away, or write to another folder',
        }),
      );
  }

  /** Makes the folder hold just `files` of this fleet. All are written beside their places before one is moved in. */
  public write(files: ReadonlyMap<string, string>): FolderChange {
    mkdirSync(this.path, { recursive: true });
    const changed = [...files].filter(([name, text]) => this.read(name) !== text);
    const written = changed.map(([name]) => name);
    try {
      for (const [name, text] of changed) {
        writeFileSync(this.staged(name), text);
      }
      for (const name of written) {
        renameSync(this.staged(name), join(this.path, name));
      }
    } finally {
      // After a failure nothing half-written stays; after success there is nothing left to remove.
      for (const name of written) {
        rmSync(this.staged(name), { force: true });
      }
    }
    const changedNames = new Set(written);
    const removed = this.marked().filter((name) => !files.has(name));
    for (const name of removed) {
      rmSync(join(this.path, name));
    }
    return { written, unchanged: [...files.keys()].filter((name) => !changedNames.has(name)), removed };
  }

  private staged(name: string): string {
    return join(this.path, `.${name}.tmp`);
  }

  private read(name: string): string | undefined {
    const path = join(this.path, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  private marked(): string[] {
    return readdirSync(this.path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml') && this.isMarked(entry.name))
      .map(({ name }) => name)
      .sort();
  }

  private isMarked(name: string): boolean {
    if (!statSync(join(this.path, name)).isFile()) {
      return false;
    }
    const start = Buffer.alloc(Buffer.byteLength(this.mark) + 2);
    const file = openSync(join(this.path, name), 'r');
    try {
      readSync(file, start, 0, start.length, 0);
    } finally {
      closeSync(file);
    }
    // A checkout may have turned the line ends; the file is ours all the same.
    return start.toString().startsWith(`${this.mark}\n`) || start.toString() === `${this.mark}\r\n`;
  }
}
