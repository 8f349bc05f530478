import { MI_RELEASES } from '../../lib';
import type { MoreFleet, MoreTenant, NetworkPlan } from './any-more';
import type { FleetPlan } from './fleet-plan';
import type { TenantPlan } from './tenant-plan';

/** The fleet without most of what is refused because of something else in it: nearly none would be taken otherwise. */
export function sensibleMore(fleet: FleetPlan): FleetPlan {
  const units = fleet.units.map((unit) => ({
    ...unit,
    more: {
      ...unit.more,
      network: inReach(unit.more.network, fleet.more),
      dns: unit.more.dns && unit.gateways.every(({ via }) => via.length > 1),
    },
    tenants: unit.tenants.map((one) => sensible(one, fleet.more)),
  }));
  return { ...fleet, units, more: { ...fleet.more, network: inReach(fleet.more.network, fleet.more, 'audit') } };
}

/** Whoever collects metrics is let in where a fleet is watched. */
function inReach(
  network: NetworkPlan | undefined,
  { monitoring }: MoreFleet,
  mode?: NetworkPlan['mode'],
): NetworkPlan | undefined {
  if (monitoring === undefined) return network;
  const scrapers: NetworkPlan['scrapers'] = [{ how: 'pods', namespace: 'monitoring', labels: {} }];
  if (network !== undefined) return { ...network, scrapers: network.scrapers ?? scrapers };
  return mode && { mode, scrapers, operators: undefined, dns: undefined, dnsPort: undefined };
}

function sensible(one: TenantPlan, { monitoring }: MoreFleet): TenantPlan {
  const { config, image, logging, more } = one;
  const { configuresManagement, resolvesInLists, fileLogs } = MI_RELEASES[image.release];
  const drivers = config.datasources.map(({ driver }) => driver);
  const [log] = logging;
  const further: MoreTenant = {
    ...more,
    alerts: monitoring === undefined ? undefined : alertsOf(one),
    console: logging.length > 0 || more.sidecar !== undefined ? 'none' : more.console,
    sidecar: log === undefined && fileLogs.includes('audit.log') ? more.sidecar : undefined,
    alias: config.vault?.file === undefined ? undefined : more.alias,
    failover:
      resolvesInLists && drivers.every((name) => name === 'mysql' || name === 'postgresql') ? more.failover : [],
    managementLogin: configuresManagement ? more.managementLogin : 'none',
  };
  return { ...one, more: further };
}

/** What only a tenant with metrics can tell is left out elsewhere. */
function alertsOf({ config, more }: TenantPlan): MoreTenant['alerts'] {
  if (more.alerts === undefined || config.metrics) return more.alerts;
  return { ...more.alerts, errorRatio: undefined, latency: undefined, heap: undefined, silence: undefined };
}
