import type { Construct } from 'constructs';
import { type Refusal, verbatim } from '../core/refusal';
import { domainOf, entryOf, type HostOwner, ownerOf } from '../route/host-book';
import type { Route } from '../route/route';
import type { BusinessUnit } from '../unit/business-unit';

/** A route of a unit, and the gateway that asks for it. */
export interface HostClaim {
  readonly by: Construct;
  readonly unit: BusinessUnit;
  readonly route: Route;
}

/** Why a host that is passed through is one thing. */
export const PASSTHROUGH = 'passthrough hands on whole connections, and the load balancer sees nothing of them';

const NO_NEIGHBOUR = 'whoever may ask there must not come near to the Management API';

/** What units ask of a load balancer, each judged by the host book and by what was given before it. */
export class HostClaims {
  /** What is wrong with those that were not given. */
  public readonly wrong: Refusal[] = [];
  /** The routes that were given. */
  public readonly routes: Route[] = [];

  private readonly byText = new Map<string, HostClaim>();
  private readonly byHost = new Map<string, HostClaim>();
  private readonly byDomain = new Map<string, HostClaim>();
  private readonly passed = new Map<string, HostClaim>();
  private readonly management = new Map<string, HostClaim>();
  private readonly open = new Map<string, HostClaim>();

  /**
   * @param loadBalancer its id
   * @param hosts its book
   */
  public constructor(
    private readonly loadBalancer: string,
    private readonly hosts: ReadonlyMap<string, HostOwner>,
  ) {}

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
    return this.passed.has(host);
  }

  private note(claim: HostClaim): void {
    const { route } = claim;
    const { kind, host } = route;
    const entry = entryOf(this.hosts, host);
    this.routes.push(route);
    this.byText.set(textOf(route), claim);
    keepFirst(this.byHost, host, claim);
    if (entry !== undefined && entry.name !== host) {
      keepFirst(this.byDomain, entry.name, claim);
    }
    if (kind === 'passthrough') {
      this.passed.set(host, claim);
    }
    for (const name of kind === 'management' ? [host, domainOf(host)] : []) {
      keepFirst(this.management, name, claim);
    }
    if (kind !== 'management') {
      keepFirst(this.open, host, claim);
    }
  }

  private ownerRefusal({ by, unit, route }: HostClaim): Refusal | undefined {
    const entry = entryOf(this.hosts, route.host);
    const owner = entry && ownerOf(entry, route);
    const about = { prop: `route ${route.text}`, kind: 'gateway', id: by.node.path };
    const on = `load balancer "${this.loadBalancer}"`;
    if (entry === undefined || owner === undefined) {
      const instead = `add it to hosts, with "${unit.node.id}" as its owner`;
      return { ...about, must: `be in the host book of ${on}`, got: verbatim('no entry for it'), instead };
    }
    if (owner !== unit.node.id) {
      const instead = 'take another host or path, or change the host book';
      return { ...about, must: `be of unit "${owner}", whose it is on ${on}`, got: unit.node.id, instead };
    }
    if (route.kind === 'passthrough' && typeof entry.owner !== 'string') {
      const got = verbatim('a host that is split by paths');
      return { ...about, must: `have the whole host on ${on}`, got, instead: PASSTHROUGH };
    }
    // Whether TLS ends at a host is for the whole of it, and some controllers must be told so in the platform's file.
    const instead = `add it to hosts, with "${owner}" as its owner; ${PASSTHROUGH}`;
    if (entry.name !== route.host && (route.kind === 'passthrough' || this.passed.has(entry.name))) {
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
    const whole = route.kind === 'passthrough' ? this.byHost.get(route.host) : this.passed.get(route.host);
    const first = whole ?? this.byText.get(textOf(route));
    const alike = first?.route.text === route.text ? undefined : 'some controllers see no difference in case';
    return (
      first && {
        prop: `route ${route.text}`,
        kind: 'gateway',
        id: by.node.path,
        must: `stand once on load balancer "${this.loadBalancer}"`,
        got: verbatim(`it again after "${first.by.node.path}"`),
        instead: whole === undefined ? alike : PASSTHROUGH,
      }
    );
  }

  /** A host that shows management shows nothing else, not even as one of a domain: some controllers mix the two. */
  private managementRefusal({ by, route }: HostClaim): Refusal | undefined {
    const manages = route.kind === 'management';
    const other = manages
      ? (this.open.get(route.host) ?? this.open.get(domainOf(route.host)))
      : this.management.get(route.host);
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

/** What is one route for a controller that sees no difference in case. */
function textOf({ text, settings }: Route): string {
  return `${text.toLowerCase()}${settings.match === 'exact' ? ' exactly' : ''}`;
}

function keepFirst<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, map.get(key) ?? value);
}
