import { createHash } from 'node:crypto';
import { closeSync, existsSync, lstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sentence, verbatim } from '../../core/refusal';
import { isMarked } from '../mark';

/** Whose files stand in a folder, and where. */
export interface FolderOwner {
  /** Name of its fleet. */
  readonly fleet: string;
  /** The fleet itself, or whatever it is that writes. */
  readonly by: object;
  /**
   * The program that writes.
   *
   * @default - the one that this process runs
   */
  readonly program?: string;
  /** The mark of its files in a folder below; '' is the folder itself. */
  readonly markIn: (folder: string) => string;
  /** Whether a folder below may hold files of it that are not wanted any more. */
  readonly mayHold: (folder: string) => boolean;
}

/** Name of the folder in which a write gets ready; git and kubectl do not look into it. */
export const STATE = '.cdk8s-wso2-mi';

/** The content of each file as the last write here has left it. Git does not see it, and a fresh clone has none. */
export type Digests = Readonly<Record<string, string>>;

/** How much of a file is read to find its first line. */
const FIRST_LINE_BYTES = 1024;

/** What stands in the folder of a fleet, and which of it is the fleet's. */
export class HeldFiles {
  public constructor(
    private readonly path: string,
    private readonly owner: FolderOwner,
  ) {}

  /** What somebody else has put where a file is to be, as the sentence that refuses to replace it. */
  public foreign(name: string): string[] {
    const about = { kind: 'output folder', id: this.path, instead: 'move it away, or write to another folder' };
    const folders = name.split('/').slice(0, -1);
    const blocked = folders
      .map((_, index) => folders.slice(0, index + 1).join('/'))
      .find((folder) => existsSync(this.at(folder)) && !isFolder(this.at(folder)));
    if (blocked !== undefined) {
      const got = verbatim('a file');
      return [sentence({ ...about, prop: `folder "${blocked}"`, must: 'be a folder', got })];
    }
    const mark = this.owner.markIn(folderOf(name));
    const stat = lstatSync(this.at(name), { throwIfNoEntry: false });
    if (stat === undefined || (stat.isFile() && this.isOurs(name))) {
      return [];
    }
    const what = stat.isFile() ? `whose first line is not ${JSON.stringify(mark)}` : 'which is no file';
    const got = verbatim(`"${name}", ${what}`);
    return [sentence({ ...about, prop: 'file', must: 'be this fleet’s own to be replaced', got })];
  }

  /** A fleet that has none of the files of its name is most likely another one, or one whose units were lost. */
  public allGone(ours: readonly string[], wanted: readonly string[]): string[] {
    const kept = new Set(wanted.map((name) => basename(name)));
    return ours.length === 0 || ours.some((name) => kept.has(basename(name)))
      ? []
      : [
          sentence({
            prop: 'name',
            kind: 'fleet',
            id: this.owner.fleet,
            must: `be of one fleet alone in folder "${this.path}"`,
            got: verbatim(
              `${ours.map((name) => `"${name}"`).join(', ')} of a fleet of this name, and none of them in this one`,
            ),
            instead: 'give one of the two another name; if there is only one, remove its old files',
          }),
        ];
  }

  /** The files that carry the owner's mark, in the places where it may have put them. */
  public ours(wanted: readonly string[], before: Digests): string[] {
    const folders = new Set(['', ...this.allBelow(''), ...wanted.map(folderOf)]);
    return [...folders]
      .filter((folder) => isFolder(this.at(folder)))
      .flatMap((folder) =>
        readdirSync(this.at(folder), { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => (folder === '' ? name : `${folder}/${name}`)),
      )
      .filter((name) => (/\.(yaml|json)$/.test(name) || name in before || folderOf(name) !== '') && this.isOurs(name))
      .sort();
  }

  /** The folders in one that may hold files of the owner. */
  private below(folder: string): string[] {
    return readdirSync(this.at(folder))
      .filter((name) => name !== STATE)
      .map((name) => (folder === '' ? name : `${folder}/${name}`))
      .filter((path) => isFolder(this.at(path)) && this.owner.mayHold(path));
  }

  /** The digest of what a file says; `undefined` if there is none. */
  public digestOf(name: string): string | undefined {
    const path = this.at(name);
    return existsSync(path) ? digestOf(readFileSync(path)) : undefined;
  }

  /** All folders below a folder that may hold files of the owner, and those in them. */
  private allBelow(folder: string): string[] {
    return this.below(folder).flatMap((path) => [path, ...this.allBelow(path)]);
  }

  private isOurs(name: string): boolean {
    const start = Buffer.alloc(FIRST_LINE_BYTES);
    const file = openSync(this.at(name), 'r');
    try {
      const length = readSync(file, start, 0, start.length, 0);
      return isMarked(start.toString('utf8', 0, length), this.owner.markIn(folderOf(name)));
    } finally {
      closeSync(file);
    }
  }

  private at(name: string): string {
    return join(this.path, name);
  }
}

function folderOf(name: string): string {
  return name.split('/').slice(0, -1).join('/');
}

/** Whether a path is a folder, or a link to one. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What tells one content from another. */
export function digestOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
