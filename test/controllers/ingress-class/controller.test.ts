import { Duration, Size } from 'cdk8s';
import type { IngressSpec } from '../../../imports/k8s';
import {
  GatewayController,
  GatewayIngress,
  type HttpRouteProps,
  type IngressClassProps,
  type IngressSettings,
  LoadBalancer,
  MiTenant,
  Route,
  Scaling,
  Tls,
} from '../../../lib';
import { ALL_GATEWAY_FEATURES } from '../../../lib/route/feature';
import { base, errorOf, newFleet, newUnit, ofKind, refusalOf, sentencesOf } from '../../manifests';

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
  const everything: Required<IngressClassProps> = {
    annotations: { 'haproxy.org/timeout-server': '60s' },
    named: 'spec',
    settings: {},
  };
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

describe('settings of the controller', () => {
  const X = 'example.org';
  const everything: Required<IngressSettings> = {
    rewrite: (to) => ({ [`${X}/rewrite`]: to }),
    httpsBackend: () => ({ [`${X}/backend`]: 'https' }),
    timeout: (seconds) => ({ [`${X}/timeout`]: `${seconds}s` }),
    maxBody: (mebibytes) => ({ [`${X}/body`]: `${mebibytes}m` }),
    rateLimit: (perSecond) => ({ [`${X}/rate`]: `${perSecond}` }),
    sticky: () => ({ [`${X}/sticky`]: 'cookie' }),
    from: (ranges) => ({ [`${X}/from`]: ranges.join(' ') }),
    webSocket: () => ({ [`${X}/silent`]: '3600s' }),
    plainHttp: (mode) => ({ [`${X}/plain`]: mode }),
    health: ({ protocol, port, path }) => ({ [`${X}/health`]: `${protocol} ${port}${path}` }),
  };
  const contact = { 'cdk8s-wso2-mi/contact': 'integration@example.com' };
  const common = { ...contact, [`${X}/plain`]: 'redirect', [`${X}/health`]: 'HTTP 9201/healthz' };

  function annotationsOf(props: Omit<HttpRouteProps, 'to'> & { readonly port?: 'https' }, settings = everything) {
    const { port = 'http', ...rest } = props;
    const { fleet, unit } = fleetOf(
      (tenant) => [Route.http('a.example.com', { to: tenant[port], ...rest })],
      GatewayController.ingressClass('haproxy', { settings }),
    );
    const said = errorOf(() => fleet.render());
    return said === '' ? ofKind(unit, 'Ingress').map(({ metadata }) => metadata.annotations) : said;
  }

  test.each([
    [{ rewriteTo: '/v1' }, { rewrite: '/v1' }],
    [{ port: 'https' }, { backend: 'https' }],
    [{ timeout: Duration.seconds(5) }, { timeout: '5s' }],
    [{ maxBody: Size.mebibytes(7) }, { body: '7m' }],
    [{ rateLimit: 20 }, { rate: '20' }],
    [{ sticky: 'cookie' }, { sticky: 'cookie' }],
    [{ from: ['10.0.0.0/8', '10.20.0.0/16'] }, { from: '10.0.0.0/8 10.20.0.0/16' }],
    [{ upgrade: 'websocket' }, { silent: '3600s' }],
    [{}, {}],
  ] as const)('what a route asks by %j is told the controller in its own words', (props, told) => {
    const own = Object.fromEntries(Object.entries(told).map(([key, value]) => [`${X}/${key}`, value]));
    expect(annotationsOf(props)).toEqual([{ ...common, ...own }]);
  });

  test('routes that ask for one thing are an Ingress, those that ask for another one of their own', () => {
    const settings = { timeout: everything.timeout };
    const { fleet, unit } = fleetOf(
      ({ http }) => [
        Route.http('a.example.com', { to: http }),
        Route.http('a.example.com', { path: '/slow', to: http, timeout: Duration.seconds(5) }),
        Route.http('b.example.com', { to: http }),
        Route.http('b.example.com', { path: '/slow', to: http, timeout: Duration.seconds(5) }),
        Route.defaultBackend(http),
      ],
      GatewayController.ingressClass('haproxy', { settings }),
    );
    expect(errorOf(() => fleet.render())).toBe('');
    const told = ofKind(unit, 'Ingress').map(({ metadata, spec }) => [
      metadata.name,
      metadata.annotations?.[`${X}/timeout`],
      ((spec as IngressSpec | undefined)?.rules ?? []).map(({ host, http }) => `${host}${http?.paths[0]?.path}`),
    ]);
    expect(told).toEqual([
      ['routes-public', undefined, ['a.example.com/', 'b.example.com/']],
      [expect.stringMatching(/^routes-public-[0-9a-f]+$/), '5s', ['a.example.com/slow', 'b.example.com/slow']],
      ['routes-public-default', undefined, []],
    ]);
  });

  test('what has no word among them is refused, as without any', () => {
    const settings = { ...everything, rateLimit: undefined };
    const { fleet } = fleetOf(
      ({ http }) => [Route.http('a.example.com', { to: http, rateLimit: 5 })],
      GatewayController.ingressClass('haproxy', { settings }),
    );
    expect(errorOf(() => fleet.render())).toContain(
      'must ask only for what Ingress class can do, got a bound on the requests of a client; an Ingress has no word for it',
    );
  });

  test('the Management API is shown where addresses and TLS up to the pod can be said', () => {
    const { fleet, unit } = fleetOf(
      ({ management }) => [Route.management('a.example.com', { to: management, from: ['10.0.0.0/8'] })],
      GatewayController.ingressClass('haproxy', { settings: everything }),
    );
    expect(sentencesOf(() => fleet.render())).toEqual([
      expect.stringContaining('config.managementLogin of tenant "retail/orders" must be given'),
    ]);
    expect(ofKind(unit, 'Ingress').map(({ metadata, spec }) => [metadata.annotations, spec?.rules])).toEqual([
      [
        { ...common, [`${X}/backend`]: 'https', [`${X}/from`]: '10.0.0.0/8' },
        [
          {
            host: 'a.example.com',
            http: {
              paths: [
                {
                  path: '/management',
                  pathType: 'Prefix',
                  backend: { service: { name: 'orders', port: { number: 9164 } } },
                },
              ],
            },
          },
        ],
      ],
    ]);
  });

  test('plain HTTP is answered where the load balancer says so', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const controller = GatewayController.ingressClass('haproxy', { settings: everything });
    const hosts = { 'a.example.com': 'retail' };
    const via = new LoadBalancer(fleet, 'public', { controller, plainHttp: 'serve', hosts });
    const { http } = new MiTenant(unit, 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
    });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http('a.example.com', { to: http })] });
    expect(ofKind(unit, 'Ingress')[0]?.metadata.annotations).toEqual({ ...common, [`${X}/plain`]: 'serve' });
  });

  test('fails when the controller asks pods, and the readiness of one can be asked by the kubelet only', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const controller = GatewayController.ingressClass('haproxy', { settings: everything });
    const via = new LoadBalancer(fleet, 'public', { controller, hosts: { 'a.example.com': 'retail' } });
    const { http } = new MiTenant(unit, 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
      lifecycle: { readinessProbe: { exec: { command: ['true'] } } },
    });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.http('a.example.com', { to: http })] });
    expect(errorOf(() => fleet.render())).toContain(
      'route a.example.com/ of gateway "retail/routes" must lead to a tenant whose readiness can be asked: ' +
        'a lifecycle.readinessProbe with httpGet or tcpSocket, got port 8290 on load balancer "public" (Ingress class)',
    );
  });
});

test('a class may be named by the annotation alone, as GKE reads it', () => {
  const { fleet, unit } = fleetOf(
    ({ http }) => [Route.http('a.example.com', { to: http })],
    GatewayController.ingressClass('gce', { named: 'annotation' }),
  );
  expect(errorOf(() => fleet.render())).toBe('');
  const [ingress] = ofKind(unit, 'Ingress');
  expect([ingress?.metadata.annotations?.['kubernetes.io/ingress.class'], ingress?.spec?.ingressClassName]).toEqual([
    'gce',
    undefined,
  ]);
});

test('fails when it is said to be named somewhere else', () => {
  // @ts-expect-error the compiler sees it too
  expect(errorOf(() => GatewayController.ingressClass('gce', { named: 'label' }))).toBe(
    'named of controller "gce" must be one of spec, annotation, got "label"',
  );
});
