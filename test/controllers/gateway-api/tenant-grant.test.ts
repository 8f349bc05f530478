import { BusinessUnit, GatewayController, GatewayIngress, LoadBalancer, Route, UnitNamespace } from '../../../lib';
import { canaryOf, errorOf, newUnit, ofKind, refusalOf } from '../../manifests';
import { gatewayFleet, keystore, specsOf, tenantOf } from './fleets';

const HOSTS = { 'shop.example.com': 'retail', 'till.example.com': 'retail' } as const;
const from = (kind: string) => ({ group: 'gateway.networking.k8s.io', kind, namespace: 'retail' });

test('a route to a tenant of another unit stands in its own unit, and the leave for it in the tenant’s', () => {
  const { fleet, unit, via } = gatewayFleet(HOSTS);
  const finance = newUnit(fleet, 'finance');
  const { http } = tenantOf(finance, 'ledger');
  const routes = [Route.http('shop.example.com', { path: '/ledger', to: http })];
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(errorOf(() => fleet.render())).toBe('');
  const [route] = specsOf(unit, 'HTTPRoute');
  expect(route?.spec?.rules).toEqual([
    {
      matches: [{ path: { type: 'PathPrefix', value: '/ledger' } }],
      backendRefs: [{ namespace: 'finance', name: 'ledger', port: 8290 }],
    },
  ]);
  expect(ofKind(unit, 'ReferenceGrant')).toEqual([]);
  expect(ofKind(finance, 'ReferenceGrant')).toEqual([
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'ReferenceGrant',
      metadata: {
        name: 'ledger-from-retail',
        namespace: 'finance',
        labels: {
          'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
          'app.kubernetes.io/part-of': 'finance',
          'cdk8s-wso2-mi/unit': 'finance',
        },
      },
      spec: { from: [from('HTTPRoute')], to: [{ group: '', kind: 'Service', name: 'ledger' }] },
    },
  ]);
});

test('a tenant gives leave once for all routes of a namespace, for the kinds that there are', () => {
  const { fleet, unit, via } = gatewayFleet(HOSTS, { tls: {}, plainHttp: 'serve' });
  const finance = newUnit(fleet, 'finance');
  const ledger = tenantOf(finance, 'ledger', { tls: keystore() });
  new GatewayIngress(unit, 'passed', { via, routes: [Route.passthrough('till.example.com', ledger)] });
  new GatewayIngress(unit, 'routes', { via, routes: [Route.http('shop.example.com', { to: ledger.http })] });
  expect(errorOf(() => fleet.render())).toBe('');
  expect(specsOf(finance, 'ReferenceGrant')).toEqual([
    {
      name: 'ledger-from-retail',
      spec: { from: [from('HTTPRoute'), from('TLSRoute')], to: [{ group: '', kind: 'Service', name: 'ledger' }] },
    },
  ]);
});

test('leave is for the canary too', () => {
  const { fleet, unit, via } = gatewayFleet(HOSTS);
  const finance = newUnit(fleet, 'finance');
  const ledger = tenantOf(finance, 'ledger', { canary: canaryOf({ by: 'percent', percent: 5 }, 'ledger') });
  new GatewayIngress(unit, 'routes', { via, routes: [Route.http('shop.example.com', { to: ledger.http })] });
  expect(specsOf(finance, 'ReferenceGrant')).toMatchObject([
    { spec: { to: [{ name: 'ledger' }, { name: 'ledger-canary' }] } },
  ]);
});

test('units that share a namespace need no leave', () => {
  const { fleet, via } = gatewayFleet({ 'shop.example.com': 'north' });
  const [north, south] = ['north', 'south'].map(
    (id) => new BusinessUnit(fleet, id, { contact: 'x', namespace: UnitNamespace.existing('shared') }),
  ) as [BusinessUnit, BusinessUnit];
  const { http } = tenantOf(south, 'ledger');
  new GatewayIngress(north, 'routes', { via, routes: [Route.http('shop.example.com', { to: http })] });
  expect(errorOf(() => fleet.render())).toBe('');
  expect(ofKind(south, 'ReferenceGrant')).toEqual([]);
  expect(specsOf(north, 'HTTPRoute')).toMatchObject([
    { spec: { rules: [{ backendRefs: [{ name: 'south-ledger', port: 8290 }] }] } },
  ]);
});

test('fails when one of several load balancers cannot reach another unit', () => {
  const { fleet, unit, via } = gatewayFleet(HOSTS);
  const nginx = new LoadBalancer(fleet, 'old', { controller: GatewayController.nginx(), hosts: HOSTS });
  const { http } = tenantOf(newUnit(fleet, 'finance'), 'ledger');
  const routes = [Route.http('shop.example.com', { to: http })];
  new GatewayIngress(unit, 'routes', { via: [nginx, via], routes });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'route shop.example.com/ of gateway "retail/routes" must lead to a tenant of its own unit "retail", ' +
        'got "finance/ledger"; ' +
        'an Ingress cannot reach into another namespace; declare the route in the unit of the tenant',
    ),
  );
});
