import { nameOf } from './object-change';
import type { Review } from './review';
import type { Sides } from './review-text';

/** A review for programs: each finding with the names of the objects that it speaks of. */
export function reviewJson(sides: Sides, { findings }: Pick<Review, 'findings'>): string {
  const told = findings.map(({ about, ...finding }) => ({ ...finding, objects: about.map(nameOf) }));
  return `${JSON.stringify({ ...sides, worst: findings[0]?.severity ?? 'quiet', findings: told }, undefined, 2)}\n`;
}
