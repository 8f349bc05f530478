import {
  ArgoStep,
  BusinessUnit,
  EnvValue,
  Keystore,
  LoggingSidecar,
  MiBaseImage,
  type MiRelease,
  MiTenant,
  type MiTenantProps,
  Scaling,
  SharedVolume,
  VolumeSource,
} from '../../../lib';
import { base, newFleet, newUnit, podOf, serverOf, theOne } from '../../manifests';

function unitWith(props: Partial<MiTenantProps<'app'>>, release: MiRelease = '4.4.0'): BusinessUnit {
  const unit = newUnit();
  const mi = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release });
  new MiTenant(unit, 'orders', { image: mi.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2), ...props });
  return unit;
}

const audit = LoggingSidecar.toStdout({
  image: 'registry.example.com/tools/busybox:1.36.1',
  files: ['audit.log', 'http_access.log'],
});

describe('who the pod runs as', () => {
  test.each([
    ['4.3.0', 802],
    ['4.4.0', 10802],
  ] as const)('a pod of %s runs as user and group %i of its image, and its volumes are theirs', (release, user) => {
    expect(podOf(unitWith({}, release)).securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: user,
      runAsGroup: user,
      fsGroup: user,
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    });
  });

  test('every container of a pod is fit for the restricted pod security standard', () => {
    const { containers, initContainers = [] } = podOf(unitWith({ logging: [audit] }));
    for (const container of [...containers, ...initContainers]) {
      expect(container).toMatchObject({
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      });
    }
    expect(initContainers).toHaveLength(2);
  });

  test('a pod does not learn about the Services of its namespace', () => {
    expect(podOf(unitWith({}))).toMatchObject({ enableServiceLinks: false });
  });

  test('a pod logs in to registries by the pull secrets of its unit', () => {
    const unit = new BusinessUnit(newFleet(), 'retail', { contact: 'x', pullSecrets: ['hub-login', 'ecr-login'] });
    new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });
    expect(podOf(unit).imagePullSecrets).toEqual([{ name: 'hub-login' }, { name: 'ecr-login' }]);
    expect(podOf(unitWith({}))).not.toHaveProperty('imagePullSecrets');
  });

  test('a pull secret that its unit names twice is in the pod once, since a list by name has no room for two', () => {
    const pullSecrets = ['hub-login', 'ecr-login', 'hub-login'];
    const unit = new BusinessUnit(newFleet(), 'retail', { contact: 'x', pullSecrets });
    new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2) });
    expect(podOf(unit).imagePullSecrets).toEqual([{ name: 'hub-login' }, { name: 'ecr-login' }]);
  });
});

