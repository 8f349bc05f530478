import { isIP } from 'node:net';
import type { NetworkPolicyPeer } from '../../imports/k8s';
import { type Cidr, requireCidrs } from '../core/cidr';
import { isDnsLabel, isDnsSubdomain } from '../core/dns-name';
import { refuse } from '../core/refusal';
import { requireProps } from '../core/required';

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
 * A system that tenants call, said once and handed to whatever calls it: a datasource, a tracer. It says by which
 * addresses and labels a NetworkPolicy would let it through, since that cannot match a DNS name; none is rendered yet.
 */
export class Endpoint {
  /** A system outside the cluster: its name or address, its port, and the addresses that it may have. */
  public static outside(host: string, port: number, ranges: readonly [Cidr, ...Cidr[]]): Endpoint {
    if (!isDnsSubdomain(host) && isIP(host) === 0) {
      refuse({ prop: 'host', kind: 'endpoint', id: host, must: 'be a host name or an address', got: host });
    }
    requireCidrs('ranges', 'endpoint', host, ranges);
    return new Endpoint(
      isIP(host) === 6 ? `[${host}]` : host,
      port,
      ranges.map((cidr) => ({ ipBlock: { cidr } })),
    );
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
      refuse({ prop: 'pods', kind: 'endpoint', id: service, must: 'name labels of its pods', got: '', instead });
    }
    return new Endpoint(`${service}.${namespace}.svc`, port, [
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
        podSelector: { matchLabels: { ...pods } },
      },
    ]);
  }

  private constructor(
    /** Name or address, as a URL shows it. */
    public readonly host: string,
    /** Port. */
    public readonly port: number,
    /** The same, as a NetworkPolicy shows it. */
    public readonly peers: readonly NetworkPolicyPeer[],
  ) {
    if (!Number.isSafeInteger(port) || port < 1 || port > 65_535) {
      refuse({ prop: 'port', kind: 'endpoint', id: host, must: 'be a whole number from 1 to 65535', got: port });
    }
  }

  /** Host and port, as a URL shows them. */
  public get address(): string {
    return `${this.host}:${this.port}`;
  }
}
