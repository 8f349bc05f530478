import { Canary, ControlPlane, Endpoint, MI_RELEASES, type MiTenant, Route } from '../../lib';
import { imageOf } from '../config-parts';
import { newTenant, podOf, saidOf, serverOf, theOne, tomlOf } from '../manifests';

const ports = { http: 8390, https: 8353, internalHttp: 9301, management: 9264 };

/** What 4.5 would be like if its stock configuration had other ports. */
const stock = { ...MI_RELEASES };
beforeEach(() => {
  Object.assign(MI_RELEASES, { '4.5.0': { ...stock['4.5.0'], ports } });
});
afterEach(() => {
  Object.assign(MI_RELEASES, stock);
});

const image = () => imageOf('4.5.0');

test('a release with other ports has them in its pod, its probes and its Service', () => {
  const { unit } = newTenant({ image: image() });
  expect(serverOf(unit)).toMatchObject({
    ports: [
      { name: 'http', containerPort: 8390 },
      { name: 'https', containerPort: 8353 },
      { name: 'internal-http', containerPort: 9301 },
      { name: 'management', containerPort: 9264 },
    ],
    startupProbe: { httpGet: { path: '/liveness', port: 9301 } },
    readinessProbe: { httpGet: { path: '/healthz', port: 9301 } },
    livenessProbe: { httpGet: { path: '/liveness', port: 9301 } },
  });
  expect(theOne(unit, 'Service').spec).toMatchObject({
    ports: [
      { name: 'pass-through-http', port: 8390, targetPort: 8390 },
      { name: 'pass-through-https', port: 8353, targetPort: 8353 },
      { name: 'internal-http', port: 9301, targetPort: 9301 },
      { name: 'management', port: 9264, targetPort: 9264 },
    ],
  });
  // No number of another release is left anywhere.
  expect(JSON.stringify([podOf(unit), theOne(unit, 'Service')])).not.toMatch(/8290|8253|9201|9164/);
});

test('routes and health checks lead to them', () => {
  const tenant: MiTenant = newTenant({ image: image() });
  const { http, https, management, metrics } = tenant;
  expect([http, https, management, metrics].map(({ number }) => number)).toEqual([8390, 8353, 9264, 9301]);
  expect(tenant.readiness).toEqual({ protocol: 'HTTP', port: 9301, path: '/healthz' });
  expect(Route.passthrough('orders.example.com', tenant).to.number).toBe(8353);
});

test('the dashboard is told where the Management API is', () => {
  const controlPlane = ControlPlane.dashboard({ at: Endpoint.outside('icp.example.com', 9743, ['10.0.0.1/32']) });
  expect(tomlOf(newTenant({ image: image(), config: { controlPlane } }).unit)).toMatchObject({
    dashboard_config: { management_port: 9264 },
  });
});

test('a tenant may have a port that only other releases use, and none of its own', () => {
  expect(saidOf({ image: image(), pod: { ports: { inbound: 8290 } } })).toEqual([]);
  expect(saidOf({ image: image(), pod: { ports: { inbound: 8390 } } })).toEqual([
    'pod.ports["inbound"] of tenant "retail/orders" must be a port of its own, got 8390; Micro Integrator has it; take another',
  ]);
});

test('fails for a canary of a release that listens elsewhere', () => {
  const canary = Canary.percent(10, { image: imageOf('4.6.0') });
  expect(saidOf({ image: image(), canary })).toEqual([
    'canary of tenant "retail/orders" must listen where the tenant listens, on 8390, 8353, 9301, 9264, got 8290, 8253, ' +
      '9201, 9164; routes and Services lead to both by one number; make it a tenant of its own',
  ]);
});
