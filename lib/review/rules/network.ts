import type { Change } from '../change';
import type { Finding, Severity } from '../finding';
import { type Direction, directionsOf, waysOf } from '../network-ways';
import { nameOf, type ObjectChange } from '../object-change';
import type { ReviewRule } from '../rule';
import { selectedBefore } from '../selected-before';
import { some } from '../words';

/** Ways in the network that policies open or close. */
export const network: ReviewRule = (change) =>
  change.objects.flatMap((one): Finding[] => {
    const { after, before } = one;
    if (after?.kind !== 'NetworkPolicy') {
      return [];
    }
    return before === undefined ? comes(change, one) : changes(one);
  });

/** Policies add up: one beside others only opens, and the first one that selects a pod shuts all that it does not name. */
function comes(change: Change, { unit, tenant, after }: ObjectChange): Finding[] {
  if (after === undefined) {
    return [];
  }
  const about = { unit, tenant, about: [after] };
  const ways = (directions: readonly Direction[]) => directions.flatMap((direction) => waysOf(after, direction));
  const selected = directionsOf(after).map(
    (direction) => [direction, selectedBefore(change, after, direction)] as const,
  );
  const beside = selected.flatMap(([direction, which]) => (which === 'none' ? [] : [direction]));
  const first = selected.flatMap(([direction, which]) => (which === 'all' ? [] : [direction]));
  const [opened, left] = [ways(beside), ways(first)];
  const isShared = beside.some((direction) => first.includes(direction));
  const only = first.length === 1 ? ONLY[first[0] ?? 'Ingress'] : 'what its pods may do in the network is only';
  return [
    ...(opened.length === 0
      ? []
      : [
          {
            ...about,
            severity: openingSeverity(opened),
            says: `${nameOf(after)} comes beside others and opens in the network, since policies add up: ${some(opened, 8)}`,
          },
        ]),
    ...(first.length === 0
      ? []
      : [
          {
            ...about,
            severity: 'warning' as const,
            says: `${nameOf(after)} comes: ${isShared ? 'of pods that no policy selected yet, ' : ''}${only} what is declared${left.length === 0 ? ', which is nothing' : `: ${some(left, 8)}`}`,
          },
        ]),
  ];
}

const ONLY: Readonly<Record<Direction, string>> = {
  Ingress: 'what gets to its pods in the network is only',
  Egress: 'what its pods get to in the network is only',
};

function changes({ unit, tenant, before, after }: ObjectChange): Finding[] {
  if (before === undefined || after === undefined) {
    return [];
  }
  const [old, next] = [new Set(waysOf(before)), new Set(waysOf(after))];
  const [opened, closed] = [[...next].filter((way) => !old.has(way)), [...old].filter((way) => !next.has(way))];
  const about = { unit, tenant, about: [after] };
  return [
    ...(opened.length > 0
      ? [{ ...about, severity: openingSeverity(opened), says: `opens in the network: ${some(opened, 8)}` }]
      : []),
    ...(closed.length > 0
      ? [{ ...about, severity: 'warning' as const, says: `closes in the network: ${some(closed, 8)}` }]
      : []),
  ];
}

/** A way for everybody, or to everywhere, is to be looked at. */
function openingSeverity(ways: readonly string[]): Severity {
  return ways.some((way) => /^(from|to) (anywhere|0\.0\.0\.0\/0|::\/0) /.test(way)) ? 'warning' : 'notice';
}
