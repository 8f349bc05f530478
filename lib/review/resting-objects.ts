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
export function restingObjects(change: Change, kind: string, namespace: string): Manifest[] {
  return parsed(restingIn(change, namespace), kind);
}

/** The objects of one kind that a change leaves alone, wherever they are. */
export function restingOfKind({ restingTexts = [] }: Change, kind: string): Manifest[] {
  return parsed(restingTexts.filter((text) => isOf(kind, text)).flatMap(documentsOf), kind);
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
