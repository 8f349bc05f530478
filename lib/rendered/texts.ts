import type { KubernetesObject } from './rendered-object';

/** What the texts of an object are like, keys and values. */
export interface Texts {
  /** At least as many bytes as its JSON has: a character is three at most. */
  readonly mostBytes: number;
  /** Whether a character is among them that not every reader may see alike; nearly always there is none. */
  readonly isSuspect: boolean;
}

/** Halves of characters, which JSON writes as numbers where they are alone, what is none, and control characters. */
const SUSPECT = /[\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|\\ud/;

/** Looked at once, however many laws ask. */
const SEEN = new WeakMap<KubernetesObject, Texts>();

/** What the texts of an object are like. */
export function textsOf(object: KubernetesObject): Texts {
  const texts = SEEN.get(object) ?? seen(object);
  SEEN.set(object, texts);
  return texts;
}

function seen(object: KubernetesObject): Texts {
  const json = JSON.stringify(object);
  return { mostBytes: 3 * json.length, isSuspect: SUSPECT.test(json) };
}
