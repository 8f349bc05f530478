import {
  GatewayController,
  GatewayIngress,
  type IngressClassProps,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
  Tls,
} from '../../../lib';
import { ALL_GATEWAY_FEATURES } from '../../../lib/route/feature';
import { base, errorOf, newFleet, newUnit, ofKind, refusalOf } from '../../manifests';

const fleetOf = (routesOf: (tenant: MiTenant) => readonly Route[], controller: GatewayController) => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const via = new LoadBalancer(fleet, 'public', {
    controller,
    hosts: { '*.example.com': 'retail', '*': 'retail' },
    tls: { 'a.example.com': Tls.secret('a-tls'), 'b.example.com': Tls.issuer('own') },
  });
  const tenant = new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });
  new GatewayIngress(unit, 'routes', { via, routes: routesOf(tenant) });
  return { fleet, unit };
};
const service = { service: { name: 'orders', port: { number: 8290 } } };

test('fails for an encoded letter in a path, which its controller may compare either way', () => {
  const { fleet } = fleetOf(
    ({ http }) => [
      Route.http('a.example.com', { path: '/a%20b', to: http }),
      Route.http('a.example.com', { path: '/c:d', to: http }),
    ],
    GatewayController.ingressClass('haproxy'),
  );
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'route a.example.com/a%20b of gateway "retail/routes" must have no "%20" in its path, since an Ingress leaves open ' +
        'whether it is compared decoded, got port 8290 on load balancer "public" (Ingress class)',
    ),
  );
});

test('every prop reaches every Ingress', () => {
  const everything: Required<IngressClassProps> = { annotations: { 'haproxy.org/timeout-server': '60s' } };
  const { fleet, unit } = fleetOf(
    ({ http }) => [Route.http('a.example.com', { to: http }), Route.defaultBackend(http)],
    GatewayController.ingressClass('haproxy', everything),
  );
  const annotations = { 'cdk8s-wso2-mi/contact': 'integration@example.com', ...everything.annotations };
  expect(errorOf(() => fleet.render())).toBe('');
  expect(ofKind(unit, 'Ingress').map(({ metadata, spec }) => [metadata.annotations, spec?.ingressClassName])).toEqual([
    [annotations, 'haproxy'],
    [annotations, 'haproxy'],
  ]);
});

test('hosts, paths, Services and certificates are said as Kubernetes has them, in one Ingress', () => {
  const { fleet, unit } = fleetOf(
    ({ http }) => [
      Route.http('a.example.com', { path: '/x', match: 'exact', to: http }),
      Route.http('b.example.com', { to: http }),
      Route.http('*.example.com', { to: http }),
      Route.defaultBackend(http),
    ],
    GatewayController.ingressClass('haproxy'),
  );
  expect(errorOf(() => fleet.render())).toBe('');
  const told = ofKind(unit, 'Ingress').map(({ metadata: { name, annotations }, spec }) => ({
    name,
    annotations,
    spec,
  }));
  const contact = { 'cdk8s-wso2-mi/contact': 'integration@example.com' };
  expect(told).toEqual([
    {
      name: 'routes-public',
      annotations: contact,
      spec: {
        ingressClassName: 'haproxy',
        rules: [
          { host: 'a.example.com', http: { paths: [{ path: '/x', pathType: 'Exact', backend: service }] } },
          { host: 'b.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: service }] } },
          { host: '*.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: service }] } },
        ],
        tls: [
          { hosts: ['a.example.com'], secretName: 'a-tls' },
          { hosts: ['b.example.com'], secretName: 'b.example.com-tls' },
          { hosts: ['*.example.com'] },
        ],
      },
    },
    {
      name: 'routes-public-default',
      annotations: contact,
      spec: { ingressClassName: 'haproxy', defaultBackend: service },
    },
  ]);
  expect(ofKind(unit, 'Certificate').map(({ metadata, spec }) => [metadata.name, spec?.issuerRef])).toEqual([
    ['b.example.com-tls', { group: 'cert-manager.io', kind: 'Issuer', name: 'own' }],
  ]);
});

test('it cannot do what an Ingress has no word for', () => {
  const { cannot } = GatewayController.ingressClass('haproxy');
  expect(ALL_GATEWAY_FEATURES.filter((feature) => cannot[feature] === undefined)).toEqual([
    'defaultBackend',
    'wildcardHost',
    'exactPath',
    'tlsSecret',
    'tlsIssuer',
    'tlsDefault',
  ]);
});

describe('refusals', () => {
  test('fails when the name of the class is none', () => {
    expect(errorOf(() => GatewayController.ingressClass('HA Proxy'))).toBe(
      'name of controller "HA Proxy" must name an IngressClass, got "HA Proxy"',
    );
  });

  test.each(['', 'haproxy.org/', '/timeout', 'Haproxy.org/timeout', 'a b', 'a/b/c'])(
    'fails when %j is to be the key of an annotation',
    (key) => {
      expect(errorOf(() => GatewayController.ingressClass('haproxy', { annotations: { [key]: 'x' } }))).toBe(
        `annotations of controller "haproxy" must have keys that Kubernetes takes, got "${key}"`,
      );
    },
  );

  test.each(['haproxy.org/timeout-server', 'timeout', 'a.b/C_d.e'])('%s may be one', (key) => {
    expect(errorOf(() => GatewayController.ingressClass('haproxy', { annotations: { [key]: 'x' } }))).toBe('');
  });
});
