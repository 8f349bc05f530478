import type { NetworkPolicyPeer } from '../../imports/k8s';
import { type Cidr, requireCidrs } from '../core/cidr';
import { isDnsLabel, isDnsSubdomain } from '../core/dns-name';
import { ipFamily } from '../core/ip-family';
import { requireLabels } from '../core/labels';
import { isPortNumber } from '../core/port-number';
import { refuse, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import { Peer, podsOf } from '../network/peer';

/** Where a Service of the cluster is, and which pods stand behind it. */
export interface InClusterProps {
  /** Namespace of the Service. */
  readonly namespace: string;
  /** Port of the Service, and of the pods behind it. From 1 to 65535. */
  readonly port: number;
  /** Labels of the pods behind it: what a NetworkPolicy can see of a Service. */
  readonly pods: Readonly<Record<string, string>>;
}

/**
 * A system that tenants call, said once and handed to whatever calls it: a datasource, a tracer, `calls` of a tenant. In a
 * unit whose network is isolated each opens the way to it, by addresses and labels, since a NetworkPolicy cannot match a
 * DNS name.
 */
export class Endpoint {
  /** A system outside the cluster: its name or address, its port, and the addresses that it may have. */
  public static outside(host: string, port: number, ranges: readonly [Cidr, ...Cidr[]]): Endpoint {
    if (!isDnsSubdomain(host) && ipFamily(host) === 0) {
      refuse({ prop: 'host', kind: 'endpoint', id: host, must: 'be a host name or an address', got: host });
    }
    requireCidrs('ranges', 'endpoint', host, ranges);
    const peers = ranges.map((cidr) => ({ ipBlock: { cidr } }));
    return new Endpoint(ipFamily(host) === 6 ? `[${host}]` : host, port, peers, `${host} (${ranges.join(', ')})`);
  }

  /** A Service of the cluster. */
  public static inCluster(service: string, props: InClusterProps): Endpoint {
    requireProps('endpoint', service, props, { namespace: "'databases'", port: '5432', pods: "{ app: 'postgresql' }" });
    const { namespace, port, pods } = props;
    for (const [prop, got] of Object.entries({ service, namespace })) {
      if (!isDnsLabel(got)) {
        refuse({ prop, kind: 'endpoint', id: service, must: 'be a name that Kubernetes takes', got });
      }
    }
    if (Object.keys(pods).length === 0) {
      const instead = 'a NetworkPolicy sees pods, not Services';
      refuse({
        prop: 'pods',
        kind: 'endpoint',
        id: service,
        must: 'name labels of its pods',
        got: verbatim('none'),
        instead,
      });
    }
    requireLabels({ prop: 'pods', kind: 'endpoint', id: service }, pods);
    return new Endpoint(
      `${service}.${namespace}.svc`,
      port,
      [podsOf(namespace, pods)],
      Peer.pods(namespace, pods).text,
    );
  }

  private constructor(
    /** Name or address, as a URL shows it. */
    public readonly host: string,
    /** Port. */
    public readonly port: number,
    /** The same, as a NetworkPolicy shows it. */
    public readonly peers: readonly NetworkPolicyPeer[],
    /** The same in words. */
    public readonly text: string,
    /** What is spoken below: UDP where a part of the configuration asks so (`overUdp`). */
    public readonly protocol: 'TCP' | 'UDP' = 'TCP',
  ) {
    if (!isPortNumber(port)) {
      refuse({ prop: 'port', kind: 'endpoint', id: host, must: 'be a whole number from 1 to 65535', got: port });
    }
  }

  /** The same system, asked over UDP: the agent of Jaeger. */
  public overUdp(): Endpoint {
    return new Endpoint(this.host, this.port, this.peers, this.text, 'UDP');
  }

  /** Host and port, as a URL shows them. */
  public get address(): string {
    return `${this.host}:${this.port}`;
  }
}
