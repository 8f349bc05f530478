import {
  Datasource,
  type DatasourceProps,
  Endpoint,
  EnvValue,
  type JdbcDriver,
  MiTenant,
  Scaling,
  Truststore,
} from '../../lib';
import { addedBy, imageOf, RELEASES, secretVariable } from '../config-parts';
import { base, errorOf, newFleet, newUnit, sentencesOf, serverOf, tomlOf } from '../manifests';

const ALL: readonly JdbcDriver[] = ['mysql', 'postgresql', 'oracle', 'mssql', 'db2'];
const at = Endpoint.outside('db.example.com', 4000, ['10.20.0.0/24']);
const image = imageOf('4.4.0', { drivers: ALL });
const login = {
  username: EnvValue.fromSecret('orders-db', 'username'),
  password: EnvValue.fromSecret('orders-db', 'password'),
};

function props(others: Partial<DatasourceProps> = {}): DatasourceProps {
  return { at, database: 'orders', ...login, ...others };
}

/** The URL by which a driver is told of a database. */
function urlOf(driver: JdbcDriver, parameters?: Readonly<Record<string, string>>): string {
  const { toml } = Datasource[driver]('orders', props({ parameters })).part(image);
  return JSON.parse(JSON.stringify(toml)).datasource[0].url;
}

test('every prop reaches deployment.toml, variables and the ways out', () => {
  const everything: Required<DatasourceProps> = {
    at,
    database: 'orders_v2',
    username: EnvValue.fromConfigMap('site', 'orders-user'),
    password: EnvValue.fromSecret('orders-db', 'password'),
    parameters: { useSSL: 'true', serverTimezone: 'UTC' },
    maxConnections: 12,
    failover: [Endpoint.outside('db2.example.com', 4001, ['10.20.0.0/24'])],
    poolOptions: { maxWait: 60_000, testOnBorrow: false },
  };
  expect(addedBy(Datasource.mysql('Orders_2', everything), image)).toEqual({
    env: [
      { name: 'ORDERS_2_USERNAME', valueFrom: { configMapKeyRef: { name: 'site', key: 'orders-user' } } },
      secretVariable('ORDERS_2_PASSWORD', 'orders-db', 'password'),
    ],
    toml: {
      datasource: [
        {
          id: 'Orders_2',
          url: 'jdbc:mysql://db.example.com:4000,db2.example.com:4001/orders_v2?useSSL=true&amp;serverTimezone=UTC',
          username: '$env{ORDERS_2_USERNAME}',
          password: '$env{ORDERS_2_PASSWORD}',
          driver: 'com.mysql.cj.jdbc.Driver',
          pool_options: { maxActive: 12, testOnBorrow: false, validationQuery: 'SELECT 1', maxWait: 60_000 },
        },
      ],
    },
    endpoints: [at, ...everything.failover],
  });
});

test('a coordination database has options of its pool and several servers as any other has', () => {
  const by = Datasource.postgresql('WSO2_COORDINATION_DB', {
    ...props({
      failover: [Endpoint.outside('db2.example.com', 4000, ['10.20.0.0/24'])],
      poolOptions: { maxWait: 5000 },
    }),
  });
  const { toml } = Scaling.coordinated(2, by).part(image);
  expect(JSON.parse(JSON.stringify(toml)).datasource[0]).toMatchObject({
    url: 'jdbc:postgresql://db.example.com:4000,db2.example.com:4000/orders',
    pool_options: { maxActive: 50, testOnBorrow: true, validationQuery: 'SELECT 1', maxWait: 5000 },
  });
});

