import { type Change, changeOf } from './change';
import { compareSeverity, type Finding } from './finding';
import { othersOf } from './others';
import { restingCosts } from './resting';
import type { ReviewRule } from './rule';
import { REVIEW_RULES } from './rules';

/** A finding, and the rule that found it. */
export interface ToldFinding extends Finding {
  /** Name of its file in `lib/review/rules/`, or `others`. */
  readonly rule: string;
}

/** All that is found in a change, the most dangerous first. */
export interface Review {
  readonly change: Change;
  readonly findings: readonly ToldFinding[];
}

/**
 * What the change from some files to others, each a text under its name, does to a cluster.
 *
 * @param resting the texts of the files that are the same on both sides
 */
export function reviewOf(
  from: ReadonlyMap<string, string>,
  to: ReadonlyMap<string, string>,
  resting: readonly string[] = [],
): Review {
  return reviewOfChange({ ...changeOf(from, to), resting: restingCosts(resting), restingTexts: resting });
}

/** The same of a change that is known already, by these rules beside those of every review. */
export function reviewOfChange(change: Change, more: Readonly<Record<string, ReviewRule>> = {}): Review {
  const told = Object.entries({ ...more, ...REVIEW_RULES }).flatMap(([rule, find]) =>
    find(change).map((finding) => ({ ...finding, rule })),
  );
  const others = othersOf(change, told).map((finding) => ({ ...finding, rule: 'others' }));
  const findings = [...told, ...others];
  return { change, findings: findings.sort((one, other) => compareSeverity(other.severity, one.severity)) };
}
