import { BusinessUnit, GatewayIngress, Route, Tls, UnitNamespace } from '../../../lib';
import { listenerName } from '../../../lib/controllers/gateway-api/listeners';
import { errorOf, newUnit, theOne } from '../../manifests';
import { gatewayFleet, keystore, SHARED, specsOf, tenantOf } from './fleets';

const owners = (...values: string[]) => ({
  namespaces: {
    from: 'Selector',
    selector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }] },
  },
});
const shows = (name: string) => ({ mode: 'Terminate', certificateRefs: [{ name }] });
const redirect = { name: 'http', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'Same' } } };

test.each([
  ['HTTPS', 'wso2.com', 'https.wso2.com'],
  ['HTTPS', '*.wso2.com', 'https-wildcard.wso2.com'],
  ['HTTPS', '*', 'https'],
  ['TLS', 'wso2.com', 'tls.wso2.com'],
  ['HTTP', '*.wso2.com', 'http-wildcard.wso2.com'],
] as const)('the listener for %s of %s is %s', (protocol, host, name) => {
  expect(listenerName(protocol, host)).toBe(name);
});

test('a host listens for TLS with its certificate, a passed one without, and plain HTTP is sent on for all', () => {
  const { fleet, unit, via } = gatewayFleet(
    {
      'shop.example.com': 'retail',
      '*.example.com': { '/': 'retail', '/books': 'finance', '/more': 'finance' },
      'till.example.com': 'retail',
      '*': 'finance',
    },
    { tls: { 'shop.example.com': Tls.secret('shop-tls') } },
    { ...SHARED, defaultCertificate: 'fallback-tls' },
  );
  newUnit(fleet, 'finance');
  const routes = [Route.passthrough('till.example.com', tenantOf(unit, 'orders', { tls: keystore() }))];
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(errorOf(() => fleet.render())).toBe('');
  const https = { port: 443, protocol: 'HTTPS' };
  expect(theOne(via, 'Gateway').spec).toEqual({
    gatewayClassName: 'traefik',
    listeners: [
      redirect,
      {
        name: 'https.shop.example.com',
        hostname: 'shop.example.com',
        ...https,
        tls: shows('shop-tls'),
        allowedRoutes: owners('retail'),
      },
      {
        name: 'https-wildcard.example.com',
        hostname: '*.example.com',
        ...https,
        tls: shows('fallback-tls'),
        allowedRoutes: owners('finance', 'retail'),
      },
      {
        name: 'tls.till.example.com',
        hostname: 'till.example.com',
        port: 443,
        protocol: 'TLS',
        tls: { mode: 'Passthrough' },
        allowedRoutes: owners('retail'),
      },
      { name: 'https', ...https, tls: shows('fallback-tls'), allowedRoutes: owners('finance') },
    ],
  });
});

test('plain HTTP that is answered has a listener a host, and no TLS where there is no certificate', () => {
  const { fleet, unit, via } = gatewayFleet(
    { 'shop.example.com': 'retail', 'www.example.com': 'retail', 'till.example.com': 'retail', '*': 'retail' },
    { plainHttp: 'serve', tls: { 'shop.example.com': Tls.secret('shop-tls') } },
    { ...SHARED, httpPort: 8000, httpsPort: 8443 },
  );
  const routes = [Route.passthrough('till.example.com', tenantOf(unit, 'orders', { tls: keystore() }))];
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(errorOf(() => fleet.render())).toBe('');
  const http = { port: 8000, protocol: 'HTTP', allowedRoutes: owners('retail') };
  expect(theOne(via, 'Gateway').spec?.listeners).toEqual([
    { name: 'http.shop.example.com', hostname: 'shop.example.com', ...http },
    { name: 'http.www.example.com', hostname: 'www.example.com', ...http },
    { name: 'http', ...http },
    {
      name: 'https.shop.example.com',
      hostname: 'shop.example.com',
      port: 8443,
      protocol: 'HTTPS',
      tls: shows('shop-tls'),
      allowedRoutes: owners('retail'),
    },
    {
      name: 'tls.till.example.com',
      hostname: 'till.example.com',
      port: 8443,
      protocol: 'TLS',
      tls: { mode: 'Passthrough' },
      allowedRoutes: owners('retail'),
    },
  ]);
});

test('a host that nobody uses and that has no certificate has no listener', () => {
  const { via } = gatewayFleet({ 'till.example.com': 'retail' }, { tls: {} });
  expect(theOne(via, 'Gateway').spec?.listeners).toEqual([redirect]);
});

test('units that share a namespace are let in as one', () => {
  const { fleet, via } = gatewayFleet({ 'shop.example.com': { '/': 'north', '/south': 'south' } });
  for (const id of ['north', 'south']) {
    new BusinessUnit(fleet, id, { contact: 'x', namespace: UnitNamespace.existing('shared') });
  }
  expect(specsOf(via, 'Gateway')).toMatchObject([{ spec: { listeners: [{}, { allowedRoutes: owners('shared') }] } }]);
});

test('the listeners stay as they are when a unit adds a route', () => {
  const listenersWith = (more: boolean) => {
    const { unit, via } = gatewayFleet({ 'shop.example.com': 'retail', 'www.example.com': 'retail' });
    const { http } = tenantOf(unit, 'orders');
    const routes = [Route.http('shop.example.com', { to: http })];
    const added = [
      Route.http('www.example.com', { to: http }),
      Route.http('shop.example.com', { path: '/a', to: http }),
    ];
    new GatewayIngress(unit, 'routes', { via, routes: more ? [...routes, ...added] : routes });
    return theOne(via, 'Gateway');
  };
  expect(listenersWith(true)).toEqual(listenersWith(false));
});
