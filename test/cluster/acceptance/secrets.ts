import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import {
  BusinessUnit,
  CsiSecret,
  EnvSource,
  EnvValue,
  ExternalSecret,
  Fleet,
  MiBaseImage,
  MiTenant,
  Patch,
  Scaling,
  SecretProvider,
  SecretStore,
  SharedVolume,
  VolumeSource,
} from '../../../lib';
import { type Manifest, manifestsOf } from '../../manifests';
import type { Cluster } from '../cluster';
import type { KubectlResult } from '../kubectl';
import { unlikeKept } from '../whole-objects';

const UNIT = 'records';
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

/** Secrets from outside, by the definitions of those who bring them. */
export function describeSecrets(cluster: () => Cluster): void {
  test.each(WRITTEN)('%s are accepted to the last field, and kept as they were written', async (_what, write) => {
    const fleet = new Fleet({ outdir: join(tmpdir(), 'never-written') });
    const unit = new BusinessUnit(fleet, UNIT, { contact: 'somebody@example.com' });
    write(unit);
    expect(await applied(fleet)).toMatchObject({ code: 0, stderr: '' });
    expect(await unlikeKept(cluster().kubectl, [...fleet.render().values()])).toEqual([]);
    const [, declared] = manifestsOf(unit);
    expect(await keptSpec(declared)).toEqual(declared?.spec);
  });

  test('a tenant that uses them, with CARs of a volume, a group and a patch, is accepted without a warning', async () => {
    const fleet = new Fleet({ kubernetes: '1.33', outdir: join(tmpdir(), 'never-written') });
    const unit = new BusinessUnit(fleet, 'lab', { contact: 'somebody@example.com' });
    const store = SecretStore.cluster('aws');
    const fetched = new ExternalSecret(unit, 'fetched', { store, data: { password: hospital } });
    const mounted = new CsiSecret(unit, 'mounted', { provider: SecretProvider.aws(), values: { token: hospital } });
    const source = VolumeSource.nfs('nfs01.example.com', '/export');
    const cars = new SharedVolume(unit, 'cars', { source });
    const results = new SharedVolume(unit, 'results', { source, group: 2000 });
    const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0' });
    const tenant = new MiTenant(unit, 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
      env: { DB_PASSWORD: EnvValue.fromSecret(fetched, 'password') },
      envFrom: [EnvSource.secret(mounted, { prefix: 'API_' })],
      mounts: [cars.asCarbonApps(), results.at('/mnt/results')],
    });
    Patch.of(tenant, 'Service').add('/spec/trafficDistribution', 'PreferClose');
    Patch.of(tenant, 'Deployment').add('/spec/template/spec/schedulerName', 'default-scheduler');
    expect(await applied(fleet)).toMatchObject({ code: 0, stderr: '' });
    expect(await unlikeKept(cluster().kubectl, [...fleet.render().values()])).toEqual([]);
    const [deployment] = manifestsOf(unit).filter(({ kind }) => kind === 'Deployment');
    expect(deployment?.spec?.template?.spec).toMatchObject({
      securityContext: { fsGroup: 2000 },
      volumes: expect.arrayContaining([{ name: 'secret-mounted', csi: mounted.csi }]),
      containers: [
        {
          volumeMounts: expect.arrayContaining([
            {
              name: 'shared-cars',
              mountPath: '/home/wso2carbon/wso2mi-4.4.0/repository/deployment/server/carbonapps',
              readOnly: true,
            },
          ]),
        },
      ],
    });
  });

  async function applied(fleet: Fleet): Promise<KubectlResult> {
    const input = [...fleet.render().values()].join('---\n');
    return cluster().kubectl.run(['apply', '--server-side', '--validate=strict', '-f', '-'], { input });
  }

  async function keptSpec(declared: Manifest | undefined): Promise<unknown> {
    const { kind, metadata } = declared ?? {};
    const json = await cluster().kubectl.ok(['get', `${kind}/${metadata?.name}`, '-n', UNIT, '-o', 'json']);
    return (JSON.parse(json) as Manifest).spec;
  }
}
