import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { freeId } from '../../lib/core/free-id';

test('an id that nothing in the scope has is given back', () => {
  expect(freeId(new App(), 'tenant', 'orders')).toBe('orders');
});

test('fails when another construct in the scope has it', () => {
  const scope = new App();
  new Construct(new Construct(scope, 'retail'), 'orders');
  expect(freeId(scope, 'tenant', 'orders')).toBe('orders');
  expect(() => freeId(scope, 'tenant', 'retail')).toThrow(
    'id of tenant "retail" must be used once in its scope, got it again after "retail"; give one of the two another id',
  );
});

test.each(['', 'constructor', 'toString', '__proto__'])('fails for %j, which no construct can have', (id) => {
  expect(() => freeId(new App(), 'tenant', id)).toThrow(
    `id of tenant "${id}" must be a name of its own, got "${id}"; take another word`,
  );
});
