import { ApiObject } from 'cdk8s';
import {
  type BusinessUnit,
  CsiSecret,
  deliberately,
  EnvSource,
  EnvValue,
  MiTenant,
  type MiTenantProps,
  Scaling,
  SecretProvider,
} from '../../lib';
import { base, newFleet, newUnit, SAFE, sentencesOf } from '../manifests';

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
    "of its name, EnvValue.fromSecret(csiSecret, …), or where pods of others mount it say deliberately('csi-secrets')",
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

const APP = { name: 'app', image: 'registry.example.com/tools/app:1', ...SAFE };
const READER = { ...APP, envFrom: [{ secretRef: { name: 'cipher' } }] };

function mounts(secretProviderClass: string): object {
  return {
    volumes: [{ name: 'c', csi: { driver: 'secrets-store.csi.k8s.io', volumeAttributes: { secretProviderClass } } }],
  };
}

function saidOfPlain(add: (unit: BusinessUnit) => void, annotations: Readonly<Record<string, string>> = {}): string[] {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  for (const [id, spec] of Object.entries({
    cipher: { secretObjects: [{ secretName: 'cipher' }] },
    other: { secretObjects: [{ secretName: 'other' }] },
  })) {
    const metadata = { name: id };
    const apiVersion = 'secrets-store.csi.x-k8s.io/v1';
    new ApiObject(unit, id, { apiVersion, kind: 'SecretProviderClass', metadata, ...{ spec } });
  }
  const spec = { containers: [READER], ...mounts('other') };
  const metadata = { name: 'app', annotations };
  new ApiObject(unit, 'reader', { apiVersion: 'v1', kind: 'Pod', metadata, ...{ spec } });
  add(unit);
  return sentencesOf(() => fleet.render());
}

/** An object of an operator with its pods somewhere of its own. */
const job = (secretProviderClass: string) => (unit: BusinessUnit) => {
  const spec = { tasks: [{ template: { spec: { containers: [APP], ...mounts(secretProviderClass) } } }] };
  const metadata = { name: 'job' };
  new ApiObject(unit, 'job', { apiVersion: 'batch.volcano.sh/v1alpha1', kind: 'Job', metadata, ...{ spec } });
};

test('pods of an operator mount it too, wherever they stand', () => {
  expect(saidOfPlain(job('cipher'))).toEqual([]);
  expect(saidOfPlain(job('other'))).toEqual(
    refused.map((text) => text.replace('Deployment "retail/orders"', 'Pod "retail/app"')),
  );
});

test('a workload may say that pods of others mount it, and what it mounts itself counts for others', () => {
  const another = (unit: BusinessUnit) => {
    const spec = { containers: [{ ...APP, envFrom: [{ secretRef: { name: 'other' } }] }] };
    new ApiObject(unit, 'another', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'another' }, ...{ spec } });
  };
  expect(saidOfPlain(another, deliberately('csi-secrets'))).toEqual([]);
});
