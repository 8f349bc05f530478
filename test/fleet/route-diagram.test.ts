import {
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiTenant,
  Route,
  routeDiagram,
  Scaling,
} from '../../lib';
import { base, canaryOf, newFleet, newUnit } from '../manifests';

test('a fleet without routes is an empty picture', () => {
  expect(routeDiagram(newFleet())).toBe('flowchart LR\n');
});

test('every way is an arrow from its host to its tenant, in order, whatever the order of the sources', () => {
  const fleet = newFleet();
  const hosts = {
    '*.wso2.com': 'retail',
    'shop.wso2.com': 'clinic',
    'ops.example.org': 'retail',
    '*': 'retail',
  } as const;
  const [old, next] = ['old', 'next'].map((id) => {
    const controller = GatewayController.nginx({ paths: 'regex', clientAddresses: 'direct' });
    return new LoadBalancer(fleet, id, { controller, hosts });
  });
  if (old === undefined || next === undefined) {
    throw new Error('expected two load balancers');
  }
  const props = {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    tls: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
  };
  const retail = newUnit(fleet, 'retail');
  const orders = new MiTenant(retail, 'orders', { ...props, canary: canaryOf({ by: 'percent', percent: 10 }) });
  new GatewayIngress(retail, 'routes', {
    via: [old, next],
    routes: [
      Route.http('*.wso2.com', { path: '/bar', match: 'exact', rewriteTo: '/', to: orders.https }),
      Route.http('*.wso2.com', { to: orders.http }),
      Route.management('ops.example.org', { to: orders.metrics, from: ['10.20.0.0/16'] }),
      Route.defaultBackend(orders.http),
    ],
  });
  const clinic = newUnit(fleet, 'clinic');
  const routes = [Route.passthrough('shop.wso2.com', new MiTenant(clinic, 'lab-results', props))];
  new GatewayIngress(clinic, 'routes', { via: old, routes });
  expect(routeDiagram(fleet)).toBe(`flowchart LR
  subgraph door_next["next (nginx)"]
    host_next___ALL(["any other host"])
    host_next___ALL_wso2_com(["*.wso2.com"])
    host_next___ops_example_org(["ops.example.org"])
  end
  subgraph door_old["old (nginx)"]
    host_old___ALL(["any other host"])
    host_old___ALL_wso2_com(["*.wso2.com"])
    host_old___ops_example_org(["ops.example.org"])
    host_old___shop_wso2_com(["shop.wso2.com"])
  end
  subgraph unit_clinic["clinic"]
    tenant_clinic___lab__results["lab-results"]
  end
  subgraph unit_retail["retail"]
    tenant_retail___orders["orders and its canary"]
  end
  host_next___ALL_wso2_com -->|"/ : 8290"| tenant_retail___orders
  host_next___ALL_wso2_com -->|"exactly /bar as / : 8253"| tenant_retail___orders
  host_next___ALL -->|"/ : 8290"| tenant_retail___orders
  host_next___ops_example_org -.->|"/metric-service : 9201"| tenant_retail___orders
  host_old___ALL_wso2_com -->|"/ : 8290"| tenant_retail___orders
  host_old___ALL_wso2_com -->|"exactly /bar as / : 8253"| tenant_retail___orders
  host_old___ALL -->|"/ : 8290"| tenant_retail___orders
  host_old___ops_example_org -.->|"/metric-service : 9201"| tenant_retail___orders
  host_old___shop_wso2_com -.->|"TLS unopened : 8253"| tenant_clinic___lab__results
`);
});
