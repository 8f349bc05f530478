import { EnvValue } from '../../lib/secret/env-value';

test.each([
  [
    'a key of a Secret',
    EnvValue.fromSecret('hospital-api', 'password'),
    { name: 'DB', valueFrom: { secretKeyRef: { name: 'hospital-api', key: 'password' } } },
  ],
  [
    'a key of a ConfigMap',
    EnvValue.fromConfigMap('hospital.settings', 'api_URL-2.txt'),
    { name: 'DB', valueFrom: { configMapKeyRef: { name: 'hospital.settings', key: 'api_URL-2.txt' } } },
  ],
  ['text in the open', EnvValue.notSecret('hunter2'), { name: 'DB', value: 'hunter2' }],
  ['an empty text', EnvValue.notSecret(''), { name: 'DB', value: '' }],
])('a variable takes its value from %s', (_where, value, variable) => {
  expect(value.asEnvVar('DB')).toEqual(variable);
});

test.each([
  ['name', 'metadata.name'],
  ['namespace', 'metadata.namespace'],
  ['address', 'status.podIP'],
  ['node', 'spec.nodeName'],
  ['unit', "metadata.labels['cdk8s-wso2-mi/unit']"],
  ['tenant', "metadata.labels['cdk8s-wso2-mi/tenant']"],
] as const)('a variable takes the %s of its pod from %s', (fact, fieldPath) => {
  expect(EnvValue.fromPod(fact).asEnvVar('FACT')).toEqual({ name: 'FACT', valueFrom: { fieldRef: { fieldPath } } });
  expect(EnvValue.fromPod(fact).text).toBeUndefined();
});

test('only a value of a Secret says which one it needs, and by what it is brought', () => {
  const brought = { secretName: 'stock-api', csi: { driver: 'secrets-store.csi.k8s.io' } };
  expect(EnvValue.fromSecret('stock-api', 'password').secret).toEqual({ secretName: 'stock-api' });
  expect(EnvValue.fromSecret(brought, 'password').secret).toBe(brought);
  expect(EnvValue.fromSecret(brought, 'password').asEnvVar('DB')).toEqual({
    name: 'DB',
    valueFrom: { secretKeyRef: { name: 'stock-api', key: 'password' } },
  });
  for (const value of [EnvValue.fromConfigMap('site', 'a'), EnvValue.fromPod('name'), EnvValue.notSecret('a')]) {
    expect(value.secret).toBeUndefined();
  }
});

const RULE = 'must be letters, digits, "-", "_" and ".", not "." and not beginning with ".."';

test.each([
  ['Hospital', 'password', 'must be a DNS subdomain, as Kubernetes names objects, got "Hospital"', 'name'],
  ['', 'password', 'must be a DNS subdomain, as Kubernetes names objects, got ""', 'name'],
  ['hospital', '', `${RULE}, got ""`, 'key'],
  ['hospital', 'pass word', `${RULE}, got "pass word"`, 'key'],
  ['hospital', 'folder/password', `${RULE}, got "folder/password"`, 'key'],
  ['hospital', '.', `${RULE}, got "."`, 'key'],
  ['hospital', '..', `${RULE}, got ".."`, 'key'],
  ['hospital', '..data', `${RULE}, got "..data"`, 'key'],
  ['hospital', 'k'.repeat(254), `${RULE}, got "${'k'.repeat(254)}"`, 'key'],
])('a source %j with key %j, which Kubernetes would not find, is refused', (name, key, rule, prop) => {
  expect(() => EnvValue.fromSecret(name, key)).toThrow(new Error(`${prop} of Secret "${name}" ${rule}`));
  expect(() => EnvValue.fromConfigMap(name, key)).toThrow(new Error(`${prop} of ConfigMap "${name}" ${rule}`));
});

test.each(['a', 'k'.repeat(253), '-', '_', 'a.', 'a..b', '.env', '.dockerconfigjson'])(
  'the key %j is one that Kubernetes takes',
  (key) => {
    expect(EnvValue.fromSecret('hospital', key).asEnvVar('DB')).toEqual({
      name: 'DB',
      valueFrom: { secretKeyRef: { name: 'hospital', key } },
    });
  },
);

test('only text that stands in the open can be read back', () => {
  expect(EnvValue.notSecret('hunter2').text).toBe('hunter2');
  expect(EnvValue.fromSecret('hospital-api', 'password').text).toBeUndefined();
  expect(EnvValue.fromConfigMap('hospital-api', 'password').text).toBeUndefined();
});
