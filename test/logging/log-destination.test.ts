import type { ResourceRequirements } from '../../imports/k8s';
import {
  BusinessUnit,
  ConsoleLogging,
  Endpoint,
  EnvValue,
  type LogDestination,
  LoggingSidecar,
  type MiImage,
  type MiLogFile,
  MiTenant,
  type MiTenantProps,
  type PodFacts,
  type PodPart,
  Quota,
  Scaling,
} from '../../lib';
import { LOGS_VOLUME, logFolder } from '../../lib/logging/log-folder';
import { base, newFleet, newTenant, podOf, saidOf, serverOf, theOne, variableOf } from '../manifests';

const collector = Endpoint.outside('logs.example.com', 5044, ['10.50.0.0/24']);
const amounts = (cpu: string, memory: string): ResourceRequirements => ({
  requests: { cpu: cpu, memory: memory },
  limits: { cpu: cpu, memory: memory },
});

/** A destination that lib/ has never heard of: an agent that ships the log folder, and the token that it logs in by. */
class Shipper implements LogDestination {
  public readonly moves = [];

  public constructor(
    public readonly reads: readonly MiLogFile[],
    private readonly name = 'shipper',
  ) {}

  public part(image: MiImage, pod: PodFacts): PodPart {
    const { volumes = [], volumeMounts } = logFolder(image, pod);
    return {
      env: { SHIPPER_ADDRESS: EnvValue.notSecret(collector.address) },
      args: ['-Dshipper=on'],
      sidecars: [
        {
          name: this.name,
          image: 'registry.example.com/tools/shipper:2.0.0',
          env: [EnvValue.fromSecret('shipper-login', 'token').asEnvVar('TOKEN')],
          resources: amounts('50m', '64Mi'),
          volumeMounts: [
            { name: LOGS_VOLUME, mountPath: '/logs', readOnly: true },
            { name: 'shipper', mountPath: '/etc/shipper', readOnly: true },
          ],
        },
      ],
      containers: [{ name: `${this.name}-status`, image: 'registry.example.com/a:1', resources: amounts('5m', '8Mi') }],
      volumes: [...volumes, { name: 'shipper', texts: { 'shipper.conf': `send ${this.reads.join()}` } }],
      volumeMounts,
      labels: { 'example.com/shipped': 'yes' },
      annotations: { 'example.com/shipper': this.reads.join() },
      endpoints: [collector],
      secrets: [{ secretName: 'shipper-login', csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true } }],
      complaints: this.reads.includes('tm.out')
        ? [{ prop: 'logging', must: 'ship no transactions', got: 'tm.out', instead: 'they are for the database' }]
        : [],
    };
  }
}

