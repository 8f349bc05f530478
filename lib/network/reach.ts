import type { NetworkPolicyPeer } from '../../imports/k8s';

/** A way that is declared: who is at its other end, to which port the connection is, and because of what. */
export interface Way {
  /** Who is at the other end, in words. */
  readonly who: string;
  /** The same, as a NetworkPolicy shows it; known when the fleet is. */
  peers(): readonly NetworkPolicyPeer[];
  /** The port that is listened on: of the pod that is asked. */
  readonly port: number;
  /** What is spoken below HTTP. */
  readonly protocol: 'TCP' | 'UDP';
  /** What declares it. */
  readonly because: string;
}

/** Somebody at the other end: a `Peer`, an `Endpoint`. */
interface End {
  readonly text: string;
  readonly peers: readonly NetworkPolicyPeer[];
  readonly protocol?: 'TCP' | 'UDP';
}

/** The way from or to somebody, by this port. */
export function wayOf({ text, peers, protocol = 'TCP' }: End, port: number, because: string): Way {
  return { who: text, peers: () => peers, port, protocol, because };
}

/** Who may ask some pods, and whom they may ask. Complete when the fleet is, so to be read lazily. */
export class Reach {
  private readonly into: Way[] = [];
  private readonly outOf: Way[] = [];
  private readonly said: string[] = [];

  /** @param of whose pods, as tables show it: `retail/orders` */
  public constructor(public readonly of: string) {}

  /** Lets somebody ask the pods. */
  public admit(...ways: readonly Way[]): void {
    this.into.push(...ways);
  }

  /** Lets the pods ask somebody. */
  public call(...ways: readonly Way[]): void {
    this.outOf.push(...ways);
  }

  /** Takes down what whoever reads of the pods should look at. */
  public remark(...remarks: readonly string[]): void {
    this.said.push(...remarks);
  }

  /** What whoever reads of the pods should look at. */
  public get remarks(): readonly string[] {
    return this.said;
  }

  /** Who may ask the pods. */
  public get inbound(): readonly Way[] {
    return this.into;
  }

  /** Whom the pods may ask. */
  public get outbound(): readonly Way[] {
    return this.outOf;
  }

  /** Both as lines of a table: from, to, port, because of what; each once, sorted. */
  public get lines(): string[][] {
    const portOf = ({ port, protocol }: Way) => (protocol === 'TCP' ? `${port}` : `${port} ${protocol}`);
    return [
      ...this.into.map((way) => [way.who, this.of, portOf(way), way.because]),
      ...this.outOf.map((way) => [this.of, way.who, portOf(way), way.because]),
    ];
  }
}

/** Lines of tables, each once, in the order of their letters. */
export function sortedLines(lines: readonly string[][]): string[][] {
  const byText = new Map(lines.map((line) => [line.join(' | '), line]));
  return [...byText.keys()].sort().map((text) => byText.get(text) ?? []);
}
