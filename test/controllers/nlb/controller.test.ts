import { Duration } from 'cdk8s';
import {
  BusinessUnit,
  GATEWAY_FEATURES,
  GatewayController,
  GatewayIngress,
  type HostBook,
  Keystore,
  LoadBalancer,
  MiTenant,
  type MiTenantProps,
  Network,
  Peer,
  Route,
  Scaling,
} from '../../../lib';
import { base, canaryOf, errorOf, manifestsOf, named, newFleet, newUnit, ofKind, refusalOf } from '../../manifests';

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
      'route orders.example.com/ of gateway "retail/routes" must be Route.passthrough or Route.tcp, since an NLB hands ' +
        'connections on unopened, got port 8290 on load balancer "edge" (nlb)',
    ),
  );
  expect(unit.node.findAll().filter(({ node }) => node.id === 'nlb')).toEqual([]);
});

test('passthrough, of a wildcard too, and ports of their own are all that it can', () => {
  const { cannot } = GatewayController.nlb();
  const can = Object.keys(GATEWAY_FEATURES).filter((feature) => !(feature in cannot));
  expect(can).toEqual(['passthrough', 'tcp', 'wildcardHost']);
});

describe('ports of inbound endpoints', () => {
  const HOSTS = { 'lab.example.com': 'retail' } as const;

  function labOf(unit: BusinessUnit, props: Partial<MiTenantProps<'app'>> = {}): MiTenant {
    return new MiTenant(unit, 'lab', {
      image: base.withApp('lab', '1.0.0'),
      scaling: Scaling.fixed(2),
      pod: { ports: { hl7: 2575, ws: 9091 } },
      ...props,
    });
  }

  /** The Service of the NLB of a tenant with these routes, or what is said of them. */
  function nlbOf(routesOf: (lab: MiTenant) => readonly Route[], props: Partial<MiTenantProps<'app'>> = {}) {
    const { fleet, via, unit } = fleetOf(HOSTS);
    new GatewayIngress(unit, 'routes', { via, routes: routesOf(labOf(unit, props)) });
    const said = errorOf(() => fleet.render());
    // What is refused is rendered by nobody.
    const services = said === '' ? ofKind(unit, 'Service') : [];
    const service = services.find(({ metadata }) => metadata.name === 'routes-edge');
    return { said, ports: service?.spec?.ports, annotations: service?.metadata.annotations };
  }

  const tls = Keystore.fromSecret('keystore', { file: 'lab.jks', password: 'password' });

  test('each has a port of the load balancer, its own number or another, beside what is passed through', () => {
    const routes = (lab: MiTenant) => [
      Route.passthrough('lab.example.com', lab),
      Route.tcp('lab.example.com', { to: lab.port('hl7') }),
      Route.tcp('lab.example.com', { to: lab.port('ws'), port: 8443 }),
    ];
    expect(nlbOf(routes, { tls })).toMatchObject({
      said: '',
      ports: [
        { name: 'https', port: 443, targetPort: 8253, protocol: 'TCP' },
        { name: 'tcp-2575', port: 2575, targetPort: 2575, protocol: 'TCP' },
        { name: 'tcp-8443', port: 8443, targetPort: 9091, protocol: 'TCP' },
      ],
    });
  });

  test('a tenant without a certificate may have ports of its own, and no other then', () => {
    expect(nlbOf((lab) => [Route.tcp('lab.example.com', { to: lab.port('hl7') })])).toMatchObject({
      said: '',
      ports: [{ name: 'tcp-2575', port: 2575, targetPort: 2575, protocol: 'TCP' }],
    });
  });

  test('a silent connection is left open as long as a request may take, on each port', () => {
    const lifecycle = { requestTimeout: Duration.minutes(20) };
    const { annotations } = nlbOf((lab) => [Route.tcp('lab.example.com', { to: lab.port('hl7') })], { lifecycle });
    const key = 'service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-2575';
    expect(annotations?.[key]).toBe('tcp.idle_timeout.seconds=1200');
  });

  test('the policy of an isolated unit lets them in', () => {
    const fleet = newFleet();
    const sources = [Peer.ranges('10.9.0.0/16')];
    const via = new LoadBalancer(fleet, 'edge', { controller: GatewayController.nlb(), hosts: HOSTS, sources });
    const unit = new BusinessUnit(fleet, 'retail', { contact: 'x', network: Network.isolated() });
    const routes = [Route.tcp('lab.example.com', { to: labOf(unit).port('hl7') })];
    new GatewayIngress(unit, 'routes', { via, routes });
    expect(errorOf(() => fleet.render())).toBe('');
    const { ingress } = named(unit, 'NetworkPolicy', 'lab').spec ?? {};
    expect(JSON.stringify(ingress)).toContain('{"port":2575,"protocol":"TCP"}');
  });

  const about = (host: string) => `route ${host} of gateway "retail/routes"`;

  test.each<readonly [string, (lab: MiTenant) => readonly Route[], string]>([
    [
      'one port is asked for twice',
      (lab) => [
        Route.tcp('lab.example.com', { to: lab.port('hl7') }),
        Route.tcp('lab.example.com', { to: lab.port('ws'), port: 2575 }),
      ],
      `${about('lab.example.com:2575')} must stand once on load balancer "edge", got it again after "retail/routes"; ` +
        'a port is one way, whatever the host; take another port',
    ],
    [
      'it is that of what is passed through',
      (lab) => [Route.tcp('lab.example.com', { to: lab.port('hl7'), port: 443 })],
      `${about('lab.example.com:443')} must have another port than 443, which is that of Route.passthrough, ` +
        'got port 2575 on load balancer "edge" (nlb)',
    ],
    [
      'the host is not in the book',
      (lab) => [Route.tcp('hl7.example.com', { to: lab.port('hl7') })],
      `${about('hl7.example.com:2575')} must be in the host book of load balancer "edge", got no entry for it; ` +
        'add it to hosts, with "retail" as its owner',
    ],
  ])('fails when %s', (_, routes, sentence) => {
    expect(nlbOf(routes).said).toBe(refusalOf(sentence));
  });

  test('fails when a port is asked for on two hosts, which nothing of a connection tells apart', () => {
    const { fleet, via, unit } = fleetOf({ ...HOSTS, 'hl7.example.com': 'retail' });
    const to = labOf(unit).port('hl7');
    const routes = [Route.tcp('lab.example.com', { to }), Route.tcp('hl7.example.com', { to })];
    new GatewayIngress(unit, 'routes', { via, routes });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        `${about('hl7.example.com:2575')} must stand once on load balancer "edge", got it again after "retail/routes"; ` +
          'a port is one way, whatever the host; take another port',
      ),
    );
  });

  test('fails when the tenant has a canary, since no connection is told from another', () => {
    const canary = canaryOf({ by: 'percent', percent: 10 });
    expect(nlbOf((lab) => [Route.tcp('lab.example.com', { to: lab.port('hl7') })], { canary }).said).toContain(
      `${about('lab.example.com:2575')} must lead to a tenant without a canary, got "retail/lab"; ` +
        'no connection of a port can be told from another; bring the new version out by an update',
    );
  });

  test.each([
    [GatewayController.nginx(), 'its ports are flags and a ConfigMap of whoever runs it, for all units'],
    [GatewayController.traefik(), 'a port is an entry point, which is a flag of whoever runs it'],
    [GatewayController.alb(), 'an ALB speaks HTTP; GatewayController.nlb hands connections on'],
  ])('fails on any other controller, with its reason', (controller, why) => {
    const fleet = newFleet();
    const via = new LoadBalancer(fleet, 'edge', { controller, hosts: HOSTS });
    const unit = newUnit(fleet);
    new GatewayIngress(unit, 'routes', {
      via,
      routes: [Route.tcp('lab.example.com', { to: labOf(unit).port('hl7') })],
    });
    expect(errorOf(() => fleet.render())).toContain(
      `${about('lab.example.com:2575')} must ask only for what ${controller.name} can do, ` +
        `got a port of its own, whatever is spoken there; ${why}; nlb can`,
    );
  });
});
