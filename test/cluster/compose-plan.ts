import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration, Size } from 'cdk8s';
import {
  BusinessUnit,
  type BusinessUnitProps,
  Fleet,
  type FleetProps,
  GatewayIngress,
  type GatewayIngressProps,
  type HostOwner,
  type HttpRouteProps,
  LoadBalancer,
  type LoadBalancerProps,
  MiTenant,
  type MiTenantProps,
  type Path,
  Route,
  SharedVolume,
  Tls,
} from '../../lib';
import { drawn } from './drawn';
import type * as plans from './fleet-plan';
import { controllerOf, otherRoute } from './more-doors';
import { accessOf, addSecrets, monitoringOf, namespaceOf, networkOf, peerOf, quotaOf } from './more-values';
import { volumeProps } from './plan-values';
import type { TenantPlan } from './tenant-plan';
import { tenantProps } from './tenant-props';

/** What is written beside the objects is judged elsewhere; a resolver is code. */
const NO_OUTPUT = { output: undefined, beside: undefined, logStore: undefined, resolvers: undefined };

/** The parts of a fleet that others are led to. */
interface Parts {
  readonly loadBalancers: readonly LoadBalancer[];
  readonly volumes: SharedVolume[];
  readonly tenants: MiTenant[];
}

/** Writes down what a plan says, as a user would. */
export function compose(plan: plans.FleetPlan): Fleet {
  const { kubernetes, more } = plan;
  const props = drawn<FleetProps>('FleetProps', {
    name: more.name,
    kubernetes,
    suffix: more.suffix,
    kubeContext: more.kubeContext,
    outdir: join(tmpdir(), 'never-written'),
    monitoring: monitoringOf(more.monitoring),
    network: networkOf(more.network),
    podUser: more.podUser,
    ...NO_OUTPUT,
  });
  const fleet = new Fleet(props);
  const loadBalancers = plan.loadBalancers.map((one, index) => addLoadBalancer(fleet, plan, one, index));
  const parts: Parts = { loadBalancers, volumes: [], tenants: [] };
  for (const unit of plan.units) addUnit(fleet, unit, parts);
  return fleet;
}

function addLoadBalancer(
  fleet: Fleet,
  plan: plans.FleetPlan,
  one: plans.LoadBalancerPlan,
  index: number,
): LoadBalancer {
  const { id, secrets, stranger, more } = one;
  const hosts = { ...hostBook(plan, index), ...(stranger ? { 'stranger.example.com': 'nobody' } : {}) };
  const routes = plan.units.flatMap(({ gateways }) => gateways).flatMap((gateway) => gateway.routes);
  const names = Object.keys(hosts).filter((name) => routes.some(({ how, host }) => host === name && /http/.test(how)));
  const tls = names.flatMap((host, turn) => {
    const secret = secrets[turn % Math.max(1, secrets.length)];
    return secret === undefined ? [] : [[host, Tls.secret(secret)]];
  });
  const props = drawn<LoadBalancerProps>('LoadBalancerProps', {
    controller: controllerOf(one),
    hosts,
    tls: Object.fromEntries(tls),
    sources: more.sources.map(peerOf),
    plainHttp: more.plainHttp,
  });
  return new LoadBalancer(fleet, id, props);
}

function hostBook({ units }: plans.FleetPlan, index: number): Record<string, HostOwner> {
  const book: Record<string, Record<Path, string>> = {};
  for (const { id, gateways } of units) {
    const routes = gateways.filter(({ via }) => via.includes(index)).flatMap((gateway) => gateway.routes);
    for (const { how, host, path, owner } of routes) {
      if (owner === 'nobody') continue;
      const key = how === 'default' ? '*' : host;
      const at = how === 'http' || how === 'https' ? path : '/';
      book[key] = { ...book[key], [at]: owner === 'unit' ? id : (units[0]?.id ?? id) };
    }
  }
  return Object.fromEntries(Object.entries(book).map(([host, paths]) => [host, wholeHost(paths) ?? paths]));
}

