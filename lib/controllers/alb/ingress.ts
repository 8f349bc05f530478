import { ApiObject } from 'cdk8s';
import type { HTTPIngressPath, Ingress, IngressRule } from '../../../imports/k8s';
import { groupBy } from '../../core/by-key';
import type { Route } from '../../route/route';
import type { UnitRoutes } from '../../route/unit-routes';
import { healthCheckText, SUCCESS_CODES } from '../../tenant/health-check';
import { type AlbRule, albRules } from './listener-rules';
import { albPlace } from './order';
import { ALB_PREFIX } from './prefix';

/** A rule with the number that its annotations find it by. */
interface NumberedRule {
  readonly route: Route;
  readonly name: string;
  readonly rule: AlbRule;
}

/** What nearly all tenants are asked; those of a unit share an Ingress, and each other tenant has its own. */
const USUAL_CHECK = 'GET /healthz on 9201';

/** Both ports; whether the first one answers or sends on is said for the whole ALB. */
const LISTEN_PORTS = '[{"HTTP":80},{"HTTPS":443}]';

/** Renders the routes of a unit: an Ingress for each place in the order and each kind of target. */
export function renderAlbIngresses(gateway: UnitRoutes, ingressClassName: string): void {
  for (const [suffix, routes] of groupBy(gateway.routes, suffixOf)) {
    const [first] = routes;
    const rules = numbered(routes);
    new ApiObject(gateway.scope, `ingress-${suffix}`, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name: `${gateway.name}-${suffix}`,
        annotations: { ...gateway.annotations, ...(first && targetAnnotations(first)), ...ruleAnnotations(rules) },
      },
      spec: { ingressClassName, rules: ingressRules(rules) },
    } satisfies Ingress);
  }
}

/** What an Ingress is known by: its place in the order and its kind of target, since its annotations hold for all of it. */
function suffixOf(route: Route): string {
  const { to, settings } = route;
  const { readiness, node } = to.tenant;
  return [
    albPlace(route).name,
    ...(to.protocol === 'HTTPS' ? ['https'] : []),
    ...(settings.sticky === undefined ? [] : ['sticky']),
    ...(healthCheckText(readiness) === USUAL_CHECK ? [] : [`health-${node.id}`]),
  ].join('-');
}

function targetAnnotations(route: Route): Record<string, string> {
  const { to, settings } = route;
  const { readiness } = to.tenant;
  return {
    [`${ALB_PREFIX}/backend-protocol`]: to.protocol,
    [`${ALB_PREFIX}/group.order`]: `${albPlace(route).order}`,
    [`${ALB_PREFIX}/healthcheck-path`]: `${readiness?.path}`,
    [`${ALB_PREFIX}/healthcheck-port`]: `${readiness?.port}`,
    [`${ALB_PREFIX}/healthcheck-protocol`]: `${readiness?.protocol}`,
    [`${ALB_PREFIX}/listen-ports`]: LISTEN_PORTS,
    [`${ALB_PREFIX}/success-codes`]: SUCCESS_CODES,
    ...(settings.sticky === undefined
      ? {}
      : { [`${ALB_PREFIX}/target-group-attributes`]: 'stickiness.enabled=true,stickiness.type=lb_cookie' }),
  };
}

function numbered(routes: readonly Route[]): NumberedRule[] {
  return routes
    .flatMap((route) => albRules(route).map((rule) => ({ route, rule })))
    .map((one, index) => ({ ...one, name: `rule-${index + 1}` }));
}

function ruleAnnotations(rules: readonly NumberedRule[]): Record<string, string> {
  const entries = rules.flatMap(({ name, rule: { action, conditions, transforms } }) => [
    ...(action === undefined ? [] : [[`${ALB_PREFIX}/actions.${name}`, JSON.stringify(action)]]),
    ...(conditions.length === 0 ? [] : [[`${ALB_PREFIX}/conditions.${name}`, JSON.stringify(conditions)]]),
    ...(transforms.length === 0 ? [] : [[`${ALB_PREFIX}/transforms.${name}`, JSON.stringify(transforms)]]),
  ]);
  return Object.fromEntries(entries);
}

/** The rules of each host; the controller keeps the order of those that have one path. */
function ingressRules(rules: readonly NumberedRule[]): IngressRule[] {
  const hosts = [...new Set(rules.map(({ route }) => route.host))];
  return hosts.map((host) => ({
    // The default backend too is a rule, the last one: the default action of a listener has no conditions.
    host: host === '*' ? undefined : host,
    http: { paths: rules.filter(({ route }) => route.host === host).map(ingressPath) },
  }));
}

function ingressPath({ route: { path, settings, to }, name, rule }: NumberedRule): HTTPIngressPath {
  return {
    path,
    pathType: settings.match === 'exact' ? 'Exact' : 'Prefix',
    backend: {
      service:
        rule.action === undefined
          ? { name: to.tenant.name, port: { number: to.number } }
          : { name, port: { name: 'use-annotation' } },
    },
  };
}
