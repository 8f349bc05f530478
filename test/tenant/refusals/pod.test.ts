import { ConfigMap } from 'cdk8s-plus-27';
import type { ResourceRequirements } from '../../../imports/k8s';
import {
  BusinessUnit,
  ConfigFile,
  EnvSource,
  EnvValue,
  ExternalSecret,
  LoggingSidecar,
  MiTenant,
  type PodProps,
  Quota,
  Scaling,
  SecretStore,
  SharedVolume,
  VolumeSource,
} from '../../../lib';
import { base, newFleet, newUnit, saidOf, sentencesOf } from '../../manifests';

/** What is said of a tenant whose workload asks for this. */
function said(pod: PodProps): string[] {
  return saidOf({ pod });
}

describe('arguments', () => {
  test('fails for a secret that is written out, and does not repeat it', () => {
    expect(said({ args: ['-Ddb.password=hunter2', '-Ddb.user=orders'] })).toEqual([
      'pod.args of tenant "retail/orders" must take a secret from a Secret, got a name that means a secret; ' +
        'whoever sees the process sees its arguments; write env with EnvValue.fromSecret(name, key)',
    ]);
  });

  const script = 'it is a command of the start script, and the container would end';
  const ports = 'ports, probes and Service count on the stock offset';
  const heap = 'write size: MiSize.of({ heap: … }), or env.JAVA_OPTS';

  test.each([
    ['stop', script],
    ['start', script],
    ['--restart', script],
    ['version', script],
    ['--version', script],
    ['car', script],
    ['--car', script],
    ['--env-file=/mnt/env', 'it would set variables that no check has seen; write env or envFrom'],
    ['debug', 'the server would wait for a debugger; say it by env.JAVA_OPTS where that is wanted'],
    ['--debug', 'the server would wait for a debugger; say it by env.JAVA_OPTS where that is wanted'],
    ['-DportOffset=3', ports],
    ['-DenableReadinessProbe=false', 'the kubelet asks these'],
    ['-DenableLivenessProbe=false', 'the kubelet asks these'],
    ['-DgracefulShutdown=false', 'the grace period of the pod counts on the drain'],
    ['-Xmx4g', heap],
    ['-XX:MaxRAMPercentage=90', heap],
  ])('fails for %s', (arg, instead) => {
    expect(said({ args: ['-Da=b', arg] })).toEqual([
      `pod.args of tenant "retail/orders" must leave the server and its ports alone, got "${arg}"; ${instead}`,
    ]);
  });

  test.each(['-Dgreeting=good morning', '-Da=b -Dc=d', '-Da=b\t', ''])(
    'fails for %j, which the script takes apart',
    (arg) => {
      expect(said({ args: [arg] })).toEqual([
        `pod.args of tenant "retail/orders" must be one word each, got ${JSON.stringify(arg)}; ` +
          'the start script takes it apart at spaces; write env.JAVA_OPTS, or two arguments',
      ]);
    },
  );

  test.each(['-Duser.timezone=UTC', '-DenableCorrelationLogs=true', '-Dstop=1', '-DenableX=1', '-Dcar=1'])(
    '%s may be one',
    (arg) => {
      expect(said({ args: [arg] })).toEqual([]);
    },
  );
});

describe('labels', () => {
  test.each([
    'app.kubernetes.io/name',
    'app.kubernetes.io/instance',
    'app.kubernetes.io/part-of',
    'app.kubernetes.io/version',
    'cdk8s-wso2-mi/tenant',
    'cdk8s-wso2-mi/unit',
    'app.kubernetes.io/component',
    'app.kubernetes.io/managed-by',
  ])('fails when %s is replaced', (label) => {
    expect(said({ labels: { [label]: 'x', team: 'y' } })).toEqual([
      `pod.labels of tenant "retail/orders" must not replace labels of the tenant, got "${label}"`,
    ]);
  });
});

test.each(['a/b/c', '', '-a', 'a b', 'k'.repeat(64)])('fails when a label has the key %j', (key) => {
  expect(said({ labels: { [key]: 'x' } })).not.toEqual([]);
});

test.each(['a/b/c', '', 'a b'])('fails when an annotation has the key %j', (key) => {
  expect(said({ annotations: { [key]: 'x' } })).not.toEqual([]);
});

test.each(['much', '-1', '1 Gi'])('fails when %s is a quantity, also without a quota', (text) => {
  const containers = [
    { name: 'proxy', image: 'registry.example.com/tools/app:1', resources: { requests: { memory: text } } },
  ];
  expect(said({ containers })).not.toEqual([]);
});

