import { Secret } from 'cdk8s-plus-27';
import { namedSecret, requireBrought } from '../../lib/secret/secret-ref';
import { newFleet, newUnit } from '../manifests';

test('a Secret is meant by its name, or by what brings it', () => {
  const brought = { secretName: 'hospital', keys: ['password'] };
  expect(namedSecret('Secret', 'hospital.api')).toEqual({ secretName: 'hospital.api' });
  expect(namedSecret('Secret', brought)).toBe(brought);
});

test('a Secret of cdk8s-plus is meant by its name and namespace; one that is there already by its name', () => {
  const unit = newUnit(newFleet());
  const own = new Secret(unit, 'own', { metadata: { name: 'hospital' } });
  expect(namedSecret('Secret', own)).toEqual({ secretName: 'hospital', namespace: 'retail' });
  const there = Secret.fromSecretName(unit, 'there', 'hospital-api');
  expect(namedSecret('Secret', there)).toEqual({ secretName: 'hospital-api', namespace: undefined });
});

test.each(['', 'Hospital', 'a/b'])('a Secret that cannot be named %j is refused', (name) => {
  const message = `name of Secret "${name}" must be a DNS subdomain, as Kubernetes names objects, got "${name}"`;
  expect(() => namedSecret('Secret', name)).toThrow(new Error(message));
  expect(() => namedSecret('Secret', { secretName: name })).toThrow(new Error(message));
});

test('a key that is not brought is refused, where it is known which are', () => {
  const brought = { secretName: 'hospital', keys: ['user', 'password'] };
  expect(() => requireBrought('Secret', brought, 'passwrd')).toThrow(
    new Error('key of Secret "hospital" must be one that it will have: user, password, got "passwrd"'),
  );
  expect(() => requireBrought('Secret', brought, 'password')).not.toThrow();
  expect(() => requireBrought('Secret', { secretName: 'hospital' }, 'passwrd')).not.toThrow();
});
