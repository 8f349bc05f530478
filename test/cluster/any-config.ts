import fc from 'fast-check';
import type { JdbcDriver, TomlTable, TomlValue } from '../../lib';
import type { ValuePlan } from './fleet-plan';
import { anyHost, anyName, plainName } from './odd-names';
import { anyKey, anyText, countFrom, mostly, percent } from './odd-texts';
import type * as plans from './tenant-plan';

/** JDBC drivers. */
export const DRIVERS: readonly JdbcDriver[] = ['mysql', 'postgresql', 'oracle', 'mssql', 'db2'];

/** There in one case of four. */
export const seldom = <T>(value: fc.Arbitrary<T>) =>
  percent(25).chain((there) => (there ? value : fc.constant(undefined)));

/** One or two of them in one case of five, else none. */
export const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  percent(20).chain((there) => (there ? fc.array(value, { minLength: 1, maxLength: 2 }) : fc.constant<T[]>([])));

/** Values of variables. */
export const anyValue: fc.Arbitrary<ValuePlan> = fc.oneof(
  fc.record({ how: fc.constantFrom('text', 'open'), text: anyText }),
  fc.record({ how: fc.constantFrom('secret', 'configMap'), name: mostly(plainName, anyName), key: anyKey }),
);

const kept: fc.Arbitrary<ValuePlan> = fc.record({
  how: fc.constantFrom('secret', 'configMap'),
  name: mostly(plainName, anyName),
  key: anyKey,
});

/** Secrets, some of which a mount brings. */
export const anySecret: fc.Arbitrary<plans.SecretPlan> = fc.record({
  name: mostly(plainName, anyName),
  mounted: percent(20),
});

const port = mostly(fc.integer({ min: 1, max: 65_535 }), countFrom(1, 9));

/** Systems that are called. */
export const anyEndpoint: fc.Arbitrary<plans.EndpointPlan> = fc.oneof(
  fc.record({
    how: fc.constant('outside' as const),
    host: mostly(fc.constantFrom('db.example.com', '10.0.0.7', 'fd00::7'), anyHost),
    port,
    range: mostly(
      fc.constantFrom<`${string}/${number}`>('10.20.0.0/24', 'fd00::/64'),
      fc.constant<`${string}/${number}`>('10.0.0.0/99'),
    ),
  }),
  fc.record({ how: fc.constant('inCluster' as const), service: anyName, namespace: anyName, port }),
);

/** Datasources of that id. */
export function anyDatasource(id: fc.Arbitrary<string>): fc.Arbitrary<plans.DatasourcePlan> {
  return fc.record({
    driver: fc.constantFrom(...DRIVERS),
    id,
    at: anyEndpoint,
    database: mostly(fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/), anyText),
    username: kept,
    password: kept,
    parameters: mostly(
      fc.dictionary(fc.constantFrom('useSSL', 'serverTimezone'), fc.constantFrom('true', 'UTC')),
      fc.dictionary(fc.constantFrom('password', 'user', 'a'), anyText),
    ),
    maxConnections: seldom(countFrom(1, 100)),
  });
}

/** A keystore or truststore of that file name. */
export function anyStore(file: string): fc.Arbitrary<plans.StorePlan> {
  return fc.record({
    secret: anySecret,
    file: mostly(fc.constant(file), fc.oneof(fc.constant('wso2carbon.jks'), anyKey)),
    password: anyKey,
    type: fc.constantFrom(undefined, 'JKS', 'PKCS12'),
  });
}

const key = mostly(
  fc.constantFrom('mediation', 'a b', 'größe', 'x-y'),
  fc.oneof(fc.constantFrom('', '__proto__', 'a.b', 'server', 'keystore'), anyText),
);

const { table, part } = fc.letrec<{ table: TomlTable; part: TomlValue }>((tie) => ({
  table: fc.dictionary(key, tie('part'), { maxKeys: 3 }),
  part: fc.oneof(
    { depthSize: 'small' },
    anyText,
    fc.boolean(),
    fc.integer(),
    fc.double(),
    fc.array(anyText, { maxLength: 2 }),
    tie('table'),
  ),
}));

const toml: fc.Arbitrary<TomlTable> = percent(30).chain((yes) =>
  yes ? fc.dictionary(key, mostly(table, part), { maxKeys: 3 }) : fc.constant({}),
);

const path = mostly(
  fc.constantFrom('conf/file.properties', 'conf/a', 'lib/driver.jar', 'README', 'registry/config/x.xml'),
  fc.oneof(fc.constantFrom('conf/deployment.toml', 'password-tmp', '../x', '/x', 'a/b', 'a__b'), anyText),
);

const file = fc.oneof(anyText, fc.record({ secret: seldom(anySecret), key: anyKey }));

/** What Micro Integrator is told, whether its release knows it or not. */
export const anyConfig: fc.Arbitrary<plans.ConfigPlan> = fc.record({
  datasources: some(anyDatasource(mostly(fc.constantFrom('orders', 'stock', 'Db_2'), anyText))).map(withOwnVariables),
  metrics: percent(25),
  tracing: seldom(fc.record({ tracer: fc.constantFrom('jaeger', 'zipkin', 'otlp', 'log'), at: anyEndpoint })),
  controlPlane: seldom(fc.record({ how: fc.constantFrom('dashboard', 'icp'), at: anyEndpoint, text: anyText })),
  serviceCatalog: seldom(anyEndpoint),
  truststore: seldom(anyStore('company.jks')),
  vault: seldom(fc.record({ secret: anySecret, password: anyKey, file: seldom(fc.constant('vault.p12')) })),
  files: some(fc.tuple(path, file)),
  toml,
});

/** Those whose ids give variables of their own: one for two of them is not refused yet (datasource.test.ts). */
function withOwnVariables(all: readonly plans.DatasourcePlan[]): plans.DatasourcePlan[] {
  return [...new Map(all.map((one) => [one.id.toUpperCase(), one])).values()];
}
