import { Datasource, Endpoint, EnvValue, MiBaseImage, type MiRelease, type MiTenantProps } from '../../lib';
import { RELEASES } from '../config-parts';
import { saidOf } from '../manifests';

// ReferenceResolver.java and the templates of each release.
const SPOILT: ReadonlyArray<readonly [letters: string, upTo: MiRelease]> = [
  ['$', '4.4.0'],
  ['\\', '4.4.0'],
  ['&', '4.5.0'],
  ['<', '4.5.0'],
  ['{{', '4.6.0'],
];

const imageOf = (release: MiRelease) =>
  MiBaseImage.fromRegistry('registry.example.com/mi', { release }).withApp('orders', '1.0.0');

/** What is said of a variable that `deployment.toml` reads, and of one that it does not read. */
function said(release: MiRelease, value: string | EnvValue, read = true): string[] {
  const toml = { server: { hostname: read ? '$env{HOST}' : 'orders' } };
  const props: Partial<MiTenantProps<'app'>> = { image: imageOf(release), env: { HOST: value }, config: { toml } };
  return saidOf(props);
}

test.each(SPOILT)('a variable that deployment.toml reads must not hold "%s" up to release %s', (letters, upTo) => {
  for (const release of RELEASES) {
    const wrong = RELEASES.indexOf(release) <= RELEASES.indexOf(upTo);
    for (const value of [`a${letters}b`, EnvValue.notSecret(`a${letters}b`)]) {
      expect([release, said(release, value)]).toEqual([
        release,
        wrong
          ? [
              `env.HOST of tenant "retail/orders" must hold no "${letters}", since deployment.toml reads it and release ` +
                `${release} would not write it as it is, got one; make it of letters, digits, "-" and "_" (docs/releases.md)`,
            ]
          : [],
      ]);
    }
  }
});

test('what deployment.toml does not read, and what stands in a Secret, may hold anything', () => {
  expect(said('4.4.0', 'a&b', false)).toEqual([]);
  expect(said('4.4.0', EnvValue.fromSecret('orders', 'host'))).toEqual([]);
});

test('the name of a user of a datasource is read too', () => {
  const datasource = Datasource.mysql('ORDERS', {
    at: Endpoint.outside('db.example.com', 3306, ['10.0.0.0/24']),
    database: 'orders',
    username: EnvValue.notSecret('a&b'),
    password: EnvValue.fromSecret('orders', 'password'),
  });
  expect(saidOf({ image: imageOf('4.4.0'), config: { datasources: [datasource] } })).toContainEqual(
    expect.stringContaining('env.ORDERS_USERNAME of tenant "retail/orders" must hold no "&"'),
  );
});
