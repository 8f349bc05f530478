import { parse } from 'smol-toml';
import { deploymentToml, type TomlTable } from '../lib/deployment-toml';
import { Keystore } from '../lib/keystore';
import { MI_RELEASES, type MiRelease } from '../lib/mi-release';

function read(release: MiRelease, own: TomlTable = {}, tls?: Keystore): unknown {
  return parse(deploymentToml(MI_RELEASES[release], tls, own));
}

const STORE = { password: 'wso2carbon', alias: 'wso2carbon', key_password: 'wso2carbon' };
const TRUST = { password: 'wso2carbon', alias: 'symmetric.key.value', algorithm: 'AES' };
const SECURITY = 'repository/resources/security';

const TLS_STORES = {
  keystore: { tls: { file_name: 'wso2carbon.jks', ...STORE } },
  truststore: { file_name: 'client-truststore.jks', ...TRUST },
};
const PRIMARY_STORES = {
  keystore: { primary: { file_name: `${SECURITY}/wso2carbon.jks`, ...STORE } },
  truststore: { file_name: `${SECURITY}/client-truststore.jks`, ...TRUST },
};
const USERS = { user_store: { type: 'read_only_ldap' } };
const DRAINS = { graceful_shutdown_enabled: true, graceful_shutdown_timeout: 180_000 };

test.each<[MiRelease, object, object]>([
  ['1.1.0', {}, TLS_STORES],
  ['1.2.0', {}, { ...USERS, ...TLS_STORES }],
  ['4.0.0', {}, { ...USERS, ...PRIMARY_STORES }],
  ['4.4.0', {}, { ...USERS, ...PRIMARY_STORES }],
  ['4.5.0', DRAINS, { ...USERS, ...PRIMARY_STORES }],
  ['4.6.0', DRAINS, { ...USERS, ...PRIMARY_STORES }],
])('release %s gets its stock file, no hot deployment, and the drain where it can be set', (release, drain, stock) => {
  expect(read(release)).toEqual({
    server: { hostname: 'localhost', hot_deployment: false, ...drain },
    ...stock,
  });
});

test('release 1.1 gets a user store only from a tenant that says one', () => {
  const own = { user_store: { type: 'database' } };
  expect(read('1.1.0', own)).toEqual({
    server: { hostname: 'localhost', hot_deployment: false },
    ...TLS_STORES,
    user_store: { type: 'database' },
  });
});

test.each<[MiRelease, string]>([
  ['1.1.0', 'file_name'],
  ['1.2.0', 'location'],
  ['4.6.0', 'location'],
])('the certificate of a tenant on release %s stands at its listener, under %s', (release, key) => {
  const tls = Keystore.fromSecret('orders-tls', { file: 'orders.jks', password: 'password' });
  expect(read(release, {}, tls)).toMatchObject({
    transport: {
      http: {
        listener: {
          keystore: {
            [key]: `${SECURITY}/orders.jks`,
            type: 'JKS',
            password: '$env{TLS_KEYSTORE_PASSWORD}',
            key_password: '$env{TLS_KEYSTORE_KEY_PASSWORD}',
          },
        },
      },
    },
  });
});

test('the product’s own keystore stays beside a tenant’s certificate, since it decrypts the product’s secrets', () => {
  const tls = Keystore.fromSecret('orders-tls', { file: 'orders.jks', password: 'password' });
  expect(read('4.4.0', {}, tls)).toMatchObject(PRIMARY_STORES);
});

test('what the tenant says is laid over it key by key, and leaves the rest', () => {
  const own = { server: { hostname: 'orders.example.com' }, mediation: { flow: { statistics: { enable: true } } } };
  expect(read('4.5.0', own)).toEqual({
    server: { hostname: 'orders.example.com', hot_deployment: false, ...DRAINS },
    user_store: { type: 'read_only_ldap' },
    ...PRIMARY_STORES,
    mediation: { flow: { statistics: { enable: true } } },
  });
});

test('what the tenant says stands beside its certificate', () => {
  const tls = Keystore.fromSecret('orders-tls', { file: 'orders.jks', password: 'password' });
  const own = { transport: { http: { listener: { bind_address: '0.0.0.0' }, socket_timeout: 1000 } } };
  expect(read('4.4.0', own, tls)).toMatchObject({
    transport: {
      http: {
        socket_timeout: 1000,
        listener: { bind_address: '0.0.0.0', keystore: { location: `${SECURITY}/orders.jks` } },
      },
    },
  });
});

test.each<[string, TomlTable, object]>([
  ['a list of tables', { datasource: [{ id: 'a' }, { id: 'b' }] }, { datasource: [{ id: 'a' }, { id: 'b' }] }],
  ['a plain value in the place of a table', { truststore: 'none' }, { truststore: 'none' }],
  ['a table in the place of a plain value', { user_store: { type: { a: 1 } } }, { user_store: { type: { a: 1 } } }],
  ['a list in the place of a table', { user_store: [{ type: 'a' }] }, { user_store: [{ type: 'a' }] }],
  ['text with quotes and lines', { a: { b: 'x"\n\\y' } }, { a: { b: 'x"\n\\y' } }],
  ['a number with a fraction', { a: { b: 0.5 } }, { a: { b: 0.5 } }],
])('%s arrives as it was written', (_what, own, expected) => {
  expect(read('4.4.0', own)).toMatchObject(expected);
});

test('the same input gives the same text', () => {
  const own = { server: { node_id: 'a' }, mediation: { a: 1, b: [1, 2] } };
  expect(deploymentToml(MI_RELEASES['4.6.0'], undefined, own)).toBe(
    deploymentToml(MI_RELEASES['4.6.0'], undefined, structuredClone(own)),
  );
});