describe('a destination that is defined outside of the library', () => {
  const { unit, endpoints } = newTenant({ logging: [new Shipper(['audit.log', 'correlation.log'])] });

  test('has its container before the server and to the end of its drain, hardened like any other', () => {
    expect(podOf(unit).initContainers).toEqual([
      {
        name: 'shipper',
        image: 'registry.example.com/tools/shipper:2.0.0',
        env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'shipper-login', key: 'token' } } }],
        resources: {
          requests: { cpu: '50m', memory: '64Mi' },
          limits: { cpu: '50m', memory: '64Mi' },
        },
        restartPolicy: 'Always',
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        volumeMounts: [
          { name: 'logs', mountPath: '/logs', readOnly: true },
          { name: 'shipper', mountPath: '/etc/shipper', readOnly: true },
        ],
      },
    ]);
    expect(podOf(unit).containers.map(({ name }) => name)).toEqual(['micro-integrator', 'shipper-status']);
  });

  test('has its volumes, a text among them, and the server writes its logs into the one', () => {
    const { name } = theOne(unit, 'ConfigMap').metadata;
    expect(podOf(unit).volumes?.slice(1)).toEqual([
      { name: 'logs', emptyDir: { sizeLimit: expect.any(String) } },
      { name: 'shipper', configMap: { name, items: [{ key: 'shipper.conf', path: 'shipper.conf' }] } },
      { name: 'secret-shipper-login', csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true } },
    ]);
    expect(theOne(unit, 'ConfigMap').data?.['shipper.conf']).toBe('send audit.log,correlation.log');
    expect(serverOf(unit).volumeMounts?.slice(1)).toEqual([
      { name: 'logs', mountPath: '/home/wso2carbon/wso2mi-4.4.0/repository/logs' },
      { name: 'secret-shipper-login', mountPath: '/mnt/secrets-store/shipper-login', readOnly: true },
    ]);
  });

  test('has its variables, arguments, labels, annotations and systems', () => {
    expect(variableOf(unit, 'SHIPPER_ADDRESS')).toEqual({ value: 'logs.example.com:5044' });
    // The log of correlation has no lines without the second.
    expect(serverOf(unit)).toMatchObject({ args: ['-Dshipper=on', '-DenableCorrelationLogs=true'] });
    expect(theOne(unit, 'Deployment').spec?.template).toMatchObject({
      metadata: {
        labels: { 'example.com/shipped': 'yes', 'app.kubernetes.io/instance': 'orders' },
        annotations: { 'example.com/shipper': 'audit.log,correlation.log' },
      },
    });
    expect(endpoints).toEqual([collector]);
  });

  test('rolls its pods when its Secret changes', () => {
    const logging = [new Shipper(['audit.log'])];
    const rolling = newTenant({ logging, lifecycle: { onSecretChange: 'roll' } });
    expect(theOne(rolling.unit, 'Deployment').metadata.annotations).toMatchObject({
      'secret.reloader.stakater.com/reload': 'shipper-login',
    });
  });

  test('what its containers need is in the quota of the unit', () => {
    const quotaWith = (props: Partial<MiTenantProps<'app'>>) => {
      const limited = new BusinessUnit(newFleet(), 'retail', { contact: 'x', quota: Quota.ofTenants() });
      const image = base.withApp('orders', '1.0.0');
      new MiTenant(limited, 'orders', { image, scaling: Scaling.fixed(1), ...props });
      return theOne(limited, 'ResourceQuota').spec?.hard;
    };
    const containers = [
      { name: 'a', resources: amounts('50m', '64Mi') },
      { name: 'b', resources: amounts('5m', '8Mi') },
    ];
    const logging = [new Shipper(['audit.log'])];
    expect(quotaWith({ logging })).toEqual(quotaWith({ pod: { containers } }));
    expect(quotaWith({ logging })).not.toEqual(quotaWith({}));
  });

  test('what is wrong with it is refused, in its own words', () => {
    expect(saidOf({ logging: [new Shipper(['audit.log'])] })).toEqual([]);
    expect(saidOf({ logging: [new Shipper(['tm.out'])] })).toEqual([
      'logging of tenant "retail/orders" must ship no transactions, got "tm.out"; they are for the database',
    ]);
  });

  test('fails like any sidecar before Kubernetes 1.29', () => {
    expect(saidOf({ logging: [new Shipper(['audit.log'])] }, { kubernetes: '1.28' })).toEqual([
      'logging of tenant "retail/orders" must have no sidecar before Kubernetes 1.29, got "1.28"; ' +
        'without native sidecars the lines of the drain are lost; raise kubernetes of the Fleet',
    ]);
  });

  test('fails beside another that reads the same file, or empties it', () => {
    const image = 'registry.example.com/tools/busybox:1.36.1';
    const shipper = new Shipper(['audit.log']);
    expect(saidOf({ logging: [shipper, LoggingSidecar.toStdout({ image, files: ['audit.log'] })] })).toEqual([
      'logging of tenant "retail/orders" must print a file once, got "audit.log"',
    ]);
    expect(saidOf({ logging: [shipper, ConsoleLogging.of('audit')] })).toEqual([
      'logging of tenant "retail/orders" must send a log to one place, got audit to the console and audit.log to a ' +
        'sidecar; what goes to the console leaves its file, so the sidecar would find it empty; keep one of the two',
    ]);
  });

  test('fails when a container of the user has the name of one of its own, or a volume', () => {
    const logging = [new Shipper(['audit.log'])];
    const pod = {
      containers: [{ name: 'shipper', image: 'registry.example.com/tools/app:1' }],
      volumes: [{ name: 'shipper', emptyDir: {} }],
    };
    expect(saidOf({ logging, pod })).toEqual([
      'pod container "shipper" of tenant "retail/orders" must have a name of its own, got "shipper"',
      'pod.volumes of tenant "retail/orders" must have names of their own, got "shipper"',
    ]);
  });
});
