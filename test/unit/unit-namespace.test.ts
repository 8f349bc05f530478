import { UnitNamespace } from '../../lib';
import { errorOf } from '../manifests';

test('a namespace of its own is made, under the given name or none', () => {
  expect(UnitNamespace.own().rendered).toBe(true);
  expect(UnitNamespace.own().nameFor('retail', '')).toBe('retail');
  expect(UnitNamespace.own('shops').nameFor('retail', '')).toBe('shops');
});

test('a namespace that exists is not made', () => {
  expect(UnitNamespace.existing('shops').rendered).toBe(false);
  expect(UnitNamespace.existing('shops').nameFor('retail', '')).toBe('shops');
});

test('a namespace that is made ends with the suffix of the fleet, one that exists is called what it is called', () => {
  expect(UnitNamespace.own().nameFor('retail', '-staging')).toBe('retail-staging');
  expect(UnitNamespace.own('shops').nameFor('retail', '-staging')).toBe('shops-staging');
  expect(UnitNamespace.existing('shops').nameFor('retail', '-staging')).toBe('shops');
});

test.each(['4u', 'shops-2', 'n'.repeat(63)])('a namespace may be named %s', (name) => {
  expect(errorOf(() => UnitNamespace.own(name))).toBe('');
  expect(errorOf(() => UnitNamespace.existing(name))).toBe('');
});

test.each(['Shops', 'shops.prod', '', '-shops', 'shops-', 'sh ops', 'n'.repeat(64)])(
  'fails when a namespace is named "%s"',
  (name) => {
    const text = `name of namespace "${name}" must be a DNS label, got "${name}"`;
    expect(errorOf(() => UnitNamespace.own(name))).toBe(text);
    expect(errorOf(() => UnitNamespace.existing(name))).toBe(text);
  },
);
