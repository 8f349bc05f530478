import { parse } from 'smol-toml';
import { deploymentToml, overlay, type TomlTable } from '../../lib/config/deployment-toml';
import { MI_RELEASES, type MiRelease } from '../../lib/release/mi-release';

const waits = (drainSeconds: number) => ({ drainSeconds, requestSeconds: undefined, silentSeconds: 180 });

/** The file of a release, with the release's own drain and tables laid over one after the other. */
function read(release: MiRelease, ...tables: readonly TomlTable[]): unknown {
  const facts = MI_RELEASES[release];
  return parse(deploymentToml(facts, waits(facts.drainSeconds), tables));
}

const STORE = { password: 'wso2carbon', alias: 'wso2carbon', key_password: 'wso2carbon' };
const TRUST = { password: 'wso2carbon' };
const SECURITY = 'repository/resources/security';

const TLS_STORES = {
  keystore: { tls: { file_name: 'wso2carbon.jks', ...STORE } },
  truststore: { file_name: 'client-truststore.jks', ...TRUST },
};
const BARE_STORES = {
  keystore: { primary: { file_name: 'wso2carbon.jks', ...STORE } },
  truststore: { file_name: 'client-truststore.jks', ...TRUST },
};
const PRIMARY_STORES = {
  keystore: { primary: { file_name: `${SECURITY}/wso2carbon.jks`, ...STORE } },
  truststore: { file_name: `${SECURITY}/client-truststore.jks`, ...TRUST },
};
const USERS = { user_store: { type: 'read_only_ldap' } };
const NO_DIAGNOSTICS = { server_configuration: { diagnostic_tool_enabled: 'false' } };
const COLD = { hot_deployment: false };
const DRAINS = { graceful_shutdown_enabled: true, graceful_shutdown_timeout: 180_000 };

test.each<[MiRelease, object, object]>([
  ['1.1.0', {}, TLS_STORES],
  ['1.2.0', COLD, { ...USERS, ...BARE_STORES }],
  ['4.0.0', COLD, { ...USERS, ...PRIMARY_STORES }],
  ['4.1.0', COLD, { ...USERS, ...PRIMARY_STORES }],
  ['4.2.0', COLD, { ...USERS, ...PRIMARY_STORES }],
  ['4.3.0', COLD, { ...USERS, ...PRIMARY_STORES, ...NO_DIAGNOSTICS }],
  ['4.4.0', COLD, { ...USERS, ...PRIMARY_STORES, ...NO_DIAGNOSTICS }],
  ['4.5.0', { ...COLD, ...DRAINS }, { ...USERS, ...PRIMARY_STORES, ...NO_DIAGNOSTICS }],
  ['4.6.0', { ...COLD, ...DRAINS }, { ...USERS, ...PRIMARY_STORES, ...NO_DIAGNOSTICS }],
])(
  'release %s gets its stock file, no hot deployment, and what of drain and diagnostics it has',
  (release, server, stock) => {
    expect(read(release)).toEqual({
      server: { hostname: 'localhost', ...server },
      ...stock,
    });
  },
);

test('release 1.1 gets a user store only from a tenant that says one', () => {
  const own = { user_store: { type: 'database' } };
  expect(read('1.1.0', own)).toEqual({
    server: { hostname: 'localhost' },
    ...TLS_STORES,
    user_store: { type: 'database' },
  });
});

test('a drain of another length reaches the server in milliseconds', () => {
  expect(parse(deploymentToml(MI_RELEASES['4.5.0'], waits(45), []))).toMatchObject({
    server: { graceful_shutdown_enabled: true, graceful_shutdown_timeout: 45_000 },
  });
});

test('what the tenant says is laid over it key by key, and leaves the rest', () => {
  const own = { server: { hostname: 'orders.example.com' }, mediation: { flow: { statistics: { enable: true } } } };
  expect(read('4.5.0', own)).toEqual({
    server: { hostname: 'orders.example.com', hot_deployment: false, ...DRAINS },
    user_store: { type: 'read_only_ldap' },
    ...PRIMARY_STORES,
    ...NO_DIAGNOSTICS,
    mediation: { flow: { statistics: { enable: true } } },
  });
});

test('several tables are laid over each other in their order, and a later one wins', () => {
  const certificate = { transport: { http: { listener: { keystore: { type: 'JKS' } }, socket_timeout: 1 } } };
  const own = { transport: { http: { listener: { bind_address: '0.0.0.0' }, socket_timeout: 1000 } } };
  expect(read('4.4.0', certificate, own)).toMatchObject({
    transport: { http: { socket_timeout: 1000, listener: { bind_address: '0.0.0.0', keystore: { type: 'JKS' } } } },
  });
});

describe('lists', () => {
  test('lists of tables of several values are joined, in their order', () => {
    const tables = [{ datasource: [{ id: 'a' }] }, { datasource: [{ id: 'b' }] }, { datasource: [{ id: 'c' }] }];
    expect(read('4.4.0', ...tables)).toMatchObject({ datasource: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
  });

  test('they are joined in tables of tables too', () => {
    expect(overlay({ a: { b: [{ c: 1 }] } }, { a: { b: [{ d: 2 }] } })).toEqual({ a: { b: [{ c: 1 }, { d: 2 }] } });
  });

  test.each<[string, TomlTable, TomlTable, TomlTable]>([
    ['a list of texts takes the place of another', { a: ['x', 'y'] }, { a: ['z'] }, { a: ['z'] }],
    ['an empty list takes the place of tables', { a: [{ b: 1 }] }, { a: [] }, { a: [] }],
    ['tables take the place of an empty list', { a: [] }, { a: [{ b: 1 }] }, { a: [{ b: 1 }] }],
    ['a list of texts takes the place of tables', { a: [{ b: 1 }] }, { a: ['c'] }, { a: ['c'] }],
    ['a table takes the place of a list of tables', { a: [{ b: 1 }] }, { a: { c: 1 } }, { a: { c: 1 } }],
    [
      'a list with a text among its tables is no list of tables',
      { a: [{ b: 1 }] },
      { a: [{ c: 1 }, 'd'] },
      { a: [{ c: 1 }, 'd'] },
    ],
  ])('%s', (_, under, over, result) => {
    expect(overlay(under, over)).toEqual(result);
  });

  test('what is laid over does not change what was under it', () => {
    const under = { a: { b: [{ c: 1 }] } };
    overlay(under, { a: { b: [{ d: 2 }], e: 1 } });
    expect(under).toEqual({ a: { b: [{ c: 1 }] } });
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
  expect(deploymentToml(MI_RELEASES['4.6.0'], waits(180), [own])).toBe(
    deploymentToml(MI_RELEASES['4.6.0'], waits(180), [structuredClone(own)]),
  );
});
