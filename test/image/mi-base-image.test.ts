import { ImageLock } from '../../lib/image/image-lock';
import { type AppImageProps, MiBaseImage, type MiBaseImageProps } from '../../lib/image/mi-base-image';
import type { MiRelease } from '../../lib/release/mi-release';

const lock = ImageLock.file('images/of-nobody.json');
const REGISTRY = 'registry.example.com/integration/mi-base';
const HEX = 'c0ffee'.repeat(10).concat('c0ff');
const DIGEST = `sha256:${HEX}`;
const APP_DIGEST = `sha256:${'0'.repeat(64)}`;

test('every prop but tag reaches the base image and the images of its tenants', () => {
  const everything: Required<Omit<MiBaseImageProps, 'tag'>> = {
    release: '4.2.0',
    build: 7,
    digest: DIGEST,
    pullPolicy: 'Always',
    drivers: ['mysql', 'oracle'],
    lock,
  };
  const base = MiBaseImage.fromRegistry(REGISTRY, everything);
  expect(base.release).toBe('4.2.0');
  expect(base.reference).toBe(`${REGISTRY}:4.2.0-7@${DIGEST}`);
  expect(base.withApp('orders', '1.0.0')).toEqual({
    app: 'orders',
    version: '1.0.0',
    work: 'app',
    reference: 'registry.example.com/integration/orders:1.0.0-mi4.2.0-7-c0ffeec0ffee',
    base: `${REGISTRY}:4.2.0-7@${DIGEST}`,
    lock,
    release: '4.2.0',
    drivers: ['mysql', 'oracle'],
    pullPolicy: 'Always',
  });
});

test('every prop but build reaches the base image and the images of its tenants', () => {
  const everything: Required<Omit<MiBaseImageProps, 'build'>> = {
    release: '4.2.0',
    tag: 'winter',
    digest: DIGEST,
    pullPolicy: 'Never',
    drivers: ['db2'],
    lock,
  };
  const base = MiBaseImage.fromRegistry(REGISTRY, everything);
  expect(base.reference).toBe(`${REGISTRY}:winter@${DIGEST}`);
  expect(base.withPoller('files', '2.0')).toEqual({
    app: 'files',
    version: '2.0',
    work: 'poller',
    reference: 'registry.example.com/integration/files:2.0-miwinter-c0ffeec0ffee',
    base: `${REGISTRY}:winter@${DIGEST}`,
    lock,
    release: '4.2.0',
    drivers: ['db2'],
    pullPolicy: 'Never',
  });
});

test('a base image of which only the release is said is tagged by it and pulled when it is not present', () => {
  const base = MiBaseImage.fromRegistry(REGISTRY, { release: '4.4.0' });
  expect(base.reference).toBe(`${REGISTRY}:4.4.0`);
  expect(base.withApp('orders', '1.0.0')).toEqual({
    app: 'orders',
    version: '1.0.0',
    work: 'app',
    reference: 'registry.example.com/integration/orders:1.0.0-mi4.4.0',
    base: `${REGISTRY}:4.4.0`,
    release: '4.4.0',
    drivers: [],
    pullPolicy: 'IfNotPresent',
  });
});

test('every prop of an application’s image reaches it', () => {
  const everything: Required<AppImageProps> = {
    repository: 'apps.example.com/retail/orders',
    tag: 'main-7f3c2a1',
    digest: APP_DIGEST,
    drivers: ['postgresql', 'mysql'],
  };
  const base = MiBaseImage.fromRegistry(REGISTRY, { release: '4.4.0', build: 3, drivers: ['mysql'] });
  const reference = `apps.example.com/retail/orders:main-7f3c2a1@${APP_DIGEST}`;
  expect(base.withApp('orders', '1.0.0', everything).reference).toBe(reference);
  expect(base.withPoller('orders', '1.0.0', everything).reference).toBe(reference);
  expect(base.withApp('orders', '1.0.0', everything).drivers).toEqual(['mysql', 'postgresql']);
  expect(base.withPoller('orders', '1.0.0', everything).drivers).toEqual(['mysql', 'postgresql']);
});

