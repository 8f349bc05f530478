import { Duration, Size } from 'cdk8s';
import {
  type ExistingGatewayProps,
  GatewayController,
  GatewayIngress,
  type HttpRouteProps,
  ManagementLogin,
  Route,
  type SharedGatewayProps,
  Tls,
} from '../../../lib';
import { errorOf, ofKind, refusalOf, theOne } from '../../manifests';
import { gatewayFleet, SHARED, tenantOf } from './fleets';

const ARN = 'arn:aws:acm:eu-central-1:111122223333:certificate/1a2b3c';

/** What a fleet with a route of these props says. */
function errorWith(props: Omit<HttpRouteProps, 'to'>): string {
  const { fleet, unit, via } = gatewayFleet({ 'shop.example.com': 'retail' });
  const routes = [Route.http('shop.example.com', { ...props, to: tenantOf(unit, 'orders').http })];
  new GatewayIngress(unit, 'routes', { via, routes });
  return errorOf(() => fleet.render());
}

test('every prop of a Gateway of one’s own reaches the manifest', () => {
  const everything: Required<SharedGatewayProps> = {
    gatewayClass: 'public',
    namespace: 'infra',
    httpPort: 8000,
    httpsPort: 8443,
    defaultCertificate: 'fallback-tls',
    implementation: 'envoy-gateway',
  };
  const { via } = gatewayFleet({ 'shop.example.com': 'retail' }, { tls: {} }, everything);
  expect(theOne(via, 'Gateway')).toMatchObject({
    metadata: { namespace: 'infra' },
    spec: {
      gatewayClassName: 'public',
      listeners: [{ port: 8000 }, { port: 8443, tls: { certificateRefs: [{ name: 'fallback-tls' }] } }],
    },
  });
});

test('a bound on requests is a policy of Envoy Gateway, for each client address and each bound its own route', () => {
  const { fleet, unit, via } = gatewayFleet(
    { 'shop.example.com': 'retail' },
    {},
    {
      existing: 'platform',
      namespace: 'infra',
      implementation: 'envoy-gateway',
    },
  );
  const { http } = tenantOf(unit, 'orders');
  const routes = [
    Route.http('shop.example.com', { to: http }),
    Route.http('shop.example.com', { path: '/search', to: http, rateLimit: 20 }),
  ];
  new GatewayIngress(unit, 'routes', { via, routes });
  expect(errorOf(() => fleet.render())).toBe('');
  expect(ofKind(unit, 'HTTPRoute').map(({ metadata: { name } }) => name)).toEqual([
    'routes-public.shop.example.com',
    'routes-public-limit-20.shop.example.com',
    'routes-public-redirect.shop.example.com',
  ]);
  const limit = { requests: 20, unit: 'Second' };
  expect(theOne(unit, 'BackendTrafficPolicy')).toMatchObject({
    apiVersion: 'gateway.envoyproxy.io/v1alpha1',
    metadata: { name: 'routes-public-limit-20.shop.example.com' },
    spec: {
      targetRefs: [
        { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name: 'routes-public-limit-20.shop.example.com' },
      ],
      rateLimit: {
        type: 'Local',
        local: {
          rules: [
            { clientSelectors: [{ sourceCIDR: { type: 'Distinct', value: '0.0.0.0/0' } }], limit },
            { clientSelectors: [{ sourceCIDR: { type: 'Distinct', value: '::/0' } }], limit },
          ],
        },
      },
    },
  });
});

test('every prop of an existing Gateway reaches the manifest', () => {
  const everything: Required<ExistingGatewayProps> = {
    existing: 'platform',
    namespace: 'infra',
    httpPort: 8000,
    httpsPort: 8443,
    implementation: 'envoy-gateway',
  };
  const { unit, via } = gatewayFleet({ 'shop.example.com': 'retail' }, { plainHttp: 'serve' }, everything);
  const routes = [Route.http('shop.example.com', { to: tenantOf(unit, 'orders').http })];
  new GatewayIngress(unit, 'routes', { via, routes });
  const parent = { namespace: 'infra', name: 'platform' };
  expect(ofKind(unit, 'HTTPRoute')).toMatchObject([
    {
      spec: {
        parentRefs: [
          { ...parent, port: 8443 },
          { ...parent, port: 8000 },
        ],
      },
    },
  ]);
});

test('it alone reaches a tenant of another unit', () => {
  expect(GatewayController.gatewayApi(SHARED).cannot.crossUnit).toBeUndefined();
  expect(GatewayController.nginx().cannot.crossUnit).toEqual(expect.any(String));
});

