import { sentence, verbatim } from '../core/refusal';
import type { Rule } from '../rendered/rendered-object';

/**
 * Whoever shows a Management API to the outside says who may log in: the login of every image is the same, and known to
 * everybody. Inside the cluster it is as open as the network lets it be.
 */
export const managementLogins: Rule = ({ tenants, gateways }) => {
  const shown = gateways.flatMap(({ node, routes }) =>
    routes
      .filter(({ to }) => to.number === to.tenant.facts.ports.management)
      .map((route) => ({ by: `${route.text} of gateway "${node.path}"`, tenant: route.to.tenant })),
  );
  return tenants
    .filter(({ saysLogin }) => !saysLogin)
    .flatMap((tenant) => shown.filter((one) => one.tenant === tenant).slice(0, 1))
    .map(({ tenant, by }) =>
      sentence({
        prop: 'config.managementLogin',
        kind: 'tenant',
        id: tenant.node.path,
        must: `be given, since route ${by} shows its Management API`,
        got: verbatim('none, which is admin with the password admin'),
        instead: 'take ManagementLogin.of({ username, password }), or ManagementLogin.stock() if that is meant',
      }),
    );
};