test.each<[Partial<DatasourceProps>, string]>([
  [
    { poolOptions: { maxActive: 7 } },
    'poolOptions.maxActive of datasource "orders" must be said by maxConnections, got 7',
  ],
  [
    { poolOptions: { 'max-wait': 7 } },
    'poolOptions.max-wait of datasource "orders" must be an option of the pool, such as "maxWait", got "max-wait"',
  ],
  [
    { poolOptions: { initSQL: 'SELECT 1 WHERE 1<2' } },
    'poolOptions.initSQL of datasource "orders" must be a number, a boolean or a text without "<", ">", "&" and quotes, ' +
      'got "SELECT 1 WHERE 1<2"',
  ],
])('a pool takes no %j', (others, text) => {
  expect(errorOf(() => Datasource.mysql('orders', props(others)))).toBe(text);
});

test('several servers are said of drivers whose URL names them', () => {
  expect(errorOf(() => Datasource.oracle('orders', props({ failover: [at] })))).toBe(
    'failover of datasource "orders" must be of mysql or postgresql, got oracle; ' +
      'its driver takes another server by a parameter of its own: parameters: { … }',
  );
});

test('a database of which no more is said has a plain URL and fifty connections', () => {
  expect(addedBy(Datasource.postgresql('orders', props()), image)).toMatchObject({
    toml: { datasource: [{ url: 'jdbc:postgresql://db.example.com:4000/orders', pool_options: { maxActive: 50 } }] },
  });
});

test.each<[JdbcDriver, string, string, string]>([
  ['mysql', 'jdbc:mysql://db.example.com:4000/orders', 'com.mysql.cj.jdbc.Driver', 'SELECT 1'],
  ['postgresql', 'jdbc:postgresql://db.example.com:4000/orders', 'org.postgresql.Driver', 'SELECT 1'],
  ['oracle', 'jdbc:oracle:thin:@//db.example.com:4000/orders', 'oracle.jdbc.OracleDriver', 'SELECT 1 FROM DUAL'],
  [
    'mssql',
    'jdbc:sqlserver://db.example.com:4000;databaseName=orders',
    'com.microsoft.sqlserver.jdbc.SQLServerDriver',
    'SELECT 1',
  ],
  ['db2', 'jdbc:db2://db.example.com:4000/orders', 'com.ibm.db2.jcc.DB2Driver', 'SELECT 1 FROM SYSIBM.SYSDUMMY1'],
])('%s is spoken to in its own way', (driver, url, driverClass, validationQuery) => {
  expect(addedBy(Datasource[driver]('orders', props()), image)).toMatchObject({
    toml: { datasource: [{ url, driver: driverClass, pool_options: { validationQuery } }] },
  });
});

test.each<[JdbcDriver, string, string]>([
  ['mysql', '?a=1', '?a=1&amp;b=2'],
  ['postgresql', '?a=1', '?a=1&amp;b=2'],
  ['oracle', '?a=1', '?a=1&amp;b=2'],
  ['mssql', ';a=1', ';a=1;b=2'],
  // Db2 wants its parameters closed by a semicolon.
  ['db2', ':a=1;', ':a=1;b=2;'],
])('parameters of %s are joined as its driver reads them, and as XML may hold them', (driver, one, two) => {
  const plain = urlOf(driver);
  expect(urlOf(driver, {})).toBe(plain);
  expect(urlOf(driver, { a: '1' })).toBe(`${plain}${one}`);
  expect(urlOf(driver, { a: '1', b: '2' })).toBe(`${plain}${two}`);
});

test('an "&" alone, which would break master-datasources.xml, is in no URL', () => {
  for (const driver of ALL) {
    expect(urlOf(driver, { a: '1', b: '2', c: '3' }).replaceAll('&amp;', '')).not.toContain('&');
  }
});

test('an address of IPv6 stands in brackets', () => {
  const six = Endpoint.outside('fd00::7', 3306, ['fd00::/64']);
  expect(addedBy(Datasource.mysql('orders', props({ at: six })), image)).toMatchObject({
    toml: { datasource: [{ url: 'jdbc:mysql://[fd00::7]:3306/orders' }] },
  });
});

test.each(RELEASES.filter((one) => one !== '1.1.0'))('release %s has the same table for its databases', (release) => {
  const value = Datasource.mysql('orders', props());
  expect(addedBy(value, imageOf(release, { drivers: ALL }))).toEqual(addedBy(value, image));
});

