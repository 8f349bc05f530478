import { ApiObject } from 'cdk8s';
import { GatewayIngress, MiTenant, Route, Scaling, Tls } from '../../lib';
import { withServerDefaults } from '../../lib/rendered/server-defaults';
import { gatewayFleet, keystore, tenantOf } from '../controllers/gateway-api/fleets';
import { base, canaryOf, newFleet, newUnit, objectsIn } from '../manifests';

/** The specs of a kind, as they are written. */
function written(fleet: { render(): ReadonlyMap<string, string> }, kind: string): unknown[] {
  return objectsIn(fleet.render())
    .filter((manifest) => manifest.kind === kind)
    .map(({ spec }) => spec);
}

const GATEWAY = { group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace: 'edge', name: 'public' };
const backend = (name: string, port: number, weight: number) => ({ group: '', kind: 'Service', name, port, weight });

describe('the Gateway API is written as the server keeps it', () => {
  const { fleet, unit, via } = gatewayFleet(
    { 'shop.example.com': 'retail', 'till.example.com': 'retail' },
    { tls: { 'shop.example.com': Tls.secret('shop-tls') } },
  );
  const orders = tenantOf(unit, 'orders', { canary: canaryOf({ by: 'header', header: 'X-Canary', value: 'yes' }) });
  const till = tenantOf(unit, 'till', { tls: keystore() });
  new GatewayIngress(unit, 'routes', {
    via,
    routes: [Route.http('shop.example.com', { to: orders.http }), Route.passthrough('till.example.com', till)],
  });

  test('a route: group and kind of what it attaches to, group, kind and weight of where it leads', () => {
    const match = { path: { type: 'PathPrefix', value: '/' } };
    const headers = [{ type: 'Exact', name: 'X-Canary', value: 'yes' }];
    expect(written(fleet, 'HTTPRoute')).toEqual([
      {
        parentRefs: [{ ...GATEWAY, sectionName: 'https.shop.example.com' }],
        hostnames: ['shop.example.com'],
        rules: [
          { matches: [{ ...match, headers }], backendRefs: [backend('orders-canary', 8290, 1)] },
          { matches: [match], backendRefs: [backend('orders', 8290, 1)] },
        ],
      },
      {
        parentRefs: [{ ...GATEWAY, sectionName: 'http' }],
        rules: [
          {
            matches: [match],
            filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }],
          },
        ],
      },
    ]);
    expect(written(fleet, 'TLSRoute')).toEqual([
      {
        parentRefs: [{ ...GATEWAY, sectionName: 'tls.till.example.com' }],
        hostnames: ['till.example.com'],
        rules: [{ backendRefs: [backend('till', 8253, 1)] }],
      },
    ]);
  });

  test('a Gateway: group and kind of its certificates', () => {
    const [gateway] = written(fleet, 'Gateway') as Array<{ listeners: Array<{ name: string; tls?: object }> }>;
    expect(gateway?.listeners.map(({ name, tls }) => [name, tls])).toEqual([
      ['http', undefined],
      [
        'https.shop.example.com',
        { mode: 'Terminate', certificateRefs: [{ group: '', kind: 'Secret', name: 'shop-tls' }] },
      ],
      ['tls.till.example.com', { mode: 'Passthrough' }],
    ]);
  });
});

test('the objects of others are written whole too, and what they say stays', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  new ApiObject(unit, 'route', {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'own' },
    ...{ spec: { parentRefs: [{ name: 'x', kind: 'Other' }], rules: [{ matches: [{ path: { value: '/a' } }] }] } },
  });
  expect(written(fleet, 'HTTPRoute')).toEqual([
    {
      parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Other', name: 'x' }],
      rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/a' } }] }],
    },
  ]);
});

test('a container, its ports and probes, of others too', () => {
  const fleet = newFleet();
  const containers = [
    { name: 'side', image: 'registry.example.com/side:1.0.0', ports: [{ name: 'side', containerPort: 7000 }] },
  ];
  new MiTenant(newUnit(fleet), 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    pod: { containers },
  });
  const [deployment] = written(fleet, 'Deployment') as Array<{
    template: { spec: { containers: Array<Record<string, unknown>> } };
  }>;
  const pod = deployment?.template.spec;
  const [server, side] = pod?.containers ?? [];
  expect(server).toMatchObject({
    imagePullPolicy: 'IfNotPresent',
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    ports: [{ name: 'http', containerPort: 8290, protocol: 'TCP' }, {}, {}, {}],
    readinessProbe: { successThreshold: 1, httpGet: { path: '/healthz', scheme: 'HTTP' } },
  });
  expect(side).toMatchObject({ imagePullPolicy: 'IfNotPresent', resources: {}, ports: [{ protocol: 'TCP' }] });
});

test.each([
  ['app', 'Always'],
  ['registry.example.com:5000/app', 'Always'],
  ['registry.example.com:5000/app:latest', 'Always'],
  ['registry.example.com:5000/app:1.0', 'IfNotPresent'],
  [`app@sha256:${'0'.repeat(64)}`, 'IfNotPresent'],
])('an image %s is pulled %s', (image, imagePullPolicy) => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' }, spec: { containers: [{ name: 'x', image }] } };
  expect(withServerDefaults(pod)).toMatchObject({ spec: { containers: [{ imagePullPolicy }] } });
});

test('what is there already, and what has no parent, is left alone', () => {
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'x' },
    spec: { ports: [{ port: 1, protocol: 'UDP', targetPort: 'dns' }, { port: 2 }] },
  };
  expect(withServerDefaults(service as Parameters<typeof withServerDefaults>[0]).spec).toEqual({
    ports: [
      { port: 1, protocol: 'UDP', targetPort: 'dns' },
      { port: 2, protocol: 'TCP', targetPort: 2 },
    ],
  });
  const empty = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' } };
  expect(withServerDefaults(empty)).toEqual(empty);
});

test.each([
  [{ configMap: { name: 'x' } }, { configMap: { name: 'x', defaultMode: 420 } }],
  [{ secret: { secretName: 'x', defaultMode: 256 } }, { secret: { secretName: 'x', defaultMode: 256 } }],
  [
    { projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } },
    { projected: { defaultMode: 420, sources: [{ serviceAccountToken: { path: 'token', expirationSeconds: 3600 } }] } },
  ],
  [{ hostPath: { path: '/x' } }, { hostPath: { path: '/x', type: '' } }],
])('a volume %j', (source, whole) => {
  const volumes = [{ name: 'x', ...source }];
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' }, spec: { volumes } };
  expect(withServerDefaults(pod)).toEqual({ ...pod, spec: { volumes: [{ name: 'x', ...whole }] } });
});

test('what is filled in stands where a reader looks for it', () => {
  const probe = { httpGet: { path: '/liveness', port: 9201 }, periodSeconds: 5, timeoutSeconds: 3 };
  const spec = { containers: [{ image: 'a:1', livenessProbe: probe, name: 'a' }] };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec };
  const [container] = withServerDefaults(pod).spec?.containers ?? [];
  expect(Object.keys(container ?? {})).toEqual(Object.keys(container ?? {}).sort());
  expect(JSON.stringify(container)).toContain(
    '"livenessProbe":{"failureThreshold":3,"httpGet":{"path":"/liveness","port":9201,"scheme":"HTTP"},' +
      '"periodSeconds":5,"successThreshold":1,"timeoutSeconds":3}',
  );
});
