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

function waysOfRule(direction: string, peers: readonly unknown[], rule: unknown): string[] {
  const ports = listAt(rule, 'ports').map((port) => `${shown(at(port, 'port'))}/${textAt(port, 'protocol') ?? 'TCP'}`);
  const who = peers.length === 0 ? ['anywhere'] : peers.map(peerOf);
  return who.flatMap((peer) =>
    (ports.length === 0 ? ['any port'] : ports).map((port) => `${direction} ${peer} on ${port}`),
  );
}

function peerOf(peer: unknown): string {
  const cidr = textAt(peer, 'ipBlock', 'cidr');
  const labels = (key: string) => {
    const selector = at(peer, key);
    return selector === undefined ? undefined : shown(at(selector, 'matchLabels') ?? selector);
  };
  const [namespaces, pods] = [labels('namespaceSelector'), labels('podSelector')];
  return cidr ?? [pods && `pods ${pods}`, namespaces && `namespaces ${namespaces}`].filter(Boolean).join(' in ');
}
