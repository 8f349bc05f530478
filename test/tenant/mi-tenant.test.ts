import { ApiObject, Chart, Duration, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { parse } from 'smol-toml';
import {
  BusinessUnit,
  Canary,
  Cpu,
  Endpoint,
  EnvSource,
  EnvValue,
  Keystore,
  LoggingSidecar,
  MiBaseImage,
  MiSize,
  MiTenant,
  type MiTenantProps,
  Monitoring,
  Network,
  Peer,
  Scaling,
  SharedVolume,
  UnitNamespace,
  VolumeSource,
} from '../../lib';
import {
  base,
  errorOf,
  manifestsOf,
  named,
  namesOf,
  newFleet,
  newUnit,
  ofKind,
  podOf,
  serverOf,
  theOne,
  tomlOf,
} from '../manifests';

const image = base.withApp('orders', '1.0.0');
const scaling = Scaling.fixed(2);

function unitWith(props: Partial<MiTenantProps<'app'>>): BusinessUnit {
  const unit = newUnit();
  new MiTenant(unit, 'orders', { image, scaling, ...props });
  return unit;
}

describe('what a tenant is made of', () => {
  test('a tenant of fixed size is a Deployment with Service, ServiceAccount, configuration and disruption budget', () => {
    expect(namesOf(unitWith({}))).toEqual([
      'Namespace retail',
      'ServiceAccount orders',
      expect.stringMatching(/^ConfigMap orders-config-[0-9a-f]{10}$/),
      'Deployment orders',
      'Service orders',
      'PodDisruptionBudget orders',
    ]);
  });

  test('a singleton is a StatefulSet without a budget, which could only block the drain of its node', () => {
    const unit = unitWith({ scaling: Scaling.singleton() });
    expect(ofKind(unit, 'StatefulSet')).toHaveLength(1);
    expect(ofKind(unit, 'Deployment')).toEqual([]);
    expect(ofKind(unit, 'PodDisruptionBudget')).toEqual([]);
  });

  test('every object of a tenant says whose it is, what runs and whom to call', () => {
    const unit = unitWith({ scaling: Scaling.auto({ min: 2, max: 3 }) });
    const metadata = {
      name: 'orders',
      namespace: 'retail',
      labels: {
        'app.kubernetes.io/component': 'app',
        'app.kubernetes.io/instance': 'orders',
        'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
        'app.kubernetes.io/name': 'micro-integrator',
        'app.kubernetes.io/part-of': 'retail',
        'cdk8s-wso2-mi/tenant': 'orders',
        'cdk8s-wso2-mi/unit': 'retail',
      },
      annotations: { 'cdk8s-wso2-mi/contact': 'integration@example.com' },
    };
    for (const kind of ['ServiceAccount', 'Deployment', 'Service', 'HorizontalPodAutoscaler', 'PodDisruptionBudget']) {
      expect(theOne(unit, kind)).toMatchObject({ metadata });
    }
    expect(theOne(unit, 'ConfigMap').metadata.labels).toEqual(metadata.labels);
  });

  test('the version stands on the workload and its pods, so that another image changes no other object', () => {
    const of = (version: string) =>
      manifestsOf(unitWith({ image: base.withApp('orders', version), scaling: Scaling.auto({ min: 2, max: 3 }) }));
    const [one, other] = [of('1.0.0'), of('1.1.0')];
    const label = { 'app.kubernetes.io/version': '1.1.0' };
    const changed = other.filter((object, index) => JSON.stringify(object) !== JSON.stringify(one[index]));
    expect(changed).toMatchObject([
      { kind: 'Deployment', metadata: { labels: label }, spec: { template: { metadata: { labels: label } } } },
    ]);
  });

  test('the Service answers on the four ports of Micro Integrator for the pods of the tenant', () => {
    const tcp = (name: string, port: number) => ({ name, port, protocol: 'TCP', targetPort: port });
    expect(theOne(unitWith({}), 'Service').spec).toEqual({
      type: 'ClusterIP',
      selector: { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/part-of': 'retail' },
      ports: [
        tcp('pass-through-http', 8290),
        tcp('pass-through-https', 8253),
        tcp('internal-http', 9201),
        tcp('management', 9164),
      ],
    });
  });

  test('nobody can use the ServiceAccount to talk to the API server', () => {
    expect(theOne(unitWith({}), 'ServiceAccount')).toMatchObject({ automountServiceAccountToken: false });
    expect(podOf(unitWith({}))).toMatchObject({ serviceAccountName: 'orders', automountServiceAccountToken: false });
  });
});

describe('scaling', () => {
  test('an autoscaled tenant leaves its replicas to the autoscaler', () => {
    const unit = unitWith({ scaling: Scaling.auto({ min: 2, max: 6 }) });
    expect(theOne(unit, 'Deployment').spec).not.toHaveProperty('replicas');
    expect(theOne(unit, 'HorizontalPodAutoscaler').spec).toMatchObject({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'orders' },
      minReplicas: 2,
      maxReplicas: 6,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
      ],
    });
  });

  test('a tenant of fixed size has no autoscaler', () => {
    expect(theOne(unitWith({}), 'Deployment').spec).toMatchObject({ replicas: 2 });
    expect(ofKind(unitWith({}), 'HorizontalPodAutoscaler')).toEqual([]);
  });

  test('the disruption budget lets drains take one pod at a time, and broken ones at once', () => {
    expect(theOne(unitWith({}), 'PodDisruptionBudget').spec).toEqual({
      maxUnavailable: 1,
      selector: {
        matchLabels: { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/part-of': 'retail' },
      },
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    });
  });

  test.each([
    ['one pod', Scaling.fixed(1)],
    ['unlimited evictions', Scaling.fixed(4, { maxEvictions: 'unlimited' })],
  ])('a tenant of %s has no disruption budget', (_, of) => {
    expect(ofKind(unitWith({ scaling: of }), 'PodDisruptionBudget')).toEqual([]);
  });
});

describe('props', () => {
  test('every prop reaches the manifest', () => {
    const contact = 'integration@example.com';
    const fleet = newFleet({ monitoring: Monitoring.serviceMonitors() });
    const unit = new BusinessUnit(fleet, 'retail', { contact, network: Network.isolated() });
    const volume = new SharedVolume(unit, 'orders-in', { source: VolumeSource.nfs('nfs01.example.com', '/orders') });
    const everything: Required<MiTenantProps<'app'>> = {
      image: base.withApp('orders', '2.7.1'),
      scaling: Scaling.fixed(3),
      canary: Canary.percent(5, { image: base.withApp('orders', '2.8.0') }),
      size: MiSize.of({ cpu: Cpu.cores(1), memory: Size.gibibytes(2), heap: Size.mebibytes(768) }),
      env: { STOCK_URL: 'https://stock.example.com', STOCK_PASSWORD: EnvValue.fromSecret('stock-api', 'password') },
      envFrom: [EnvSource.configMap('site')],
      mounts: [volume.readOnlyAt('/mnt/in')],
      tls: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
      logging: [LoggingSidecar.toStdout({ image: 'registry.example.com/tools/busybox:1.36.1', files: ['audit.log'] })],
      config: { toml: { server: { hostname: 'orders.example.com' } } },
      calls: [Endpoint.outside('stock.example.com', 443, ['10.40.0.0/24'])],
      callers: [Peer.ranges('10.50.0.0/24')],
      alerts: { restarts: 7 },
      lifecycle: { minReady: Duration.seconds(45), startBudget: Duration.minutes(5) },
      pod: { nodeSelector: { 'kubernetes.io/arch': 'amd64' } },
    };
    const tenant = new MiTenant(unit, 'orders', everything);

    const { spec } = named(unit, 'Deployment', 'orders');
    const pod = spec?.template?.spec;
    const readiness = { protocol: 'HTTP', port: 9201, path: '/healthz' };
    const share = { by: 'percent', percent: 5 };
    expect(tenant.canary).toEqual({ serviceName: 'orders-canary', share, readiness });
    expect(named(unit, 'Deployment', 'orders-canary').spec?.template?.spec.containers[0]).toMatchObject({
      image: 'registry.example.com/integration/orders:2.8.0-mi4.4.0',
    });
    expect(spec).toMatchObject({
      replicas: 3,
      minReadySeconds: 45,
      progressDeadlineSeconds: 300 + 45 + 85 + 120,
    });
    expect(pod?.containers[0]).toMatchObject({
      image: 'registry.example.com/integration/orders:2.7.1-mi4.4.0',
      resources: { requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '2', memory: '2Gi' } },
      startupProbe: { periodSeconds: 5, failureThreshold: 61 },
      env: [
        { name: 'JVM_MEM_OPTS', value: '-Xms768m -Xmx768m' },
        {
          name: 'TLS_KEYSTORE_PASSWORD',
          valueFrom: { secretKeyRef: { name: 'orders-keystore', key: 'password' } },
        },
        {
          name: 'TLS_KEYSTORE_KEY_PASSWORD',
          valueFrom: { secretKeyRef: { name: 'orders-keystore', key: 'password' } },
        },
        { name: 'STOCK_URL', value: 'https://stock.example.com' },
        { name: 'STOCK_PASSWORD', valueFrom: { secretKeyRef: { name: 'stock-api', key: 'password' } } },
      ],
      envFrom: [{ configMapRef: { name: 'site' } }],
      volumeMounts: expect.arrayContaining([{ name: 'shared-orders-in', mountPath: '/mnt/in', readOnly: true }]),
    });
    expect(JSON.stringify(named(unit, 'PrometheusRule', 'orders').spec)).toContain('[15m])) >= 7"');
    const requests = [8253, 8290].map((port) => ({ port, protocol: 'TCP' }));
    expect(named(unit, 'NetworkPolicy', 'orders').spec).toMatchObject({
      ingress: [{ from: [{ ipBlock: { cidr: '10.50.0.0/24' } }], ports: requests }],
      egress: [{ to: [{ ipBlock: { cidr: '10.40.0.0/24' } }], ports: [{ port: 443, protocol: 'TCP' }] }],
    });
    expect(pod).toMatchObject({ nodeSelector: { 'kubernetes.io/arch': 'amd64' } });
    expect(pod?.initContainers).toEqual([expect.objectContaining({ name: 'audit-log' })]);
    const [config] = ofKind(unit, 'ConfigMap').filter(({ metadata }) => /^orders-config-/.test(metadata.name));
    expect(parse(config?.data?.['deployment.toml'] ?? '')).toMatchObject({
      server: { hostname: 'orders.example.com', hot_deployment: false },
      transport: { http: { listener: { keystore: { location: 'repository/resources/security/orders.jks' } } } },
    });
  });

  test('what is left out has the default of the documentation', () => {
    const unit = unitWith({});
    expect(theOne(unit, 'Deployment').spec).toMatchObject({ minReadySeconds: 30, progressDeadlineSeconds: 415 });
    expect(serverOf(unit)).toMatchObject({
      resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } },
      startupProbe: { periodSeconds: 5, failureThreshold: 180 / 5 + 1 },
      env: [{ name: 'JVM_MEM_OPTS', value: '-Xms512m -Xmx512m' }],
      volumeMounts: [{ name: 'config', mountPath: '/home/wso2carbon/wso2-config-volume', readOnly: true }],
    });
    expect(podOf(unit)).not.toHaveProperty('initContainers');
    expect(podOf(unit).volumes).toEqual([expect.objectContaining({ name: 'config' })]);
  });

  test('a deployment.toml of nobody’s own is the stock one of the release, without hot deployment', () => {
    expect(tomlOf(unitWith({}))).toEqual({
      server: { hostname: 'localhost', hot_deployment: false },
      server_configuration: { diagnostic_tool_enabled: 'false' },
      user_store: { type: 'read_only_ldap' },
      keystore: {
        primary: {
          file_name: 'repository/resources/security/wso2carbon.jks',
          password: 'wso2carbon',
          alias: 'wso2carbon',
          key_password: 'wso2carbon',
        },
      },
      truststore: {
        file_name: 'repository/resources/security/client-truststore.jks',
        password: 'wso2carbon',
      },
    });
  });

  test.each([
    ['less than one question of the kubelet', Duration.seconds(4), '4'],
    ['two days', Duration.days(2), '172800'],
    ['a part of a second', Duration.millis(5500), '5.5'],
  ])('fails when the start may take %s', (_, startBudget, got) => {
    expect(errorOf(() => unitWith({ lifecycle: { startBudget } }))).toBe(
      `lifecycle.startBudget of tenant "retail/orders" must be a whole number of seconds from 5 to 86400, got ${got}`,
    );
  });

  test('the start may take what the fastest takes, or a day', () => {
    expect(serverOf(unitWith({ lifecycle: { startBudget: Duration.seconds(24) } }))).toMatchObject({
      startupProbe: { failureThreshold: 6 },
    });
    expect(serverOf(unitWith({ lifecycle: { startBudget: Duration.days(1) } }))).toMatchObject({
      startupProbe: { failureThreshold: 86_400 / 5 + 1 },
    });
  });

  test.each([
    ['half a second', Duration.millis(500), '0.5'],
    ['more than a day', Duration.seconds(86_401), '86401'],
  ])('fails when a pod must stay ready for %s', (_, minReady, got) => {
    expect(errorOf(() => unitWith({ lifecycle: { minReady } }))).toBe(
      `lifecycle.minReady of tenant "retail/orders" must be a whole number of seconds from 0 to 86400, got ${got}`,
    );
  });

  test('a pod may count as ready at once: what the API server does not keep is not written', () => {
    const { spec } = theOne(unitWith({ lifecycle: { minReady: Duration.seconds(0) } }), 'Deployment');
    expect(spec).not.toHaveProperty('minReadySeconds');
  });

  test('hot deployment may be turned on by whoever wants it', () => {
    const unit = unitWith({ config: { toml: { server: { hot_deployment: true } } } });
    expect(tomlOf(unit)).toMatchObject({ server: { hostname: 'localhost', hot_deployment: true } });
  });

  test('fails when a tenant stands in no business unit', () => {
    expect(errorOf(() => new MiTenant(newFleet(), 'orders', { image, scaling }))).toBe(
      'scope of construct "orders" must be a business unit or stand in one, with no other chart between, got the fleet itself; ' +
        'write new BusinessUnit(fleet, …) and hand it over',
    );
  });

  test('fails when a tenant stands in a plain chart inside a unit, whose namespace and labels it would not get', () => {
    const nested = new Chart(newUnit(), 'nested');
    expect(errorOf(() => new MiTenant(new Construct(nested, 'team'), 'orders', { image, scaling }))).toBe(
      'scope of construct "retail/nested/team/orders" must be a business unit or stand in one, ' +
        'with no other chart between, got "retail/nested/team"; write new BusinessUnit(fleet, …) and hand it over',
    );
  });
});

