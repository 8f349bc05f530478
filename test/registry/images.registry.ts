import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MI_RELEASES } from '../../lib';
import { SYFT, tool } from '../pipelines/tools';
import { imageFiles } from './image-files';
import { Project, type Said } from './project';
import { Registry } from './registry';
import { imageStore, pushProduct } from './stand-in-product';

// One story, in its order: a base and two tenants are built, pushed, locked, rendered and pulled back; then the base changes.

/** `IMAGE_BUILDER=podman npm run test:images` asks another one. */
const BUILDER = `--builder=${process.env.IMAGE_BUILDER ?? 'buildah'}`;
const OWNER = `${MI_RELEASES['4.4.0'].user}/${MI_RELEASES['4.4.0'].user}`;
const CAPPS = 'home/wso2carbon/wso2mi-4.4.0/repository/deployment/server/carbonapps';
const DIGEST = /sha256:[0-9a-f]{64}/;

/** A list of parts, as far as the test goes into it. */
interface Spdx {
  readonly spdxVersion: string;
  readonly packages: readonly { readonly name: string; readonly versionInfo: string }[];
}

let folder: string;
let registry: Registry;
let project: Project;
let env: NodeJS.ProcessEnv;
const outcomes: Said[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'registry-'));
  registry = await Registry.start(join(folder, 'registry-of-test'));
  mkdirSync(join(folder, 'project'));
  project = new Project(join(folder, 'project'));
  env = { ...registry.env, ...imageStore(folder, 'one') };
  project.declare({ registry: registry.host, build: 3, orders: '1.0.0' });
  await pushProduct(folder, product(), env);
});

afterAll(async () => {
  await registry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function product(): string {
  return `${registry.host}/wso2/wso2mi:4.4.0`;
}

async function images(...args: readonly string[]): Promise<Said> {
  const said = await project.mi(env, 'images', ...args);
  outcomes.push(said);
  return said;
}

function build(...args: readonly string[]): Promise<Said> {
  return images('build', BUILDER, `--build-arg=PRODUCT=${product()}`, ...args);
}

function at(name: string): string {
  return `${registry.host}/integration/${name}`;
}

async function pulled(reference: string): Promise<ReturnType<typeof imageFiles>> {
  const to = mkdtempSync(join(folder, 'pulled-'));
  const { code, err } = await project.run(env, 'skopeo', 'copy', '--quiet', `docker://${reference}`, `oci:${to}:it`);
  if (code !== 0) throw new Error(err);
  return imageFiles(to);
}

function digestsOf({ out }: Said): string[] {
  return (JSON.parse(out) as { images: { digest: string }[] }).images.map(({ digest }) => digest);
}

test('a synth before anything is locked says what to run', async () => {
  const { code, err } = await project.run(env, 'npx', 'tsx', 'main.ts');
  expect(code).toBe(1);
  expect(err).toContain(
    `- image of tenant "retail/orders" must be in images/lock.json, got "${at('orders:1.0.0-mi4.4.0-3')}"; run npx cdk8s-wso2-mi images lock, once it is pushed`,
  );
  expect((await images('lock')).err).toContain(
    `tag of image "${at('orders:1.0.0-mi4.4.0-3')}" must be in its registry, got nothing there; run npx cdk8s-wso2-mi images build, then images push`,
  );
});

test('base and tenants are built as main.ts declares them', async () => {
  expect(await build()).toMatchObject({
    code: 0,
    out: `built ${at('mi-base:4.4.0-3')}\nbuilt ${at('orders:1.0.0-mi4.4.0-3')}\nbuilt ${at('files:1.4.0-mi4.4.0-3')}\n`,
  });
});

test('nobody pushes without a login', async () => {
  const { code, err } = await project.mi({ ...env, ...registry.strangerEnv }, 'images', 'push', BUILDER);
  expect(code).toBe(2);
  expect(err).toContain('authentication required');
});

let first: string[];

test('they are pushed with the login of a credential helper', async () => {
  const said = await images('push', BUILDER, '--json');
  expect(said.code).toBe(0);
  first = digestsOf(said);
  expect(first).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(DIGEST)));
});

test('a tenant is its base and one layer: its CAR, of the user of the release, readable, of no time', async () => {
  const base = await pulled(at('mi-base:4.4.0-3'));
  const tenant = await pulled(at('orders:1.0.0-mi4.4.0-3'));
  expect(tenant.layers.slice(0, -1).map(({ digest }) => digest)).toEqual(base.layers.map(({ digest }) => digest));
  const files = tenant.layers.at(-1)?.files.filter((file) => file.endsWith('.car'));
  expect(files).toEqual([`-rw-r--r-- ${OWNER} 1970-01-01 00:00:00 ${CAPPS}/Signpost_0.3.0.car`]);
  expect(tenant.user).toBe('wso2carbon');
  expect(tenant.labels).toMatchObject({
    'org.opencontainers.image.title': 'orders',
    'org.opencontainers.image.version': '1.0.0',
    'org.opencontainers.image.base.name': at('mi-base:4.4.0-3'),
  });
});

test('the base has its configuration, of the user of the release, and nothing that only git needs', async () => {
  const { layers } = await pulled(at('mi-base:4.4.0-3'));
  const files = layers.flatMap((layer) => layer.files);
  const toml = 'home/wso2carbon/wso2mi-4.4.0/conf/deployment.toml';
  expect(files).toContain(`-rw-r--r-- ${OWNER} 1970-01-01 00:00:00 ${toml}`);
  expect(files.filter((file) => file.includes('.gitkeep') || file.includes('Dockerfile'))).toEqual([]);
  expect(files.filter((file) => file.includes('wso2mi-4.4.0') && !file.includes(OWNER))).toEqual([]);
});

