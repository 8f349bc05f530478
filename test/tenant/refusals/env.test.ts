import { EnvValue, MiTenant, type MiTenantProps, Scaling } from '../../../lib';
import { sentence } from '../../../lib/core/refusal';
import { envComplaints, requireEnv } from '../../../lib/tenant/refusals/env';
import { base, errorOf, newUnit } from '../../manifests';

type Env = NonNullable<MiTenantProps['env']>;

/** What is said about the variables of a tenant that itself sets `taken`. */
function complaints(env: Env, taken: readonly string[] = []): string[] {
  return envComplaints(env, taken).map((complaint) => sentence({ kind: 'tenant', id: 'retail/orders', ...complaint }));
}

/** The variables as a program hands them over that the compiler has not seen. */
function unchecked(env: unknown): Env {
  return env as Env;
}

test.each([
  ['a number', 8290, '8290'],
  ['a truth', true, 'true'],
  ['nothing', null, 'null'],
  ['what is left out', undefined, 'undefined'],
  ['a list', ['a', 'b'], '["a","b"]'],
])('fails when the value of a variable is %s', (_, value, got) => {
  const env = unchecked({ STOCK_URL: 'https://stock.example.com', SETTING: value });
  const text = `env.SETTING of tenant "retail/orders" must be text or an EnvValue, got ${got}`;
  expect(errorOf(() => requireEnv('retail/orders', env))).toBe(text);
  const image = base.withApp('orders', '1.0.0');
  expect(errorOf(() => new MiTenant(newUnit(), 'orders', { image, scaling: Scaling.fixed(2), env }))).toBe(text);
});

test('text of any length and values of every source are taken', () => {
  const env = {
    EMPTY: '',
    STOCK_URL: 'https://stock.example.com',
    STOCK_PASSWORD: EnvValue.fromSecret('stock-api', 'password'),
    REGION: EnvValue.fromConfigMap('site', 'region'),
    DB_PASSWORD: EnvValue.notSecret('of a database that everyone may read'),
  };
  expect(errorOf(() => requireEnv('retail/orders', env))).toBe('');
  expect(complaints(env)).toEqual([]);
});

describe('the heap', () => {
  const heap = (name: string) =>
    `env.${name} of tenant "retail/orders" must leave the heap to size, got "${name}"; ` +
    'write size: MiSize.of({ heap: … })';

  test.each(['JAVA_OPTS', 'JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS'])('fails in %s', (name) => {
    expect(complaints({ [name]: '-Xmx4g' })).toEqual([heap(name)]);
  });

  test.each([
    '-Xmx4g',
    '-Xms4g',
    '-Xmn1g',
    '-Dfile.encoding=UTF-8 -Xmx4g',
    '-XX:MaxHeapSize=4g',
    '-XX:InitialHeapSize=4g',
    '-XX:MaxRAMPercentage=90',
    '-XX:InitialRAMPercentage=50',
    '-XX:MaxRAM=4g',
  ])('fails when JAVA_OPTS say %s, also by the author’s word that it is no secret', (flags) => {
    expect(complaints({ JAVA_OPTS: flags })).toEqual([heap('JAVA_OPTS')]);
    expect(complaints({ JAVA_OPTS: EnvValue.notSecret(flags) })).toEqual([heap('JAVA_OPTS')]);
  });

  test.each([
    ['text', '-Duser.timezone=UTC'],
    ['text', EnvValue.notSecret('-Duser.timezone=UTC')],
    ['a Secret', EnvValue.fromSecret('flags', 'all')],
    ['a ConfigMap', EnvValue.fromConfigMap('flags', 'all')],
  ])('fails when JAVA_MEM_OPTS come from %s, whatever they say', (_, value) => {
    expect(complaints({ JAVA_MEM_OPTS: value })).toEqual([heap('JAVA_MEM_OPTS')]);
  });

  test.each(['-Duser.timezone=UTC', '-Xss512k', '-XX:MaxMetaspaceSize=256m', '-XX:+UseG1GC', ''])(
    'JAVA_OPTS may say %j, which is not the heap',
    (flags) => {
      expect(complaints({ JAVA_OPTS: flags })).toEqual([]);
    },
  );
});

