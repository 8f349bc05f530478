import { EnvValue, MiTenant, type MiTenantProps, Scaling, SecureVault, type SecureVaultProps } from '../../lib';
import { addedBy, imageOf, RELEASES, secretVariable } from '../config-parts';
import { errorOf, newFleet, newUnit, sentencesOf, tomlOf } from '../manifests';

const path = 'repository/resources/security/vault.jks';

test('every prop reaches the pod: the password where the server looks once, the keystore and its alias', () => {
  const everything: Required<SecureVaultProps> = { password: 'vault-password', file: 'vault.jks', alias: 'vault' };
  expect(addedBy(SecureVault.fromSecret('vault', everything), imageOf('4.4.0'))).toEqual({
    projections: [
      {
        secret: {
          name: 'vault',
          items: [
            { key: 'vault-password', path: 'password-tmp' },
            { key: 'vault.jks', path },
          ],
        },
      },
    ],
    secrets: [{ secretName: 'vault' }],
    env: [secretVariable('VAULT_KEYSTORE_PASSWORD', 'vault', 'vault-password')],
    toml: {
      keystore: {
        primary: {
          file_name: path,
          password: '$env{VAULT_KEYSTORE_PASSWORD}',
          alias: 'vault',
          key_password: '$env{VAULT_KEYSTORE_PASSWORD}',
        },
      },
    },
  });
});

test('a vault whose keystore is in the image needs its password only', () => {
  expect(addedBy(SecureVault.fromSecret('vault', { password: 'password' }), imageOf('4.4.0'))).toEqual({
    projections: [{ secret: { name: 'vault', items: [{ key: 'password', path: 'password-tmp' }] } }],
    secrets: [{ secretName: 'vault' }],
  });
});

test('a keystore of which no alias is said has the product’s', () => {
  const vault = SecureVault.fromSecret('vault', { password: 'password', file: 'vault.jks' });
  expect(addedBy(vault, imageOf('4.4.0'))).toMatchObject({ toml: { keystore: { primary: { alias: 'wso2carbon' } } } });
});

test.each(RELEASES)('release %s finds the keystore under the table and name that it knows', (release) => {
  const vault = SecureVault.fromSecret('vault', { password: 'password', file: 'vault.jks' });
  const expected = {
    '1.1.0': { tls: { file_name: 'vault.jks' } },
    '1.2.0': { primary: { file_name: 'vault.jks' } },
  }[String(release)] ?? { primary: { file_name: path } };
  expect(addedBy(vault, imageOf(release))).toMatchObject({
    toml: { keystore: expected },
  });
});

test('it takes the place of the product’s own keystore, so nothing is decrypted by a password that all know', () => {
  const unit = newUnit();
  const vault = SecureVault.fromSecret('vault', { password: 'password', file: 'vault.jks' });
  new MiTenant(unit, 'orders', { image: imageOf('4.4.0'), scaling: Scaling.fixed(2), config: { vault } });
  expect(tomlOf(unit).keystore).toEqual({
    primary: {
      file_name: path,
      password: '$env{VAULT_KEYSTORE_PASSWORD}',
      alias: 'wso2carbon',
      key_password: '$env{VAULT_KEYSTORE_PASSWORD}',
    },
  });
});

test.each<[string, string, SecureVaultProps, string]>([
  [
    'with an alias of a keystore that it does not bring',
    'vault',
    { password: 'password', alias: 'vault' },
    'alias of secure vault "vault" must stand beside file, got "vault"; the keystore in the image has its own',
  ],
  [
    'with a keystore in a folder',
    'vault',
    { password: 'password', file: 'a/vault.jks' },
    'file of secure vault "vault" must be a file name without a folder, got "a/vault.jks"',
  ],
  [
    'with the name of the product’s keystore',
    'vault',
    { password: 'password', file: 'wso2carbon.jks' },
    'file of secure vault "vault" must not take the place of a store of the product, got "wso2carbon.jks"; ' +
      'name it after the host that it serves',
  ],
  [
    'without a key of its password',
    'vault',
    { password: '' },
    'key of Secret "vault" must be letters, digits, "-", "_" and ".", not "." and not beginning with "..", got ""',
  ],
  [
    'in a Secret that cannot be',
    'Vault!',
    { password: 'password' },
    'name of secure vault "Vault!" must be a DNS subdomain, as Kubernetes names objects, got "Vault!"',
  ],
])('a vault %s is refused', (_what, secret, props, message) => {
  expect(errorOf(() => SecureVault.fromSecret(secret, props))).toBe(message);
});

describe('the cipher texts', () => {
  const vault = SecureVault.fromSecret('vault', { password: 'password' });
  function refused(props: Partial<MiTenantProps<'app'>>): string[] {
    const fleet = newFleet();
    new MiTenant(newUnit(fleet), 'orders', { image: imageOf('4.4.0'), scaling: Scaling.fixed(2), ...props });
    return sentencesOf(() => fleet.render());
  }

  test('may come from the environment, by which they are dynamic', () => {
    const env = { DB_CIPHER: EnvValue.fromSecret('vault', 'db') };
    expect(refused({ env, config: { vault, toml: { secrets: { db: '$env{DB_CIPHER}' } } } })).toEqual([]);
  });

  // The file that is rendered takes the place of the image's, in whose [secrets] ciphertool left the cipher texts
  // (cipher-text.properties.j2 is made of that table), so without these no alias is known.
  test('of ciphertool may stand in [secrets], as the documentation of MI has them', () => {
    const cipher = 'Qs1c3b2P0eTgR9eT2wq8kXhJ3k1yFm7u2b9q0w4rT6y8u1i3o5p7a9s2d4f6g8h0==';
    expect(refused({ config: { vault, toml: { secrets: { db: cipher } } } })).toEqual([]);
  });
});
