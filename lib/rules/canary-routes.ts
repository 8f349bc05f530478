import { sentence, verbatim } from '../core/refusal';
import type { Rule } from '../rendered/rendered-object';

/** A canary that no route leads to is never asked, and whoever looks at it sees that nothing goes wrong. */
export const canaryRoutes: Rule = ({ objects, tenants, gateways }) => {
  const routed = new Set(gateways.flatMap(({ routes }) => routes.map(({ to }) => to.tenant)));
  const lonely = tenants.flatMap((tenant) => {
    const { canary } = tenant;
    const asksForNone = canary?.share.by === 'percent' && canary.share.percent === 0;
    return canary === undefined || asksForNone || routed.has(tenant) ? [] : [{ tenant, canary }];
  });
  const named = lonely.length === 0 ? new Set() : new Set(objects.flatMap(servicesNamedBy));
  return lonely
    .filter(({ canary }) => !named.has(canary.serviceName))
    .map(({ tenant, canary: { serviceName } }) =>
      sentence({
        prop: 'canary',
        kind: 'tenant',
        id: tenant.node.path,
        must: 'be reached by a route',
        got: verbatim(`none to the tenant, and no object that names Service "${serviceName}"`),
        instead:
          'give a GatewayIngress a route to the tenant; Canary.percent(0, …) is for one that others send requests to',
      }),
    );
};

/** Kinds that stand for pods, and say the name of a canary without sending it anything. */
const NOT_ROUTES = new Set([
  'ConfigMap',
  'Deployment',
  'PodDisruptionBudget',
  'Rollout',
  'Secret',
  'Service',
  'StatefulSet',
]);

function servicesNamedBy({ object: { kind, spec } }: { object: { kind: string; spec?: unknown } }): string[] {
  return NOT_ROUTES.has(kind) ? [] : textsOf(spec);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
