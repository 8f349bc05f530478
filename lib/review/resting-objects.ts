import { type Manifest, parseManifests } from '../diff/manifest';
import type { Change } from './change';

// Most of a fleet does not change and is not parsed: it is searched, and only what is found is read.

/** The documents of an unchanged file that are in a namespace, as they are written. */
export function restingIn({ restingTexts = [] }: Change, namespace: string): string[] {
  const line = new RegExp(`^  namespace: "?${namespace}"?$`, 'm');
  return restingTexts
    .filter((text) => line.test(text))
    .flatMap((text) => documentsOf(text).filter((one) => line.test(one)));
}

/** The objects of one kind in a namespace that a change leaves alone. */
export function restingObjects(change: Change, kind: string, namespace: string): readonly Manifest[] {
  return remembered(change, `${kind} ${namespace}`, () => parsed(restingIn(change, namespace), kind));
}

/** The objects of one kind that a change leaves alone, wherever they are. */
export function restingOfKind(change: Change, kind: string): readonly Manifest[] {
  const { restingTexts = [] } = change;
  return remembered(change, kind, () =>
    parsed(restingTexts.filter((text) => isOf(kind, text)).flatMap(documentsOf), kind),
  );
}

/** Read once, however many objects of a change ask. */
const READ = new WeakMap<Change, Map<string, readonly Manifest[]>>();

function remembered(change: Change, what: string, read: () => readonly Manifest[]): readonly Manifest[] {
  const known = READ.get(change) ?? new Map<string, readonly Manifest[]>();
  const objects = known.get(what) ?? read();
  READ.set(change, known.set(what, objects));
  return objects;
}

function parsed(documents: readonly string[], kind: string): Manifest[] {
  return documents.filter((document) => isOf(kind, document)).flatMap((document) => parseManifests(kind, document));
}

function isOf(kind: string, text: string): boolean {
  return new RegExp(`^kind: ${kind}$`, 'm').test(text);
}

function documentsOf(text: string): string[] {
  return text.split(/^---\n/m);
}
