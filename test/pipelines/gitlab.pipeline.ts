import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { stringify } from 'yaml';
import type { Ended } from '../../lib/core/program';
import { Registry } from '../registry/registry';
import { imageStore, pushProduct } from '../registry/stand-in-product';
import { Company } from './company';
import { GITLAB_CI_LOCAL, tool } from './tools';

// The same story as on GitHub, in short: what differs is how GitLab is told, and where it keeps what is secret.

const SECRETS = { REVIEW_TOKEN: 'the-token-of-reviews', PIPELINE_TOKEN: 'the-token-of-pushes' };

let folder: string;
let registry: Registry;
let company: Company;
let gitlab: Server;
const asked: string[] = [];
const said: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gitlab-'));
  registry = await Registry.start(join(folder, 'registry'));
  const images = imageStore(folder, 'desk');
  await pushProduct(folder, `${registry.host}/wso2/wso2mi:4.4.0`, { ...registry.env, ...images });
  mkdirSync(join(folder, 'company'));
  const env = { ...registry.strangerEnv, ...imageStore(folder, 'runner') };
  company = new Company({ system: 'gitlab', registry: registry.host, folder: join(folder, 'company'), env });
  // Stands in for a cluster: which one is asked, and for what, is all that matters here.
  company.addProgram('kubectl', `echo "$KUBECONFIG: $*" >> ${join(folder, 'kubectl.txt')}\nexit 1`);
  gitlab = createServer(async (request, answer) => {
    asked.push(
      `${request.method} ${request.url} ${request.headers['private-token']} ${(await text(request)).length > 0}`,
    );
    answer.setHeader('content-type', 'application/json');
    answer.end(request.method === 'GET' ? '[]' : '{"id": 1}');
  }).listen(0, '127.0.0.1');
  await once(gitlab, 'listening');
});

afterAll(async () => {
  gitlab?.close();
  await registry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the pipeline of what lies on the desk. Variables come by a file, as GitLab has them, and by no argument. */
async function run(variables: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ended> {
  const home = join(folder, 'home');
  mkdirSync(join(home, '.gitlab-ci-local'), { recursive: true });
  const address = gitlab.address();
  const all = {
    ...SECRETS,
    ...variables,
    REGISTRY: registry.host,
    REGISTRY_USER: 'robot',
    REGISTRY_PASSWORD: registry.password,
    KUBECONFIG: '/the/kubeconfig/of/the/environment',
    CI_SERVER_URL: `file://${folder}`,
    CI_PROJECT_PATH: 'company/origin',
    CI_API_V4_URL: typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '',
    CI_PROJECT_ID: '3',
    CI_DEFAULT_BRANCH: 'main',
  };
  writeFileSync(join(home, '.gitlab-ci-local/variables.yml'), stringify({ global: all }));
  const flags = ['--force-shell-executor', '--shell-isolation', '--no-color', '--home', home];
  const ended = await company.run(tool(GITLAB_CI_LOCAL), [...flags, ...args], {
    HOME: registry.strangerEnv.HOME ?? home,
    PATH: `${dirname(tool(GITLAB_CI_LOCAL))}:${company.path}`,
  });
  said.push(ended.stdout, ended.stderr);
  return ended;
}

function mergeRequest(branch: string): Promise<Ended> {
  return run({
    CI_PIPELINE_SOURCE: 'merge_request_event',
    CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: branch,
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_MERGE_REQUEST_IID: '5',
  });
}

/** Jobs that were run, and what was said where one failed. */
function outcome({ code, stdout, stderr }: Ended): object {
  const passed = [...stdout.matchAll(/^ *(?:PASS|✔)\s+(\S+)/gm)].map(([, job]) => job);
  return { passed, ...(code === 0 ? {} : { said: stdout + stderr }) };
}

test('a merge request brings its images, and its own jobs leave the rest to the pipeline of the commit', async () => {
  company.push('main', 'what init made');
  company.git('checkout', '--quiet', '-b', 'orders');
  company.change('README.md', 'Micro Integrators on Kubernetes', 'Integrations of the company');
  company.push('orders', 'a first tenant');
  const ended = await mergeRequest('orders');
  expect(outcome(ended)).toEqual({ passed: ['images', 'check', 'review'] });
  const lock = JSON.parse(company.file('orders', 'images/lock.json'));
  expect(Object.keys(lock)).toEqual(
    ['mi-base:4.4.0-1', 'orders:1.0.0-mi4.4.0-1'].map((tag) => `${registry.host}/integration/${tag}`),
  );
  expect(asked).toEqual([]);
});

test('that one checks and comments', async () => {
  company.pull('orders');
  const ended = await mergeRequest('orders');
  expect(outcome(ended)).toEqual({ passed: ['images', 'check', 'review'] });
  expect(asked).toEqual([
    `GET /projects/3/merge_requests/5/notes?per_page=100&page=1 ${SECRETS.REVIEW_TOKEN} false`,
    `POST /projects/3/merge_requests/5/notes ${SECRETS.REVIEW_TOKEN} true`,
  ]);
});

test('merged, it is checked, and deployed where somebody starts it: not to production before staging', async () => {
  company.merge('orders');
  const main = { CI_PIPELINE_SOURCE: 'push' };
  expect(outcome(await run(main))).toEqual({ passed: ['check'] });
  const { code, stdout } = await run(main, '--manual=staging', '--manual=production');
  expect({ code, production: /^production .*\$ npx/m.test(stdout) }).toEqual({ code: 1, production: false });
  expect(readFileSync(join(folder, 'kubectl.txt'), 'utf8')).toMatch(/KUBECONFIG: --context=test /);
});

test('a night in which the product moved proposes a base on it', async () => {
  await pushProduct(
    folder,
    `${registry.host}/wso2/wso2mi:4.4.0`,
    { ...registry.env, ...imageStore(folder, 'desk') },
    'a patch',
  );
  expect(outcome(await run({ CI_PIPELINE_SOURCE: 'schedule' }))).toEqual({ passed: ['base'] });
  expect(company.file('base-refresh', 'main.ts')).toContain('build: 2,');
});

test('nothing that was said holds a password or a token', () => {
  expect(said.length).toBeGreaterThan(8);
  for (const secret of [registry.password, ...Object.values(SECRETS)]) {
    expect(said.filter((one) => one.includes(secret))).toEqual([]);
  }
});