describe('names and configuration', () => {
  const nameOfConfig = (unit: BusinessUnit) => theOne(unit, 'ConfigMap').metadata.name;

  test('a change of the configuration has a name of its own, so it rolls the pods and the old one stays for them', () => {
    const changed = unitWith({ config: { toml: { server: { hostname: 'orders.example.com' } } } });
    expect(nameOfConfig(changed)).not.toBe(nameOfConfig(unitWith({})));
    expect(theOne(changed, 'ConfigMap')).toMatchObject({ immutable: true });
    expect(JSON.stringify(podOf(changed).volumes)).toContain(nameOfConfig(changed));
  });

  test('what does not change the configuration leaves its name alone', () => {
    expect(nameOfConfig(unitWith({ image: base.withApp('orders', '9.9.9') }))).toBe(nameOfConfig(unitWith({})));
  });

  test('neither the selector nor anything else changes when a tenant is wrapped in another construct', () => {
    const wrapped = newUnit();
    new MiTenant(new Construct(new Construct(wrapped, 'team'), 'wrapper'), 'orders', { image, scaling });
    expect(manifestsOf(wrapped)).toEqual(manifestsOf(unitWith({})));
  });

  test('the selector is made of ids alone, so that no version and no other prop changes it', () => {
    const selector = {
      matchLabels: { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/part-of': 'retail' },
    };
    for (const props of [{}, { image: base.withApp('else', '9.9.9') }, { scaling: Scaling.auto({ min: 2, max: 3 }) }]) {
      expect(theOne(unitWith(props), 'Deployment').spec?.selector).toEqual(selector);
    }
  });

  test('in a namespace that units share, names carry the unit and labels keep the tenants apart', () => {
    const fleet = newFleet();
    const unit = new BusinessUnit(fleet, 'retail', { contact: 'x', namespace: UnitNamespace.existing('shared') });
    const tenant = new MiTenant(unit, 'orders', { image, scaling });
    expect(tenant.name).toBe('retail-orders');
    expect(theOne(unit, 'Deployment')).toMatchObject({
      metadata: { name: 'retail-orders', namespace: 'shared' },
      spec: {
        selector: { matchLabels: { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/part-of': 'retail' } },
        template: { spec: { serviceAccountName: 'retail-orders' } },
      },
    });
    expect(theOne(unit, 'Service').metadata.name).toBe('retail-orders');
  });
});

describe('releases', () => {
  function rendered(release: '4.1.0' | '4.4.0' | '4.6.0'): ReadonlyMap<string, unknown> {
    const unit = newUnit();
    new MiTenant(unit, 'orders', {
      image: MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release, tag: 'same' }).withApp(
        'orders',
        '1.0.0',
      ),
      scaling,
      tls: Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' }),
      logging: [LoggingSidecar.toStdout({ image: 'registry.example.com/tools/busybox:1.36.1', files: ['audit.log'] })],
    });
    const leaves = manifestsOf(unit).flatMap(({ data, ...manifest }) => [
      ...leavesOf(manifest, manifest.kind),
      ...(data === undefined ? [] : leavesOf(parse(data['deployment.toml'] ?? ''), 'deployment.toml')),
    ]);
    return new Map(leaves);
  }

  function leavesOf(value: unknown, path: string): ReadonlyArray<readonly [string, unknown]> {
    return typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, child]) => leavesOf(child, `${path}/${key}`))
      : [[path, value]];
  }

  function differences(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] {
    return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort();
  }

  const server = 'Deployment/spec/template/spec/containers/0';

  test('a tenant of 4.1.0 and one of 4.6.0 differ exactly where the releases do', () => {
    expect(differences(rendered('4.1.0'), rendered('4.6.0'))).toEqual([
      'ConfigMap/metadata/name',
      'Deployment/metadata/annotations/kubernetes.io/description',
      'Deployment/spec/progressDeadlineSeconds',
      `${server}/livenessProbe/httpGet/path`,
      `${server}/livenessProbe/httpGet/port`,
      `${server}/livenessProbe/tcpSocket/port`,
      `${server}/resources/limits/ephemeral-storage`,
      `${server}/startupProbe/httpGet/path`,
      `${server}/startupProbe/httpGet/port`,
      `${server}/startupProbe/tcpSocket/port`,
      `${server}/volumeMounts/1/mountPath`,
      'Deployment/spec/template/spec/securityContext/fsGroup',
      'Deployment/spec/template/spec/securityContext/runAsGroup',
      'Deployment/spec/template/spec/securityContext/runAsUser',
      'Deployment/spec/template/spec/terminationGracePeriodSeconds',
      'Deployment/spec/template/spec/volumes/0/projected/sources/0/configMap/name',
      'Deployment/spec/template/spec/volumes/1/emptyDir/sizeLimit',
      'Deployment/spec/template/spec/volumes/2/configMap/name',
      'deployment.toml/server/graceful_shutdown_enabled',
      'deployment.toml/server/graceful_shutdown_timeout',
      'deployment.toml/server_configuration/diagnostic_tool_enabled',
    ]);
  });

  test('a tenant of 4.4.0 and one of 4.6.0 differ in the drain, which 4.5.0 made longer and configurable', () => {
    expect(differences(rendered('4.4.0'), rendered('4.6.0'))).toEqual([
      'ConfigMap/metadata/name',
      'Deployment/metadata/annotations/kubernetes.io/description',
      'Deployment/spec/progressDeadlineSeconds',
      `${server}/volumeMounts/1/mountPath`,
      'Deployment/spec/template/spec/terminationGracePeriodSeconds',
      'Deployment/spec/template/spec/volumes/0/projected/sources/0/configMap/name',
      'Deployment/spec/template/spec/volumes/2/configMap/name',
      'deployment.toml/server/graceful_shutdown_enabled',
      'deployment.toml/server/graceful_shutdown_timeout',
    ]);
  });
});

test('a plain object may stand under a tenant and is of its unit', () => {
  const unit = newUnit();
  const tenant = new MiTenant(unit, 'orders', { image, scaling });
  new ApiObject(tenant, 'monitor', { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor' });
  expect(theOne(unit, 'ServiceMonitor')).toEqual({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: {
      name: 'orders-monitor',
      namespace: 'retail',
      labels: {
        'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
        'app.kubernetes.io/part-of': 'retail',
        'cdk8s-wso2-mi/unit': 'retail',
      },
    },
  });
});
