import type { KubernetesObject } from './rendered-object';

/** What the JSON of an object is like, as the API server gets it. */
export interface JsonText {
  /** Its length in characters. */
  readonly length: number;
  /** Whether something in it may be what not every reader of YAML sees alike; nearly always it is not. */
  readonly isSuspect: boolean;
}

/** Half a character, which JSON writes as an escape, what is none, and control characters that JSON leaves as they are. */
const SUSPECT = /\\ud[89ab]|\p{Noncharacter_Code_Point}|[\u007f-\u009f]/u;

/** Written once, however many laws ask; the text itself is not held. */
const WRITTEN = new WeakMap<KubernetesObject, JsonText>();

/** What the JSON of an object is like. To write and search it whole takes less than to walk through the object. */
export function jsonTextOf(object: KubernetesObject): JsonText {
  const known = WRITTEN.get(object) ?? read(JSON.stringify(object));
  WRITTEN.set(object, known);
  return known;
}

function read(text: string): JsonText {
  return { length: text.length, isSuspect: SUSPECT.test(text) };
}
