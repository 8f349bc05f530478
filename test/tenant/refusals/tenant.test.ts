import { ApiObject, JsonPatch, Size } from 'cdk8s';
import {
  BusinessUnit,
  EnvValue,
  type FleetProps,
  LoggingSidecar,
  MiBaseImage,
  MiSize,
  MiTenant,
  type MiTenantProps,
  Scaling,
  SharedVolume,
  UnitNamespace,
  VolumeSource,
} from '../../../lib';
import { base, errorOf, newFleet, newUnit, refusalOf } from '../../manifests';

const image = base.withApp('orders', '1.0.0');
const scaling = Scaling.fixed(2);
const source = VolumeSource.nfs('nfs01.example.com', '/export/orders');

/** What the fleet says about a tenant with these props; empty if nothing is refused. */
function judge(props: (unit: BusinessUnit) => Partial<MiTenantProps<'app'>>, fleetProps: FleetProps = {}): string {
  const fleet = newFleet(fleetProps);
  const unit = newUnit(fleet);
  new MiTenant(unit, 'orders', { image, scaling, ...props(unit) });
  return errorOf(() => fleet.render());
}

describe('ids', () => {
  const keda = Scaling.keda({ min: 1, max: 2, triggers: [{ type: 'cron', metadata: {} }] });
  const rule = (max: number) =>
    `must be lower-case letters, digits and "-", begin with a letter, not end with "-", and have at most ${max} characters`;

  test('fails when the id of a tenant is no DNS label', () => {
    const fleet = newFleet();
    new MiTenant(newUnit(fleet), 'Orders_API', { image, scaling });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(`id of tenant "retail/Orders_API" ${rule(63)}, got "Orders_API"`),
    );
  });

  test('fails when the name of a tenant, with the unit before it, has more than 63 characters', () => {
    const fleet = newFleet();
    const unit = new BusinessUnit(fleet, 'retail', { contact: 'x', namespace: UnitNamespace.existing('shared') });
    const id = 'o'.repeat(57);
    new MiTenant(unit, id, { image, scaling });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(`id of tenant "retail/${id}" ${rule(63)}, got "retail-${id}"; it has 64; shorten it`),
    );
  });

  test('fails when the name of a singleton has more than 52 characters, since its controller adds a hash', () => {
    const fleet = newFleet();
    const id = 'o'.repeat(53);
    new MiTenant(newUnit(fleet), id, { image, scaling: Scaling.singleton() });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(`id of tenant "retail/${id}" ${rule(52)}, got "${id}"; it has 53; shorten it`),
    );
  });

  test('fails when KEDA would refuse the name of its autoscaler, which is longer', () => {
    const fleet = newFleet();
    const id = 'o'.repeat(55);
    new MiTenant(newUnit(fleet), id, { image, scaling: keda });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(`id of tenant "retail/${id}" ${rule(54)}, got "${id}"; it has 55; shorten it`),
    );
  });

  test.each([
    ['63 characters', 63, Scaling.fixed(2)],
    ['52 characters as a singleton', 52, Scaling.singleton()],
    [
      '54 characters where KEDA counts',
      54,
      Scaling.keda({ min: 1, max: 2, triggers: [{ type: 'cron', metadata: {} }] }),
    ],
  ])('a tenant may have %s', (_, length, of) => {
    const fleet = newFleet();
    new MiTenant(newUnit(fleet), 'o'.repeat(length), { image, scaling: of });
    expect(errorOf(() => fleet.render())).toBe('');
  });
});

