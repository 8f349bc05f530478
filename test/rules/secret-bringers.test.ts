import { ApiObject, type Chart, Duration } from 'cdk8s';
import {
  BusinessUnit,
  ExternalSecret,
  GatewayController,
  GatewayIngress,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
  SecretStore,
  Tls,
  UnitNamespace,
} from '../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf } from '../manifests';

const HOST = 'shop.example.com';
const NAME = `${HOST}-tls`;

/** A fleet in which cert-manager writes the certificate of a host, and what else writes it. */
function errorWith(add: (unit: Chart) => void): string {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const controller = GatewayController.nginx();
  const tls = { [HOST]: Tls.clusterIssuer('letsencrypt') };
  const via = new LoadBalancer(fleet, 'public', { controller, hosts: { [HOST]: 'retail' }, tls });
  const { http } = new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(1) });
  new GatewayIngress(unit, 'routes', { via, routes: [Route.http(HOST, { to: http })] });
  add(unit);
  return errorOf(() => fleet.render());
}

const instead = 'let one bring it and the others name it (Tls.secret)';
const twice = (kind: string, id: string) =>
  refusalOf(
    `Secret of ${kind} "retail/${id}" must be written by one object, ` +
      `got "${NAME}", which Certificate "retail/${NAME}" writes too; ${instead}`,
  );
const defaultBackend = { service: { name: 'shop', port: { number: 80 } } };
const plain =
  (kind: string, apiVersion: string, name: string, spec: object, annotations = {}) =>
  (unit: Chart) =>
    new ApiObject(unit, 'other', { apiVersion, kind, metadata: { name, annotations }, ...{ spec } });

test.each<[string, string, (unit: Chart) => void]>([
  [
    'Secret',
    NAME,
    (unit) => new ApiObject(unit, 'other', { apiVersion: 'v1', kind: 'Secret', metadata: { name: NAME } }),
  ],
  ['SealedSecret', NAME, plain('SealedSecret', 'bitnami.com/v1alpha1', NAME, {})],
  [
    'Certificate',
    'by-hand',
    plain('Certificate', 'cert-manager.io/v1', 'by-hand', { secretName: NAME, issuerRef: { name: 'letsencrypt' } }),
  ],
  ['ExternalSecret', NAME, plain('ExternalSecret', 'external-secrets.io/v1', NAME, {})],
  [
    'SecretProviderClass',
    'files',
    plain('SecretProviderClass', 'secrets-store.csi.x-k8s.io/v1', 'files', { secretObjects: [{ secretName: NAME }] }),
  ],
  [
    'Ingress',
    'by-hand',
    plain(
      'Ingress',
      'networking.k8s.io/v1',
      'by-hand',
      { tls: [{ secretName: NAME }], defaultBackend },
      {
        'cert-manager.io/cluster-issuer': 'letsencrypt',
      },
    ),
  ],
])('a %s that writes the Secret of another is refused', (kind, id, add) => {
  expect(errorWith(add)).toBe(twice(kind, id));
});

test('who only shows a Secret writes none', () => {
  expect(
    errorWith(plain('Ingress', 'networking.k8s.io/v1', 'by-hand', { tls: [{ secretName: NAME }], defaultBackend })),
  ).toBe('');
});

test('an ExternalSecret of ours writes what it is called', () => {
  const add = (unit: Chart) =>
    new ExternalSecret(unit, 'login', {
      store: SecretStore.cluster('vault'),
      data: { password: { key: 'login' } },
      refresh: Duration.hours(1),
    });
  expect(errorWith(add)).toBe('');
  expect(
    errorWith((unit) => {
      add(unit);
      new ApiObject(unit, 'other', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'login' } });
    }),
  ).toBe(
    refusalOf(
      'Secret of Secret "retail/login" must be written by one object, ' +
        `got "login", which ExternalSecret "retail/login" writes too; ${instead}`,
    ),
  );
});

test('a host of two units in one namespace is refused, since each would bring its certificate', () => {
  const fleet = newFleet();
  const image = base.withApp('orders', '1.0.0');
  const tls = { [HOST]: Tls.clusterIssuer('letsencrypt') };
  const hosts = { [HOST]: { '/a': 'retail', '/b': 'clinic' } };
  const via = new LoadBalancer(fleet, 'public', { controller: GatewayController.nginx(), hosts, tls });
  for (const [id, path] of [
    ['retail', '/a'],
    ['clinic', '/b'],
  ] as const) {
    const namespace = UnitNamespace.existing('shop');
    const unit = new BusinessUnit(fleet, id, { contact: 'integration@example.com', namespace });
    const { http } = new MiTenant(unit, id, { image, scaling: Scaling.fixed(1) });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http(HOST, { path, to: http })] });
  }
  expect(errorOf(() => fleet.render())).toContain(`Certificate "shop/${NAME}" must be used once in the fleet`);
});

test.each(['Merge', 'None'])('an ExternalSecret that says %s leaves the Secret to another', (creationPolicy) => {
  const add = plain('ExternalSecret', 'external-secrets.io/v1', 'keys', { target: { name: NAME, creationPolicy } });
  expect(errorWith(add)).toBe('');
});
