import type { Manifest } from '../diff/manifest';
import { at, listAt, textAt } from './read';
import { shown } from './words';

/** A direction that a policy may decide about. */
export type Direction = 'Ingress' | 'Egress';

const DIRECTIONS: readonly Direction[] = ['Ingress', 'Egress'];

/** The directions that a policy decides about; where it says none, Kubernetes reads them from its rules. */
export function directionsOf(policy: Manifest): Direction[] {
  const said = listAt(policy, 'spec', 'policyTypes');
  return said.length === 0
    ? ['Ingress', ...(listAt(policy, 'spec', 'egress').length === 0 ? [] : (['Egress'] as const))]
    : DIRECTIONS.filter((direction) => said.includes(direction));
}

/** Each way of a policy in words: direction, who, port. */
export function waysOf(policy: Manifest, ...directions: readonly Direction[]): string[] {
  return (directions.length === 0 ? DIRECTIONS : directions).flatMap((direction) =>
    direction === 'Ingress'
      ? listAt(policy, 'spec', 'ingress').flatMap((rule) => waysOfRule('from', listAt(rule, 'from'), rule))
      : listAt(policy, 'spec', 'egress').flatMap((rule) => waysOfRule('to', listAt(rule, 'to'), rule)),
  );
}

/** Whether a way is the other one, or leaves out more of its range. */
export function isWithinWay(way: string, other: string): boolean {
  const [[who, port, left], [whoElse, otherPort, leftThere]] = [partsOf(way), partsOf(other)];
  return who === whoElse && port === otherPort && leftThere.every((range) => left.includes(range));
}

function partsOf(way: string): readonly [who: string, port: string, left: readonly string[]] {
  const [, who = way, left, port = ''] = /^(\S+ \S+)(?: without (.*))? on (.*)$/.exec(way) ?? [];
  return [who, port, left?.split(' and ') ?? []];
}

function waysOfRule(direction: string, peers: readonly unknown[], rule: unknown): string[] {
  const ports = listAt(rule, 'ports').map(portOf);
  const who = peers.length === 0 ? ['anywhere'] : peers.map(peerOf);
  return who.flatMap((peer) =>
    (ports.length === 0 ? ['any port'] : ports).map((port) => `${direction} ${peer} on ${port}`),
  );
}

function portOf(port: unknown): string {
  const [from, last] = [at(port, 'port'), at(port, 'endPort')];
  const ports = last === undefined ? shown(from) : `${shown(from)}-${shown(last)}`;
  return `${ports}/${textAt(port, 'protocol') ?? 'TCP'}`;
}

function peerOf(peer: unknown): string {
  const cidr = textAt(peer, 'ipBlock', 'cidr');
  const except = listAt(peer, 'ipBlock', 'except').map(String);
  const labels = (key: string) => {
    const selector = at(peer, key);
    return selector === undefined ? undefined : shown(at(selector, 'matchLabels') ?? selector);
  };
  const [namespaces, pods] = [labels('namespaceSelector'), labels('podSelector')];
  if (cidr !== undefined) {
    return except.length === 0 ? cidr : `${cidr} without ${except.join(' and ')}`;
  }
  return [pods && `pods ${pods}`, namespaces && `namespaces ${namespaces}`].filter(Boolean).join(' in ');
}
