import { arrivals } from '../../../lib/review/rules/arrivals';
import { app, found, orders, retail } from '../changes';

test('a tenant that comes', () => {
  const both = retail((unit) => [app(unit), app(unit, {}, 'prices')]);
  expect(found(arrivals, orders(), both)).toEqual([
    'notice retail/prices: comes, with 2 pods [image: registry.example.com/integration/prices:1.0.0-mi4.4.0]',
  ]);
  expect(found(arrivals, both, both)).toEqual([]);
});
