import { GatewayIngress } from '../gateway/gateway-ingress';
import type { LoadBalancer } from '../gateway/load-balancer';
import type { Route } from '../route/route';
import type { RoutedTenant } from '../tenant/port';
import type { Fleet } from './fleet';

/** One way through one load balancer. */
interface Way {
  readonly loadBalancer: LoadBalancer;
  readonly route: Route;
}

/** The routes of a fleet as a Mermaid flowchart: load balancer and host, path, unit and tenant, port. */
export function routeDiagram(fleet: Fleet): string {
  const ways = fleet.node
    .findAll()
    .filter(GatewayIngress.isGatewayIngress)
    .flatMap(({ loadBalancers, routes }) =>
      loadBalancers.flatMap((loadBalancer) => routes.map((route) => ({ loadBalancer, route }))),
    )
    .sort((a, b) => compare(textOf(a), textOf(b)));
  return [
    'flowchart LR',
    ...boxes(ways, ({ loadBalancer }) => edgeBox(loadBalancer), hostNode),
    ...boxes(ways, ({ route }) => unitBox(route.to.tenant), tenantNode),
    ...ways.map((way) => `  ${hostId(way)} ${arrow(way.route)} ${tenantId(way.route.to.tenant)}`),
    '',
  ].join('\n');
}

/** The nodes in their boxes, each once, in order. */
function boxes(ways: readonly Way[], boxOf: (way: Way) => string, nodeOf: (way: Way) => string): string[] {
  const all = [...new Set(ways.map(boxOf))].sort(compare);
  return all.flatMap((box) => {
    const nodes = new Set(ways.filter((way) => boxOf(way) === box).map(nodeOf));
    return [`  subgraph ${box}`, ...[...nodes].sort(compare).map((node) => `    ${node}`), '  end'];
  });
}

function edgeBox({ node, controller }: LoadBalancer): string {
  return `door_${word(node.id)}["${node.id} (${controller.name})"]`;
}

function unitBox({ unit }: RoutedTenant): string {
  return `unit_${word(unit.node.id)}["${unit.node.id}"]`;
}

function hostNode(way: Way): string {
  return `${hostId(way)}(["${way.route.kind === 'default' ? 'any other host' : way.route.host}"])`;
}

function tenantNode({ route: { to } }: Way): string {
  const { node, canary } = to.tenant;
  return `${tenantId(to.tenant)}["${node.id}${canary === undefined ? '' : ' and its canary'}"]`;
}

function hostId({ loadBalancer, route }: Way): string {
  return `host_${word(loadBalancer.node.id)}___${word(route.host)}`;
}

function tenantId({ unit, node }: RoutedTenant): string {
  return `tenant_${word(unit.node.id)}___${word(node.id)}`;
}

/** A path that stands for itself has "exactly" before it; what is passed through and what manages is dotted. */
function arrow({ kind, path, settings, to }: Route): string {
  const exactly = settings.match === 'exact' ? 'exactly ' : '';
  const rewritten = settings.rewriteTo === undefined ? '' : ` as ${settings.rewriteTo}`;
  const unopened = settings.listener === undefined ? undefined : `port ${settings.listener} unopened`;
  const what = kind === 'passthrough' ? 'TLS unopened' : (unopened ?? `${exactly}${path}${rewritten}`);
  const line = kind === 'http' || kind === 'default' ? '-->' : '-.->';
  return `${line}|"${what} : ${to.number}"|`;
}

/** An id as Mermaid takes it; two ids are never one. */
function word(id: string): string {
  return id.replaceAll('-', '__').replaceAll('.', '_').replaceAll('*', 'ALL');
}

function textOf({ loadBalancer, route }: Way): string {
  return [loadBalancer.node.id, route.text, route.settings.match ?? 'prefix'].join(' ');
}

/** By code units: the order of a language would differ between machines. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
