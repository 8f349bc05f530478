import { Keystore, type KeystoreProps } from '../../lib/config/keystore';
import { MiBaseImage } from '../../lib/image/mi-base-image';
import type { MiImage } from '../../lib/image/mi-image';
import type { MiRelease } from '../../lib/release/mi-release';

function image(release: MiRelease = '4.4.0'): MiImage {
  return MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release }).withApp('orders', '1.0.0');
}

/** What a keystore adds to a pod, its variables as the container has them. */
function part(keystore: Keystore, release?: MiRelease): unknown {
  const { env = {}, ...others } = keystore.part(image(release));
  return { ...others, env: Object.entries(env).map(([name, value]) => value.asEnvVar(name)) };
}

test('every prop reaches file, variables and deployment.toml', () => {
  const everything: Required<KeystoreProps> = {
    file: 'orders.p12',
    password: 'store-password',
    keyPassword: 'key-password',
    type: 'PKCS12',
    ca: 'orders-ca',
    serverName: 'orders.internal',
  };
  const keystore = Keystore.fromSecret('orders-tls', everything);
  const path = 'repository/resources/security/orders.p12';
  expect(keystore.ca).toBe('orders-ca');
  expect(part(keystore)).toEqual({
    env: [
      { name: 'TLS_KEYSTORE_PASSWORD', valueFrom: { secretKeyRef: { name: 'orders-tls', key: 'store-password' } } },
      { name: 'TLS_KEYSTORE_KEY_PASSWORD', valueFrom: { secretKeyRef: { name: 'orders-tls', key: 'key-password' } } },
    ],
    toml: {
      internal_api_ssl_config: {
        key_store: {
          location: path,
          type: 'PKCS12',
          password: '$env{TLS_KEYSTORE_PASSWORD}',
          key_password: '$env{TLS_KEYSTORE_KEY_PASSWORD}',
        },
      },
      transport: {
        http: {
          listener: {
            keystore: {
              location: path,
              type: 'PKCS12',
              password: '$env{TLS_KEYSTORE_PASSWORD}',
              key_password: '$env{TLS_KEYSTORE_KEY_PASSWORD}',
            },
          },
        },
      },
    },
    projections: [{ secret: { name: 'orders-tls', items: [{ key: 'orders.p12', path }] } }],
    secrets: [{ secretName: 'orders-tls' }],
  });
  expect(keystore.ca).toBe('orders-ca');
});

test('the keystore of the image adds nothing, and is known by its own name and certificate', () => {
  const { ca, serverName, isOwn } = Keystore.ofImage({ ca: 'mi-certificate' });
  expect([ca, serverName, isOwn]).toEqual(['mi-certificate', 'localhost', false]);
  expect(part(Keystore.ofImage({ ca: 'mi-certificate', serverName: 'mi.internal' }))).toEqual({ env: [] });
  expect(Keystore.ofImage({ ca: 'mi-certificate', serverName: 'mi.internal' }).serverName).toBe('mi.internal');
  expect(() => Keystore.ofImage({ ca: 'mi-certificate', serverName: 'not a name' })).toThrow(
    'serverName of keystore "of the image" must be a DNS name, got "not a name"',
  );
});

test('a keystore of which no more is said is a JKS whose password opens the key too, of a known authority', () => {
  const keystore = Keystore.fromSecret('orders-tls', { file: 'orders.jks', password: 'password' });
  expect(keystore.ca).toBeUndefined();
  expect(part(keystore)).toMatchObject({
    env: [
      { name: 'TLS_KEYSTORE_PASSWORD', valueFrom: { secretKeyRef: { name: 'orders-tls', key: 'password' } } },
      { name: 'TLS_KEYSTORE_KEY_PASSWORD', valueFrom: { secretKeyRef: { name: 'orders-tls', key: 'password' } } },
    ],
    toml: { transport: { http: { listener: { keystore: { type: 'JKS' } } } } },
  });
});

test('release 1.1 is told of the file under another key than its successors', () => {
  const keystore = Keystore.fromSecret('orders-tls', { file: 'orders.jks', password: 'password' });
  const told = (release: MiRelease) => keystore.part(image(release)).toml;
  const path = 'repository/resources/security/orders.jks';
  expect(told('1.1.0')).toMatchObject({ transport: { http: { listener: { keystore: { file_name: path } } } } });
  for (const release of ['1.2.0', '4.0.0', '4.6.0'] as const) {
    expect(told(release)).toMatchObject({ transport: { http: { listener: { keystore: { location: path } } } } });
  }
});

test('what brings the Secret is handed on, so that a pod mounts what brings it', () => {
  const csi = { driver: 'secrets-store.csi.k8s.io', readOnly: true };
  const secret = { secretName: 'orders-tls', csi };
  const keystore = Keystore.fromSecret(secret, { file: 'orders.jks', password: 'password' });
  const { env = {}, secrets } = keystore.part(image());
  expect(secrets).toEqual([secret]);
  expect(Object.values(env).map((value) => value.secret)).toEqual([secret, secret]);
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
    'name of keystore "Orders TLS" must be a DNS subdomain, as Kubernetes names objects, got "Orders TLS"',
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
    'whose authority is in no ConfigMap that can be',
    'orders-tls',
    { file: 'orders.jks', password: 'password', ca: 'Orders CA' },
    'ca of keystore "orders-tls" must name a ConfigMap of Kubernetes, got "Orders CA"',
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
