import {
  ConfigFile,
  ControlPlane,
  Datasource,
  Endpoint,
  EnvValue,
  Keystore,
  ManagementLogin,
  Metrics,
  type MiConfig,
  Scaling,
  SecureVault,
  ServiceCatalog,
  Tracing,
  Truststore,
} from '../../lib';
import { imageOf, secretVariable } from '../config-parts';
import { newTenant, podOf, saidOf, serverOf, theOne, tomlOf } from '../manifests';

const login = {
  username: EnvValue.fromSecret('login', 'username'),
  password: EnvValue.fromSecret('login', 'password'),
};
const database = Endpoint.outside('mysql.example.com', 3306, ['10.20.0.0/24']);
const collector = Endpoint.inCluster('otel', { namespace: 'observability', port: 4317, pods: { app: 'otel' } });
const dashboard = Endpoint.outside('dashboard.example.com', 9743, ['10.30.0.0/24']);
const apim = Endpoint.outside('apim.example.com', 9443, ['10.40.0.0/24']);

const everything: Required<MiConfig> = {
  datasources: [Datasource.mysql('orders', { at: database, database: 'orders', ...login })],
  metrics: Metrics.prometheus(),
  tracing: Tracing.otlp(collector),
  controlPlane: ControlPlane.dashboard({ at: dashboard }),
  managementLogin: ManagementLogin.of(login),
  serviceCatalog: ServiceCatalog.of({ at: apim, ...login }),
  truststore: Truststore.fromSecret('company-ca', { file: 'company.jks', password: 'password' }),
  vault: SecureVault.fromSecret('vault', { password: 'password' }),
  logLevels: { 'com.example.orders': 'DEBUG' },
  log4j2: { 'appender.CARBON_CONSOLE.layout.pattern': '%m%n' },
  files: { 'conf/a': 'x', 'conf/b': ConfigFile.fromSecret('files', 'b') },
  toml: { server: { hostname: 'orders.example.com' }, acme: { a: 1 } },
  uncheckedKeys: ['acme'],
};

test('every prop reaches the manifest', () => {
  const tenant = newTenant({ image: imageOf('4.5.0', { drivers: ['mysql'] }), config: everything });
  const { unit } = tenant;
  expect(Object.keys(tomlOf(unit)).sort()).toEqual([
    'acme',
    'dashboard_config',
    'datasource',
    'internal_apis',
    'keystore',
    'mediation',
    'opentelemetry',
    'server',
    'server_configuration',
    'service_catalog',
    'synapse_handlers',
    'truststore',
    'user_store',
  ]);
  expect(tomlOf(unit)).toMatchObject({
    server: { hostname: 'orders.example.com', hot_deployment: false },
    datasource: [{ id: 'orders' }],
    opentelemetry: { type: 'otlp' },
    dashboard_config: { group_id: 'orders' },
    internal_apis: { users: [{ user: { name: '$env{MANAGEMENT_USERNAME}', is_admin: true } }] },
    service_catalog: [{ apim_host: 'https://apim.example.com:9443' }],
    truststore: { file_name: 'repository/resources/security/company.jks' },
  });
  expect(theOne(unit, 'ConfigMap').data).toMatchObject({
    a: 'x',
    'log4j2.properties': expect.stringMatching(/^appender\.CARBON_CONSOLE\.layout\.pattern = %m%n$/m),
  });
  expect(serverOf(unit).args).toEqual(['-DenablePrometheusApi=true']);
  expect(serverOf(unit).env?.map(({ name }) => name)).toEqual([
    'JVM_MEM_OPTS',
    'MI_UNIT',
    'MI_TENANT',
    'OTEL_RESOURCE_ATTRIBUTES',
    'POD_NAME',
    'POD_IP',
    'MANAGEMENT_USERNAME',
    'MANAGEMENT_PASSWORD',
    'SERVICE_CATALOG_USERNAME',
    'SERVICE_CATALOG_PASSWORD',
    'TRUSTSTORE_PASSWORD',
    'ORDERS_USERNAME',
    'ORDERS_PASSWORD',
  ]);
  expect(JSON.stringify(podOf(unit).volumes)).toContain('"password-tmp"');
  expect(JSON.stringify(podOf(unit).volumes)).toContain('"conf/b"');
  expect(tenant.endpoints).toEqual([collector, dashboard, apim, database]);
});

