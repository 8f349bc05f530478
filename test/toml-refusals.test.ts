import { Keystore, MiTenant, Scaling, type TomlTable } from '../lib';
import { sentence } from '../lib/refusal';
import { requireToml, tomlComplaints } from '../lib/toml-refusals';
import { base, errorOf, newFleet, newUnit, refusalOf } from './manifests';

/** What is said about the tables of a tenant, with or without a certificate of its own. */
function complaints(table: TomlTable, hasTls = false): string[] {
  return tomlComplaints(table, hasTls).map((complaint) =>
    sentence({ kind: 'tenant', id: 'retail/orders', ...complaint }),
  );
}

/** Tables as a program hands them over that the compiler has not seen. */
function unchecked(table: unknown): TomlTable {
  return table as TomlTable;
}

describe('values that TOML cannot say', () => {
  test.each([
    ['null', { server: { hostname: null } }, 'deploymentToml.server.hostname', 'null'],
    ['undefined', { server: { hostname: undefined } }, 'deploymentToml.server.hostname', 'undefined'],
    ['NaN', { server: { offset: Number.NaN } }, 'deploymentToml.server.offset', 'NaN'],
    ['Infinity', { mediation: { a: Number.POSITIVE_INFINITY } }, 'deploymentToml.mediation.a', 'Infinity'],
    ['null in a list', { datasource: [{ id: 'a' }, null] }, 'deploymentToml.datasource.1', 'null'],
    ['null for a table', { server: null }, 'deploymentToml.server', 'null'],
    ['null for all of it', null, 'deploymentToml', 'null'],
  ])('fails for %s', (_, table, prop, got) => {
    const text = `${prop} of tenant "retail/orders" must be a text, a number, a boolean, a list or a table, got ${got}`;
    const deploymentToml = unchecked(table);
    expect(errorOf(() => requireToml('retail/orders', deploymentToml))).toBe(text);
    const image = base.withApp('orders', '1.0.0');
    expect(errorOf(() => new MiTenant(newUnit(), 'orders', { image, scaling: Scaling.fixed(2), deploymentToml }))).toBe(
      text,
    );
  });

  test('texts, numbers, booleans, lists and tables are taken, empty ones too', () => {
    const table = {
      a: { text: '', number: -0.5, truth: false, list: [1, [2]], tables: [{ b: 'c' }], none: [], no: {} },
    };
    expect(errorOf(() => requireToml('retail/orders', table))).toBe('');
    expect(complaints(table)).toEqual([]);
  });
});

describe('keys that the manifest relies on', () => {
  const offset = 'ports, probes and Service count on the stock offset';
  const drain = 'the grace period of the pod follows from the drain of the release';
  const ports = 'ports, probes and Service count on 8290 and 8253';
  const internal = 'the probes ask 9201, and 9164 is the management port';

  test.each<[string, TomlTable, string, string]>([
    ['server.offset', { server: { offset: 10 } }, '10', offset],
    ['server.offset', { server: { offset: '10' } }, '"10"', offset],
    ['server.graceful_shutdown_enabled', { server: { graceful_shutdown_enabled: false } }, 'false', drain],
    ['server.graceful_shutdown_timeout', { server: { graceful_shutdown_timeout: 1000 } }, '1000', drain],
    ['transport.http.listener.port', { transport: { http: { listener: { port: 80 } } } }, '80', ports],
    [
      'transport.http.listener.secured_port',
      { transport: { http: { listener: { secured_port: 443 } } } },
      '443',
      ports,
    ],
    ['mediation.internal_http_api_port', { mediation: { internal_http_api_port: 9191 } }, '9191', internal],
    ['mediation.internal_https_api_port', { mediation: { internal_https_api_port: 9154 } }, '9154', internal],
  ])('fails for %s', (key, table, got, instead) => {
    expect(complaints(table)).toEqual([
      `deploymentToml.${key} of tenant "retail/orders" must be left alone, got ${got}; ${instead}`,
    ]);
  });

  test.each<[string, TomlTable]>([
    ['server.offset', { 'server.offset': 10 }],
    ['listener.port', { transport: { http: { 'listener.port': 80 } } }],
    ['a.b', { datasource: [{ id: 'orders' }, { 'a.b': 1 }] }],
  ])('fails for the key %s, which would be one key with a dot in its name', (key, table) => {
    expect(errorOf(() => requireToml('retail/orders', table))).toBe(
      `deploymentToml of tenant "retail/orders" must have keys without a dot, got "${key}"; ` +
        'write tables: { server: { hostname: … } }',
    );
  });

  test.each<[string, TomlTable]>([
    ['hot deployment', { server: { hot_deployment: true } }],
    ['the host name', { server: { hostname: 'orders.example.com' } }],
    [
      'other keys of the listener',
      { transport: { http: { listener: { bind_address: '0.0.0.0' }, socket_timeout: 1000 } } },
    ],
    ['keys of another name', { mediation: { internal_http_api_port_range: 1 }, my: { server: { offset: 1 } } }],
  ])('%s may be set', (_, table) => {
    expect(complaints(table)).toEqual([]);
    expect(complaints(table, true)).toEqual([]);
  });
});

