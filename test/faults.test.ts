/** Faults that others made, each shown not to be possible here: by the manifest, by the compiler or by a sentence. */

import { type Chart, Size } from 'cdk8s';
import {
  BusinessUnit,
  Datasource,
  Endpoint,
  EnvValue,
  GatewayController,
  GatewayIngress,
  Keystore,
  type KeystoreProps,
  LoadBalancer,
  LoggingSidecar,
  Metrics,
  MiBaseImage,
  MiSize,
  MiTenant,
  type MiTenantProps,
  Quota,
  Route,
  Scaling,
  SharedVolume,
  Tls,
  VolumeSource,
} from '../lib';
import { imageOf, RELEASES } from './config-parts';
import {
  base,
  errorOf,
  type Manifest,
  manifestsOf,
  named,
  newFleet,
  newTenant,
  newUnit,
  podOf,
  saidOf,
  sentencesOf,
  serverOf,
  theOne,
  tomlOf,
} from './manifests';

const tls = Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' });
const source = VolumeSource.nfs('nfs01.example.com', '/export/lab');
const busybox = 'registry.example.com/tools/busybox:1.36.1';
const scaling = Scaling.fixed(2);

/** A unit with all that the article speaks of: services behind nginx, one of them by passthrough, and a poller. */
function clinic(): { readonly objects: readonly Manifest[]; readonly unit: BusinessUnit } {
  const fleet = newFleet();
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.nginx(),
    hosts: { 'pass.example.com': 'clinic', 'shop.example.com': 'clinic', '*': 'clinic' },
    tls: { 'shop.example.com': Tls.secret('shop-tls') },
  });
  const unit = new BusinessUnit(fleet, 'clinic', { contact: 'clinic@example.com', quota: Quota.ofTenants() });
  const image = base.withApp('appointments', '1.0.0');
  const appointments = new MiTenant(unit, 'appointments', { image, scaling: Scaling.auto({ min: 2, max: 4 }), tls });
  const prices = new MiTenant(unit, 'prices', {
    image: base.withApp('prices', '1.0.0'),
    scaling,
    config: { metrics: Metrics.prometheus() },
  });
  const files = new SharedVolume(unit, 'lab-results', { source });
  new MiTenant(unit, 'lab-results-poller', {
    image: base.withPoller('lab-results-poller', '1.4.0'),
    scaling: Scaling.singleton(),
    mounts: [files.at('/mnt/in')],
    logging: [LoggingSidecar.toStdout({ image: busybox, files: ['audit.log'] })],
  });
  new GatewayIngress(unit, 'routes', {
    via,
    routes: [
      Route.passthrough('pass.example.com', appointments),
      Route.http('shop.example.com', { to: prices.http }),
      Route.http('shop.example.com', { path: '/bar', to: prices.https }),
      Route.defaultBackend(prices.http),
    ],
  });
  expect(errorOf(() => fleet.render())).toBe('');
  return { objects: fleet.charts.flatMap(manifestsOf), unit };
}

const { objects, unit: clinicUnit } = clinic();
const all = JSON.stringify(objects);
const workloads = objects.filter(({ spec }) => spec?.template !== undefined);
const ingresses = objects.filter(({ kind }) => kind === 'Ingress');

/** Every rule of every Ingress: host, path, and the port that answers. */
const rules = ingresses.flatMap(({ metadata, spec }) =>
  (Object(spec).rules ?? []).flatMap(({ host, http }: RuleManifest) =>
    http.paths.map(({ path, pathType, backend }) => {
      const { name, port } = backend.service;
      return { ingress: metadata.name, namespace: metadata.namespace, host, path, pathType, name, port: port.number };
    }),
  ),
) as readonly RuleOf[];

interface RuleManifest {
  readonly host: string;
  readonly http: {
    readonly paths: ReadonlyArray<{
      readonly path: string;
      readonly pathType: string;
      readonly backend: { readonly service: { readonly name: string; readonly port: { readonly number: number } } };
    }>;
  };
}

interface RuleOf {
  readonly ingress: string;
  readonly namespace: string;
  readonly host: string;
  readonly path: string;
  readonly pathType: string;
  readonly name: string;
  readonly port: number;
}

/** The tenant "retail/orders" of a release, rendered. */
function onRelease(release: (typeof RELEASES)[number], props: Partial<MiTenantProps<'app'>> = {}): BusinessUnit {
  return newTenant({ image: imageOf(release), ...props }).unit;
}

