import { GatewayController, GatewayIngress, LoadBalancer, Route } from '../../../lib';
import { hosts } from '../../../lib/review/rules/hosts';
import { app, found, retail } from '../changes';

type Path = `/${string}`;

const routed = (...paths: readonly Path[]) =>
  retail((unit, fleet) => {
    const controller = GatewayController.nginx();
    const via = new LoadBalancer(fleet, 'public', { controller, hosts: { 'a.example.com': 'retail' } });
    const { http } = app(unit);
    const routes = paths.map((path) => Route.http('a.example.com', { to: http, path }));
    new GatewayIngress(unit, 'routes', { via, routes });
  });

test('a path that opens and one that closes', () => {
  expect(found(hosts, routed('/a', '/b'), routed('/a', '/c'))).toEqual([
    'notice retail: opens to the outside: a.example.com/c',
    'warning retail: closes to the outside: a.example.com/b',
  ]);
});

test('the order of paths opens nothing', () => {
  expect(found(hosts, routed('/a', '/b'), routed('/b', '/a'))).toEqual([]);
});
