import { Datasource, Endpoint, EnvValue, type MiTenantProps } from '../../lib';
import { imageOf } from '../config-parts';
import { newTenant, ofKind, saidOf, sentencesOf } from '../manifests';

const login = {
  username: EnvValue.fromSecret('orders-db', 'username'),
  password: EnvValue.fromSecret('orders-db', 'password'),
};
const at = Endpoint.outside('mysql.example.com', 3306, ['10.20.0.0/24']);

/** What is said of a tenant into which somebody wrote "hunter2". */
function said(props: () => Partial<MiTenantProps<'app'>>): string[] {
  return sentencesOf(() => {
    const sentences = saidOf(props());
    if (sentences.length > 0) throw new Error(sentences.join('\n'));
  });
}

// A manifest is in git, and a ConfigMap is for everyone to read.
test.each<[string, () => Partial<MiTenantProps<'app'>>]>([
  ['a variable', () => ({ env: { DB_PASSWORD: 'hunter2' } })],
  ['a URL', () => ({ env: { MQ: 'amqp://orders:hunter2@mq.example.com' } })],
  ['deployment.toml', () => ({ config: { toml: { mq: { password: 'hunter2' } }, uncheckedKeys: ['mq'] } })],
  ['a datasource of deployment.toml', () => ({ config: { toml: { datasource: [{ id: 'a', password: 'hunter2' }] } } })],
  ['the plain texts of ciphertool', () => ({ config: { toml: { secrets: { db: '[hunter2]' } } } })],
  [
    'a parameter of a datasource',
    () => ({
      image: imageOf('4.4.0', { drivers: ['mysql'] }),
      config: {
        datasources: [
          Datasource.mysql('orders', { at, database: 'orders', ...login, parameters: { password: 'hunter2' } }),
        ],
      },
    }),
  ],
])('fails when a password is written into %s, and does not repeat it', (_, props) => {
  const sentences = said(props);
  expect(sentences).toHaveLength(1);
  expect(sentences.join()).not.toContain('hunter2');
});

test.each<[string, () => Partial<MiTenantProps<'app'>>]>([
  ['an argument', () => ({ pod: { args: ['-Djavax.net.ssl.trustStorePassword=hunter2'] } })],
  ['a file', () => ({ config: { files: { 'conf/file.properties': 'db.password=hunter2' } } })],
  [
    'a variable of a further container',
    () => ({
      pod: {
        containers: [
          {
            name: 'proxy',
            image: 'registry.example.com/tools/app:1',
            env: [{ name: 'PROXY_PASSWORD', value: 'hunter2' }],
          },
        ],
      },
    }),
  ],
])('fails when a password is written into %s', (_, props) => {
  expect(said(props)).not.toEqual([]);
});

test('a tenant renders no Secret: what is in one is somebody else’s to write', () => {
  const { unit } = newTenant({
    image: imageOf('4.4.0', { drivers: ['mysql'] }),
    env: { MQ_PASSWORD: EnvValue.fromSecret('mq', 'password') },
    config: { datasources: [Datasource.mysql('orders', { at, database: 'orders', ...login })] },
  });
  expect(ofKind(unit, 'Secret')).toEqual([]);
});