test('a release that cannot have another login takes the stock one in a word', () => {
  const old = (managementLogin: ManagementLogin) => saidOf({ image: imageOf('1.1.0'), config: { managementLogin } });
  expect(old(ManagementLogin.of(login))).toEqual([
    'config.managementLogin of tenant "retail/orders" must be for releases from 1.2 on, got release 1.1.0; ' +
      'take ManagementLogin.stock()',
  ]);
  expect(old(ManagementLogin.stock())).toEqual([]);
});

test('no prop at all is the stock configuration', () => {
  const bare = newTenant();
  expect(tomlOf(newTenant({ config: {} }).unit)).toEqual(tomlOf(bare.unit));
  expect(Object.keys(theOne(bare.unit, 'ConfigMap').data ?? {})).toEqual(['deployment.toml']);
  expect(bare.endpoints).toEqual([]);
});

test('every variable that deployment.toml names is one of the container', () => {
  const { unit } = newTenant({
    image: imageOf('4.5.0', { drivers: ['mysql'] }),
    config: everything,
    tls: Keystore.fromSecret('orders-tls', { file: 'orders.jks', password: 'password' }),
  });
  const text = theOne(unit, 'ConfigMap').data?.['deployment.toml'] ?? '';
  const named = [...text.matchAll(/\$env\{([^}]*)\}/g)].map(([, name]) => name);
  const set = serverOf(unit).env?.map(({ name }) => name) ?? [];
  expect(named.length).toBeGreaterThan(7);
  expect(named.filter((name) => !set.includes(name))).toEqual([]);
});

test('no password of a value is in the manifest: each is named by its Secret', () => {
  const { unit } = newTenant({ image: imageOf('4.5.0', { drivers: ['mysql'] }), config: everything });
  expect(serverOf(unit).env).toEqual(
    expect.arrayContaining([
      secretVariable('MANAGEMENT_PASSWORD', 'login', 'password'),
      secretVariable('ORDERS_PASSWORD', 'login', 'password'),
      secretVariable('SERVICE_CATALOG_PASSWORD', 'login', 'password'),
      secretVariable('TRUSTSTORE_PASSWORD', 'company-ca', 'password'),
    ]),
  );
  // The one password in the open is that of the product's own keystore, which all the world knows.
  const toml = theOne(unit, 'ConfigMap').data?.['deployment.toml'] ?? '';
  expect([...toml.matchAll(/password = "([^"]*)"/g)].map(([, value]) => value).sort()).toEqual([
    '$env{MANAGEMENT_PASSWORD}',
    '$env{ORDERS_PASSWORD}',
    '$env{SERVICE_CATALOG_PASSWORD}',
    '$env{TRUSTSTORE_PASSWORD}',
    'wso2carbon',
    'wso2carbon',
  ]);
});

test('one system that several values call is one way out', () => {
  const image = imageOf('4.5.0', { drivers: ['mysql'] });
  const datasources = ['orders', 'stock'].map((id) => Datasource.mysql(id, { at: database, database: id, ...login }));
  expect(newTenant({ image, config: { datasources } }).endpoints).toEqual([database]);
});

test('the database of a coordination stands beside the others', () => {
  const image = imageOf('4.5.0', { drivers: ['mysql'] });
  const tasks = Datasource.mysql('WSO2_COORDINATION_DB', { at: database, database: 'tasks', ...login });
  const { datasources } = everything;
  const { unit } = newTenant({ image, scaling: Scaling.coordinated(2, tasks), config: { datasources } });
  expect(tomlOf(unit)).toMatchObject({ datasource: [{ id: 'WSO2_COORDINATION_DB' }, { id: 'orders' }] });
});
