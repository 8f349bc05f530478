import type { Duration } from 'cdk8s';
import { refuse } from './refusal';

/** The longest time that a manifest of ours may name: a day, in seconds. */
const DAY = 86_400;

/** A time in seconds; refuses a part of a second, less than `least`, more than a day, and what is no `Duration`. */
export function wholeSeconds(prop: string, kind: string, id: string, time: Duration, least: number): number {
  if (typeof Object(time).toMilliseconds !== 'function') {
    const instead = 'write Duration.seconds(30) or Duration.minutes(5)';
    refuse({ prop, kind, id, must: 'be a Duration', got: time, instead });
  }
  const seconds = time.toMilliseconds({ integral: false }) / 1000;
  if (!Number.isSafeInteger(seconds) || seconds < least || seconds > DAY) {
    refuse({ prop, kind, id, must: `be a whole number of seconds from ${least} to ${DAY}`, got: seconds });
  }
  return seconds;
}
