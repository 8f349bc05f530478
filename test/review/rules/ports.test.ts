import { ports } from '../../../lib/review/rules/ports';
import { found, orders, plain } from '../changes';

test('a port of a tenant’s own opens in the cluster, and closes', () => {
  const own = orders({ pod: { ports: { inbound: 9000 } } });
  expect(found(ports, orders(), own)).toEqual(['notice retail/orders: opens in the cluster: port 9000 (inbound)']);
  expect(found(ports, own, orders())).toEqual(['warning retail/orders: closes in the cluster: port 9000 (inbound)']);
});

test('a Service that becomes reachable from outside', () => {
  const service = (type: string) => plain({ kind: 'Service', spec: { type, ports: [{ port: 80, name: 'http' }] } });
  expect(found(ports, service('ClusterIP'), service('LoadBalancer'))).toEqual([
    'warning retail: Service retail/it is reached from outside the cluster [type: ClusterIP → LoadBalancer]',
  ]);
});

test('a Service that leads to other pods', () => {
  const service = (app: string) => plain({ kind: 'Service', spec: { selector: { app } } });
  expect(found(ports, service('a'), service('b'))).toEqual(['warning retail: Service retail/it leads to other pods']);
});
