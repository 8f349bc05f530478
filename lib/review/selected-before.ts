import type { Manifest } from '../diff/manifest';
import { selects } from '../rendered/pod-index';
import type { LabelSelector } from '../rendered/rendered-object';
import type { Change } from './change';
import { type Direction, directionsOf } from './network-ways';
import { at } from './read';
import { restingObjects } from './resting-objects';

/** Which pods of a policy some policy selected already. */
export type Selected = 'all' | 'some' | 'none';

/** Kinds whose pods are looked at. */
const MAKERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Rollout'];

/** Which of the pods that a policy selects were selected in this direction before it, as far as the files show. */
export function selectedBefore(change: Change, policy: Manifest, direction: Direction): Selected {
  const { namespace = '' } = policy.metadata;
  const there = (kind: string) => [
    ...change.before.filter((one) => one.kind === kind && one.metadata.namespace === namespace),
    ...restingObjects(change, kind, namespace),
  ];
  const others = there('NetworkPolicy').filter((other) => directionsOf(other).includes(direction));
  if (others.some((other) => isWithin(selectorOf(policy), selectorOf(other)))) {
    return 'all';
  }
  if (others.length === 0) {
    return 'none';
  }
  const pods = MAKERS.flatMap(there)
    .map(labelsOf)
    .filter((labels) => selects(selectorOf(policy), labels));
  const selected = pods.filter((labels) => others.some((other) => selects(selectorOf(other), labels)));
  if (selected.length === 0) {
    return 'none';
  }
  return selected.length === pods.length ? 'all' : 'some';
}

/** Whether a selector takes no pod that the other does not take, by their words. */
function isWithin(one: LabelSelector, other: LabelSelector): boolean {
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