describe('faults of helm-mi', () => {
  test('1. the heap is said in JAVA_MEM_OPTS, which nothing reads', () => {
    expect(serverOf(newTenant().unit).env).toEqual([{ name: 'JVM_MEM_OPTS', value: '-Xms512m -Xmx512m' }]);
    expect(saidOf({ env: { JAVA_MEM_OPTS: '-Xmx1024m' } })).toEqual([
      'env.JAVA_MEM_OPTS of tenant "retail/orders" must leave the heap to size, got "JAVA_MEM_OPTS"; ' +
        'write size: MiSize.of({ heap: … })',
    ]);
  });

  test('2. the heap is as large as the limit', () => {
    expect(errorOf(() => MiSize.of({ memory: Size.gibibytes(1), heap: Size.gibibytes(1) }))).toMatch(
      /^heap of size "500m, 1Gi" must leave 308Mi of memory to the rest of the JVM, /,
    );
    const { memoryMebibytes, heapMebibytes } = MiSize.of();
    expect(memoryMebibytes - heapMebibytes).toBeGreaterThanOrEqual(256);
  });

  test('3. version of paths and version of image are two settings that differ', () => {
    for (const release of RELEASES) {
      const unit = onRelease(release, release === '1.1.0' ? {} : { logging: sidecar('audit.log') });
      const { image, volumeMounts = [] } = serverOf(unit);
      expect(image).toBe(`registry.example.com/integration/orders:1.0.0-mi${release}`);
      const homes = volumeMounts.flatMap(({ mountPath }) => /wso2mi-[^/]*/.exec(String(mountPath)) ?? []);
      expect(homes).toEqual(release === '1.1.0' ? [] : [`wso2mi-${release}`]);
    }
  });

  test('4. a key of the user store is written in two ways, and one of them is lost', () => {
    const toml = { user_store: { type: 'database' } } as const;
    expect(tomlOf(newTenant({ config: { toml } }).unit).user_store).toEqual({ type: 'database' });
    // @ts-expect-error a prop that is spelled otherwise does not compile
    newTenant({ config: { Toml: toml } });
  });

  test('5. a keystore is mounted under a file name that nobody was asked for', () => {
    // @ts-expect-error the file has no default
    const nameless: KeystoreProps = { password: 'password' };
    expect(nameless).not.toHaveProperty('file');
    expect(JSON.stringify(podOf(newTenant({ tls }).unit).volumes)).toContain(
      '{"key":"orders.jks","path":"repository/resources/security/orders.jks"}',
    );
  });

  test('7. the path of the metrics is no prefix of the path that is asked', () => {
    const route = Route.management('ops.example.com', { to: newTenant().metrics, from: ['10.0.0.0/8'] });
    expect([route.path, route.to.number]).toEqual(['/metric-service', 9201]);
    // A prefix is meant element by element.
    expect('/metric-service/metrics'.startsWith(`${route.path}/`)).toBe(true);
  });

  test('8. the Management API is on the public host, and admin/admin opens it', () => {
    expect(rules.filter(({ port }) => port === 9164)).toEqual([]);
    expect(all).not.toMatch(/"admin"|Access-Control-Allow-Origin/);
    const { management } = newTenant();
    // @ts-expect-error a management port is none for the public
    expect(errorOf(() => Route.http('shop.example.com', { to: management }))).not.toBe('');
  });

  test.each(RELEASES)('9. the probe of the start runs nc, which the image of %s may not have', (release) => {
    const { startupProbe, readinessProbe, livenessProbe } = serverOf(onRelease(release));
    for (const probe of [startupProbe, readinessProbe, livenessProbe]) {
      expect(Object.keys(Object(probe)).filter((key) => /^(exec|httpGet|tcpSocket)$/.test(key))).toHaveLength(1);
      expect(probe).not.toHaveProperty('exec');
    }
  });

  test.each(RELEASES)('10. a pod of %s is killed after 30 s without having been told to stop', (release) => {
    const unit = onRelease(release);
    expect(podOf(unit).terminationGracePeriodSeconds).toBeGreaterThanOrEqual(85);
    expect(JSON.stringify(serverOf(unit).lifecycle)).toContain('bin/micro-integrator.sh\\" stop');
  });

  test('11. the setting of the group sets another one', () => {
    expect(podOf(newTenant().unit).securityContext).toMatchObject({
      runAsUser: 10802,
      runAsGroup: 10802,
      fsGroup: 10802,
    });
  });

  test('12. every pod has the same literal id of its node', () => {
    expect(saidOf({ config: { toml: { cluster_config: { node_id: 'node-1' } } } })).toEqual([
      'config.toml.cluster_config.node_id of tenant "retail/orders" must be left alone, got "node-1"; ' +
        'one id for all pods would make them one; each has its name as the variable nodeId',
    ]);
    expect(serverOf(coordinated()).env).toContainEqual({
      name: 'nodeId',
      valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
    });
  });

  test('13. a tls block names an empty Secret', () => {
    expect(errorOf(() => Tls.secret(''))).toBe('name of TLS secret "" must name a Secret of Kubernetes, got ""');
    const secrets = ingresses.flatMap(({ spec }) => (Object(spec).tls ?? []).map(Object));
    const names = new Set(secrets.flatMap(({ secretName }) => secretName ?? []));
    expect(names).toEqual(new Set(['shop-tls']));
  });

  test('14. autoscaler and disruption budget have no namespace', () => {
    const lost = objects.filter(
      ({ kind, metadata }) => !/^(Namespace|PersistentVolume)$/.test(kind) && !metadata.namespace,
    );
    expect(lost).toEqual([]);
    expect(objects.filter(({ kind }) => /^(HorizontalPod|PodDisruption)/.test(kind))).not.toEqual([]);
  });

  test('15. variables in the form of the documentation are not in the form that is read', () => {
    const env = [{ name: 'STAGE', value: 'test' }];
    // @ts-expect-error the one form is a record
    expect(saidOf({ env })).toEqual([
      'env.0 of tenant "retail/orders" must be text or an EnvValue, got [object Object]',
    ]);
  });
});

