import { GatewayIngress, Keystore, Route } from '../../../lib';
import { canaryOf, errorOf, newUnit, ofKind, refusalOf } from '../../manifests';
import { gatewayFleet, keystore, SHARED, specsOf, tenantOf } from './fleets';

const target = (name: string) => [{ group: '', kind: 'Service', name, sectionName: 'pass-through-https' }];

/** A fleet with a route over TLS to a tenant for each host. */
function policies(hosts: readonly `${string}.${string}`[], ca?: string) {
  const book = Object.fromEntries(hosts.map((host) => [host, 'retail']));
  const { fleet, unit, via } = gatewayFleet(book);
  const { https } = tenantOf(unit, 'orders', { tls: keystore(ca) });
  new GatewayIngress(unit, 'routes', { via, routes: hosts.map((host) => Route.http(host, { to: https })) });
  const error = errorOf(() => fleet.render());
  return { error, specs: error === '' ? specsOf(unit, 'BackendTLSPolicy') : [] };
}

test('the certificate of a pod is checked against the host of the route and the tenant’s authority', () => {
  expect(policies(['shop.example.com'], 'orders-ca')).toEqual({
    error: '',
    specs: [
      {
        name: 'orders',
        spec: {
          targetRefs: target('orders'),
          validation: {
            hostname: 'shop.example.com',
            caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'orders-ca' }],
          },
        },
      },
    ],
  });
});

test('without an authority of its own, those that every system knows', () => {
  expect(policies(['shop.example.com']).specs[0]?.spec?.validation).toEqual({
    hostname: 'shop.example.com',
    wellKnownCACertificates: 'System',
  });
});

test('a certificate for another name than the host is asked for by that name, for any number of hosts', () => {
  const hosts = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}.example.com` as const);
  const { fleet, unit, via } = gatewayFleet(
    Object.fromEntries([...hosts, '*.example.org'].map((host) => [host, 'retail'])),
  );
  const { https } = tenantOf(unit, 'orders', { tls: Keystore.ofImage({ ca: 'mi-certificate' }) });
  const routes = [...hosts, '*.example.org' as const].map((host) => Route.http(host, { to: https }));
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(errorOf(() => fleet.render())).toBe('');
  expect(specsOf(unit, 'BackendTLSPolicy')[0]?.spec?.validation).toEqual({
    hostname: 'localhost',
    caCertificateRefs: [{ group: '', kind: 'ConfigMap', name: 'mi-certificate' }],
  });
});

test('the image’s own certificate is not shown to clients', () => {
  const { fleet, unit, via } = gatewayFleet({ 'shop.example.com': 'retail' });
  const tenant = tenantOf(unit, 'orders', { tls: Keystore.ofImage({ ca: 'mi-certificate' }) });
  new GatewayIngress(unit, 'routes', { via, routes: [Route.passthrough('shop.example.com', tenant)] });
  expect(errorOf(() => fleet.render())).toContain('must lead to a tenant with a certificate of its own');
});

test('for several hosts one policy says them all, since a port takes no second policy', () => {
  const { error, specs } = policies(['www.example.com', 'shop.example.com']);
  const named = (hostname: string) => ({ type: 'Hostname', hostname });
  expect(error).toBe('');
  expect(specs).toEqual([
    {
      name: 'orders',
      spec: {
        targetRefs: target('orders'),
        validation: {
          hostname: 'shop.example.com',
          subjectAltNames: [named('shop.example.com'), named('www.example.com')],
          wellKnownCACertificates: 'System',
        },
      },
    },
  ]);
});

test('the canary has a policy of its own', () => {
  const { unit, via } = gatewayFleet({ 'shop.example.com': 'retail' });
  const { https } = tenantOf(unit, 'orders', { tls: keystore(), canary: canaryOf({ by: 'percent', percent: 5 }) });
  new GatewayIngress(unit, 'routes', { via, routes: [Route.http('shop.example.com', { to: https })] });
  const validation = { hostname: 'shop.example.com', wellKnownCACertificates: 'System' };
  expect(specsOf(unit, 'BackendTLSPolicy')).toEqual([
    { name: 'orders', spec: { targetRefs: target('orders'), validation } },
    { name: 'orders-canary', spec: { targetRefs: target('orders-canary'), validation } },
  ]);
});

test('the policy stands beside the Service, in the unit of the tenant', () => {
  const { fleet, unit, via } = gatewayFleet({ 'shop.example.com': 'retail' });
  const finance = newUnit(fleet, 'finance');
  const { https } = tenantOf(finance, 'ledger', { tls: keystore() });
  new GatewayIngress(unit, 'routes', { via, routes: [Route.http('shop.example.com', { to: https })] });
  expect(ofKind(unit, 'BackendTLSPolicy')).toEqual([]);
  expect(ofKind(finance, 'BackendTLSPolicy').map(({ apiVersion, metadata }) => ({ apiVersion, metadata }))).toEqual([
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      metadata: {
        name: 'ledger',
        namespace: 'finance',
        labels: {
          'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
          'app.kubernetes.io/part-of': 'finance',
          'cdk8s-wso2-mi/unit': 'finance',
        },
      },
    },
  ]);
});

describe('refusals', () => {
  test('fails when the hosts are more than the API takes', () => {
    const hosts = ['a', 'b', 'c', 'd', 'e', 'f'].map((one) => `${one}.example.com` as const);
    expect(policies(hosts.slice(1)).error).toBe('');
    expect(policies(hosts).error).toBe(
      refusalOf(
        'https of tenant "retail/orders" must be asked over TLS for at most 5 hosts on the Gateway API, ' +
          'got 6 of them; let some of the routes lead to tenant.http',
      ),
    );
  });

  test('fails when the host is a wildcard or any, which no certificate is checked against', () => {
    const { fleet, unit, via } = gatewayFleet(
      { '*.example.com': 'retail', '*': 'retail' },
      { tls: {} },
      { ...SHARED, defaultCertificate: 'fallback-tls' },
    );
    const { https } = tenantOf(unit, 'orders', { tls: keystore() });
    const routes = [Route.http('*.example.com', { to: https }), Route.defaultBackend(https)];
    new GatewayIngress(unit, 'routes', { via, routes });
    const refused = (route: string) =>
      `route ${route} of gateway "retail/routes" must lead to tenant.http, since the certificate of a pod is checked ` +
      'against the name of one host (Keystore: serverName), got port 8253 on load balancer "public" (gateway-api)';
    expect(errorOf(() => fleet.render())).toBe(refusalOf(refused('*.example.com/'), refused('*/')));
  });

  test('fails when the tenant has no certificate of its own', () => {
    const { fleet, unit, via } = gatewayFleet({ 'shop.example.com': 'retail' });
    const { https } = tenantOf(unit, 'orders');
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http('shop.example.com', { to: https })] });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'route shop.example.com/ of gateway "retail/routes" must lead to tenant.http or to a tenant with tls, since ' +
          'the image’s own certificate stands no check (Keystore.ofImage says what it is), got port 8253 on load balancer "public" (gateway-api)',
      ),
    );
  });
});
