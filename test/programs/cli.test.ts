import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namesIn } from '../manifests';

const root = join(__dirname, '..', '..');
const SOURCES = [
  'package.json',
  'tsconfig.json',
  'tsconfig.synth.json',
  'cdk8s.yaml',
  'main.ts',
  'start',
  'lib',
  'imports',
];
// One project for all tests: what has been checked and compiled once is not again, as for somebody who edits and saves.
const project = mkdtempSync(join(tmpdir(), 'cli-'));

beforeAll(() => {
  for (const source of SOURCES) {
    cpSync(join(root, source), join(project, source), { recursive: true });
  }
  // Packages of the repository, and a cache of its own beside them.
  mkdirSync(join(project, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')).filter((name) => name !== '.cache')) {
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
  }
});
beforeEach(() => {
  cpSync(join(root, 'main.ts'), join(project, 'main.ts'));
  rmSync(join(project, 'dist'), { recursive: true, force: true });
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** What `npm run synth` starts, without the start of npm. */
const SYNTH: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.synth;

function run(command: string): {
  code: number | null;
  output: string;
} {
  const [program = '', ...args] = command.split(' ');
  const path = program === 'cdk8s' ? join(root, 'node_modules', '.bin', program) : program;
  const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false' };
  const { status, stdout, stderr } = spawnSync(path, args, { cwd: project, env, encoding: 'utf8', timeout: 180_000 });
  return { code: status, output: stdout + stderr };
}

function files(folder: string): Record<string, string> {
  return Object.fromEntries(namesIn(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function editMain(from: string, to: string): void {
  const path = join(project, 'main.ts');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

test('cdk8s synth, which is npm run synth and its own part, writes what is committed in dist/', () => {
  const { code, output } = run('cdk8s synth');
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('clinic.k8s.yaml') });
  expect(files(join(project, 'dist'))).toEqual(files(join(root, 'dist')));
});

test('cdk8s synth --stdout prints the same, and leaves dist/ where it is', () => {
  const { code, output } = run('cdk8s synth --stdout');
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('name: doctor-appointment') });
  expect(files(join(project, 'dist'))).toEqual(files(join(root, 'dist')));
});

test('a misspelt prop fails the synth, which the transpiler alone would not see, and leaves dist/ as it was', () => {
  cpSync(join(root, 'dist'), join(project, 'dist'), { recursive: true });
  editMain('scaling: Scaling.singleton()', 'scalng: Scaling.singleton()');
  // What is rendered changes too, and would be written.
  editMain("contact: '#retail-integration'", "contact: '#another'");
  const { code, output } = run('npm run --silent synth');
  expect(code).toBe(1);
  expect(output).toContain("'scalng' does not exist in type 'MiTenantProps");
  expect(files(join(project, 'dist'))).toEqual(files(join(root, 'dist')));
});

test('a name that is not there is told by its type alone, without the page that Node makes of it', () => {
  editMain('Scaling.fixed(2, { maxSurge: 1, maxUnavailable: 0 })', 'Scaling.fixd(2)');
  const { code, output } = run(SYNTH);
  expect({ code, output }).toEqual({
    code: 1,
    output: expect.stringMatching(/^main\.ts\(\d+,\d+\): error TS\d+: Property 'fixd' does not exist .*\n$/),
  });
});

test('without TypeScript, as after an install that broke off, it says so and does not wait for a check that never ends', () => {
  const typescript = join(project, 'node_modules', 'typescript');
  rmSync(typescript);
  editMain("contact: '#retail-integration'", "contact: '#another'");
  const said = run(SYNTH);
  symlinkSync(join(root, 'node_modules', 'typescript'), typescript);
  expect(said).toEqual({
    code: 1,
    output: 'typescript must be installed in this folder, got none; run npm install\n',
  });
  expect(existsSync(join(project, 'dist'))).toBe(false);
});

/** Line and column of the only such text in `main.ts`. */
function placeOf(text: string): string {
  const lines = readFileSync(join(root, 'main.ts'), 'utf8').split('\n');
  const at = lines.findIndex((line) => line.includes(text));
  return `${at + 1}:${(lines[at] ?? '').indexOf(text) + 1}`;
}

describe('a refused fleet', () => {
  const sentence =
    'route wso2.com/bar of gateway "retail/routes" must be of unit "clinic", whose it is on load balancer "public", got ' +
    '"retail"; take another host or path, or change the host book';
  const report = `nothing was written, since 1 thing is refused:\n- ${sentence}\n    at main.ts:${placeOf('new GatewayIngress(retail')}\n`;

  beforeEach(() => {
    cpSync(join(root, 'dist'), join(project, 'dist'), { recursive: true });
    editMain("'wso2.com': { '/': 'platform', '/bar': 'retail' }", "'wso2.com': { '/': 'platform', '/bar': 'clinic' }");
  });
  afterEach(() => expect(files(join(project, 'dist'))).toEqual(files(join(root, 'dist'))));

  test('is told by npm run synth in its sentence, the line of the gateway and nothing else', () => {
    expect(run(SYNTH)).toEqual({ code: 1, output: report });
  });

  test.each(['cdk8s synth', 'cdk8s synth --stdout'] as const)(
    'is told by %s, in a line more and without a stack',
    (command) => {
      const { code, output } = run(command);
      expect({
        code,
        output: output.replace(/^Synthesizing application\n/, '').replace(/"[^"]*cdk8s[^"]*"\n$/, 'its output\n'),
      }).toEqual({
        code: 1,
        output: `${report}ERROR: synthesis failed, app expected to create its output\n`,
      });
    },
  );
});

test('what one value alone shows is told with the line that wrote it', () => {
  editMain('Scaling.fixed(2, { maxSurge: 1, maxUnavailable: 0 })', 'Scaling.fixed(0)');
  const line = readFileSync(join(project, 'main.ts'), 'utf8')
    .split('\n')
    .findIndex((text) => text.includes('fixed(0)'));
  const { code, output } = run(SYNTH);
  expect({ code, output: output.split('\n') }).toEqual({
    code: 1,
    output: [expect.stringMatching(/^replicas of scaling ".*" must .*, got 0/), `    at main.ts:${line + 1}:20`, ''],
  });
});

test('what a function of the program shows is told with who calls it', () => {
  editMain('Scaling.fixed(2, { maxSurge: 1, maxUnavailable: 0 })', 'pods(0)');
  const path = join(project, 'main.ts');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, `${text}function pods(count: number) {\n  return Scaling.fixed(count);\n}\n`);
  const called = text.split('\n').findIndex((line) => line.includes('pods(0)')) + 1;
  const { code, output } = run(SYNTH);
  expect({ code, output: output.split('\n') }).toEqual({
    code: 1,
    output: [
      expect.stringMatching(/^replicas of scaling ".*" must .*, got 0/),
      `    at main.ts:${text.split('\n').length + 1}:18, called in main.ts:${called}`,
      '',
    ],
  });
});

test.each([
  ['nowhere.ts', 'program of synth "nowhere.ts" must be a file, got nothing there; name it, or go to its folder\n'],
  ['lib', 'program of synth "lib" must be a file, got a folder; name it, or go to its folder\n'],
  ['--foo', expect.stringMatching(/^error: Unknown option '--foo'.*\n\nUsage: cdk8s-wso2-mi synth .*a link to it\n$/s)],
])('synth %s is told in a sentence, without a stack', (argument, told) => {
  const start = join(root, 'start', 'synth.js');
  const options = { cwd: project, encoding: 'utf8', timeout: 60_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [start, argument], options);
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: told });
});

