import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ended } from '../../lib/core/program';
import { Registry } from '../registry/registry';
import { imageStore, pushProduct } from '../registry/stand-in-product';
import { Company } from './company';
import { GROOVY, tool } from './tools';

// The same story by Jenkins' language, and by jenkins.groovy in the place of Jenkins.

const TOKEN = 'the-token-of-reviews';

let folder: string;
let registry: Registry;
let company: Company;
let github: Server;
const asked: string[] = [];
const said: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jenkins-'));
  registry = await Registry.start(join(folder, 'registry'));
  const images = imageStore(folder, 'desk');
  await pushProduct(folder, `${registry.host}/wso2/wso2mi:4.4.0`, { ...registry.env, ...images });
  mkdirSync(join(folder, 'company'));
  const env = { ...registry.strangerEnv, ...imageStore(folder, 'agent') };
  company = new Company({ system: 'jenkins', registry: registry.host, folder: join(folder, 'company'), env });
  company.change('Jenkinsfile', 'registry.example.com', registry.host);
  company.addProgram('kubectl', `echo "$KUBECONFIG: $*" >> ${join(folder, 'kubectl.txt')}\nexit 1`);
  github = createServer((request, answer) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    answer.setHeader('content-type', 'application/json');
    request.resume().once('end', () => answer.end(request.method === 'GET' ? '[]' : '{"id": 1}'));
  }).listen(0, '127.0.0.1');
  await once(github, 'listening');
});

afterAll(async () => {
  github?.close();
  await registry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(env: Readonly<Record<string, string>>): Promise<Ended> {
  const address = github.address();
  const args = ['-cp', tool(GROOVY), 'groovy.ui.GroovyMain', join(__dirname, 'jenkins.groovy'), 'Jenkinsfile'];
  const ended = await company.run('java', args, {
    ...env,
    WORKSPACE_TMP: folder,
    GITHUB_REPOSITORY: 'company/integration',
    GITHUB_API_URL: typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '',
    CREDENTIAL_registry_USR: 'robot',
    CREDENTIAL_registry_PSW: registry.password,
    CREDENTIAL_review: TOKEN,
    CREDENTIAL_kubeconfig_staging: '/the/kubeconfig/of/staging',
    CREDENTIAL_kubeconfig_production: '/the/kubeconfig/of/production',
  });
  said.push(ended.stdout, ended.stderr);
  return ended;
}

/** Stages that were entered, and what was said where one failed. */
function outcome({ code, stdout, stderr }: Ended): object {
  const stages = [...stdout.matchAll(/^stage (.+)$/gm)].map(([, stage = '']) => stage);
  return {
    run: stages.filter((stage) => !stage.endsWith('(skipped)')),
    ...(code === 0 ? {} : { said: stdout + stderr }),
  };
}

test('a pull request brings its images, commits the lock, is checked, reviewed and told', async () => {
  company.push('main', 'what init made');
  company.git('checkout', '--quiet', '-b', 'orders');
  company.change('README.md', 'Micro Integrators on Kubernetes', 'Integrations of the company');
  company.push('orders', 'a first tenant');
  company.git('fetch', '--quiet', 'origin');
  const ended = await run({ BRANCH_NAME: 'PR-7', CHANGE_ID: '7', CHANGE_BRANCH: 'orders', CHANGE_TARGET: 'main' });
  expect(outcome(ended)).toEqual({ run: ['install', 'images', 'check', 'review'] });
  const lock = JSON.parse(company.file('orders', 'images/lock.json'));
  expect(Object.keys(lock)).toEqual(
    ['mi-base:4.4.0-1', 'orders:1.0.0-mi4.4.0-1'].map((tag) => `${registry.host}/integration/${tag}`),
  );
  expect(asked).toEqual([
    `GET /repos/company/integration/issues/7/comments?per_page=100&page=1 Bearer ${TOKEN}`,
    `POST /repos/company/integration/issues/7/comments Bearer ${TOKEN}`,
  ]);
});

test('of a fork no image is built, and no token is asked for', async () => {
  const fork = { CHANGE_FORK: 'somebody', CHANGE_BRANCH: 'orders', CHANGE_TARGET: 'main' };
  const ended = await run({ BRANCH_NAME: 'PR-8', CHANGE_ID: '8', ...fork });
  expect(outcome(ended)).toEqual({ run: ['install', 'check', 'review'] });
  expect(asked).toHaveLength(2);
});

test('merged, it is checked and brought to staging when somebody agrees; production is not asked before that is done', async () => {
  company.merge('orders');
  const ended = await run({ BRANCH_NAME: 'main' });
  expect(outcome(ended)).toMatchObject({ run: ['install', 'check', 'deploy', 'staging'] });
  expect(ended.stdout).toContain('agreed: Deploy to staging?');
  expect(readFileSync(join(folder, 'kubectl.txt'), 'utf8')).toMatch(/^\/the\/kubeconfig\/of\/staging: /);
});

test('a night in which the product moved proposes a base on it, and deploys nothing', async () => {
  const product = `${registry.host}/wso2/wso2mi:4.4.0`;
  await pushProduct(folder, product, { ...registry.env, ...imageStore(folder, 'desk') }, 'a patch');
  const ended = await run({ BRANCH_NAME: 'main', TRIGGER: 'TimerTrigger' });
  expect(outcome(ended)).toEqual({ run: ['install', 'check', 'base'] });
  expect(company.file('base-refresh', 'main.ts')).toContain('build: 2,');
});

test('nothing that was said holds a password or a token', () => {
  expect(said.length).toBeGreaterThan(6);
  for (const secret of [registry.password, TOKEN]) {
    expect(said.filter((one) => one.includes(secret))).toEqual([]);
  }
});
