import type { Finding } from '../finding';
import { waysOf } from '../network-ways';
import { nameOf } from '../object-change';
import type { ReviewRule } from '../rule';
import { some } from '../words';

/** Ways in the network that policies open or close. */
export const network: ReviewRule = ({ objects }) =>
  objects.flatMap(({ unit, tenant, before, after }): Finding[] => {
    const [one] = [after, before].flatMap((side) => side ?? []);
    if (one?.kind !== 'NetworkPolicy' || after === undefined) {
      return [];
    }
    const [old, next] = [new Set(before === undefined ? [] : waysOf(before)), new Set(waysOf(after))];
    const [opened, closed] = [[...next].filter((way) => !old.has(way)), [...old].filter((way) => !next.has(way))];
    const about = { unit, tenant, about: [one] };
    return [
      ...(before === undefined
        ? [
            {
              ...about,
              severity: 'warning' as const,
              says: `${nameOf(after)} comes: what its pods may do in the network is only what is declared${opened.length === 0 ? ', which is nothing' : `: ${some(opened, 8)}`}`,
            },
          ]
        : []),
      ...(before !== undefined && opened.length > 0
        ? [{ ...about, severity: 'notice' as const, says: `opens in the network: ${some(opened, 8)}` }]
        : []),
      ...(closed.length > 0
        ? [{ ...about, severity: 'warning' as const, says: `closes in the network: ${some(closed, 8)}` }]
        : []),
    ];
  });
