import type { Manifest } from '../../diff/manifest';
import type { Finding } from '../finding';
import { nameOf } from '../object-change';
import { at, listAt, textAt } from '../read';
import type { ReviewRule } from '../rule';
import { shown, some } from '../words';

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

/** Each way of a policy in words: direction, who, port. */
function waysOf(policy: Manifest): string[] {
  return [
    ...listAt(policy, 'spec', 'ingress').flatMap((rule) => waysOfRule('from', listAt(rule, 'from'), rule)),
    ...listAt(policy, 'spec', 'egress').flatMap((rule) => waysOfRule('to', listAt(rule, 'to'), rule)),
  ];
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
