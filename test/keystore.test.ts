import { Keystore, type KeystoreProps } from '../lib/keystore';
import { MI_RELEASES } from '../lib/mi-release';

function env(keystore: Keystore): unknown {
  return Object.entries(keystore.env()).map(([name, value]) => value.asEnvVar(name));
}

test('every prop reaches file, variables and deployment.toml', () => {
  const everything: Required<KeystoreProps> = {
    file: 'orders.p12',
    password: 'store-password',
    keyPassword: 'key-password',
    type: 'PKCS12',
    ca: 'orders-ca',
  };
  const keystore = Keystore.fromSecret('orders-tls', everything);
  expect(keystore.asProjection()).toEqual({
    secret: { name: 'orders-tls', items: [{ key: 'orders.p12', path: 'repository/resources/security/orders.p12' }] },
  });
  expect(env(keystore)).toEqual([
    { name: 'TLS_KEYSTORE_PASSWORD', valueFrom: { secretKeyRef: { name: 'orders-tls', key: 'store-password' } } },
    { name: 'TLS_KEYSTORE_KEY_PASSWORD', valueFrom: { secretKeyRef: { name: 'orders-tls', key: 'key-password' } } },
  ]);
  expect(keystore.asToml(MI_RELEASES['4.4.0'])).toEqual({
    location: 'repository/resources/security/orders.p12',
    type: 'PKCS12',
    password: '$env{TLS_KEYSTORE_PASSWORD}',
    key_password: '$env{TLS_KEYSTORE_KEY_PASSWORD}',
  });
  expect(keystore.ca).toBe('orders-ca');
});

test('a keystore of which no more is said is a JKS whose password opens the key too', () => {
  const keystore = Keystore.fromSecret('orders-tls', { file: 'orders.jks', password: 'password' });
  expect(env(keystore)).toEqual([
    { name: 'TLS_KEYSTORE_PASSWORD', valueFrom: { secretKeyRef: { name: 'orders-tls', key: 'password' } } },
    { name: 'TLS_KEYSTORE_KEY_PASSWORD', valueFrom: { secretKeyRef: { name: 'orders-tls', key: 'password' } } },
  ]);
  expect(keystore.asToml(MI_RELEASES['4.4.0'])).toMatchObject({ type: 'JKS' });
  expect(keystore.ca).toBeUndefined();
});

test('release 1.1 is told of the file under another key than its successors', () => {
  const keystore = Keystore.fromSecret('orders-tls', { file: 'orders.jks', password: 'password' });
  const path = 'repository/resources/security/orders.jks';
  expect(keystore.asToml(MI_RELEASES['1.1.0'])).toMatchObject({ file_name: path });
  expect(keystore.asToml(MI_RELEASES['1.2.0'])).toMatchObject({ location: path });
});

test('the variables that deployment.toml names are those that the container has', () => {
  const keystore = Keystore.fromSecret('orders-tls', { file: 'orders.jks', password: 'password' });
  const { password, key_password } = keystore.asToml(MI_RELEASES['4.6.0']);
  expect([password, key_password]).toEqual(Object.keys(keystore.env()).map((name) => `$env{${name}}`));
});

test.each<[string, string, KeystoreProps, string]>([
  [
    'in a folder',
    'orders-tls',
    { file: 'tls/orders.jks', password: 'password' },
    'file of keystore "orders-tls" must be a file name without a folder, got "tls/orders.jks"',
  ],
  [
    'above its folder',
    'orders-tls',
    { file: '../orders.jks', password: 'password' },
    'file of keystore "orders-tls" must be a file name without a folder, got "../orders.jks"',
  ],
  [
    'without a name',
    'orders-tls',
    { file: '', password: 'password' },
    'file of keystore "orders-tls" must be a file name without a folder, got ""',
  ],
  [
    'in the place of the product’s own',
    'orders-tls',
    { file: 'wso2carbon.jks', password: 'password' },
    'file of keystore "orders-tls" must not take the place of a store of the product, got "wso2carbon.jks"; ' +
      'name it after the host that it serves',
  ],
  [
    'in the place of the product’s truststore',
    'orders-tls',
    { file: 'client-truststore.jks', password: 'password' },
    'file of keystore "orders-tls" must not take the place of a store of the product, got "client-truststore.jks"; ' +
      'name it after the host that it serves',
  ],
  [
    'in a Secret that cannot be',
    'Orders TLS',
    { file: 'orders.jks', password: 'password' },
    'name of Secret "Orders TLS" must be a DNS subdomain, as Kubernetes names objects, got "Orders TLS"',
  ],
  [
    'whose password has no key',
    'orders-tls',
    { file: 'orders.jks', password: '' },
    'key of Secret "orders-tls" must be letters, digits, "-", "_" and ".", not "." and not beginning with "..", got ""',
  ],
  [
    'whose private key’s password has no key',
    'orders-tls',
    { file: 'orders.jks', password: 'password', keyPassword: 'a b' },
    'key of Secret "orders-tls" must be letters, digits, "-", "_" and ".", not "." and not beginning with "..", got "a b"',
  ],
  [
    'of a type that the product does not read',
    'orders-tls',
    { file: 'orders.pem', password: 'password', type: JSON.parse('"PEM"') as 'JKS' },
    'type of keystore "orders-tls" must be JKS or PKCS12, got "PEM"',
  ],
  [
    'of a type in lower case',
    'orders-tls',
    { file: 'orders.jks', password: 'password', type: JSON.parse('"jks"') as 'JKS' },
    'type of keystore "orders-tls" must be JKS or PKCS12, got "jks"',
  ],
  [
    'whose authority is in a ConfigMap that cannot be',
    'orders-tls',
    { file: 'orders.jks', password: 'password', ca: 'Orders CA' },
    'ca of keystore "orders-tls" must name a ConfigMap of Kubernetes, got "Orders CA"',
  ],
  [
    'of a type that is no text',
    'orders-tls',
    { file: 'orders.jks', password: 'password', type: JSON.parse('null') as 'JKS' },
    'type of keystore "orders-tls" must be JKS or PKCS12, got null',
  ],
])('a keystore %s is refused', (_what, secret, props, message) => {
  expect(() => Keystore.fromSecret(secret, props)).toThrow(new Error(message));
});
