import type { IConstruct } from 'constructs';
import { isPortNumber } from '../core/port-number';
import { refuse } from '../core/refusal';
import { Peer } from './peer';

/** Who may reach the tenants of a unit beside load balancers and callers, and where their pods ask for names. */
export interface NetworkProps {
  /**
   * Who collects metrics: `[Peer.pods('monitoring', { 'app.kubernetes.io/name': 'prometheus' })]`. They reach port 9201 of
   * tenants with `config.metrics`, where the Management API answers too, to whoever logs in.
   *
   * @default - nobody
   */
  readonly scrapers?: readonly Peer[];

  /**
   * Who may ask the Management API, port 9164, which is then in the Services of an isolated unit too. `kubectl port-forward` to a pod needs none.
   *
   * @default - nobody, and 9164 is in no Service of an isolated unit but those of tenants with a Route.management or a dashboard
   */
  readonly operators?: readonly Peer[];

  /**
   * Who answers for names. With NodeLocal DNSCache also its address: `Peer.ranges('169.254.20.10/32')`.
   *
   * @default [Peer.pods('kube-system', { 'k8s-app': 'kube-dns' })]
   */
  readonly dns?: readonly Peer[];

  /**
   * Port of those pods, which on OpenShift is 5353. From 1 to 65535.
   *
   * @default 53
   */
  readonly dnsPort?: number;
}

/**
 * What the pods of a unit may talk to. What is declared is known in every mode: the sources of load balancers, callers
 * and calls, named endpoints; the mode says what is made of it. `reachability(fleet)` is the table.
 */
export class Network {
  /**
   * Nothing gets in or out but what is declared (NetworkPolicies): what a unit has that says nothing. A cluster whose
   * network enforces none lets all through.
   */
  public static isolated(props: NetworkProps = {}): Network {
    return new Network('isolated', props);
  }

  /**
   * Nothing is enforced; the head of the unit's file lists what `isolated` would let through, to be held against what the
   * images really call (docs/network.md).
   */
  public static audit(props: NetworkProps = {}): Network {
    return new Network('audit', props);
  }

  /** Nothing is enforced, and nothing listed in the unit's file: everybody talks to everybody, and 9164 is in the Services. */
  public static open(props: NetworkProps = {}): Network {
    return new Network('open', props);
  }

  /** Who collects metrics. */
  public readonly scrapers: readonly Peer[];
  /** Who may ask the Management API. */
  public readonly operators: readonly Peer[];
  /** Who answers for names. */
  public readonly dns: readonly Peer[];
  /** Port of those. */
  public readonly dnsPort: number;

  private constructor(
    /** What is made of that which is declared. */
    public readonly mode: 'isolated' | 'audit' | 'open',
    { scrapers = [], operators = [], dns = [CLUSTER_DNS], dnsPort = 53 }: NetworkProps,
  ) {
    if (!isPortNumber(dnsPort)) {
      const must = 'be a whole number from 1 to 65535';
      refuse({ prop: 'dnsPort', kind: 'network', id: mode, must, got: dnsPort });
    }
    this.scrapers = [...scrapers];
    this.operators = [...operators];
    this.dns = [...dns];
    this.dnsPort = dnsPort;
  }
}

/** The label that the DNS of a cluster has, CoreDNS too (kubernetes/cluster/addons/dns). */
const CLUSTER_DNS = Peer.pods('kube-system', { 'k8s-app': 'kube-dns' });

/** Where the tree keeps that of the fleet, so that whoever stands in it can ask without knowing the fleet. */
const KEY = 'cdk8s-wso2-mi/network';

/** Tells all below `root` what their network is unless they say it; before the first of them is made. */
export function setNetwork(root: IConstruct, network: Network | undefined): void {
  root.node.setContext(KEY, network);
}

/** What the pods of a unit that says nothing may talk to. */
export function networkOf(construct: IConstruct): Network {
  return construct.node.tryGetContext(KEY) ?? Network.isolated();
}
