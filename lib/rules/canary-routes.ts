import { TENANT_LABEL } from '../core/managed-by';
import { sentence, verbatim } from '../core/refusal';
import type { RenderedObject, Rule } from '../rendered/rendered-object';

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

/** What is of the canary itself says its name too, and sends it nothing. */
function servicesNamedBy({ object: { metadata, spec } }: RenderedObject): string[] {
  return textsOf(spec).filter((text) => text !== metadata.labels?.[TENANT_LABEL]);
}

/** Labels are no names of Services: a policy, a budget or a monitor that asks for pods by them leads nobody there. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => (key === 'matchLabels' ? [] : textsOf(inner)))
    : [];
}
