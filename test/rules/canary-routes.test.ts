import { ApiObject } from 'cdk8s';
import {
  Canary,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  Metrics,
  MiTenant,
  Monitoring,
  Network,
  Peer,
  Route,
  Scaling,
} from '../../lib';
import {
  base,
  errorOf,
  manifestsOf,
  newFleet,
  newTenant,
  newUnit,
  refusalOf,
  saidOf as saidOfTenant,
} from '../manifests';

const image = base.withApp('orders', '1.1.0');
const metrics = Metrics.prometheus();
const peer = Peer.pods('monitoring', { app: 'prometheus' });

/** A tenant with a canary, and what leads to it. */
function saidOf(canary: Canary, ways: { readonly host?: string; readonly names?: string } = {}): string {
  const fleet = newFleet();
  const hosts = { 'shop.example.com': 'retail', 'bank.example.com': 'bank' };
  const via = new LoadBalancer(fleet, 'public', { controller: GatewayController.nginx(), hosts });
  newUnit(fleet, 'bank');
  const unit = newUnit(fleet);
  const tenant = new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    canary,
  });
  if (ways.host === 'shop.example.com' || ways.host === 'bank.example.com') {
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http(ways.host, { to: tenant.http })] });
  }
  if (ways.names !== undefined) {
    const spec = { http: [{ route: [{ destination: { host: ways.names } }] }] };
    new ApiObject(unit, 'mesh', { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', spec });
  }
  return errorOf(() => fleet.render());
}

const lonely = refusalOf(
  'canary of tenant "retail/orders" must be reached by a route, got none to the tenant, and no object that names Service ' +
    '"orders-canary"; give a GatewayIngress a route to the tenant; Canary.percent(0, …) is for one that others send ' +
    'requests to',
);

test.each([
  ['a percentage', Canary.percent(10, { image })],
  ['a header', Canary.header('X-Canary', { image })],
])('fails when a canary for %s is reached by nobody', (_, canary) => {
  expect(saidOf(canary)).toBe(lonely);
  expect(saidOf(canary, { names: 'orders' })).toBe(lonely);
});

test('a route to the tenant, an object that names its Service, or a canary without requests is taken', () => {
  const canary = Canary.percent(10, { image });
  expect(saidOf(canary, { host: 'shop.example.com' })).toBe('');
  expect(saidOf(canary, { names: 'orders-canary' })).toBe('');
  expect(saidOf(Canary.percent(0, { image }))).toBe('');
});

test.each([
  ['a policy of its network', { network: Network.isolated({ scrapers: [peer] }) }],
  ['a monitor', { monitoring: Monitoring.serviceMonitors() }],
  ['a policy and a monitor', { monitoring: Monitoring.podMonitors(), network: Network.isolated({ scrapers: [peer] }) }],
])('%s says the name of a canary, and leads nobody to it', (_, props) => {
  const canary = Canary.percent(10, { image });
  const { unit } = newTenant({ canary: Canary.percent(0, { image }), config: { metrics } }, newFleet(props));
  expect(JSON.stringify(manifestsOf(unit).filter(({ kind }) => /Policy|Monitor/.test(kind)))).toContain(
    'orders-canary',
  );
  expect(refusalOf(...saidOfTenant({ canary, config: { metrics } }, props))).toBe(lonely);
});

test('a route that is refused has one sentence', () => {
  expect(saidOf(Canary.percent(10, { image }), { host: 'bank.example.com' }).split('\n')).toHaveLength(2);
});
