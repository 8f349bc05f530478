import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { namingSuffixOf } from '../core/context';
import { declare } from '../core/declaration';
import { isObjectName, notObjectName } from '../core/dns-name';
import { freeId } from '../core/free-id';
import { MANAGED_BY } from '../core/managed-by';
import { refuse, sentence, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import type { Peer } from '../network/peer';
import { type Way, wayOf } from '../network/reach';
import { entryOf, type HostBook, type HostEntry, type HostOwner, ownersOf } from '../route/host-book';
import { requireHost, requirePath } from '../route/route-refusals';
import { ANY_HOST, type Host } from '../route/settings';
import type { Tls } from '../route/tls';
import type { Controller, EdgeHost, SharedEdge } from '../route/unit-routes';
import { BusinessUnit } from '../unit/business-unit';
import { edgeRefusals, tlsOf } from './edge-refusals';
import { HostClaims } from './host-claims';
import { type HostClaim, ServedHosts } from './served-hosts';

/** What all units share at the edge: the controller, and which host is whose. */
export interface LoadBalancerProps {
  /** The controller that serves it. */
  readonly controller: Controller;

  /** The host book: which unit may use which host, or which paths of it. A route of any other unit is refused. */
  readonly hosts: HostBook;

  /**
   * Certificates of hosts whose TLS ends here.
   *
   * @default - every host has the certificate of the controller
   */
  readonly tls?: Readonly<Record<Host, Tls>>;

  /**
   * Where its requests come from, which the network policies of isolated units let in: pods of its controller, or the
   * addresses of what is no pod or is in the host's network. `Peer.pods('ingress-nginx', { … })`, `Peer.ranges(…)`.
   *
   * @default - what the controller says of itself (nginx and traefik: where their own instructions install them;
   * behindNlb: the pods that it selects); where it knows nothing, a fleet with isolated units behind it is refused
   */
  readonly sources?: readonly Peer[];

  /**
   * What becomes of requests over plain HTTP to a host: sent on to HTTPS, or answered.
   *
   * @default 'redirect'
   */
  readonly plainHttp?: 'redirect' | 'serve';
}

const BRAND = Symbol.for('cdk8s-wso2-mi.LoadBalancer');

/**
 * One edge for many units, and the platform team's book of who may use which host. Where the controller has objects
 * that all units share they are its file; nginx has none.
 */
export class LoadBalancer extends Chart {
  /** Whether a construct is a load balancer. (`instanceof` says yes to every chart: cdk8s overrides it.) */
  public static isLoadBalancer(construct: unknown): construct is LoadBalancer {
    return typeof construct === 'object' && construct !== null && BRAND in construct;
  }

  /** The controller that serves it. */
  public readonly controller: Controller;
  /** Where its requests come from; `undefined` if nobody says. */
  public readonly sources: readonly Peer[] | undefined;
  /** What the controller sees of it. */
  public readonly edge: SharedEdge;

  private readonly hosts: ReadonlyMap<string, HostOwner>;
  private readonly certificates: ReadonlyMap<string, Tls>;
  private readonly claims: HostClaims;

  public constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    requireProps('load balancer', id, props, {
      controller: 'GatewayController.nginx()',
      hosts: "{ 'shop.example.com': 'retail' }",
    });
    super(scope, freeId(scope, 'load balancer', id), { labels: { 'app.kubernetes.io/managed-by': MANAGED_BY } });
    Object.defineProperty(this, BRAND, { value: true });
    declare(this, props);
    const { controller, hosts, tls = {}, plainHttp = 'redirect' } = props;
    if (!isObjectName(id)) {
      refuse(notObjectName('id', 'load balancer', id, id));
    }
    if (!['redirect', 'serve'].includes(plainHttp)) {
      refuse({ prop: 'plainHttp', kind: 'load balancer', id, must: 'be redirect or serve', got: plainHttp });
    }
    this.controller = controller;
    this.sources = props.sources ?? controller.sources;
    this.hosts = new Map(Object.entries<HostOwner>({ ...hosts }));
    this.certificates = new Map(Object.entries<Tls>(tls));
    for (const [host, owner] of this.hosts) {
      requireEntry(id, host, owner);
    }
    const name = `${id}${namingSuffixOf(this)}`;
    this.edge = { chart: this, id, name, plainHttp, hosts: () => this.edgeHosts() };
    const servers = controller.serversOf(this.edge).map((server) => ServedHosts.of(this.node.root, server));
    this.claims = new HostClaims(
      { id, hosts: this.hosts, certificates: this.certificates, paths: controller.paths },
      servers,
    );
    controller.renderShared(this.edge);
    this.node.addValidation({ validate: () => this.refusals(plainHttp) });
  }

  /** The ways that it opens to a port of a tenant. */
  public waysTo(port: number): Way[] {
    const because = `load balancer ${this.node.id}`;
    const unsaid = { text: `wherever load balancer ${this.node.id} is`, peers: [] };
    return (this.sources ?? [unsaid]).map((peer) => wayOf(peer, port, because));
  }

  /** The certificate of a host: its own, that of its domain, or the controller's. */
  public tlsOf(host: string): Tls {
    return tlsOf(this.certificates, host);
  }

  /** The entry of the book that covers a host; `undefined` if it has none. */
  public entryOf(host: string): HostEntry | undefined {
    return entryOf(this.hosts, host);
  }

  /** Gives a unit its route; `false` if that is refused, by the book or for one that was given before. */
  public give(claim: HostClaim): boolean {
    return this.claims.give(claim);
  }

  private units(): ReadonlyMap<string, BusinessUnit> {
    const units = this.node.root.node.findAll().filter(BusinessUnit.isBusinessUnit);
    return new Map(units.map((unit) => [unit.node.id, unit]));
  }

  private edgeHosts(): EdgeHost[] {
    const units = this.units();
    return [...new Set([...this.hosts.keys(), ...this.certificates.keys()])].map((host) => {
      const owners = ownersOf(entryOf(this.hosts, host)?.owner ?? {});
      return {
        host,
        namespaces: [...new Set(owners.flatMap((unit) => units.get(unit)?.namespaceName ?? []))].sort(),
        passedThrough: this.claims.isPassed(host),
        tls: this.tlsOf(host),
      };
    });
  }

  private refusals(plainHttp: 'redirect' | 'serve'): string[] {
    const { controller, hosts, certificates, claims, sources } = this;
    const units = new Set(this.units().keys());
    return edgeRefusals({ id: this.node.id, controller, hosts, certificates, plainHttp, claims, units, sources }).map(
      sentence,
    );
  }
}

function requireEntry(id: string, host: string, owner: HostOwner): void {
  const about = { kind: 'load balancer', id };
  if (host !== ANY_HOST) {
    requireHost(about.kind, id, host);
  }
  if (host === ANY_HOST && typeof owner !== 'string') {
    const instead = 'what no route takes is one default backend, whatever its path';
    refuse({ ...about, prop: 'hosts["*"]', must: 'be one unit', got: verbatim('a unit for each path'), instead });
  }
  for (const path of typeof owner === 'string' ? [] : Object.keys(owner)) {
    requirePath(about.kind, id, path);
  }
}
