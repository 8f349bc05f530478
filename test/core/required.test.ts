import {
  BusinessUnit,
  Canary,
  ControlPlane,
  CsiSecret,
  Datasource,
  Endpoint,
  ExternalSecret,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  LoggingSidecar,
  ManagementLogin,
  MiBaseImage,
  MiTenant,
  Quota,
  Route,
  Scaling,
  SecretProvider,
  SecureVault,
  ServiceCatalog,
  SharedVolume,
  Truststore,
  VolumeSource,
} from '../../lib';
import { base, errorOf, newFleet, newTenant, newUnit } from '../manifests';

/** What a program gives that the compiler does not see: a row of JSON without the column, or JavaScript. */
const none = JSON.parse('{}');
const fleet = newFleet();
const unit = newUnit(fleet);
const tenant = newTenant();

/** Every construct and factory with props that must be given, without any; and what is said of the first. */
const CASES: ReadonlyArray<readonly [string, (props: typeof none) => unknown, string, string]> = [
  [
    'BusinessUnit',
    (p) => new BusinessUnit(fleet, 'a', p),
    'contact of business unit "a"',
    `contact: 'clinic-integration@example.com'`,
  ],
  ['MiTenant', (p) => new MiTenant(unit, 'b', p), 'image of tenant "b"', `image: base.withApp('orders', '1.0.0')`],
  [
    'MiTenant with an image',
    (p) => new MiTenant(unit, 'c', { image: base.withApp('c', '1'), ...p }),
    'scaling of tenant "c"',
    'scaling: Scaling.fixed(2)',
  ],
  [
    'LoadBalancer',
    (p) => new LoadBalancer(fleet, 'd', p),
    'controller of load balancer "d"',
    'controller: GatewayController.nginx()',
  ],
  ['GatewayIngress', (p) => new GatewayIngress(unit, 'e', p), 'via of gateway "e"', 'via: edge'],
  [
    'SharedVolume',
    (p) => new SharedVolume(unit, 'f', p),
    'source of volume "f"',
    `source: VolumeSource.nfs('nfs01.example.com', '/export/lab')`,
  ],
  ['CsiSecret', (p) => new CsiSecret(unit, 'g', p), 'provider of CSI secret "g"', 'provider: SecretProvider.aws()'],
  [
    'ExternalSecret',
    (p) => new ExternalSecret(unit, 'h', p),
    'store of external secret "h"',
    `store: SecretStore.cluster('vault')`,
  ],
  [
    'Canary.percent',
    (p) => Canary.percent(10, p),
    'image of canary "percent(10)"',
    `image: base.withApp('orders', '1.1.0')`,
  ],
  [
    'Canary.header',
    (p) => Canary.header('X-Canary', p),
    'image of canary "header(X-Canary)"',
    `image: base.withApp('orders', '1.1.0')`,
  ],
  [
    'ControlPlane.dashboard',
    (p) => ControlPlane.dashboard(p),
    'at of control plane "dashboard"',
    `at: Endpoint.outside('icp.example.com', 9445, ['10.20.0.0/24'])`,
  ],
  [
    'ControlPlane.icp',
    (p) => ControlPlane.icp(p),
    'at of control plane "icp"',
    `at: Endpoint.outside('icp.example.com', 9445, ['10.20.0.0/24'])`,
  ],
  [
    'Datasource',
    (p) => Datasource.mysql('prices', p),
    'at of datasource "prices"',
    `at: Endpoint.outside('mysql.example.com', 3306, ['10.20.0.0/24'])`,
  ],
  ['Endpoint.inCluster', (p) => Endpoint.inCluster('db', p), 'namespace of endpoint "db"', `namespace: 'databases'`],
  ['Keystore', (p) => Keystore.fromSecret('keystore', p), 'file of keystore "keystore"', `file: 'orders.jks'`],
  ['Truststore', (p) => Truststore.fromSecret('trust', p), 'file of truststore "trust"', `file: 'truststore.jks'`],
  [
    'SecureVault',
    (p) => SecureVault.fromSecret('vault', p),
    'password of secure vault "vault"',
    `password: 'password'`,
  ],
  [
    'LoggingSidecar',
    (p) => LoggingSidecar.toStdout(p),
    'image of logging sidecar "toStdout"',
    `image: 'registry.example.com/tools/busybox:1.36.1'`,
  ],
  [
    'ManagementLogin',
    (p) => ManagementLogin.of(p),
    'username of management login "of"',
    `username: EnvValue.fromSecret('management', 'username')`,
  ],
  [
    'ServiceCatalog',
    (p) => ServiceCatalog.of(p),
    'at of service catalog "of"',
    `at: Endpoint.outside('apim.example.com', 443, ['10.20.0.0/24'])`,
  ],
  [
    'MiBaseImage',
    (p) => MiBaseImage.fromRegistry('registry.example.com/mi', p),
    'release of base image "registry.example.com/mi"',
    `release: '4.4.0'`,
  ],
  ['Quota.of', (p) => Quota.of(p), 'pods of quota "of"', 'pods: 20'],
  ['Scaling.auto', (p) => Scaling.auto(p), 'min of scaling "auto"', 'min: 2'],
  [
    'SecretProvider.azure',
    (p) => SecretProvider.azure(p),
    'keyVault of secret provider "azure"',
    `keyVault: 'integration'`,
  ],
  ['VolumeSource.csi', (p) => VolumeSource.csi(p), 'driver of CSI source "csi"', `driver: 'smb.csi.k8s.io'`],
  ['Route.http', (p) => Route.http('shop.example.com', p), 'to of route "shop.example.com"', 'to: tenant.http'],
  [
    'Route.management',
    (p) => Route.management('ops.example.com', p),
    'to of route "ops.example.com"',
    'to: tenant.management',
  ],
  [
    'Route.management with a port',
    (p) => Route.management('ops.example.com', { to: tenant.management, ...p }),
    'from of route "ops.example.com"',
    `from: ['10.20.0.0/16']`,
  ],
  ['Route.defaultBackend', ({ to }) => Route.defaultBackend(to), 'to of route "*"', 'to: tenant.http'],
  ['gatewayApi', (p) => GatewayController.gatewayApi(p), 'namespace of controller "gateway-api"', `namespace: 'infra'`],
  [
    'gatewayApi by another name',
    (p) => GatewayController.gatewayApi({ namespace: 'infra', className: 'traefik', ...p }),
    'gatewayClass of controller "gateway-api"',
    `gatewayClass: 'traefik', or existing: 'shared' for a Gateway that is there already`,
  ],
  [
    'behindNlb',
    (p) => GatewayController.behindNlb(GatewayController.nginx(), p),
    'namespace of controller "nginx behind an NLB"',
    `namespace: 'ingress-nginx'`,
  ],
];

describe.each(CASES)('%s', (_, make, what, example) => {
  test('without what must be given is refused in words', () => {
    expect(errorOf(() => make(none))).toBe(`${what} must be given, got undefined; write ${example}`);
  });
});

test('null is nothing, too', () => {
  expect(errorOf(() => new BusinessUnit(newFleet(), 'a', { contact: JSON.parse('null') }))).toBe(
    `contact of business unit "a" must be given, got null; write contact: 'clinic-integration@example.com'`,
  );
});

test('no props at all are refused like empty ones', () => {
  expect(errorOf(() => Route.http('shop.example.com', JSON.parse('[null]')[0]))).toBe(
    'to of route "shop.example.com" must be given, got undefined; write to: tenant.http',
  );
});
