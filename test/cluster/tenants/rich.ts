import { createHash } from 'node:crypto';
import { Duration } from 'cdk8s';
import {
  ConfigFile,
  ConsoleLogging,
  ControlPlane,
  Datasource,
  Endpoint,
  EnvSource,
  EnvValue,
  Keystore,
  ManagementLogin,
  Metrics,
  MI_RELEASES,
  type MiTenantProps,
  SecureVault,
  ServiceCatalog,
  Tracing,
  Truststore,
} from '../../../lib';
import type { StandInRelease } from '../stand-in/releases';

/** What a tenant says of itself besides what it is; each word stands for a generation of one part. */
export interface Words {
  readonly toml: string;
  readonly log4j2: 'INFO' | 'DEBUG';
  readonly file: string;
  readonly secrets: string;
}

/** The configuration that a fleet begins with. */
export const FIRST: Words = { toml: 'first', log4j2: 'INFO', file: 'first', secrets: 'first' };

/** Another value for each part. */
export const SECOND: Words = { toml: 'second', log4j2: 'DEBUG', file: 'second', secrets: 'second' };

/** The drain that a tenant says itself where its release can be told, in seconds. */
export const RICH_DRAIN = 40;

/** Password of the vault. */
export const VAULT_PASSWORD = 'of the vault';

const SECURITY = 'repository/resources/security';
const BINARY = Buffer.from([0, 255, 1, 254, 10]);
const STORES = { 'hello.jks': 'a keystore', 'trusted.jks': 'a truststore', 'vault.jks': 'a vault', password: 'open' };
const TEXTS = { 'of-secret': 'out of a Secret', 'of-config-map': 'out of a ConfigMap' };

/** Hashes of the files that come out of Secrets and ConfigMaps of others, each under its path in the home. */
export const BROUGHT_FILES: Readonly<Record<string, string>> = {
  [`${SECURITY}/hello.jks`]: hashOf(STORES['hello.jks']),
  [`${SECURITY}/trusted.jks`]: hashOf(STORES['trusted.jks']),
  [`${SECURITY}/vault.jks`]: hashOf(STORES['vault.jks']),
  'conf/of-secret.properties': hashOf(TEXTS['of-secret']),
  'conf/of-config-map.properties': hashOf(TEXTS['of-config-map']),
  'lib/any.jar': hashOf(BINARY),
};

/** Path of the text that a tenant says itself. */
export const OWN_FILE = 'conf/stage.properties';

/** Variables that a whole Secret and a whole ConfigMap become, and one that the tenant says itself in place of theirs. */
export const VARIABLES = { ALL_user: 'anna', ALL_word: 'of a Secret', COLOUR: 'blue', SHAPE: 'of the tenant' };

/** What rich tenants of a namespace read and others write. */
export function brought(namespace: string): object[] {
  const one = (kind: string, name: string, fields: object) => ({
    apiVersion: 'v1',
    kind,
    metadata: { name, namespace },
    ...fields,
  });
  return [
    one('Secret', 'stores', { stringData: STORES }),
    one('Secret', 'vault', { stringData: { password: VAULT_PASSWORD } }),
    one('Secret', 'login', { stringData: { username: 'anna', password: 'of anna' } }),
    one('Secret', 'all', { stringData: { user: VARIABLES.ALL_user, word: VARIABLES.ALL_word } }),
    one('Secret', 'text', { stringData: { 'of-secret': TEXTS['of-secret'] } }),
    one('ConfigMap', 'all', { data: { COLOUR: VARIABLES.COLOUR, SHAPE: 'of a ConfigMap' } }),
    one('ConfigMap', 'text', {
      data: { 'of-config-map': TEXTS['of-config-map'] },
      binaryData: { 'any.jar': BINARY.toString('base64') },
    }),
  ];
}

/** A database that nobody asks. */
export const database = (id: string) => Datasource.mysql(id, { at: outside(3306), database: 'orders', ...LOGIN });

/** As much of a configuration as a release takes. */
export function richProps(
  release: StandInRelease,
  { toml, log4j2, file, secrets }: Words,
): Pick<MiTenantProps<'app'>, 'config' | 'env' | 'envFrom' | 'lifecycle' | 'logging' | 'tls'> {
  const facts = MI_RELEASES[release];
  const { tracers, controlPlane, configuresManagement, serviceCatalog, drainIsConfigurable } = facts;
  return {
    env: { SHAPE: VARIABLES.SHAPE },
    envFrom: [EnvSource.secret('all', { prefix: 'ALL_' }), EnvSource.configMap('all')],
    logging: [ConsoleLogging.of('audit')],
    lifecycle: { secretsVersion: secrets, ...(drainIsConfigurable ? { drain: Duration.seconds(RICH_DRAIN) } : {}) },
    tls: Keystore.fromSecret('stores', { file: 'hello.jks', password: 'password' }),
    config: {
      toml: { server: { hostname: `${toml}.example.com` } },
      datasources: facts.resolvesInLists ? [database('orders')] : [],
      metrics: Metrics.prometheus(),
      tracing: tracers.includes('jaeger') ? Tracing.jaeger(outside(14_250)) : undefined,
      controlPlane: controlPlane && CONTROL_PLANES[controlPlane](),
      managementLogin: configuresManagement ? ManagementLogin.of(LOGIN) : undefined,
      serviceCatalog: serviceCatalog ? ServiceCatalog.of({ at: outside(9443), ...LOGIN }) : undefined,
      truststore: Truststore.fromSecret('stores', { file: 'trusted.jks', password: 'password' }),
      vault: SecureVault.fromSecret('vault', { password: 'password' }),
      logLevels: { 'org.apache.synapse': log4j2 },
      files: {
        [OWN_FILE]: `stage=${file}\n`,
        [`${SECURITY}/vault.jks`]: ConfigFile.fromSecret('stores', 'vault.jks'),
        'conf/of-secret.properties': ConfigFile.fromSecret('text', 'of-secret'),
        'conf/of-config-map.properties': ConfigFile.fromConfigMap('text', 'of-config-map'),
        'lib/any.jar': ConfigFile.fromConfigMap('text', 'any.jar'),
      },
    },
  };
}

const LOGIN = {
  username: EnvValue.fromSecret('login', 'username'),
  password: EnvValue.fromSecret('login', 'password'),
};

const CONTROL_PLANES = {
  dashboard: () => ControlPlane.dashboard({ at: outside(9743) }),
  icp: () => {
    const secret = EnvValue.fromSecret('login', 'password');
    return ControlPlane.icp({ at: outside(9743), environment: 'test', project: 'clinic', secret });
  },
};

function outside(port: number): Endpoint {
  return Endpoint.outside('outside.example.com', port, ['198.51.100.0/24']);
}

/** The hash by which the stand-in tells a file. */
export function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
