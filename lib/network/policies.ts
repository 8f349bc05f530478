import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort, ObjectMeta } from '../../imports/k8s';
import type { Network } from './network';
import type { Reach, Way } from './reach';

type Labels = Readonly<Record<string, string>>;

/** A rule of a NetworkPolicy, whichever way it goes. */
interface PolicyRule {
  readonly peers: readonly NetworkPolicyPeer[];
  readonly ports: readonly NetworkPolicyPort[];
}

/** The policy of a whole unit: nothing gets in or out, and every pod may ask for names. */
export function renderUnitPolicy(scope: Construct, name: string, pods: Labels, network: Network): void {
  const ports = (['UDP', 'TCP'] as const).map((protocol) => ({ port: network.dnsPort, protocol }));
  new ApiObject(scope, 'network-policy', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name },
    spec: {
      podSelector: Object.keys(pods).length === 0 ? {} : { matchLabels: { ...pods } },
      policyTypes: ['Ingress', 'Egress'],
      egress: network.dns.length === 0 ? undefined : [{ to: network.dns.flatMap(({ peers }) => peers), ports }],
    },
  } satisfies NetworkPolicy);
}

/** The policy of some pods: what is declared, by numbers of ports (a name that no pod has would open them all to some). */
export function renderPodsPolicy(scope: Construct, metadata: ObjectMeta, pods: Labels, reach: Reach): void {
  new ApiObject(scope, 'network-policy', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata,
    spec: {
      podSelector: { matchLabels: { ...pods } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: Lazy.any({
        produce: () => orNone(rulesOf(reach.inbound).map(({ peers, ports }) => ({ from: peers, ports }))),
      }),
      egress: Lazy.any({
        produce: () => orNone(rulesOf(reach.outbound).map(({ peers, ports }) => ({ to: peers, ports }))),
      }),
    },
  } satisfies NetworkPolicy);
}

/** One rule for each who, with all ports that are declared for them; in an order that does not hang on that of the code. */
function rulesOf(ways: readonly Way[]): PolicyRule[] {
  const byPeers = new Map<string, { peers: readonly NetworkPolicyPeer[]; ports: Map<string, NetworkPolicyPort> }>();
  for (const { peers, ...way } of ways.map((one) => ({ ...one, peers: one.peers() }))) {
    // A rule without peers would be one for everybody.
    if (peers.length === 0) {
      continue;
    }
    const key = JSON.stringify(peers);
    const rule = byPeers.get(key) ?? { peers, ports: new Map<string, NetworkPolicyPort>() };
    rule.ports.set(`${String(way.port).padStart(5, '0')} ${way.protocol}`, { port: way.port, protocol: way.protocol });
    byPeers.set(key, rule);
  }
  return [...byPeers.keys()].sort().map((key) => {
    const { peers = [], ports = new Map<string, NetworkPolicyPort>() } = byPeers.get(key) ?? {};
    return { peers, ports: [...ports.keys()].sort().flatMap((port) => ports.get(port) ?? []) };
  });
}

/** A list, or nothing in its place: an empty one says no more than `policyTypes` does. */
function orNone<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
