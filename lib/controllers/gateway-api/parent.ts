import { Lazy } from 'cdk8s';
import { type Refusal, sentence } from '../../core/refusal';
import { domainOf } from '../../route/host-book';
import type { Route } from '../../route/route';
import type { Tls } from '../../route/tls';
import type { SharedEdge } from '../../route/unit-routes';
import { issuedCertificate } from '../issued-certificate';
import { certificateSecret, type ListenerSite, listenerName, listenersOf, REDIRECT_LISTENER } from './listeners';
import { gatewayApiObject, type HttpRule, type ParentReference } from './objects';

/** A Gateway, as routes see it. */
export interface RouteParent {
  /** The listeners that a route attaches to. */
  parentsOf(route: Route): readonly ParentReference[];

  /** The listeners on which each unit sends its hosts on to HTTPS; none where the edge does it for all. */
  readonly redirectedBy: readonly ParentReference[];
}

/** The most listeners that the API takes on a Gateway. */
const MOST_LISTENERS = 64;

/** The longest name that it takes of a listener. */
const LONGEST_NAME = 253;

/** Requests over plain HTTP, sent on to HTTPS. */
export const REDIRECT: HttpRule = {
  filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }],
};

/** The Gateway of a load balancer, in the platform team's file; its listeners follow from the host book. */
export class SharedGateway implements RouteParent {
  public readonly redirectedBy: readonly ParentReference[] = [];
  private readonly place: Pick<ParentReference, 'namespace' | 'name'>;
  private readonly certificates: ReadonlyMap<string, Tls>;
  private readonly routes: Route[] = [];

  public constructor(
    private readonly edge: SharedEdge,
    private readonly site: ListenerSite,
    { namespace, gatewayClass }: { readonly namespace: string; readonly gatewayClass: string },
  ) {
    this.place = { namespace, name: edge.name };
    // Whose a host is and how it is used shows later; the hosts and their certificates are as they were written.
    this.certificates = new Map(edge.hosts().map(({ host, tls }) => [host, tls]));
    for (const [host, tls] of this.certificates) {
      issuedCertificate(edge.chart, host, tls, { namespace });
    }
    gatewayApiObject(edge.chart, 'gateway', 'Gateway', this.place, {
      gatewayClassName: gatewayClass,
      listeners: Lazy.any({ produce: () => listenersOf(edge, site) }),
    });
    if (edge.plainHttp === 'redirect') {
      const metadata = { namespace, name: `${edge.name}-redirect` };
      const parentRefs = [{ ...this.place, sectionName: REDIRECT_LISTENER }];
      gatewayApiObject(edge.chart, 'redirect', 'HTTPRoute', metadata, { parentRefs, rules: [REDIRECT] });
    }
    edge.chart.node.addValidation({ validate: () => this.refusals().map(sentence) });
  }

  public parentsOf(route: Route): readonly ParentReference[] {
    this.routes.push(route);
    const entry = this.entryOf(route);
    if (route.kind === 'passthrough') {
      return [this.listener('TLS', entry)];
    }
    const tls = this.certificates.get(entry);
    const encrypted = tls !== undefined && certificateSecret(entry, tls, this.site) !== undefined;
    return [
      ...(encrypted ? [this.listener('HTTPS', entry)] : []),
      ...(this.edge.plainHttp === 'serve' ? [this.listener('HTTP', entry)] : []),
    ];
  }

  private listener(protocol: 'HTTP' | 'HTTPS' | 'TLS', entry: string): ParentReference {
    return { ...this.place, sectionName: listenerName(protocol, entry) };
  }

  /** The entry of the book that a route falls under: its own, or the wildcard over it. */
  private entryOf({ host }: Route): string {
    return this.certificates.has(host) ? host : domainOf(host);
  }

  private refusals(): Refusal[] {
    const { edge } = this;
    const about = { prop: 'hosts', kind: 'load balancer', id: edge.id };
    const listeners = listenersOf(edge, this.site);
    return [
      ...(listeners.length > 0 && listeners.length <= MOST_LISTENERS
        ? []
        : [
            {
              ...about,
              must: `make 1 to ${MOST_LISTENERS} listeners of a Gateway`,
              got: listeners.length,
              instead: 'a wildcard such as *.example.com is one for many hosts, or share them between load balancers',
            },
          ]),
      ...listeners
        .filter(({ name }) => name.length > LONGEST_NAME)
        .map(({ hostname }) => ({ ...about, must: 'leave room for the name of a listener', got: hostname })),
    ];
  }
}

/** A Gateway that somebody else keeps, with its listeners and certificates. Routes find them by port and host. */
export class ExistingGateway implements RouteParent {
  public readonly redirectedBy: readonly ParentReference[];
  private readonly encrypted: ParentReference;
  private readonly plain: ParentReference;

  public constructor(
    private readonly edge: SharedEdge,
    { httpPort, httpsPort }: Pick<ListenerSite, 'httpPort' | 'httpsPort'>,
    place: Pick<ParentReference, 'namespace' | 'name'>,
  ) {
    this.encrypted = { ...place, port: httpsPort };
    this.plain = { ...place, port: httpPort };
    this.redirectedBy = edge.plainHttp === 'redirect' ? [this.plain] : [];
  }

  public parentsOf({ kind }: Route): readonly ParentReference[] {
    const open = kind !== 'passthrough' && this.edge.plainHttp === 'serve';
    return open ? [this.encrypted, this.plain] : [this.encrypted];
  }
}
