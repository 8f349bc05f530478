import {
  Canary,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiBaseImage,
  MiTenant,
  type MiTenantProps,
  Route,
  Scaling,
  Tls,
} from '../../lib';
import { errorOf, newFleet, newUnit, objectsIn } from '../manifests';

const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0', build: 3 });
const [old, next] = [base.withApp('orders', '1.0.0'), base.withApp('orders', '1.1.0')] as const;
const scaling = Scaling.fixed(3);
const hosts = { 'shop.example.com': 'retail', 'partners.example.com': 'retail' } as const;
const tls = { 'shop.example.com': Tls.secret('shop-tls'), 'partners.example.com': Tls.secret('partners-tls') };

type Tenants = Readonly<Record<string, MiTenantProps<'app'>>>;

/** The files of a unit whose tenant `lead` answers on two hosts, through every controller that has canaries. */
function files(tenants: Tenants, lead: string): ReadonlyMap<string, string> {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const acm = Tls.acm('arn:aws:acm:eu-central-1:111122223333:certificate/0a1b');
  const via = [
    new LoadBalancer(fleet, 'old', { controller: GatewayController.nginx(), hosts, tls }),
    new LoadBalancer(fleet, 'own', { controller: GatewayController.traefik(), hosts, tls }),
    new LoadBalancer(fleet, 'new', {
      controller: GatewayController.gatewayApi({ gatewayClass: 'any', namespace: 'infra' }),
      hosts,
      tls,
    }),
    new LoadBalancer(fleet, 'cloud', {
      controller: GatewayController.alb(),
      hosts,
      tls: { 'shop.example.com': acm, 'partners.example.com': acm },
    }),
  ];
  const made = new Map(Object.entries(tenants).map(([id, props]) => [id, new MiTenant(unit, id, props)]));
  const to = made.get(lead)?.http;
  if (to === undefined) throw new Error(`expected a tenant ${lead}`);
  const routes = [Route.http('shop.example.com', { path: '/orders', to }), Route.http('partners.example.com', { to })];
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(errorOf(() => fleet.render())).toBe('');
  return fleet.render();
}

/** Objects that are not the same in both, or not in both, by kind and name; a ConfigMap without the hash of its content. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const [one, other] = [before, after].map(
    (rendered) =>
      new Map(
        objectsIn(rendered).map((object) => [
          `${object.kind} ${object.metadata.name.replace(/-[0-9a-f]{10}$/, '')}`,
          JSON.stringify(object),
        ]),
      ),
  );
  const names = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])]);
  return [...names].filter((name) => one?.get(name) !== other?.get(name)).sort();
}

/** Numbers of percent that a text says of a canary, in the ways of the four controllers. */
function weights(text: string): number[] {
  return [...text.matchAll(/(?:canary-weight: "|"weight":|weight: )(\d+)/gi)].map(([, number]) => Number(number));
}

describe('a canary', () => {
  const steady = files({ orders: { image: old, scaling } }, 'orders');
  const tried = files({ orders: { image: old, scaling, canary: Canary.percent(10, { image: next }) } }, 'orders');
  const promoted = files({ orders: { image: next, scaling } }, 'orders');

  test('takes the same part of the requests on every route of every load balancer', () => {
    const text = tried.get('retail.k8s.yaml') ?? '';
    const parts = weights(text);
    // nginx says it once for both routes, which share an Ingress; the three others for each route.
    expect([...new Set(parts)].sort()).toEqual([10, 90]);
    expect(parts.filter((part) => part === 10).length).toBe(1 + 3 * 2);
    expect(new Set(weights(steady.get('retail.k8s.yaml') ?? ''))).toEqual(new Set([1]));
  });

  test('leaves the tenant itself as it was', () => {
    expect(
      changed(steady, tried).filter((name) => /^(ConfigMap|Deployment|Service) orders(-config)?$/.test(name)),
    ).toEqual([]);
  });

  test('called off leaves no trace, and promoted is the tenant with the new image', () => {
    expect(changed(steady, promoted)).toEqual(['Deployment orders']);
    expect([...promoted.values()].join('')).not.toContain('canary');
  });
});

describe('blue and green', () => {
  const both: Tenants = { 'orders-blue': { image: old, scaling }, 'orders-green': { image: next, scaling } };

  test('are two tenants, and turning from one to the other changes ways only', () => {
    const ways = /^(Ingress|IngressRoute|TraefikService|HTTPRoute|ServersTransport|Middleware) /;
    const turned = changed(files(both, 'orders-blue'), files(both, 'orders-green'));
    expect(turned.filter((name) => !ways.test(name))).toEqual([]);
    expect(turned.length).toBeGreaterThan(0);
  });

  test('the unit’s own file is the only one that changes', () => {
    const [blue, green] = [files(both, 'orders-blue'), files(both, 'orders-green')];
    expect([...green.keys()].filter((name) => blue.get(name) !== green.get(name))).toEqual(['retail.k8s.yaml']);
  });
});
