import { Duration } from 'cdk8s';
import { BusinessUnit, UnitNamespace } from '../../lib';
import { ExternalSecret, type ExternalSecretProps } from '../../lib/secret/external-secret';
import { SecretStore } from '../../lib/secret/secret-store';
import { errorOf, newFleet, newUnit, refusalOf, theOne } from '../manifests';

const store = SecretStore.cluster('aws');
const data = { password: { key: 'prod/hospital', property: 'password' } };
const AS_FILLED_IN = { decodingStrategy: 'None', conversionStrategy: 'Default', metadataPolicy: 'None' };

function unitWith(props: Partial<ExternalSecretProps>): BusinessUnit {
  const unit = newUnit(newFleet(), 'clinic');
  new ExternalSecret(unit, 'hospital', { store, data, ...props });
  return unit;
}

describe('props', () => {
  test('every prop reaches the manifest', () => {
    const everything: Required<ExternalSecretProps> = {
      store: SecretStore.namespaced('vault'),
      data: { '.dockerconfigjson': { key: 'registry', property: 'a.b', version: '3', decode: 'Base64' } },
      dataFrom: [{ key: 'prod/all' }, { key: 'prod/more', version: '2' }],
      refresh: Duration.minutes(90),
      type: 'kubernetes.io/dockerconfigjson',
    };
    expect(theOne(unitWith(everything), 'ExternalSecret').spec).toEqual({
      refreshPolicy: 'Periodic',
      refreshInterval: '1h30m0s',
      secretStoreRef: { kind: 'SecretStore', name: 'vault' },
      target: {
        name: 'hospital',
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: {
          type: 'kubernetes.io/dockerconfigjson',
          engineVersion: 'v2',
          mergePolicy: 'Replace',
          metadata: {
            labels: {
              'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
              'app.kubernetes.io/part-of': 'clinic',
              'cdk8s-wso2-mi/unit': 'clinic',
            },
          },
        },
      },
      data: [
        {
          secretKey: '.dockerconfigjson',
          remoteRef: { ...AS_FILLED_IN, key: 'registry', property: 'a.b', version: '3', decodingStrategy: 'Base64' },
        },
      ],
      dataFrom: [
        { extract: { ...AS_FILLED_IN, key: 'prod/all' } },
        { extract: { ...AS_FILLED_IN, key: 'prod/more', version: '2' } },
      ],
    });
  });

  test('what is left out has the default of the documentation', () => {
    expect(theOne(unitWith({}), 'ExternalSecret')).toEqual({
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: {
        name: 'hospital',
        namespace: 'clinic',
        labels: {
          'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
          'app.kubernetes.io/part-of': 'clinic',
          'cdk8s-wso2-mi/unit': 'clinic',
        },
      },
      spec: {
        refreshPolicy: 'Periodic',
        refreshInterval: '1h0m0s',
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'aws' },
        target: { name: 'hospital', creationPolicy: 'Owner', deletionPolicy: 'Retain' },
        data: [{ secretKey: 'password', remoteRef: { ...AS_FILLED_IN, key: 'prod/hospital', property: 'password' } }],
      },
    });
  });
});

test.each([
  [Duration.seconds(0), '0s'],
  [Duration.seconds(30), '30s'],
  [Duration.seconds(90), '1m30s'],
  [Duration.hours(24), '24h0m0s'],
])('a refresh of %s is written as the operator writes it', (refresh, text) => {
  expect(theOne(unitWith({ refresh }), 'ExternalSecret').spec).toMatchObject({ refreshInterval: text });
});

test('its keys are known where all of them are named', () => {
  const unit = newUnit(newFleet(), 'clinic');
  expect(new ExternalSecret(unit, 'named', { store, data }).keys).toEqual(['password']);
  expect(new ExternalSecret(unit, 'whole', { store, data, dataFrom: [{ key: 'all' }] }).keys).toBeUndefined();
});

test('in a namespace that units share, the Secret carries the unit', () => {
  const unit = new BusinessUnit(newFleet(), 'clinic', { contact: 'x', namespace: UnitNamespace.existing('shared') });
  const secret = new ExternalSecret(unit, 'hospital', { store, data });
  expect(secret.secretName).toBe('clinic-hospital');
  expect(theOne(unit, 'ExternalSecret')).toMatchObject({
    metadata: { name: 'clinic-hospital', namespace: 'shared' },
    spec: { target: { name: 'clinic-hospital' } },
  });
});

const OF = 'of external secret "clinic/hospital"';

test.each([
  [
    'no value',
    { data: {} },
    `data ${OF} must name a value, got none; write data: { password: { key: … } } or dataFrom: [{ key: … }]`,
  ],
  [
    'a place without a name',
    { data: { password: { key: '' } } },
    `data.password.key ${OF} must be one line of text without space around it, got ""`,
  ],
  [
    'a whole secret without a name',
    { dataFrom: [{ key: 'a' }, { key: '' }] },
    `dataFrom[1].key ${OF} must be one line of text without space around it, got ""`,
  ],
  [
    'a refresh of half a second',
    { refresh: Duration.millis(500) },
    `refresh ${OF} must be a whole number of seconds from 0 to 86400, got 0.5`,
  ],
  [
    'a refresh of two days',
    { refresh: Duration.days(2) },
    `refresh ${OF} must be a whole number of seconds from 0 to 86400, got 172800`,
  ],
])('fails when there is %s', (_what, props, message) => {
  expect(errorOf(() => unitWith(props))).toBe(message);
});

test('fails when the Secret cannot be named by its id', () => {
  const fleet = newFleet();
  new ExternalSecret(newUnit(fleet, 'clinic'), 'Hospital', { store, data });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'id of external secret "clinic/Hospital" must be lower-case letters, digits and "-", begin with a letter, ' +
        'not end with "-", and have at most 63 characters, got "Hospital"',
    ),
  );
});

test('fails when a unit has two things of one id', () => {
  const unit = unitWith({});
  expect(errorOf(() => new ExternalSecret(unit, 'hospital', { store, data }))).toBe(
    'id of external secret "hospital" must be used once in its scope, got it again after "clinic/hospital"; ' +
      'give one of the two another id',
  );
});
