import { Size } from 'cdk8s';
import {
  BusinessUnit,
  Canary,
  Keystore,
  LoggingSidecar,
  MiSize,
  MiTenant,
  type MiTenantProps,
  Scaling,
  UnitNamespace,
} from '../../lib';
import { imageOf } from '../config-parts';
import { base, type Manifest, manifestsOf, named, namesOf, newFleet, newUnit, ofKind } from '../manifests';

const image = base.withApp('orders', '1.1.0');

function unitWith(props: Partial<MiTenantProps<'app'>> = {}): BusinessUnit {
  const unit = newUnit();
  const canary = Canary.percent(10, { image });
  new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2), canary, ...props });
  return unit;
}

function podOf(unit: BusinessUnit, name: string): Readonly<Record<string, unknown>> {
  return named(unit, 'Deployment', name).spec?.template?.spec ?? {};
}

/** Labels of the pods of a workload. */
function labelsOf({ spec }: Manifest): Readonly<Record<string, string>> {
  const { labels } = Object(Object(spec?.template).metadata);
  return labels;
}

function matches(selector: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

test('a canary is a Deployment, a Service and a configuration more, and nothing else', () => {
  const without = namesOf(unitWith({ canary: undefined })).map((name) => name.replace(/-[0-9a-f]{10}$/, '-#'));
  const all = namesOf(unitWith()).map((name) => name.replace(/-[0-9a-f]{10}$/, '-#'));
  expect(all.filter((name) => !without.includes(name))).toEqual([
    'ConfigMap orders-canary-config-#',
    'Deployment orders-canary',
    'Service orders-canary',
  ]);
  expect(without.filter((name) => !all.includes(name))).toEqual([]);
});

test('it runs its own image under its own name, with the identity of the tenant', () => {
  const canary = named(unitWith(), 'Deployment', 'orders-canary');
  expect(canary).toMatchObject({
    metadata: {
      labels: {
        'app.kubernetes.io/instance': 'orders-canary',
        'app.kubernetes.io/part-of': 'retail',
        'app.kubernetes.io/version': '1.1.0',
        'app.kubernetes.io/component': 'app',
        'cdk8s-wso2-mi/tenant': 'orders-canary',
        'cdk8s-wso2-mi/unit': 'retail',
      },
    },
    spec: {
      replicas: 1,
      template: {
        spec: {
          serviceAccountName: 'orders',
          containers: [{ image: 'registry.example.com/integration/orders:1.1.0-mi4.4.0' }],
        },
      },
    },
  });
});

test('no Service, Deployment or budget of the tenant ever takes a pod of the canary, nor the other way round', () => {
  const unit = unitWith({ scaling: Scaling.auto({ min: 2, max: 4 }) });
  const pods = {
    orders: labelsOf(named(unit, 'Deployment', 'orders')),
    'orders-canary': labelsOf(named(unit, 'Deployment', 'orders-canary')),
  };
  const selectors = [
    ...['orders', 'orders-canary'].flatMap((name) => [
      [name, Object(named(unit, 'Deployment', name).spec?.selector).matchLabels] as const,
      [name, Object(named(unit, 'Service', name).spec?.selector)] as const,
      [name, Object(podOf(unit, name)).topologySpreadConstraints[0].labelSelector.matchLabels] as const,
    ]),
    ['orders', Object(ofKind(unit, 'PodDisruptionBudget')[0]?.spec?.selector).matchLabels] as const,
  ];
  for (const [name, selector] of selectors) {
    const taken = Object.entries(pods).filter(([, labels]) => matches(selector, labels));
    expect(taken.map(([of]) => of)).toEqual([name]);
  }
});

test('its Service has the ports of the tenant’s, so that a route only names another', () => {
  const unit = unitWith({ pod: { ports: { hl7: 2575 } } });
  expect(named(unit, 'Service', 'orders-canary').spec?.ports).toEqual(named(unit, 'Service', 'orders').spec?.ports);
});

test('it has everything that the tenant has: configuration, secrets, sidecars, size, lifecycle', () => {
  const unit = unitWith({
    tls: Keystore.fromSecret('orders-tls', { file: 'orders.jks', password: 'password' }),
    size: MiSize.of({ memory: Size.gibibytes(2) }),
    env: { STOCK_URL: 'https://stock.example.com' },
    config: { files: { 'conf/a': 'x' }, toml: { server: { hostname: 'orders.example.com' } } },
    logging: [LoggingSidecar.toStdout({ image: 'registry.example.com/busybox:1.36.1', files: ['audit.log'] })],
    lifecycle: { secretsVersion: '7', onSecretChange: 'roll' },
    pod: { nodeSelector: { zone: 'a' } },
  });
  const neutral = (name: string) =>
    JSON.stringify(named(unit, 'Deployment', name).spec)
      .replaceAll('orders-canary', 'orders')
      .replaceAll(/orders-config-[0-9a-f]{10}/g, 'orders-config')
      .replaceAll('1.1.0', '1.0.0')
      .replace('"replicas":1', '"replicas":2');
  expect(neutral('orders-canary')).toBe(neutral('orders'));
  const [config, ofCanary] = ofKind(unit, 'ConfigMap').map(({ data }) => data);
  expect(ofCanary).toEqual(config);
  expect(named(unit, 'Deployment', 'orders-canary').metadata.annotations).toMatchObject({
    'secret.reloader.stakater.com/reload': 'orders-tls',
  });
});

test('on another release it has that release’s user, home, probes and configuration', () => {
  const unit = unitWith({ image: imageOf('4.1.0'), canary: Canary.percent(10, { image: imageOf('4.6.0') }) });
  expect(podOf(unit, 'orders')).toMatchObject({
    terminationGracePeriodSeconds: 85,
    securityContext: { runAsUser: 802 },
    containers: [{ startupProbe: { tcpSocket: { port: 8290 } } }],
  });
  expect(podOf(unit, 'orders-canary')).toMatchObject({
    terminationGracePeriodSeconds: 205,
    securityContext: { runAsUser: 10802 },
    containers: [{ startupProbe: { httpGet: { path: '/liveness', port: 9201 } } }],
  });
  const [config, ofCanary] = ofKind(unit, 'ConfigMap').map(({ data }) => data?.['deployment.toml']);
  expect(config).not.toContain('graceful_shutdown_timeout');
  expect(ofCanary).toContain('graceful_shutdown_timeout = 180000');
});

test('it runs as many pods as it says, whatever the autoscaler of the tenant does', () => {
  const unit = unitWith({
    scaling: Scaling.auto({ min: 2, max: 9 }),
    canary: Canary.percent(10, { image, replicas: 3 }),
  });
  expect(named(unit, 'Deployment', 'orders-canary').spec?.replicas).toBe(3);
  expect(ofKind(unit, 'HorizontalPodAutoscaler').map(({ metadata }) => metadata.name)).toEqual(['orders']);
});

test('called off, nothing of the tenant itself has changed', () => {
  const own = (unit: BusinessUnit) => manifestsOf(unit).filter(({ metadata }) => !metadata.name.includes('canary'));
  expect(own(unitWith())).toEqual(manifestsOf(unitWith({ canary: undefined })));
});

test('routes are told its Service and its share', () => {
  const unit = newUnit();
  const props = { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) };
  const by = (canary?: Canary) =>
    new MiTenant(unit, `orders-${canary?.share.by ?? 'alone'}`, { ...props, canary }).canary;
  const readiness = { path: '/healthz', port: 9201, protocol: 'HTTP' };
  expect(by(Canary.percent(25, { image }))).toEqual({
    readiness,
    serviceName: 'orders-percent-canary',
    share: { by: 'percent', percent: 25 },
  });
  expect(by(Canary.header('X-Canary', { image }))).toEqual({
    readiness,
    serviceName: 'orders-header-canary',
    share: { by: 'header', header: 'X-Canary', value: 'always' },
  });
  expect(by()).toBeUndefined();
});

test('in a namespace that units share, it carries the unit too', () => {
  const unit = new BusinessUnit(newFleet(), 'retail', { contact: 'x', namespace: UnitNamespace.existing('shared') });
  const props = { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) };
  const tenant = new MiTenant(unit, 'orders', { ...props, canary: Canary.percent(1, { image }) });
  expect(tenant.canary?.serviceName).toBe('retail-orders-canary');
  expect(named(unit, 'Deployment', 'retail-orders-canary').spec?.template?.spec).toMatchObject({
    serviceAccountName: 'retail-orders',
  });
});