describe('variables that are set already', () => {
  const taken = (name: string) =>
    `env.${name} of tenant "retail/orders" must not be set by hand, got "${name}"; ` +
    'the tenant sets it, from its other props';

  test.each(['JVM_MEM_OPTS', 'WSO2_SERVER_HOME', 'WORKING_DIRECTORY', 'CARBON_HOME', 'JAVA_HOME', 'JAVACMD'])(
    'fails when %s is set, without which the server does not start or drain',
    (name) => {
      expect(complaints({ [name]: '/opt/mi' })).toEqual([taken(name)]);
      expect(complaints({ [name]: EnvValue.notSecret('/opt/mi') })).toEqual([taken(name)]);
    },
  );

  test('fails when a variable is set that the tenant takes from its keystore', () => {
    const env = { TLS_KEYSTORE_PASSWORD: EnvValue.fromSecret('mine', 'password') };
    expect(complaints(env, ['TLS_KEYSTORE_PASSWORD'])).toEqual([taken('TLS_KEYSTORE_PASSWORD')]);
    expect(complaints(env)).toEqual([]);
  });
});

test.each(['stock-url', '4U', '', 'a.b', 'STOCK URL', 'STOCK=URL', 'Ü'])(
  'fails when a variable is named %j, which no shell takes',
  (name) => {
    expect(complaints({ [name]: 'x' })).toEqual([
      `env.${name} of tenant "retail/orders" must be named by letters, digits and "_", ` +
        `not beginning with a digit, got "${name}"`,
    ]);
  },
);

test('fails when a secret is written out, and does not repeat it', () => {
  expect(complaints({ DB_PASSWORDS: 'hunter2', URL: 'redis://:hunter2@cache:6379' })).toEqual([
    'env.DB_PASSWORDS of tenant "retail/orders" must take a secret from a Secret, got a name that means a secret; ' +
      'write EnvValue.fromSecret(name, key), or EnvValue.notSecret(text) if everyone may read it',
    'env.URL of tenant "retail/orders" must take a secret from a Secret, ' +
      'got a value that holds user:password@ in a URL; ' +
      'write EnvValue.fromSecret(name, key), or EnvValue.notSecret(text) if everyone may read it',
  ]);
});

test('what is wrong with several variables is said for each of them, in their order', () => {
  expect(complaints({ CARBON_HOME: '/opt/mi', 'stock-url': 'x', JAVA_OPTS: '-Xmx4g' })).toEqual([
    'env.CARBON_HOME of tenant "retail/orders" must not be set by hand, got "CARBON_HOME"; ' +
      'the tenant sets it, from its other props',
    'env.stock-url of tenant "retail/orders" must be named by letters, digits and "_", ' +
      'not beginning with a digit, got "stock-url"',
    'env.JAVA_OPTS of tenant "retail/orders" must leave the heap to size, got "JAVA_OPTS"; ' +
      'write size: MiSize.of({ heap: … })',
  ]);
});

test.each(['PATH', 'LD_PRELOAD', 'LD_LIBRARY_PATH', 'BASH_ENV', 'ENV', 'IFS'])(
  'fails for %s, by which programs are found',
  (name) => {
    expect(complaints({ [name]: '/mnt/x' })).toEqual([
      `env.${name} of tenant "retail/orders" must be left to the image, got "${name}"; ` +
        'its programs are found and loaded by it',
    ]);
  },
);

describe('a variable that names another', () => {
  test.each(['$(JVM_MEM_OPTS)', 'a $(JVM_MEM_OPTS) b', '$$$(JVM_MEM_OPTS)'])(
    'fails for %s, which the tenant sets',
    (text) => {
      expect(complaints({ NOTE: text })).toEqual([
        'env.NOTE of tenant "retail/orders" must not take in what the tenant sets itself, got $(JVM_MEM_OPTS); ' +
          'write "$$(JVM_MEM_OPTS)" where it is text, since Kubernetes puts the value in its place',
      ]);
    },
  );

  test('fails for one that a value of the tenant brings', () => {
    expect(complaints({ NOTE: '$(ORDERS_PASSWORD)' }, ['ORDERS_PASSWORD'])).toHaveLength(1);
  });

  test.each(['$$(JVM_MEM_OPTS)', '$(MQ_HOST):5672', 'JVM_MEM_OPTS'])('%s is taken', (text) => {
    expect(complaints({ MQ_HOST: 'mq', NOTE: text })).toEqual([]);
  });
});

test('fails for a variable with which no program starts, counted in bytes, name and all', () => {
  const most = 128 * 1024 - 'NOTE='.length - 1;
  expect(complaints({ NOTE: 'x'.repeat(most) })).toEqual([]);
  expect(complaints({ NOTE: 'x'.repeat(most + 1) })).toEqual([
    'env.NOTE of tenant "retail/orders" must have less than 131072 bytes, name and all, since no program starts with more, ' +
      'got 131072 bytes; write config: { files: { … } }',
  ]);
});
