import type { Construct, IConstruct } from 'constructs';
import { type Refusal, verbatim } from '../core/refusal';
import { entryOf, type HostOwner } from '../route/host-book';
import type { Route } from '../route/route';
import type { Tls } from '../route/tls';
import type { BusinessUnit } from '../unit/business-unit';

/** A route of a unit, and the gateway that asks for it. */
export interface HostClaim {
  readonly by: Construct;
  readonly unit: BusinessUnit;
  readonly route: Route;
}

/** The book and the certificates of a load balancer, and how its controller writes paths. */
export interface HostsOfEdge {
  readonly id: string;
  readonly hosts: ReadonlyMap<string, HostOwner>;
  readonly certificates: ReadonlyMap<string, Tls>;
  readonly paths: 'literal' | 'regex';
}

/** A route that was given, and through which load balancer. */
export type GivenClaim = HostClaim & { readonly edge: HostsOfEdge };

/**
 * What one server serves, such as an IngressClass, through however many load balancers of a fleet: it sees the objects
 * of all of them alike, so that whatever must be once on a load balancer must be once on its server.
 */
export class ServedHosts {
  /** What a server serves in a fleet, the same for all of its load balancers. */
  public static of(fleet: IConstruct, server: string): ServedHosts {
    const known = registers.get(fleet) ?? new Map<string, ServedHosts>();
    registers.set(fleet, known);
    const served = known.get(server) ?? new ServedHosts(server);
    known.set(server, served);
    return served;
  }

  /** The servers of a fleet, each with the hosts that have a route. */
  public static inFleet(fleet: IConstruct): ReadonlyMap<string, readonly string[]> {
    return new Map([...(registers.get(fleet) ?? [])].map(([server, { byHost }]) => [server, [...byHost.keys()]]));
  }

  /** The route of each host and path. */
  public readonly byText = new Map<string, GivenClaim>();
  /** The first route of each host. */
  public readonly byHost = new Map<string, GivenClaim>();
  /** The route of each host that is passed through. */
  public readonly passed = new Map<string, GivenClaim>();
  /** Routes to management, by their host and its domain. */
  public readonly management = new Map<string, GivenClaim>();
  /** The first route of each host that does not lead to management. */
  public readonly open = new Map<string, GivenClaim>();

  private readonly edges: HostsOfEdge[] = [];

  private constructor(
    /** Who serves them, as messages show it: `IngressClass nginx`. */
    private readonly server: string,
  ) {}

  /** Takes note of a load balancer; gives what contradicts those that were there before. */
  public admit(edge: HostsOfEdge): Refusal[] {
    const wrong = this.edges.flatMap((other) => this.contradictions(edge, other));
    this.edges.push(edge);
    return wrong;
  }

  private contradictions(edge: HostsOfEdge, other: HostsOfEdge): Refusal[] {
    const about = { kind: 'load balancer', id: edge.id };
    const apart = (prop: string, got: unknown, there: unknown): Refusal[] => {
      const must = `be the same on load balancer "${other.id}", since ${this.server} serves both`;
      return textOf(got) === textOf(there)
        ? []
        : [{ ...about, prop, must, got: verbatim(`${textOf(got)} here and ${textOf(there)} there`) }];
    };
    const hosts = new Set([...edge.hosts.keys(), ...other.hosts.keys()]);
    const owners = [...hosts].flatMap((host) => {
      const [here, there] = [entryOf(edge.hosts, host), entryOf(other.hosts, host)];
      return here === undefined || there === undefined ? [] : apart(`hosts["${host}"]`, here.owner, there.owner);
    });
    const shown = [...edge.certificates].flatMap(([host, tls]) => {
      const there = other.certificates.get(host);
      return there === undefined ? [] : apart(`tls["${host}"]`, tls.source, there.source);
    });
    return [...owners, ...shown];
  }
}

const registers = new WeakMap<IConstruct, Map<string, ServedHosts>>();

function textOf(value: unknown): string {
  return JSON.stringify(value);
}
