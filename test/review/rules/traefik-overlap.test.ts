import { BusinessUnit, GatewayController, GatewayIngress, Keystore, LoadBalancer, Route } from '../../../lib';
import { orphans } from '../../../lib/review/rules/orphans';
import { traefikOverlap } from '../../../lib/review/rules/traefik-overlap';
import { newFleet } from '../../manifests';
import { app, found } from '../changes';

const HOSTS = ['a.example.com', '*.example.com'] as const;
const tls = Keystore.fromSecret('keystore', { file: 'k.jks', password: 'password', ca: 'ca' });

interface Led {
  readonly way?: 'http' | 'passthrough';
  readonly owner?: 'clinic' | 'retail';
  readonly host?: (typeof HOSTS)[number];
  readonly door?: string;
  readonly controller?: GatewayController;
}

/** A host that is led to the application of one of two units, which run both. */
function led({ way = 'http', owner = 'retail', host = HOSTS[0], door = 'public', controller }: Led = {}) {
  const fleet = newFleet();
  const via = new LoadBalancer(fleet, door, {
    controller: controller ?? GatewayController.traefik(),
    hosts: { [host]: owner },
  });
  const tenants = ['clinic', 'retail'].map((id) =>
    app(new BusinessUnit(fleet, id, { contact: 'integration@example.com' }), { tls }),
  );
  for (const tenant of tenants.filter(({ unit }) => unit.node.id === owner)) {
    const route = way === 'http' ? Route.http(host, { to: tenant.http }) : Route.passthrough(host, tenant);
    new GatewayIngress(tenant.unit, 'routes', { via, routes: [route] });
  }
  return fleet.render();
}

test.each(HOSTS)('%s is passed through until its rule of TCP is deleted, which is told once', (host) => {
  const [before, after] = [led({ host, way: 'passthrough' }), led({ host })];
  const name = `routes-public-${host.replace('*', 'wildcard')}`;
  expect(found(traefikOverlap, before, after)).toEqual([
    `danger retail: Traefik passes ${host} through while IngressRouteTCP retail/${name} is there, since it asks rules of ` +
      `TCP before those of HTTP: IngressRoute retail/${name} gets no request, and nothing answers where the network ` +
      `closes the way to the old port $ kubectl -n retail delete ingressroutetcp.traefik.io/${name}  # right after the ` +
      'apply; deploy does it by itself',
  ]);
  expect(found(orphans, before, after)).toEqual([]);
});

test('what is passed through from now on is asked first, whatever rule of HTTP is left', () => {
  expect(found(traefikOverlap, led(), led({ way: 'passthrough' }))).toEqual([]);
});

test('a host that moves to another unit has the rules of both', () => {
  const name = 'routes-public-a.example.com';
  expect(found(traefikOverlap, led(), led({ owner: 'clinic' }))).toEqual([
    `danger clinic: Traefik has two rules for a.example.com while IngressRoute retail/${name} is there beside IngressRoute ` +
      `clinic/${name}, and may go on to follow the old one; nothing answers where its pods are gone or the network closes ` +
      `the way to them $ kubectl -n retail delete ingressroute.traefik.io/${name}  # when the new pods are ready; deploy ` +
      'does it in the turn of the unit that had it, ready or not',
  ]);
});

test('a rule that is left beside one to the same pods does no harm', () => {
  expect(found(traefikOverlap, led(), led({ door: 'outer' }))).toEqual([]);
});

test('another host, another entry point and another class are asked of nobody who has the old rule', () => {
  const passed = led({ way: 'passthrough' });
  expect(found(traefikOverlap, passed, led({ host: HOSTS[1] }))).toEqual([]);
  expect(found(traefikOverlap, passed, led({ controller: GatewayController.traefik({ websecure: 'other' }) }))).toEqual(
    [],
  );
  expect(
    found(traefikOverlap, passed, led({ controller: GatewayController.traefik({ ingressClass: 'other' }) })),
  ).toEqual([]);
});

test('other controllers have no rules of Traefik', () => {
  const nginx = GatewayController.nginx();
  expect(found(traefikOverlap, led({ controller: nginx }), led({ controller: nginx, owner: 'clinic' }))).toEqual([]);
});
