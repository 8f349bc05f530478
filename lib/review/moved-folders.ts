import { join, relative } from 'node:path';
import { groupBy } from '../core/by-key';
import { environmentOf } from './attached';
import type { ComparedTexts } from './sources';

type Texts = ReadonlyMap<string, string>;

/** Texts of two states; those of before under the folder where they lie now. */
export interface MovedTexts extends ComparedTexts {
  /** The folder of before of each folder that came in its place. */
  readonly moved: ReadonlyMap<string, string>;
}

/**
 * Files that left a folder, and a folder that came with documents of them as they were, are one: a fleet became an
 * environment, or an environment got another name. Its objects stay what they are, so none of them leaves the cluster.
 * Where several folders came it is the one with most of the documents.
 */
export function withMovedFolders({ from, to, both }: ComparedTexts): MovedTexts {
  const [left, now, resting] = [byFolder(from), byFolder(to), byFolder(both)];
  const free = new Set([...now.keys()].filter((folder) => !left.has(folder) && !resting.has(folder)));
  const moved = new Map<string, string>();
  // Nearly no change brings a folder.
  for (const [folder, texts] of free.size === 0 ? [] : left) {
    const gone = documentsOf(texts.filter(([name]) => !to.has(name)));
    const [best] = [...free]
      .map((place) => ({ place, shared: sharedBy(gone, documentsOf(now.get(place) ?? [])) }))
      .filter(({ shared }) => shared > 0)
      .sort((one, other) => other.shared - one.shared);
    if (best !== undefined) {
      free.delete(best.place);
      moved.set(best.place, folder);
    }
  }
  const places = new Map([...moved].map(([place, folder]) => [folder, place]));
  return { from: new Map([...from].map(([name, text]) => [placeOf(name, places, to), text])), to, both, moved };
}

/** Where a file of before is looked for: where it is, or in the folder that came in the place of its own. */
function placeOf(name: string, places: ReadonlyMap<string, string>, to: Texts): string {
  const folder = environmentOf(name);
  const place = to.has(name) ? undefined : places.get(folder);
  return place === undefined ? name : join(place, relative(folder, name));
}

function sharedBy(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...other].filter((text) => one.has(text)).length;
}

function byFolder(texts: Texts): Map<string, Array<[string, string]>> {
  return groupBy(texts, ([name]) => environmentOf(name));
}

/** The documents of files, without the words above the first, which name the fleet. */
function documentsOf(texts: ReadonlyArray<readonly [string, string]>): ReadonlySet<string> {
  return new Set(texts.flatMap(([, text]) => text.replace(/^(#.*\n)+/, '').split(/^---\n/m)));
}
