import type { Controller } from './gateway';
import { GATEWAY_CONTROLLERS } from './gateway-controllers';
import { GATEWAY_FEATURES, type GatewayFeature } from './gateway-feature';
import type { CheckedDoor } from './host-book';
import { type Refusal, said } from './refusal';
import { wildcardOf } from './wildcard-host';

/** What the load balancer itself asks of its controller: certificates, and what becomes of plain HTTP. */
export function featureRefusals(door: CheckedDoor): Refusal[] {
  const { id, controller, certificates, plainHttp } = door;
  const asked: ReadonlyArray<readonly [string, GatewayFeature]> = [
    ...[...certificates].map(([host, tls]) => [`tls["${host}"]`, tls.feature] as const),
    ...bareHosts(door).map((host) => [`tls["${host}"]`, 'tlsDefault'] as const),
    ...(plainHttp === 'serve' ? [['plainHttp', 'plainHttp'] as const] : []),
  ];
  return asked.flatMap(([prop, feature]) =>
    cannot(controller, feature).map((refusal) => ({ prop, kind: 'load balancer', id, ...refusal })),
  );
}

/** Hosts that are sent on to HTTPS and have no certificate of their own. */
function bareHosts({ hosts, certificates, plainHttp, claims }: CheckedDoor): string[] {
  const entries = claims
    .filter(({ route }) => route.kind !== 'passthrough')
    .map(({ route: { host } }) => (hosts.has(host) ? host : wildcardOf(host)))
    .filter((host) => hosts.has(host) && !certificates.has(host));
  return plainHttp === 'redirect' ? [...new Set(entries)].sort() : [];
}

/** Why a controller cannot give a feature, and which ones can; empty if it can. */
export function cannot(
  controller: Controller,
  feature: GatewayFeature,
): Array<Pick<Refusal, 'must' | 'got' | 'instead'>> {
  const why = controller.cannot[feature];
  const others = GATEWAY_CONTROLLERS.filter((other) => other.cannot[feature] === undefined).map(({ name }) => name);
  return why === undefined
    ? []
    : [
        {
          must: `ask only for what ${controller.name} can do`,
          got: said(GATEWAY_FEATURES[feature]),
          instead: `${why}; ${others.length === 0 ? 'no controller can' : `${others.join(', ')} can`}`,
        },
      ];
}
