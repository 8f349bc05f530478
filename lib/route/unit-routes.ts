import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Peer } from '../network/peer';
import type { EdgeNeeds } from '../unit/edge-needs';
import type { GatewayFeature } from './feature';
import type { Route } from './route';
import type { Tls } from './tls';

/** A host of a load balancer's book or certificates, as all of its units together use it. */
export interface EdgeHost {
  /** The host: `wso2.com`, `*.wso2.com`, or `*`. */
  readonly host: string;
  /** Namespaces of the units that own it or a part of it, sorted. */
  readonly namespaces: readonly string[];
  /** Whether a route hands its connections on unopened. */
  readonly passedThrough: boolean;
  /** The certificate that it shows, where TLS ends at the load balancer. */
  readonly tls: Tls;
}

/** What all units share at a load balancer, as a controller renders it. */
export interface SharedEdge {
  /** The load balancer's chart: what stands under it gets into the platform team's file. */
  readonly chart: Chart;
  /** Id of the load balancer, by which messages know it. */
  readonly id: string;
  /** Name of what all units share in the cluster: the id, with the naming suffix of the fleet. */
  readonly name: string;
  /** What becomes of requests over plain HTTP to a host that has a certificate. */
  readonly plainHttp: 'redirect' | 'serve';
  /**
   * The hosts of the book, and those of its domains that have a certificate of their own; known when every unit is
   * declared, so to be asked lazily (`Lazy.any`). A route of a host that is not among them is of a domain that is.
   */
  hosts(): readonly EdgeHost[];
}

/** The routes of one unit on one load balancer, as a controller renders them. */
export interface UnitRoutes {
  /** The construct that the objects stand under. */
  readonly scope: Construct;
  /** First part of their names: unit, gateway and load balancer. */
  readonly name: string;
  /** Namespace of the unit. */
  readonly namespace: string;
  /** Who answers for them, as an annotation. */
  readonly annotations: Readonly<Record<string, string>>;
  /** The routes, none of them refused. */
  readonly routes: readonly Route[];
  /** The certificate of a host. */
  readonly tls: (host: string) => Tls;
  /** The load balancer that they are on. */
  readonly edge: SharedEdge;
}

/** What runs behind a load balancer: one small class each, and nobody asks which one it is. */
export interface Controller {
  /** Its name in messages. */
  readonly name: string;

  /** What it cannot give, each with the reason. Everything else it renders. */
  readonly cannot: Readonly<Partial<Record<GatewayFeature, string>>>;

  /**
   * What it needs of the pods that it leads to.
   *
   * @default - what any proxy in the cluster needs: 10 s to learn that a pod is leaving
   */
  readonly needs?: EdgeNeeds;

  /**
   * Where its requests come from, if it is installed as its own instructions say.
   *
   * @default - nobody knows; the load balancer says `sources`
   */
  readonly sources?: readonly Peer[];

  /** Whether it is said how the addresses of clients reach it, which `from` goes by. */
  readonly seesClients: boolean;

  /** How it compares paths: letter by letter, or all of a host as regular expressions without regard to case. */
  readonly paths: 'literal' | 'regex';

  /** Who serves an edge, as messages show it: two edges of one server are one for whoever asks. */
  serversOf(edge: Pick<SharedEdge, 'name'>): readonly string[];

  /** Why it cannot serve a route for reasons beyond `cannot`, as it follows "must", or `undefined` if it can. */
  refuses(route: Route): string | undefined;

  /** Renders what all units share, once for the load balancer. */
  renderShared(edge: SharedEdge): void;

  /** Renders routes of a unit as the objects that it watches. */
  render(gateway: UnitRoutes): void;
}
