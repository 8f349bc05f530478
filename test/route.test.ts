import { type HttpRouteProps, Keystore, MiTenant, Route, Scaling } from '../lib';
import { base, errorOf, newUnit } from './manifests';

const tenant = new MiTenant(newUnit(), 'orders', {
  image: base.withApp('orders', '1.0.0'),
  scaling: Scaling.fixed(2),
  tls: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
});

describe('what a route says', () => {
  test('every prop of a route of HTTP is in it', () => {
    const everything: Required<HttpRouteProps> = { to: tenant.https, path: '/orders/v1' };
    const { kind, host, path, to, text } = Route.http('shop.example.com', everything);
    expect({ kind, host, path, port: to.number, text }).toEqual({
      kind: 'http',
      host: 'shop.example.com',
      path: '/orders/v1',
      port: 8253,
      text: 'shop.example.com/orders/v1',
    });
  });

  test('a route without a path takes the whole host', () => {
    expect(Route.http('shop.example.com', { to: tenant.http })).toMatchObject({ path: '/', to: { number: 8290 } });
  });

  test('passthrough leads to the TLS port of the tenant, with all paths', () => {
    const { kind, host, path, to } = Route.passthrough('shop.example.com', tenant);
    expect({ kind, host, path, port: to.number, protocol: to.protocol }).toEqual({
      kind: 'passthrough',
      host: 'shop.example.com',
      path: '/',
      port: 8253,
      protocol: 'HTTPS',
    });
  });

  test('the default backend is for every host and path', () => {
    expect(Route.defaultBackend(tenant.http)).toMatchObject({ kind: 'default', host: '*', path: '/' });
  });

  test.each(['/', '/bar', '/bar/v1.2', '/~orders', '/orders_api-v1/x', '/.well-known/x', '/a..b'] as const)(
    'a path may be %s',
    (path) => {
      expect(Route.http('shop.example.com', { path, to: tenant.http }).path).toBe(path);
    },
  );
});

describe('refusals', () => {
  test.each([
    'Shop.example.com',
    'shop..example.com',
    '*.example.com',
    'shop.example.com.',
    'shop_1.example.com',
    '192.0.2.1',
    '::ffff:192.0.2.1',
  ] as const)('fails when the host is %s', (host) => {
    const sentence = (id: string) =>
      `host of route "${id}" must be a DNS name in lower case, such as "appointments.wso2.com", got "${host}"`;
    expect(errorOf(() => Route.http(host, { path: '/bar', to: tenant.http }))).toBe(sentence(`${host}/bar`));
    expect(errorOf(() => Route.passthrough(host, tenant))).toBe(sentence(host));
  });

  test('fails when the host has no dot, which the compiler sees too', () => {
    // @ts-expect-error a host has at least one dot
    expect(errorOf(() => Route.http('localhost', { to: tenant.http }))).toBe(
      'host of route "localhost/" must be a DNS name in lower case, such as "appointments.wso2.com", got "localhost"',
    );
  });

  test.each([
    '/bar/*',
    '/bar/',
    '/bar?x=1',
    '/bar#x',
    '/b ar',
    '//bar',
    '/a/../b',
    '/a/./b',
    '/..',
    '/a/...',
    '/a%2Fb',
    '/a{b',
    '/a}b',
    '/a;b',
    '/a$b',
    '/a(b|c)',
    '/a"b',
    '/a\\b',
    '/ä',
  ] as const)('fails when the path is %s', (path) => {
    expect(errorOf(() => Route.http('shop.example.com', { path, to: tenant.http }))).toBe(
      `path of route "shop.example.com${path}" must begin with "/", not end with one, ` +
        `and be made of letters, digits, ".", "_", "~" and "-", got ${JSON.stringify(path)}; ` +
        'a path takes all below it, so "/bar" is what "/bar/*" was meant to be',
    );
  });

  test('fails when a path does not begin with "/", which the compiler sees too', () => {
    // @ts-expect-error a path begins with "/"
    expect(errorOf(() => Route.http('shop.example.com', { path: 'bar', to: tenant.http }))).toBe(
      'path of route "shop.example.combar" must begin with "/", not end with one, ' +
        'and be made of letters, digits, ".", "_", "~" and "-", got "bar"; ' +
        'a path takes all below it, so "/bar" is what "/bar/*" was meant to be',
    );
  });

  test.each([9164, 9201])(
    'fails when requests are to reach port %i, which is for the inside of the cluster',
    (number) => {
      expect(errorOf(() => Route.http('shop.example.com', { path: '/bar', to: { ...tenant.http, number } }))).toBe(
        `to of route "shop.example.com/bar" must be tenant.http or tenant.https, got port ${number}; ` +
          'the other ports are for the inside of the cluster',
      );
    },
  );

  test('fails when passthrough is given a port, which the compiler sees too', () => {
    const sentence =
      'tenant of route "shop.example.com" must be a tenant, got something else; ' +
      'passthrough leads to the TLS port, 8253; a port of plain HTTP cannot shake hands';
    // @ts-expect-error passthrough takes a tenant, not one of its ports
    expect(errorOf(() => Route.passthrough('shop.example.com', tenant.http))).toBe(sentence);
    // @ts-expect-error not even the one that it leads to
    expect(errorOf(() => Route.passthrough('shop.example.com', tenant.https))).toBe(sentence);
  });

  test('a passthrough with a path does not compile, and hands on the whole host', () => {
    // @ts-expect-error passthrough sees no path, so it takes none: what is said beyond the tenant is not heard
    expect(Route.passthrough('shop.example.com', tenant, { path: '/bar' }).path).toBe('/');
  });
});
