import { GatewayController, Keystore, Route, Tls, type TraefikProps } from '../../../lib';
import { errorOf, refusalOf } from '../../manifests';
import { SIGNED, traefikObject, traefikUnit } from './fleets';

const acm = Tls.acm('arn:aws:acm:eu-central-1:111122223333:certificate/1234');

test('every prop reaches the manifest', () => {
  const props: Required<TraefikProps> = { web: 'http', websecure: 'https', ingressClass: 'public', proxies: 2 };
  const unit = traefikUnit(
    (tenant) => [
      Route.http('shop.example.com', { to: tenant.http, rateLimit: 5, from: ['10.0.0.0/8'] }),
      Route.passthrough('till.example.com', tenant),
    ],
    { props, keystore: SIGNED },
  );
  const ipStrategy = { depth: 2 };
  expect(traefikObject(unit, 'IngressRoute routes-public-shop.example.com')).toMatchObject({
    ingressClassName: 'public',
    entryPoints: ['https'],
  });
  expect(traefikObject(unit, 'IngressRouteTCP routes-public-till.example.com')).toMatchObject({
    ingressClassName: 'public',
    entryPoints: ['https'],
  });
  expect(traefikObject(unit, 'IngressRoute routes-public-redirect')).toMatchObject({
    ingressClassName: 'public',
    entryPoints: ['http'],
  });
  expect(traefikObject(unit, 'Middleware routes-public-shop.example.com-from')).toEqual({
    ipAllowList: { sourceRange: ['10.0.0.0/8'], ipStrategy },
  });
  expect(traefikObject(unit, 'Middleware routes-public-shop.example.com-rate-limit')).toEqual({
    rateLimit: { average: 5, burst: 5, sourceCriterion: { ipStrategy } },
  });
});

test('without props it watches every class, at the entry points of its Helm chart', () => {
  const unit = traefikUnit(({ http }) => [Route.http('shop.example.com', { to: http })]);
  const rules = (more: object) => [expect.objectContaining({ match: 'Host(`shop.example.com`)', ...more })];
  expect(traefikObject(unit, 'IngressRoute routes-public-shop.example.com')).toEqual({
    entryPoints: ['websecure'],
    routes: rules({}),
    tls: {},
  });
  expect(traefikObject(unit, 'IngressRoute routes-public-redirect')).toEqual({
    entryPoints: ['web'],
    routes: rules({}),
  });
});

test.each([
  [
    { web: 'plain http' },
    'web of controller "traefik" must name an entry point: letters, digits, "-" and "_", got "plain http"',
  ],
  [
    { websecure: '' },
    'websecure of controller "traefik" must name an entry point: letters, digits, "-" and "_", got ""',
  ],
  [{ ingressClass: 'Public' }, 'ingressClass of controller "traefik" must name an IngressClass, got "Public"'],
  [{ proxies: 11 }, 'proxies of controller "traefik" must be a whole number from 0 to 10, got 11'],
  [{ proxies: 0.5 }, 'proxies of controller "traefik" must be a whole number from 0 to 10, got 0.5'],
])('%j is refused', (props, sentence) => {
  expect(errorOf(() => GatewayController.traefik(props))).toBe(sentence);
});

test('fails when TLS goes up to a pod whose certificate nobody has signed', () => {
  const { fleet } = traefikUnit(({ https, management, metrics }) => [
    Route.http('shop.example.com', { to: https }),
    Route.management('admin.example.com', { to: management, from: ['10.0.0.0/8'] }),
    Route.management('metrics.example.com', { to: metrics, from: ['10.0.0.0/8'] }),
  ]);
  const must =
    'must lead to a tenant with tls, since Traefik looks at the certificate of the pod (Keystore.ofImage says what the image’s is), got';
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      `route shop.example.com/ of gateway "retail/routes" ${must} port 8253 on load balancer "public" (traefik)`,
      `route admin.example.com/management of gateway "retail/routes" ${must} port 9164 on load balancer "public" (traefik)`,
    ),
  );
});

test('fails when the default backend is a TLS port', () => {
  const { fleet } = traefikUnit(({ https }) => [Route.defaultBackend(https)], { keystore: SIGNED });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'route */ of gateway "retail/routes" must lead to tenant.http as the default backend, since no host says which ' +
        'certificate the pod must show (Keystore: serverName), got port 8253 on load balancer "public" (traefik)',
    ),
  );
});

test('fails when a canary would have to share unopened connections', () => {
  const { fleet } = traefikUnit((tenant) => [Route.passthrough('till.example.com', tenant)], {
    keystore: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
    canary: { by: 'percent', percent: 10 },
  });
  expect(errorOf(() => fleet.render())).toContain(
    'route till.example.com/ of gateway "retail/routes" must lead to a tenant without a canary, since passthrough ' +
      'shows no request, got port 8253 on load balancer "public" (traefik)',
  );
});

test('fails when a certificate is of ACM', () => {
  const { fleet } = traefikUnit(({ http }) => [Route.http('shop.example.com', { to: http })], {
    tls: { 'shop.example.com': acm },
  });
  expect(errorOf(() => fleet.render())).toContain(
    'tls["shop.example.com"] of load balancer "public" must ask only for what traefik can do, got a certificate of AWS ' +
      'Certificate Manager; the key of a certificate of ACM never leaves AWS, and Traefik ends TLS itself; ',
  );
});
