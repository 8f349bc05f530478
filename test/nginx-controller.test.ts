import {
  type BusinessUnit,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiTenant,
  type NginxProps,
  Route,
  Scaling,
  Tls,
} from '../lib';
import { base, errorOf, type Manifest, newFleet, newUnit, ofKind, refusalOf } from './manifests';

const fleetOf = (routesOf: (tenant: MiTenant) => readonly Route[], nginx?: NginxProps) => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.nginx(nginx),
    hosts: { 'shop.example.com': 'retail', 'www.example.com': 'retail', 'till.example.com': 'retail', '*': 'retail' },
    tls: { 'shop.example.com': Tls.secret('example-tls'), 'www.example.com': Tls.secret('example-tls') },
  });
  const tenant = new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    tls: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
  });
  new GatewayIngress(unit, 'routes', { via, routes: routesOf(tenant) });
  return { fleet, unit };
};

function ingressesOf(unit: BusinessUnit): Array<Pick<Manifest, 'spec'> & { name: string; annotations: unknown }> {
  return ofKind(unit, 'Ingress').map(({ metadata, spec }) => {
    const { 'cdk8s-wso2-mi/contact': _, ...annotations } = metadata.annotations ?? {};
    return { name: metadata.name, annotations, spec };
  });
}

const path = (of: string, number: number) => ({
  path: of,
  pathType: 'Prefix',
  backend: { service: { name: 'orders', port: { number } } },
});

test('routes of HTTP share one Ingress: a rule a host, a path a route, a certificate a Secret', () => {
  const { unit } = fleetOf(({ http }) => [
    Route.http('shop.example.com', { path: '/orders', to: http }),
    Route.http('till.example.com', { to: http }),
    Route.http('shop.example.com', { path: '/prices', to: http }),
    Route.http('www.example.com', { to: http }),
  ]);
  expect(ingressesOf(unit)).toEqual([
    {
      name: 'routes-public',
      annotations: {},
      spec: {
        ingressClassName: 'nginx',
        rules: [
          { host: 'shop.example.com', http: { paths: [path('/orders', 8290), path('/prices', 8290)] } },
          { host: 'till.example.com', http: { paths: [path('/', 8290)] } },
          { host: 'www.example.com', http: { paths: [path('/', 8290)] } },
        ],
        tls: [
          { hosts: ['shop.example.com', 'www.example.com'], secretName: 'example-tls' },
          { hosts: ['till.example.com'] },
        ],
      },
    },
  ]);
});

test('a route to the TLS port is spoken to by TLS', () => {
  const { unit } = fleetOf(({ https }) => [Route.http('shop.example.com', { to: https })]);
  expect(ingressesOf(unit)).toEqual([
    {
      name: 'routes-public-https',
      annotations: { 'nginx.ingress.kubernetes.io/backend-protocol': 'HTTPS' },
      spec: {
        ingressClassName: 'nginx',
        rules: [{ host: 'shop.example.com', http: { paths: [path('/', 8253)] } }],
        tls: [{ hosts: ['shop.example.com'], secretName: 'example-tls' }],
      },
    },
  ]);
});

test('passthrough has an Ingress of its own, with no other annotation and no certificate', () => {
  const { unit } = fleetOf((tenant) => [Route.passthrough('till.example.com', tenant)]);
  expect(ingressesOf(unit)).toEqual([
    {
      name: 'routes-public-passthrough',
      annotations: { 'nginx.ingress.kubernetes.io/ssl-passthrough': 'true' },
      spec: {
        ingressClassName: 'nginx',
        rules: [{ host: 'till.example.com', http: { paths: [path('/', 8253)] } }],
      },
    },
  ]);
});

test('the default backend has an Ingress of its own, without rules', () => {
  const { unit } = fleetOf(({ http }) => [Route.defaultBackend(http)]);
  expect(ingressesOf(unit)).toEqual([
    {
      name: 'routes-public-default',
      annotations: {},
      spec: {
        ingressClassName: 'nginx',
        defaultBackend: { service: { name: 'orders', port: { number: 8290 } } },
      },
    },
  ]);
});

test('routes of all kinds stand in Ingresses that do not spoil each other’s annotations', () => {
  const { fleet, unit } = fleetOf((tenant) => [
    Route.passthrough('till.example.com', tenant),
    Route.http('shop.example.com', { to: tenant.http }),
    Route.http('www.example.com', { to: tenant.https }),
    Route.defaultBackend(tenant.http),
  ]);
  expect(errorOf(() => fleet.render())).toBe('');
  expect(ingressesOf(unit).map(({ name }) => name)).toEqual([
    'routes-public',
    'routes-public-https',
    'routes-public-passthrough',
    'routes-public-default',
  ]);
});

test('every prop of the controller reaches the manifest', () => {
  const everything: Required<NginxProps> = { ingressClass: 'nginx-public' };
  const { unit } = fleetOf(({ http }) => [Route.defaultBackend(http)], everything);
  expect(ingressesOf(unit)).toMatchObject([{ spec: { ingressClassName: 'nginx-public' } }]);
});

test('fails when the name of the class is none', () => {
  expect(errorOf(() => GatewayController.nginx({ ingressClass: 'Nginx Public' }))).toBe(
    'ingressClass of controller "nginx" must name an IngressClass, got "Nginx Public"',
  );
});

test('fails when the default backend is a TLS port, which nginx would ask in the open', () => {
  const { fleet } = fleetOf(({ https }) => [Route.defaultBackend(https)]);
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'route */ of gateway "retail/routes" must lead to tenant.http as the default backend, ' +
        'got port 8253 on load balancer "public" (nginx)',
    ),
  );
});
