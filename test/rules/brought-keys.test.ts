import { ApiObject } from 'cdk8s';
import {
  type BusinessUnit,
  deliberately,
  EnvSource,
  EnvValue,
  ExternalSecret,
  MiTenant,
  Scaling,
  SecretStore,
} from '../../lib';
import { base, newFleet, newUnit, SAFE, sentencesOf } from '../manifests';

const store = SecretStore.cluster('vault');

function said(value: EnvValue, bring: (unit: BusinessUnit) => unknown): string[] {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  bring(unit);
  const image = base.withApp('orders', '1.0.0');
  new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(1), env: { VALUE: value } });
  return sentencesOf(() => fleet.render());
}

const plain =
  (apiVersion: string, kind: string, fields: object, metadata: object = {}) =>
  (unit: BusinessUnit) =>
    new ApiObject(unit, 'brought', { apiVersion, kind, metadata: { name: 'login', ...metadata }, ...fields });

const external = (data: object, more: object = {}) =>
  plain('external-secrets.io/v1', 'ExternalSecret', { spec: { data, ...more } });
const config = (fields: object, metadata: object = {}) => plain('v1', 'ConfigMap', fields, metadata);

const sealed = (metadata: object, more: object = {}) =>
  plain('bitnami.com/v1alpha1', 'SealedSecret', { spec: { encryptedData: { password: 'AgB' }, ...more } }, metadata);
const PATCH = { annotations: { 'sealedsecrets.bitnami.com/patch': 'true' } };
/** A Secret of one key, beside what an operator puts into it. */
const filledBy =
  (kind: string, spec: object, name = 'filler') =>
  (unit: BusinessUnit) => {
    plain('v1', 'Secret', { stringData: { password: 'none' } })(unit);
    new ApiObject(unit, 'filler', { apiVersion: 'example.com/v1', kind, metadata: { name }, ...{ spec } });
  };

const DATA = [{ secretKey: 'password', remoteRef: { key: 'a' } }];
const secret = (key: string) => EnvValue.fromSecret('login', key);

const INSTEAD =
  'its pods would never start; bring that key too, name one that is there, or where others put it in say ' +
  "deliberately('brought-keys')";

const refused = (kind: string, by: string, keys: string) => [
  `env of Deployment "retail/orders" must ask ${kind} "login" for a key that ${by} "retail/login" brings: ${keys}, ` +
    `got "nope"; ${INSTEAD}`,
];

test.each<[string, string, (unit: BusinessUnit) => unknown]>([
  [
    'an ExternalSecret',
    'ExternalSecret',
    (unit) => new ExternalSecret(unit, 'login', { store, data: { password: { key: 'a' } } }),
  ],
  [
    'an ExternalSecret of a plain chart',
    'ExternalSecret',
    external(DATA, { target: { template: { type: 'Opaque' } } }),
  ],
  ['a SealedSecret', 'SealedSecret', sealed({ annotations: { 'sealedsecrets.bitnami.com/patch': 'false' } })],
  ['a Secret of another than Vault fills', 'Secret', filledBy('VaultStaticSecret', { destination: { name: 'other' } })],
  ['a Secret beside an object of its name', 'Secret', filledBy('Anything', { source: { name: 'other' } }, 'login')],
  ['a Secret', 'Secret', plain('v1', 'Secret', { stringData: { password: 'none' } })],
])('fails when pods ask for a key that %s does not bring', (_, kind, bring) => {
  expect(said(secret('nope'), bring)).toEqual(refused('Secret', kind, 'password'));
  expect(said(secret('password'), bring)).toEqual([]);
});

test('fails when pods ask a ConfigMap of the fleet for a key that it has not', () => {
  const bring = config({ data: { region: 'eu' }, binaryData: { bytes: 'AA==' } });
  expect(said(EnvValue.fromConfigMap('login', 'nope'), bring)).toEqual(
    refused('ConfigMap', 'ConfigMap', 'region, bytes'),
  );
  expect(said(EnvValue.fromConfigMap('login', 'region'), bring)).toEqual([]);
  expect(said(EnvValue.fromConfigMap('login', 'bytes'), bring)).toEqual([]);
});

