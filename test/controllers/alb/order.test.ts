import { ApiObject } from 'cdk8s';
import fc from 'fast-check';
import {
  GatewayController,
  GatewayIngress,
  type Host,
  LoadBalancer,
  MiTenant,
  type Path,
  Route,
  Scaling,
} from '../../../lib';
import { albPlace } from '../../../lib/controllers/alb/order';
import { base, errorOf, type Manifest, newFleet, newUnit } from '../../manifests';
import { type AlbRequest, albAnswer, valuesOfRules } from './alb-evaluation';

/** A route of the property; each has a tenant of its own, named by its number. */
interface Wish {
  readonly host: Host;
  readonly path: Path;
  readonly match: 'prefix' | 'exact';
  readonly https: boolean;
  readonly sticky: boolean;
  readonly few: boolean;
}

const HOSTS = ['shop.example.com', 'till.example.com', '*.example.com', '*.shop.example.com'] as const;
const PATHS = ['/', '/a', '/a/b', '/a/b/c', '/ab', '/b'] as const;
// Every path of a host belongs to the other unit than the one above it.
const OWNERS = { '/': 'clinic', '/a': 'retail', '/a/b': 'clinic', '/a/b/c': 'retail', '/ab': 'retail', '/b': 'retail' };
const INSIDE = '10.1.2.3';

const wishes = fc.uniqueArray(
  fc.record<Wish>({
    host: fc.constantFrom(...HOSTS),
    path: fc.constantFrom(...PATHS),
    match: fc.constantFrom('prefix', 'exact'),
    https: fc.boolean(),
    sticky: fc.boolean(),
    few: fc.boolean(),
  }),
  { selector: ({ host, path, match }) => `${host}${path} ${match}`, minLength: 1, maxLength: 14 },
);

const requests = fc.array(
  fc.record<AlbRequest>({
    host: fc.constantFrom('shop.example.com', 'till.example.com', 'a.shop.example.com', 'www.example.com', 'other.org'),
    path: fc.constantFrom('/', '/a', '/a/', '/ab', '/a/b', '/a/b/c/d', '/a/bc', '/b/a', '/c'),
    from: fc.constantFrom(INSIDE, '192.0.2.1'),
  }),
  { minLength: 20, maxLength: 20 },
);

function fleetOf(all: readonly Wish[], fallback: boolean) {
  const fleet = newFleet();
  const hosts = { ...Object.fromEntries(HOSTS.map((host) => [host, OWNERS])), '*': 'retail' };
  const via = new LoadBalancer(fleet, 'public', { controller: GatewayController.alb(), hosts });
  const units = ['clinic', 'retail'].map((id) => newUnit(fleet, id));
  for (const unit of units) {
    const tenant = (id: string) =>
      new MiTenant(unit, id, { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(1) });
    const routes = all.flatMap(({ host, path, match, https, sticky, few }, index) => {
      if (OWNERS[path as keyof typeof OWNERS] !== unit.node.id) return [];
      const to = tenant(`tenant-${index}`)[https ? 'https' : 'http'];
      return [
        Route.http(host, {
          path,
          match,
          to,
          ...(sticky ? { sticky: 'cookie' } : {}),
          ...(few ? { from: ['10.1.0.0/16'] } : {}),
        }),
      ];
    });
    const last = fallback && unit.node.id === 'retail' ? [Route.defaultBackend(tenant('fallback').http)] : [];
    if (routes.length + last.length > 0) {
      new GatewayIngress(unit, 'routes', { via, routes: [...routes, ...last] });
    }
  }
  return { fleet, ingresses: fleet.node.findAll().filter(ApiObject.isApiObject).filter(isIngress).map(manifestOf) };
}

function isIngress({ kind }: ApiObject): boolean {
  return kind === 'Ingress';
}

/** Alone: tenants take most of the time of a render, and nothing is asked of them here. */
function manifestOf(object: ApiObject): Manifest {
  return object.toJson() as Manifest;
}

/** The best match: the longest host, in it an exact path, else the longest prefix. */
function expected(all: readonly Wish[], fallback: boolean, { host, path, from }: AlbRequest) {
  const best = all
    .map((wish, index) => ({ ...wish, name: `tenant-${index}` }))
    .filter((wish) => wish.host === host || (wish.host.startsWith('*') && host.endsWith(wish.host.slice(1))))
    .filter(
      (wish) => wish.path === path || (wish.match === 'prefix' && path.startsWith(`${wish.path.replace(/\/$/, '')}/`)),
    )
    .sort((one, other) => rank(other) - rank(one))[0];
  if (best === undefined) return fallback ? { to: { fallback: 1 }, path } : { status: '404' };
  return best.few && from !== INSIDE ? { status: '403' } : { to: { [best.name]: 1 }, path };
}

function rank({ host, path, match }: Wish): number {
  const wildcard = host.startsWith('*') ? 0 : 1;
  return wildcard * 1e6 + host.length * 1e4 + (match === 'exact' ? 1000 : 0) + path.length;
}

test('every request reaches the tenant of the best match, or is answered 403, whatever units the routes are of', () => {
  fc.assert(
    fc.property(wishes, fc.boolean(), requests, (all, fallback, asked) => {
      const { ingresses } = fleetOf(all, fallback);
      expect(asked.map((request) => albAnswer(ingresses, request))).toEqual(
        asked.map((request) => expected(all, fallback, request)),
      );
    }),
    { numRuns: 100 },
  );
});

test('a fleet of all of them breaks no law', () => {
  const all = HOSTS.flatMap((host) =>
    PATHS.map((path): Wish => ({ host, path, match: 'prefix', https: false, sticky: false, few: true })),
  );
  const { fleet, ingresses } = fleetOf(all, true);
  expect(errorOf(() => fleet.render())).toBe('');
  expect(Math.max(...ingresses.flatMap(valuesOfRules))).toBeLessThanOrEqual(5);
});

describe('the place of a route', () => {
  const unit = newUnit();
  const { http } = new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(1) });
  const deepest: Path = `/${'a/'.repeat(62)}a`;

  test.each<[string, number, Route]>([
    ['depth-0', -1, Route.http('shop.example.com', { to: http })],
    ['exact-0', -2, Route.http('shop.example.com', { to: http, match: 'exact' })],
    ['depth-1', -3, Route.http('shop.example.com', { to: http, path: '/a' })],
    ['exact-2', -6, Route.http('shop.example.com', { to: http, path: '/a/b', match: 'exact' })],
    ['exact-63', -128, Route.http('shop.example.com', { to: http, path: deepest, match: 'exact' })],
    ['wildcard-8-exact-63', 1, Route.http('*.a.b.c.d.e.f.example.com', { to: http, path: deepest, match: 'exact' })],
    ['wildcard-3-depth-0', 768, Route.http('*.shop.example.com', { to: http })],
    ['wildcard-2-depth-1', 894, Route.http('*.example.com', { to: http, path: '/a' })],
    ['wildcard-2-depth-0', 896, Route.http('*.example.com', { to: http })],
    ['default', 1000, Route.defaultBackend(http)],
  ])('%s is %i', (name, order, route) => {
    expect(albPlace(route)).toEqual({ order, name });
  });
});