test('release 1.1 is refused, since it resolves no variable in a list of tables', () => {
  expect(addedBy(Datasource.mysql('orders', props()), imageOf('1.1.0', { drivers: ALL })).refused).toEqual([
    'datasource orders of tenant "retail/orders" must be for releases from 1.2 on, got release 1.1.0; ' +
      'it resolves no variables in [[datasource]], so user and password would not arrive',
  ]);
});

test.each(['passwordCharacterEncoding', 'tokenizer', 'passfile', 'secretary'])(
  'the parameter %s holds no secret',
  (key) => {
    expect(urlOf('mysql', { [key]: 'UTF-8' })).toContain(`?${key}=UTF-8`);
  },
);

test.each(['password', 'sslpass', 'trustStorePassword', 'password2', 'accessToken', 'clientSecret', 'PWD'])(
  'the parameter %s is refused',
  (key) => {
    expect(() => urlOf('mysql', { [key]: 'hunter2' })).toThrow(
      `${key} of datasource "orders" must stand in no URL, got 7 characters; write username and password`,
    );
  },
);

test('several databases of one tenant stand beside each other, with a login each', () => {
  const unit = newUnit();
  const datasources = [
    Datasource.mysql('orders', props()),
    Datasource.oracle('stock', { ...props(), password: EnvValue.fromSecret('stock-db', 'password') }),
  ];
  new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(2), config: { datasources } });
  expect(tomlOf(unit)).toMatchObject({
    datasource: [
      { id: 'orders', username: '$env{ORDERS_USERNAME}', password: '$env{ORDERS_PASSWORD}' },
      { id: 'stock', username: '$env{STOCK_USERNAME}', password: '$env{STOCK_PASSWORD}' },
    ],
  });
  expect(serverOf(unit).env?.slice(1)).toEqual([
    secretVariable('ORDERS_USERNAME', 'orders-db', 'username'),
    secretVariable('ORDERS_PASSWORD', 'orders-db', 'password'),
    secretVariable('STOCK_USERNAME', 'orders-db', 'username'),
    secretVariable('STOCK_PASSWORD', 'stock-db', 'password'),
  ]);
});

test('a table that the tenant writes itself stands beside them', () => {
  const unit = newUnit();
  const toml = { datasource: [{ id: 'own', url: 'jdbc:h2:./own' }] };
  const config = { datasources: [Datasource.mysql('orders', props())], toml };
  new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(2), config });
  expect(tomlOf(unit)).toMatchObject({ datasource: [{ id: 'orders' }, { id: 'own' }] });
});

describe('the driver', () => {
  const text = (driver: string, carried: string) =>
    `datasource orders of tenant "retail/orders" must have its driver in the image, got ${driver}, ` +
    `and an image that is said to carry ${carried}; put its JAR into lib of the image and say drivers: ['${driver}'] of it`;

  test.each(ALL)('fails when %s is not said to be in the image, since the official one carries none', (driver) => {
    expect(addedBy(Datasource[driver]('orders', props()), imageOf('4.4.0'))).toMatchObject({
      refused: [text(driver, 'none')],
    });
  });

  test('fails when others are in the image, also in a whole fleet', () => {
    const fleet = newFleet();
    new MiTenant(newUnit(fleet), 'orders', {
      image: imageOf('4.4.0', { drivers: ['mysql', 'db2'] }),
      scaling: Scaling.fixed(2),
      config: { datasources: [Datasource.oracle('orders', props())] },
    });
    expect(sentencesOf(() => fleet.render())).toEqual([text('oracle', 'mysql, db2')]);
  });

  test('may be in the application’s image', () => {
    const own = base.withApp('orders', '1.0.0', { drivers: ['oracle'] });
    expect(addedBy(Datasource.oracle('orders', props()), own)).not.toHaveProperty('refused');
  });
});

