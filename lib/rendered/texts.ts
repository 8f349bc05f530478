import type { KubernetesObject } from './rendered-object';

/** What the texts of an object are like, keys and values. */
export interface Texts {
  /** At least as many bytes as its JSON has: a character is six at most (`\u0000`), and so are the marks around a text. */
  readonly mostBytes: number;
  /** Whether a character is among them that not every reader may see alike; nearly always there is none. */
  readonly isSuspect: boolean;
}

/** Halves of characters, what is none, and control characters that JSON leaves as they are. */
const SUSPECT = /[\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/** Looked at once, however many laws ask. */
const SEEN = new WeakMap<KubernetesObject, Texts>();

/** What the texts of an object are like. */
export function textsOf(object: KubernetesObject): Texts {
  const texts = SEEN.get(object) ?? seen(object, { mostBytes: 0, isSuspect: false });
  SEEN.set(object, texts);
  return texts;
}

/** Counts what a value is and has below it. */
function seen(value: unknown, texts: { mostBytes: number; isSuspect: boolean }): Texts {
  if (typeof value === 'string') {
    texts.mostBytes += 6 * value.length + 6;
    texts.isSuspect ||= SUSPECT.test(value);
  } else if (Array.isArray(value)) {
    for (const item of value) {
      seen(item, texts);
    }
  } else if (typeof value === 'object' && value !== null) {
    const fields: Readonly<Record<string, unknown>> = Object(value);
    for (const key in fields) {
      texts.mostBytes += 6 * key.length + 6;
      texts.isSuspect ||= SUSPECT.test(key);
      seen(fields[key], texts);
    }
  }
  texts.mostBytes += 30;
  return texts;
}
