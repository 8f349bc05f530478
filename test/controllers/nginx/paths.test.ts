import { type Host, type HttpRouteProps, MiTenant, type Path, Route, Scaling } from '../../../lib';
import { regexPath, rewriteTarget } from '../../../lib/controllers/nginx/paths';
import { base, newUnit } from '../../manifests';

const { http: to } = new MiTenant(newUnit(), 'orders', {
  image: base.withApp('orders', '1.0.0'),
  scaling: Scaling.fixed(2),
});
const route = (path: Path, props: Partial<HttpRouteProps> = {}, host: Host = 'shop.example.com') =>
  Route.http(host, { to, path, ...props });

/** What ingress-nginx does with the paths of a host: the longest first, from the start, without regard to case. */
function served(routes: readonly Route[], request: string): string | undefined {
  const located = routes
    .map((one) => ({ one, path: regexPath(one).path ?? '' }))
    .sort((a, b) => b.path.length - a.path.length);
  const found = located.find(({ path }) => new RegExp(`^${path}`, 'i').test(request));
  const target = found && rewriteTarget(found.one);
  return target === undefined
    ? found && `${found.one.text} ${request}`
    : found && `${found.one.text} ${request.replace(new RegExp(found.path, 'i'), target)}`;
}

test.each([
  ['/', {}, '/', 'Prefix'],
  ['/', { rewriteTo: '/v1' }, '/(.*)', 'ImplementationSpecific'],
  ['/', { match: 'exact' }, '/(?:)(?:)(?:)$', 'ImplementationSpecific'],
  ['/bar', {}, '/bar(/|$)(.*)', 'ImplementationSpecific'],
  ['/bar', { rewriteTo: '/' }, '/bar(/|$)(.*)', 'ImplementationSpecific'],
  ['/bar', { match: 'exact' }, '/bar(?:)(?:)(?:)$', 'ImplementationSpecific'],
  ['/v1.2/~x', {}, '/v1\\.2/~x(/|$)(.*)', 'ImplementationSpecific'],
  ['/v1/orders:cancel', {}, '/v1/orders:cancel(/|$)(.*)', 'ImplementationSpecific'],
  ['/a%20b/@c', { match: 'exact' }, '/a\\x20b/@c(?:)(?:)(?:)$', 'ImplementationSpecific'],
] as const)('%s with %j is written %s', (path, props, written, pathType) => {
  expect(regexPath(route(path, props))).toEqual({ path: written, pathType });
});

test.each([
  [{}, undefined],
  [{ rewriteTo: '/bar' }, undefined],
  [{ rewriteTo: '/' }, '/$2'],
  [{ rewriteTo: '/v1' }, '/v1$1$2'],
  [{ rewriteTo: '/v1', match: 'exact' }, '/v1'],
] as const)('/bar with %j is rewritten to %s', (props, target) => {
  expect(rewriteTarget(route('/bar', props))).toBe(target);
});

describe('as nginx reads them', () => {
  const routes = [
    route('/'),
    route('/bar', { rewriteTo: '/' }),
    route('/bar', { match: 'exact', rewriteTo: '/exactly' }),
    route('/bar/lab', { rewriteTo: '/v1' }),
    route('/v1.2'),
  ];

  test.each([
    ['/', '/ /'],
    ['/barn', '/ /barn'],
    ['/x/bar', '/ /x/bar'],
    ['/bar', '/bar /exactly'],
    ['/bar/', '/bar /'],
    ['/bar/x/y', '/bar /x/y'],
    ['/bar/bar/x', '/bar /bar/x'],
    ['/BAR/x', '/bar /x'],
    ['/bar/lab', '/bar/lab /v1'],
    ['/bar/lab/', '/bar/lab /v1/'],
    ['/bar/lab/x', '/bar/lab /v1/x'],
    ['/bar/laboratory', '/bar /laboratory'],
    ['/v1.2', '/v1.2 /v1.2'],
    ['/v1x2', '/ /v1x2'],
  ])('%s is served as %s', (request, answer) => {
    expect(served(routes, request)).toBe(`shop.example.com${answer}`);
  });

  test.each([
    [{ rewriteTo: '/v1' }, '/', '/v1/'],
    [{ rewriteTo: '/v1' }, '/x', '/v1/x'],
    [{ rewriteTo: '/v1', match: 'exact' }, '/', '/v1'],
    [{ rewriteTo: '/v1', match: 'exact' }, '/x', undefined],
  ] as const)('a whole host with %j serves %s as %s', (props, request, answer) => {
    expect(served([route('/', props)], request)).toBe(answer && `shop.example.com/ ${answer}`);
  });
});
