import { Endpoint } from '../config/endpoint';
import { type Refusal, verbatim } from '../core/refusal';
import type { Network } from '../network/network';
import { wayOf } from '../network/reach';
import type { MiTenantProps } from './mi-tenant-props';
import type { ManagementPort, RoutedTenant, TenantPort } from './port';
import type { TenantRuntime } from './runtime';

/** What of a tenant's props says whom it talks to. */
type Talk = Pick<MiTenantProps<never>, 'calls' | 'callers' | 'config' | 'pod'>;

/** Opens the ways that a tenant itself declares, to it and from it; those of load balancers are theirs to declare. */
export function openWays(tenant: RoutedTenant, runtimes: readonly TenantRuntime[], talk: Talk): void {
  const { reach, facts, unit } = tenant;
  const { calls = [], callers = [], config: { metrics } = {}, pod: { ports = {} } = {} } = talk;
  const requests = [facts.ports.http, facts.ports.https, ...Object.values(ports)];
  reach.admit(
    ...callers.flatMap((peer) => requests.map((port) => wayOf(peer, port, 'callers'))),
    ...managersOf(unit.network, runtimes).map(({ from, because }) => wayOf(from, facts.ports.management, because)),
    ...(metrics === undefined ? [] : unit.network.scrapers).map((peer) =>
      wayOf(peer, facts.ports.internalHttp, 'metrics'),
    ),
  );
  for (const { part } of runtimes) {
    reach.call(...part.endpoints.map((endpoint) => wayOf(endpoint, endpoint.port, 'configuration')));
  }
  for (const callee of calls) {
    if (callee instanceof Endpoint) {
      reach.call(wayOf(callee, callee.port, 'calls'));
    } else {
      const way = { port: callee.number, protocol: 'TCP', because: 'calls' } as const;
      // A Service leads to the tenant's own pods; those of a canary may call as the tenant does.
      reach.call({ ...way, who: callee.tenant.reach.of, peers: () => callee.tenant.peers() });
      callee.tenant.reach.admit({ ...way, who: reach.of, peers: () => tenant.peers() });
    }
  }
}

/** Calls that lead nowhere in the cluster of the tenant. */
export function callRefusals({ node }: RoutedTenant, calls: Talk['calls'] = []): Refusal[] {
  const foreign = calls.filter(isTenantPort).filter(({ tenant }) => tenant.node.root !== node.root);
  return foreign.map(({ tenant }) => ({
    prop: 'calls',
    kind: 'tenant',
    id: node.path,
    must: 'lead to tenants of its own fleet',
    got: verbatim(`"${tenant.node.path}" of another`),
    instead: 'what another fleet renders may be elsewhere; say Endpoint.inCluster(…) or Endpoint.outside(…)',
  }));
}

/** Who asks the Management API: operators of the unit, and the dashboard that the pods report to. */
function managersOf({ operators }: Network, runtimes: readonly TenantRuntime[]) {
  return [
    ...operators.map((from) => ({ from, because: 'operators' })),
    ...runtimes.flatMap(({ part }) => part.managers).map((from) => ({ from, because: 'dashboard' })),
  ];
}

function isTenantPort(callee: TenantPort | ManagementPort | Endpoint): callee is TenantPort | ManagementPort {
  return !(callee instanceof Endpoint);
}
