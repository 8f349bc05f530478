import { Size } from 'cdk8s';
import { type HttpRouteProps, Route } from '../../../lib';
import { middlewaresOf } from '../../../lib/controllers/traefik/middlewares';
import { traefikUnit } from './fleets';

const done = (props: Omit<HttpRouteProps, 'to'>, proxies = 0) => {
  const { tenant } = traefikUnit(({ http }) => [Route.http('shop.example.com', { to: http })]);
  return middlewaresOf(Route.http('shop.example.com', { to: tenant.http, ...props }), proxies);
};

test('a plain route has nothing done to it', () => {
  expect(done({ path: '/bar', match: 'exact', sticky: 'cookie', upgrade: 'websocket' })).toEqual([]);
});

test('whoever may not ask is told so first, and the path is changed last', () => {
  const all = done({
    path: '/bar',
    rewriteTo: '/v1',
    maxBody: Size.mebibytes(3),
    rateLimit: 7,
    from: ['10.0.0.0/8', '192.0.2.1/32'],
  });
  expect(all).toEqual([
    ['from', { ipAllowList: { sourceRange: ['10.0.0.0/8', '192.0.2.1/32'] } }],
    ['rate-limit', { rateLimit: { average: 7, burst: 7 } }],
    ['max-body', { buffering: { maxRequestBodyBytes: 3_145_728 } }],
    ['strip', { stripPrefix: { prefixes: ['/bar'] } }],
    ['add', { addPrefix: { prefix: '/v1' } }],
  ]);
});

test('behind proxies a client is known by the address that the first of them saw', () => {
  expect(done({ rateLimit: 7, from: ['10.0.0.0/8'] }, 1)).toEqual([
    ['from', { ipAllowList: { sourceRange: ['10.0.0.0/8'], ipStrategy: { depth: 1 } } }],
    ['rate-limit', { rateLimit: { average: 7, burst: 7, sourceCriterion: { ipStrategy: { depth: 1 } } } }],
  ]);
});

test.each([
  ['/bar', '/', [['strip', { stripPrefix: { prefixes: ['/bar'] } }]]],
  [
    '/a%20b',
    '/c%20d',
    [
      ['strip', { stripPrefix: { prefixes: ['/a b'] } }],
      ['add', { addPrefix: { prefix: '/c d' } }],
    ],
  ],
  ['/', '/v1', [['add', { addPrefix: { prefix: '/v1' } }]]],
  ['/', '/', []],
] as const)('%s in place of %s needs no more than it says', (path, rewriteTo, expected) => {
  expect(done({ path, rewriteTo })).toEqual(expected);
});
