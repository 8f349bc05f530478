import {
  ArgoStep,
  Canary,
  ControlPlane,
  Datasource,
  Endpoint,
  EnvValue,
  LoggingSidecar,
  MiBaseImage,
  type MiImage,
  MiTenant,
  Scaling,
  SharedVolume,
  VolumeSource,
} from '../../../lib';
import { imageOf } from '../../config-parts';
import { base, newFleet, newUnit, saidOf, sentencesOf } from '../../manifests';

const canary = Canary.percent(10, { image: base.withApp('orders', '1.1.0') });
/** One that no route has to lead to. */
const idle = Canary.percent(0, { image: base.withApp('orders', '1.1.0') });
const sentence = (must: string, got: string, instead: string) =>
  `canary of tenant "retail/orders" must ${must}, got ${got}; ${instead}`;

test('a tenant that may run more than once may have one', () => {
  expect(saidOf({ canary: idle })).toEqual([]);
  expect(saidOf({ canary: idle, scaling: Scaling.auto({ min: 1, max: 3 }) })).toEqual([]);
  expect(saidOf({ canary: idle, scaling: Scaling.fixed(1) })).toEqual([]);
});

test('fails beside steps of Argo Rollouts, which would replace the pods of the tenant in the middle of its trial', () => {
  const scaling = Scaling.fixed(2, { argoSteps: [ArgoStep.weight(50)] });
  expect(saidOf({ canary: idle, scaling })).toEqual([
    sentence(
      'not stand beside steps of Argo Rollouts',
      'argoSteps',
      'both bring a new image to a part of the requests; take one of the two',
    ),
  ]);
});

test('fails for a singleton, of which a canary would be the second pod', () => {
  expect(saidOf({ canary, scaling: Scaling.singleton() })).toEqual([
    sentence(
      'be for a tenant that may run more than once',
      'singleton()',
      'a canary is a second pod; take Scaling.fixed or auto',
    ),
  ]);
});

test('fails for a poller, whose work it would do a second time', () => {
  const fleet = newFleet();
  const image = base.withPoller('orders', '1.0.0');
  new MiTenant(newUnit(fleet), 'orders', { image, scaling: Scaling.singleton(), canary });
  expect(sentencesOf(() => fleet.render())).toEqual([
    sentence('be for an application', 'poller', 'it would do the work of the poller a second time'),
    sentence(
      'be for a tenant that may run more than once',
      'singleton()',
      'a canary is a second pod; take Scaling.fixed or auto',
    ),
  ]);
});

const tasks = Datasource.mysql('WSO2_COORDINATION_DB', {
  at: Endpoint.outside('mysql.example.com', 3306, ['10.20.0.0/24']),
  database: 'tasks',
  username: EnvValue.fromSecret('tasks-db', 'username'),
  password: EnvValue.fromSecret('tasks-db', 'password'),
});

test('fails for a tenant that coordinates, whose tasks it would take over', () => {
  const mysql = { drivers: ['mysql'] as const };
  expect(
    saidOf({
      image: imageOf('4.4.0', mysql),
      scaling: Scaling.coordinated(2, tasks),
      canary: Canary.percent(10, { image: base.withApp('orders', '1.1.0', mysql) }),
    }),
  ).toEqual([
    sentence(
      'not share the database of tasks',
      'coordinated(2)',
      'it would take over tasks as well as requests; make it a tenant of its own with a schema of its own',
    ),
  ]);
});

test('fails where the tenant writes to a volume, and may read one', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const files = new SharedVolume(unit, 'files', { source: VolumeSource.nfs('nfs01.example.com', '/files') });
  const mounts = [files.readOnlyAt('/mnt/in'), files.at('/mnt/out'), files.at('/mnt/done')];
  new MiTenant(unit, 'orders', { image: base.withApp('orders', '1.0.0'), scaling: Scaling.fixed(2), canary, mounts });
  expect(sentencesOf(() => fleet.render())).toEqual([
    sentence(
      'not write where the tenant writes',
      '/mnt/out, /mnt/done',
      'take readOnlyAt, or make it a tenant of its own',
    ),
  ]);
});

test('fails when its image moves', () => {
  const image = { ...base.withApp('orders', '1.1.0'), reference: 'registry.example.com/integration/orders:latest' };
  expect(saidOf({ canary: Canary.percent(10, { image }) })).toEqual([
    'tag of image "orders" must name one build, got "latest"; ' +
      'a moving tag changes what runs without changing the manifest, so nothing rolls out or back',
  ]);
});

