import { DATA_KEY_RULE, isDataKey } from '../core/data-key';
import { refuse } from '../core/refusal';

/**
 * A value in a secret store outside of the cluster, said by its place; the value itself is never seen here. One shape
 * for `ExternalSecret` and `CsiSecret`, with the words of External Secrets, and an object, since names of secrets may
 * hold any character that a text could be divided by.
 */
export interface RemoteValue {
  /** Name or path of the secret in the store: `prod/hospital`. */
  readonly key: string;

  /**
   * The part that is meant, where the secret holds several: `password`, or `db.password` for one that is nested.
   *
   * @default - the whole secret
   */
  readonly property?: string;

  /**
   * The version that is meant.
   *
   * @default - the newest
   */
  readonly version?: string;

  /**
   * How the store keeps bytes, such as those of a keystore, if it takes only text.
   *
   * @default - nothing is decoded
   */
  readonly decode?: 'Base64';
}

/** Places of values, by the keys of the Secret that they become. */
export type RemoteValues = Readonly<Record<string, RemoteValue>>;

/** Refuses keys that no Secret can have and places that no store has. */
export function requireRemoteValues(prop: string, kind: string, id: string, values: RemoteValues): void {
  for (const [key, value] of Object.entries(values)) {
    if (!isDataKey(key)) {
      refuse({ prop: 'key', kind, id, must: DATA_KEY_RULE, got: key });
    }
    requireRemoteValue(`${prop}.${key}`, kind, id, value);
  }
}

/** Refuses a place that no store has. */
export function requireRemoteValue(prop: string, kind: string, id: string, value: RemoteValue): void {
  for (const part of ['key', 'property', 'version'] as const) {
    const text = value[part];
    if (text !== undefined && !/^[^\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?$/u.test(text)) {
      refuse({ prop: `${prop}.${part}`, kind, id, must: 'be one line of text without space around it', got: text });
    }
  }
}