test('a tag that is said is the tag, and must name one build', () => {
  const base = MiBaseImage.fromRegistry(REGISTRY, { release: '4.4.0', build: 3 });
  const { reference, version } = base.withApp('orders', '1.0.0', { tag: '2026.11.3' });
  expect([reference, version]).toEqual(['registry.example.com/integration/orders:2026.11.3', '1.0.0']);
  expect(base.withApp('orders', '1.0.0', { digest: APP_DIGEST }).reference).toBe(
    `registry.example.com/integration/orders:1.0.0-mi4.4.0-3@${APP_DIGEST}`,
  );
  expect(() => base.withApp('orders', '1.0.0', { tag: 'latest' })).toThrow(
    'tag of image "orders" must name one build, got "latest"; ' +
      'a moving tag changes what runs without changing the manifest, so nothing rolls out or back',
  );
  expect(() => base.withPoller('orders', '1.0.0', { tag: 'a b' })).toThrow(
    'tag of image "orders" must be letters, digits, "_", "." and "-", at most 128 characters, got "a b"',
  );
});

test.each<[string, MiBaseImageProps, MiBaseImageProps]>([
  ['build', { release: '4.4.0', build: 3 }, { release: '4.4.0', build: 4 }],
  ['release', { release: '4.4.0', build: 3 }, { release: '4.5.0', build: 3 }],
  ['tag', { release: '4.4.0', tag: 'a' }, { release: '4.4.0', tag: 'b' }],
  ['digest under the same tag', { release: '4.4.0', digest: DIGEST }, { release: '4.4.0', digest: APP_DIGEST }],
])('a base image with another %s rolls every tenant', (_what, before, after) => {
  const [old, young] = [before, after].map(
    (props) => MiBaseImage.fromRegistry(REGISTRY, props).withApp('orders', '1.0.0').reference,
  );
  expect(young).not.toBe(old);
});

test.each([
  ['Docker Hub', MiBaseImage.fromDockerHub('example/mi-base', { release: '4.4.0' }), 'docker.io/example'],
  ['a registry on premises', MiBaseImage.fromRegistry('registry:5000/mi-base', { release: '4.4.0' }), 'registry:5000'],
  [
    'Amazon ECR',
    MiBaseImage.fromEcr(
      { account: '123456789012', region: 'eu-central-1', repository: 'integration/mi-base' },
      { release: '4.4.0' },
    ),
    '123456789012.dkr.ecr.eu-central-1.amazonaws.com/integration',
  ],
  [
    'Amazon ECR in China',
    MiBaseImage.fromEcr(
      { account: '123456789012', region: 'cn-north-1', repository: 'integration/mi-base' },
      { release: '4.4.0' },
    ),
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/integration',
  ],
])('from %s, an application’s image stands beside its base', (_where, base, folder) => {
  expect(base.reference).toBe(`${folder}/mi-base:4.4.0`);
  expect(base.withApp('orders', '1.0.0').reference).toBe(`${folder}/orders:1.0.0-mi4.4.0`);
});

test.each<[string, MiBaseImageProps, string]>([
  [
    'tag latest',
    { release: '4.4.0', tag: 'latest' },
    `tag of base image "${REGISTRY}" must name one build, got "latest"; ` +
      'a moving tag changes what runs without changing the manifest, so nothing rolls out or back',
  ],
  [
    'tag beside a build',
    { release: '4.4.0', tag: 'winter', build: 3 },
    `tag of base image "${REGISTRY}" must stand alone, got tag "winter" and build 3; leave out one of the two`,
  ],
  [
    'build of 0',
    { release: '4.4.0', build: 0 },
    `build of base image "${REGISTRY}" must be a whole number from 1 up, got 0`,
  ],
  [
    'build and a half',
    { release: '4.4.0', build: 1.5 },
    `build of base image "${REGISTRY}" must be a whole number from 1 up, got 1.5`,
  ],
  [
    'digest that is none',
    { release: '4.4.0', digest: HEX },
    `digest of base image "${REGISTRY}" must be "sha256:" and 64 hexadecimal digits, got "${HEX}"`,
  ],
  [
    'release that nobody knows',
    { release: JSON.parse('"4.9.0"') as MiRelease },
    `release of base image "${REGISTRY}" must be one of 1.1.0, 1.2.0, 4.0.0, 4.1.0, 4.2.0, 4.3.0, 4.4.0, 4.5.0, ` +
      '4.6.0, got "4.9.0"',
  ],
])('a base image with a %s is refused', (_what, props, message) => {
  expect(() => MiBaseImage.fromRegistry(REGISTRY, props)).toThrow(new Error(message));
});

test('a base image whose repository has the tag in it is refused', () => {
  expect(() => MiBaseImage.fromRegistry(`${REGISTRY}:4.4.0`, { release: '4.4.0' })).toThrow(
    new Error(
      `repository of base image "${REGISTRY}:4.4.0" must be a registry and a path in lower case, such as ` +
        `"registry.example.com/integration/mi-base", got "${REGISTRY}:4.4.0"; give tag and digest apart from it`,
    ),
  );
});

