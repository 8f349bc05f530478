import {
  type BusinessUnit,
  GATEWAY_FEATURES,
  GatewayController,
  GatewayIngress,
  type HostBook,
  Keystore,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
} from '../../../lib';
import { base, errorOf, manifestsOf, newFleet, newUnit, ofKind, refusalOf } from '../../manifests';

function tenantOf(unit: BusinessUnit, id = 'orders'): MiTenant {
  return new MiTenant(unit, id, {
    image: base.withApp(id, '1.0.0'),
    scaling: Scaling.fixed(2),
    tls: Keystore.fromSecret('keystore', { file: 'orders.jks', password: 'password' }),
  });
}

function fleetOf(hosts: HostBook) {
  const fleet = newFleet();
  const via = new LoadBalancer(fleet, 'edge', { controller: GatewayController.nlb(), hosts });
  return { fleet, via, unit: newUnit(fleet) };
}

const INSTEAD =
  'an NLB hands every connection to the same pods; give each tenant a load balancer of its own, take ' +
  'GatewayController.alb(…), or put an NLB before a shared controller: GatewayController.behindNlb(…)';

test('the connections of all hosts go to the TLS port of one tenant', () => {
  const { fleet, via, unit } = fleetOf({ 'orders.example.com': 'retail', '*.orders.example.com': 'retail' });
  const tenant = tenantOf(unit);
  const routes = [Route.passthrough('orders.example.com', tenant), Route.passthrough('*.orders.example.com', tenant)];
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(errorOf(() => fleet.render())).toBe('');
  expect(manifestsOf(via)).toEqual([]);
  expect(ofKind(unit, 'Service').find(({ metadata }) => metadata.name === 'routes-edge')).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'routes-edge',
      namespace: 'retail',
      labels: {
        'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
        'app.kubernetes.io/part-of': 'retail',
        'cdk8s-wso2-mi/unit': 'retail',
      },
      annotations: {
        'cdk8s-wso2-mi/contact': 'integration@example.com',
        'service.beta.kubernetes.io/aws-load-balancer-attributes': 'load_balancing.cross_zone.enabled=true',
        'service.beta.kubernetes.io/aws-load-balancer-healthcheck-path': '/healthz',
        'service.beta.kubernetes.io/aws-load-balancer-healthcheck-port': '9201',
        'service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol': 'http',
        'service.beta.kubernetes.io/aws-load-balancer-healthcheck-success-codes': '200-399',
        'service.beta.kubernetes.io/aws-load-balancer-ip-address-type': 'ipv4',
        'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'ip',
        'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal',
      },
    },
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: 'service.k8s.aws/nlb',
      allocateLoadBalancerNodePorts: false,
      selector: { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/part-of': 'retail' },
      ports: [{ name: 'https', port: 443, targetPort: 8253, protocol: 'TCP' }],
    },
  });
});

test('it selects the pods that the tenant’s own Service selects', () => {
  const { via, unit } = fleetOf({ 'orders.example.com': 'retail' });
  const tenant = tenantOf(unit);
  new GatewayIngress(unit, 'routes', { via, routes: [Route.passthrough('orders.example.com', tenant)] });
  const [one, other] = ofKind(unit, 'Service');
  expect(one?.spec?.selector).toEqual(tenant.selector);
  expect(other?.spec?.selector).toEqual(tenant.selector);
});

test('fails when two tenants of a unit would share an NLB', () => {
  const { fleet, via, unit } = fleetOf({ 'orders.example.com': 'retail', 'prices.example.com': 'retail' });
  const routes = [
    Route.passthrough('orders.example.com', tenantOf(unit)),
    Route.passthrough('prices.example.com', tenantOf(unit, 'prices')),
  ];
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      `controller of load balancer "edge" must lead to one tenant, got "retail/orders" and "retail/prices"; ${INSTEAD}`,
    ),
  );
});

test('fails when tenants of two units would share an NLB', () => {
  const { fleet, via, unit } = fleetOf({ 'orders.example.com': 'retail', 'files.example.com': 'clinic' });
  const clinic = newUnit(fleet, 'clinic');
  const of = (tenant: MiTenant, host: 'orders.example.com' | 'files.example.com') =>
    new GatewayIngress(tenant.unit, 'routes', { via, routes: [Route.passthrough(host, tenant)] });
  of(tenantOf(unit), 'orders.example.com');
  of(tenantOf(clinic, 'files'), 'files.example.com');
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      `controller of load balancer "edge" must lead to one tenant, got "retail/orders" and "clinic/files"; ${INSTEAD}`,
    ),
  );
});

test('fails when a second gateway would be a second NLB', () => {
  const { fleet, via, unit } = fleetOf({ 'orders.example.com': 'retail', 'www.example.com': 'retail' });
  const tenant = tenantOf(unit);
  new GatewayIngress(unit, 'one', { via, routes: [Route.passthrough('orders.example.com', tenant)] });
  new GatewayIngress(unit, 'other', { via, routes: [Route.passthrough('www.example.com', tenant)] });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'controller of load balancer "edge" must have one gateway, got "retail/one/edge" and "retail/other/edge"; ' +
        'each would be an NLB of its own; declare the routes in one',
    ),
  );
});

test('one controller may be behind two load balancers, each with a tenant of its own', () => {
  const fleet = newFleet();
  const controller = GatewayController.nlb();
  const unit = newUnit(fleet);
  for (const id of ['orders', 'prices']) {
    const host = `${id}.example.com` as const;
    const via = new LoadBalancer(fleet, `${id}-edge`, { controller, hosts: { [host]: 'retail' } });
    new GatewayIngress(unit, id, { via, routes: [Route.passthrough(host, tenantOf(unit, `${id}-api`))] });
  }
  expect(errorOf(() => fleet.render())).toBe('');
});

test('fails for a route of HTTP, and renders nothing for it', () => {
  const { fleet, via, unit } = fleetOf({ 'orders.example.com': 'retail' });
  new GatewayIngress(unit, 'routes', { via, routes: [Route.http('orders.example.com', { to: tenantOf(unit).http })] });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'route orders.example.com/ of gateway "retail/routes" must be Route.passthrough, since an NLB hands connections ' +
        'on unopened, got port 8290 on load balancer "edge" (nlb)',
    ),
  );
  expect(unit.node.findAll().filter(({ node }) => node.id === 'nlb')).toEqual([]);
});

test('passthrough, of a wildcard too, is all that it can', () => {
  const { cannot } = GatewayController.nlb();
  const can = Object.keys(GATEWAY_FEATURES).filter((feature) => !(feature in cannot));
  expect(can).toEqual(['passthrough', 'wildcardHost']);
});
