import { ApiObject } from 'cdk8s';
import { GatewayController, GatewayIngress, LoadBalancer, MiTenant, Route, Scaling } from '../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf } from '../manifests';

interface Beside {
  readonly path: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ingressClassName?: string;
}

/** A fleet with a route of ours, and an Ingress of a user's beside it. */
function fleetOf({ path, annotations = {}, ingressClassName = 'public' }: Beside) {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const controller = GatewayController.alb();
  const via = new LoadBalancer(fleet, 'public', { controller, hosts: { 'shop.example.com': 'retail' } });
  const tenant = new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(1) });
  new GatewayIngress(unit, 'routes', {
    via,
    routes: [Route.http('shop.example.com', { path: '/a', to: tenant.http })],
  });
  const backend = { service: { name: 'other', port: { number: 80 } } };
  new ApiObject(unit, 'beside', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: 'beside',
      annotations: { 'alb.ingress.kubernetes.io/listen-ports': '[{"HTTP":80},{"HTTPS":443}]', ...annotations },
    },
    spec: {
      ingressClassName,
      rules: [{ host: 'shop.example.com', http: { paths: [{ path, pathType: 'Prefix', backend }] } }],
    },
  });
  return fleet;
}

test('fails when an Ingress beside ours takes requests that another has already', () => {
  expect(errorOf(() => fleetOf({ path: '/a' }).render())).toBe(
    refusalOf(
      'route shop.example.com/a of Ingress "retail/beside" must stand once in group "public", ' +
        'got it again after "retail/routes-public-depth-1"; an ALB takes the first rule that fits and never asks the other',
    ),
  );
});

test('fails also when it joins the group by its own annotation', () => {
  const annotations = { 'alb.ingress.kubernetes.io/group.name': 'public' };
  expect(errorOf(() => fleetOf({ path: '/a', annotations, ingressClassName: 'alb' }).render())).toContain(
    'route shop.example.com/a of Ingress "retail/beside" must stand once in group "public", got it again',
  );
});

test('another path, another condition and another group are another rule', () => {
  const method = [{ field: 'http-request-method', httpRequestMethodConfig: { values: ['GET'] } }];
  const annotations = { 'alb.ingress.kubernetes.io/conditions.other': JSON.stringify(method) };
  expect(errorOf(() => fleetOf({ path: '/b' }).render())).toBe('');
  expect(errorOf(() => fleetOf({ path: '/a', annotations }).render())).toBe('');
  expect(errorOf(() => fleetOf({ path: '/a', ingressClassName: 'alb' }).render())).toBe('');
});
