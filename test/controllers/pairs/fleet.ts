import {
  BusinessUnit,
  type Fleet,
  type GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  type LoadBalancerProps,
  ManagementLogin,
  MiTenant,
  type MiTenantProps,
  Route,
  Scaling,
} from '../../../lib';
import { base, type Manifest, newFleet, sentencesOf, writtenIn } from '../../manifests';
import { type Answers, type Outcome, outcomeOf } from './outcome';
import { OPS, SHOP, TILL, type Trait } from './traits';

/** A controller, and how its objects are read. */
export interface Column {
  readonly id: string;
  readonly controller: GatewayController;
  readonly answers: (manifests: readonly Manifest[]) => Answers;
  /** What every load balancer of it says. */
  readonly door?: Partial<LoadBalancerProps>;
  /** What every tenant behind it says. */
  readonly tenant?: Partial<MiTenantProps<'app'>>;
  /** What it makes of a trait in its own way. */
  readonly own?: Readonly<Record<string, (before: Outcome) => Partial<Outcome>>>;
}

/** A fleet with traits, as it is rendered. */
export interface Rendered {
  readonly fleet: Fleet;
  /** What is said against it. */
  readonly said: readonly string[];
  readonly manifests: readonly Manifest[];
  /** What the route of each list is asked by, and whom it leads to. */
  readonly places: ReadonlyArray<{ readonly host: string; readonly path: string; readonly tenant: MiTenant }>;
}

/** What is said against a fleet with traits, and what its objects make of requests. */
export interface Tried extends Pick<Rendered, 'said'> {
  readonly outcomes: ReadonlyArray<Outcome | undefined>;
}

/** Renders what these lists of traits ask for, and asks for each of its routes. */
export function tried(column: Column, ...lists: ReadonlyArray<readonly Trait[]>): Tried | undefined {
  const all = rendered(column, ...lists);
  return all && { said: all.said, outcomes: outcomesOf(all, column.answers(all.manifests)) };
}

/** What becomes of the requests of each route. */
export function outcomesOf({ manifests, places }: Rendered, answers: Answers): Array<Outcome | undefined> {
  return places.map(({ host, path, tenant }) => {
    const outcome = outcomeOf(answers, host, path);
    return outcome && { ...outcome, letIn: letIn(manifests, tenant, outcome) };
  });
}

/** Renders a tenant with a route for each list of traits, all in one unit; `undefined` if a list writes something twice. */
export function rendered(
  column: Omit<Column, 'answers'>,
  ...lists: ReadonlyArray<readonly Trait[]>
): Rendered | undefined {
  if (lists.some((list) => !areApart(list))) return undefined;
  const all = lists.flat();
  const fleet = newFleet();
  let places: Rendered['places'] = [];
  const said = sentencesOf(() => {
    const contact = 'integration@example.com';
    const network = all.find((one) => one.network)?.network;
    const unit = new BusinessUnit(fleet, 'retail', { contact, network });
    const other = all.some(({ crossUnit }) => crossUnit) ? new BusinessUnit(fleet, 'clinic', { contact }) : unit;
    const via = new LoadBalancer(fleet, 'public', {
      controller: column.controller,
      hosts: Object.fromEntries([SHOP, OPS, TILL, '*.example.com', '*'].map((host) => [host, other.node.id])),
      ...Object.assign({}, column.door, ...all.map(({ door }) => door)),
    });
    const made = lists.map((list, index) => {
      const tenant = tenantOf(column, unit, `orders-${index + 1}`, list);
      return { tenant, route: routeOf(list, tenant, `/bar${index + 1}`) };
    });
    new GatewayIngress(other, 'routes', { via, routes: made.map(({ route }) => route) });
    fleet.render();
    places = made.map(({ tenant, route: { host, path } }, index) => ({
      host: host === '*' ? 'nobody.example.org' : host.replace('*', 'any'),
      path: path === '/' ? `/bar${index + 1}` : path,
      tenant,
    }));
  });
  const manifests = said.length > 0 ? [] : writtenIn(fleet);
  return { fleet, said, manifests, places };
}

