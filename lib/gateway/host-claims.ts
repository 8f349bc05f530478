import { type Refusal, verbatim } from '../core/refusal';
import { domainOf, entryOf, ownerOf } from '../route/host-book';
import type { Route } from '../route/route';
import type { GivenClaim, HostClaim, HostsOfEdge, ServedHosts } from './served-hosts';

/** Why a host that is passed through is one thing. */
export const PASSTHROUGH = 'passthrough hands on whole connections, and the load balancer sees nothing of them';

/** Why two routes are one for the controller, and what to do about it. */
const ALIKE = {
  same: 'take one of the two away, or give it a host or a path of its own',
  path: 'this controller sees no difference in case',
  tcp: 'a port is one way, whatever the host; take another port',
};

const NO_NEIGHBOUR = 'whoever may ask there must not come near to the Management API';

/** What units ask of a load balancer, each judged by the host book and by what was given before it. */
export class HostClaims {
  /** What is wrong with those that were not given. */
  public readonly wrong: Refusal[] = [];
  /** The routes that were given. */
  public readonly routes: Route[] = [];

  private readonly byDomain = new Map<string, HostClaim>();

  /**
   * @param edge the load balancer
   * @param servers who serves it, what other load balancers have there too
   */
  public constructor(
    private readonly edge: HostsOfEdge,
    private readonly servers: readonly ServedHosts[],
  ) {
    // What two servers of one controller say alike is one mistake.
    this.wrong.push(...(servers.map((server) => server.admit(edge)).find(({ length }) => length > 0) ?? []));
  }

  /** Gives a unit its route, or takes note of why it does not. */
  public give(claim: HostClaim): boolean {
    const wrong = [this.ownerRefusal(claim), this.duplicateRefusal(claim), this.managementRefusal(claim)];
    const refusals = wrong.filter((refusal) => refusal !== undefined);
    this.wrong.push(...refusals);
    if (refusals.length === 0) {
      this.note(claim);
    }
    return refusals.length === 0;
  }

  /** Whether connections of a host are handed on unopened. */
  public isPassed(host: string): boolean {
    return this.servers.some(({ passed }) => passed.has(host));
  }

  private note(claim: HostClaim): void {
    const { route } = claim;
    const entry = entryOf(this.edge.hosts, route.host);
    this.routes.push(route);
    if (entry !== undefined && entry.name !== route.host) {
      keepFirst(this.byDomain, entry.name, claim);
    }
    for (const server of this.servers) {
      noteOn(server, { ...claim, edge: this.edge });
    }
  }

  private ownerRefusal({ by, unit, route }: HostClaim): Refusal | undefined {
    const entry = entryOf(this.edge.hosts, route.host);
    const owner = entry && ownerOf(entry, route);
    const about = { prop: `route ${route.text}`, kind: 'gateway', id: by.node.path };
    const on = `load balancer "${this.edge.id}"`;
    if (entry === undefined || owner === undefined) {
      const instead = `add it to hosts, with "${unit.node.id}" as its owner`;
      return { ...about, must: `be in the host book of ${on}`, got: verbatim('no entry for it'), instead };
    }
    if (owner !== unit.node.id) {
      const instead = 'take another host or path, or change the host book';
      return { ...about, must: `be of unit "${owner}", whose it is on ${on}`, got: unit.node.id, instead };
    }
    if ((route.kind === 'passthrough' || route.kind === 'tcp') && typeof entry.owner !== 'string') {
      const got = verbatim('a host that is split by paths');
      return { ...about, must: `have the whole host on ${on}`, got, instead: PASSTHROUGH };
    }
    if (route.kind === 'tcp') {
      return undefined;
    }
    // Whether TLS ends at a host is for the whole of it, and some controllers must be told so in the platform's file.
    const instead = `add it to hosts, with "${owner}" as its owner; ${PASSTHROUGH}`;
    if (entry.name !== route.host && (route.kind === 'passthrough' || this.isPassed(entry.name))) {
      const got = verbatim(`only "${entry.name}"`);
      return { ...about, must: `have an entry of its own in the host book of ${on}`, got, instead };
    }
    const opened = route.kind === 'passthrough' ? this.byDomain.get(route.host) : undefined;
    return (
      opened && {
        ...about,
        must: `stand beside hosts that have entries of their own in the host book of ${on}`,
        got: verbatim(`"${opened.route.host}" of "${opened.by.node.path}", which has only "${entry.name}"`),
        instead,
      }
    );
  }