describe('ports', () => {
  const sentence = (name: string, must: string, got: unknown) =>
    `pod.ports["${name}"] of tenant "retail/orders" must ${must}, got ${typeof got === 'string' ? JSON.stringify(got) : got}`;
  const rule = 'have a free name of at most 15 lower-case letters, digits and single "-"';

  test.each([
    'http',
    'https',
    'internal-http',
    'management',
    'HL7',
    'hl7_2',
    '-hl7',
    '2575',
    '',
    'n'.repeat(16),
    'pass-through-http',
    'a--b',
  ])('fails when one is named %j', (name) => {
    expect(said({ ports: { [name]: 2575 } })).toEqual([sentence(name, rule, name)]);
  });

  test.each([0, 65_536, 1.5, -1])('fails when one is %d', (port) => {
    expect(said({ ports: { hl7: port } })).toEqual([sentence('hl7', 'be a whole number from 1 to 65535', port)]);
  });

  test.each([8290, 8253, 9201, 9164])('fails for %d, which Micro Integrator has', (port) => {
    expect(said({ ports: { hl7: port } })).toEqual([
      `${sentence('hl7', 'be a port of its own', port)}; Micro Integrator has it; take another`,
    ]);
  });

  test('fails when two are the same', () => {
    expect(said({ ports: { hl7: 2575, mllp: 2575 } })).toEqual([
      `${sentence('mllp', 'be a port of its own', 2575)}; pod.ports["hl7"] has it; take another`,
    ]);
  });

  test.each(['hl7', 'n'.repeat(15), 'ws-1', '1st'])('one may be named %s', (name) => {
    expect(said({ ports: { [name]: 1 } })).toEqual([]);
  });
});

describe('containers', () => {
  const own = (name: string) =>
    `pod container "${name}" of tenant "retail/orders" must have a name of its own, got "${name}"`;

  test('fails when one is named like the server, a sidecar or another', () => {
    const logging = [
      LoggingSidecar.toStdout({ image: 'registry.example.com/busybox:1.36.1', files: ['audit.log', 'tm.out'] }),
    ];
    const containers = [
      { name: 'micro-integrator', image: 'registry.example.com/tools/app:1' },
      { name: 'audit-log', image: 'registry.example.com/tools/app:1' },
      { name: 'proxy', image: 'registry.example.com/tools/app:1' },
    ];
    const initContainers = [
      { name: 'proxy', image: 'registry.example.com/tools/app:1' },
      { name: 'tm-out', image: 'registry.example.com/tools/app:1' },
    ];
    expect(saidOf({ logging, pod: { containers, initContainers } })).toEqual(
      ['micro-integrator', 'audit-log', 'proxy', 'tm-out'].map(own),
    );
  });

  test('fails when one has a secret written out, and does not repeat it', () => {
    const env = [{ name: 'DB_PASSWORD', value: 'hunter2' }];
    expect(said({ containers: [{ name: 'proxy', image: 'registry.example.com/tools/app:1', env }] })).toEqual([
      'pod container "proxy" of tenant "retail/orders" must take a secret from a Secret, got a name that means a secret; ' +
        'write valueFrom: { secretKeyRef: { name, key } }',
    ]);
  });

  const need = (name: string) =>
    `pod container "${name}" of tenant "retail/orders" must have requests and limits of cpu and memory, ` +
    'since its unit has a quota, got none, or what is no quantity; the quota is the sum of what they say';

  function saidUnderQuota(pod: PodProps): string[] {
    const fleet = newFleet();
    const unit = new BusinessUnit(fleet, 'retail', { contact: 'x', quota: Quota.ofTenants() });
    new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2), pod });
    return sentencesOf(() => fleet.render());
  }

  const amounts = { cpu: '1', memory: '1Gi' };
  const { cpu, memory } = amounts;

  test.each<[string, ResourceRequirements | undefined]>([
    ['nothing', undefined],
    ['only requests', { requests: amounts }],
    ['only limits', { limits: amounts }],
    ['no memory', { requests: { cpu }, limits: { cpu } }],
    ['no cpu', { requests: { memory }, limits: { memory } }],
    ['zero', { requests: { cpu: '0', memory }, limits: amounts }],
  ])('fails when one in a unit with a quota says %s of its resources', (_, resources) => {
    expect(
      saidUnderQuota({ containers: [{ name: 'proxy', image: 'registry.example.com/tools/app:1', resources }] }),
    ).toEqual([need('proxy')]);
    expect(
      saidUnderQuota({ initContainers: [{ name: 'fetch', image: 'registry.example.com/tools/app:1', resources }] }),
    ).toEqual([need('fetch')]);
    expect(said({ containers: [{ name: 'proxy', image: 'registry.example.com/tools/app:1', resources }] })).toEqual([]);
  });

  test('one that says all is taken under a quota', () => {
    const containers = [
      { name: 'proxy', image: 'registry.example.com/tools/app:1', resources: { requests: amounts, limits: amounts } },
    ];
    expect(saidUnderQuota({ containers })).toEqual([]);
  });
});

