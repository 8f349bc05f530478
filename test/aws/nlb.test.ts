import { Duration } from 'cdk8s';
import { GatewayController, GatewayIngress, Keystore, LoadBalancer, MiTenant, Route, Scaling } from '../../lib';
import { base, errorOf, newFleet, newUnit } from '../manifests';
import { targetGroupsOf } from './alb';
import { judged, readByAws } from './judge';

test('the controller makes an NLB that hands the TLS port of a tenant on, and asks for its readiness', () => {
  const fleet = newFleet();
  const via = new LoadBalancer(fleet, 'edge', {
    controller: GatewayController.nlb({ scheme: 'internet-facing' }),
    hosts: { 'orders.example.com': 'retail' },
  });
  const unit = newUnit(fleet);
  const tenant = new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    tls: Keystore.fromSecret('keystore', { file: 'orders.jks', password: 'password' }),
  });
  new GatewayIngress(unit, 'routes', { via, routes: [Route.passthrough('orders.example.com', tenant)] });
  expect(errorOf(() => fleet.render())).toBe('');
  const [answer] = judged([readByAws(fleet)]);
  expect(answer?.error).toBeUndefined();
  expect(Object.keys(answer?.services ?? {})).toEqual(['retail/routes-edge']);
  const { model, error } = answer?.services['retail/routes-edge'] ?? {};
  expect(error).toBeUndefined();
  const stack = model?.resources ?? {};
  expect(Object.values(stack['AWS::ElasticLoadBalancingV2::LoadBalancer'] ?? {})).toMatchObject([
    { spec: { type: 'network', scheme: 'internet-facing', ipAddressType: 'ipv4' } },
  ]);
  expect(Object.values(stack['AWS::ElasticLoadBalancingV2::Listener'] ?? {})).toMatchObject([
    { spec: { port: 443, protocol: 'TCP' } },
  ]);
  expect(Object.values(targetGroupsOf(stack))).toMatchObject([
    {
      targetType: 'ip',
      protocol: 'TCP',
      port: 8253,
      healthCheckConfig: { port: 9201, protocol: 'HTTP', path: '/healthz', matcher: { httpCode: '200-399' } },
    },
  ]);
});

test('a port of an inbound endpoint is a listener of its own, to a group of that port, asked as the tenant is', () => {
  const fleet = newFleet();
  const hosts = { 'lab.example.com': 'retail' };
  const via = new LoadBalancer(fleet, 'edge', { controller: GatewayController.nlb(), hosts });
  const unit = newUnit(fleet);
  const lab = new MiTenant(unit, 'lab', {
    image: base.withApp('lab', '1.0.0'),
    scaling: Scaling.fixed(2),
    tls: Keystore.fromSecret('keystore', { file: 'lab.jks', password: 'password' }),
    pod: { ports: { hl7: 2575, ws: 9091 } },
    lifecycle: { requestTimeout: Duration.minutes(20) },
  });
  const routes = [
    Route.passthrough('lab.example.com', lab),
    Route.tcp('lab.example.com', { to: lab.port('hl7') }),
    Route.tcp('lab.example.com', { to: lab.port('ws'), port: 8443 }),
  ];
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(errorOf(() => fleet.render())).toBe('');
  const [answer] = judged([readByAws(fleet)]);
  const { model, error } = answer?.services['retail/routes-edge'] ?? {};
  expect([answer?.error, error]).toEqual([undefined, undefined]);
  const stack = model?.resources ?? {};
  const idle = [{ Key: 'tcp.idle_timeout.seconds', Value: '1200' }];
  const listeners = Object.values(stack['AWS::ElasticLoadBalancingV2::Listener'] ?? {});
  expect(listeners).toMatchObject(
    [443, 2575, 8443].map((port) => ({ spec: { port, protocol: 'TCP', listenerAttributes: idle } })),
  );
  const healthCheckConfig = { port: 9201, protocol: 'HTTP', path: '/healthz', matcher: { httpCode: '200-399' } };
  expect(Object.values(targetGroupsOf(stack)).sort((one, other) => one.port - other.port)).toMatchObject(
    [2575, 8253, 9091].map((port) => ({ targetType: 'ip', protocol: 'TCP', port, healthCheckConfig })),
  );
});