describe('scaling', () => {
  test.each([
    ['fixed(2)', Scaling.fixed(2)],
    ['auto(1 to 3)', Scaling.auto({ min: 1, max: 3 })],
  ])('fails when a poller is scaled by %s, at the compiler and without one', (text, scaled) => {
    const fleet = newFleet();
    const poller = base.withPoller('orders-poller', '1.0.0');
    // @ts-expect-error a poller takes Scaling.singleton() or coordinated(…) only
    new MiTenant(newUnit(fleet), 'orders-poller', { image: poller, scaling: scaled });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        `scaling of tenant "retail/orders-poller" must be Scaling.singleton() or coordinated(…) for the poller orders-poller, got ${text}; ` +
          'two pollers would do the same work twice, also for the moment of an update',
      ),
    );
  });

  test('a poller may be a singleton, and so may an app', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    new MiTenant(unit, 'files', { image: base.withPoller('files', '1.0.0'), scaling: Scaling.singleton() });
    new MiTenant(unit, 'orders', { image, scaling: Scaling.singleton() });
    expect(errorOf(() => fleet.render())).toBe('');
  });
});

describe('images', () => {
  test.each(['registry.example.com/integration/mi-base', 'docker.io/example/mi-base'])(
    'fails when the image %s is to be the latest',
    (repository) => {
      expect(errorOf(() => MiBaseImage.fromRegistry(repository, { release: '4.4.0', tag: 'latest' }))).toBe(
        `tag of base image "${repository}" must name one build, got "latest"; ` +
          'a moving tag changes what runs without changing the manifest, so nothing rolls out or back',
      );
    },
  );

  test('fails when an application is to be the latest', () => {
    expect(errorOf(() => base.withApp('orders', 'latest'))).toBe(
      'version of image "orders" must be letters, digits, "_", "." and "-", at most 63 characters, ' +
        'and name one build, got "latest"',
    );
  });

  test('fails when an image that was made by hand is to be the latest', () => {
    const reference = 'registry.example.com/integration/orders:latest';
    expect(errorOf(() => judge(() => ({ image: { ...image, reference } })))).toBe(
      'tag of image "orders" must name one build, got "latest"; ' +
        'a moving tag changes what runs without changing the manifest, so nothing rolls out or back',
    );
  });

  test.each([
    ['registry.example.com/tools/busybox:latest', '"latest"'],
    ['registry.example.com/tools/busybox', '""'],
  ])('fails when a sidecar takes %s', (sidecar, got) => {
    expect(errorOf(() => LoggingSidecar.toStdout({ image: sidecar, files: ['audit.log'] }))).toBe(
      `tag of logging sidecar "${sidecar}" must name one build, got ${got}; ` +
        'a moving tag changes what runs without changing the manifest, so nothing rolls out or back',
    );
  });
});

describe('memory', () => {
  test('fails when heap and the rest of the JVM do not fit into the limit', () => {
    expect(errorOf(() => MiSize.of({ memory: Size.gibibytes(1), heap: Size.mebibytes(1024) }))).toBe(
      'heap of size "500m, 1Gi" must leave 308Mi of memory to the rest of the JVM, got heap 1024Mi and memory 1024Mi; ' +
        'otherwise the kernel kills it under load; give it memory of 1332Mi or more',
    );
  });

  test('fails when a small heap leaves less than 256Mi', () => {
    expect(errorOf(() => MiSize.of({ memory: Size.mebibytes(767), heap: Size.mebibytes(512) }))).toBe(
      'heap of size "500m, 767Mi" must leave 256Mi of memory to the rest of the JVM, got heap 512Mi and memory 767Mi; ' +
        'otherwise the kernel kills it under load; give it memory of 768Mi or more',
    );
    expect(errorOf(() => MiSize.of({ memory: Size.mebibytes(768), heap: Size.mebibytes(512) }))).toBe('');
  });

  test('fails when the heap is said in JVM_MEM_OPTS, which the size sets', () => {
    expect(judge(() => ({ env: { JVM_MEM_OPTS: '-Xmx4g' } }))).toBe(
      refusalOf(
        'env.JVM_MEM_OPTS of tenant "retail/orders" must not be set by hand, got "JVM_MEM_OPTS"; ' +
          'the tenant sets it, from its other props',
      ),
    );
  });

  test.each([
    ['JAVA_MEM_OPTS', '-Xmx4g'],
    ['JAVA_OPTS', '-Dfile.encoding=UTF-8 -Xmx4g'],
    ['JAVA_OPTS', '-Xms4g'],
  ])('fails when the heap is said in %s: %s', (name, value) => {
    expect(judge(() => ({ env: { [name]: value } }))).toBe(
      refusalOf(
        `env.${name} of tenant "retail/orders" must leave the heap to size, got "${name}"; ` +
          'write size: MiSize.of({ heap: … })',
      ),
    );
  });

  test('JAVA_OPTS may say what is not the heap', () => {
    expect(judge(() => ({ env: { JAVA_OPTS: '-Duser.timezone=UTC' } }))).toBe('');
  });
});

