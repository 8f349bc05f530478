import type { NetworkPolicyPeer } from '../../imports/k8s';
import { type Cidr, isNetwork, requireCidrs } from '../core/cidr';
import { isDnsLabel } from '../core/dns-name';
import { requireLabels } from '../core/labels';
import { refuse } from '../core/refusal';

/** Who is at the other end of a connection, as a NetworkPolicy can tell: pods by their labels, or addresses. */
export class Peer {
  /**
   * Pods of a namespace.
   *
   * @param namespace its name, as the cluster has it
   * @param labels the labels of the pods, such as Kubernetes takes; all pods of the namespace if they are left out
   */
  public static pods(namespace: string, labels: Readonly<Record<string, string>> = {}): Peer {
    if (!isDnsLabel(namespace)) {
      refuse({ prop: 'namespace', kind: 'peer', id: namespace, must: 'name a namespace', got: namespace });
    }
    requireLabels({ prop: 'labels', kind: 'peer', id: namespace }, labels);
    return new Peer(`${podsText(labels)} of namespace ${namespace}`, [podsOf(namespace, labels)]);
  }

  /**
   * Addresses: of load balancers that are no pods, of nodes (a pod in the host's network has the address of its node), of
   * machines outside. Each written by its first address: `10.20.0.0/16`.
   */
  public static ranges(...ranges: readonly [Cidr, ...Cidr[]]): Peer {
    const id = ranges.join(', ');
    requireCidrs('ranges', 'peer', id, ranges);
    for (const got of ranges.filter((range) => !isNetwork(range))) {
      refuse({ prop: 'ranges', kind: 'peer', id, must: 'be written by their first address', got });
    }
    return new Peer(
      id,
      ranges.map((cidr) => ({ ipBlock: { cidr } })),
    );
  }

  private constructor(
    /** The same in words. */
    public readonly text: string,
    /** The same, as a NetworkPolicy shows it. */
    public readonly peers: readonly NetworkPolicyPeer[],
  ) {}
}

/** Pods with these labels in a namespace, as a NetworkPolicy shows them; the label of the namespace is the API server's own. */
export function podsOf(namespace: string, labels: Readonly<Record<string, string>>): NetworkPolicyPeer {
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    ...(Object.keys(labels).length === 0 ? {} : { podSelector: { matchLabels: { ...labels } } }),
  };
}

function podsText(labels: Readonly<Record<string, string>>): string {
  const all = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return all.length === 0 ? 'all pods' : `pods ${all.join(',')}`;
}