describe('refusals', () => {
  const CANNOT = 'must ask only for what gateway-api can do, got';

  test.each<[string, Omit<HttpRouteProps, 'to'>, string]>([
    [
      'a bound on bodies',
      { maxBody: Size.mebibytes(1) },
      'a bound on the size of a request; the Gateway API has no bound on bodies',
    ],
    [
      'a bound on requests',
      { rateLimit: 5 },
      'a bound on the requests of a client; the Gateway API has no bound on requests',
    ],
    ['source ranges', { from: ['10.0.0.0/8'] }, 'allowed source ranges; the Gateway API has no filter of addresses'],
    [
      'sessions',
      { sticky: 'cookie' },
      'a client stays with its pod; session persistence is experimental in the Gateway API ' +
        '(not in the standard channel of v1.6)',
    ],
  ])('fails when a route asks for %s', (_, props, got) => {
    expect(errorWith(props)).toContain(
      refusalOf(`route shop.example.com/ of gateway "retail/routes" ${CANNOT} ${got}; `),
    );
  });

  test('fails when a WebSocket is to be ended by a bound', () => {
    expect(errorWith({ upgrade: 'websocket', timeout: Duration.seconds(5) })).toBe(
      refusalOf(
        'route shop.example.com/ of gateway "retail/routes" must leave out timeout or upgrade, since a bound on a ' +
          'request ends its WebSocket, got port 8290 on load balancer "public" (gateway-api)',
      ),
    );
  });

  test('fails for an encoded letter, which the API leaves open how to compare', () => {
    expect(errorWith({ rewriteTo: '/a%20b' })).toBe(
      refusalOf(
        'route shop.example.com/ of gateway "retail/routes" must have no "%20" in path and rewriteTo, since the Gateway ' +
          'API leaves open whether it is compared decoded, got port 8290 on load balancer "public" (gateway-api)',
      ),
    );
    expect(errorWith({ path: '/v1/orders:cancel' })).toBe('');
  });

  test('fails when it would show management to everybody, since it filters no addresses', () => {
    const { fleet, unit, via } = gatewayFleet({ 'manage.example.com': 'retail' });
    const { management } = tenantOf(unit, 'orders', { config: { managementLogin: ManagementLogin.stock() } });
    const routes = [Route.management('manage.example.com', { to: management, from: ['10.0.0.0/8'] })];
    new GatewayIngress(unit, 'routes', { via, routes });
    expect(errorOf(() => fleet.render())).toContain(
      refusalOf(
        `route manage.example.com/management of gateway "retail/routes" ${CANNOT} allowed source ranges; ` +
          'the Gateway API has no filter of addresses; ',
      ),
    );
  });

  const NO_CERTIFICATE = (host: string) =>
    `tls["${host}"] of load balancer "public" ${CANNOT} the certificate of the controller; ` +
    'a listener shows only a certificate that it names: ' +
    'give the host one (tls), or the controller a defaultCertificate; nginx, traefik, alb, Ingress class can';

  test('fails when a host that is sent on to HTTPS has no certificate', () => {
    const { fleet, unit, via } = gatewayFleet({ 'shop.example.com': 'retail', '*': 'retail' }, { tls: {} });
    const { http } = tenantOf(unit, 'orders');
    const routes = [Route.http('shop.example.com', { to: http }), Route.defaultBackend(http)];
    new GatewayIngress(unit, 'routes', { via, routes });
    expect(errorOf(() => fleet.render())).toBe(refusalOf(NO_CERTIFICATE('shop.example.com'), NO_CERTIFICATE('*')));
  });

  test('fails when a host is to have the certificate of the controller, and there is none', () => {
    const tls = { 'shop.example.com': Tls.controllerDefault() };
    const { fleet } = gatewayFleet({ 'shop.example.com': 'retail' }, { plainHttp: 'serve', tls });
    expect(errorOf(() => fleet.render())).toBe(refusalOf(NO_CERTIFICATE('shop.example.com')));
  });

  test('fails when the certificate is of ACM, or is said of a Gateway that is somebody else’s', () => {
    const errorOn = (certificate: Tls, controller: SharedGatewayProps | ExistingGatewayProps) => {
      const tls = { 'shop.example.com': certificate };
      return errorOf(() => gatewayFleet({ 'shop.example.com': 'retail' }, { tls }, controller).fleet.render());
    };
    const about = `tls["shop.example.com"] of load balancer "public" ${CANNOT}`;
    const existing = { existing: 'platform', namespace: 'infra' };
    const theirs = 'the certificates of an existing Gateway are in the hands of whoever keeps it';
    expect(errorOn(Tls.acm(ARN), SHARED)).toContain(
      `${about} a certificate of AWS Certificate Manager; a listener shows certificates of Secrets`,
    );
    expect(errorOn(Tls.acm(ARN), existing)).toContain(`${about} a certificate of AWS Certificate Manager; ${theirs}`);
    expect(errorOn(Tls.secret('host-tls'), existing)).toContain(`${about} a certificate in a Secret; ${theirs}`);
    expect(errorOn(Tls.issuer('ca'), existing)).toContain(`${about} a certificate of cert-manager; ${theirs}`);
    expect(errorOn(Tls.controllerDefault(), existing)).toBe('');
  });

  test.each([
    [{ ...SHARED, namespace: 'In Fra' }, 'namespace of controller "gateway-api" must name a namespace, got "In Fra"'],
    [
      { ...SHARED, gatewayClass: 'Public' },
      'gatewayClass of controller "gateway-api" must name a GatewayClass, got "Public"',
    ],
    [
      { ...SHARED, defaultCertificate: 'a b' },
      'defaultCertificate of controller "gateway-api" must name a Secret of Kubernetes, got "a b"',
    ],
    [{ existing: '', namespace: 'infra' }, 'existing of controller "gateway-api" must name a Gateway, got ""'],
    [{ ...SHARED, httpPort: 0 }, 'httpPort of controller "gateway-api" must be a port from 1 to 65535, got 0'],
    [
      { ...SHARED, httpsPort: 65_536 },
      'httpsPort of controller "gateway-api" must be a port from 1 to 65535, got 65536',
    ],
    [{ ...SHARED, httpPort: 443 }, 'httpPort of controller "gateway-api" must be another than httpsPort, got 443'],
  ])('fails when a prop is none: %p', (props, message) => {
    expect(errorOf(() => GatewayController.gatewayApi(props))).toBe(message);
  });
});
