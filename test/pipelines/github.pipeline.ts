import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Ended } from '../../lib/core/program';
import { program } from '../cluster/build/cache';
import { type Cluster, startCluster } from '../cluster/cluster';
import { KUBERNETES } from '../cluster/versions';
import { Registry } from '../registry/registry';
import { imageStore, pushProduct } from '../registry/stand-in-product';
import { act, type WorkflowRun } from './act';
import { Company } from './company';
import { ACTIONLINT, tool } from './tools';

// One story, in its order: a pull request brings a tenant, it is merged and deployed, and its base is renewed at night.

const TOKEN = 'the-token-of-the-job';
const REPO = { full_name: 'company/integration', owner: { login: 'company' } };
const LOCK = 'images/lock.json';
const SOURCE = 'images/orders/src/main/wso2mi/artifacts/apis/Orders.xml';

/** What GitHub was asked. */
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly token: string;
  readonly body: string;
}

let folder: string;
let registry: Registry;
let company: Company;
let cluster: Cluster;
let github: Server;
const asked: Asked[] = [];
const said: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'github-'));
  [registry, cluster] = await Promise.all([
    Registry.start(join(folder, 'registry')),
    startCluster('newest', { kwokNodes: 2 }),
  ]);
  await pushProduct(folder, product(), { ...registry.env, ...imageStore(folder, 'desk') });
  mkdirSync(join(folder, 'company'));
  const env = {
    ...registry.strangerEnv,
    PATH: `${dirname(program(KUBERNETES.newest, 'kubectl'))}:${registry.strangerEnv.PATH}`,
  };
  company = new Company({ system: 'github', registry: registry.host, folder: join(folder, 'company'), env });
  // Stands in for the program of GitHub: knows no pull request, and writes down what it is told.
  company.addProgram('gh', `echo "$GH_TOKEN $*" >> ${join(folder, 'gh.txt')}\n[ "$2" = create ]`);
  github = createServer(async (request, answer) => {
    const { method = '', url = '', headers } = request;
    asked.push({ method, url, token: headers.authorization ?? '', body: await text(request) });
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify(url.includes('/pulls?') ? [{ number: 7 }] : method === 'GET' ? [] : { id: 1 }));
  }).listen(0, '127.0.0.1');
  await once(github, 'listening');
});

