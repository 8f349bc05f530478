import fc from 'fast-check';
import { parse } from 'smol-toml';
import {
  ControlPlane,
  Datasource,
  Endpoint,
  EnvValue,
  type JdbcDriver,
  Keystore,
  ManagementLogin,
  Metrics,
  type MiConfig,
  type MiRelease,
  SecureVault,
  ServiceCatalog,
  Tracing,
  Truststore,
} from '../../lib';
import { coordinationPart } from '../../lib/config/coordination';
import { COORDINATION_ID } from '../../lib/config/datasource';
import { deploymentToml, type TomlTable } from '../../lib/config/deployment-toml';
import { configParts } from '../../lib/config/mi-config';
import type { PodPart } from '../../lib/config/pod-part';
import { readersOf, tomlKeys } from '../../lib/config/toml-keys';
import { MI_RELEASES } from '../../lib/release/mi-release';
import { imageOf, RELEASES } from '../config-parts';

const at = Endpoint.outside('system.example.com', 4000, ['10.0.0.0/24']);
const secret = EnvValue.fromSecret('login', 'secret');
const login = { username: secret, password: secret };
const drivers: readonly JdbcDriver[] = ['mysql', 'postgresql', 'oracle', 'mssql', 'db2'];

/** A value, or none. */
function perhaps<T>(...values: readonly T[]): fc.Arbitrary<T | undefined> {
  return fc.constantFrom(undefined, ...values);
}

const store = { file: 'own.p12', password: 'password', type: 'PKCS12' } as const;
const datasource = fc
  .tuple(fc.constantFrom(...drivers), fc.integer({ min: 1, max: 99 }))
  .map(([driver, maxConnections]) =>
    Datasource[driver](`own_${driver}`, { at, database: 'a', ...login, maxConnections, parameters: { a: 'b' } }),
  );

/** Every value that writes to deployment.toml, whether the release knows it or not. */
const config: fc.Arbitrary<MiConfig> = fc.record({
  datasources: fc.array(datasource, { maxLength: 2 }),
  metrics: perhaps(Metrics.prometheus()),
  tracing: perhaps(Tracing.otlp(at), Tracing.zipkin(at), Tracing.jaeger(at), Tracing.log()),
  controlPlane: perhaps(
    ControlPlane.dashboard({ at, group: 'retail' }),
    ControlPlane.icp({ at, environment: 'e', project: 'p', integration: 'i', secret }),
  ),
  managementLogin: perhaps(ManagementLogin.of(login)),
  serviceCatalog: perhaps(ServiceCatalog.of({ at, ...login })),
  truststore: perhaps(Truststore.fromSecret('trust', store)),
  vault: perhaps(SecureVault.fromSecret('vault', { file: 'vault.p12', password: 'password', alias: 'a' })),
});
const tls = perhaps(Keystore.fromSecret('tls', { ...store, keyPassword: 'key' }));
const coordinated = perhaps(Datasource.mysql(COORDINATION_ID, { at, database: 'a', ...login }));

/** The keys of the file that is rendered of these parts; a part that is refused is rendered nowhere. */
function writtenKeys(release: MiRelease, parts: readonly PodPart[], own: TomlTable = {}): string[] {
  const tables = parts.filter(({ complaints = [] }) => complaints.length === 0).map(({ toml = {} }) => toml);
  const waits = { drainSeconds: MI_RELEASES[release].drainSeconds, requestSeconds: 60, silentSeconds: 70 };
  const table: TomlTable = JSON.parse(
    JSON.stringify(parse(deploymentToml(MI_RELEASES[release], waits, [...tables, own]))),
  );
  return tomlKeys(table).map(([key]) => key.join('.'));
}

/** Keys that a release does not read by their very names. */
function unread(release: MiRelease, keys: readonly string[]): string[] {
  return keys.filter((key) => {
    const { releases, free } = readersOf(key.split('.'));
    return free || !releases.includes(release);
  });
}

describe.each(RELEASES)('release %s', (release) => {
  const image = imageOf(release, { drivers });

  test('reads every key that any configuration writes', () => {
    fc.assert(
      fc.property(config, tls, coordinated, (any, keystore, tasks) => {
        const parts = [
          ...configParts(image, any),
          ...(keystore === undefined ? [] : [keystore.part(image)]),
          ...(tasks === undefined ? [] : [coordinationPart(tasks, image)]),
        ];
        expect(unread(release, writtenKeys(release, parts))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

test('a key that nobody reads would be found, also where any name is taken', () => {
  const own = { server: { hostnam: 'a' }, secrets: { db: 'b' } };
  expect(unread('4.4.0', writtenKeys('4.4.0', [], own))).toEqual(['server.hostnam', 'secrets.db']);
});
