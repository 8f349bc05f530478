import { type Canary, type Cidr, MiTenant, Route, Scaling } from '../../../lib';
import { albRules } from '../../../lib/controllers/alb/listener-rules';
import { base, canaryOf, newUnit } from '../../manifests';

function tenantOf(canary?: Canary): MiTenant {
  return new MiTenant(newUnit(), 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(1),
    canary,
  });
}

const orders = { serviceName: 'orders', servicePort: 8290 };
const second = { serviceName: 'orders-canary', servicePort: 8290 };
const forward = (...targetGroups: object[]) => ({ type: 'forward', forwardConfig: { targetGroups } });
const source = (...values: string[]) => ({ field: 'source-ip', sourceIpConfig: { values } });
const header = { field: 'http-header', httpHeaderConfig: { httpHeaderName: 'X-Canary', values: ['always'] } };
const forbidden = {
  conditions: [],
  action: { type: 'fixed-response', fixedResponseConfig: { contentType: 'text/plain', statusCode: '403' } },
  transforms: [],
};
const byHeader = canaryOf({ by: 'header', header: 'X-Canary', value: 'always' });
const byPercent = canaryOf({ by: 'percent', percent: 10 });

test('a route that asks for nothing leads to its Service', () => {
  const { http } = tenantOf();
  expect(albRules(Route.http('shop.example.com', { to: http }))).toEqual([
    { conditions: [], action: undefined, transforms: [] },
  ]);
});

test('a canary by percent shares each rule', () => {
  const { http } = tenantOf(byPercent);
  expect(albRules(Route.http('shop.example.com', { to: http }))).toEqual([
    { conditions: [], action: forward({ ...orders, weight: 90 }, { ...second, weight: 10 }), transforms: [] },
  ]);
});

test('a client that stays with its pod stays with its share too', () => {
  const { http } = tenantOf(byPercent);
  const [rule] = albRules(Route.http('shop.example.com', { to: http, sticky: 'cookie' }));
  expect(rule?.action).toEqual({
    type: 'forward',
    forwardConfig: {
      targetGroups: [
        { ...orders, weight: 90 },
        { ...second, weight: 10 },
      ],
      targetGroupStickinessConfig: { enabled: true, durationSeconds: 86_400 },
    },
  });
});

test('a canary by header is asked first', () => {
  const { http } = tenantOf(byHeader);
  expect(albRules(Route.http('shop.example.com', { to: http }))).toEqual([
    { conditions: [header], action: forward(second), transforms: [] },
    { conditions: [], action: undefined, transforms: [] },
  ]);
});

test('a canary takes nothing of a management port', () => {
  const { metrics } = tenantOf(byPercent);
  expect(albRules(Route.management('ops.example.com', { to: metrics, from: ['192.0.2.0/24'] }))).toEqual([
    {
      conditions: [source('192.0.2.0/24')],
      action: forward({ serviceName: 'orders', servicePort: 9201 }),
      transforms: [],
    },
    forbidden,
  ]);
});

test('whoever may not ask is answered, not handed on to the rule of a shorter path', () => {
  const { http } = tenantOf(byHeader);
  expect(albRules(Route.http('shop.example.com', { to: http, from: ['192.0.2.0/24'] }))).toEqual([
    { conditions: [header, source('192.0.2.0/24')], action: forward(second), transforms: [] },
    { conditions: [source('192.0.2.0/24')], action: forward(orders), transforms: [] },
    forbidden,
  ]);
});

describe('a rule compares with five values, three of a kind', () => {
  const from: readonly Cidr[] = ['192.0.2.0/28', '192.0.2.16/28', '192.0.2.32/28', '192.0.2.48/28'];
  const rangesOf = (tenant: MiTenant, path: `/${string}`, match: 'prefix' | 'exact' = 'prefix') =>
    albRules(Route.http('shop.example.com', { to: tenant.http, path, match, from })).map(({ conditions }) =>
      conditions.flatMap(({ sourceIpConfig }) => sourceIpConfig),
    );
  const values = (...all: string[]) => expect.arrayContaining([{ values: all }]);

  test('the whole host leaves room for three ranges, an exact path too', () => {
    const three = [values(...from.slice(0, 3)), values(...from.slice(3)), []];
    expect(rangesOf(tenantOf(), '/')).toEqual(three);
    expect(rangesOf(tenantOf(), '/orders', 'exact')).toEqual(three);
  });

  test('a prefix, which is two patterns, leaves room for two', () => {
    expect(rangesOf(tenantOf(), '/orders')).toEqual([values(...from.slice(0, 2)), values(...from.slice(2)), []]);
  });

  test('a header beside it leaves room for one', () => {
    const ones = from.map((range) => values(range));
    expect(rangesOf(tenantOf(byHeader), '/orders')).toEqual([
      ...ones,
      values(...from.slice(0, 2)),
      values(...from.slice(2)),
      [],
    ]);
  });
});

test.each([
  ['/bar', '/', '^/bar/?(.*)$', '/$1', { '/bar': '/', '/bar/': '/', '/bar/x': '/x', '/bar?q=1': '/?q=1' }],
  ['/bar', '/new', '^/bar(.*)$', '/new$1', { '/bar': '/new', '/bar/x': '/new/x', '/bar?q=/x': '/new?q=/x' }],
  ['/v1.0', '/', '^/v1\\.0/?(.*)$', '/$1', { '/v1.0/x': '/x' }],
  ['/', '/new', '^/?(.*)$', '/new/$1', { '/': '/new/', '/x?q': '/new/x?q' }],
  ['/', '/', '^/?(.*)$', '/$1', { '/': '/', '/x': '/x' }],
] as const)('%s becomes %s', (path, rewriteTo, regex, replace, examples) => {
  const [rule] = albRules(Route.http('shop.example.com', { to: tenantOf().http, path, rewriteTo }));
  expect(rule).toEqual({
    conditions: [],
    action: forward(orders),
    transforms: [{ type: 'url-rewrite', urlRewriteConfig: { rewrites: [{ regex, replace }] } }],
  });
  const seen = Object.keys(examples).map((url) => [url, url.replace(new RegExp(regex), replace)]);
  expect(Object.fromEntries(seen)).toEqual(examples);
});