test('fails when a tenant beside it has its name', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  const image = base.withApp('orders', '1.0.0');
  new MiTenant(unit, 'orders', { image, scaling: Scaling.fixed(2), canary: idle });
  new MiTenant(unit, 'orders-canary', { image, scaling: Scaling.singleton() });
  const twice = (kind: string, name: string, part: string) =>
    `name of ${kind} "retail/${name}" must be used once in the fleet, got it from "retail/orders/canary/${part}" ` +
    `and from "retail/orders-canary/${part}"; give one of the two another id`;
  expect(sentencesOf(() => fleet.render())).toEqual([
    expect.stringMatching(/^name of ConfigMap "retail\/orders-canary-config-[0-9a-f]{10}" must be used once/),
    twice('Service', 'orders-canary', 'service'),
    'pod labels of StatefulSet "retail/orders-canary" must not be those by which Deployment "retail/orders-canary" knows ' +
      'its pods, got app.kubernetes.io/instance=orders-canary, app.kubernetes.io/part-of=retail; whatever counts, stops ' +
      'or asks those pods would meet these too; give them labels of their own',
    'selector of Service "retail/orders-canary-headless" must select the pods of one workload, got those of Deployment ' +
      '"retail/orders-canary" and those of StatefulSet "retail/orders-canary"; it sends requests to all of them; select ' +
      "by app.kubernetes.io/instance too, or say deliberately('own-services')",
  ]);
});

test('fails when its name is longer than a Service’s may be', () => {
  const fleet = newFleet();
  const image = base.withApp('orders', '1.0.0');
  const name = `${'o'.repeat(57)}-canary`;
  new MiTenant(newUnit(fleet), 'o'.repeat(57), { image, scaling: Scaling.fixed(2), canary });
  expect(sentencesOf(() => fleet.render())).toContain(
    `name of Service "retail/${name}" must be a DNS label of at most 63 characters that begins with a letter, got "${name}"`,
  );
  const shorter = newFleet();
  new MiTenant(newUnit(shorter), 'o'.repeat(56), { image, scaling: Scaling.fixed(2), canary: idle });
  expect(sentencesOf(() => shorter.render())).toEqual([]);
});

// What only the canary's image cannot do is not looked at: the canary runs without it, or does not start.
describe('what its own release or image cannot do', () => {
  const by = (image: MiImage<'app'>) => Canary.percent(10, { image });

  test('fails when the release of the canary reports to another control plane', () => {
    const at = Endpoint.outside('icp.example.com', 9743, ['10.30.0.0/24']);
    const config = { controlPlane: ControlPlane.dashboard({ at }) };
    expect(saidOf({ image: imageOf('4.5.0'), canary: by(imageOf('4.6.0')), config })).not.toEqual([]);
  });

  test('fails when the image of the canary lacks the driver of a datasource', () => {
    const config = {
      datasources: [
        Datasource.mysql('orders', {
          at: Endpoint.outside('mysql.example.com', 3306, ['10.20.0.0/24']),
          database: 'orders',
          username: EnvValue.fromSecret('orders-db', 'username'),
          password: EnvValue.fromSecret('orders-db', 'password'),
        }),
      ],
    };
    const image = imageOf('4.4.0', { drivers: ['mysql'] });
    expect(saidOf({ image, canary: by(imageOf('4.4.0')), config })).not.toEqual([]);
  });

  test('fails when the release of the canary does not write a followed log file', () => {
    const logging = [
      LoggingSidecar.toStdout({ image: 'registry.example.com/busybox:1.36.1', files: ['http_access.log'] }),
    ];
    expect(saidOf({ image: imageOf('4.3.0'), canary: by(imageOf('4.2.0')), logging })).not.toEqual([]);
  });

  test('fails when it is a poller, which only a program without a compiler can write', () => {
    const image = MiBaseImage.fromRegistry('registry.example.com/mi', { release: '4.4.0' }).withPoller(
      'files',
      '1.0.0',
    );
    expect(saidOf({ canary: by(image as unknown as MiImage<'app'>) })).not.toEqual([]);
  });
});

describe('what it tries', () => {
  const of = (app: string, version: string) => Canary.percent(10, { image: base.withApp(app, version) });

  test('fails when it is another application', () => {
    expect(saidOf({ image: base.withApp('orders', '1.0.0'), canary: of('prices', '1.0.0') })).toEqual([
      sentence(
        'be of the same application, orders',
        'prices',
        'whoever asks for one must not get another; make it a tenant of its own',
      ),
    ]);
  });

  test('fails when it is the image of the tenant', () => {
    const image = base.withApp('orders', '1.0.0');
    expect(saidOf({ image, canary: of('orders', '1.0.0') })).toEqual([
      sentence('try another image', image.reference, 'it is that of the tenant; leave the canary out'),
    ]);
  });

  test('fails when both would run the CARs of a volume, or write to one of their own', () => {
    const fleet = newFleet();
    const unit = newUnit(fleet);
    const cars = new SharedVolume(unit, 'cars', { source: VolumeSource.nfs('nfs01.example.com', '/cars') });
    new MiTenant(unit, 'orders', {
      image: base.withApp('orders', '1.0.0'),
      scaling: Scaling.fixed(2),
      canary: of('orders', '1.1.0'),
      mounts: [cars.asCarbonApps()],
      pod: {
        volumes: [{ name: 'work', persistentVolumeClaim: { claimName: 'work' } }],
        volumeMounts: [{ name: 'work', mountPath: '/mnt/work' }],
      },
    });
    expect(sentencesOf(() => fleet.render())).toEqual([
      sentence(
        'have applications of its own',
        'CARs from a volume',
        'both would run what is in the volume; put the CARs into the images',
      ),
      sentence(
        'not write where the tenant writes',
        '/mnt/work',
        'mount the claim readOnly, or make it a tenant of its own',
      ),
    ]);
  });
});