describe('mounts', () => {
  const take = 'take a folder that the image does not have: /mnt/in';

  test.each([
    ['/home/wso2carbon', 'the product’s home'],
    ['/home', 'the product’s home'],
    ['/home/wso2carbon/wso2mi-4.4.0', 'the product’s home'],
    ['/home/wso2carbon/wso2mi-4.4.0/repository/deployment/server', 'the product’s home'],
    ['/home/wso2carbon/docker-entrypoint.sh', 'the entrypoint'],
    ['/home/wso2carbon/wso2-config-volume/conf', 'the configuration volume'],
    ['/usr', 'the system folder /usr'],
    ['/etc/ssl/certs', 'the system folder /etc'],
    ['/opt', 'the system folder /opt/java'],
  ] as const)('fails when a mount at %s hides %s', (path, hidden) => {
    expect(judge((unit) => ({ mounts: [new SharedVolume(unit, 'in', { source }).at(path)] }))).toBe(
      refusalOf(`mounts of tenant "retail/orders" must not hide ${hidden}, got "${path}"; ${take}`),
    );
  });

  test.each(['/', '/home/wso2carbon/', '/mnt/../home/wso2carbon', '/mnt/in:ro'] as const)(
    'fails when a mount is at %s, which is no plain path',
    (path) => {
      expect(judge((unit) => ({ mounts: [new SharedVolume(unit, 'in', { source }).at(path)] }))).toBe(
        refusalOf(
          'mounts of tenant "retail/orders" must be an absolute path on one line without ".", "..", ":" and a "/" at the end, ' +
            `got "${path}"; ${take}`,
        ),
      );
    },
  );

  test.each(['/mnt/in', '/data', '/home/wso2carbon/in', '/etcetera', '/home/wso2carbon/wso2mi-4.4.0-in'] as const)(
    'a mount may be at %s, which is not in the image',
    (path) => {
      expect(judge((unit) => ({ mounts: [new SharedVolume(unit, 'in', { source }).at(path)] }))).toBe('');
    },
  );

  test('fails when two mounts have one path', () => {
    expect(
      judge((unit) => ({
        mounts: [
          new SharedVolume(unit, 'in', { source }).at('/mnt/orders'),
          new SharedVolume(unit, 'out', { source }).at('/mnt/orders'),
        ],
      })),
    ).toBe(refusalOf('mounts of tenant "retail/orders" must have a path each, got /mnt/orders twice'));
  });

  test('fails when a volume is of another unit', () => {
    const fleet = newFleet();
    const orders = new SharedVolume(newUnit(fleet, 'logistics'), 'parcels', { source });
    new MiTenant(newUnit(fleet), 'orders', { image, scaling, mounts: [orders.readOnlyAt('/mnt/in')] });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'mounts of tenant "retail/orders" must be volumes of its own unit "retail", got "logistics/parcels"; ' +
          'a claim cannot be used from another namespace; declare the same source in this unit',
      ),
    );
  });
});

