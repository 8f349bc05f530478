import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DockerDaemon, type ImageStore } from './docker-daemon';
import { Project, type Said } from './project';
import { Registry } from './registry';
import { imageStore, pushProduct } from './stand-in-product';

// docker, buildx and the BuildKit in its daemon, as they are installed; one story for each way that it keeps images.

const STORES: readonly ImageStore[] = ['docker', 'containerd'];
const DIGEST = /^sha256:[0-9a-f]{64}$/;

interface Metadata {
  readonly [target: string]: { readonly 'containerimage.digest': string };
}

interface BakeFile {
  readonly target: { readonly [target: string]: { readonly tags: readonly string[]; readonly contexts?: object } };
}

describe.each(STORES)('docker with its images in %s', (store) => {
  let folder: string;
  let registry: Registry;
  let project: Project;
  let daemon: DockerDaemon;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docker-'));
    registry = await Registry.start(join(folder, 'registry'));
    mkdirSync(join(folder, 'project'));
    project = new Project(join(folder, 'project'));
    project.declare({ registry: registry.host, build: 3, orders: '1.0.0' });
    await pushProduct(folder, product(), { ...registry.env, ...imageStore(folder, 'product') });
    daemon = await DockerDaemon.start(folder, store);
  });

  afterAll(async () => {
    await daemon?.stop();
    await registry?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function product(): string {
    return `${registry.host}/wso2/wso2mi:4.4.0`;
  }

  const tags = () =>
    ['files:1.4.0-mi4.4.0-3', 'mi-base:4.4.0-3', 'orders:1.0.0-mi4.4.0-3'].map(
      (name) => `${registry.host}/integration/${name}`,
    );

  async function done(file: string, ...args: readonly string[]): Promise<Said> {
    const said = await project.run({ ...daemon.env, ...registry.env }, file, ...args);
    expect({ args, ...said }).toMatchObject({ code: 0 });
    return said;
  }

  async function images(...args: readonly string[]): Promise<Said> {
    const said = await project.mi({ ...daemon.env, ...registry.env }, 'images', ...args);
    expect({ args, ...said }).toMatchObject({ code: 0 });
    return said;
  }

  const build = () => images('build', '--builder=docker', `--build-arg=PRODUCT=${product()}`);
  const lock = () => JSON.parse(project.read('images/lock.json')) as Readonly<Record<string, string>>;

  test('base and tenants are built, pushed with the login of a helper, and locked', async () => {
    await build();
    expect((await images('push', '--builder=docker')).out.match(/^pushed /gm)).toHaveLength(3);
    expect((await images('push', '--builder=docker')).out.match(/^in the registry /gm)).toHaveLength(3);
    await images('lock');
    expect(Object.keys(lock())).toEqual(tags());
    for (const [tag, digest] of Object.entries(lock())) {
      expect(digest).toMatch(DIGEST);
      await done('docker', 'pull', '--quiet', `${tag.slice(0, tag.lastIndexOf(':'))}@${digest}`);
    }
  });

  test('another docker, which knows nothing of them, makes the same of another checkout', async () => {
    await daemon.stop();
    daemon = await DockerDaemon.start(folder, store);
    project.asIfUmaskWereOpen();
    await build();
    expect((await images('push', '--builder=docker')).out.match(/^in the registry /gm)).toHaveLength(3);
    await images('lock', '--check');
  });

  test('bake takes the file as it is written, and finds the base of a tenant beside it', async () => {
    const { out } = await done('docker', 'buildx', 'bake', '--file=images/docker-bake.json', '--print');
    const { target } = JSON.parse(out) as BakeFile;
    expect(Object.values(target).flatMap((one) => one.tags)).toEqual(expect.arrayContaining(tags()));
    expect(target.orders_1_0_0?.contexts).toEqual({
      [`${registry.host}/integration/mi-base:4.4.0-3`]: 'target:mi-base_4_4_0-3',
    });
  });

  test('bake pushes them by itself, and names the digests that are locked then', async () => {
    project.declare({ registry: registry.host, build: 4, orders: '1.0.0' });
    await build();
    const output = ['--set=*.output=type=registry', '--metadata-file=metadata.json'];
    await done('docker', 'buildx', 'bake', '--file=images/docker-bake.json', ...output);
    await images('lock');
    const told = Object.values(JSON.parse(project.read('metadata.json')) as Metadata);
    const digests = told.map((one) => one['containerimage.digest']);
    expect(digests.sort()).toEqual(Object.values(lock()).sort());
  });
});