describe('refusals', () => {
  const chars = 'must be without spaces, quotes, "&", ";", "?", "<" and ">"';

  test.each(['', '1st', '_orders', 'orders-db', 'orders db', 'Bestellungen_für'])('fails when the id is %j', (id) => {
    expect(errorOf(() => Datasource.mysql(id, props()))).toBe(
      `id of datasource "${id}" must be letters, digits and "_", beginning with a letter, got "${id}"`,
    );
  });

  test.each(['', 'a b', 'orders?useSSL=false', 'a&b', 'a;b', "a'b", 'a<b', 'a\\b'])(
    'fails when the database is %j, which would change the URL',
    (database) => {
      expect(errorOf(() => Datasource.mysql('orders', props({ database })))).toBe(
        `database of datasource "orders" ${chars}, got ${JSON.stringify(database)}`,
      );
    },
  );

  test.each(['', 'true&a=b', 'x;y', '"x"'])('fails when a parameter is %j', (value) => {
    expect(errorOf(() => Datasource.mysql('orders', props({ parameters: { useSSL: value } })))).toBe(
      `useSSL of datasource "orders" ${chars}, got ${JSON.stringify(value)}`,
    );
  });

  test.each(['password', 'trustStorePassword', 'user', 'clientSecret', 'PASSWORD'])(
    'fails when the parameter %s would put a login into a ConfigMap, and does not repeat it',
    (key) => {
      expect(errorOf(() => Datasource.mysql('orders', props({ parameters: { [key]: 'hunter2' } })))).toBe(
        `${key} of datasource "orders" must stand in no URL, got 7 characters; write username and password`,
      );
    },
  );

  test.each([0, -1, 1.5, 10_001, Number.NaN])('fails when %d connections are asked for', (maxConnections) => {
    expect(errorOf(() => Datasource.mysql('orders', props({ maxConnections })))).toBe(
      `maxConnections of datasource "orders" must be a whole number from 1 to 10000, got ${maxConnections}`,
    );
  });

  test.each([1, 10_000])('%d connections are taken', (maxConnections) => {
    expect(errorOf(() => Datasource.mysql('orders', props({ maxConnections })))).toBe('');
  });
});

test('fails when the name of a parameter would change the URL', () => {
  expect(errorOf(() => Datasource.mysql('orders', props({ parameters: { 'a&b': '1' } })))).not.toBe('');
});

test('fails for an odd database beside a parameter named "database"', () => {
  const odd = props({ database: 'a&b', parameters: { database: 'orders' } });
  expect(errorOf(() => Datasource.mssql('orders', odd))).not.toBe('');
});

// What a tenant should refuse and does not yet: each test says it when it does.
describe('two that would share a variable', () => {
  function refused(datasources: readonly Datasource[]): string[] {
    const fleet = newFleet();
    new MiTenant(newUnit(fleet), 'orders', { image, scaling: Scaling.fixed(2), config: { datasources } });
    return sentencesOf(() => fleet.render());
  }
  const other = { ...props(), password: EnvValue.fromSecret('other-db', 'password') };

  test('fails when two have one id', () => {
    expect(refused([Datasource.mysql('orders', props()), Datasource.mysql('orders', other)])).not.toEqual([]);
  });

  test('fails when two ids differ in their case only, since one would log in with the other’s password', () => {
    expect(refused([Datasource.mysql('orders', props()), Datasource.mysql('ORDERS', other)])).not.toEqual([]);
  });

  test('fails when an id gives the variables of another value of the tenant', () => {
    expect(refused([Datasource.mysql('truststore', props())])).toEqual([]);
    const fleet = newFleet();
    new MiTenant(newUnit(fleet), 'orders', {
      image,
      scaling: Scaling.fixed(2),
      config: {
        datasources: [Datasource.mysql('truststore', props())],
        truststore: Truststore.fromSecret('company-ca', { file: 'company.jks', password: 'password' }),
      },
    });
    expect(sentencesOf(() => fleet.render())).not.toEqual([]);
  });
});
