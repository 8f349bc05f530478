import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Scaling } from '../../lib';
import { blockOf } from '../cluster/guide';
import { orders, plain } from '../review/changes';
import { typed } from '../typed';

let project: string;
const home = process.cwd();
const template = mkdtempSync(join(tmpdir(), 'review-'));

beforeAll(() => {
  process.chdir(template);
  git('init -q -b main --template=');
  write('dist', orders());
  commit('one');
});
afterAll(() => rmSync(template, { recursive: true, force: true }));

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'review-'));
  cpSync(template, project, { recursive: true });
  process.chdir(project);
});
afterEach(() => {
  process.chdir(home);
  rmSync(project, { recursive: true, force: true });
});

function git(args: string): void {
  const all = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args.split(' ')];
  const { status, stderr } = spawnSync('git', all, { encoding: 'utf8', timeout: 60_000 });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
}

function commit(message: string): void {
  git('add .');
  git(`commit -q -m ${message}`);
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) {
    writeFileSync(join(folder, name), text);
  }
}

function review(args = '') {
  return typed(['review', ...args.split(' ').filter(Boolean)]);
}

const PODS = /retail\/orders\n {2}notice {3}runs on more pods\n {11}- pods: 2 → 4\n/;
const four = orders({ scaling: Scaling.fixed(4) });

test('the files as they lie there are compared with where the branch left the main branch', async () => {
  git('checkout -q -b mine');
  write('dist', four);
  expect(await review()).toEqual({ code: 0, out: expect.stringMatching(PODS), err: '' });
  commit('two');
  expect((await review()).out).toMatch(/^[0-9a-f]{12} → working tree: /);
  git('checkout -q main');
  expect((await review()).out).toMatch(/: nothing changes\n$/);
});

test.each(['remotes/origin/HEAD', 'remotes/origin/main', 'remotes/origin/master', 'heads/main', 'heads/master'])(
  'a clone that knows the main branch only as %s compares with it',
  async (ref) => {
    git('checkout -q -b mine');
    git('branch -q -D main');
    git(`update-ref refs/${ref} HEAD`);
    write('dist', four);
    commit('two');
    expect((await review()).out).toMatch(PODS);
  },
);

test('alerts in dist/rules are reviewed where nothing else changes, of folders and of revisions; dashboards are named', async () => {
  const rules = (threshold: number) =>
    `groups:\n- rules:\n  - alert: MiRestartLoop\n    expr: restarts >= ${threshold}\n    labels: {unit: retail, tenant: orders}\n`;
  write('dist/rules', new Map([['retail.orders.rules', rules(3)]]));
  write('dist/dashboards', new Map([['mi-fleet.json', '{}']]));
  commit('rules');
  write('dist/rules', new Map([['retail.orders.rules', rules(5)]]));
  write('dist/dashboards', new Map([['mi-fleet.json', '{"a":1}']]));
  const says = expect.stringMatching(/alerts tell of something else than before\n +- MiRestartLoop asks 3 → 5\n/);
  const { out } = await review('HEAD');
  expect(out).toEqual(says);
  expect(out).toContain('- change: dashboards/mi-fleet.json, rules/retail.orders.rules\n');
  commit('more');
  expect((await review('HEAD~1 HEAD')).out).toEqual(says);
});

test('a manifest in a folder of that name is a manifest', async () => {
  write('dist/rules', new Map([['own.yaml', (orders().get('retail.k8s.yaml') ?? '').replaceAll('retail', 'other')]]));
  expect((await review()).out).toContain('other/orders\n  notice   comes, with 2 pods');
});

test('revisions, a folder and a revision, two folders', async () => {
  write('dist', four);
  commit('two');
  write('elsewhere', orders());
  expect((await review('HEAD~1 HEAD')).out).toMatch(PODS);
  expect((await review('HEAD~1 dist')).out).toMatch(PODS);
  expect((await review('elsewhere dist')).out).toMatch(PODS);
  expect((await review('HEAD')).out).toBe('HEAD → working tree: nothing changes\n');
});

test('a unit that is new in the working tree and not yet known to git', async () => {
  const text = orders().get('retail.k8s.yaml') ?? '';
  writeFileSync('dist/other.k8s.yaml', text.replaceAll('retail', 'other'));
  expect((await review()).out).toContain('other/orders\n  notice   comes, with 2 pods');
});

