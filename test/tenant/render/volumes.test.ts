import {
  ConfigFile,
  EnvSource,
  EnvValue,
  Keystore,
  type MiTenantProps,
  type NamedSecret,
  SecureVault,
  Truststore,
} from '../../../lib';
import { newTenant, podOf, saidOf, serverOf } from '../../manifests';

const csi = (provider: string) => ({
  driver: 'secrets-store.csi.k8s.io',
  readOnly: true,
  volumeAttributes: { secretProviderClass: provider },
});
const stock: NamedSecret = { secretName: 'stock-api', csi: csi('stock-api') };

/** The volumes that bring Secrets, and where the server sees them. */
function broughtBy(props: Partial<MiTenantProps<'app'>>): unknown {
  const { unit } = newTenant(props);
  return {
    volumes: podOf(unit).volumes?.filter(({ name }) => String(name).startsWith('secret-')),
    mounts: serverOf(unit).volumeMounts?.filter(({ name }) => String(name).startsWith('secret-')),
  };
}

const STOCK = {
  volumes: [{ name: 'secret-stock-api', csi: csi('stock-api') }],
  mounts: [{ name: 'secret-stock-api', mountPath: '/mnt/secrets-store/stock-api', readOnly: true }],
};

// The Secrets Store CSI driver makes a Secret when a pod mounts its volume, so every Secret that is used is mounted.
test.each<[string, Partial<MiTenantProps<'app'>>]>([
  ['a variable', { env: { STOCK_PASSWORD: EnvValue.fromSecret(stock, 'password') } }],
  ['all its keys as variables', { envFrom: [EnvSource.secret(stock)] }],
  ['a keystore', { tls: Keystore.fromSecret(stock, { file: 'a.jks', password: 'password' }) }],
  ['a truststore', { config: { truststore: Truststore.fromSecret(stock, { file: 'a.jks', password: 'password' }) } }],
  ['a vault', { config: { vault: SecureVault.fromSecret(stock, { password: 'password' }) } }],
  ['a file', { config: { files: { 'conf/a': ConfigFile.fromSecret(stock, 'a') } } }],
])('a Secret that a mount brings is mounted when it is used as %s', (_, props) => {
  expect(broughtBy(props)).toEqual(STOCK);
});

test('a Secret that is used many times is mounted once', () => {
  expect(
    broughtBy({
      env: { A: EnvValue.fromSecret(stock, 'a'), B: EnvValue.fromSecret({ ...stock }, 'b') },
      envFrom: [EnvSource.secret(stock)],
      tls: Keystore.fromSecret(stock, { file: 'a.jks', password: 'password' }),
    }),
  ).toEqual(STOCK);
});

test('each of several Secrets has a volume of its own', () => {
  const other: NamedSecret = { secretName: 'orders-tls', csi: csi('orders-tls') };
  const env = { A: EnvValue.fromSecret(stock, 'a') };
  expect(broughtBy({ env, tls: Keystore.fromSecret(other, { file: 'a.jks', password: 'password' }) })).toEqual({
    volumes: expect.arrayContaining([
      { name: 'secret-stock-api', csi: csi('stock-api') },
      { name: 'secret-orders-tls', csi: csi('orders-tls') },
    ]),
    mounts: expect.arrayContaining([
      { name: 'secret-stock-api', mountPath: '/mnt/secrets-store/stock-api', readOnly: true },
      { name: 'secret-orders-tls', mountPath: '/mnt/secrets-store/orders-tls', readOnly: true },
    ]),
  });
});

test('a Secret that is there by itself needs no volume', () => {
  expect(broughtBy({ env: { A: EnvValue.fromSecret('stock-api', 'a') } })).toEqual({ volumes: [], mounts: [] });
});

test('every volume of a pod is mounted, and every mount has its volume', () => {
  const { unit } = newTenant({
    env: { A: EnvValue.fromSecret(stock, 'a') },
    pod: {
      volumes: [{ name: 'scratch', emptyDir: {} }],
      volumeMounts: [{ name: 'scratch', mountPath: '/mnt/scratch' }],
    },
  });
  const volumes = podOf(unit).volumes?.map(({ name }) => name);
  expect(serverOf(unit).volumeMounts?.map(({ name }) => name)).toEqual(volumes);
});

test('a Secret that is named once by its name and once by what brings it is mounted', () => {
  const env = { A: EnvValue.fromSecret(stock, 'a'), B: EnvValue.fromSecret('stock-api', 'b') };
  expect(broughtBy({ env })).toEqual(STOCK);
});

test.each(['stock.api', 's'.repeat(60)])(
  'a Secret whose name no volume can have is mounted under one that a volume can have: %s',
  (secretName) => {
    expect(saidOf({ env: { A: EnvValue.fromSecret({ ...stock, secretName }, 'a') } })).toEqual([]);
  },
);
