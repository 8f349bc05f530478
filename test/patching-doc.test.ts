import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GatewayController, GatewayIngress, LoadBalancer, Patch, Route } from '../lib';
import { named, newFleet, newTenant, theOne } from './manifests';

test('the examples of docs/patching.md are those that are tried here', () => {
  const page = readFileSync(join(__dirname, '..', 'docs', 'patching.md'), 'utf8');
  const [, block = ''] = page.split('```ts\n');
  const own = readFileSync(__filename, 'utf8').replace(/\n {2}/g, '\n');
  expect(own).toContain(block.split('```')[0]);
});

test('each example takes its place in an object that breaks no law', () => {
  const fleet = newFleet();
  const orders = newTenant({}, fleet);
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.nginx(),
    hosts: { 'shop.example.com': 'retail' },
  });
  const routes = new GatewayIngress(orders.unit, 'routes', {
    via,
    routes: [Route.http('shop.example.com', { to: orders.http })],
  });

  // Addresses of both families for a Service (the cluster must have them).
  Patch.of(orders, 'Service').add('/spec/ipFamilyPolicy', 'PreferDualStack');
  // What a cloud or a mesh reads from annotations of a Service.
  Patch.of(orders, 'Service').add('/metadata/annotations/service.kubernetes.io~1topology-mode', 'Auto');
  // A runtime class.
  Patch.of(orders, 'Deployment').add('/spec/template/spec/runtimeClassName', 'gvisor');
  // An annotation of nginx that no setting of a route is about.
  Patch.of(routes, 'Ingress').add('/metadata/annotations/nginx.ingress.kubernetes.io~1custom-http-errors', '502,503');

  expect(() => fleet.render()).not.toThrow();
  expect(named(orders.unit, 'Service', 'orders')).toMatchObject({
    metadata: { annotations: { 'service.kubernetes.io/topology-mode': 'Auto' } },
    spec: { ipFamilyPolicy: 'PreferDualStack' },
  });
  const { spec } = theOne(orders.unit, 'Deployment');
  expect(spec?.template?.spec.runtimeClassName).toBe('gvisor');
  expect(theOne(orders.unit, 'Ingress').metadata.annotations).toMatchObject({
    'nginx.ingress.kubernetes.io/custom-http-errors': '502,503',
  });
});