afterAll(async () => {
  github?.close();
  await Promise.all([registry?.stop(), cluster?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

function product(): string {
  return `${registry.host}/wso2/wso2mi:4.4.0`;
}

async function run(props: Pick<WorkflowRun, 'event' | 'workflow' | 'payload'>, runner = 'runner'): Promise<Ended> {
  const address = github.address();
  const api = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  const ended = await act(company, folder, {
    ...props,
    secrets: {
      REGISTRY_PASSWORD: registry.password,
      GITHUB_TOKEN: TOKEN,
      KUBECONFIG: readFileSync(cluster.kubeconfig, 'utf8'),
    },
    vars: { REGISTRY: registry.host, REGISTRY_USER: 'robot', ENVIRONMENTS: '["staging", "production"]' },
    env: {
      ...registry.strangerEnv,
      ...company.gitEnv,
      // A runner begins with no image.
      ...imageStore(folder, runner),
      PATH: company.path,
      GITHUB_API_URL: api,
    },
  });
  said.push(ended.stdout, ended.stderr);
  return ended;
}

function pullRequest(branch: string, runner: string): Promise<Ended> {
  const payload = { pull_request: { number: 7, head: { ref: branch, repo: REPO }, base: { ref: 'main', repo: REPO } } };
  return run({ event: 'pull_request', workflow: 'pipeline', payload }, runner);
}

function pushed(): Promise<Ended> {
  return run({ event: 'push', workflow: 'pipeline', payload: { ref: 'refs/heads/main' } });
}

/** Jobs of a run, and how each ended; what was said, where one failed. */
function outcome({ code, stdout, stderr }: Ended): object {
  const ends = stdout.matchAll(/^\[\w+\/([\w-]+) *\] 🏁 {2}Job (\w+)/gm);
  return { jobs: [...ends].map(([, job, how]) => `${job} ${how}`), ...(code === 0 ? {} : { said: stdout + stderr }) };
}

function lockOf(branch: string): Record<string, string> {
  return JSON.parse(company.file(branch, LOCK));
}

function tags(branch: string): string[] {
  return Object.keys(lockOf(branch)).map((reference) => reference.replace(`${registry.host}/integration/`, ''));
}

test('actionlint finds nothing', async () => {
  expect(await company.run(tool(ACTIONLINT), ['-no-color'])).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('a pull request brings its images: built by Maven and buildah, pushed, locked, rendered, committed to its branch', async () => {
  company.push('main', 'what init made');
  company.git('checkout', '--quiet', '-b', 'orders');
  company.change('README.md', 'Micro Integrators on Kubernetes', 'Integrations of the company');
  company.push('orders', 'a first tenant');
  const ended = await pullRequest('orders', 'first');
  expect(outcome(ended)).toEqual({ jobs: ['images succeeded'] });
  expect(tags('orders')).toEqual(['mi-base:4.4.0-1', 'orders:1.0.0-mi4.4.0-1']);
  const [digest] = Object.values(lockOf('orders')).slice(-1);
  expect(company.file('orders', 'dist/production/retail.k8s.yaml')).toContain(`orders:1.0.0-mi4.4.0-1@${digest}`);
});

test('its commit is checked by a run of its own, which builds nothing, and reviewed', async () => {
  company.pull('orders');
  const ended = await pullRequest('orders', 'second');
  expect(outcome(ended)).toEqual({ jobs: ['images succeeded', 'ci succeeded'] });
  expect(company.git('rev-parse', 'HEAD')).toBe(company.git('ls-remote', 'origin', 'refs/heads/orders').split('\t')[0]);
  expect(readFileSync(join(folder, 'artifacts/review.md'), 'utf8')).toContain('orders');
});

test('the review is written into the pull request by the token of the job', async () => {
  const workflow_run = { id: 1, event: 'pull_request', head_branch: 'orders', head_repository: REPO };
  const ended = await run({ event: 'workflow_run', workflow: 'comment', payload: { workflow_run } });
  expect(outcome(ended)).toEqual({ jobs: ['comment succeeded'] });
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /repos/company/integration/pulls?state=open&head=company%3Aorders',
    'GET /repos/company/integration/issues/7/comments?per_page=100&page=1',
    'POST /repos/company/integration/issues/7/comments',
  ]);
  expect(new Set(asked.map(({ token }) => token))).toEqual(new Set([`Bearer ${TOKEN}`]));
  expect(JSON.parse(asked[2]?.body ?? '{}').body).toBe(readFileSync(join(folder, 'artifacts/review.md'), 'utf8'));
});

test('merged, it is checked again and brought to staging, then to production', async () => {
  company.merge('orders');
  const ended = await pushed();
  expect(outcome(ended)).toEqual({ jobs: ['ci succeeded', 'deploy-1 succeeded', 'deploy-2 succeeded'] });
  expect(ended.stdout.match(/\| retail: \w+/g)).toEqual(['| retail: deployed', '| retail: deployed']);
  const image = (namespace: string) =>
    cluster.kubectl.ok([
      'get',
      'deployment',
      'orders',
      '-n',
      namespace,
      '-o',
      'jsonpath={.spec.template.spec.containers[0].image} {.status.readyReplicas}',
    ]);
  const [reference, digest] = Object.entries(lockOf('main')).at(-1) ?? [];
  expect(await image('retail-staging')).toBe(`${reference}@${digest} 1`);
  expect(await image('retail')).toBe(`${reference}@${digest} 2`);
});

test('a change of an integration project under the version that is locked is refused, with its file', async () => {
  company.git('checkout', '--quiet', '-b', 'forgotten', 'main');
  company.change(SOURCE, '"orders": []', '"orders": [1]');
  company.push('forgotten', 'a change');
  const ended = await pullRequest('forgotten', 'third');
  expect(outcome(ended)).toMatchObject({ jobs: ['images failed'] });
  expect(ended.stdout).toContain(
    `files of image "${registry.host}/integration/orders:1.0.0-mi4.4.0-1" must be those that its tag was locked with, got ${SOURCE} changed since `,
  );
});

test('with another version only that image is built, on the base that the registry holds', async () => {
  company.change('main.ts', "'1.0.0'", "'1.1.0'");
  company.push('forgotten', 'its version');
  const ended = await pullRequest('forgotten', 'third');
  expect(outcome(ended)).toEqual({ jobs: ['images succeeded'] });
  expect(ended.stdout.match(/\| (built|pushed) \S+/g)).toEqual(
    ['built', 'pushed'].map((state) => `| ${state} ${registry.host}/integration/orders:1.1.0-mi4.4.0-1`),
  );
  expect(lockOf('forgotten')[`${registry.host}/integration/mi-base:4.4.0-1`]).toBe(
    lockOf('main')[`${registry.host}/integration/mi-base:4.4.0-1`],
  );
  company.merge('forgotten');
});

test('a night in which the product moved proposes a base on it, and nothing is proposed twice', async () => {
  const night = () => run({ event: 'workflow_dispatch', workflow: 'base', payload: { ref: 'refs/heads/main' } });
  await pushProduct(folder, product(), { ...registry.env, ...imageStore(folder, 'desk') }, 'a patch');
  const ended = await night();
  expect(outcome(ended)).toEqual({ jobs: ['refresh succeeded'] });
  expect(company.file('base-refresh', 'main.ts')).toContain('build: 2,');
  expect(company.file('base-refresh', 'images/mi-base/Dockerfile')).toMatch(
    /^ARG PRODUCT=\S+\/wso2mi:\$\{RELEASE\}@sha256:\w{64}$/m,
  );
  const told = readFileSync(join(folder, 'gh.txt'), 'utf8');
  expect(told).toBe(`${TOKEN} pr view base-refresh\n${TOKEN} pr create --head base-refresh --fill\n`);
  expect((await night()).code).toBe(0);
  expect(readFileSync(join(folder, 'gh.txt'), 'utf8')).toBe(told);
});

test('the pull request of the night builds the base and every tenant on it, and locks all', async () => {
  company.pull('base-refresh');
  const ended = await pullRequest('base-refresh', 'fourth');
  expect(outcome(ended)).toEqual({ jobs: ['images succeeded'] });
  expect(tags('base-refresh')).toEqual(['mi-base:4.4.0-2', 'orders:1.1.0-mi4.4.0-2']);
});

test('of a fork nothing is built, and nothing of ours is given to it', async () => {
  const fork = { full_name: 'somebody/integration', owner: { login: 'somebody' } };
  company.pull('main');
  const payload = { pull_request: { number: 8, head: { ref: 'main', repo: fork }, base: { ref: 'main', repo: REPO } } };
  const ended = await run({ event: 'pull_request', workflow: 'pipeline', payload });
  expect(outcome(ended)).toEqual({ jobs: ['ci succeeded'] });
});

test('nothing that was said holds a password, a token or a key', () => {
  const key = /client-key-data: (\S+)/.exec(readFileSync(cluster.kubeconfig, 'utf8'))?.[1] ?? 'no key';
  expect(said.length).toBeGreaterThan(10);
  for (const secret of [registry.password, TOKEN, key]) {
    expect(said.filter((text) => text.includes(secret))).toEqual([]);
  }
});