test.each<[string, (unit: BusinessUnit) => unknown]>([
  ['whole secrets of a store', (unit) => new ExternalSecret(unit, 'login', { store, dataFrom: [{ key: 'a' }] })],
  ['a template with keys of its own', external(DATA, { target: { template: { data: { nope: '{{ .password }}' } } } })],
  ['a template from elsewhere', external(DATA, { target: { template: { templateFrom: [{}] } } })],
  [
    'another that puts keys in',
    (unit) => {
      external(DATA)(unit);
      const spec = {
        target: { name: 'login', creationPolicy: 'Merge' },
        data: [{ secretKey: 'nope', remoteRef: { key: 'b' } }],
      };
      new ApiObject(unit, 'more', {
        apiVersion: 'external-secrets.io/v1',
        kind: 'ExternalSecret',
        metadata: { name: 'more' },
        ...{ spec },
      });
    },
  ],
  ['what merges into a Secret of others', external(DATA, { target: { creationPolicy: 'Merge' } })],
  ['what is sealed into a Secret of others', sealed(PATCH)],
  ['what is sealed so by its template', sealed({}, { template: { metadata: PATCH } })],
  ['a Secret that others are sealed into', plain('v1', 'Secret', { stringData: { a: 'none' } }, PATCH)],
  ['what Vault fills', filledBy('VaultStaticSecret', { destination: { name: 'login', create: false } })],
  ['what is filled under the name of who fills it', filledBy('VaultStaticSecret', { destination: {} }, 'login')],
  ['a bundle of certificates', filledBy('Bundle', { target: { secret: { key: 'nope' } } }, 'login')],
  ['a token, which the cluster fills', plain('v1', 'Secret', { type: 'kubernetes.io/service-account-token' })],
  ['nothing yet', plain('v1', 'Secret', {})],
  [
    'a Certificate',
    plain('cert-manager.io/v1', 'Certificate', { spec: { secretName: 'login', issuerRef: { name: 'a' } } }),
  ],
  ['what is in another namespace', plain('v1', 'Secret', { stringData: { a: 'none' } }, { namespace: 'tools' })],
  ['nobody of the fleet', () => undefined],
])('is silent where keys are not known: %s', (_, bring) => {
  expect(said(secret('nope'), bring)).toEqual([]);
});

test('is silent of a ConfigMap that another fills, and of all keys at once', () => {
  const labels = { 'config.openshift.io/inject-trusted-cabundle': 'true' };
  expect(said(EnvValue.fromConfigMap('login', 'ca.crt'), config({ data: { a: 'b' } }, { labels }))).toEqual([]);
  const fleet = newFleet();
  const unit = newUnit(fleet);
  config({ data: { A: 'b' } })(unit);
  const image = base.withApp('orders', '1.0.0');
  new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(1), envFrom: [EnvSource.configMap('login')] });
  expect(sentencesOf(() => fleet.render())).toEqual([]);
});

test('a volume asks for the keys of its items, and what may be missing, or is meant so, asks for none', () => {
  const saidOf = (volume: object, annotations = {}) => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    config({ data: { region: 'eu' } })(unit);
    new ApiObject(unit, 'pod', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'app', annotations },
      ...{
        spec: {
          containers: [{ name: 'app', image: 'registry.example.com/app:1', ...SAFE }],
          volumes: [{ name: 'v', ...volume }],
        },
      },
    });
    return sentencesOf(() => fleet.render());
  };
  const items = [{ key: 'nope', path: 'nope' }];
  const sentence =
    'volumes of Pod "retail/app" must ask ConfigMap "login" for a key that ConfigMap "retail/login" brings: region, ' +
    `got "nope"; ${INSTEAD}`;
  expect(saidOf({ configMap: { name: 'login', items } })).toEqual([sentence]);
  expect(saidOf({ configMap: { name: 'login', items } }, deliberately('brought-keys'))).toEqual([]);
  expect(saidOf({ projected: { sources: [{ configMap: { name: 'login', items } }] } })).toEqual([sentence]);
  expect(saidOf({ configMap: { name: 'login', items, optional: true } })).toEqual([]);
  expect(saidOf({ configMap: { name: 'login', items: [{ key: 'region', path: 'a' }] } })).toEqual([]);
  expect(saidOf({ configMap: { name: 'login' } })).toEqual([]);
});