test.each<`${string}/${string}`>([
  'registry.example.com/mi-base',
  'docker.io/example/mi-base',
  'registry:5000/mi-base',
  'example:4.4.0/mi-base',
])('%s begins with a registry, so it is refused as a repository of Docker Hub', (repository) => {
  expect(() => MiBaseImage.fromDockerHub(repository, { release: '4.4.0' })).toThrow(
    new Error(
      `repository of base image "${repository}" must begin with an organization, got "${repository}"; ` +
        'MiBaseImage.fromRegistry takes other registries',
    ),
  );
});

test('a dot after the organization is a part of the name on Docker Hub', () => {
  expect(MiBaseImage.fromDockerHub('example/mi.base', { release: '4.4.0' }).reference).toBe(
    'docker.io/example/mi.base:4.4.0',
  );
});

test('a repository of Docker Hub with the tag in it is refused', () => {
  const repository = 'docker.io/example/mi-base:4.4.0';
  expect(() => MiBaseImage.fromDockerHub('example/mi-base:4.4.0', { release: '4.4.0' })).toThrow(
    new Error(
      `repository of base image "${repository}" must be a registry and a path in lower case, such as ` +
        `"registry.example.com/integration/mi-base", got "${repository}"; give tag and digest apart from it`,
    ),
  );
});

test('an ECR repository that is none is refused before the image is named', () => {
  const repository = { account: '12345', region: 'eu-central-1', repository: 'mi-base' };
  expect(() => MiBaseImage.fromEcr(repository, { release: '4.4.0' })).toThrow(
    new Error('account of ECR repository "mi-base" must have 12 digits, got "12345"'),
  );
});

const APP_RULE = 'must be lower-case letters and digits, joined by ".", "_" or "-"';
const VERSION_RULE = 'must be letters, digits, "_", "." and "-", at most 63 characters, and name one build';

test.each([
  ['Orders', '1.0.0', `app of image "Orders" ${APP_RULE}, got "Orders"`],
  ['retail/orders', '1.0.0', `app of image "retail/orders" ${APP_RULE}, got "retail/orders"`],
  ['', '1.0.0', `app of image "" ${APP_RULE}, got ""`],
  ['orders', 'latest', `version of image "orders" ${VERSION_RULE}, got "latest"`],
  ['orders', '', `version of image "orders" ${VERSION_RULE}, got ""`],
  ['orders', '1.0.0+5', `version of image "orders" ${VERSION_RULE}, got "1.0.0+5"`],
  ['orders', 'v'.repeat(64), `version of image "orders" ${VERSION_RULE}, got "${'v'.repeat(64)}"`],
])('an application %j in version %j is refused', (app, version, message) => {
  const base = MiBaseImage.fromRegistry(REGISTRY, { release: '4.4.0' });
  expect(() => base.withApp(app, version)).toThrow(new Error(message));
  expect(() => base.withPoller(app, version)).toThrow(new Error(message));
});

test('an application’s image with a repository or digest that no registry takes is refused', () => {
  const base = MiBaseImage.fromRegistry(REGISTRY, { release: '4.4.0' });
  expect(() => base.withApp('orders', '1.0.0', { repository: 'orders' })).toThrow(
    new Error(
      'repository of image "orders" must be a registry and a path in lower case, such as ' +
        '"registry.example.com/integration/mi-base", got "orders"; write the registry too',
    ),
  );
  expect(() => base.withApp('orders', '1.0.0', { digest: 'sha256:1' })).toThrow(
    new Error('digest of image "orders" must be "sha256:" and 64 hexadecimal digits, got "sha256:1"'),
  );
});

test('an application’s image whose version and base together are too long for a tag is refused', () => {
  const base = MiBaseImage.fromRegistry(REGISTRY, { release: '4.4.0', tag: 'b'.repeat(62) });
  const tag = (version: string) => `${version}-mi${'b'.repeat(62)}`;
  const longest = 'v'.repeat(63);
  expect(base.withApp('orders', longest).reference).toBe(`registry.example.com/integration/orders:${tag(longest)}`);
  const longer = MiBaseImage.fromRegistry(REGISTRY, { release: '4.4.0', tag: 'b'.repeat(63) });
  expect(() => longer.withApp('orders', longest)).toThrow(
    new Error(
      'tag of image "orders" must be letters, digits, "_", "." and "-", at most 128 characters, ' +
        `got "${tag(longest)}b"; it has 129; shorten the version or the tag of the base`,
    ),
  );
});
