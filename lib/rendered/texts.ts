import { remembered } from '../core/remembered';
import type { Render, RenderedObject } from './rendered-object';

/** Objects whose texts, keys and values, laws look at closely: nearly none. */
export interface UnusualTexts {
  /** Those that may take more bytes as JSON than all annotations of an object may together. */
  readonly long: readonly RenderedObject[];
  /** Those with a character that not every reader may see alike. */
  readonly suspect: readonly RenderedObject[];
}

/** What all annotations of an object may take together, keys and values (apimachinery: TotalAnnotationSizeLimitB). */
export const MOST_ANNOTATIONS = 256 * 1024;

/** Halves of characters, what is none, and control characters that JSON leaves as they are. */
const SUSPECT = /[\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/** Whether a key has no such character. */
const isClean = remembered((key) => !SUSPECT.test(key));

/** Looked for once, however many laws ask. */
const SEEN = new WeakMap<Render['objects'], UnusualTexts>();

/** The objects of unusual texts. */
export function unusualTexts(objects: Render['objects']): UnusualTexts {
  const texts = SEEN.get(objects) ?? seen(objects);
  SEEN.set(objects, texts);
  return texts;
}

function seen(objects: Render['objects']): UnusualTexts {
  const long: RenderedObject[] = [];
  const suspect: RenderedObject[] = [];
  for (const one of objects) {
    const count = { mostBytes: 0, isSuspect: false };
    addTexts(one.object, count);
    if (count.mostBytes > MOST_ANNOTATIONS) {
      long.push(one);
    }
    if (count.isSuspect) {
      suspect.push(one);
    }
  }
  return { long, suspect };
}

/** Counts what a value is and has below it: a character is six bytes at most (`\u0000`), and so are the marks around a text. */
function addTexts(value: unknown, count: { mostBytes: number; isSuspect: boolean }): void {
  count.mostBytes += MARKS;
  if (typeof value === 'string') {
    count.mostBytes += WIDEST * value.length;
    count.isSuspect ||= SUSPECT.test(value);
  } else if (Array.isArray(value)) {
    for (const item of value) {
      addTexts(item, count);
    }
  } else if (typeof value === 'object' && value !== null) {
    const fields: Readonly<Record<string, unknown>> = Object(value);
    for (const key in fields) {
      count.mostBytes += WIDEST * key.length;
      count.isSuspect ||= !isClean(key);
      addTexts(fields[key], count);
    }
  }
}

const WIDEST = 6;

/** More than the marks around a text and its key, or than a number takes. */
const MARKS = 36;
