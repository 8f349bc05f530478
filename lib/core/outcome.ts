import { types } from 'node:util';

/** What an action gave, or what it threw. */
export type Outcome<T> = { readonly value: T } | { readonly thrown: unknown };

/** The outcome of an action, for a report that names the mistakes of several at once. */
export function outcomeOf<T>(action: () => T): Outcome<T> {
  try {
    return { value: action() };
  } catch (thrown) {
    return { thrown };
  }
}

/** The text of something thrown. */
export function textOf(thrown: unknown): string {
  return types.isNativeError(thrown) ? thrown.message : String(thrown);
}

/** The code of an error of the system, `ENOSPC` and the like; '' of any other. */
export function codeOf(thrown: unknown): string {
  return types.isNativeError(thrown) && 'code' in thrown ? String(thrown.code) : '';
}

/** Does what may as well be left to the next run. */
export function tidy(action: () => unknown): void {
  outcomeOf(action);
}
