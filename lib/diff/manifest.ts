import { parseAllDocuments } from 'yaml';
import { isRecord } from '../core/record';
import { refuse, verbatim } from '../core/refusal';

/** An object of a file, as far as a comparison goes into it by name. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, unknown>>;
  };
  readonly immutable?: unknown;
}

/** The objects of a file, in its order. */
export function parseManifests(file: string, text: string): Manifest[] {
  const about = { prop: 'text', kind: 'manifest', id: file };
  return parseAllDocuments(text, { version: '1.1' }).flatMap((document, index): Manifest[] => {
    const [error] = document.errors;
    if (error !== undefined) {
      return refuse({ ...about, must: 'be YAML', got: verbatim(error.message.trim()) });
    }
    const object: unknown = document.toJS();
    if (object === null || object === undefined) {
      return [];
    }
    if (!isManifest(object)) {
      const got = verbatim(`document ${index + 1} without a text for apiVersion, kind or metadata.name`);
      return refuse({ ...about, must: 'be objects of Kubernetes', got });
    }
    return [object];
  });
}

/**
 * The same, where documents of other texts are known: one that stands in both, letter by letter, is parsed once and is one
 * object. Most documents of a file that changes do not.
 */
export function parseKnown(file: string, text: string, known: Map<string, readonly Manifest[]>): Manifest[] {
  // A directive is for the document after it.
  if (/^%/m.test(text)) {
    return parseManifests(file, text);
  }
  try {
    return text.split(/^---\n/m).flatMap((document) => {
      const objects = known.get(document) ?? parseManifests(file, document);
      known.set(document, objects);
      return objects;
    });
  } catch {
    // What is wrong is told by its place in the whole.
    return parseManifests(file, text);
  }
}

function isManifest(value: unknown): value is Manifest {
  return (
    isRecord(value) &&
    typeof value.apiVersion === 'string' &&
    typeof value.kind === 'string' &&
    isRecord(value.metadata) &&
    typeof value.metadata.name === 'string'
  );
}