describe('volumes', () => {
  test.each(['config', 'logs', 'follow', 'shared-in', 'secret-orders'])(
    'fails when one is named %s, which the tenant itself may have',
    (name) => {
      expect(said({ volumes: [{ name, emptyDir: {} }] })).toEqual([
        `pod.volumes of tenant "retail/orders" must have names of their own, got "${name}"`,
      ]);
    },
  );

  test.each([
    ['/home/wso2carbon', 'not hide the product’s home'],
    ['/home/wso2carbon/wso2mi-4.4.0/lib', 'not hide the product’s home'],
    ['/home/wso2carbon/wso2-config-volume', 'not hide the configuration volume'],
    ['/etc', 'not hide the system folder /etc'],
    ['mnt', 'be an absolute path on one line without ".", "..", ":" and a "/" at the end'],
  ])('fails when one is mounted at %s', (mountPath, must) => {
    const volumes = [{ name: 'scratch', emptyDir: {} }];
    expect(said({ volumes, volumeMounts: [{ name: 'scratch', mountPath }] })).toEqual([
      `pod.volumeMounts of tenant "retail/orders" must ${must}, got "${mountPath}"; ` +
        'write config: { files: … } for a file of the product',
    ]);
  });

  const scratch = { name: 'scratch', emptyDir: {} };

  test('fails when two have one name', () => {
    expect(said({ volumes: [scratch, scratch] })).not.toEqual([]);
  });

  test('fails when a mount names no volume', () => {
    expect(said({ volumeMounts: [{ name: 'scratch', mountPath: '/mnt/scratch' }] })).not.toEqual([]);
  });

  test('fails when two are mounted at one path', () => {
    const volumeMounts = [scratch, { ...scratch, name: 'other' }].map(({ name }) => ({ name, mountPath: '/mnt/x' }));
    expect(said({ volumes: [scratch, { ...scratch, name: 'other' }], volumeMounts })).not.toEqual([]);
  });

  test('fails when one is mounted where a shared volume is', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const shared = new SharedVolume(unit, 'in', { source: VolumeSource.nfs('nfs01.example.com', '/in') });
    new MiTenant(unit, 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
      mounts: [shared.readOnlyAt('/mnt/in')],
      pod: { volumes: [scratch], volumeMounts: [{ name: 'scratch', mountPath: '/mnt/in' }] },
    });
    expect(sentencesOf(() => fleet.render())).not.toEqual([]);
  });
});

describe('what the cluster would not run, or not scale', () => {
  test('fails when an autoscaler would look at a container that asks for no cpu', () => {
    const pod = { containers: [{ name: 'proxy', image: 'registry.example.com/tools/app:1' }] };
    expect(saidOf({ scaling: Scaling.auto({ min: 2, max: 4 }), pod })).toEqual([
      'pod container "proxy" of tenant "retail/orders" must request cpu, since an autoscaler looks at that of the whole ' +
        'pod, got none; without it the autoscaler does nothing',
    ]);
    expect(saidOf({ scaling: Scaling.fixed(2), pod })).toEqual([]);
  });

  test.each([
    ['an argument', { pod: { args: ['-DnodeId=one'] } }, 'pod.args'],
    ['an option of the JVM', { env: { JAVA_OPTS: '-Da=b -DnodeId=one' } }, 'env.JAVA_OPTS'],
  ])('fails when %s gives all pods one id', (_, props, prop) => {
    expect(saidOf(props)).toEqual([
      `${prop} of tenant "retail/orders" must leave the server and its ports alone, got "-DnodeId=one"; ` +
        'each pod has its name as the variable nodeId; one id for all would make them one',
    ]);
  });

  test('fails when a Secret is brought in another unit', () => {
    const fleet = newFleet();
    const other = new ExternalSecret(newUnit(fleet, 'finance'), 'stock', {
      store: SecretStore.cluster('vault'),
      data: { password: { key: 'stock' } },
    });
    new MiTenant(newUnit(fleet), 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
      env: { STOCK: EnvValue.fromSecret(other, 'password') },
    });
    expect(sentencesOf(() => fleet.render())).toEqual([
      'Secret stock of tenant "retail/orders" must be in the namespace of its unit, "retail", got "finance"; ' +
        'a pod reads none of another namespace; bring it in this unit too',
    ]);
  });

  test('fails when a ConfigMap of cdk8s-plus stands in another unit, or in another namespace of this one', () => {
    const fleet = newFleet();
    const settings = new ConfigMap(newUnit(fleet, 'finance'), 'settings', { metadata: { name: 'settings' } });
    const unit = newUnit(fleet);
    const elsewhere = new ConfigMap(unit, 'site', { metadata: { name: 'site', namespace: 'infra' } });
    const image = base.withApp('orders', '1.0.0');
    const envFrom = [EnvSource.configMap(settings)];
    const config = { files: { 'conf/site.properties': ConfigFile.fromConfigMap(elsewhere, 'site') } };
    new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(2), envFrom, config });
    const instead = 'a pod reads none of another namespace; bring it in this unit too';
    expect(sentencesOf(() => fleet.render())).toEqual([
      `ConfigMap settings of tenant "retail/orders" must be in the namespace of its unit, "retail", got "finance"; ${instead}`,
      `ConfigMap site of tenant "retail/orders" must be in the namespace of its unit, "retail", got "infra"; ${instead}`,
    ]);
  });
});