test('each folder of environments is told by itself', async () => {
  write('dist/staging', orders());
  write('dist/production', orders());
  commit('two');
  write('dist/production', four);
  const { out } = await review('HEAD');
  expect(out).toContain('production: retail/orders\n  notice   runs on more pods');
  expect(out).not.toContain('staging');
});

describe('a fleet that became an environment', () => {
  const retail = (files: ReadonlyMap<string, string>) => files.get('retail.k8s.yaml') ?? '';
  const moved = (folder: string, where: string) =>
    `${folder}: (fleet)\n  notice   its files lay in ${where} before, with which they are compared\n`;

  test('leaves nothing in the cluster: its files are compared with those of before, and what came beside them comes', async () => {
    write('dist/rules', new Map([['retail.orders.rules', 'groups: []\n']]));
    commit('rules');
    git('rm -q -r dist');
    write('dist/production', new Map([['retail.k8s.yaml', `# Another head.\n${retail(orders())}`]]));
    write('dist/production/rules', new Map([['retail.orders.rules', 'groups: []\n']]));
    write('dist/staging', new Map([['retail.k8s.yaml', retail(orders()).replaceAll('retail', 'retail-staging')]]));
    const { out } = await review('HEAD');
    expect(out).toContain(moved('production', 'the folder above'));
    expect(out).toContain('staging: retail-staging/orders\n  notice   comes, with 2 pods\n');
    expect(out).not.toMatch(/delete|leaves|production: retail|files beside/);
  });

  test('and an environment that got another name is still told what else changes in it', async () => {
    write('dist/prod', orders());
    write('dist/same', orders());
    commit('two');
    git('rm -q -r dist/prod');
    write('dist/production', four);
    const { out } = await review('HEAD');
    expect(out).toContain(moved('production', 'the folder prod'));
    expect(out).toContain('production: retail/orders\n  notice   runs on more pods');
    expect(out).not.toMatch(/delete|prod: |same: /);
  });

  test('a folder without a document of it is another, so what left is told', async () => {
    git('rm -q -r dist');
    write('dist/staging', new Map([['retail.k8s.yaml', retail(orders()).replaceAll('retail', 'retail-staging')]]));
    expect((await review('HEAD')).out).toContain('$ kubectl -n retail delete ');
  });
});

test.each([
  ['danger', 0],
  ['notice', 1],
] as const)('--fail-on %s gives %d for more pods', async (severity, code) => {
  write('dist', four);
  expect(await review(`--fail-on ${severity}`)).toMatchObject({ code });
});

test('Markdown and JSON', async () => {
  write('dist', four);
  expect((await review('--format markdown')).out).toMatch(/^<!-- cdk8s-wso2-mi review -->\n/);
  const json = (await review('--format json')).out;
  expect(JSON.parse(json)).toMatchObject({ to: 'working tree', worst: 'notice' });
  expect((await review('--json')).out).toBe(json);
});

test('a terminal shows each severity in a colour of its own', async () => {
  const account = { kind: 'ServiceAccount', metadata: { name: 'gone' } };
  const endpoints = (contact: string) => ({
    kind: 'Endpoints',
    metadata: { name: 'words', annotations: { 'cdk8s-wso2-mi/contact': contact } },
  });
  write('one', plain({ kind: 'Secret', type: 'a/b' }, account, endpoints('b')));
  write('other', plain({ kind: 'Secret', type: 'a/c' }, endpoints('c'), { kind: 'ConfigMap' }));
  const { out } = await typed(['review', 'one', 'other'], { isTTY: true });
  const [begin, end] = ['\u001b[', '\u001b[0m'];
  const shown = out
    .split('\n')
    .filter((line) => line.startsWith(begin))
    .map((line) => line.slice(begin.length, line.indexOf(end)).split(/m {2}/));
  const colours = new Map(shown.map(([colour, severity]) => [severity, colour]));
  expect([...colours.keys()].sort()).toEqual(['danger', 'notice', 'quiet', 'warning']);
  expect([...colours.values()].filter((colour) => /^[\d;]+$/.test(colour ?? ''))).toHaveLength(4);
  expect(new Set(colours.values()).size).toBe(4);
});

