import fc from 'fast-check';
import {
  BusinessUnit,
  Canary,
  Endpoint,
  type Fleet,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  Metrics,
  MiTenant,
  Network,
  Peer,
  Route,
  Scaling,
  UnitNamespace,
} from '../../lib';
import { base, newFleet } from '../manifests';
import type { Question } from './evaluator';

/** A tenant of a random fleet, by what it says of the network. */
interface TenantPlan {
  readonly canary: boolean;
  readonly metrics: boolean;
  readonly route: 'none' | 'http' | 'https';
  readonly database: boolean;
  readonly partner: boolean;
  readonly inbound: boolean;
  /** Tenants before it that it calls, by their number. */
  readonly calls: readonly number[];
}

interface UnitPlan {
  readonly namespace: 'own' | 'shared';
  readonly mode: 'isolated' | 'audit' | 'open';
  readonly operators: boolean;
  readonly scrapers: boolean;
  readonly tenants: readonly TenantPlan[];
}

const tenant: fc.Arbitrary<TenantPlan> = fc.record({
  canary: fc.boolean(),
  metrics: fc.boolean(),
  route: fc.constantFrom('none', 'http', 'https'),
  database: fc.boolean(),
  partner: fc.boolean(),
  inbound: fc.boolean(),
  calls: fc.array(fc.nat(5), { maxLength: 2 }),
});

const unit: fc.Arbitrary<UnitPlan> = fc.record({
  namespace: fc.constantFrom('own', 'own', 'shared'),
  mode: fc.constantFrom('isolated', 'isolated', 'isolated', 'audit', 'open'),
  operators: fc.boolean(),
  scrapers: fc.boolean(),
  tenants: fc.array(tenant, { minLength: 1, maxLength: 2 }),
});

/** Units of any mode, in namespaces of their own or in one that they share. */
export const anyNetwork = fc.array(unit, { minLength: 1, maxLength: 3 });

/** A fleet, and what it declares: said anew from the plan, not by what the library keeps. */
export interface ComposedNetwork {
  readonly fleet: Fleet;
  declares(question: Question): boolean;
}

interface Known extends TenantPlan {
  readonly unit: UnitPlan;
  readonly of: MiTenant;
  readonly names: readonly string[];
  readonly callees: readonly Known[];
}

const DATABASE = Endpoint.outside('prices.db.example.com', 5432, ['10.30.0.0/24']);

/** Makes the fleet of a plan. */
export function composeNetwork(plan: readonly UnitPlan[]): ComposedNetwork {
  const fleet = newFleet();
  const ids = plan.map((_, index) => `unit-${index}`);
  const hosts = Object.fromEntries(ids.map((id) => [`${id}.example.com`, id]));
  const edge = new LoadBalancer(fleet, 'edge', { controller: GatewayController.nginx(), hosts });
  const known: Known[] = [];
  for (const [index, one] of plan.entries()) {
    const id = `unit-${index}`;
    const chart = new BusinessUnit(fleet, id, {
      contact: 'integration@example.com',
      namespace: one.namespace === 'own' ? UnitNamespace.own() : UnitNamespace.existing('shared'),
      network: Network[one.mode]({
        operators: one.operators ? [Peer.ranges('203.0.113.0/24')] : [],
        scrapers: one.scrapers ? [Peer.pods('monitoring', { 'app.kubernetes.io/name': 'prometheus' })] : [],
      }),
    });
    for (const [number, tenantPlan] of one.tenants.entries()) {
      known.push(composeTenant(chart, `t${number}`, one, tenantPlan, known));
    }
    const routed = known.filter(({ unit: of, route }) => of === one && route !== 'none');
    if (routed.length > 0) {
      const routes = routed.map(({ of, route }) =>
        Route.http(`${id}.example.com`, { path: `/${of.node.id}`, to: route === 'http' ? of.http : of.https }),
      );
      new GatewayIngress(chart, 'routes', { via: edge, routes });
    }
  }
  const byName = new Map(known.flatMap((one) => one.names.map((name) => [name, one] as const)));
  return { fleet, declares: (question) => mayLeave(byName, question) && mayEnter(byName, question) };
}

function composeTenant(
  chart: BusinessUnit,
  id: string,
  of: UnitPlan,
  plan: TenantPlan,
  before: readonly Known[],
): Known {
  const callees = [...new Set(plan.calls.flatMap((call) => before[call % (before.length + 1)] ?? []))];
  // A canary that no route leads to is refused.
  const canary = plan.canary && plan.route !== 'none';
  const made = new MiTenant(chart, id, {
    image: base.withApp(id, '1.0.0'),
    scaling: Scaling.fixed(2),
    canary: canary ? Canary.percent(10, { image: base.withApp(id, '1.1.0') }) : undefined,
    config: plan.metrics ? { metrics: Metrics.prometheus() } : {},
    pod: plan.inbound ? { ports: { hl7: 2575 } } : {},
    calls: [...callees.map((callee) => callee.of.http), ...(plan.database ? [DATABASE] : [])],
    callers: plan.partner ? [Peer.ranges('198.51.100.0/24')] : [],
  });
  const name = `${chart.node.id}/${id}`;
  return { ...plan, unit: of, of: made, names: canary ? [name, `${name}-canary`] : [name], callees };
}

function mayLeave(byName: ReadonlyMap<string, Known>, { from, to, port, protocol }: Question): boolean {
  const caller = byName.get(from.name);
  if (caller?.unit.mode !== 'isolated') {
    return true;
  }
  const called = caller.callees.some(({ names }) => names.includes(to.name));
  const tcp = (called && port === 8290) || (caller.database && to.name === 'prices database' && port === 5432);
  return (to.name === 'dns' && port === 53) || (protocol === 'TCP' && tcp);
}

function mayEnter(byName: ReadonlyMap<string, Known>, { from, to, port, protocol }: Question): boolean {
  const asked = byName.get(to.name);
  if (asked?.unit.mode !== 'isolated') {
    return true;
  }
  const caller = byName.get(from.name);
  const ways: ReadonlyArray<readonly [boolean, readonly number[]]> = [
    [from.name === 'edge' && asked.route !== 'none', [asked.route === 'http' ? 8290 : 8253]],
    [from.name === 'partner' && asked.partner, [8290, 8253, ...(asked.inbound ? [2575] : [])]],
    [from.name === 'prometheus' && asked.metrics && asked.unit.scrapers, [9201]],
    [from.name === 'internet' && asked.unit.operators, [9164]],
    [caller?.callees.includes(asked) === true, [8290]],
  ];
  return protocol === 'TCP' && ways.some(([holds, ports]) => holds && ports.includes(port));
}
