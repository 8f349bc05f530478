import { type Path, Route } from '../../../lib';
import { hostPriority, priorityOf, REDIRECT_PRIORITY } from '../../../lib/controllers/traefik/rule';
import { traefikObject, traefikUnit } from './fleets';

test.each([
  ['shop.example.com', '/', undefined, 'Host(`shop.example.com`)'],
  ['shop.example.com', '/', 'exact', 'Host(`shop.example.com`) && Path(`/`)'],
  ['shop.example.com', '/bar', undefined, 'Host(`shop.example.com`) && (Path(`/bar`) || PathPrefix(`/bar/`))'],
  ['shop.example.com', '/bar', 'exact', 'Host(`shop.example.com`) && Path(`/bar`)'],
  ['shop.example.com', '/a%20b/c:d', 'exact', 'Host(`shop.example.com`) && Path(`/a b/c:d`)'],
  // The two hosts of the book that are a label below it, not the wildcard nor what is of another domain.
  [
    '*.example.com',
    '/bar',
    'exact',
    'HostRegexp(`^[^.]+\\.example\\.com$`) && !HostRegexp(`^(shop|till|www)\\.example\\.com$`) && Path(`/bar`)',
  ],
  ['*.www.example.com', '/', undefined, 'HostRegexp(`^[^.]+\\.www\\.example\\.com$`)'],
] as const)('the rule of %s%s (%s) is %s', (host, path, match, rule) => {
  const hosts = { 'www.example.com': 'retail', '*.www.example.com': 'retail', 'www.example.org': 'retail' };
  const unit = traefikUnit(({ http }) => [Route.http(host, { path, match, to: http })], { hosts });
  expect(traefikObject(unit, `IngressRoute routes-public-${host.replace('*', 'wildcard')}`)).toMatchObject({
    routes: [{ match: rule }],
  });
});

test('of the rules that a request fits, the one that says most comes first', () => {
  const { tenant } = traefikUnit(({ http }) => [Route.http('shop.example.com', { to: http })]);
  const on = (host: `${string}.${string}`, path: Path, match?: 'exact') =>
    priorityOf(Route.http(host, { path, match, to: tenant.http }));
  const ordered = [
    priorityOf(Route.defaultBackend(tenant.http)),
    REDIRECT_PRIORITY,
    on('*.example.com', '/'),
    on('*.example.com', '/a-path-of-one-long-element'),
    on('*.example.com', '/a/b/c/d'),
    on('shop.example.com', '/'),
    on('shop.example.com', '/', 'exact'),
    on('shop.example.com', '/a'),
    // The rule of a canary's header stands one above that of its route.
    on('shop.example.com', '/a') + 1,
    on('shop.example.com', '/a', 'exact'),
    on('shop.example.com', '/a', 'exact') + 1,
    on('shop.example.com', '/a/b'),
  ];
  expect([...new Set(ordered)].sort((a, b) => a - b)).toEqual(ordered);
  expect(hostPriority('*.example.com')).toBeLessThan(hostPriority('shop.example.com'));
});
