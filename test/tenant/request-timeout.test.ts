import { Duration } from 'cdk8s';
import {
  BusinessUnit,
  Canary,
  GatewayController,
  GatewayIngress,
  type HttpRouteProps,
  Keystore,
  LoadBalancer,
  MiTenant,
  type MiTenantProps,
  Route,
  Scaling,
  UnitNamespace,
} from '../../lib';
import { imageOf } from '../config-parts';
import { base, errorOf, manifestsOf, newFleet, ofKind, saidOf, sentencesOf, theOne } from '../manifests';

type Props = Partial<MiTenantProps<'app'>>;
type Settings = Omit<HttpRouteProps, 'to'>;

/** A tenant with a route through each of these controllers. */
function behind(controllers: readonly GatewayController[], props: Props, settings: Settings | 'passthrough' = {}) {
  const fleet = newFleet();
  const unit = new BusinessUnit(fleet, 'retail', { contact: 'integration@example.com' });
  const tenant = new MiTenant(unit, 'orders', {
    image: imageOf('4.5.0'),
    scaling: Scaling.fixed(2),
    tls: Keystore.fromSecret('keystore', { file: 'orders.jks', password: 'password' }),
    ...props,
  });
  controllers.forEach((controller, index) => {
    const hosts = { 'orders.example.com': 'retail', 'other.example.com': 'retail' };
    const via = new LoadBalancer(fleet, `edge-${index}`, { controller, hosts });
    const route =
      settings === 'passthrough'
        ? Route.passthrough('orders.example.com', tenant)
        : Route.http('orders.example.com', { to: tenant.http, ...settings });
    new GatewayIngress(unit, `routes-${index}`, { via, routes: [route] });
  });
  return { fleet, unit };
}

function rendered(controller: GatewayController, props: Props, settings?: Settings | 'passthrough') {
  const { fleet, unit } = behind([controller], props, settings);
  expect(errorOf(() => fleet.render())).toBe('');
  return unit;
}

const refused = (controller: GatewayController, props: Props, settings?: Settings | 'passthrough') =>
  sentencesOf(() => behind([controller], props, settings).fleet.render());

/** How long a pod of the workload may take to stop: until it is told to, and all in all. */
function stopOf(unit: BusinessUnit, name = 'orders') {
  const workload = ofKind(unit, 'Deployment').find(({ metadata }) => metadata.name === name);
  const { spec } = Object(workload?.spec?.template);
  const [, , script] = spec.containers[0].lifecycle.preStop.exec.command;
  return [script.split('\n')[0], spec.terminationGracePeriodSeconds];
}

const nginx = GatewayController.nginx();
const gatewayApi = GatewayController.gatewayApi({ gatewayClass: 'any', namespace: 'infra', defaultCertificate: 'all' });
const tenMinutes: Props = { lifecycle: { requestTimeout: Duration.minutes(10) } };

describe('how long a request may take is said once, and it reaches', () => {
  test('the server, which leaves the connection open for longer than whoever waits for the answer', () => {
    const toml = theOne(rendered(nginx, tenMinutes), 'ConfigMap').data?.['deployment.toml'];
    expect(toml).toContain('socket_timeout = 610000');
    expect(toml).toContain('graceful_shutdown_timeout = 600000');
  });

  test('the pod, which finishes it', () => {
    expect(stopOf(rendered(nginx, tenMinutes))).toEqual(['sleep 10', 10 + 600 + 15]);
  });

  test('a pod of a release that drains for a minute, which answers for longer before it is told to stop', () => {
    const unit = rendered(nginx, { ...tenMinutes, image: imageOf('4.4.0') });
    expect(stopOf(unit)).toEqual(['sleep 540', 540 + 60 + 15]);
    expect(theOne(unit, 'ConfigMap').data?.['deployment.toml']).toContain('socket_timeout = 610000');
  });

  test('nginx, for each route and for the default backend', () => {
    const waits = {
      'nginx.ingress.kubernetes.io/proxy-read-timeout': '600',
      'nginx.ingress.kubernetes.io/proxy-send-timeout': '600',
      'nginx.ingress.kubernetes.io/proxy-next-upstream-timeout': '600',
    };
    expect(theOne(rendered(nginx, tenMinutes), 'Ingress').metadata.annotations).toMatchObject(waits);
    const fleet = newFleet();
    const unit = new BusinessUnit(fleet, 'retail', { contact: 'integration@example.com' });
    const image = base.withApp('orders', '1.0.0');
    const tenant = new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(2), ...tenMinutes });
    const via = new LoadBalancer(fleet, 'edge', { controller: nginx, hosts: { '*': 'retail' } });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.defaultBackend(tenant.http)] });
    expect(theOne(unit, 'Ingress').metadata.annotations).toMatchObject(waits);
  });

  test('Traefik', () => {
    const unit = rendered(GatewayController.traefik(), tenMinutes);
    expect(theOne(unit, 'ServersTransport').spec).toEqual({ forwardingTimeouts: { responseHeaderTimeout: '600s' } });
  });

  test('the Gateway API', () => {
    expect(JSON.stringify(manifestsOf(rendered(gatewayApi, tenMinutes)))).toContain('"timeouts":{"request":"600s"}');
  });

  test('an NLB, which would end a silent connection after 350 s', () => {
    const service = (props: Props) =>
      ofKind(rendered(GatewayController.nlb(), props, 'passthrough'), 'Service').find(
        ({ metadata }) => metadata.name === 'routes-0-edge-0',
      )?.metadata.annotations;
    const idle = 'service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-443';
    expect(service(tenMinutes)).toMatchObject({ [idle]: 'tcp.idle_timeout.seconds=600' });
    expect(service({ lifecycle: { requestTimeout: Duration.seconds(350) } })).not.toHaveProperty([idle]);
  });

  test('no WebSocket, which is no request', () => {
    const unit = rendered(nginx, tenMinutes, { upgrade: 'websocket' });
    expect(theOne(unit, 'Ingress').metadata.annotations).toMatchObject({
      'nginx.ingress.kubernetes.io/proxy-read-timeout': '3600',
    });
  });
});