describe('how the pod lives', () => {
  const get = (path: string) => ({ httpGet: { path, port: 9201 } });
  const connect = { tcpSocket: { port: 8290 } };

  test.each([
    ['1.1.0', connect, { httpGet: { path: '/healthz', port: 8290 } }, connect],
    ['1.2.0', connect, get('/healthz'), connect],
    ['4.1.0', connect, get('/healthz'), connect],
    ['4.2.0', get('/liveness'), get('/healthz'), get('/liveness')],
    ['4.6.0', get('/liveness'), get('/healthz'), get('/liveness')],
  ] as const)('a pod of %s is asked what its release can answer', (release, startup, readiness, liveness) => {
    expect(serverOf(unitWith({}, release))).toMatchObject({
      startupProbe: { ...startup, periodSeconds: 5, timeoutSeconds: 3 },
      readinessProbe: { ...readiness, periodSeconds: 5, timeoutSeconds: 4, failureThreshold: 3 },
      livenessProbe: { ...liveness, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 },
    });
  });

  test.each(['1.1.0', '1.2.0', '4.0.0', '4.1.0', '4.2.0', '4.3.0', '4.4.0', '4.5.0', '4.6.0'] as const)(
    'a faulty application does not restart a pod of %s for ever: only readiness asks /healthz',
    (release) => {
      const { startupProbe, livenessProbe } = serverOf(unitWith({}, release));
      expect(JSON.stringify([startupProbe, livenessProbe])).not.toContain('/healthz');
    },
  );

  test.each([
    ['1.1.0', 10 + 60 + 15],
    ['4.4.0', 10 + 60 + 15],
    ['4.5.0', 10 + 180 + 15],
  ] as const)('a pod of %s may take the %i seconds of its drain to stop', (release, seconds) => {
    expect(podOf(unitWith({}, release))).toMatchObject({ terminationGracePeriodSeconds: seconds });
  });

  test('Micro Integrator is told to stop by its own command, after the proxies had time to look away', () => {
    expect(serverOf(unitWith({})).lifecycle).toEqual({
      preStop: {
        exec: {
          command: [
            'sh',
            '-c',
            [
              'sleep 10',
              'if [ -s "$WSO2_SERVER_HOME/wso2carbon.pid" ]',
              'then sh "$WSO2_SERVER_HOME/bin/micro-integrator.sh" stop',
              'else kill -TERM -1',
              'fi',
            ].join('\n'),
          ],
        },
      },
    });
  });

  test.each([
    ['Deployment', {}, 'pod-template-hash'],
    ['StatefulSet', { scaling: Scaling.singleton() }, 'controller-revision-hash'],
    ['Rollout', { scaling: Scaling.fixed(2, { argoSteps: [ArgoStep.weight(50)] }) }, 'rollouts-pod-template-hash'],
  ] as const)(
    'pods of a %s spread over zones and nodes, each generation for itself, but rather stand together than not at all',
    (_, props, generation) => {
      const spread = (topologyKey: string) => ({
        maxSkew: 1,
        topologyKey,
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: {
          matchLabels: { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/part-of': 'retail' },
        },
        matchLabelKeys: [generation],
      });
      expect(podOf(unitWith(props)).topologySpreadConstraints).toEqual([
        spread('topology.kubernetes.io/zone'),
        spread('kubernetes.io/hostname'),
      ]);
    },
  );

  test('the ports of the container have names of at most 15 characters', () => {
    expect(serverOf(unitWith({})).ports).toEqual([
      { name: 'http', containerPort: 8290, protocol: 'TCP' },
      { name: 'https', containerPort: 8253, protocol: 'TCP' },
      { name: 'internal-http', containerPort: 9201, protocol: 'TCP' },
      { name: 'management', containerPort: 9164, protocol: 'TCP' },
    ]);
  });

  test('the image is pulled as its base says', () => {
    const mi = MiBaseImage.fromRegistry('registry.example.com/mi', { release: '4.4.0', pullPolicy: 'Always' });
    expect(serverOf(unitWith({ image: mi.withApp('orders', '1.0.0') }))).toMatchObject({ imagePullPolicy: 'Always' });
    expect(serverOf(unitWith({}))).toMatchObject({ imagePullPolicy: 'IfNotPresent' });
  });
});

describe('what the pod sees', () => {
  test('variables come from text, Secrets and ConfigMaps', () => {
    const env = {
      STOCK_URL: 'https://stock.example.com',
      ROUTING_KEY: EnvValue.notSecret('orders.created'),
      STOCK_PASSWORD: EnvValue.fromSecret('stock-api', 'password'),
      REGION: EnvValue.fromConfigMap('site', 'region'),
    };
    expect(serverOf(unitWith({ env })).env).toEqual([
      { name: 'JVM_MEM_OPTS', value: '-Xms512m -Xmx512m' },
      { name: 'STOCK_URL', value: 'https://stock.example.com' },
      { name: 'ROUTING_KEY', value: 'orders.created' },
      { name: 'STOCK_PASSWORD', valueFrom: { secretKeyRef: { name: 'stock-api', key: 'password' } } },
      { name: 'REGION', valueFrom: { configMapKeyRef: { name: 'site', key: 'region' } } },
    ]);
  });

  test('the entrypoint finds configuration and keystore in the folder that it copies over the product’s home', () => {
    const tls = Keystore.fromSecret('orders-keystore', { file: 'orders.jks', password: 'password' });
    const unit = unitWith({ tls });
    const config = theOne(unit, 'ConfigMap').metadata.name;
    expect(serverOf(unit).volumeMounts).toEqual([
      { name: 'config', mountPath: '/home/wso2carbon/wso2-config-volume', readOnly: true },
    ]);
    expect(podOf(unit).volumes).toEqual([
      {
        name: 'config',
        projected: {
          sources: [
            { configMap: { name: config, items: [{ key: 'deployment.toml', path: 'conf/deployment.toml' }] } },
            {
              secret: {
                name: 'orders-keystore',
                items: [{ key: 'orders.jks', path: 'repository/resources/security/orders.jks' }],
              },
            },
          ],
        },
      },
    ]);
  });

  test('a sidecar sees the log folder that Micro Integrator writes', () => {
    const pod = podOf(unitWith({ logging: [audit] }));
    expect(pod.volumes).toContainEqual({ name: 'logs', emptyDir: { sizeLimit: '3369Mi' } });
    expect(pod.containers[0]?.volumeMounts).toContainEqual({
      name: 'logs',
      mountPath: '/home/wso2carbon/wso2mi-4.4.0/repository/logs',
    });
    const volumeMounts = [
      { name: 'logs', mountPath: '/logs', readOnly: true },
      { name: 'follow', mountPath: '/follow', readOnly: true },
    ];
    expect(pod.initContainers).toMatchObject([
      { name: 'audit-log', volumeMounts },
      { name: 'http-access-log', volumeMounts },
    ]);
  });

  test('a sidecar outlives the drain: it is an init container that is always restarted', () => {
    expect(podOf(unitWith({ logging: [audit] })).initContainers).toMatchObject([
      { restartPolicy: 'Always' },
      { restartPolicy: 'Always' },
    ]);
  });

  test('a volume that is mounted at two paths is one volume of the pod', () => {
    const unit = newUnit();
    const files = new SharedVolume(unit, 'files', { source: VolumeSource.nfs('nfs01.example.com', '/files') });
    new MiTenant(unit, 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
      mounts: [files.readOnlyAt('/mnt/in'), files.at('/mnt/out')],
    });
    expect(podOf(unit).volumes?.slice(1)).toEqual([
      { name: 'shared-files', persistentVolumeClaim: { claimName: files.claimName } },
    ]);
    expect(serverOf(unit).volumeMounts?.slice(1)).toEqual([
      { name: 'shared-files', mountPath: '/mnt/in', readOnly: true },
      { name: 'shared-files', mountPath: '/mnt/out' },
    ]);
  });
});
