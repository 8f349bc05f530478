import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { BusinessUnit, CsiSecret, ExternalSecret, Fleet, SecretProvider, SecretStore } from '../../lib';
import { type Manifest, manifestsOf } from '../manifests';
import { type Cluster, currentKubeconfig, startCluster } from './cluster';
import { applyCrds } from './crds';

const hospital = { key: 'prod/hospital', property: 'password' };
const keystore = { key: 'keystore', version: '3', decode: 'Base64' } as const;

const WRITTEN: ReadonlyArray<readonly [string, (unit: BusinessUnit) => unknown]> = [
  [
    'named values of a store of the cluster',
    (unit) => new ExternalSecret(unit, 'named', { store: SecretStore.cluster('aws'), data: { password: hospital } }),
  ],
  [
    'whole secrets of a store of the namespace, of a type of their own',
    (unit) =>
      new ExternalSecret(unit, 'whole', {
        store: SecretStore.namespaced('vault'),
        data: { '.dockerconfigjson': keystore },
        dataFrom: [{ key: 'prod/all' }],
        refresh: Duration.minutes(90),
        type: 'kubernetes.io/dockerconfigjson',
      }),
  ],
  [
    'values that AWS mounts',
    (unit) => new CsiSecret(unit, 'aws', { provider: SecretProvider.aws(), values: { password: hospital } }),
  ],
  [
    'values that Azure mounts',
    (unit) => {
      const provider = SecretProvider.azure({ keyVault: 'clinic-kv', tenantId: 'tenant', clientId: 'client' });
      return new CsiSecret(unit, 'azure', { provider, values: { 'keystore.jks': keystore } });
    },
  ],
  [
    'values that Google mounts',
    (unit) => {
      const values = { password: { key: 'projects/clinic/secrets/password' } };
      return new CsiSecret(unit, 'gcp', { provider: SecretProvider.gcp(), values });
    },
  ],
  [
    'values that another provider mounts',
    (unit) => {
      const provider = SecretProvider.of('vault', { roleName: 'clinic', objects: '- objectName: db' });
      return new CsiSecret(unit, 'vault', { provider, values: { password: { key: 'db' } } });
    },
  ],
];

const describeSecrets = currentKubeconfig === undefined ? describe : describe.skip;

describeSecrets('Secrets from outside, by the definitions of those who bring them', () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster('newest');
    await applyCrds(cluster.kubectl, 'external-secrets');
    await applyCrds(cluster.kubectl, 'secrets-store-csi-driver');
  });

  afterAll(async () => cluster?.stop());

  test.each(WRITTEN)('%s are accepted to the last field, and kept as they were written', async (_what, write) => {
    const fleet = new Fleet({ outdir: join(tmpdir(), 'never-written') });
    const unit = new BusinessUnit(fleet, 'clinic', { contact: 'somebody@example.com' });
    write(unit);
    const input = [...fleet.render().values()].join('---\n');
    const answer = await cluster.kubectl.run(['apply', '--server-side', '--validate=strict', '-f', '-'], { input });
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    const [, declared] = manifestsOf(unit);
    expect(await keptSpec(declared)).toEqual(declared?.spec);
  });

  async function keptSpec(declared: Manifest | undefined): Promise<unknown> {
    const { kind, metadata } = declared ?? {};
    const json = await cluster.kubectl.ok(['get', `${kind}/${metadata?.name}`, '-n', 'clinic', '-o', 'json']);
    return (JSON.parse(json) as Manifest).spec;
  }
});
