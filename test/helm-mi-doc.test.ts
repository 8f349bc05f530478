import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ControlPlane,
  CsiSecret,
  type DeploymentToml,
  Endpoint,
  EnvValue,
  MiBaseImage,
  MiTenant,
  Scaling,
  SecretProvider,
} from '../lib';
import { codes, keysOf, PAGE, ROWS } from './helm-mi/page';
import { newFleet, newTenant, newUnit, podOf, saidOf, theOne, tomlOf } from './manifests';

const root = join(__dirname, '..');
const lib = new Map(
  readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, readFileSync(join(root, 'lib', name), 'utf8')]),
);
const keys = readFileSync(join(__dirname, 'helm-mi-keys.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

test('every key of the chart is in the table once, and no other', () => {
  const listed = ROWS.flatMap(keysOf);
  expect(listed.sort()).toEqual([...keys].sort());
  expect(keys.length).toBeGreaterThan(400);
});

test('every row says yes, other or no; a yes names where', () => {
  expect(ROWS.filter(({ mark }) => !['yes', 'other', 'no'].includes(mark))).toEqual([]);
  const named = (ours: string) => codes(ours).some((code) => /^([A-Z]|config\.|pod\.|lifecycle\.)/.test(code));
  expect(ROWS.filter(({ mark, ours }) => mark === 'yes' && !named(ours) && !ours.includes('`gatewayClass`'))).toEqual(
    [],
  );
});

const INTERFACES: Readonly<Record<string, string>> = {
  config: 'config/mi-config.ts',
  pod: 'tenant/pod-props.ts',
  lifecycle: 'tenant/lifecycle.ts',
};

/** What is named that is not there: a prop, a public name, a factory of it, or a prop that it takes. */
function unknown(code: string): string[] {
  const [, name = '', member = '', braces = ''] =
    /^([A-Za-z_]+)(?:\.(\w+))?(?:\((?:\{ ([\w, ]+) \})?.*\))?$/.exec(code) ?? [];
  const file = INTERFACES[name];
  if (file !== undefined) {
    return new RegExp(`readonly ${member}\\?: `).test(lib.get(file) ?? '') ? [] : [code];
  }
  if (!/^[A-Z]/.test(name) || /^(PEM|RuntimeDefault)$/.test(name)) {
    return [];
  }
  const isPublic = new RegExp(`\\b${name}\\b`).test(lib.get('index.ts') ?? '');
  const home =
    [...lib.values()].find((source) => new RegExp(`^export (class|const) ${name}\\b`, 'm').test(source)) ?? '';
  const hasMember = member === '' || new RegExp(`public static ${member}\\b|^  ${member}: `, 'm').test(home);
  const props = braces === '' ? [] : braces.split(', ');
  const ofClass = [...lib.values()].filter((source) =>
    new RegExp(`^export interface ${name}Props\\b`, 'm').test(source),
  );
  const where = member === '' ? [home, ...ofClass] : [...lib.values()];
  const missing = props.filter((prop) => !where.some((source) => new RegExp(`readonly ${prop}\\??: `).test(source)));
  return [...(isPublic && hasMember ? [] : [code]), ...missing.map((prop) => `${code}: ${prop}`)];
}

test('every prop and every name of ours is there', () => {
  const all = [...ROWS.flatMap(({ ours }) => codes(ours)), ...codes(PAGE.slice(PAGE.indexOf('## What the chart has')))];
  expect(all.flatMap(unknown)).toEqual([]);
  expect(
    ['Scaling.automatic', 'config.vaults', 'MiTenant({ sizes })', 'Tls.secret({ sizes })'].flatMap(unknown),
  ).toEqual(['Scaling.automatic', 'config.vaults', 'MiTenant({ sizes }): sizes', 'Tls.secret({ sizes }): sizes']);
});

/** One key of each table that the page says config.toml takes. */
const toml: DeploymentToml = {
  server: { hostname: 'orders.example.com' },
  keystore: {
    primary: { alias: 'orders' },
    internal: { file_name: 'repository/resources/security/internal.jks', password: '$env{STORE}' },
  },
  external_vault: [{ name: 'hashicorp', roleId: '$env{STORE}', secretId: '$env{STORE}' }],
  super_admin: { username: 'operator', password: '$env{STORE}', create_admin_account: true },
  internal_apis: { file_user_store: { enable: false } },
  user_store: { type: 'read_only_ldap', connection_url: 'ldap://ldap.example.com', connection_password: '$env{STORE}' },
  management_api: {
    cors: { allowed_origins: 'https://console.example.com' },
    authorization_handler: { enable: true, resources: [{ path: '/users' }] },
    jwt_token_security_handler: { token_store_config: { max_size: 200 }, token_config: { expiry: 3600 } },
  },
  datasource: [{ id: 'WSO2CarbonDB', pool_options: { maxIdle: 5 } }],
  icp_config: { ssl_verify: false, heartbeat_interval: 20 },
  analytics: { enabled: true, api_analytics: { enabled: true } },
  synapse_handlers: [{ name: 'Audit', class: 'com.example.Audit' }],
  transport: {
    http: {
      socket_timeout: 60_000,
      listener: { secured_protocols: 'TLSv1.3', ssl_profile: { read_interval: 30_000 } },
      sender: { proxy_host: 'proxy.example.com', keystore: { location: 'x.jks', password: '$env{STORE}' } },
    },
    blocking: { http: { sender: { so_timeout: 60_000 } } },
    vfs: { listener: { enable: true, keystore: { alias: 'orders', password: '$env{STORE}' } } },
    jms: { listener: [{ name: 'queue', parameter: { session_transaction: true } }], sender: [{ name: 'queue' }] },
    rabbitmq: { listener: [{ name: 'queue', parameter: { hostname: 'mq' } }], sender: [{ name: 'queue' }] },
    jndi: { connection_factories: { Queue: 'amqp://mq' }, queue: { orders: 'orders' }, topic: { news: 'news' } },
  },
  mediation: {
    synapse: { max_threads: 50, command_debugger_port: 9005 },
    stat: { tracer: { collect_payloads: true } },
    statistics: { enable_clean: true },
    inbound: { core_threads: 20 },
  },
  synapse_properties: { 'synapse.timeout_handler_interval': 15_000 },
  message_formatters: { text_plain: 'com.example.Plain' },
  message_builders: { text_plain: 'com.example.Plain' },
  custom_message_formatters: [{ content_type: 'text/csv', class: 'com.example.Csv' }],
  custom_message_builders: [{ content_type: 'text/csv', class: 'com.example.Csv' }],
  blocking: {
    message_formatters: { text_plain: 'com.example.Plain' },
    message_builders: { text_plain: 'com.example.Plain' },
    custom_message_formatters: [{ content_type: 'text/csv', class: 'com.example.Csv' }],
    custom_message_builders: [{ content_type: 'text/csv', class: 'com.example.Csv' }],
  },
};
const env = { STORE: EnvValue.fromSecret('orders', 'store') };
const image = MiBaseImage.fromRegistry('registry.example.com/mi-base', { release: '4.6.0' }).withApp('orders', '1.0.0');
const controlPlane = ControlPlane.icp({
  at: Endpoint.outside('icp.example.com', 9445, ['10.0.0.0/24']),
  environment: 'production',
  project: 'shop',
  secret: EnvValue.fromSecret('icp', 'secret'),
});

test('config.toml takes the tables that the page names', () => {
  const { unit } = newTenant({ image, env, config: { toml, controlPlane } });
  const written = JSON.stringify(tomlOf(unit));
  expect(written).toContain('"heartbeat_interval":20');
  expect(written).toContain('"environment":"production"');
  const tables = [...new Set(codes(PAGE).filter((code) => /^\[+[a-z_.]+\]+$/.test(code)))];
  const paths = tables.map((table) => table.replace(/[[\]]/g, '').split('.'));
  const missing = paths.filter((path) => path.reduce<unknown>(child, toml) === undefined).map((path) => path.join('.'));
  expect(missing).toEqual([]);
});

function child(value: unknown, key: string): unknown {
  return Object(value)[key];
}

test('what the page says cannot be said is refused', () => {
  const said = (value: DeploymentToml) => saidOf({ image, config: { toml: value } }).join();
  expect(said({ server: { 'a.b': 5 } })).toContain('must have keys without a dot');
  expect(said({ server: { offset: 0 } })).toContain('must be left alone');
  expect(said({ mediation: { internal_http_api_port: 1 } })).toContain('must be left alone');
  expect(said({ transport: { http: { listener: { port: 1 } } } })).toContain('must be left alone');
  expect(said({ datasource: [{ id: 'WSO2_COORDINATION_DB' }] })).toContain('to scaling');
});

test('a login of the CSI driver is a Secret of the namespace, no identity is asked for, and the head of the file names it', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const scaling = Scaling.fixed(2);
  const provider = SecretProvider.azure({ keyVault: 'vault', tenantId: 'directory', login: 'azure-login' });
  const login = new CsiSecret(unit, 'login', { provider, values: { store: { key: 'x' } } });
  new MiTenant(unit, 'orders', { image, scaling, env: { STORE: EnvValue.fromSecret(login, 'store') } });
  expect(JSON.stringify(podOf(unit))).toContain('"nodePublishSecretRef":{"name":"azure-login"}');
  expect(Object.keys(Object(theOne(unit, 'SecretProviderClass').spec?.parameters)).sort()).toEqual([
    'keyvaultName',
    'objects',
    'tenantId',
  ]);
  const [text = ''] = fleet.render().values();
  expect(text.split('\n').filter((line) => line.includes('azure-login') && line.startsWith('#'))).toHaveLength(1);
});
