import type { Manifest } from '../diff/manifest';
import { nginxRequests } from '../rendered/nginx-requests';
import type { KubernetesObject } from '../rendered/rendered-object';
import { keyOf } from './kubectl';
import { phaseOf } from './phase';
import type { Plan } from './plan';

/** The routes of a part, in the order in which they are taken; and what has to go before them. */
export interface RouteSteps {
  /** Ingresses that left the file and have a host and path that one of it takes: ingress-nginx lets only one have it. */
  readonly gone: readonly Manifest[];
  /** Those first that give up what another one takes. */
  readonly applied: readonly Manifest[];
}

/** How the routes of a plan are brought in. */
export function routeSteps({ part, live, pruned }: Pick<Plan, 'part' | 'live' | 'pruned'>): RouteSteps {
  const routes = part.objects.filter((object) => phaseOf(object) === 'routes');
  const taken = new Set(routes.flatMap(requestsOf));
  const before = new Map(live.objects.map((object) => [keyOf(object), requestsOf(object)]));
  const givesUp = (object: Manifest) => {
    const kept = new Set(requestsOf(object));
    return (before.get(keyOf(object)) ?? []).some((request) => !kept.has(request));
  };
  return {
    gone: pruned.filter((object) => requestsOf(object).some((request) => taken.has(request))),
    applied: [...routes.filter(givesUp), ...routes.filter((object) => !givesUp(object))],
  };
}

function requestsOf(object: Manifest): string[] {
  // Only the parts that lead requests are looked at.
  return nginxRequests(object as KubernetesObject);
}
