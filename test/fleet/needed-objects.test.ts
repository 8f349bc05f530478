import { Duration } from 'cdk8s';
import {
  ArgoStep,
  BusinessUnit,
  ConfigFile,
  CsiSecret,
  EnvSource,
  EnvValue,
  ExternalSecret,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiTenant,
  type PodProps,
  Route,
  Scaling,
  SecretProvider,
  SecretStore,
  Tls,
} from '../../lib';
import { base, newFleet } from '../manifests';

const NEEDED = '# Must be there before the first apply: ';

function headerOf(compose: (unit: BusinessUnit, via: LoadBalancer) => void, tls?: Tls): string[] {
  const fleet = newFleet();
  const unit = new BusinessUnit(fleet, 'retail', { contact: '#retail', pullSecrets: ['registry-login'] });
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.nginx(),
    hosts: { 'shop.example.com': 'retail' },
    tls: tls && { 'shop.example.com': tls },
  });
  compose(unit, via);
  const text = fleet.render().get('retail.k8s.yaml') ?? '';
  return text.split('\n').filter((line) => line.startsWith('#'));
}

const image = base.withApp('orders', '1.0.0');
const scaling = Scaling.fixed(2);

function neededBy(compose: (unit: BusinessUnit, via: LoadBalancer) => void, tls?: Tls): string | undefined {
  return headerOf(compose, tls)
    .find((line) => line.startsWith(NEEDED))
    ?.slice(NEEDED.length);
}

test('a file says which Secrets and ConfigMaps somebody else must have made', () => {
  const needed = neededBy((unit, via) => {
    const tenant = new MiTenant(unit, 'orders', {
      image,
      scaling,
      tls: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
      env: { STOCK: EnvValue.fromSecret('stock-api', 'password'), SITE: EnvValue.fromConfigMap('site', 'name') },
      envFrom: [EnvSource.secret('everything'), EnvSource.configMap('settings')],
      config: {
        files: {
          'conf/a': ConfigFile.fromSecret('files', 'a'),
          'conf/b': 'text',
          'conf/c': ConfigFile.fromConfigMap('texts', 'c'),
        },
      },
    });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http('shop.example.com', { to: tenant.http })] });
  }, Tls.secret('shop-tls'));
  expect(needed?.split(', ')).toEqual([
    'ConfigMap settings',
    'ConfigMap site',
    'ConfigMap texts',
    'Secret everything',
    'Secret files',
    'Secret orders-keystore',
    'Secret registry-login',
    'Secret shop-tls',
    'Secret stock-api',
  ]);
});

test.each<[string, PodProps]>([
  ['a label', { labels: { configMap: 'often' } }],
  ['an annotation', { annotations: { secretRef: 'often' } }],
  ['a node selector', { nodeSelector: { secret: 'true' } }],
  [
    'a selector of other pods',
    {
      affinity: {
        podAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { topologyKey: 'zone', labelSelector: { matchLabels: { secretName: 'often' } } },
          ],
        },
      },
    },
  ],
])('%s of that word names nothing', (_, pod) => {
  expect(neededBy((unit) => new MiTenant(unit, 'orders', { image, scaling, pod }))).toBe('Secret registry-login');
});

test('what the file brings itself, or cert-manager makes, is not among them', () => {
  const needed = neededBy((unit, via) => {
    const stock = new ExternalSecret(unit, 'stock-api', {
      store: SecretStore.cluster('vault'),
      data: { password: { key: 'stock' } },
      refresh: Duration.hours(1),
    });
    const env = { STOCK: EnvValue.fromSecret(stock, 'password') };
    const tenant = new MiTenant(unit, 'orders', { image, scaling, env });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http('shop.example.com', { to: tenant.http })] });
  }, Tls.clusterIssuer('letsencrypt'));
  expect(needed).toBe('Secret registry-login');
});

const values = { store: { key: 'orders/keystore' } };
const login = 'provider-login';

test.each([
  ['aws', SecretProvider.aws({ region: 'eu-west-1' }), undefined],
  ['azure', SecretProvider.azure({ keyVault: 'vault', tenantId: 'directory', login }), login],
  ['azure', SecretProvider.azure({ keyVault: 'vault', tenantId: 'directory', clientId: 'orders' }), undefined],
  ['gcp', SecretProvider.gcp({ login }), login],
  ['gcp', SecretProvider.gcp(), undefined],
  ['vault', SecretProvider.of('vault', { roleName: 'orders', objects: '[]' }), undefined],
  ['oci', SecretProvider.of('oci', { secrets: '[]' }, { login }), login],
])(
  '%s: the head names the Secret that the provider logs in by, if there is one, and what it fetches',
  (name, provider, secret) => {
    const header = headerOf((unit) => {
      const store = new CsiSecret(unit, 'store', { provider, values });
      new MiTenant(unit, 'orders', { image, scaling, env: { STORE: EnvValue.fromSecret(store, 'store') } });
    });
    const secrets = [...(secret === undefined ? [] : [`Secret ${secret}`]), 'Secret registry-login'];
    // In a provider's own words a key is the name of a mounted file.
    const fetched = ['vault', 'oci'].includes(name)
      ? []
      : [`# Must be in the stores before the first apply: ${name} orders/keystore`];
    const needed = `${NEEDED}${secrets.join(', ')}`;
    expect(header.slice(header.indexOf(needed))).toEqual([needed, ...fetched]);
  },
);

test('what External Secrets fetches is named with its store', () => {
  const header = headerOf((unit) => {
    new ExternalSecret(unit, 'one', {
      store: SecretStore.cluster('vault'),
      data: { password: { key: 'stock' } },
      dataFrom: [{ key: 'orders' }],
    });
    new ExternalSecret(unit, 'two', { store: SecretStore.namespaced('aws'), data: { password: { key: 'stock' } } });
  });
  expect(header.at(-1)).toBe(
    '# Must be in the stores before the first apply: ClusterSecretStore vault orders, ClusterSecretStore vault stock, SecretStore aws stock',
  );
});

test('a Gateway names the certificates that it shows, in its own namespace', () => {
  const fleet = newFleet();
  const unit = new BusinessUnit(fleet, 'retail', { contact: '#retail' });
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.gatewayApi({ gatewayClass: 'envoy', namespace: 'gateways' }),
    hosts: { 'shop.example.com': 'retail' },
    tls: { 'shop.example.com': Tls.secret('shop-tls') },
  });
  const tls = Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password', ca: 'orders-ca' });
  const tenant = new MiTenant(unit, 'orders', { image, scaling, tls });
  new GatewayIngress(unit, 'routes', { via, routes: [Route.http('shop.example.com', { to: tenant.https })] });
  const files = [...fleet.render().values()].map((text) => text.split('\n').filter((line) => line.includes('Must be')));
  expect(files.sort()).toEqual([
    [`${NEEDED}ConfigMap orders-ca, Secret orders-keystore`],
    ['# Must be there in namespace gateways before the first apply: Secret shop-tls'],
  ]);
});

test('the command that stops all of it names Rollouts where there are some', () => {
  const stopOf = (how: Scaling<'app'>) =>
    headerOf((unit) => new MiTenant(unit, 'orders', { image, scaling: how })).find((line) => line.includes('Stop all'));
  const stop = (kinds: string) =>
    `# Stop all of it: kubectl -n retail scale ${kinds} -l cdk8s-wso2-mi/unit=retail --replicas=0`;
  expect(stopOf(scaling)).toBe(stop('deployment,statefulset'));
  expect(stopOf(Scaling.fixed(2, { argoSteps: [ArgoStep.weight(50)] }))).toBe(stop('deployment,statefulset,rollout'));
});
