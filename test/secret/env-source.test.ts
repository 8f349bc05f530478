import { EnvSource, type EnvSourceProps } from '../../lib/secret/env-source';

const everything: Required<EnvSourceProps> = { prefix: 'DB_' };

test('a whole Secret becomes variables, by its name or by what brings it', () => {
  const brought = { secretName: 'hospital', keys: ['password'] };
  const source = EnvSource.secret(brought, everything);
  expect(source.asEnvFrom()).toEqual({ prefix: 'DB_', secretRef: { name: 'hospital' } });
  expect(source.secret).toBe(brought);
  expect(source.prefix).toBe('DB_');
  expect(EnvSource.secret('hospital.api').asEnvFrom()).toEqual({ secretRef: { name: 'hospital.api' } });
});

test('a whole ConfigMap becomes variables', () => {
  const source = EnvSource.configMap('settings', everything);
  expect(source.asEnvFrom()).toEqual({ prefix: 'DB_', configMapRef: { name: 'settings' } });
  expect(source.secret).toBeUndefined();
  expect(EnvSource.configMap('settings').asEnvFrom()).toEqual({ configMapRef: { name: 'settings' } });
});

test.each(['', 'Hospital', 'a/b'])('a source that cannot be named %j is refused', (name) => {
  const rule = `must be a DNS subdomain, as Kubernetes names objects, got "${name}"`;
  expect(() => EnvSource.secret(name)).toThrow(new Error(`name of Secret "${name}" ${rule}`));
  expect(() => EnvSource.configMap(name)).toThrow(new Error(`name of ConfigMap "${name}" ${rule}`));
});

test.each(['', '1_', 'DB-', 'a b', 'DB.'])('a prefix %j, with which no variable begins, is refused', (prefix) => {
  const rule = `must be letters, digits and "_", not beginning with a digit, got "${prefix}"`;
  expect(() => EnvSource.secret('hospital', { prefix })).toThrow(new Error(`prefix of Secret "hospital" ${rule}`));
  expect(() => EnvSource.configMap('hospital', { prefix })).toThrow(
    new Error(`prefix of ConfigMap "hospital" ${rule}`),
  );
});
