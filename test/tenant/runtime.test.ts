import {
  ConfigFile,
  EnvSource,
  EnvValue,
  Keystore,
  type MiTenantProps,
  Scaling,
  SecureVault,
  Truststore,
} from '../../lib';
import { runtimeOf } from '../../lib/tenant/runtime-of';
import { base, newTenant, ofKind } from '../manifests';

const RELOAD = 'secret.reloader.stakater.com/reload';

/** The Secrets for which Reloader rolls the workload. */
function reloadsFor(props: Partial<MiTenantProps<'app'>>): string | undefined {
  const { unit } = newTenant(props);
  const [workload] = [...ofKind(unit, 'Deployment'), ...ofKind(unit, 'StatefulSet')];
  return workload?.metadata.annotations?.[RELOAD];
}

const everything: Partial<MiTenantProps<'app'>> = {
  env: {
    STOCK_PASSWORD: EnvValue.fromSecret('stock-api', 'password'),
    STOCK_USER: EnvValue.fromSecret('stock-api', 'user'),
    REGION: EnvValue.fromConfigMap('site', 'region'),
    STAGE: 'test',
  },
  envFrom: [EnvSource.secret('mq'), EnvSource.configMap('site'), EnvSource.secret('stock-api')],
  tls: Keystore.fromSecret('orders-tls', { file: 'orders.jks', password: 'password', keyPassword: 'key' }),
  config: {
    truststore: Truststore.fromSecret('company-ca', { file: 'company.jks', password: 'password' }),
    vault: SecureVault.fromSecret('vault', { password: 'password', file: 'vault.jks' }),
    files: {
      'conf/a': ConfigFile.fromSecret('files', 'a'),
      'conf/b': ConfigFile.fromSecret('files', 'b'),
      'conf/c': ConfigFile.fromConfigMap('more', 'c'),
    },
  },
};

test('a tenant that is to roll names each Secret that it reads, and once only', () => {
  const names = reloadsFor({ ...everything, lifecycle: { onSecretChange: 'roll' } })?.split(',') ?? [];
  expect([...names].sort()).toEqual(['company-ca', 'files', 'mq', 'orders-tls', 'stock-api', 'vault']);
});

test('it names each ConfigMap that it reads too, as variables, as files and whole, but not its own', () => {
  const { unit } = newTenant({ ...everything, lifecycle: { onSecretChange: 'roll' } });
  const [workload] = ofKind(unit, 'Deployment');
  expect(workload?.metadata.annotations?.['configmap.reloader.stakater.com/reload']).toBe('site,more');
  expect(ofKind(newTenant(everything).unit, 'Deployment')[0]?.metadata.annotations).not.toHaveProperty([
    'configmap.reloader.stakater.com/reload',
  ]);
});

test('the names are in an order of their own, the same in each render', () => {
  const roll = { ...everything, lifecycle: { onSecretChange: 'roll' } } as const;
  expect(reloadsFor(roll)).toBe(reloadsFor(roll));
});

test('a singleton rolls too', () => {
  expect(reloadsFor({ ...everything, scaling: Scaling.singleton(), lifecycle: { onSecretChange: 'roll' } })).toContain(
    'stock-api',
  );
});

test('a tenant that is to keep its pods, or says nothing, asks nobody', () => {
  expect(reloadsFor(everything)).toBeUndefined();
  expect(reloadsFor({ ...everything, lifecycle: { onSecretChange: 'keep' } })).toBeUndefined();
});

test('a tenant without Secrets asks nobody, whatever it says', () => {
  expect(reloadsFor({ lifecycle: { onSecretChange: 'roll' } })).toBeUndefined();
});

test('the annotation is on the workload, where Reloader looks, and on no other object', () => {
  const { unit } = newTenant({ ...everything, lifecycle: { onSecretChange: 'roll' } });
  const annotated = unit.toJson().filter((manifest) => JSON.stringify(manifest).includes(RELOAD));
  expect(annotated.map(({ kind }) => kind)).toEqual(['Deployment']);
});

test('what its objects are called by, what selects its pods and which Secrets they read is known when it is resolved', () => {
  const tenant = newTenant();
  const { image, ...props } = { image: base.withApp('orders', '2.0.0'), scaling: Scaling.fixed(1), ...everything };
  const runtime = runtimeOf(tenant, 'orders-canary', 'orders-trial', image, props);
  const selector = { 'app.kubernetes.io/instance': 'orders-trial', 'app.kubernetes.io/part-of': 'retail' };
  expect(runtime.selector).toEqual(selector);
  expect(runtime.metadata).toMatchObject({ name: 'orders-canary', labels: selector });
  expect(runtime.secrets.map(({ secretName }) => secretName).sort()).toEqual([
    'company-ca',
    'files',
    'mq',
    'orders-tls',
    'stock-api',
    'vault',
  ]);
});