const about = 'route orders.example.com/ of gateway "retail/routes-0" must';
const on = (name: string, number = 8290) => `got port ${number} on load balancer "edge-0" (${name})`;

describe('a route waits no longer than its tenant', () => {
  test.each([
    ['4.4.0', 60],
    ['4.5.0', 180],
  ] as const)('of release %s, whose requests have %d s unless it says so', (release, seconds) => {
    const image = imageOf(release);
    const timeout = Duration.seconds(seconds);
    expect(refused(nginx, { image }, { timeout })).toEqual([]);
    expect(refused(nginx, { image }, { timeout: Duration.seconds(seconds + 1) })).toEqual([
      `${about} wait no longer than its tenant, whose requests have ${seconds} s (not ${seconds + 1}), got ` +
        `"retail/orders"; write lifecycle: { requestTimeout: Duration.seconds(${seconds + 1}) } of the tenant, which its ` +
        'routes follow',
    ]);
  });

  test('and may wait for less', () => {
    const unit = rendered(nginx, tenMinutes, { timeout: Duration.seconds(30) });
    expect(theOne(unit, 'Ingress').metadata.annotations).toMatchObject({
      'nginx.ingress.kubernetes.io/proxy-read-timeout': '30',
    });
  });
});

describe('an ALB has one wait for all routes, so', () => {
  const alb = (seconds?: number) =>
    GatewayController.alb(seconds === undefined ? {} : { idleTimeout: Duration.seconds(seconds) });

  test('it must be as long as a request of the tenant', () => {
    expect(refused(alb(600), tenMinutes)).toEqual([]);
    expect(refused(alb(), tenMinutes)).toEqual([
      `${about} be for an ALB with idleTimeout: Duration.seconds(600) or more, since a request of its tenant may take so ` +
        `long, ${on('alb')}`,
    ]);
  });

  test('it must not outlive the connections of the server, which it would send requests on', () => {
    expect(refused(alb(179), {})).toEqual([]);
    expect(refused(alb(180), {})).toEqual([
      `${about} lead to a tenant that leaves silent connections open for longer than the ALB does (180 s, the tenant ` +
        '180 s), which would send requests on those just closed: give it config: { toml: { transport: { http: ' +
        `{ socket_timeout: 190000 } } } }, ${on('alb')}`,
    ]);
    expect(refused(alb(180), { config: { toml: { transport: { http: { socket_timeout: 190_000 } } } } })).toEqual([]);
  });
});

test('fails for an Ingress class that is told nothing of it', () => {
  expect(refused(GatewayController.ingressClass('haproxy'), tenMinutes)).toEqual([
    `${about} say by annotations of its controller that requests may take 600 s: GatewayController.ingressClass(name, ` +
      `{ settings: { timeout } }), ${on('Ingress class')}`,
  ]);
  // What names the class says nothing of it.
  expect(refused(GatewayController.ingressClass('gce', { named: 'annotation' }), tenMinutes)).toHaveLength(1);
  const annotations = { 'haproxy.org/timeout-server': '600s' };
  expect(refused(GatewayController.ingressClass('haproxy', { annotations }), tenMinutes)).toEqual([]);
});

test('fails for a request that takes longer than an NLB can wait', () => {
  const props = { lifecycle: { requestTimeout: Duration.seconds(6001) } };
  expect(refused(GatewayController.nlb(), props, 'passthrough')).toEqual([
    `${about} lead to a tenant with a requestTimeout of at most 6000 s, after which an NLB ends a silent connection, ` +
      on('nlb', 8253),
  ]);
});

test('fails when deployment.toml ends the connection before the answer', () => {
  const toml = { transport: { http: { socket_timeout: 600_000 } } };
  expect(saidOf({ ...tenMinutes, config: { toml } })).toEqual([
    'lifecycle.requestTimeout of tenant "retail/orders" must be less than the 600 s of ' +
      'config.toml.transport.http.socket_timeout, got 600 s; leave that out, it follows from this one',
  ]);
});