describe('faults of the article', () => {
  test('1. a Deployment of apps/v1beta1, whose selector may be left out', () => {
    for (const { apiVersion, spec } of workloads) {
      expect(apiVersion).toBe('apps/v1');
      const { matchLabels } = Object(spec?.selector);
      expect(Object(spec?.template).metadata.labels).toMatchObject(matchLabels);
      expect(Object.keys(matchLabels)).not.toEqual([]);
    }
  });

  test('2. an Ingress of extensions/v1beta1, without the type of its paths', () => {
    expect(new Set(ingresses.map(({ apiVersion }) => apiVersion))).toEqual(new Set(['networking.k8s.io/v1']));
    expect(rules.filter(({ pathType }) => pathType !== 'Prefix' && pathType !== 'Exact')).toEqual([]);
    expect(all).not.toMatch(/"serviceName":"[^"]*","servicePort"|"backend":\{"serviceName"/);
  });

  test('3. the class of an Ingress is an annotation', () => {
    expect(ingresses.map(({ spec }) => spec?.ingressClassName)).toEqual(ingresses.map(() => 'nginx'));
    expect(all).not.toContain('kubernetes.io/ingress.class');
  });

  test('4. TLS is passed through to the port of plain HTTP', () => {
    expect(rules.filter(({ host }) => host === 'pass.example.com')).toMatchObject([
      { name: 'appointments', port: 8253 },
    ]);
    // @ts-expect-error a port is no tenant
    expect(errorOf(() => Route.passthrough('pass.example.com', newTenant().http))).toMatch(/^tenant of route /);
  });

  test('5. passthrough stands beside paths and a default backend, which it makes void', () => {
    const passing = ingresses.filter(({ metadata }) =>
      Object.keys(metadata.annotations ?? {}).some((key) => key.endsWith('/ssl-passthrough')),
    );
    expect(passing).toHaveLength(1);
    expect(passing[0]?.spec).not.toHaveProperty('defaultBackend');
    expect(rules.filter(({ ingress }) => ingress === passing[0]?.metadata.name)).toMatchObject([{ path: '/' }]);
    expect(errorOf(() => Route.http('shop.example.com', { path: '/bar/*', to: newTenant().http }))).not.toBe('');
  });

  test('6. backends do not exist, or are in another namespace', () => {
    const services = objects.filter(({ kind }) => kind === 'Service');
    for (const { name, namespace, port } of rules) {
      const service = services.find(({ metadata }) => metadata.name === name && metadata.namespace === namespace);
      expect(Object(service?.spec).ports).toContainEqual(expect.objectContaining({ port }));
    }
  });

  test('7. a volume at /home/wso2carbon hides the product and its entrypoint', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const mounts = [new SharedVolume(unit, 'files', { source }).at('/home/wso2carbon')];
    new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling, mounts });
    expect(sentencesOf(() => fleet.render())).toEqual([
      'mounts of tenant "retail/orders" must not hide the product’s home, got "/home/wso2carbon"; ' +
        'take a folder that the image does not have: /mnt/in',
    ]);
  });

  test('8. an update starts a second poller of one folder beside the first', () => {
    const poller = named(clinicUnit, 'StatefulSet', 'lab-results-poller');
    expect(poller.spec).toMatchObject({ replicas: 1, updateStrategy: { type: 'RollingUpdate' } });
    expect(
      objects.filter(
        ({ kind, metadata }) =>
          kind !== 'StatefulSet' && /Autoscaler|Disruption/.test(kind) && metadata.name === 'lab-results-poller',
      ),
    ).toEqual([]);
    // @ts-expect-error two pollers would read one file twice
    const twice: MiTenantProps<'poller'> = { image: base.withPoller('files', '1.0.0'), scaling };
    expect(twice.scaling.works).toEqual(['app']);
  });

  test('9. a volume has no server, and any tenant’s claim may take it', () => {
    expect(errorOf(() => VolumeSource.nfs('', '/export'))).not.toBe('');
    const [volume] = objects.filter(({ kind }) => kind === 'PersistentVolume');
    const [claim] = objects.filter(({ kind }) => kind === 'PersistentVolumeClaim');
    expect(volume).toMatchObject({
      spec: { claimRef: { name: claim?.metadata.name, namespace: 'clinic' } },
    });
    expect(claim).toMatchObject({ spec: { volumeName: volume?.metadata.name } });
    expect(claim?.spec).not.toHaveProperty('selector');
  });

  test.each(RELEASES)(
    '10. the liveness probe of %s kills a server that starts, or that only holds a faulty CAR',
    (release) => {
      const { startupProbe, livenessProbe } = serverOf(onRelease(release));
      const { periodSeconds, failureThreshold } = Object(startupProbe);
      expect(periodSeconds * failureThreshold).toBeGreaterThanOrEqual(180);
      expect(JSON.stringify([startupProbe, livenessProbe])).not.toContain('/healthz');
      expect(Object(livenessProbe).timeoutSeconds).toBe(5);
    },
  );

  test('11. an image without a tag', () => {
    for (const tag of ['latest', '']) {
      expect(errorOf(() => MiBaseImage.fromRegistry('registry.example.com/mi', { release: '4.4.0', tag }))).not.toBe(
        '',
      );
    }
    const images = workloads.flatMap(({ spec }) => [
      ...(spec?.template?.spec.containers ?? []),
      ...(spec?.template?.spec.initContainers ?? []),
    ]);
    expect(images.filter(({ image }) => !/:[^/:]+$/.test(String(image)) || /:latest$/.test(String(image)))).toEqual([]);
  });

  test('12. memory is promised for less than the JVM takes', () => {
    for (const { spec } of workloads) {
      const [server] = spec?.template?.spec.containers ?? [];
      const { requests, limits } = Object(server?.resources);
      expect(requests.memory).toBe(limits.memory);
      const heap = /-Xmx(\d+)m/.exec(JSON.stringify(server?.env))?.[1];
      expect(Number(heap) + 256).toBeLessThanOrEqual(mebibytes(limits.memory));
    }
  });

  test('13. pods are to multiply by themselves when a limit is hit', () => {
    expect(named(clinicUnit, 'HorizontalPodAutoscaler', 'appointments').spec).toMatchObject({
      minReplicas: 2,
      maxReplicas: 4,
      scaleTargetRef: { kind: 'Deployment', name: 'appointments' },
    });
    // Its percentages are of what is requested.
    expect(named(clinicUnit, 'Deployment', 'appointments').spec?.template?.spec.containers[0]).toMatchObject({
      resources: { requests: { cpu: '500m' } },
    });
  });

  test('14. the Service has no port for management and metrics', () => {
    // A headless one only names the pod of a StatefulSet; nobody is sent there.
    const leading = objects.filter(({ kind, spec }) => kind === 'Service' && Object(spec).clusterIP !== 'None');
    for (const service of leading) {
      const ports: readonly unknown[] = Object(service.spec).ports.map(({ port }: { port: number }) => port);
      expect(ports).toEqual(expect.arrayContaining([8290, 8253, 9201, 9164]));
    }
  });

  test('15. pods hold a token of the API server, which they never ask', () => {
    for (const { spec } of workloads) {
      expect(spec?.template?.spec).toMatchObject({ automountServiceAccountToken: false });
    }
    for (const account of objects.filter(({ kind }) => kind === 'ServiceAccount')) {
      expect(account).toMatchObject({ automountServiceAccountToken: false });
    }
    expect(all).not.toMatch(/"kind":"(Cluster)?Role(Binding)?"/);
  });

  test('16. nothing is said about safety, evictions and the end of a pod', () => {
    for (const { spec } of workloads) {
      const pod = spec?.template?.spec;
      expect(pod).toMatchObject({
        securityContext: { runAsNonRoot: true, runAsUser: 10802, seccompProfile: { type: 'RuntimeDefault' } },
      });
      for (const container of [...(pod?.containers ?? []), ...(pod?.initContainers ?? [])]) {
        expect(container.securityContext).toMatchObject({
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
        });
      }
    }
    expect(theOne(newTenant().unit, 'PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 1 });
  });

  test('17. a sidecar follows a log file that it cannot see, or that the release does not write', () => {
    const pod = named(clinicUnit, 'StatefulSet', 'lab-results-poller').spec?.template?.spec;
    expect(pod?.volumes).toContainEqual(expect.objectContaining({ name: 'logs', emptyDir: expect.anything() }));
    expect(pod?.containers[0]?.volumeMounts).toContainEqual({
      name: 'logs',
      mountPath: '/home/wso2carbon/wso2mi-4.4.0/repository/logs',
    });
    expect(pod?.initContainers?.[0]?.volumeMounts).toContainEqual({ name: 'logs', mountPath: '/logs', readOnly: true });
    // 1.1 declares no appender for it.
    expect(saidOf({ image: imageOf('1.1.0'), logging: sidecar('correlation.log') })).toEqual([
      'logging of tenant "retail/orders" must name files that release 1.1.0 writes: audit.log, wso2-mi-service.log, ' +
        'tm.out, got "correlation.log"',
    ]);
  });

  test('20. configuration is in the image, so each environment needs an image of its own', () => {
    const inStage = (hostname: string) => {
      const { unit } = newTenant({ env: { STOCK_URL: hostname }, config: { toml: { server: { hostname } } } });
      return { image: serverOf(unit).image, toml: tomlOf(unit).server };
    };
    const [test, production] = [inStage('test.example.com'), inStage('example.com')];
    expect(test.image).toBe(production.image);
    expect(test.toml).not.toEqual(production.toml);
  });
});

