import fc from 'fast-check';
import { literalSecret } from '../../lib/secret/literal-secret';

const BY_NAME = 'a name that means a secret';

test.each([
  'PASSWORD',
  'DB_PASSWORD',
  'DB_PASSWORD2',
  'DB_PASSWORD_2',
  'dbPassword',
  'db.password',
  'datasource.0.password',
  'KEYSTORE_PASS',
  'DB_PWD',
  'DB_PASSWD',
  'PASSPHRASE',
  'keyPassword',
  'CLIENT_SECRET',
  'clientSecret',
  'oauth2Token',
  'GITHUB_TOKEN',
  'API_KEY',
  'apiKey',
  'APIKEY',
  'APIToken',
  'SIGNING_KEY',
  'ssh-private-key',
  'PRIVATEKEY',
  'AWS_SECRET_ACCESS_KEY',
  'SMTP_CREDENTIALS',
  'SMTP_CREDENTIAL',
  'SMTP_CREDS',
  'DB_PW',
  'PASSWORDS',
  'SECRETS',
  'TOKENS',
  'SECRETKEY',
  'VAULT_SECRET_ID',
  'secretId',
  'SECRET_ID',
  'secret-id2',
  'API_KEY2',
  'apiKey2',
  'PASS1',
  'KEYSTORE_PASS_1',
  'DB_PWD2',
  'SMTP_CREDS3',
  'TOKEN2_VALUE1',
  'DBPASS',
  'dbpass2',
  'SIGNINGKEY',
  'ERROR_MESSAGE_API_KEY',
])('%s with a value is a secret written out', (name) => {
  expect(literalSecret(name, 'hunter2')).toBe(BY_NAME);
});

test.each([
  'TOKEN_URL',
  'tokenUrl',
  'TOKEN_ENDPOINT',
  'TOKEN_TTL_SECONDS',
  'TOKEN_ISSUER',
  'SECRET_NAME',
  'KEY_ALIAS',
  'keyAlias',
  'KEYSTORE_FILE',
  'KEYSTORE_TYPE',
  'PASSWORD_FILE',
  'PASSWORD_POLICY',
  'PASSWORD_MIN_LENGTH',
  'CLIENT_SECRET_REF',
  'API_KEY_HEADER',
  'HOSPITAL_URL',
  'USERNAME',
  'MONKEY',
  'KEYBOARD_LAYOUT',
  'COMPASS',
  'BYPASS',
  'PASSPORT_NUMBER',
  'PASSTHROUGH_MODE',
  'SECRETARY_EMAIL',
  'TOKENIZER',
  'truststore.alias',
  'PUBLIC_KEY',
  'PRIMARY_KEY',
  'ROUTING_KEY',
  'partitionKey',
  'PASSWORD_PATTERN',
  'PASSWORD_PATTERN2',
  'TOKEN_URL1',
  'KEY_ALIAS_2',
  'ROUTING_KEY2',
  'MESSAGE_KEY',
  'messageKey',
  'KAFKA_MESSAGE_KEY',
  'CORRELATION_KEY',
  'KEY_COLUMN',
  'BUSINESS_KEY',
  'NATURAL_KEY',
  'SURROGATE_KEY',
  'UNIQUE_KEY',
  'LOOKUP_KEY',
  'INDEX_KEY',
  'IDEMPOTENCY_KEY',
  'FOREIGN_KEY',
  'SORT_KEY',
  'CACHE_KEY',
  'MAP_KEY',
  'OBJECT_KEY',
  'GROUP_KEY',
  'KEY_SEPARATOR',
  'PASSWORD_FIELD',
  'TOKEN_REFRESH_INTERVAL',
  'SECRET_CALLBACK_CLASS',
  'PASSWORD_MODE',
  'TOKEN_RETRIES',
  'KEY_STORE',
  'KEY_VAULT',
  'TOKEN_ID',
  'KEY_ID',
  'SECRET_ID_PATH',
  'SECRET_KEY_ID',
])('%s is about something else and passes', (name) => {
  expect(literalSecret(name, 'hunter2')).toBeUndefined();
});