test.each([0, -1000, 999])('fails when deployment.toml leaves a connection no second: %d', (socket_timeout) => {
  const toml = { transport: { http: { socket_timeout } } };
  const seconds = Math.floor(socket_timeout / 1000);
  const refusal =
    'config.toml.transport.http.socket_timeout of tenant "retail/orders" must be at least 1000 (a second), since load ' +
    `balancers and the stop of a pod wait by it, got ${seconds} s; leave it out for 180 s, or say ` +
    'lifecycle.requestTimeout, which it follows from';
  expect(saidOf({ config: { toml } })).toEqual([refusal]);
  expect(saidOf({ ...tenMinutes, config: { toml } })).toEqual([refusal]);
});

test('a second is enough', () => {
  expect(saidOf({ config: { toml: { transport: { http: { socket_timeout: 1000 } } } } })).toEqual([]);
});

describe('a pod that leaves', () => {
  const label = 'elbv2.k8s.aws/pod-readiness-gate-inject';
  const gate = (unit: BusinessUnit) => theOne(unit, 'Namespace').metadata.labels?.[label];

  test.each([
    ['nginx', nginx, 10, undefined],
    ['Traefik', GatewayController.traefik(), 10, undefined],
    ['the Gateway API', gatewayApi, 10, undefined],
    ['an Ingress class', GatewayController.ingressClass('haproxy'), 10, undefined],
    ['an ALB', GatewayController.alb(), 60, 'enabled'],
  ])(
    'behind %s answers on as long as it is sent requests, and is ready when that says so',
    (_, one, seconds, gated) => {
      const unit = rendered(one, {});
      expect(stopOf(unit)).toEqual([`sleep ${seconds}`, seconds + 180 + 15]);
      expect(gate(unit)).toBe(gated);
    },
  );

  test('behind an NLB is sent connections for three minutes', () => {
    const unit = rendered(GatewayController.nlb(), {}, 'passthrough');
    expect(stopOf(unit)).toEqual(['sleep 180', 180 + 180 + 15]);
    expect(gate(unit)).toBe('enabled');
  });

  test('behind a controller that an NLB leads to is sent requests by the controller', () => {
    const props = { namespace: 'traefik', selector: { app: 'traefik' } };
    expect(stopOf(rendered(GatewayController.behindNlb(nginx, props), {}))).toEqual(['sleep 10', 205]);
  });

  test('behind two goes by the slower one, and so does its canary; the time for a rollout grows with it', () => {
    const canary = Canary.percent(10, { image: base.withApp('orders', '2.0.0') });
    const { fleet, unit } = behind([GatewayController.alb(), nginx], { image: imageOf('4.4.0'), canary });
    expect(errorOf(() => fleet.render())).toBe('');
    expect(stopOf(unit)).toEqual(['sleep 60', 135]);
    expect(stopOf(unit, 'orders-canary')).toEqual(['sleep 60', 135]);
    expect(ofKind(unit, 'Deployment')[0]?.spec).toMatchObject({ progressDeadlineSeconds: 180 + 30 + 135 + 120 });
  });

  test('of another application of the unit leaves alike, since a route may turn to it, and of a poller does not', () => {
    const { fleet, unit } = behind([GatewayController.alb()], {});
    const [image, scaling] = [base.withApp('green', '1.0.0'), Scaling.fixed(2)];
    new MiTenant(unit, 'green', { image, scaling });
    new MiTenant(unit, 'files', { image: base.withPoller('files', '1.0.0'), scaling: Scaling.singleton() });
    expect(errorOf(() => fleet.render())).toBe('');
    expect(stopOf(unit, 'green')).toEqual(['sleep 60', 135]);
    expect(theOne(unit, 'StatefulSet').spec?.template?.spec).toMatchObject({ terminationGracePeriodSeconds: 85 });
  });

  test('leaves as its tenant says where that is said', () => {
    const unit = rendered(GatewayController.alb(), { lifecycle: { leave: Duration.seconds(25) } });
    expect(stopOf(unit)).toEqual(['sleep 25', 25 + 180 + 15]);
  });

  test('in a namespace of others is gated by whoever labels that', () => {
    const fleet = newFleet();
    const namespace = UnitNamespace.existing('shared');
    const unit = new BusinessUnit(fleet, 'retail', { contact: 'integration@example.com', namespace });
    const image = base.withApp('orders', '1.0.0');
    const tenant = new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(2) });
    const controller = GatewayController.alb();
    const via = new LoadBalancer(fleet, 'edge', { controller, hosts: { 'orders.example.com': 'retail' } });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http('orders.example.com', { to: tenant.http })] });
    expect(errorOf(() => fleet.render())).toBe('');
    expect(ofKind(unit, 'Namespace')).toEqual([]);
  });
});