/** The outcome of the first list of traits as it is for another one, whose tenant and path have another number. */
export function renamed({ to, headed, seen, ...rest }: Outcome, index: number): Outcome {
  const named = (text: string) => text.replace('orders-1', `orders-${index + 1}`).replace('/bar1', `/bar${index + 1}`);
  const all = (shares: Outcome['to']) =>
    Object.fromEntries(Object.entries(shares).map(([name, part]) => [named(name), part]));
  const { own, below } = seen;
  return { ...rest, to: all(to), headed: all(headed), seen: { own: own && named(own), below: below && named(below) } };
}

/** What must become of a route with these traits, by what becomes of one without any. */
export function expected({ own = {} }: Pick<Column, 'own'>, plain: Outcome, traits: readonly Trait[]): Outcome {
  let outcome = plain;
  for (const { id, effect } of traits) {
    outcome = { ...outcome, ...(own[id] ?? effect)(outcome) };
  }
  return outcome;
}

/** Whether no two of some traits write the same of a route or its tenant. */
export function areApart(traits: readonly Trait[]): boolean {
  const keys = traits.flatMap(
    ({ id: _, of: __, effect: ___, route, door, tenant: { lifecycle, ...tenant } = {}, ...rest }) =>
      Object.keys({ ...route, ...door, ...lifecycle, ...tenant, ...rest }),
  );
  // A route of another kind takes no props, and has a host and a port of its own.
  const bound = traits.filter(({ kind }) => kind !== undefined);
  const free = traits.filter(
    ({ kind, route, port, host }) => kind === undefined && (route ?? port ?? host) !== undefined,
  );
  return new Set(keys).size === keys.length && (bound.length === 0 || free.length === 0);
}

function tenantOf(
  { tenant }: Pick<Column, 'tenant'>,
  unit: BusinessUnit,
  id: string,
  traits: readonly Trait[],
): MiTenant {
  const props: Partial<MiTenantProps<'app'>> = Object.assign({}, tenant, ...traits.map((one) => one.tenant));
  return new MiTenant(unit, id, {
    image: base.withApp('orders', '1.0.0'),
    scaling: traits.find(({ scaling }) => scaling)?.scaling ?? Scaling.fixed(2),
    tls: Keystore.fromSecret('keystore', { file: 'orders.jks', password: 'password', ca: 'ca' }),
    ...props,
    config: { managementLogin: ManagementLogin.stock(), ...props.config },
    lifecycle: Object.assign({}, ...traits.map((one) => one.tenant?.lifecycle)),
  });
}

function routeOf(traits: readonly Trait[], tenant: MiTenant, path: `/${string}`): Route {
  const kind = traits.find((one) => one.kind)?.kind;
  const [host = SHOP] = traits.flatMap((one) => (one.host === '*.example.com' ? one.host : []));
  const props = Object.assign({}, ...traits.map(({ route }) => route));
  const to = traits.some(({ port }) => port === 'https') ? tenant.https : tenant.http;
  return kind === undefined ? Route.http(host, { path, to, ...props }) : kind(tenant);
}

interface Policy {
  readonly podSelector: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly ingress?: ReadonlyArray<{ readonly ports?: ReadonlyArray<{ readonly port: number }> }>;
}

/** Whether the policy of the pods has the port that requests go to; pods of a canary have the same. */
function letIn(manifests: readonly Manifest[], tenant: MiTenant, { to }: Pick<Outcome, 'to'>): boolean | undefined {
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
  if (policies.length === 0) return undefined;
  const ports = Object.keys(to).map((name) => Number(name.split(':')[1]));
  const own = policies
    .map(({ spec }) => spec as unknown as Policy)
    .filter(({ podSelector }) => covers(podSelector, tenant));
  return ports.every((port) =>
    own.some(({ ingress = [] }) => ingress.some(({ ports: all = [] }) => all.some((one) => one.port === port))),
  );
}

function covers({ matchLabels = {} }: Policy['podSelector'], { selector }: MiTenant): boolean {
  return Object.entries(selector).every(([label, value]) => matchLabels[label] === value);
}
