import { MiTenant, type Path, Route, Scaling } from '../../../lib';
import { albPlace } from '../../../lib/controllers/alb/order';
import { base, newUnit } from '../../manifests';

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