describe('environment', () => {
  const sentence = (name: string, why: string) =>
    `env.${name} of tenant "retail/orders" must take a secret from a Secret, got ${why}; ` +
    'write EnvValue.fromSecret(name, key), or EnvValue.notSecret(text) if everyone may read it';

  test.each(['DB_PASSWORD', 'apiToken', 'SIGNING_KEY', 'CLIENT_SECRET', 'dbPassword2'])(
    'fails when %s is written out',
    (name) => {
      expect(judge(() => ({ env: { [name]: 'hunter2' } }))).toBe(
        refusalOf(sentence(name, 'a name that means a secret')),
      );
    },
  );

  test.each([
    ['a PEM block', '-----BEGIN PRIVATE KEY-----\nMIIE'],
    ['user:password@ in a URL', 'amqp://orders:hunter2@mq.example.com'],
    ['an AWS access key', 'AKIAIOSFODNN7EXAMPLE'],
    ['a password among the parameters of a URL', 'jdbc:mysql://db.example.com/orders?user=orders&password=hunter2'],
  ])('fails when the value holds %s, whatever its name, and does not repeat it', (what, value) => {
    expect(judge(() => ({ env: { SETTINGS: value } }))).toBe(
      refusalOf(sentence('SETTINGS', `a value that holds ${what}`)),
    );
  });

  test('what is about a secret, or is none by the author’s word, passes', () => {
    expect(
      judge(() => ({
        env: {
          TOKEN_URL: 'https://login.example.com/token',
          KEY_ALIAS: 'orders',
          PASSWORD_POLICY: 'strict',
          MONKEY: 'see',
          DB_PASSWORD: EnvValue.fromSecret('orders-db', 'password'),
          ROUTING_KEY: EnvValue.notSecret('orders.created'),
        },
      })),
    ).toBe('');
  });

  test('fails when a variable has a name that no shell takes', () => {
    expect(judge(() => ({ env: { 'stock-url': 'https://stock.example.com' } }))).toBe(
      refusalOf(
        'env.stock-url of tenant "retail/orders" must be named by letters, digits and "_", ' +
          'not beginning with a digit, got "stock-url"',
      ),
    );
  });

  test.each(['WSO2_SERVER_HOME', 'WORKING_DIRECTORY'])('fails when %s is set, which the image sets', (name) => {
    expect(judge(() => ({ env: { [name]: '/opt/mi' } }))).toBe(
      refusalOf(
        `env.${name} of tenant "retail/orders" must not be set by hand, got "${name}"; ` +
          'the tenant sets it, from its other props',
      ),
    );
  });
});

describe('deployment.toml', () => {
  const sentence = (key: string, why: string) =>
    `config.toml.${key} of tenant "retail/orders" must take a secret from the environment, got ${why}; ` +
    'write "$env{NAME}" and set env.NAME to EnvValue.fromSecret(…)';

  test('fails when a password is written out, however deep', () => {
    expect(
      judge(() => ({
        config: { toml: { datasource: [{ id: 'orders', url: 'jdbc:mysql://db/orders', password: 'hunter2' }] } },
      })),
    ).toBe(refusalOf(sentence('datasource.0.password', 'a name that means a secret')));
  });

  test('fails when a value holds a password, whatever its key', () => {
    expect(
      judge(() => ({
        config: { toml: { mq: { url: 'amqp://orders:hunter2@mq.example.com' } }, uncheckedKeys: ['mq'] },
      })),
    ).toBe(refusalOf(sentence('mq.url', 'a value that holds user:password@ in a URL')));
  });

  test.each(['$env{DB_PASSWORD}', '$secret{db_password}'])('a password may be the reference %s', (password) => {
    const env = { DB_PASSWORD: EnvValue.fromSecret('orders-db', 'password') };
    const toml = { datasource: [{ id: 'orders', password }], secrets: { db_password: '$env{DB_PASSWORD}' } };
    expect(judge(() => ({ env, config: { toml } }))).toBe('');
  });
});

