import {
  Datasource,
  Endpoint,
  EnvSource,
  EnvValue,
  Keystore,
  MiBaseImage,
  MiTenant,
  type MiTenantProps,
  Scaling,
  type TomlTable,
} from '../../lib';
import { requireToml } from '../../lib/config/toml-refusals';
import { base, errorOf, newFleet, newUnit, refusalOf, sentencesOf } from '../manifests';

const tls = Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' });

/** Tables that Micro Integrator does not know: what is refused of them is not that. */
const MADE_UP = new Set(['a', 'cache', 'mq', 'my']);

/** What is said about the tables of a tenant, with or without a certificate of its own and other props. */
function complaints(toml: TomlTable, hasTls = false, props: Partial<MiTenantProps<'app'>> = {}): string[] {
  const fleet = newFleet();
  const image = base.withApp('orders', '1.0.0');
  const scaling = Scaling.fixed(2);
  const uncheckedKeys = Object.keys(toml).filter((key) => MADE_UP.has(key));
  const config = { toml, uncheckedKeys };
  new MiTenant(newUnit(fleet), 'orders', { image, scaling, config, ...(hasTls ? { tls } : {}), ...props });
  return sentencesOf(() => fleet.render());
}

/** Tables as a program hands them over that the compiler has not seen. */
function unchecked(table: unknown): TomlTable {
  return table as TomlTable;
}

describe('values that TOML cannot say', () => {
  test.each([
    ['null', { server: { hostname: null } }, 'config.toml.server.hostname', 'null'],
    ['undefined', { server: { hostname: undefined } }, 'config.toml.server.hostname', 'undefined'],
    ['NaN', { server: { offset: Number.NaN } }, 'config.toml.server.offset', 'NaN'],
    ['Infinity', { mediation: { a: Number.POSITIVE_INFINITY } }, 'config.toml.mediation.a', 'Infinity'],
    ['null in a list', { datasource: [{ id: 'a' }, null] }, 'config.toml.datasource.1', 'null'],
    ['null for a table', { server: null }, 'config.toml.server', 'null'],
  ])('fails for %s', (_, table, prop, got) => {
    const text = `${prop} of tenant "retail/orders" must be a text, a number, a boolean, a list or a table, got ${got}`;
    expect(errorOf(() => requireToml('retail/orders', unchecked(table)))).toBe(text);
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
  const drain = 'the grace period of the pod follows from it; write lifecycle: { drain: … }';
  const node = 'one id for all pods would make them one; each has its name as the variable nodeId';
  const ports = 'ports, probes and Service count on those of the release';
  const internal = 'probes, metrics and routes ask those of the release';

  test.each<[string, TomlTable, string, string]>([
    ['server.offset', { server: { offset: 10 } }, '10', offset],
    ['server.offset', { server: { offset: '10' } }, '"10"', offset],
    ['server.graceful_shutdown_enabled', { server: { graceful_shutdown_enabled: false } }, 'false', drain],
    ['server.graceful_shutdown_timeout', { server: { graceful_shutdown_timeout: 1000 } }, '1000', drain],
    ['cluster_config.node_id', { cluster_config: { node_id: 'one' } }, '"one"', node],
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
      `config.toml.${key} of tenant "retail/orders" must be left alone, got ${got}; ${instead}`,
    ]);
  });

  test.each<[string, TomlTable]>([
    ['server.offset', { 'server.offset': 10 }],
    ['listener.port', { transport: { http: { 'listener.port': 80 } } }],
    ['a.b', { datasource: [{ id: 'orders' }, { 'a.b': 1 }] }],
  ])('fails for the key %s, which would be one key with a dot in its name', (key, table) => {
    expect(errorOf(() => requireToml('retail/orders', table))).toBe(
      `config.toml of tenant "retail/orders" must have keys without a dot, got "${key}"; ` +
        'write tables: { server: { hostname: … } }',
    );
  });

  test.each<TomlTable>([{ mediation: { 'a\ud800b': 1 } }, { mediation: ['a\ud800b'] }])(
    'fails for half of a character in %j, which TOML cannot say',
    (table) => {
      expect(errorOf(() => requireToml('retail/orders', table))).toBe(
        'config.toml of tenant "retail/orders" must be text of whole characters, got "a\\ud800b"',
      );
    },
  );

  test.each<[string, TomlTable]>([
    ['hot deployment', { server: { hot_deployment: true } }],
    ['the host name', { server: { hostname: 'orders.example.com' } }],
    [
      'other keys of the listener',
      { transport: { http: { listener: { bind_address: '0.0.0.0' }, socket_timeout: 1000 } } },
    ],
    ['keys of another name', { mediation: { internal_http_api_enable: true }, my: { server: { offset: 1 } } }],
  ])('%s may be set', (_, table) => {
    expect(complaints(table)).toEqual([]);
    expect(complaints(table, true)).toEqual([]);
  });
});

