import { markdownTable } from '../core/markdown-table';
import { sortedLines } from '../network/reach';
import { BusinessUnit } from '../unit/business-unit';
import type { Fleet } from './fleet';

/**
 * Who may talk to whom in a fleet, as a table of Markdown: a line for each way that is declared, whatever the mode of its
 * unit. Committed and compared by a test, it shows a reviewer that a new way is declared. It says nothing of a
 * NetworkPolicy that is a plain object, nor of what a patch does to one: they open more, and `review` tells it.
 */
export function reachability(fleet: Fleet): string {
  const units = fleet.node.findAll().filter(BusinessUnit.isBusinessUnit);
  const modes = units.map(({ node, network }) => [node.id, network.mode]);
  const ways = units.flatMap((unit) => unit.ways);
  return [
    ...markdownTable(['unit', 'its network is'], sortedLines(modes)),
    '',
    ...markdownTable(['from', 'to', 'port', 'because of'], sortedLines(ways)),
    '',
  ].join('\n');
}
