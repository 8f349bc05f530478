import type { Construct } from 'constructs';
import type { BusinessUnit } from './business-unit';
import { featureRefusals } from './feature-refusals';
import type { Controller } from './gateway';
import { type Refusal, said } from './refusal';
import type { Host, Path, Route } from './route';
import type { Tls } from './tls';
import { wildcardOf } from './wildcard-host';

/** Who may use a host: one unit the whole of it, or each path a unit. */
export type HostOwner = string | Readonly<Record<Path, string>>;

/**
 * Which unit may use which host. `*.wso2.com` is for every host below that no entry of its own has; `*` is for
 * requests that no route takes.
 */
export interface HostBook {
  readonly [host: Host]: HostOwner;
  readonly '*'?: HostOwner;
}

/** A route of a unit, and the gateway that asks for it. */
export interface HostClaim {
  readonly by: Construct;
  readonly unit: BusinessUnit;
  readonly route: Route;
}

/** A load balancer, as its checks see it. */
export interface CheckedDoor {
  readonly id: string;
  readonly controller: Controller;
  readonly hosts: ReadonlyMap<string, HostOwner>;
  readonly certificates: ReadonlyMap<string, Tls>;
  readonly plainHttp: 'redirect' | 'serve';
  readonly claims: readonly HostClaim[];
  readonly units: ReadonlySet<string>;
}

/** Hosts whose connections are handed on unopened. */
export function passedHosts(claims: readonly HostClaim[]): Set<string> {
  return new Set(claims.filter(({ route }) => route.kind === 'passthrough').map(({ route }) => route.host));
}

/** The units that own a host or a part of it. */
export function ownersOf(owner: HostOwner): string[] {
  return typeof owner === 'string' ? [owner] : Object.values<string>(owner);
}

/** All that is wrong with a load balancer and the routes on it. */
export function doorRefusals(door: CheckedDoor): Refusal[] {
  return [
    ...bookRefusals(door),
    ...featureRefusals(door),
    ...ownerRefusals(door),
    ...duplicateRefusals(door),
    ...managementRefusals(door),
  ];
}

function bookRefusals({ id, hosts, certificates, claims, units }: CheckedDoor): Refusal[] {
  const about = { kind: 'load balancer', id };
  const passed = passedHosts(claims);
  const shown = [...certificates.keys()];
  return [
    ...[...hosts].flatMap(([host, owner]) =>
      ownersOf(owner)
        .filter((unit) => !units.has(unit))
        .map((got) => ({ ...about, prop: `hosts["${host}"]`, must: 'name a business unit of this fleet', got })),
    ),
    ...shown
      .filter((host) => !hosts.has(host))
      .map((got) => ({ ...about, prop: 'tls', must: 'be for hosts of the book', got })),
    ...shown
      .filter((host) => passed.has(host))
      .map((got) => ({ ...about, prop: 'tls', must: 'be for hosts whose TLS ends here', got, instead: PASSTHROUGH })),
  ];
}

function ownerRefusals({ id, hosts, claims }: CheckedDoor): Refusal[] {
  return claims.flatMap(({ by, unit, route }): Refusal[] => {
    const [entry, owner] = ownerOf(hosts, route);
    const about = { prop: `route ${route.text}`, kind: 'gateway', id: by.node.path };
    if (owner === undefined) {
      const got = said('no entry for it');
      const instead = `add it to hosts, with "${unit.node.id}" as its owner`;
      return [{ ...about, must: `be in the host book of load balancer "${id}"`, got, instead }];
    }
    if (owner !== unit.node.id) {
      const must = `be of unit "${owner}", whose it is on load balancer "${id}"`;
      return [{ ...about, must, got: unit.node.id, instead: 'take another host or path, or change the host book' }];
    }
    return route.kind === 'passthrough' && typeof entry !== 'string'
      ? [{ ...about, must: `have the whole host on load balancer "${id}"`, got: SPLIT, instead: PASSTHROUGH }]
      : [];
  });
}

/** The entry of a route's host, and the unit whose its path is: the one with the longest path that holds it. */
function ownerOf(
  hosts: ReadonlyMap<string, HostOwner>,
  { host, path }: Route,
): readonly [HostOwner | undefined, string | undefined] {
  const entry = hosts.get(host) ?? hosts.get(wildcardOf(host));
  if (typeof entry === 'string' || entry === undefined) {
    return [entry, entry];
  }
  const [longest] = Object.entries<string>(entry)
    .filter(([prefix]) => prefix === '/' || path === prefix || path.startsWith(`${prefix}/`))
    .sort(([a], [b]) => b.length - a.length);
  return [entry, longest?.[1]];
}

function duplicateRefusals({ id, claims }: CheckedDoor): Refusal[] {
  const taken = new Map<string, HostClaim>();
  const opaque = passedHosts(claims);
  return claims.flatMap((claim): Refusal[] => {
    const { by, route } = claim;
    const exact = route.settings.match === 'exact' ? ' exactly' : '';
    const key = opaque.has(route.host) ? route.host : `${route.text}${exact}`;
    const first = taken.get(key);
    taken.set(key, first ?? claim);
    return first === undefined
      ? []
      : [
          {
            prop: `route ${route.text}`,
            kind: 'gateway',
            id: by.node.path,
            must: `stand once on load balancer "${id}"`,
            got: said(`it again after "${first.by.node.path}"`),
            instead: opaque.has(route.host) ? PASSTHROUGH : undefined,
          },
        ];
  });
}

/** A host that shows management shows nothing else. */
function managementRefusals({ claims }: CheckedDoor): Refusal[] {
  const open = new Map(
    claims.filter(({ route }) => route.kind !== 'management').map((claim) => [claim.route.host, claim]),
  );
  return claims
    .filter(({ route }) => route.kind === 'management')
    .flatMap(({ by, route }): Refusal[] => {
      const other = open.get(route.host);
      return other === undefined
        ? []
        : [
            {
              prop: `route ${route.text}`,
              kind: 'gateway',
              id: by.node.path,
              must: 'have a host of its own',
              got: said(`${route.host}, on which "${other.by.node.path}" shows ${other.route.text}`),
              instead: 'whoever may ask there must not come near to the Management API',
            },
          ];
    });
}

const PASSTHROUGH = 'passthrough hands on whole connections, and the load balancer sees nothing of them';
const SPLIT = said('a host that is split by paths');