describe('complaints of users', () => {
  test.each(RELEASES)('1. SIGTERM never reaches the JVM of %s', (release) => {
    const { preStop } = Object(serverOf(onRelease(release)).lifecycle);
    const [shell, , script] = preStop.exec.command;
    expect(shell).toBe('sh');
    // Told by its own command, after the endpoints had time to leave; the kubelet then waits for the process.
    expect(script).toMatch(/^sleep 10\n.*micro-integrator\.sh" stop\n/s);
  });

  test.each(RELEASES)('2. there are no proper probes in %s', (release) => {
    const { startupProbe, readinessProbe, livenessProbe } = serverOf(onRelease(release));
    const ports = [startupProbe, readinessProbe, livenessProbe].map((probe) => {
      const { httpGet, tcpSocket } = Object(probe);
      return (httpGet ?? tcpSocket).port;
    });
    expect(ports.filter((port) => port !== 9201 && port !== 8290)).toEqual([]);
  });

  test('3. images without netcat never get ready', () => {
    expect(all).not.toMatch(/"nc"|\bnc -z|netcat/);
  });

  test('4. nobody says whether several replicas and an autoscaler are possible', () => {
    const app = newTenant({ scaling: Scaling.auto({ min: 2, max: 4 }) });
    expect(theOne(app.unit, 'HorizontalPodAutoscaler').spec).toMatchObject({ minReplicas: 2, maxReplicas: 4 });
    expect(theOne(app.unit, 'Deployment').spec).not.toHaveProperty('replicas');
    const image = base.withPoller('files', '1.0.0');
    // @ts-expect-error and for what they are not
    const poller: MiTenantProps<'poller'> = { image, scaling: Scaling.auto({ min: 1, max: 2 }) };
    expect(poller.scaling.works).toEqual(['app']);
  });

  test('5. a read-only root file system keeps the server from starting', () => {
    for (const { spec } of workloads) {
      const [server] = spec?.template?.spec.containers ?? [];
      expect(server?.securityContext).not.toHaveProperty('readOnlyRootFilesystem');
    }
  });

  test('6. there is no ConfigMap for deployment.toml', () => {
    const { unit } = newTenant();
    expect(theOne(unit, 'ConfigMap')).toMatchObject({
      immutable: true,
      data: { 'deployment.toml': expect.any(String) },
    });
    // A folder of its own, which the entrypoint copies: the server may write to what it gets.
    expect(serverOf(unit).volumeMounts).toEqual([
      { name: 'config', mountPath: '/home/wso2carbon/wso2-config-volume', readOnly: true },
    ]);
  });

  test('7. messages in flight are lost when a pod stops', () => {
    const unit = onRelease('4.5.0');
    expect(tomlOf(unit)).toMatchObject({
      server: { graceful_shutdown_enabled: true, graceful_shutdown_timeout: 180_000 },
    });
    expect(podOf(unit).terminationGracePeriodSeconds).toBeGreaterThan(180);
    expect(saidOf({ pod: { args: ['-DgracefulShutdown=false'] } })).not.toEqual([]);
    expect(saidOf({ config: { toml: { server: { graceful_shutdown_enabled: false } } } })).not.toEqual([]);
  });

  test('8. tasks run on both nodes, on none, or are half lost', () => {
    // On both: without a database there is one pod, never two; with it each has an id of its own.
    const fleet = newFleet();
    const image = base.withPoller('files', '1.0.0');
    // @ts-expect-error it does not compile either
    new MiTenant(newUnit(fleet), 'files', { image, scaling });
    expect(sentencesOf(() => fleet.render())).toEqual([
      'scaling of tenant "retail/files" must be Scaling.singleton() or coordinated(…) for the poller files, got fixed(2); ' +
        'two pollers would do the same work twice, also for the moment of an update',
    ]);
    // On none, half lost: the resolver stays the stock one, not RoundRobin.
    expect(tomlOf(coordinated())).not.toHaveProperty('task_handling');
    expect(JSON.stringify(serverOf(coordinated()).env)).toContain('nodeId');
  });

  test('9. passwords stand in a ConfigMap, and an image is built for each environment', () => {
    const written: ReadonlyArray<Partial<MiTenantProps<'app'>>> = [
      { env: { DB_PASSWORD: 'hunter2' } },
      { env: { DB_URL: 'jdbc:mysql://db/orders?user=orders&password=hunter2' } },
      { config: { toml: { datasource: [{ id: 'orders', password: 'hunter2' }] } } },
      { config: { toml: { secrets: { db: '[hunter2]' } } } },
    ];
    for (const props of written) {
      const sentences = saidOf(props);
      expect(sentences).toHaveLength(1);
      expect(sentences[0]).not.toContain('hunter2');
    }
    const kept = { env: { DB_PASSWORD: EnvValue.fromSecret('orders-db', 'password') } };
    expect(
      saidOf({ ...kept, config: { toml: { mq: { password: '$env{DB_PASSWORD}' } }, uncheckedKeys: ['mq'] } }),
    ).toEqual([]);
  });

  test.each(RELEASES.slice(5))(
    '10. the diagnostics tool of %s takes the heap of the server a second time',
    (release) => {
      expect(tomlOf(onRelease(release))).toMatchObject({ server_configuration: { diagnostic_tool_enabled: 'false' } });
    },
  );
});

function sidecar(...files: Parameters<typeof LoggingSidecar.toStdout>[0]['files'][number][]): LoggingSidecar[] {
  return [LoggingSidecar.toStdout({ image: busybox, files })];
}

/** A unit with one tenant that shares out its work by a database. */
function coordinated(): Chart {
  const image = imageOf('4.4.0', { drivers: ['mysql'] });
  const at = Endpoint.outside('mysql.example.com', 3306, ['10.20.0.0/24']);
  const tasks = Datasource.mysql('WSO2_COORDINATION_DB', {
    at,
    database: 'tasks',
    username: EnvValue.fromSecret('tasks-db', 'username'),
    password: EnvValue.fromSecret('tasks-db', 'password'),
  });
  return newTenant({ image, scaling: Scaling.coordinated(2, tasks) }).unit;
}

function mebibytes(amount: string): number {
  return Number.parseInt(amount, 10) * (amount.endsWith('Gi') ? 1024 : 1);
}
