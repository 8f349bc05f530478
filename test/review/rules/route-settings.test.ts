import { GatewayController, GatewayIngress, LoadBalancer, Route } from '../../../lib';
import { routeSettings } from '../../../lib/review/rules/route-settings';
import { app, found, retail } from '../changes';

const routed = (settings: object) =>
  retail((unit, fleet) => {
    const controller = GatewayController.nginx({ clientAddresses: 'direct' });
    const via = new LoadBalancer(fleet, 'public', { controller, hosts: { 'a.example.com': 'retail' } });
    new GatewayIngress(unit, 'routes', {
      via,
      routes: [Route.http('a.example.com', { to: app(unit).http, ...settings })],
    });
  });

test('another rate limit', () => {
  expect(found(routeSettings, routed({ rateLimit: 50 }), routed({ rateLimit: 5000 }))).toEqual([
    'notice retail: Ingress retail/routes-public-a.example.com is led otherwise [limit-rps: 50 → 5000]',
  ]);
});

test('a rate limit that leaves opens the way further', () => {
  const limited = { rateLimit: 50, from: ['10.0.0.0/8'] };
  expect(found(routeSettings, routed(limited), routed({ from: ['10.0.0.0/8'] }))).toEqual([
    expect.stringMatching(
      /^warning retail: Ingress retail\/routes-public-a\.example\.com loses what narrows it \[limit-burst-multiplier: 1 → –\] \[limit-rps: 50 → –\]$/,
    ),
  ]);
});
