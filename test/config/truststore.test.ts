import { ConfigFile, EnvValue, Keystore, MiTenant, Scaling, Truststore, type TruststoreProps } from '../../lib';
import { addedBy, imageOf, secretVariable } from '../config-parts';
import { errorOf, newFleet, newUnit, podOf, sentencesOf, serverOf, tomlOf } from '../manifests';

const path = 'repository/resources/security/company.p12';

test('every prop reaches file, variable and deployment.toml', () => {
  const everything: Required<TruststoreProps> = { file: 'company.p12', password: 'store-password', type: 'PKCS12' };
  expect(addedBy(Truststore.fromSecret('company-ca', everything), imageOf('4.4.0'))).toEqual({
    env: [secretVariable('TRUSTSTORE_PASSWORD', 'company-ca', 'store-password')],
    toml: { truststore: { file_name: path, type: 'PKCS12', password: '$env{TRUSTSTORE_PASSWORD}' } },
    projections: [{ secret: { name: 'company-ca', items: [{ key: 'company.p12', path }] } }],
    secrets: [{ secretName: 'company-ca' }],
  });
});

test('a truststore of which no more is said is a JKS', () => {
  expect(
    addedBy(Truststore.fromSecret('company-ca', { file: 'ca.jks', password: 'password' }), imageOf('4.4.0')),
  ).toMatchObject({ toml: { truststore: { type: 'JKS' } } });
});

test.each([
  ['1.1.0', 'company.p12'],
  ['1.2.0', 'company.p12'],
  ['4.0.0', path],
  ['4.6.0', path],
] as const)('release %s finds the file under the name %s, and it is mounted in one place', (release, file_name) => {
  const value = Truststore.fromSecret('company-ca', { file: 'company.p12', password: 'password' });
  expect(addedBy(value, imageOf(release))).toMatchObject({
    toml: { truststore: { file_name } },
    projections: [{ secret: { items: [{ key: 'company.p12', path }] } }],
  });
});

test('the key of the product’s own encryption keeps its name in it', () => {
  const unit = newUnit();
  const truststore = Truststore.fromSecret('company-ca', { file: 'company.jks', password: 'password' });
  new MiTenant(unit, 'orders', { image: imageOf('4.4.0'), scaling: Scaling.fixed(2), config: { truststore } });
  expect(tomlOf(unit)).toMatchObject({
    truststore: {
      file_name: 'repository/resources/security/company.jks',
      type: 'JKS',
      password: '$env{TRUSTSTORE_PASSWORD}',
    },
  });
});

test('authorities of PEM files are put into a copy of the stores of the image before the server starts', () => {
  const unit = newUnit();
  const truststore = Truststore.withAuthorities([
    ConfigFile.fromSecret('icp-ca', 'ca.crt'),
    ConfigFile.fromConfigMap('company', 'ca.pem'),
  ]);
  new MiTenant(unit, 'orders', { image: imageOf('4.6.0'), scaling: Scaling.fixed(2), config: { truststore } });
  const pod = podOf(unit);
  const folder = '/home/wso2carbon/wso2mi-4.6.0/repository/resources/security';
  const [container] = pod.initContainers ?? [];
  expect(container).toMatchObject({
    name: 'authorities',
    image: 'registry.example.com/integration/orders:1.0.0-mi4.6.0',
    command: [
      'sh',
      '-c',
      expect.stringContaining('keytool'),
      'authorities',
      folder,
      '/mnt/security-stores',
      '/mnt/authorities',
    ],
    env: [{ name: 'TRUSTSTORE_OPENED_BY', value: 'wso2carbon' }],
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    volumeMounts: [
      { name: 'security-stores', mountPath: '/mnt/security-stores' },
      { name: 'authorities', mountPath: '/mnt/authorities', readOnly: true },
    ],
  });
  expect(pod.volumes).toEqual(
    expect.arrayContaining([
      {
        name: 'authorities',
        projected: {
          sources: [
            { secret: { name: 'icp-ca', items: [{ key: 'ca.crt', path: '1.pem' }] } },
            { configMap: { name: 'company', items: [{ key: 'ca.pem', path: '2.pem' }] } },
          ],
        },
      },
      { name: 'security-stores', emptyDir: { sizeLimit: '16Mi' } },
    ]),
  );
  expect(serverOf(unit).volumeMounts).toContainEqual({ name: 'security-stores', mountPath: folder });
  expect(tomlOf(unit)).toMatchObject({
    truststore: { file_name: 'repository/resources/security/client-truststore.jks', password: 'wso2carbon' },
  });
});

test('a truststore of the image with another password is opened by it', () => {
  const password = EnvValue.fromSecret('stores', 'truststore');
  const unit = newUnit();
  const truststore = Truststore.withAuthorities([ConfigFile.fromSecret('icp-ca', 'ca.crt')], { password });
  new MiTenant(unit, 'orders', { image: imageOf('4.6.0'), scaling: Scaling.fixed(2), config: { truststore } });
  expect(podOf(unit).initContainers?.[0]?.env).toEqual([
    secretVariable('TRUSTSTORE_OPENED_BY', 'stores', 'truststore'),
  ]);
  expect(tomlOf(unit)).toMatchObject({ truststore: { password: '$env{TRUSTSTORE_PASSWORD}' } });
  expect(errorOf(() => Truststore.withAuthorities(Object.assign([], { length: 0 }) as unknown as [ConfigFile]))).toBe(
    'files of truststore "of the image" must name at least one PEM file, got none',
  );
});

test.each<[string, string, TruststoreProps, string]>([
  [
    'in a folder',
    'company-ca',
    { file: 'tls/ca.jks', password: 'password' },
    'file of truststore "company-ca" must be a file name without a folder, got "tls/ca.jks"',
  ],
  [
    'in the place of the product’s own',
    'company-ca',
    { file: 'client-truststore.jks', password: 'password' },
    'file of truststore "company-ca" must not take the place of a store of the product, got "client-truststore.jks"; ' +
      'name it after the host that it serves',
  ],
  [
    'of a type that the product does not read',
    'company-ca',
    { file: 'ca.pem', password: 'password', type: JSON.parse('"PEM"') as 'JKS' },
    'type of truststore "company-ca" must be JKS or PKCS12, got "PEM"',
  ],
  [
    'in a Secret that cannot be',
    'Company CA',
    { file: 'ca.jks', password: 'password' },
    'name of truststore "Company CA" must be a DNS subdomain, as Kubernetes names objects, got "Company CA"',
  ],
  [
    'whose password has no key',
    'company-ca',
    { file: 'ca.jks', password: '' },
    'key of Secret "company-ca" must be letters, digits, "-", "_" and ".", not "." and not beginning with "..", got ""',
  ],
])('a truststore %s is refused', (_what, secret, props, message) => {
  expect(errorOf(() => Truststore.fromSecret(secret, props))).toBe(message);
});

test('fails when it has the file name of the tenant’s keystore, since the API server takes a path once', () => {
  const fleet = newFleet();
  const store = { file: 'orders.jks', password: 'password' };
  new MiTenant(newUnit(fleet), 'orders', {
    image: imageOf('4.4.0'),
    scaling: Scaling.fixed(2),
    tls: Keystore.fromSecret('orders-tls', store),
    config: { truststore: Truststore.fromSecret('company-ca', store) },
  });
  expect(sentencesOf(() => fleet.render())).not.toEqual([]);
});