describe('the keystore of the listener', () => {
  const table = { transport: { http: { listener: { keystore: { location: 'orders.jks', type: 'JKS' } } } } };

  test('fails beside tls, each key of it', () => {
    const text = (key: string) =>
      `deploymentToml.transport.http.listener.keystore.${key} of tenant "retail/orders" must be left to tls, ` +
      'got both; say it in Keystore.fromSecret';
    expect(complaints(table, true)).toEqual([text('location'), text('type')]);
  });

  test('fails in a whole fleet too', () => {
    const fleet = newFleet();
    new MiTenant(newUnit(fleet), 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
      tls: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
      deploymentToml: { transport: { http: { listener: { keystore: { type: 'PKCS12' } } } } },
    });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'deploymentToml.transport.http.listener.keystore.type of tenant "retail/orders" must be left to tls, got both; ' +
          'say it in Keystore.fromSecret',
      ),
    );
  });

  test('may be said without tls', () => {
    expect(complaints(table)).toEqual([]);
  });
});

describe('secrets', () => {
  const text = (key: string, why = 'a name that means a secret') =>
    `deploymentToml.${key} of tenant "retail/orders" must take a secret from the environment, got ${why}; ` +
    'write "$env{NAME}" and set env.NAME to EnvValue.fromSecret(…)';

  test.each<[string, TomlTable, string]>([
    ['text', { mq: { password: 'hunter2' } }, 'mq.password'],
    ['a number', { mq: { password: 12345 } }, 'mq.password'],
    ['zero', { mq: { password: 0 } }, 'mq.password'],
    ['an entry of a list', { mq: { passwords: ['$env{A}', 'hunter2'] } }, 'mq.passwords.1'],
    ['a table of a list', { datasource: [{ id: 'a' }, { password: 'hunter2' }] }, 'datasource.1.password'],
    ['plain text for ciphertool', { secrets: { db: '[hunter2]' } }, 'secrets.db'],
    ['plain text for ciphertool, under a harmless name', { secrets: { db_url: 'hunter2' } }, 'secrets.db_url'],
  ])('fails when one is written out as %s', (_, table, key) => {
    expect(complaints(table)).toEqual([text(key)]);
  });

  test('fails when a value holds one, and does not repeat it', () => {
    expect(complaints({ cache: { url: 'redis://:hunter2@cache:6379' } })).toEqual([
      text('cache.url', 'a value that holds user:password@ in a URL'),
    ]);
  });

  test.each<[string, TomlTable]>([
    ['a reference to the environment', { mq: { password: '$env{MQ_PASSWORD}' } }],
    ['a reference among the secrets', { secrets: { db: '$env{DB_PASSWORD}' } }],
    ['a reference to the vault', { mq: { password: '$secret{mq}' } }],
    ['an empty text', { mq: { password: '' } }],
    ['a truth', { mq: { password: true } }],
    ['a number about it', { mq: { token_ttl: 3600 } }],
  ])('%s is none', (_, table) => {
    expect(complaints(table)).toEqual([]);
  });
});