describe('without an answer of a cluster', () => {
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
  });

  test('the last line of kubectl is told, and not what it notes for its developers', async () => {
    const refused = 'The connection to the server localhost:8080 was refused - did you specify the right host or port?';
    const note = 'E1129 16:13:08.936288   11844 memcache.go:265] "Unhandled Error" err="connection refused"';
    mkdirSync('bin');
    writeFileSync(join('bin', 'kubectl'), `#!/bin/sh\nprintf '%s\\n' '${note}' '${refused}' >&2\nexit 1\n`, {
      mode: 0o755,
    });
    process.env.PATH = `${join(project, 'bin')}:${path}`;
    expect(await review('--cluster')).toEqual({
      code: 2,
      out: '',
      err: `--cluster of review "kubectl" must be answered by the cluster, got ${refused}\n`,
    });
  });

  test('a kubectl that is not there is told as that', async () => {
    process.env.PATH = join(project, 'nothing');
    expect(await review('--cluster dist')).toEqual({
      code: 2,
      out: '',
      err: 'program of command "kubectl" must be installed, got none on PATH\n',
    });
  });
});

test('the commands of the page', async () => {
  git('checkout -q -b feature');
  write('dist', orders({ scaling: Scaling.auto({ min: 2, max: 6 }) }));
  commit('two');
  write('before', orders());
  const block = blockOf('docs/review.md', 'review main feature');
  const commands = [...block.matchAll(/^npx cdk8s-wso2-mi review ([^#]*)/gm)].map(([, args = '']) => args.trim());
  const outcomes = [];
  for (const args of commands) {
    outcomes.push(await review(args));
  }
  expect(outcomes).toHaveLength(4);
  expect(outcomes.map(({ code, err }) => ({ code, err }))).toEqual([0, 0, 0, 1].map((code) => ({ code, err: '' })));
  expect(outcomes.filter(({ out }) => out.includes('falls from 2 pods to 1'))).toHaveLength(4);
});

describe('what cannot be compared gives a 2 and says why', () => {
  test('a revision that is not there', async () => {
    expect(await review('nowhere')).toEqual({
      code: 2,
      out: '',
      err:
        'from and to of review "dist" must be a folder or a revision of git, got "nowhere"; in a clone of one commit, fetch ' +
        'it first (git fetch origin <branch>)\n',
    });
  });

  test('no manifests', async () => {
    expect(await review('--folder nothing')).toMatchObject({
      code: 2,
      err: 'folder of review "nothing" must be a folder of manifests, got nothing there; synthesize first, or name it by --folder\n',
    });
  });

  test('no main branch', async () => {
    git('branch -q -m other');
    expect(await review()).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^from of review "git" must be said where git knows no main branch, got none of /),
    });
  });

  test('a severity that is none', async () => {
    expect(await review('--fail-on much')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Allowed choices are'),
    });
  });
});

describe('sources that changed after the last synth', () => {
  const synthAt = (folder: string, seconds: number) => {
    mkdirSync(`${folder}/.cdk8s-wso2-mi`, { recursive: true });
    writeFileSync(`${folder}/.cdk8s-wso2-mi/digests`, '{}');
    utimesSync(`${folder}/.cdk8s-wso2-mi/digests`, seconds, seconds);
  };
  const source = (text: string, seconds: number) => {
    writeFileSync('main.ts', text);
    utimesSync('main.ts', seconds, seconds);
  };
  beforeEach(() => {
    writeFileSync('.gitignore', '.cdk8s-wso2-mi\n');
    source('one', 1000);
    commit('sources');
  });

  test('are told, since the review is of the manifests', async () => {
    synthAt('dist', 2000);
    source('two', 3000);
    const { err, out } = await review('HEAD');
    expect(err).toBe(
      'hint: main.ts changed after synth wrote dist last: what is told is not what the sources say now; run synth first\n',
    );
    expect(out).toContain('nothing changes');
  });

  test('and not where synth was run after, or nothing changed', async () => {
    synthAt('dist', 2000);
    expect((await review('HEAD')).err).toBe('');
    source('two', 1500);
    expect((await review('HEAD')).err).toBe('');
  });

  test('where nobody knows of a synth they are told if no manifest changed', async () => {
    source('two', 3000);
    const told = 'hint: main.ts changed since HEAD, and dist did not: if it should have, run synth first\n';
    expect((await review('HEAD')).err).toBe(told);
    write('dist', orders({ scaling: Scaling.fixed(3) }));
    expect((await review('HEAD')).err).toBe('');
  });
});
