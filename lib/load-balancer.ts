import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { BusinessUnit } from './business-unit';
import { isObjectName, notObjectName } from './dns-name';
import { freeId } from './free-id';
import type { Controller } from './gateway';
import { type Refusal, refuse, said, sentence } from './refusal';
import { ANY_HOST, type Host, type Path, type Route, requireHost, requirePath } from './route';
import { Tls } from './tls';

/** Who may use a host: one unit the whole of it, or each path a unit. */
export type HostOwner = string | Readonly<Record<Path, string>>;

/** Which unit may use which host; `*` is for requests that no route takes. */
export interface HostBook {
  readonly [host: Host]: HostOwner;
  readonly '*'?: HostOwner;
}

/** What all units share at the door: the controller, and which host is whose. */
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
}

interface Claim {
  readonly by: Construct;
  readonly unit: BusinessUnit;
  readonly route: Route;
}

/**
 * One door for many units, and the platform team's book of who may use which host. nginx needs no object of its own
 * for it, so it writes no file.
 */
export class LoadBalancer extends Chart {
  /** The controller that serves it. */
  public readonly controller: Controller;

  private readonly hosts: ReadonlyMap<string, HostOwner>;
  private readonly certificates: ReadonlyMap<string, Tls>;
  private readonly claims: Claim[] = [];

  public constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, freeId(scope, 'load balancer', id));
    const { controller, hosts, tls = {} } = props;
    if (!isObjectName(id)) {
      refuse(notObjectName('id', 'load balancer', id, id));
    }
    this.controller = controller;
    this.hosts = new Map(Object.entries<HostOwner>({ ...hosts }));
    this.certificates = new Map(Object.entries<Tls>(tls));
    for (const [host, owner] of this.hosts) {
      if (host !== ANY_HOST) {
        requireHost('load balancer', id, host);
      }
      for (const path of typeof owner === 'string' ? [] : Object.keys(owner)) {
        requirePath('load balancer', id, path);
      }
    }
    this.node.addValidation({ validate: () => this.refusals().map(sentence) });
  }

  /** The certificate of a host. */
  public tlsOf(host: string): Tls {
    return this.certificates.get(host) ?? Tls.controllerDefault();
  }

  /** Takes note of a route of a unit; whether it may have it is judged when all are known. */
  public claim(by: Construct, unit: BusinessUnit, route: Route): void {
    this.claims.push({ by, unit, route });
  }

  private refusals(): Refusal[] {
    return [...this.bookRefusals(), ...this.ownerRefusals(), ...this.duplicateRefusals()];
  }

  private bookRefusals(): Refusal[] {
    const units = new Set(
      this.node.root.node
        .findAll()
        .filter(BusinessUnit.isBusinessUnit)
        .map((unit) => unit.node.id),
    );
    const about = { kind: 'load balancer', id: this.node.id };
    const strangers = [...this.hosts].flatMap(([host, owner]) =>
      ownersOf(owner)
        .filter((unit) => !units.has(unit))
        .map((got) => ({ ...about, prop: `hosts["${host}"]`, must: 'name a business unit of this fleet', got })),
    );
    const unknown = [...this.certificates.keys()]
      .filter((host) => !this.hosts.has(host))
      .map((got) => ({ ...about, prop: 'tls', must: 'be for hosts of the book', got }));
    const passthrough = this.passedHosts();
    const passed = [...this.certificates.keys()]
      .filter((host) => passthrough.has(host))
      .map((got) => ({ ...about, prop: 'tls', must: 'be for hosts whose TLS ends here', got, instead: PASSTHROUGH }));
    return [...strangers, ...unknown, ...passed];
  }

  private ownerRefusals(): Refusal[] {
    return this.claims.flatMap(({ by, unit, route }): Refusal[] => {
      const owner = this.ownerOf(route);
      const about = { prop: `route ${route.text}`, kind: 'gateway', id: by.node.path };
      if (owner === undefined) {
        const got = said('no entry for it');
        const instead = `add it to hosts, with "${unit.node.id}" as its owner`;
        return [{ ...about, must: `be in the host book of load balancer "${this.node.id}"`, got, instead }];
      }
      if (owner !== unit.node.id) {
        const must = `be of unit "${owner}", whose it is on load balancer "${this.node.id}"`;
        return [{ ...about, must, got: unit.node.id, instead: 'take another host or path, or change the host book' }];
      }
      return route.kind === 'passthrough' && typeof this.hosts.get(route.host) !== 'string'
        ? [
            {
              ...about,
              must: `have the whole host on load balancer "${this.node.id}"`,
              got: SPLIT,
              instead: PASSTHROUGH,
            },
          ]
        : [];
    });
  }

  private duplicateRefusals(): Refusal[] {
    const taken = new Map<string, Claim>();
    const opaque = this.passedHosts();
    return this.claims.flatMap((claim): Refusal[] => {
      const { by, route } = claim;
      const key = opaque.has(route.host) ? route.host : route.text;
      const first = taken.get(key);
      taken.set(key, first ?? claim);
      return first === undefined
        ? []
        : [
            {
              prop: `route ${route.text}`,
              kind: 'gateway',
              id: by.node.path,
              must: `stand once on load balancer "${this.node.id}"`,
              got: said(`it again after "${first.by.node.path}"`),
              instead: opaque.has(route.host) ? PASSTHROUGH : undefined,
            },
          ];
    });
  }

  /** Hosts whose connections are handed on unopened. */
  private passedHosts(): Set<string> {
    return new Set(this.claims.filter(({ route }) => route.kind === 'passthrough').map(({ route }) => route.host));
  }

  /** The unit whose a route's host and path are: the entry with the longest path that holds it. */
  private ownerOf({ host, path }: Route): string | undefined {
    const owner = this.hosts.get(host);
    if (typeof owner === 'string' || owner === undefined) {
      return owner;
    }
    const [longest] = Object.entries<string>(owner)
      .filter(([prefix]) => prefix === '/' || path === prefix || path.startsWith(`${prefix}/`))
      .sort(([a], [b]) => b.length - a.length);
    return longest?.[1];
  }
}

const PASSTHROUGH = 'passthrough hands on whole connections, and the load balancer sees nothing of them';
const SPLIT = said('a host that is split by paths');

function ownersOf(owner: HostOwner): string[] {
  return typeof owner === 'string' ? [owner] : Object.values<string>(owner);
}
