import { Duration } from 'cdk8s';
import {
  ArgoStep,
  BusinessUnit,
  ConfigFile,
  EnvSource,
  EnvValue,
  ExternalSecret,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
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
      config: { files: { 'conf/a': ConfigFile.fromSecret('files', 'a'), 'conf/b': 'text' } },
    });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http('shop.example.com', { to: tenant.http })] });
  }, Tls.secret('shop-tls'));
  expect(needed?.split(', ')).toEqual([
    'ConfigMap settings',
    'ConfigMap site',
    'Secret everything',
    'Secret files',
    'Secret orders-keystore',
    'Secret registry-login',
    'Secret shop-tls',
    'Secret stock-api',
  ]);
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

test('the command that stops all of it names Rollouts where there are some', () => {
  const stopOf = (how: Scaling<'app'>) =>
    headerOf((unit) => new MiTenant(unit, 'orders', { image, scaling: how })).find((line) => line.includes('Stop all'));
  const stop = (kinds: string) =>
    `# Stop all of it: kubectl -n retail scale ${kinds} -l cdk8s-wso2-mi/unit=retail --replicas=0`;
  expect(stopOf(scaling)).toBe(stop('deployment,statefulset'));
  expect(stopOf(Scaling.fixed(2, { argoSteps: [ArgoStep.weight(50)] }))).toBe(stop('deployment,statefulset,rollout'));
});
