import type { Construct } from 'constructs';
import type { BusinessUnit } from './business-unit';
import type { Controller } from './gateway';
import { GATEWAY_CONTROLLERS } from './gateway-controllers';
import { GATEWAY_FEATURES, type GatewayFeature } from './gateway-feature';
import { domainOf, entryOf, type HostOwner, ownerOf, ownersOf } from './host-book';
import { type Refusal, said } from './refusal';
import type { Route } from './route';
import { Tls } from './tls';

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

/** The certificate of a host: its own, that of its domain, or the controller's. */
export function certificateOf(certificates: ReadonlyMap<string, Tls>, host: string): Tls {
  return certificates.get(host) ?? certificates.get(domainOf(host)) ?? Tls.controllerDefault();
}

/** All that is wrong with a load balancer and the routes on it. */
export function doorRefusals(door: CheckedDoor): Refusal[] {
  return [
    ...bookRefusals(door),
    ...featureRefusals(door),
    ...door.claims.flatMap((claim) => ownerRefusals(door, claim)),
    ...duplicateRefusals(door),
    ...door.claims.flatMap((claim) => managementRefusals(door, claim)),
  ];
}

/** Why a controller cannot give a feature, and which others can; empty if it can. */
export function cannot(
  controller: Controller,
  feature: GatewayFeature,
): Array<Pick<Refusal, 'must' | 'got' | 'instead'>> {
  const why = controller.cannot[feature];
  const others = GATEWAY_CONTROLLERS.filter(
    (other) => other.name !== controller.name && other.cannot[feature] === undefined,
  ).map(({ name }) => name);
  return why === undefined
    ? []
    : [
        {
          must: `ask only for what ${controller.name} can do`,
          got: said(GATEWAY_FEATURES[feature]),
          instead: `${why}; ${others.length === 0 ? 'no other controller can' : `${others.join(', ')} can`}`,
        },
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
      .filter((host) => entryOf(hosts, host) === undefined)
      .map((got) => ({ ...about, prop: 'tls', must: 'be for hosts of the book', got })),
    ...shown
      .filter((host) => passed.has(host))
      .map((got) => ({ ...about, prop: 'tls', must: 'be for hosts whose TLS ends here', got, instead: PASSTHROUGH })),
  ];
}

/** What the load balancer itself asks of its controller: certificates, and what becomes of plain HTTP. */
function featureRefusals({ id, controller, certificates, plainHttp, claims }: CheckedDoor): Refusal[] {
  const ended = claims.filter(({ route }) => route.kind !== 'passthrough' && controller.refuses(route) === undefined);
  const shown = ended
    .map(({ route }) => route.host)
    .filter((host) => plainHttp === 'redirect' || certificates.has(host));
  const hosts = new Set([...certificates.keys(), ...shown]);
  const asked: ReadonlyArray<readonly [string, GatewayFeature]> = [
    ...[...hosts].map((host) => [`tls["${host}"]`, certificateOf(certificates, host).feature] as const),
    ...(plainHttp === 'serve' ? [['plainHttp', 'plainHttp'] as const] : []),
  ];
  return asked.flatMap(([prop, feature]) =>
    cannot(controller, feature).map((refusal) => ({ prop, kind: 'load balancer', id, ...refusal })),
  );
}

function ownerRefusals({ id, hosts, claims }: CheckedDoor, { by, unit, route }: HostClaim): Refusal[] {
  const entry = entryOf(hosts, route.host);
  const owner = entry && ownerOf(entry, route);
  const about = { prop: `route ${route.text}`, kind: 'gateway', id: by.node.path };
  if (entry === undefined || owner === undefined) {
    const got = said('no entry for it');
    const instead = `add it to hosts, with "${unit.node.id}" as its owner`;
    return [{ ...about, must: `be in the host book of load balancer "${id}"`, got, instead }];
  }
  if (owner !== unit.node.id) {
    const must = `be of unit "${owner}", whose it is on load balancer "${id}"`;
    return [{ ...about, must, got: unit.node.id, instead: 'take another host or path, or change the host book' }];
  }
  if (route.kind === 'passthrough' && typeof entry.owner !== 'string') {
    const must = `have the whole host on load balancer "${id}"`;
    return [{ ...about, must, got: said('a host that is split by paths'), instead: PASSTHROUGH }];
  }
  // Whether TLS ends at a host is for the whole of it, and some controllers must be told so in the platform's file.
  const mixed = route.kind === 'passthrough' || passedHosts(claims).has(entry.name);
  return mixed && entry.name !== route.host
    ? [
        {
          ...about,
          must: `have an entry of its own in the host book of load balancer "${id}"`,
          got: said(`only "${entry.name}"`),
          instead: `add it to hosts, with "${owner}" as its owner; ${PASSTHROUGH}`,
        },
      ]
    : [];
}

function duplicateRefusals({ id, claims }: CheckedDoor): Refusal[] {
  const taken = new Map<string, HostClaim>();
  const opaque = passedHosts(claims);
  return claims.flatMap((claim): Refusal[] => {
    const { by, route } = claim;
    const exact = route.settings.match === 'exact' ? ' exactly' : '';
    const key = opaque.has(route.host) ? route.host : `${route.text.toLowerCase()}${exact}`;
    const first = taken.get(key);
    taken.set(key, first ?? claim);
    const alike = first?.route.text === route.text ? undefined : 'some controllers see no difference in case';
    return first === undefined
      ? []
      : [
          {
            prop: `route ${route.text}`,
            kind: 'gateway',
            id: by.node.path,
            must: `stand once on load balancer "${id}"`,
            got: said(`it again after "${first.by.node.path}"`),
            instead: opaque.has(route.host) ? PASSTHROUGH : alike,
          },
        ];
  });
}

/** A host that shows management shows nothing else, not even as one of a domain: some controllers mix the two. */
function managementRefusals({ claims }: CheckedDoor, { by, route }: HostClaim): Refusal[] {
  const near = [route.host, domainOf(route.host)];
  const other = claims.find((claim) => claim.route.kind !== 'management' && near.includes(claim.route.host));
  return route.kind !== 'management' || other === undefined
    ? []
    : [
        {
          prop: `route ${route.text}`,
          kind: 'gateway',
          id: by.node.path,
          must: 'have a host of its own',
          got: said(`${other.route.host}, on which "${other.by.node.path}" shows ${other.route.text}`),
          instead: 'whoever may ask there must not come near to the Management API',
        },
      ];
}

const PASSTHROUGH = 'passthrough hands on whole connections, and the load balancer sees nothing of them';