const WORDS = [
  'PASSWORD',
  'PASSWD',
  'PWD',
  'PASS',
  'PASSPHRASE',
  'SECRET',
  'TOKEN',
  'CREDENTIAL',
  'CREDENTIALS',
  'KEY',
];
const ABOUTS = [
  'URL',
  'URI',
  'ENDPOINT',
  'HOST',
  'HOSTNAME',
  'PORT',
  'PATH',
  'FILE',
  'FILENAME',
  'DIR',
  'LOCATION',
  'NAME',
  'ID',
  'ALIAS',
  'TYPE',
  'FORMAT',
  'ALGORITHM',
  'ALG',
  'ISSUER',
  'AUDIENCE',
  'SCOPE',
  'SCOPES',
  'HEADER',
  'PREFIX',
  'POLICY',
  'PROVIDER',
  'VERSION',
  'ENABLE',
  'ENABLED',
  'REQUIRED',
  'TTL',
  'EXPIRY',
  'EXPIRATION',
  'LIFETIME',
  'TIMEOUT',
  'SECONDS',
  'MINUTES',
  'MS',
  'AGE',
  'LENGTH',
  'SIZE',
  'BITS',
  'COUNT',
  'LIMIT',
  'REF',
  'PATTERN',
  'INTERVAL',
  'CLASS',
  'MODE',
  'RETRIES',
  'STORE',
  'VAULT',
  'COLUMN',
  'COLUMNS',
  'FIELD',
  'FIELDS',
  'ATTRIBUTE',
  'ENCODING',
  'CHARSET',
  'SEPARATOR',
  'DELIMITER',
];

/** What would make an open key of KEY, as in ROUTING_KEY. */
const OPEN = [
  'PUBLIC',
  'PRIMARY',
  'FOREIGN',
  'ROUTING',
  'SORT',
  'CACHE',
  'MAP',
  'OBJECT',
  'GROUP',
  'MESSAGE',
  'UNIQUE',
  'BUSINESS',
  'NATURAL',
  'LOOKUP',
  'INDEX',
];
const prefix = fc.stringMatching(/^[A-Z]{1,8}$/).filter((text) => !OPEN.includes(text));
const word = fc.constantFrom(...WORDS);

/** `['DB', 'PASSWORD']` as `dbPassword`. */
function camel([first = '', ...rest]: readonly string[]): string {
  return [first.toLowerCase(), ...rest.map((part) => part.slice(0, 1) + part.slice(1).toLowerCase())].join('');
}

test('a name that ends in a secret word is refused, however it is spelt', () => {
  fc.assert(
    fc.property(prefix, word, (first, last) => {
      const names = [`${first}_${last}`, `${first}_${last}`.toLowerCase(), `${first}.${last}`, `${first}-${last}`];
      for (const name of [...names, camel([first, last])]) {
        expect(`${name}: ${literalSecret(name, 'hunter2')}`).toBe(`${name}: ${BY_NAME}`);
      }
    }),
  );
});

test.each(ABOUTS)('a name that ends in %s is about the secret and passes, however it is spelt', (last) => {
  fc.assert(
    // The secret_id of an AppRole is the secret itself.
    fc.property(
      prefix,
      word.filter((middle) => `${middle}_${last}` !== 'SECRET_ID'),
      (first, middle) => {
        const name = `${first}_${middle}_${last}`;
        for (const spelt of [name, name.toLowerCase(), name.replaceAll('_', '.'), camel([first, middle, last])]) {
          expect(`${spelt}: ${literalSecret(spelt, 'hunter2')}`).toBe(`${spelt}: undefined`);
        }
      },
    ),
    { numRuns: 10 },
  );
});

test('a number at the end of any part changes nothing', () => {
  const number = fc.constantFrom('', '1', '2', '42', '007');
  const part = fc.oneof(word, fc.constantFrom(...ABOUTS, ...OPEN), fc.stringMatching(/^[A-Z]{1,8}$/));
  fc.assert(
    fc.property(fc.array(fc.tuple(part, number), { minLength: 1, maxLength: 4 }), (parts) => {
      const plain = parts.map(([text]) => text).join('_');
      const numbered = parts.map((both) => both.join(''));
      for (const name of [numbered.join('_'), numbered.join('.').toLowerCase()]) {
        expect(`${name}: ${literalSecret(name, 'hunter2')}`).toBe(`${name}: ${literalSecret(plain, 'hunter2')}`);
      }
    }),
  );
});

test.each([
  '',
  'true',
  'false',
  'TRUE',
  '$env{DB_PASSWORD}',
  '$secret{db}',
  '$sys{db.password}',
  '$ref{a.password}',
  `\${DB_PASSWORD}`,
])('a secret’s name with the value %j gives nothing away and passes', (value) => {
  expect(literalSecret('DB_PASSWORD', value)).toBeUndefined();
});

test.each(['$env{DB', '$env{}', `\${}`, `\${DB`, '$DB', `x\${DB}`, `\${DB}x`, 'x$env{DB}', '$other{DB}', 'truely'])(
  'a secret’s name with the value %j is refused, since that is no reference',
  (value) => {
    expect(literalSecret('DB_PASSWORD', value)).toBe(BY_NAME);
  },
);

