import { UnitNamespace } from '../lib';
import { errorOf } from './manifests';

test('a namespace of its own is made, under the given name or none', () => {
  expect(UnitNamespace.own()).toMatchObject({ givenName: undefined, rendered: true });
  expect(UnitNamespace.own('shops')).toMatchObject({ givenName: 'shops', rendered: true });
});

test('a namespace that exists is not made', () => {
  expect(UnitNamespace.existing('shops')).toMatchObject({ givenName: 'shops', rendered: false });
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