function wholeHost(paths: Readonly<Record<Path, string>>): string | undefined {
  const [owner, ...others] = new Set(Object.values<string>(paths));
  return others.length === 0 ? owner : undefined;
}

function addUnit(fleet: Fleet, plan: plans.UnitPlan, parts: Parts): void {
  const { id, contact, pullSecrets, more } = plan;
  const props = drawn<BusinessUnitProps>('BusinessUnitProps', {
    contact,
    pullSecrets,
    namespace: namespaceOf(plan.namespace, more.namespaceLabels),
    quota: quotaOf(plan.quota, more),
    labels: more.labels,
    network: networkOf(more.network),
    access: plan.namespace.how === 'existing' ? undefined : accessOf(more.access),
  });
  const unit = new BusinessUnit(fleet, id, props);
  addSecrets(unit, more);
  const volumes = plan.volumes.map((one) => new SharedVolume(unit, one.id, volumeProps(one)));
  parts.volumes.push(...volumes);
  const tenants = plan.tenants.map((one) => addTenant(unit, one, volumes, parts.volumes));
  parts.tenants.push(...tenants);
  for (const { id: gateway, via, routes } of plan.gateways) {
    const ways = via.flatMap((index) => parts.loadBalancers[index] ?? []);
    const props = drawn<GatewayIngressProps>('GatewayIngressProps', {
      via: ways,
      routes: routes.flatMap((route) => routeOf(route, pick(tenants, parts.tenants, route.tenant, route.foreign))),
      dns: more.dns ? ways[0] : undefined,
    });
    new GatewayIngress(unit, gateway, props);
  }
}

function addTenant(
  unit: BusinessUnit,
  plan: TenantPlan,
  own: readonly SharedVolume[],
  all: readonly SharedVolume[],
): MiTenant {
  const mounts = plan.mounts.flatMap(({ volume, foreign, path, readOnly }) =>
    pick(own, all, volume, foreign).map((one) => (readOnly ? one.readOnlyAt(path) : one.at(path))),
  );
  // A poller with a scaling of apps does not compile; what JavaScript would let pass must be refused in words.
  const props = drawn<Pick<MiTenantProps, 'mounts'>>('mounts of MiTenantProps', { mounts });
  return Reflect.construct(MiTenant, [unit, plan.id, { ...tenantProps(plan), ...props }]);
}

function routeOf({ how, host, path, settings, more }: plans.RoutePlan, [tenant]: readonly MiTenant[]): Route[] {
  if (tenant === undefined) return [];
  const other = otherRoute(more, host, tenant);
  if (other !== undefined) return [other];
  const { timeoutSeconds, maxBodyMebibytes, match, rewriteTo, rateLimit, sticky, from, upgrade } = settings;
  const timeout = timeoutSeconds === undefined ? undefined : Duration.seconds(timeoutSeconds);
  const maxBody = maxBodyMebibytes === undefined ? undefined : Size.mebibytes(maxBodyMebibytes);
  const props = (to: HttpRouteProps['to']) =>
    drawn<HttpRouteProps>('HttpRouteProps', {
      ...{ to, path, timeout, maxBody, match, rewriteTo, rateLimit, sticky, from, upgrade },
    });
  switch (how) {
    case 'http':
      return [Route.http(host, props(tenant.http))];
    case 'https':
      return [Route.http(host, props(tenant.https))];
    case 'passthrough':
      return [Route.passthrough(host, tenant)];
    case 'default':
      return [Route.defaultBackend(tenant.http)];
  }
}

/** One of the unit's own, or of all that there are so far; none where there is none. */
function pick<T>(own: readonly T[], all: readonly T[], turn: number, foreign: boolean): T[] {
  const from = foreign ? all : own;
  return from.slice(turn % Math.max(1, from.length)).slice(0, 1);
}
