import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { git } from '../core/git';
import { refuse, verbatim } from '../core/refusal';
import { isAttached } from './attached';

/** Files of manifests in one state: a folder, or a folder as a revision of git has it. */
export interface Source {
  /** What it is, in words. */
  readonly title: string;
  /**
   * The revision of git that it is.
   *
   * @default - it is a folder
   */
  readonly revision?: string;
  /** The identity of the content of each file, by its path in the folder: two of one identity are equal. */
  readonly identities: ReadonlyMap<string, string>;
  /** The texts of these files, each under its path. */
  texts(names: readonly string[]): ReadonlyMap<string, string>;
}

/** The texts of files of two states, each under its path. */
export interface ComparedTexts {
  /** Those that are not the same in both. */
  readonly from: ReadonlyMap<string, string>;
  readonly to: ReadonlyMap<string, string>;
  /** Manifests that are. */
  readonly both: ReadonlyMap<string, string>;
}

/** The texts of two states. */
export function comparedTexts(from: Source, to: Source): ComparedTexts {
  const only = ({ identities }: Source, other: Source) =>
    [...identities].filter(([name, identity]) => other.identities.get(name) !== identity).map(([name]) => name);
  const [gone, come] = [only(from, to), only(to, from)];
  const changed = new Set(come);
  const both =
    come.length + gone.length === 0
      ? []
      : [...to.identities.keys()].filter((name) => !changed.has(name) && !isAttached(name));
  return { from: from.texts(gone), to: to.texts(come), both: to.texts(both) };
}

/** The state that an argument means: a folder where there is one, else a revision of git of the folder of manifests. */
export function sourceOf(argument: string, manifests: string): Source {
  return existsSync(argument) && statSync(argument).isDirectory()
    ? folderSource(argument, argument)
    : revisionSource(argument, manifests);
}

/** The folder of manifests as it lies on disk. */
export function workingTree(manifests: string): Source {
  if (!existsSync(manifests) || !statSync(manifests).isDirectory()) {
    const got = verbatim('nothing there');
    return refuse({
      prop: 'folder',
      kind: 'review',
      id: manifests,
      must: 'be a folder of manifests',
      got,
      instead: 'synthesize first, or name it by --folder',
    });
  }
  return folderSource(manifests, 'working tree');
}

/** Where the branch of now left the main branch, which is what a review compares with. */
export function mainBranch(): string {
  const names = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];
  const found = names.find((name) => git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]).status === 0);
  if (found === undefined) {
    const must = 'be said where git knows no main branch';
    return refuse({
      prop: 'from',
      kind: 'review',
      id: 'git',
      must,
      got: verbatim(`none of ${names.join(', ')}`),
      instead: 'name a revision or a folder',
    });
  }
  const { status, stdout } = git(['merge-base', 'HEAD', found]);
  return status === 0 ? stdout.toString('utf8').trim().slice(0, 12) : found;
}

/**
 * Manifests and what is written beside them, and not what other tools keep there: a kustomization, a chart of Helm and its
 * templates.
 */
function isReviewed(name: string): boolean {
  return isAttached(name) || isManifestFile(name);
}

function isManifestFile(name: string): boolean {
  return /\.ya?ml$/.test(name) && !/(^|\/)(kustomization|Chart|values[^/]*)\.ya?ml$|(^|\/)templates\//.test(name);
}

function folderSource(folder: string, title: string): Source {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => isReviewed(name) && !name.startsWith('.'))
    .sort();
  const contents = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  return {
    title,
    identities: new Map([...contents].map(([name, content]) => [name, blobOf(content)])),
    texts: (wanted) => new Map(wanted.map((name) => [name, (contents.get(name) ?? '').toString()])),
  };
}

/** The name that git gives a content, so that a folder and a revision are compared without reading the revision. */
function blobOf(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

function revisionSource(revision: string, folder: string): Source {
  const { status, stdout } = git(['ls-tree', '-r', '-z', `${revision}^{commit}`, '--', folder]);
  if (status !== 0) {
    const must = 'be a folder or a revision of git';
    return refuse({
      prop: 'from and to',
      kind: 'review',
      id: folder,
      must,
      got: revision,
      instead: 'in a clone of one commit, fetch it first (git fetch origin <branch>)',
    });
  }
  const entries = stdout
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, blob, path] = /^\d+ blob (\w+)\t(.*)$/s.exec(line) ?? [];
      const name = path === undefined ? undefined : relative(folder, path).replaceAll('\\', '/');
      return blob === undefined || name === undefined || !isReviewed(name) ? [] : [[name, blob] as const];
    });
  const identities = new Map(entries);
  return {
    title: revision,
    revision,
    identities,
    texts: (names) => blobTexts(names.map((name) => [name, identities.get(name) ?? ''])),
  };
}

/** The texts of blobs, all by one process. */
function blobTexts(wanted: ReadonlyArray<readonly [string, string]>): Map<string, string> {
  const { stdout } = git(['cat-file', '--batch'], wanted.map(([, blob]) => `${blob}\n`).join(''));
  let offset = 0;
  return new Map(
    wanted.map(([name]) => {
      const end = stdout.indexOf('\n', offset);
      const size = Number(stdout.toString('latin1', offset, end).split(' ')[2]);
      const text = stdout.toString('utf8', end + 1, end + 1 + size);
      offset = end + 1 + size + 1;
      return [name, text];
    }),
  );
}
