import { parse } from 'yaml';
import { type AwsSecretsProps, type AzureSecretsProps, SecretProvider } from '../../lib/secret/secret-provider';

describe('AWS', () => {
  test('every prop reaches the parameters', () => {
    const everything: Required<AwsSecretsProps> = { region: 'eu-west-1', service: 'ssmparameter', podIdentity: true };
    expect(SecretProvider.aws(everything).parameters({ password: { key: '/prod/hospital' } })).toEqual({
      region: 'eu-west-1',
      usePodIdentity: 'true',
      objects: '- objectName: /prod/hospital\n  objectType: ssmparameter\n  objectAlias: password.value\n',
    });
  });

  test('what is left out has the default of the documentation', () => {
    expect(SecretProvider.aws().parameters({ password: { key: 'hospital' } })).toEqual({
      objects: '- objectName: hospital\n  objectType: secretsmanager\n  objectAlias: password.value\n',
    });
  });

  test('a secret is named once, with all that is wanted of it, since AWS refuses it twice', () => {
    const { objects } = SecretProvider.aws().parameters({
      user: { key: 'prod/db', property: 'user', version: 'v1' },
      other: { key: 'prod/other' },
      'db-password': { key: 'prod/db', property: 'logins.db-password', version: 'v1' },
      all: { key: 'prod/db', version: 'v1' },
    });
    expect(parse(objects ?? '')).toEqual([
      {
        objectName: 'prod/db',
        objectType: 'secretsmanager',
        objectAlias: 'all.value',
        objectVersion: 'v1',
        jmesPath: [
          { path: 'user', objectAlias: 'user.value' },
          { path: 'logins."db-password"', objectAlias: 'db-password.value' },
        ],
      },
      { objectName: 'prod/other', objectType: 'secretsmanager', objectAlias: 'other.value' },
    ]);
  });
});

describe('Azure', () => {
  const vault = { keyVault: 'clinic-kv', tenantId: '11111111-2222-3333-4444-555555555555' };

  test('every prop and part reaches the parameters; each object is YAML in YAML, as Azure reads it', () => {
    const everything: Required<Omit<AzureSecretsProps, 'login'>> = {
      ...vault,
      clientId: 'aaaaaaaa-0000-0000-0000-000000000000',
    };
    const { objects, ...others } = SecretProvider.azure(everything).parameters({
      'keystore.jks': { key: 'keystore', version: 'abc', decode: 'Base64' },
      password: { key: 'password' },
    });
    expect(others).toEqual({
      keyvaultName: 'clinic-kv',
      tenantId: '11111111-2222-3333-4444-555555555555',
      clientID: 'aaaaaaaa-0000-0000-0000-000000000000',
    });
    expect(parse(objects ?? '').array.map((text: string) => parse(text))).toEqual([
      {
        objectName: 'keystore',
        objectType: 'secret',
        objectAlias: 'keystore.jks.value',
        objectVersion: 'abc',
        objectEncoding: 'base64',
      },
      { objectName: 'password', objectType: 'secret', objectAlias: 'password.value' },
    ]);
  });

  test('a service principal logs in by its Secret, and no identity is asked for beside it', () => {
    const provider = SecretProvider.azure({ ...vault, login: 'azure-login' });
    expect(provider.login).toBe('azure-login');
    expect(Object.keys(provider.parameters({ a: { key: 'b' } }))).toEqual(['keyvaultName', 'tenantId', 'objects']);
    expect(() => SecretProvider.azure({ ...vault, login: 'azure-login', clientId: 'a' })).toThrow(
      'login of secret provider "azure" must stand alone, got clientId beside it; leave out one of the two',
    );
    expect(() => SecretProvider.azure({ ...vault, login: 'Azure Login' })).toThrow(
      'login of secret provider "azure" must name a Secret of Kubernetes, got "Azure Login"',
    );
  });

  test('without a client the identity of the node is taken', () => {
    expect(SecretProvider.azure(vault).parameters({ a: { key: 'b' } })).toMatchObject({ useVMManagedIdentity: 'true' });
  });
});

test('Google is asked for a version, the newest if none is named', () => {
  const { secrets } = SecretProvider.gcp().parameters({
    password: { key: 'projects/clinic/secrets/password' },
    old: { key: 'projects/clinic/secrets/other', version: '3' },
  });
  expect(parse(secrets ?? '')).toEqual([
    { resourceName: 'projects/clinic/secrets/password/versions/latest', path: 'password.value' },
    { resourceName: 'projects/clinic/secrets/other/versions/3', path: 'old.value' },
  ]);
});

test('Google is asked by the key of a service account where no identity is enough', () => {
  expect(SecretProvider.gcp({ login: 'google-login' }).login).toBe('google-login');
  expect(SecretProvider.gcp().login).toBeUndefined();
});

test('any other provider is told in its own words, and a key is the name of a mounted file', () => {
  const vault = SecretProvider.of('vault', { roleName: 'clinic', objects: '- objectName: db' });
  expect(vault.name).toBe('vault');
  expect(vault.parameters({ password: { key: 'db' } })).toEqual({ roleName: 'clinic', objects: '- objectName: db' });
  expect(vault.fileOf('password', { key: 'db' })).toBe('db');
});

const HINT = 'keep the value by itself in the store, or take an ExternalSecret';
const azure = SecretProvider.azure({ keyVault: 'kv', tenantId: 't' });

test.each([
  [azure, { a: { key: 'b', property: 'c' } }, `values.a.property OF must be left out for azure, got "c"; ${HINT}`],
  [
    SecretProvider.gcp(),
    { a: { key: 'b', property: 'c' } },
    `values.a.property OF must be left out for gcp, got "c"; ${HINT}`,
  ],
  [
    SecretProvider.aws(),
    { a: { key: 'b', decode: 'Base64' as const } },
    `values.a.decode OF must be left out for aws, got "Base64"; ${HINT}`,
  ],
  [
    SecretProvider.of('vault', {}),
    { a: { key: 'b', version: '2' } },
    `values.a.version OF must be left out for vault, got "2"; ${HINT}`,
  ],
  [
    SecretProvider.aws(),
    { a: { key: 'db', property: 'x', version: '1' }, b: { key: 'db', property: 'y' } },
    'values.b.version OF must be that of values.a, of the same secret, got undefined',
  ],
  [
    SecretProvider.aws(),
    { a: { key: 'db', property: 'x' }, b: { key: 'db', property: 'x' } },
    'values OF must name each value once, got ["db","x"] again; use one key of the Secret in both places',
  ],
])('what a provider cannot tell apart is refused (%#)', (provider, values, message) => {
  expect(() => provider.require('values', 'CSI secret', 'clinic/a', values)).toThrow(
    new Error(message.replace('OF', 'of CSI secret "clinic/a"')),
  );
});

test('what a provider can tell apart is taken', () => {
  const values = { a: { key: 'db', property: 'x', version: '1' }, b: { key: 'db', version: '1' } };
  expect(() => SecretProvider.aws().require('values', 'CSI secret', 'clinic/a', values)).not.toThrow();
});

test.each(['', 'a b', '-a'])('a provider that cannot be named %j is refused', (name) => {
  expect(() => SecretProvider.of(name, {})).toThrow(
    new Error(
      `name of secret provider "${name}" must be the name of a provider of the Secrets Store CSI driver, got "${name}"`,
    ),
  );
});
