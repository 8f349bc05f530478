import { CsiSecret, EnvSource, EnvValue, MiTenant, type MiTenantProps, Scaling, SecretProvider } from '../../lib';
import { base, newFleet, newUnit, sentencesOf } from '../manifests';

type Props = Partial<MiTenantProps<'app'>>;

function said(propsOf: (cipher: CsiSecret) => Readonly<Record<string, Props>>, elsewhere: Props = {}): string[] {
  const fleet = newFleet();
  const image = base.withApp('orders', '1.0.0');
  const unit = newUnit(fleet);
  const provider = SecretProvider.aws({ region: 'eu-central-1' });
  const cipher = new CsiSecret(unit, 'cipher', { provider, values: { password: { key: 'prod/cipher' } } });
  for (const [id, props] of Object.entries(propsOf(cipher))) {
    new MiTenant(unit, id, { image, scaling: Scaling.fixed(1), ...props });
  }
  new MiTenant(newUnit(fleet, 'clinic'), 'other', { image, scaling: Scaling.fixed(1), ...elsewhere });
  return sentencesOf(() => fleet.render());
}

const byName = { env: { PASSWORD: EnvValue.fromSecret('cipher', 'password') } };
const refused = [
  'volumes of Deployment "retail/orders" must mount SecretProviderClass "cipher", since its pods name Secret "cipher", ' +
    'got no pod that mounts it; the driver makes the Secret only while one does; hand over the CsiSecret in the place ' +
    'of its name: EnvValue.fromSecret(csiSecret, …)',
];

test('fails when pods name a Secret that the driver never makes, since no pod mounts its volume', () => {
  expect(said(() => ({ orders: byName }))).toEqual(refused);
  expect(said(() => ({ orders: { envFrom: [EnvSource.secret('cipher')] } }))).toEqual(refused);
});

test('who is handed it mounts it, for itself and for whoever names it in the namespace', () => {
  const handed = (cipher: CsiSecret) => ({ env: { PASSWORD: EnvValue.fromSecret(cipher, 'password') } });
  expect(said((cipher) => ({ orders: handed(cipher) }))).toEqual([]);
  expect(said((cipher) => ({ orders: byName, prices: handed(cipher) }))).toEqual([]);
});

test('a Secret of that name in another namespace is another', () => {
  expect(said(() => ({}), byName)).toEqual([]);
});

test('a class that nobody names is nobody’s burden', () => {
  expect(said(() => ({ orders: {} }))).toEqual([]);
});
