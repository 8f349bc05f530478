import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namesIn } from './manifests';

const root = join(__dirname, '..');
const SOURCES = ['package.json', 'tsconfig.json', 'tsconfig.synth.json', 'cdk8s.yaml', 'main.ts', 'lib', 'imports'];
let project: string;

jest.setTimeout(60_000);

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'cli-'));
  for (const source of SOURCES) {
    cpSync(join(root, source), join(project, source), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function run(command: 'cdk8s synth' | 'npm run synth'): { code: number | null; output: string } {
  const [program = '', ...args] = command.split(' ');
  const path = program === 'cdk8s' ? join(root, 'node_modules', '.bin', program) : program;
  const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false' };
  const { status, stdout, stderr } = spawnSync(path, args, { cwd: project, env, encoding: 'utf8' });
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

test.each(['cdk8s synth', 'npm run synth'] as const)('%s writes what is committed in dist/', (command) => {
  const { code, output } = run(command);
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('clinic.k8s.yaml') });
  expect(files(join(project, 'dist'))).toEqual(files(join(root, 'dist')));
});

test('a misspelt prop fails cdk8s synth, which the transpiler alone would not see', () => {
  editMain('scaling: Scaling.singleton()', 'scalng: Scaling.singleton()');
  const { code, output } = run('cdk8s synth');
  expect(code).not.toBe(0);
  expect(output).toContain("'scalng' does not exist in type 'MiTenantProps");
});

test('a refused fleet fails npm run synth, which leaves dist/ as it was', () => {
  mkdirSync(join(project, 'dist'));
  cpSync(join(root, 'dist'), join(project, 'dist'), { recursive: true });
  editMain("'wso2.com': { '/': 'platform', '/bar': 'retail' }", "'wso2.com': { '/': 'platform', '/bar': 'clinic' }");
  const { code, output } = run('npm run synth');
  expect(code).not.toBe(0);
  expect(output).toContain(
    'route wso2.com/bar of gateway "retail/routes" must be of unit "clinic", whose it is on load balancer "public", got ' +
      '"retail"; take another host or path, or change the host book',
  );
  expect(files(join(project, 'dist'))).toEqual(files(join(root, 'dist')));
});
