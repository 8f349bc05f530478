import type { Manifest } from '../diff/manifest';

/** How dangerous a finding is, the least first: nothing at run time, to be known, to be looked at, to be stopped for. */
export const SEVERITIES = ['quiet', 'notice', 'warning', 'danger'] as const;

/** How dangerous a finding is. */
export type Severity = (typeof SEVERITIES)[number];

/** What a change will do, in one sentence, with what it comes from and what to do about it. */
export interface Finding {
  /** How dangerous it is. */
  readonly severity: Severity;
  /**
   * The unit that it happens to.
   *
   * @default - the whole fleet, or an object of no unit
   */
  readonly unit?: string;
  /**
   * The tenant that it happens to.
   *
   * @default - the unit as a whole
   */
  readonly tenant?: string;
  /** What happens. */
  readonly says: string;
  /**
   * What it comes from: image, configuration key, base, field.
   *
   * @default - what happens says it
   */
  readonly because?: readonly string[];
  /**
   * Commands that lead out of it, or that are needed beside the apply.
   *
   * @default - an apply is enough
   */
  readonly run?: readonly string[];
  /** The objects that it speaks of; a change that no finding speaks of is told by its fields. */
  readonly about: readonly Manifest[];
}

/** The more dangerous of two. */
export function compareSeverity(one: Severity, other: Severity): number {
  return SEVERITIES.indexOf(one) - SEVERITIES.indexOf(other);
}
