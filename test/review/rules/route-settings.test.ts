import { PROJECTS } from '../../../imports/write/sources';
import { GatewayController, GatewayIngress, LoadBalancer, Route } from '../../../lib';
import { routeSettings } from '../../../lib/review/rules/route-settings';
import { app, found, plain, retail } from '../changes';

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

type Kind = readonly [kind: string, apiVersion: string];

function kindsOf(apiVersion: string, project: string): Kind[] {
  return (PROJECTS[project]?.kinds ?? []).map((kind) => [kind, apiVersion]);
}

test.each<Kind>([
  ['Ingress', 'networking.k8s.io/v1'],
  ['IngressClass', 'networking.k8s.io/v1'],
  ...kindsOf('gateway.networking.k8s.io/v1', 'gateway-api'),
  ...kindsOf('gateway.envoyproxy.io/v1alpha1', 'envoy-gateway'),
  ...kindsOf('traefik.io/v1alpha1', 'traefik'),
  ...kindsOf('elbv2.k8s.aws/v1beta1', 'aws-load-balancer-controller'),
])('a %s of anybody that is changed, or lets more through', (kind, apiVersion) => {
  const object = (spec: object) => plain({ kind, apiVersion, spec });
  const changes = (to: object) => found(routeSettings, object({ rateLimit: 1, to: 'a' }), object(to));
  expect(changes({ rateLimit: 1, to: 'b' })).toEqual([
    expect.stringMatching(new RegExp(`^notice .*${kind} \\S*it is led otherwise \\[spec\\.to: a → b\\]$`)),
  ]);
  expect(changes({ to: 'a' })).toEqual([
    expect.stringMatching(new RegExp(`^warning .*${kind} \\S*it loses what narrows it \\[spec\\.rateLimit: 1 → –\\]$`)),
  ]);
});

test.each([
  ['NetworkPolicy', 'networking.k8s.io/v1'],
  ['Service', 'v1'],
])('a %s leads nothing from the outside', (kind, apiVersion) => {
  const object = (to: string) => plain({ kind, apiVersion, spec: { to } });
  expect(found(routeSettings, object('a'), object('b'))).toEqual([]);
});