describe('the keystore of the listener', () => {
  const table = { transport: { http: { listener: { keystore: { location: 'orders.jks', type: 'JKS' } } } } };

  test('fails beside tls, each key of it', () => {
    const text = (key: string) =>
      `config.toml.transport.http.listener.keystore.${key} of tenant "retail/orders" must be left to tls, ` +
      'got both; say it in Keystore.fromSecret';
    expect(complaints(table, true)).toEqual([text('location'), text('type')]);
  });

  test('fails in a whole fleet too', () => {
    const fleet = newFleet();
    new MiTenant(newUnit(fleet), 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
      tls,
      config: { toml: { transport: { http: { listener: { keystore: { type: 'PKCS12' } } } } } },
    });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'config.toml.transport.http.listener.keystore.type of tenant "retail/orders" must be left to tls, got both; ' +
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
    `config.toml.${key} of tenant "retail/orders" must take a secret from the environment, got ${why}; ` +
    'write "$env{NAME}" and set env.NAME to EnvValue.fromSecret(…)';

  test.each<[string, TomlTable, string]>([
    ['text', { mq: { password: 'hunter2' } }, 'mq.password'],
    ['a number', { mq: { password: 12345 } }, 'mq.password'],
    ['zero', { mq: { password: 0 } }, 'mq.password'],
    ['an entry of a list', { mq: { passwords: ['$env{HOSTNAME}', 'hunter2'] } }, 'mq.passwords.1'],
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
    ['a reference to the vault', { mq: { password: '$secret{mq}' }, secrets: { mq: '$env{HOSTNAME}' } }],
    ['an empty text', { mq: { password: '' } }],
    ['a truth', { mq: { password: true } }],
    ['a number about it', { mq: { token_ttl: 3600 } }],
  ])('%s is none', (_, table) => {
    const env = {
      MQ_PASSWORD: EnvValue.fromSecret('orders-mq', 'password'),
      DB_PASSWORD: EnvValue.fromSecret('orders-db', 'password'),
    };
    expect(complaints(table, false, { env })).toEqual([]);
  });
});

describe('variables that the file names', () => {
  const text = (prop: string, name: string) =>
    `config.toml.${prop} of tenant "retail/orders" must name variables that the tenant has, got "$env{${name}}"; ` +
    `set env.${name}; what the image sets by itself has to be said here too`;

  test('fails for each that nobody sets, since the server would end at its start', () => {
    const table = { mq: { url: 'amqp://$env{MQ_HOST}:$env{MQ_PORT}', user: '$env{MQ_USER}' } };
    expect(complaints(table, false, { env: { MQ_PORT: '5672' } })).toEqual([
      text('mq.url', 'MQ_HOST'),
      text('mq.user', 'MQ_USER'),
    ]);
  });

  test('fails for the name of one that is set in another case', () => {
    expect(complaints({ mq: { url: '$env{Mq_Host}' } }, false, { env: { MQ_HOST: 'mq' } })).toEqual([
      text('mq.url', 'Mq_Host'),
    ]);
  });

  test('those of the tenant’s own values, its size and the host name are there', () => {
    const toml = { my: { store: '$env{TLS_KEYSTORE_PASSWORD}', heap: '$env{JVM_MEM_OPTS}', pod: '$env{HOSTNAME}' } };
    expect(complaints(toml, true)).toEqual([]);
  });

  test('whole Secrets and ConfigMaps bring names that nobody knows here', () => {
    expect(complaints({ mq: { url: '$env{MQ_URL}' } }, false, { envFrom: [EnvSource.configMap('site')] })).toEqual([]);
  });

  test.each(['WSO2_SERVER_HOME', 'JAVA_HOME', 'WORKING_DIRECTORY'])('%s, which the image sets, is there', (name) => {
    expect(complaints({ my: { folder: `$env{${name}}/x` } })).toEqual([]);
  });

  test.each(['CARBON_HOME', 'JAVACMD'])('fails for %s, which the start script does not export', (name) => {
    expect(complaints({ my: { folder: `$env{${name}}/x` } })).toEqual([
      `config.toml.my.folder of tenant "retail/orders" must name variables that the tenant has, got "$env{${name}}"; ` +
        'the start script knows it and does not export it; write "$sys{carbon.home}" for the home',
    ]);
  });

  test('other references are none', () => {
    expect(complaints({ mq: { a: '$sys{carbon.home}', b: '$ref{server.hostname}' } })).toEqual([]);
  });

  test('fails when an alias of the vault is not among the secrets, which the image’s file had and ours replaces', () => {
    expect(complaints({ mq: { word: '$secret{mq}' } })).toEqual([
      'config.toml.mq.word of tenant "retail/orders" must name an alias of [secrets], got "$secret{mq}"; ' +
        'set config.toml.secrets.mq to its cipher text, as ciphertool left it in the image, or to "$env{…}"',
    ]);
  });

  test('fails when there is a cipher text and no vault that opens it', () => {
    const mq = 'Qs1c3b2P0eTgR9eT2wq8kXhJ3k1yFm7u2b9q0w4rT6y8u1i3o5p7a9s2d4f6g8h0==';
    expect(complaints({ secrets: { mq } })).toEqual([
      'config.toml.secrets.mq of tenant "retail/orders" must have a vault that opens it, got none; ' +
        'write config: { vault: SecureVault.fromSecret(…) }; without its password the server waits for one',
    ]);
  });
});

test('what a resolver of tasks reads is text', () => {
  const toml: TomlTable = { task_resolver: [{ task_server_count: 3, task_nodes: 'orders-0,orders-1' }] };
  expect(complaints(toml)).toEqual([
    'config.toml.task_resolver.0.task_server_count of tenant "retail/orders" must be a text, ' +
      'since Micro Integrator starts with no other, got 3',
  ]);
});

describe('coordination', () => {
  const text = (prop: string) =>
    `${prop} of tenant "retail/orders" must leave WSO2_COORDINATION_DB to scaling, got "WSO2_COORDINATION_DB"; ` +
    'write Scaling.coordinated(replicas, Datasource…), which gives each pod an id too';
  const image = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', {
    release: '4.4.0',
    drivers: ['mysql'],
  }).withApp('orders', '1.0.0');
  const shared = Datasource.mysql('WSO2_COORDINATION_DB', {
    at: Endpoint.outside('mysql.example.com', 3306, ['10.20.0.0/24']),
    database: 'tasks',
    username: EnvValue.fromSecret('tasks-db', 'username'),
    password: EnvValue.fromSecret('tasks-db', 'password'),
  });

  test('fails when its datasource is among the others, since its presence alone turns coordination on', () => {
    expect(complaints({}, false, { image, config: { datasources: [shared] } })).toEqual([text('config.datasources')]);
  });

  test('fails when its datasource is written out', () => {
    const toml = { datasource: [{ id: 'orders' }, { id: 'WSO2_COORDINATION_DB' }] };
    expect(complaints(toml)).toEqual([text('config.toml.datasource.1.id')]);
  });

  test('a scaling that coordinates may have it', () => {
    expect(complaints({}, false, { image, scaling: Scaling.coordinated(2, shared) })).toEqual([]);
  });
});
