import { BusinessUnit, UnitNamespace } from '../../lib';
import { CsiSecret, type CsiSecretProps } from '../../lib/secret/csi-secret';
import { SecretProvider } from '../../lib/secret/secret-provider';
import { errorOf, newFleet, newUnit, refusalOf, theOne } from '../manifests';

const everything: Required<CsiSecretProps> = {
  provider: SecretProvider.aws({ region: 'eu-west-1' }),
  values: { password: { key: 'prod/hospital' } },
};

test('every prop reaches the manifest; the Secret is filled from the files that the provider mounts', () => {
  const unit = newUnit(newFleet(), 'clinic');
  new CsiSecret(unit, 'hospital', everything);
  expect(theOne(unit, 'SecretProviderClass')).toEqual({
    apiVersion: 'secrets-store.csi.x-k8s.io/v1',
    kind: 'SecretProviderClass',
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
      provider: 'aws',
      parameters: {
        region: 'eu-west-1',
        objects: '- objectName: prod/hospital\n  objectType: secretsmanager\n  objectAlias: password.value\n',
      },
      secretObjects: [
        {
          secretName: 'hospital',
          type: 'Opaque',
          labels: {
            'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
            'app.kubernetes.io/part-of': 'clinic',
            'cdk8s-wso2-mi/unit': 'clinic',
          },
          data: [{ key: 'password', objectName: 'password.value' }],
        },
      ],
    },
  });
});

test('it says what a pod must mount for the Secret to be made, and which keys it will have', () => {
  const unit = new BusinessUnit(newFleet(), 'clinic', { contact: 'x', namespace: UnitNamespace.existing('shared') });
  const { secretName, keys, csi } = new CsiSecret(unit, 'hospital', everything);
  expect({ secretName, keys, csi }).toEqual({
    secretName: 'clinic-hospital',
    keys: ['password'],
    csi: {
      driver: 'secrets-store.csi.k8s.io',
      readOnly: true,
      volumeAttributes: { secretProviderClass: 'clinic-hospital' },
    },
  });
});

test.each([
  ['no value', {}, 'values OF must name a value, got none; write values: { password: { key: … } }'],
  [
    'a place without a name',
    { a: { key: '' } },
    'values.a.key OF must be one line of text without space around it, got ""',
  ],
  [
    'what the provider cannot tell apart',
    { a: { key: 'b', decode: 'Base64' as const } },
    'values.a.decode OF must be left out for aws, got "Base64"; keep the value by itself in the store, or take an ExternalSecret',
  ],
])('fails when there is %s', (_what, values, message) => {
  const unit = newUnit(newFleet(), 'clinic');
  expect(errorOf(() => new CsiSecret(unit, 'hospital', { ...everything, values }))).toBe(
    message.replace('OF', 'of CSI secret "clinic/hospital"'),
  );
});

test('fails when the Secret cannot be named by its id', () => {
  const fleet = newFleet();
  new CsiSecret(newUnit(fleet, 'clinic'), 'Hospital', everything);
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'id of CSI secret "clinic/Hospital" must be lower-case letters, digits and "-", begin with a letter, ' +
        'not end with "-", and have at most 63 characters, got "Hospital"',
    ),
  );
});
