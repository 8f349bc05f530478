import { GATEWAY_CONTROLLERS } from '../controllers';
import { type Refusal, verbatim } from '../core/refusal';
import type { Peer } from '../network/peer';
import { GATEWAY_FEATURES, type GatewayFeature } from '../route/feature';
import { domainOf, entryOf, type HostOwner, ownersOf } from '../route/host-book';
import { Tls } from '../route/tls';
import type { Controller } from '../route/unit-routes';
import { type HostClaims, PASSTHROUGH } from './host-claims';

/** A load balancer, as its checks see it. */
export interface CheckedEdge {
  readonly id: string;
  readonly controller: Controller;
  readonly hosts: ReadonlyMap<string, HostOwner>;
  readonly certificates: ReadonlyMap<string, Tls>;
  readonly plainHttp: 'redirect' | 'serve';
  readonly claims: HostClaims;
  readonly units: ReadonlySet<string>;
  readonly sources: readonly Peer[] | undefined;
}

/** The certificate of a host: its own, that of its domain, or the controller's. */
export function tlsOf(certificates: ReadonlyMap<string, Tls>, host: string): Tls {
  return certificates.get(host) ?? certificates.get(domainOf(host)) ?? Tls.controllerDefault();
}

/** All that is wrong with a load balancer and the routes on it. */
export function edgeRefusals(edge: CheckedEdge): Refusal[] {
  return [...bookRefusals(edge), ...featureRefusals(edge), ...sourceRefusals(edge), ...edge.claims.wrong];
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
          got: verbatim(GATEWAY_FEATURES[feature]),
          instead: `${why}; ${others.length === 0 ? 'no other controller can' : `${others.join(', ')} can`}`,
        },
      ];
}

/** A policy lets in who is named, so a load balancer that nobody places would be shut out. */
function sourceRefusals({ id, controller, claims, sources }: CheckedEdge): Refusal[] {
  const isolated = claims.routes.find(({ to }) => to.tenant.unit.network.mode === 'isolated')?.to.tenant.unit;
  return isolated === undefined || sources !== undefined
    ? []
    : [
        {
          prop: 'sources',
          kind: 'load balancer',
          id,
          must: `say where its requests come from, since unit "${isolated.node.id}" lets in nobody else`,
          got: verbatim(`nothing, and ${controller.name} may be anywhere`),
          instead:
            "write sources: [Peer.pods('<namespace>', { … })] for the pods of its proxy, [Peer.ranges('10.0.0.0/16')] for " +
            'one that is no pod, such as the subnets of an ALB or NLB; or network: Network.audit() of the fleet or the unit',
        },
      ];
}

function bookRefusals({ id, hosts, certificates, claims, units }: CheckedEdge): Refusal[] {
  const about = { kind: 'load balancer', id };
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
      .filter((host) => claims.isPassed(host))
      .map((got) => ({ ...about, prop: 'tls', must: 'be for hosts whose TLS ends here', got, instead: PASSTHROUGH })),
  ];
}

/** What the load balancer itself asks of its controller: certificates, and what becomes of plain HTTP. */
function featureRefusals({ id, controller, certificates, plainHttp, claims }: CheckedEdge): Refusal[] {
  const ended = claims.routes.filter(
    (route) => route.kind !== 'passthrough' && route.kind !== 'tcp' && controller.refuses(route) === undefined,
  );
  const shown = ended.map(({ host }) => host).filter((host) => plainHttp === 'redirect' || certificates.has(host));
  const hosts = new Set([...certificates.keys(), ...shown]);
  const asked: ReadonlyArray<readonly [string, GatewayFeature]> = [
    ...[...hosts].map((host) => [`tls["${host}"]`, tlsOf(certificates, host).feature] as const),
    ...(plainHttp === 'serve' ? [['plainHttp', 'plainHttp'] as const] : []),
  ];
  return asked.flatMap(([prop, feature]) =>
    cannot(controller, feature).map((refusal) => ({ prop, kind: 'load balancer', id, ...refusal })),
  );
}