test.each([
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIE', 'a PEM block'],
  ['-----BEGIN PRIVATE KEY-----', 'a PEM block'],
  ['https://user:hunter2@example.com/x', 'user:password@ in a URL'],
  ['amqp://guest:guest@mq:5672/%2f', 'user:password@ in a URL'],
  ['AKIAIOSFODNN7EXAMPLE', 'an AWS access key'],
  ['id=ASIAIOSFODNN7EXAMPLE;', 'an AWS access key'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl', 'a JSON Web Token'],
  ['token: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.', 'a JSON Web Token'],
  ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.', 'a JSON Web Token'],
  ['Bearer 0123456789abcdef', 'an Authorization header'],
  ['Basic YWRtaW46YWRtaW4=', 'an Authorization header'],
  ['redis://:hunter2@cache:6379', 'user:password@ in a URL'],
  ['https://$env{USER}:hunter2@example.com', 'user:password@ in a URL'],
  ['ghp_0123456789abcdefghijABCDEFGHIJ', 'a GitHub token'],
  ['loginModule required password="hunter2";', 'a password in quotes'],
  ['jdbc:mysql://db:3306/x?user=a&password=hunter2', 'a password among the parameters of a URL'],
  ['jdbc:sqlserver://db:1433;user=a;Password=hunter2', 'a password among the parameters of a URL'],
  ['https://example.com/hook?api_key=abc', 'a password among the parameters of a URL'],
])('the value %j is a secret under any name', (value, what) => {
  expect(literalSecret('SETTING', value)).toBe(`a value that holds ${what}`);
  expect(literalSecret('TOKEN_URL', value)).toBe(`a value that holds ${what}`);
});

test.each([
  'https://example.com/oauth2/token',
  'https://user@example.com',
  'https://$env{USER}:$env{PASSWORD}@example.com',
  'amqp://guest:$env{MQ_PASSWORD}@mq:5672',
  `redis://:\${CACHE_PASSWORD}@cache:6379`,
  'Basic auth',
  'Bearer authentication',
  'Basic Authentication',
  'Bearer token-based-access',
  'loginModule required password="$env{KAFKA_PASSWORD}";',
  'https://example.com:8443/a@b',
  'jdbc:mysql://db:3306/orders?useSSL=true',
  'jdbc:mysql://db:3306/x?user=a&password=$env{DB_PASSWORD}',
  'jdbc:mysql://db:3306/x?user=a&password=',
  'mailto:team@example.com',
  'eyJustAWord',
  'AKIA-not-a-key',
  '-----',
])('the value %j is no secret', (value) => {
  expect(literalSecret('SETTING', value)).toBeUndefined();
});

const QUOTED = ['password', 'passwd', 'pwd'];
const NAMED = [...QUOTED, 'secret', 'api_key', 'apikey'];

test.each([
  ...QUOTED.map((word) => [`module required ${word}='hunter2';`, 'a password in quotes'] as const),
  ...NAMED.map((word) => [`-Ddb.${word}=hunter2`, 'a password after its name'] as const),
  ...[...NAMED, 'token'].map(
    (word) => [`https://example.com/?${word}=hunter2`, 'a password among the parameters of a URL'] as const,
  ),
])('each word for a password is one: %s', (value, what) => {
  expect(literalSecret('SETTING', value)).toBe(`a value that holds ${what}`);
});

test.each(['$env', '$secret', '$sys', '$ref', '$'])('the password of a URL may be the reference %s{…}', (reference) => {
  expect(literalSecret('SETTING', `https://user:${reference}{a}@example.com`)).toBeUndefined();
});

// A "$" alone makes no reference of a password.
test.each(['https://user:pa$word@example.com', 'https://user:$env{P}hunter2@example.com', 'amqp://user:$@mq'])(
  'the value %j, whose password merely holds a "$", is a secret under any name',
  (value) => {
    expect(literalSecret('SETTING', value)).toBe('a value that holds user:password@ in a URL');
  },
);

test.each([
  ['jdbc:oracle:thin:scott/tiger@db:1521/x', 'user/password@ in a URL'],
  ['sk_live_51Habcdefghij', 'a payment key'],
  ['https://hooks.slack.com/services/T000/B000/XXXX', 'a Slack token'],
  ['xoxb-123456789012-abcdef', 'a Slack token'],
])('the value %s is a secret under any name', (value, what) => {
  expect(literalSecret('SETTING', value)).toBe(`a value that holds ${what}`);
});

test('an Oracle URL with a service and no user is no secret', () => {
  expect(literalSecret('SETTING', 'jdbc:oracle:thin:@db:1521/x')).toBeUndefined();
});
