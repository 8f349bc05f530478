import { groupBy } from '../core/by-key';
import { oneLine } from '../core/refusal';
import { compareSeverity, type Severity } from './finding';
import type { ToldFinding } from './review';
import { some } from './words';

/** What happens to one tenant or unit, or to several in the same way; the most dangerous first. */
export interface Block {
  /** Whom it happens to. */
  readonly heading: string;
  readonly worst: Severity;
  readonly findings: readonly ToldFinding[];
}

/** Findings by whom they happen to; those to whom the same happens stand together. */
export function blocksOf(findings: readonly ToldFinding[]): Block[] {
  const each = [...groupBy(findings, whomOf)];
  const alike = groupBy(each, ([, ofOne]) => ofOne.map(bodyOf).join('\n'));
  const blocks = [...alike.values()].flatMap((same): Block[] => {
    const [[, ofOne] = ['', []]] = same;
    const [first] = ofOne;
    const heading = some(same.map(([whom]) => whom));
    return first === undefined ? [] : [{ heading, worst: first.severity, findings: ofOne }];
  });
  return blocks.sort((one, other) => compareSeverity(other.worst, one.worst));
}

function whomOf({ unit, tenant }: ToldFinding): string {
  return oneLine([unit ?? '(fleet)', ...(tenant === undefined ? [] : [tenant])].join('/'));
}

function bodyOf({ severity, says, because = [], run = [] }: ToldFinding): string {
  return [severity, says, ...because, ...run].join('\n');
}
