import type { Probe } from '../../imports/k8s';
import {
  Canary,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiTenant,
  type MiTenantProps,
  Route,
  Scaling,
} from '../../lib';
import { healthCheckOf, healthCheckText } from '../../lib/tenant/health-check';
import { imageOf } from '../config-parts';
import { base, errorOf, newFleet, newUnit, ofKind, refusalOf } from '../manifests';

const port = (number: number) => number;
const named = (name: string) => name;
const header = { name: 'Host', value: 'orders.example.com' };

test.each<[Probe, string]>([
  [{ httpGet: { path: '/mine', port: port(8290) } }, 'GET /mine on 8290'],
  [{ httpGet: { path: 'mine', port: port(8290) } }, 'GET /mine on 8290'],
  [{ httpGet: { port: port(8290) } }, 'GET / on 8290'],
  [{ httpGet: { path: '/mine', port: named('inbound'), scheme: 'HTTPS' } }, 'GET /mine over TLS on 7000'],
  [{ tcpSocket: { port: port(8290) } }, 'a connection to 8290'],
  [{ httpGet: { port: named('nowhere') } }, 'one that only the kubelet can ask'],
  [{ httpGet: { port: port(8290), httpHeaders: [header] } }, 'one that only the kubelet can ask'],
  [{ httpGet: { port: port(8290), host: '10.0.0.1' } }, 'one that only the kubelet can ask'],
  [{ tcpSocket: { port: port(8290), host: '10.0.0.1' } }, 'one that only the kubelet can ask'],
  [{ exec: { command: ['true'] } }, 'one that only the kubelet can ask'],
  [{ grpc: { port: 8290 } }, 'one that only the kubelet can ask'],
  [{}, 'one that only the kubelet can ask'],
])('%j is %s', (probe, text) => {
  expect(healthCheckText(healthCheckOf(probe, { inbound: 7000 }))).toBe(text);
});

function behind(controller: GatewayController, props: Partial<MiTenantProps<'app'>>) {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const hosts = { 'orders.example.com': 'retail', 'stock.example.com': 'retail' };
  const via = new LoadBalancer(fleet, 'edge', { controller, hosts });
  const image = base.withApp('orders', '1.0.0');
  const tls = Keystore.fromSecret('keystore', { file: 'orders.jks', password: 'password' });
  const tenant = new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(2), tls, ...props });
  const passes = controller.name === 'nlb';
  const route = passes
    ? Route.passthrough('orders.example.com', tenant)
    : Route.http('orders.example.com', { to: tenant.http });
  const stock = new MiTenant(unit, 'stock', { image, scaling: Scaling.fixed(2) });
  const others = passes ? [] : [Route.http('stock.example.com', { to: stock.http })];
  new GatewayIngress(unit, 'routes', { via, routes: [route, ...others] });
  return { fleet, unit };
}

const said = (controller: GatewayController, props: Partial<MiTenantProps<'app'>>) =>
  errorOf(() => behind(controller, props).fleet.render());
const probe = (readinessProbe: Probe) => ({ lifecycle: { readinessProbe } });
const mine = probe({ httpGet: { path: '/mine', port: port(8290) } });

/** The health check that an ALB is told, in each Ingress. */
function albChecks(props: Partial<MiTenantProps<'app'>>) {
  const { fleet, unit } = behind(GatewayController.alb(), props);
  expect(errorOf(() => fleet.render())).toBe('');
  return ofKind(unit, 'Ingress').map(({ metadata: { name, annotations = {} } }) => {
    const of = (key: string) => annotations[`alb.ingress.kubernetes.io/${key}`];
    return [
      name,
      `${of('healthcheck-protocol')} ${of('healthcheck-port')}${of('healthcheck-path')} ${of('success-codes')}`,
    ];
  });
}

test('an ALB asks a tenant with a readiness probe of its own the same, and the others of its unit as before', () => {
  const usual = ['routes-edge-depth-0', 'HTTP 9201/healthz 200-399'];
  expect(albChecks({})).toEqual([usual]);
  expect(albChecks(mine)).toEqual([['routes-edge-depth-0-health-orders', 'HTTP 8290/mine 200-399'], usual]);
  expect(albChecks(probe({ httpGet: { path: '/mine', port: named('https'), scheme: 'HTTPS' } }))).toEqual([
    ['routes-edge-depth-0-health-orders', 'HTTPS 8253/mine 200-399'],
    usual,
  ]);
});

const nlbCheck = (props: Partial<MiTenantProps<'app'>>) => {
  const { fleet, unit } = behind(GatewayController.nlb(), props);
  expect(errorOf(() => fleet.render())).toBe('');
  const service = ofKind(unit, 'Service').find(({ metadata }) => metadata.name === 'routes-edge');
  return Object.entries(service?.metadata.annotations ?? {})
    .filter(([key]) => key.includes('healthcheck'))
    .map(([key, value]) => `${key.replace('service.beta.kubernetes.io/aws-load-balancer-healthcheck-', '')} ${value}`);
};

test('an NLB asks what the readiness probe asks, over HTTP or by a connection', () => {
  expect(nlbCheck(mine)).toEqual(['path /mine', 'port 8290', 'protocol http', 'success-codes 200-399']);
  expect(nlbCheck(probe({ tcpSocket: { port: port(8253) } }))).toEqual(['port 8253', 'protocol tcp']);
});

const command = probe({ exec: { command: ['true'] } });

test('fails for a probe that the load balancer cannot ask', () => {
  const on = (instead: string, number: number, controller: string) =>
    refusalOf(
      `route orders.example.com/ of gateway "retail/routes" must lead to a tenant whose readiness ${instead} of a port of ` +
        `the pod, without host and httpHeaders, got port ${number} on load balancer "edge" (${controller})`,
    );
  const alb = on('an ALB can ask: give it a lifecycle.readinessProbe with httpGet', 8290, 'alb');
  expect(said(GatewayController.alb(), command)).toBe(alb);
  expect(said(GatewayController.alb(), probe({ tcpSocket: { port: port(8290) } }))).toBe(alb);
  expect(said(GatewayController.nlb(), command)).toBe(
    on('an NLB can ask: give it a lifecycle.readinessProbe with httpGet or tcpSocket', 8253, 'nlb'),
  );
  expect(said(GatewayController.nginx(), command)).toBe('');
});

test('fails on an ALB for a canary that is ready by another question, which one health check cannot ask', () => {
  const canary = Canary.percent(10, { image: base.withApp('orders', '2.0.0') });
  const old = imageOf('1.1.0');
  expect(said(GatewayController.alb(), { image: old, canary })).toBe(
    refusalOf(
      'route orders.example.com/ of gateway "retail/routes" must lead to a tenant whose canary shows by the same question ' +
        'that it is ready (GET /healthz on 8290; the canary: GET /healthz on 9201), since one health check asks both: ' +
        'let the two images have releases that agree, or give lifecycle.readinessProbe, got port 8290 on load balancer ' +
        '"edge" (alb)',
    ),
  );
  expect(said(GatewayController.alb(), { image: old, canary, ...mine })).toBe('');
  expect(said(GatewayController.nginx(), { image: old, canary })).toBe('');
});
