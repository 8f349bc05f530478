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