test("the project's own npx cdk8s does not ask for a newer version, unless it is told to", () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiet-'));
  const cli = join(folder, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
  const own = join(folder, 'node_modules', '.bin', 'cdk8s');
  mkdirSync(join(cli, '..'), { recursive: true });
  mkdirSync(join(own, '..'));
  writeFileSync(cli, 'console.log(process.env.CDK8S_CHECK_UPGRADE, ...process.argv.slice(2))');
  symlinkSync('../cdk8s-cli/bin/cdk8s', own);
  const { CDK8S_CHECK_UPGRADE: _, ...env } = process.env;
  const quiet = spawnSync(process.execPath, [join(root, 'start', 'quiet-cdk8s.js')], { cwd: folder, timeout: 60_000 });
  expect(quiet.status).toBe(0);
  const said = (told: NodeJS.ProcessEnv) =>
    spawnSync(own, ['synth', '--output', 'a b'], { env: { ...env, ...told }, encoding: 'utf8', timeout: 60_000 })
      .stdout;
  expect(said({})).toBe('false synth --output a b\n');
  expect(said({ CDK8S_CHECK_UPGRADE: 'true' })).toBe('true synth --output a b\n');
  rmSync(folder, { recursive: true });
});

test('the commands of a checkout run its sources, since nothing is built there', () => {
  const { code, output } = run('node start/bin.js review --help');
  expect({ code, first: output.split('\n')[0] }).toEqual({
    code: 0,
    first: 'Usage: cdk8s-wso2-mi review [options] [from] [to]',
  });
  expect(run('node start/bin.js nothing')).toEqual({
    code: 2,
    output: "error: unknown command 'nothing'\n(--help says how it is used)\n",
  });
});
