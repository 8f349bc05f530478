import { Duration } from 'cdk8s';
import { type AlbProps, GatewayController, type Host, MiTenant, type Path, Route, Scaling } from '../../../lib';
import { base, errorOf, newUnit } from '../../manifests';

const { http } = new MiTenant(newUnit(), 'orders', {
  image: base.withApp('orders', '1.0.0'),
  scaling: Scaling.fixed(1),
});

test.each<[AlbProps, string]>([
  [{ ingressClass: 'ALB' }, 'ingressClass of controller "alb" must name an IngressClass, got "ALB"'],
  [
    { group: 'shops-' },
    'group of controller "alb" must be lower-case letters, digits, "-" and ".", begin and end with a letter or digit, ' +
      'and have at most 63 characters, got "shops-"',
  ],
  [
    { scheme: 'public' as 'internal' },
    'scheme of controller "alb" must be one of internal, internet-facing, got "public"',
  ],
  [
    { ipAddressType: 'ipv6' as 'ipv4' },
    'ipAddressType of controller "alb" must be one of ipv4, dualstack, dualstack-without-public-ipv4, got "ipv6"',
  ],
  [
    { idleTimeout: Duration.seconds(0) },
    'idleTimeout of controller "alb" must be a whole number of seconds from 1 to 86400, got 0',
  ],
  [{ idleTimeout: Duration.hours(2) }, 'idleTimeout of controller "alb" must be at most 4000 seconds, got 7200'],
  [
    { attributes: { 'idle_timeout.timeout_seconds': '60' } },
    'attributes of controller "alb" must leave the idle timeout to idleTimeout, got "idle_timeout.timeout_seconds"',
  ],
  [
    { webAcl: 'arn:aws:wafv2:global' },
    'webAcl of controller "alb" must be the ARN of a regional web ACL of AWS WAF, got "arn:aws:wafv2:global"',
  ],
  [
    { inboundCidrs: ['10.0.0.0/33'] },
    'inboundCidrs of controller "alb" must be ranges of addresses, such as "10.20.0.0/16", got "10.0.0.0/33"',
  ],
  [
    { inboundCidrs: ['192.0.2.0/24', '10.20.0.1/16'] },
    'inboundCidrs of controller "alb" must be ranges by their first address, got "10.20.0.1/16"',
  ],
  [{ subnets: {} as { ids: string[] } }, 'subnets of controller "alb" must have either ids or tags, got neither'],
  [
    { subnets: { ids: ['subnet-0a'], tags: { Name: ['a'] } } as { ids: string[] } },
    'subnets of controller "alb" must have either ids or tags, got both',
  ],
  [{ subnets: { ids: [] } }, 'subnets of controller "alb" must name at least one, and none twice, got []'],
  [{ subnets: { tags: {} } }, 'subnets of controller "alb" must name at least one, and none twice, got []'],
  [
    { subnets: { ids: ['subnet-0a', 'subnet-0a'] } },
    'subnets of controller "alb" must name at least one, and none twice, got ["subnet-0a","subnet-0a"]',
  ],
  [
    { subnets: { ids: ['public-a'] } },
    'subnets of controller "alb" must be ids, such as "subnet-0123abcd", got "public-a"; ' +
      'a name is a tag: { tags: { Name: […] } }',
  ],
])('fails for %j', (props, error) => {
  expect(errorOf(() => GatewayController.alb(props))).toBe(error);
});

const long = 'x'.repeat(60);

test.each<[string, Route, string]>([
  [
    'a WebSocket that would be cut off',
    Route.http('shop.example.com', { to: http, upgrade: 'websocket' }),
    'be for an ALB with idleTimeout: Duration.hours(1) or more, since a WebSocket may be silent for an hour',
  ],
  [
    'a long host',
    Route.http(`${long}.${long}.example.com` as Host, { to: http }),
    'have a host of at most 128 characters',
  ],
  [
    'a top-level domain with digits',
    Route.http('shop.example.xn--p1ai', { to: http }),
    'have only letters after the last "." of its host',
  ],
  [
    'a wildcard of many labels',
    Route.http('*.a.b.c.d.e.f.g.example.com', { to: http }),
    'have at most 8 labels after the "*"',
  ],
  [
    'a long path',
    Route.http('shop.example.com', { to: http, path: `/${long}${long}${long}` as Path }),
    'have a path of at most 126 characters',
  ],
  [
    'an encoded letter',
    Route.http('shop.example.com', { to: http, path: '/a%20b' }),
    'have no "%20" in path and rewriteTo, since a rule of an ALB takes no "%"',
  ],
])('cannot serve %s', (_, route, must) => {
  expect(GatewayController.alb().refuses(route)).toBe(must);
});

test('serves a WebSocket where a connection may be silent for an hour', () => {
  const config = { toml: { transport: { http: { socket_timeout: 3_610_000 } } } };
  const image = base.withApp('chat', '1.0.0');
  const chat = new MiTenant(newUnit(), 'chat', { image, scaling: Scaling.fixed(1), config });
  const route = Route.http('shop.example.com', { to: chat.http, upgrade: 'websocket' });
  expect(GatewayController.alb({ idleTimeout: Duration.hours(1) }).refuses(route)).toBeUndefined();
});

test('serves hosts and paths up to the limits, and the default backend', () => {
  const host = `${'x'.repeat(58)}.${'x'.repeat(57)}.example.com` as Host;
  expect(host).toHaveLength(128);
  const routes = [
    Route.http(host, { to: http, path: `/${'x'.repeat(125)}` }),
    Route.http('*.a.b.c.d.e.f.example.com', { to: http }),
    Route.defaultBackend(http),
  ];
  expect(routes.map((route) => GatewayController.alb().refuses(route))).toEqual([undefined, undefined, undefined]);
});
