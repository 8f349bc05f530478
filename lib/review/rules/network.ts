import type { Manifest } from '../../diff/manifest';
import type { Change } from '../change';
import type { Finding, Severity } from '../finding';
import { type Direction, directionsOf, isWithinWay, waysOf } from '../network-ways';
import { nameOf, type ObjectChange } from '../object-change';
import type { ReviewRule } from '../rule';
import { isOfNobody, isSameSelector, policiesOver, type Side, selectedOn } from '../selected';
import { some } from '../words';

/** Ways in the network that policies open or close. */
export const network: ReviewRule = (change) =>
  change.objects.flatMap((one): Finding[] => {
    const { after, before } = one;
    if (after?.kind !== 'NetworkPolicy') {
      return [];
    }
    return before === undefined ? comes(change, one) : changes(change, { ...one, before, after });
  });

/** Policies add up: one beside others only opens, and the first one that selects a pod shuts all that it does not name. */
function comes(change: Change, { unit, tenant, after }: ObjectChange): Finding[] {
  if (after === undefined) {
    return [];
  }
  const about = { unit, tenant, about: [after] };
  const selected = directionsOf(after).map(
    (direction) => [direction, selectedOn(change, 'before', after, direction)] as const,
  );
  const beside = selected.flatMap(([direction, which]) => (which === 'none' ? [] : [direction]));
  const first = selected.flatMap(([direction, which]) => (which === 'all' ? [] : [direction]));
  const opened = added(change, 'before', after);
  const isShared = beside.some((direction) => first.includes(direction));
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
            says: `${nameOf(after)} comes: ${onlyOf(after, first, isShared)}`,
          },
        ]),
  ];
}

/** What the pods may do that a policy is the first to select. */
function onlyOf(policy: Manifest, first: readonly Direction[], isShared: boolean): string {
  const left = first.flatMap((direction) => waysOf(policy, direction));
  const only = first.length === 1 ? ONLY[first[0] ?? 'Ingress'] : 'what its pods may do in the network is only';
  return `${isShared ? 'of pods that no policy selected yet, ' : ''}${only} what is declared${left.length === 0 ? ', which is nothing' : `: ${some(left, 8)}`}`;
}

const ONLY: Readonly<Record<Direction, string>> = {
  Ingress: 'what gets to its pods in the network is only',
  Egress: 'what its pods get to in the network is only',
};

/** A policy that selects other pods, or decides about another direction, is the old one that leaves and a new one that comes. */
function changes(change: Change, one: Required<Pick<ObjectChange, 'before' | 'after'>> & ObjectChange): Finding[] {
  const { unit, tenant, before, after, isUpdate } = one;
  const about = { unit, tenant, about: [after] };
  // Under another name the old one stays where it is, until somebody deletes it.
  const [opened, closed] = isUpdate
    ? [added(change, 'before', after, before), added(change, 'after', before, after)]
    : [beyond(waysOf(after), waysOf(before)), beyond(waysOf(before), waysOf(after))];
  const [shut, free] = isUpdate
    ? [unselected(change, 'before', after, before), unselected(change, 'after', before, after)]
    : [[], []];
  return [
    ...(opened.length > 0
      ? [{ ...about, severity: openingSeverity(opened), says: `opens in the network: ${some(opened, 8)}` }]
      : []),
    ...(closed.length > 0
      ? [{ ...about, severity: 'warning' as const, says: `closes in the network: ${some(closed, 8)}` }]
      : []),
    ...(free.length > 0
      ? [
          {
            ...about,
            severity: 'warning' as const,
            says: `opens in the network, for pods that no policy selects any more: ${free.map((direction) => EVERYTHING[direction]).join(', ')}`,
          },
        ]
      : []),
    ...(shut.length > 0
      ? [
          {
            ...about,
            severity: 'warning' as const,
            says: `${nameOf(after)} shuts more: ${onlyOf(after, shut, !isSameSelector(before, after))}`,
          },
        ]
      : []),
  ];
}

const EVERYTHING: Readonly<Record<Direction, string>> = {
  Ingress: 'from anywhere on any port',
  Egress: 'to anywhere on any port',
};

/** The directions in which pods of a policy are selected by no policy of a side, where that makes a difference. */
function unselected(change: Change, side: Side, policy: Manifest, other: Manifest): Direction[] {
  const directions = directionsOf(policy).filter(
    (direction) =>
      !isHeldBy(other, policy, direction) &&
      !waysOf(policy, direction).includes(EVERYTHING[direction]) &&
      selectedOn(change, side, policy, direction) !== 'all',
  );
  return directions.length > 0 && isOfNobody(change, side, policy) ? [] : directions;
}

/** The ways of a policy that its pods do not have on a side by others, in directions in which these pods are selected there. */
function added(change: Change, side: Side, policy: Manifest, other?: Manifest): string[] {
  return directionsOf(policy).flatMap((direction) => {
    // Others are looked for only where they can matter: that reads all files of the namespace.
    const known = isHeldBy(other, policy, direction) ? waysOf(other, direction) : [];
    const ways = beyond(waysOf(policy, direction), known);
    if (ways.length === 0 || selectedOn(change, side, policy, direction) === 'none') {
      return [];
    }
    const over = policiesOver(change, side, policy, direction);
    const isOnly = other !== undefined && selectedOn(change, side, policy, direction, other) === 'none';
    return beyond(
      ways,
      (isOnly ? [...over, other] : over).flatMap((one) => waysOf(one, direction)),
    );
  });
}

/** Whether the other side of a policy decides in this direction about the same pods. */
function isHeldBy(other: Manifest | undefined, policy: Manifest, direction: Direction): other is Manifest {
  return other !== undefined && directionsOf(other).includes(direction) && isSameSelector(policy, other);
}

/** The ways that are not among others. */
function beyond(ways: readonly string[], others: readonly string[]): string[] {
  return [...new Set(ways)].filter((way) => !others.some((other) => isWithinWay(way, other)));
}

/** A way for everybody, or to everywhere, is to be looked at. */
function openingSeverity(ways: readonly string[]): Severity {
  return ways.some((way) => /^(from|to) (anywhere|0\.0\.0\.0\/0|::\/0) /.test(way)) ? 'warning' : 'notice';
}