  private duplicateRefusal({ by, route }: HostClaim): Refusal | undefined {
    const about = { prop: `route ${route.text}`, kind: 'gateway', id: by.node.path };
    // A port of its own stands beside what is done with the host on others.
    const whole =
      route.kind === 'tcp'
        ? undefined
        : this.find((server) => (route.kind === 'passthrough' ? server.byHost : server.passed).get(route.host));
    const first = whole ?? this.find(({ byText }) => byText.get(textOf(route, this.edge)));
    if (first !== undefined) {
      const byPath = first.route.text === route.text ? ALIKE.same : ALIKE.path;
      const alike = route.kind === 'tcp' ? ALIKE.tcp : byPath;
      const must = `stand once on load balancer "${this.edge.id}"`;
      const got = verbatim(`it again after "${first.by.node.path}"${this.elsewhere(first)}`);
      return { ...about, must, got, instead: whole === undefined ? alike : PASSTHROUGH };
    }
    const mixed = this.find(({ byHost }) => byHost.get(route.host));
    return mixed === undefined || mixed.edge.paths === this.edge.paths
      ? undefined
      : {
          ...about,
          must: `have its paths written as "${mixed.by.node.path}" has them${this.elsewhere(mixed)}`,
          got: verbatim(`${this.edge.paths} beside ${mixed.edge.paths}`),
          instead: 'one regular expression makes all paths of a host such',
        };
  }

  private find(look: (server: ServedHosts) => GivenClaim | undefined): GivenClaim | undefined {
    return this.servers.map(look).find((claim) => claim !== undefined);
  }

  private elsewhere({ edge }: GivenClaim): string {
    return edge === this.edge ? '' : ` on load balancer "${edge.id}", which is served by the same`;
  }

  /** A host that shows management shows nothing else, not even as one of a domain: some controllers mix the two. */
  private managementRefusal({ by, route }: HostClaim): Refusal | undefined {
    const manages = route.kind === 'management';
    const other = manages
      ? this.find(({ open }) => open.get(route.host) ?? open.get(domainOf(route.host)))
      : this.find(({ management }) => management.get(route.host));
    return (
      other && {
        prop: `route ${route.text}`,
        kind: 'gateway',
        id: by.node.path,
        must: manages ? 'have a host of its own' : 'have another host than the Management API',
        got: verbatim(`${other.route.host}, on which "${other.by.node.path}" shows ${other.route.text}`),
        instead: NO_NEIGHBOUR,
      }
    );
  }
}

/** What is one route for the controller: a regular expression of nginx sees no difference in case, a port no host. */
function textOf({ text, settings }: Route, { paths }: HostsOfEdge): string {
  if (settings.listener !== undefined) {
    return `:${settings.listener}`;
  }
  return `${paths === 'regex' ? text.toLowerCase() : text}${settings.match === 'exact' ? ' exactly' : ''}`;
}

function noteOn(server: ServedHosts, claim: GivenClaim): void {
  const { route, edge } = claim;
  const { kind, host } = route;
  server.byText.set(textOf(route, edge), claim);
  if (kind === 'tcp') {
    return;
  }
  keepFirst(server.byHost, host, claim);
  if (kind === 'passthrough') {
    server.passed.set(host, claim);
  }
  for (const name of kind === 'management' ? [host, domainOf(host)] : []) {
    keepFirst(server.management, name, claim);
  }
  if (kind !== 'management') {
    keepFirst(server.open, host, claim);
  }
}

function keepFirst<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, map.get(key) ?? value);
}