test('the same input gives the same digest, on another machine and under another umask', async () => {
  project.asIfUmaskWereOpen();
  const before = env;
  env = { ...registry.env, ...imageStore(folder, 'two') };
  expect((await build()).code).toBe(0);
  const again = await images('push', BUILDER);
  env = before;
  expect(again.out.split('\n').slice(0, 3)).toEqual([
    `in the registry ${at('mi-base:4.4.0-3')} ${first[0]}`,
    `in the registry ${at('orders:1.0.0-mi4.4.0-3')} ${first[1]}`,
    `in the registry ${at('files:1.4.0-mi4.4.0-3')} ${first[2]}`,
  ]);
});

test('locked, they are rendered by digest, and pulled back by it', async () => {
  expect((await images('lock')).code).toBe(0);
  expect((await images('lock', '--check')).code).toBe(0);
  const lock = JSON.parse(project.read('images/lock.json')) as Record<string, string>;
  expect(lock).toEqual({
    [at('files:1.4.0-mi4.4.0-3')]: first[2],
    [at('mi-base:4.4.0-3')]: first[0],
    [at('orders:1.0.0-mi4.4.0-3')]: first[1],
  });
  expect((await project.run(env, 'npx', 'tsx', 'main.ts')).code).toBe(0);
  const [, image = ''] = /image: (\S+\/orders\S+)/.exec(project.read('dist/retail.k8s.yaml')) ?? [];
  expect(image).toBe(`${at('orders:1.0.0-mi4.4.0-3')}@${first[1]}`);
  expect((await pulled(`${at('orders')}@${first[1]}`)).labels['org.opencontainers.image.title']).toBe('orders');
});

test('what an image is made of is written as SPDX, of the digest that its registry holds', async () => {
  const withSyft = { ...env, PATH: [dirname(tool(SYFT)), env.PATH].join(':') };
  const { code, out } = await project.mi(withSyft, 'images', 'sbom', 'orders');
  expect(code).toBe(0);
  expect(out).toBe(
    `listed ${at('orders:1.0.0-mi4.4.0-3')} ${first[1]} sbom/integration-orders-1.0.0-mi4.4.0-3.spdx.json\n`,
  );
  const { spdxVersion, packages } = JSON.parse(
    project.read('sbom/integration-orders-1.0.0-mi4.4.0-3.spdx.json'),
  ) as Spdx;
  expect(spdxVersion).toBe('SPDX-2.3');
  expect(packages.map(({ name, versionInfo }) => `${name} ${versionInfo}`)).toEqual(
    expect.arrayContaining([`${at('orders')} ${first[1]}`, expect.stringMatching(/^busybox 1\./)]),
  );
});

test('other content under a tag that is used is never pushed', async () => {
  appendFileSync(project.at('images/orders/carbonapps/Signpost_0.3.0.car'), 'changed');
  expect((await build('orders')).code).toBe(0);
  const { code, err } = await images('push', 'orders', BUILDER);
  expect(code).toBe(2);
  expect(err).toMatch(
    /content of image "\S+orders:1.0.0-mi4.4.0-3" must be what the registry holds under its tag, got sha256:\w{64}, and there is sha256:\w{64}; raise the version of the application, or the build of the base\n$/,
  );
});

test('with --changed only what the registry lacks is built and pushed', async () => {
  project.declare({ registry: registry.host, build: 3, orders: '1.0.1' });
  expect((await build('--changed')).out).toBe(`built ${at('orders:1.0.1-mi4.4.0-3')}\n`);
  expect((await images('push', '--changed', BUILDER)).out).toMatch(
    /^pushed \S+\/orders:1.0.1-mi4.4.0-3 sha256:\w{64}\n$/,
  );
});

test('another base is another image of every tenant: built, pushed, locked and rolled', async () => {
  const before = imagesIn(project.read('dist/retail.k8s.yaml'));
  project.declare({ registry: registry.host, build: 4, orders: '1.0.1' });
  appendFileSync(project.at('images/mi-base/conf/deployment.toml'), '\n[server.x]\ny = 1\n');
  expect((await project.run(env, 'npx', 'tsx', 'main.ts')).err).toContain('since 2 things are refused');
  expect((await build('--changed')).out.split('\n').filter((line) => line.startsWith('built'))).toHaveLength(3);
  expect((await images('push', BUILDER)).code).toBe(0);
  expect((await images('lock', '--check')).code).toBe(1);
  expect((await images('lock')).code).toBe(0);
  expect((await project.run(env, 'npx', 'tsx', 'main.ts')).code).toBe(0);
  const after = imagesIn(project.read('dist/retail.k8s.yaml'));
  expect(after).toHaveLength(2);
  expect(after.filter((image) => before.includes(image))).toEqual([]);
});

test('nothing that was said holds the password', () => {
  expect(outcomes.length).toBeGreaterThan(10);
  expect(outcomes.filter(({ out, err }) => `${out}${err}`.includes(registry.password))).toEqual([]);
});

function imagesIn(manifest: string): string[] {
  return [...manifest.matchAll(/image: (\S+)/g)].map(([, image = '']) => image);
}