describe('logging', () => {
  const busybox = 'registry.example.com/tools/busybox:1.36.1';

  test('fails when a file reaches the console already', () => {
    const logging = [LoggingSidecar.toStdout({ image: busybox, files: ['wso2carbon.log'] })];
    expect(judge(() => ({ logging }))).toBe(
      refusalOf(
        'logging of tenant "retail/orders" must print only what the console does not have, got "wso2carbon.log"; ' +
          'its lines are in the output of Micro Integrator already and would come twice',
      ),
    );
  });

  test('fails when the release does not write a file', () => {
    const fleet = newFleet();
    const mi41 = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.1.0' });
    new MiTenant(newUnit(fleet), 'orders', {
      image: mi41.withApp('orders', '1.0.0'),
      scaling,
      logging: [LoggingSidecar.toStdout({ image: busybox, files: ['http_access.log'] })],
    });
    expect(errorOf(() => fleet.render())).toBe(
      refusalOf(
        'logging of tenant "retail/orders" must name files that release 4.1.0 writes: audit.log, wso2-mi-service.log, ' +
          'tm.out, wso2-mi-api.log, correlation.log, got "http_access.log"',
      ),
    );
  });

  test('fails when a file is printed twice, also by two sidecars', () => {
    const audit = LoggingSidecar.toStdout({ image: busybox, files: ['audit.log'] });
    const more = LoggingSidecar.toStdout({ image: busybox, files: ['tm.out', 'audit.log'] });
    expect(judge(() => ({ logging: [audit, more] }))).toBe(
      refusalOf('logging of tenant "retail/orders" must print a file once, got "audit.log"'),
    );
  });

  test.each(['1.27', '1.28'] as const)('fails when a sidecar is rendered for Kubernetes %s', (kubernetes) => {
    const logging = [LoggingSidecar.toStdout({ image: busybox, files: ['audit.log'] })];
    expect(judge(() => ({ logging }), { kubernetes })).toBe(
      refusalOf(
        `logging of tenant "retail/orders" must have no sidecar before Kubernetes 1.29, got "${kubernetes}"; ` +
          'without native sidecars the lines of the drain are lost; raise kubernetes of the Fleet',
      ),
    );
    expect(judge(() => ({ logging }))).toBe('');
    expect(judge(() => ({}), { kubernetes })).toBe('');
  });
});

test('fails when a JSON patch lets the processes of a pod see each other', () => {
  const fleet = newFleet();
  const workload = new MiTenant(newUnit(fleet), 'orders', { image, scaling }).node.findChild('workload');
  if (ApiObject.isApiObject(workload)) {
    workload.addJsonPatch(JsonPatch.add('/spec/template/spec/shareProcessNamespace', true));
  }
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'shareProcessNamespace of Deployment "retail/orders" must be left out, got true; ' +
        'it breaks the drain before stop; a sidecar sees files over a volume, not over processes',
    ),
  );
});

test('several mistakes, of several tenants and kinds, are reported all at once', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const volume = new SharedVolume(unit, 'in', { source });
  new MiTenant(unit, 'orders', {
    image,
    scaling,
    mounts: [volume.at('/home/wso2carbon')],
    env: { API_TOKEN: 'hunter2' },
    config: { toml: { mq: { password: 'hunter2' } }, uncheckedKeys: ['mq'] },
  });
  new MiTenant(unit, 'prices', { image, scaling, env: { JAVA_MEM_OPTS: '-Xmx1g' } });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'mounts of tenant "retail/orders" must not hide the product’s home, got "/home/wso2carbon"; ' +
        'take a folder that the image does not have: /mnt/in',
      'env.API_TOKEN of tenant "retail/orders" must take a secret from a Secret, got a name that means a secret; ' +
        'write EnvValue.fromSecret(name, key), or EnvValue.notSecret(text) if everyone may read it',
      'config.toml.mq.password of tenant "retail/orders" must take a secret from the environment, ' +
        'got a name that means a secret; write "$env{NAME}" and set env.NAME to EnvValue.fromSecret(…)',
      'env.JAVA_MEM_OPTS of tenant "retail/prices" must leave the heap to size, got "JAVA_MEM_OPTS"; ' +
        'write size: MiSize.of({ heap: … })',
    ),
  );
});
