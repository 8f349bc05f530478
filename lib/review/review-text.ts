import { oneLine } from '../core/refusal';
import { blocksOf } from './blocks';
import { SEVERITIES, type Severity } from './finding';
import type { Review, ToldFinding } from './review';
import { counted } from './words';

/** What is compared with what, in words. */
export interface Sides {
  readonly from: string;
  readonly to: string;
}

/** A review for a terminal: whom something happens to, and below it what, the most dangerous first. */
export function reviewText({ from, to }: Sides, { findings }: Pick<Review, 'findings'>): string {
  const blocks = blocksOf(findings).map(({ heading, findings: ofOne }) =>
    [heading, ...ofOne.flatMap(linesOf)].join('\n'),
  );
  return `${[`${from} → ${to}: ${summaryOf(findings)}`, ...blocks].join('\n\n')}\n`;
}

/** How many findings there are of each severity. */
export function summaryOf(findings: ReadonlyArray<{ readonly severity: Severity }>): string {
  const counts = [...SEVERITIES].reverse().flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0
      ? []
      : [severity === 'quiet' || severity === 'danger' ? `${count} ${severity}` : counted(count, severity)];
  });
  return counts.length === 0 ? 'nothing changes' : counts.join(', ');
}

const WIDTH = Math.max(...SEVERITIES.map(({ length }) => length)) + 2;

function linesOf({ severity, says, because = [], run = [] }: ToldFinding): string[] {
  const indent = ' '.repeat(2 + WIDTH);
  return [
    `  ${severity.padEnd(WIDTH)}${oneLine(says)}`,
    ...because.map((cause) => `${indent}- ${oneLine(cause)}`),
    ...run.map((command) => `${indent}$ ${oneLine(command)}`),
  ];
}
