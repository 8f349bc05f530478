import type { MiRelease } from '../release/mi-release';
import type { Here } from './here';
import type { Rendered } from './leaves';

/** What a field has become: the same, something else, something better (and why), or something worse. */
export interface Verdict {
  readonly verdict: 'equal' | 'other' | 'better' | 'worse';
  /**
   * Why it is another or better, or what is missing.
   *
   * @default - it is the same
   */
  readonly because?: string;
}

/** The same in other words, or where it always was. */
export const EQUAL: Verdict = { verdict: 'equal' };

/** Something that is better, and why. */
export function better(because: string): Verdict {
  return { verdict: 'better', because };
}

/** Something that the server does otherwise, which is for whoever imports to judge, and why. */
export function other(because: string): Verdict {
  return { verdict: 'other', because };
}

/** Something that the chart says and the fleet does not. */
export function worse(here: unknown): Verdict {
  return { verdict: 'worse', because: `here it is ${here === undefined ? 'not there' : JSON.stringify(here)}` };
}

/** The same value, or worse. */
export function same(theirs: unknown, ours: unknown): Verdict {
  return String(theirs) === String(ours) ? EQUAL : worse(ours);
}

/** What a verdict is given by. */
export interface Sides {
  readonly here: Here;
  readonly theirs: readonly Rendered[];
  readonly release: MiRelease;
}
