import type { Manifest } from '../diff/manifest';
import { selects } from '../rendered/pod-index';
import type { LabelSelector } from '../rendered/rendered-object';
import type { Change } from './change';
import { type Direction, directionsOf } from './network-ways';
import { at } from './read';
import { restingObjects } from './resting-objects';

/** Which pods of a policy some policy selects. */
export type Selected = 'all' | 'some' | 'none';

/** A side of a change. */
export type Side = 'before' | 'after';

/** Kinds whose pods are looked at. */
const MAKERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Rollout'];

/** Which of the pods that a policy selects are selected on a side in this direction, as far as the files show. */
export function selectedOn(
  change: Change,
  side: Side,
  policy: Manifest,
  direction: Direction,
  but?: Manifest,
): Selected {
  const others = policiesOn(change, side, policy, direction).filter((other) => other !== but);
  if (others.some((other) => isWithin(policy, other))) {
    return 'all';
  }
  if (others.length === 0) {
    return 'none';
  }
  const pods = podsOn(change, side, policy);
  const selected = pods.filter((labels) => others.some((other) => selects(selectorOf(other), labels)));
  if (selected.length === 0) {
    return 'none';
  }
  return selected.length === pods.length ? 'all' : 'some';
}

/** The policies of a side that hold in this direction for all pods that a policy selects. */
export function policiesOver(change: Change, side: Side, policy: Manifest, direction: Direction): Manifest[] {
  return policiesOn(change, side, policy, direction).filter((other) => isWithin(policy, other));
}

/** Whether the pods that a policy selects are only on the other side: they are made with other labels. */
export function isOfNobody(change: Change, side: Side, policy: Manifest): boolean {
  const there = side === 'before' ? 'after' : 'before';
  return podsOn(change, side, policy).length === 0 && podsOn(change, there, policy).length > 0;
}

/** Whether two policies select by the same words. */
export function isSameSelector(one: Manifest, other: Manifest): boolean {
  return isWithin(one, other) && isWithin(other, one);
}

function policiesOn(change: Change, side: Side, policy: Manifest, direction: Direction): Manifest[] {
  return beside(change, side, policy, 'NetworkPolicy').filter((other) => directionsOf(other).includes(direction));
}

function podsOn(change: Change, side: Side, policy: Manifest): ReadonlyArray<Readonly<Record<string, string>>> {
  return MAKERS.flatMap((kind) => beside(change, side, policy, kind))
    .map(labelsOf)
    .filter((labels) => selects(selectorOf(policy), labels));
}

/** The objects of a kind in the namespace of a policy. */
function beside(change: Change, side: Side, policy: Manifest, kind: string): Manifest[] {
  const { namespace = '' } = policy.metadata;
  return [
    ...change[side].filter((one) => one.kind === kind && one.metadata.namespace === namespace),
    ...restingObjects(change, kind, namespace),
  ];
}

/** Whether a policy selects no pod that the other does not select, by their words. */
function isWithin(policy: Manifest, of: Manifest): boolean {
  const [one, other] = [selectorOf(policy), selectorOf(of)];
  const asked = Object.entries(Object(other.matchLabels));
  const says: Readonly<Record<string, unknown>> = Object(one.matchLabels);
  const lines = new Set((one.matchExpressions ?? []).map((line) => JSON.stringify(line)));
  return (
    asked.every(([key, value]) => says[key] === value) &&
    (other.matchExpressions ?? []).every((line) => lines.has(JSON.stringify(line)))
  );
}

function selectorOf(policy: Manifest): LabelSelector {
  const { matchLabels, matchExpressions }: LabelSelector = Object(at(policy, 'spec', 'podSelector'));
  return { matchLabels: matchLabels ?? undefined, matchExpressions: matchExpressions ?? undefined };
}

function labelsOf(maker: Manifest): Readonly<Record<string, string>> {
  return Object(at(maker, 'spec', 'template', 'metadata', 'labels'));
}
