import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ecrAddress } from '../../lib/image/ecr-repository';
import { selfSigned } from '../cluster/certificate';
import { EcrApi } from './ecr-api';
import { Project, type Said } from './project';
import { Registry } from './registry';
import { imageStore, pushProduct } from './stand-in-product';

// One story, in its order, with Amazon's own credential helper. In namespaces of its own (run.ts), where the names of ECR
// lead to the loopback.

const [ACCOUNT, REGION] = ['123456789012', 'eu-central-1'];
const HOST = ecrAddress({ account: ACCOUNT, region: REGION, repository: '' }).replace(/\/$/, '');
const API = `api.ecr.${REGION}.amazonaws.com`;
const API_ADDRESS = '127.0.0.2';
const TOKEN = 'a-token-of-the-test-as-ecr-gives-it';
const IDENTITY = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'a-secret-key-of-the-test' };
const SECRETS = [TOKEN, Buffer.from(`AWS:${TOKEN}`).toString('base64'), IDENTITY.AWS_SECRET_ACCESS_KEY];
const BUILDER = '--builder=buildah';

const inNamespaces = process.env.CLUSTER_RUN_FOLDER === undefined ? describe.skip : describe;

inNamespaces('Amazon ECR', () => {
  let folder: string;
  let registry: Registry;
  let api: EcrApi;
  let project: Project;
  let stranger: NodeJS.ProcessEnv;
  let env: NodeJS.ProcessEnv;
  const outcomes: Said[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ecr-'));
    writeFileSync(join(folder, 'hosts'), `127.0.0.1 localhost ${HOST}\n${API_ADDRESS} ${API}\n`);
    execFileSync('mount', ['--bind', join(folder, 'hosts'), '/etc/hosts']);
    const certificate = selfSigned(HOST, [API]);
    const login = { user: 'AWS', password: TOKEN };
    registry = await Registry.start(join(folder, 'registry'), {
      name: HOST,
      port: 443,
      certificate,
      login,
      helper: 'ecr-login',
    });
    const accessKey = IDENTITY.AWS_ACCESS_KEY_ID;
    api = await EcrApi.start({ address: API_ADDRESS, certificate, accessKey, registry: HOST, token: TOKEN });
    mkdirSync(join(folder, 'project'));
    project = new Project(join(folder, 'project'));
    project.declare({ registry: HOST, build: 3, orders: '1.0.0' });
    // The machine may have an identity and authorities of its own.
    const none = { AWS_PROFILE: '', AWS_SESSION_TOKEN: '', AWS_EC2_METADATA_DISABLED: 'true' };
    stranger = { ...registry.env, ...imageStore(folder, 'one'), ...none, AWS_CA_BUNDLE: registry.env.SSL_CERT_FILE };
    env = { ...stranger, ...IDENTITY };
    // What each program is told on its command line.
    for (const name of ['buildah', 'skopeo']) {
      const path = execFileSync('which', [name], { encoding: 'utf8' }).trim();
      const script = `#!/bin/sh\necho "${name} $*" >>${join(folder, 'arguments')}\nexec ${path} "$@"\n`;
      writeFileSync(join(folder, 'registry/bin', name), script, { mode: 0o755 });
    }
    await pushProduct(folder, `${HOST}/wso2/wso2mi:4.4.0`, env);
  });

  afterAll(async () => {
    await api?.stop();
    await registry?.stop();
    execFileSync('umount', ['/etc/hosts']);
    rmSync(folder, { recursive: true, force: true });
  });

  async function images(as: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Said> {
    const said = await project.mi(as, 'images', ...args);
    outcomes.push(said);
    return said;
  }

  test('images are built on what ECR holds, pushed to it and locked, by the token of its helper', async () => {
    const product = `--build-arg=PRODUCT=${HOST}/wso2/wso2mi:4.4.0`;
    expect(await images(env, 'build', BUILDER, product)).toMatchObject({ code: 0 });
    expect(await images(env, 'push', BUILDER)).toMatchObject({ code: 0 });
    expect(await images(env, 'lock')).toMatchObject({ code: 0 });
    expect(Object.keys(JSON.parse(project.read('images/lock.json')) as object)).toEqual([
      `${HOST}/integration/files:1.4.0-mi4.4.0-3`,
      `${HOST}/integration/mi-base:4.4.0-3`,
      `${HOST}/integration/orders:1.0.0-mi4.4.0-3`,
    ]);
    expect(await project.run(env, 'npx', 'tsx', 'main.ts')).toMatchObject({ code: 0 });
    expect(project.read('dist/retail.k8s.yaml')).toMatch(
      new RegExp(`image: ${HOST}/integration/orders:1.0.0-mi4.4.0-3@sha256:[0-9a-f]{64}\n`),
    );
    expect(new Set(api.asked)).toEqual(new Set(['GetAuthorizationToken given']));
  });

  test('the helper keeps the token in the home of who asked, unless it is told not to', async () => {
    const kept = join(folder, 'registry/.ecr/cache.json');
    expect(readFileSync(kept, 'utf8')).toContain(SECRETS[1]);
    rmSync(kept);
    const before = api.asked.length;
    expect(await images({ ...env, AWS_ECR_DISABLE_CACHE: 'true' }, 'lock')).toMatchObject({ code: 0 });
    expect(api.asked.length).toBeGreaterThan(before);
    expect(statSync(kept, { throwIfNoEntry: false })).toBeUndefined();
  });

  test('who has no identity of AWS, or another one, is given nothing', async () => {
    rmSync(join(folder, 'registry/.ecr'), { recursive: true });
    expect(await images(stranger, 'lock')).toMatchObject({ code: 2, out: '' });
    const before = api.asked.length;
    expect(await images({ ...env, AWS_ACCESS_KEY_ID: 'AKIAOTHER' }, 'lock')).toMatchObject({ code: 2, out: '' });
    expect(new Set(api.asked.slice(before))).toEqual(new Set(['GetAuthorizationToken refused']));
  });

  test('neither key nor token is said, stands in an argument, or is in what git gets', () => {
    const files = readdirSync(project.folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    const texts = [
      ...outcomes.map(({ out, err }) => `${out}${err}`),
      readFileSync(join(folder, 'arguments'), 'utf8'),
      ...files,
    ];
    expect(outcomes).toHaveLength(6);
    expect(readFileSync(join(folder, 'arguments'), 'utf8')).toContain(`buildah push --quiet ${HOST}/`);
    expect(files.length).toBeGreaterThan(5);
    expect(texts.filter((one) => SECRETS.some((secret) => one.includes(secret)))).toEqual([]);
  });
});
