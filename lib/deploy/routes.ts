import type { Manifest } from '../diff/manifest';
import { nginxRequests } from '../rendered/nginx-requests';
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
  const taken = new Set(routes.flatMap(nginxRequests));
  const before = new Map(live.objects.map((object) => [keyOf(object), nginxRequests(object)]));
  const givesUp = (object: Manifest) => {
    const kept = new Set(nginxRequests(object));
    return (before.get(keyOf(object)) ?? []).some((request) => !kept.has(request));
  };
  return {
    gone: pruned.filter((object) => nginxRequests(object).some((request) => taken.has(request))),
    applied: [...routes.filter(givesUp), ...routes.filter((object) => !givesUp(object))],
  };
}
