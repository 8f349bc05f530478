import { SecretStore } from '../../lib/secret/secret-store';

test('a store is one of the cluster or one of the namespace', () => {
  expect([SecretStore.cluster('aws'), SecretStore.namespaced('vault.clinic')]).toEqual([
    { kind: 'ClusterSecretStore', name: 'aws' },
    { kind: 'SecretStore', name: 'vault.clinic' },
  ]);
});

test.each(['', 'AWS', 'a_b'])('a store that cannot be named %j is refused', (name) => {
  const rule = `must be a DNS subdomain, as Kubernetes names objects, got "${name}"`;
  expect(() => SecretStore.cluster(name)).toThrow(new Error(`name of ClusterSecretStore "${name}" ${rule}`));
  expect(() => SecretStore.namespaced(name)).toThrow(new Error(`name of SecretStore "${name}" ${rule}`));
});
