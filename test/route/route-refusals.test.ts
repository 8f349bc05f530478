import { Duration, Size } from 'cdk8s';
import { type HttpRouteProps, Keystore, MiTenant, Route, Scaling } from '../../lib';
import { base, errorOf, newUnit } from '../manifests';

const tenant = new MiTenant(newUnit(), 'orders', {
  image: base.withApp('orders', '1.0.0'),
  scaling: Scaling.fixed(2),
  tls: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
});

describe('refusals', () => {
  test.each([
    'Shop.example.com',
    'shop..example.com',
    '*example.com',
    '*.com',
    'a.*.example.com',
    '*.*.example.com',
    '*.192.0.2.1',
    'shop.example.com.',
    'shop_1.example.com',
    '192.0.2.1',
    '::ffff:192.0.2.1',
  ] as const)('fails when the host is %s', (host) => {
    const sentence = (id: string) =>
      `host of route "${id}" must be a DNS name in lower case, such as "appointments.wso2.com" or "*.wso2.com", got "${host}"`;
    expect(errorOf(() => Route.http(host, { path: '/bar', to: tenant.http }))).toBe(sentence(`${host}/bar`));
    expect(errorOf(() => Route.passthrough(host, tenant))).toBe(sentence(host));
  });

  test('fails when the host has no dot, which the compiler sees too', () => {
    // @ts-expect-error a host has at least one dot
    expect(errorOf(() => Route.http('localhost', { to: tenant.http }))).toBe(
      'host of route "localhost/" must be a DNS name in lower case, such as "appointments.wso2.com" or "*.wso2.com", got "localhost"',
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
        `and be made of letters, digits and ._~:@-, with %20 for a space, got ${JSON.stringify(path)}; ` +
        'a path takes all below it, so "/bar" is what "/bar/*" was meant to be',
    );
  });

  test('fails when a path does not begin with "/", which the compiler sees too', () => {
    // @ts-expect-error a path begins with "/"
    expect(errorOf(() => Route.http('shop.example.com', { path: 'bar', to: tenant.http }))).toBe(
      'path of route "shop.example.combar" must begin with "/", not end with one, ' +
        'and be made of letters, digits and ._~:@-, with %20 for a space, got "bar"; ' +
        'a path takes all below it, so "/bar" is what "/bar/*" was meant to be',
    );
  });

  test.each([tenant.management, tenant.metrics])(
    'fails when requests of everybody are to reach port $number, which the compiler sees too',
    (to) => {
      const sentence = (id: string) =>
        `to of route "${id}" must be tenant.http, tenant.https or tenant.port(…), got port ${to.number}; ` +
        'Route.management leads to it, on a host of its own and for a few addresses';
      // @ts-expect-error a port of management is none of the public
      expect(errorOf(() => Route.http('shop.example.com', { path: '/bar', to }))).toBe(
        sentence('shop.example.com/bar'),
      );
      // @ts-expect-error not even for what no route takes
      expect(errorOf(() => Route.defaultBackend(to))).toBe(sentence('*'));
    },
  );

  test('fails when it leads to a tenant and names none of its ports, which the compiler sees too', () => {
    // @ts-expect-error a tenant is no port
    expect(errorOf(() => Route.http('shop.example.com', { to: tenant }))).toBe(
      'to of route "shop.example.com/" must be tenant.http, tenant.https or tenant.port(…), got no port; a tenant answers at its .http',
    );
  });

  test('fails when a route of management leads to a public port, which the compiler sees too', () => {
    // @ts-expect-error a public port is none of management
    expect(errorOf(() => Route.management('ops.example.com', { to: tenant.http, from: ['10.20.0.0/16'] }))).toBe(
      'to of route "ops.example.com" must be tenant.management or tenant.metrics, got port 8290; Route.http',
    );
  });

  test('fails when management is on a whole domain', () => {
    const from = ['10.20.0.0/16'] as const;
    expect(errorOf(() => Route.management('*.example.com', { to: tenant.management, from }))).toBe(
      'host of route "*.example.com" must be one host, not a domain, got "*.example.com"',
    );
  });

  test.each(['0.0.0.0/0', '::/0'] as const)('fails when management is for everybody, %s', (range) => {
    const from = ['10.20.0.0/16', range] as const;
    expect(errorOf(() => Route.management('ops.example.com', { to: tenant.management, from }))).toBe(
      `from of route "ops.example.com" must not be the whole world, got "${range}"; ` +
        'who may manage a server is a few addresses: the office, the bastion host',
    );
  });

  test('fails when management is for nobody, which the compiler sees too', () => {
    // @ts-expect-error at least one range
    expect(errorOf(() => Route.management('ops.example.com', { to: tenant.management, from: [] }))).toBe(
      'from of route "ops.example.com" must have at least one range of addresses, got none',
    );
  });

  test.each<[string, Partial<HttpRouteProps>, string]>([
    [
      'match is a kind that there is not',
      { match: JSON.parse('"regex"') },
      'match of route "shop.example.com/bar" must be one of prefix, exact, got "regex"',
    ],
    [
      'sticky is a way that there is not',
      { sticky: JSON.parse('"header"') },
      'sticky of route "shop.example.com/bar" must be one of cookie, got "header"',
    ],
    [
      'upgrade is to what nobody knows',
      { upgrade: JSON.parse('"h2c"') },
      'upgrade of route "shop.example.com/bar" must be one of websocket, got "h2c"',
    ],
    [
      'rewriteTo is no path',
      { rewriteTo: '/$1' },
      'rewriteTo of route "shop.example.com/bar" must begin with "/", not end with one, ' +
        'and be made of letters, digits and ._~:@-, with %20 for a space, got "/$1"; ' +
        'a path takes all below it, so "/bar" is what "/bar/*" was meant to be',
    ],
    [
      'timeout is less than a second',
      { timeout: Duration.millis(500) },
      'timeout of route "shop.example.com/bar" must be a whole number of seconds from 1 to 86400, got 0.5',
    ],
    [
      'timeout is nothing',
      { timeout: Duration.seconds(0) },
      'timeout of route "shop.example.com/bar" must be a whole number of seconds from 1 to 86400, got 0',
    ],
    [
      'maxBody is no whole mebibytes',
      { maxBody: Size.kibibytes(1500) },
      'maxBody of route "shop.example.com/bar" must be a whole number of mebibytes from 1 up to a pebibyte, ' +
        'got 1.46484375Mi',
    ],
    [
      'from is nobody',
      { from: [] },
      'from of route "shop.example.com/bar" must have at least one range of addresses, got none',
    ],
    ...[0, -1, 1.5, 100_001, Number.NaN].map((rateLimit): [string, Partial<HttpRouteProps>, string] => [
      `rateLimit is ${rateLimit}`,
      { rateLimit },
      'rateLimit of route "shop.example.com/bar" must be a whole number of requests a second from 1 to 100000, ' +
        `got ${rateLimit}`,
    ]),
  ])('fails when %s', (_, props, sentence) => {
    expect(errorOf(() => Route.http('shop.example.com', { path: '/bar', to: tenant.http, ...props }))).toBe(sentence);
  });

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
