import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { packedInto } from './packed';

const root = join(__dirname, '..', '..');
/** One that names what it imports stands alone; the others of its page go on from the first. */
const [short = '', ...more] = blocks('README.md');
const [example = '', ...going] = blocks('docs/composing.md');
const others = [...going, ...more, ...blocks('docs/ingress-classes.md')];
const [environments = ''] = blocks('docs/environments.md');
let project: string;

jest.setTimeout(300_000);

function blocks(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);
}

function npm(...args: string[]): string {
  return execFileSync('npm', args, { cwd: project, encoding: 'utf8' });
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'package-'));
  const { overrides } = JSON.parse(readFileSync(join(root, 'start', 'template', 'package.json'), 'utf8'));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, overrides }));
  npm(
    'install',
    packedInto(project),
    'cdk8s@2',
    'cdk8s-plus-27',
    'constructs',
    'tsx',
    'typescript@7.0.2',
    '@types/node@20',
  );
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

test.each([
  ['the README', short],
  ['composing', example],
])('the example at the top of %s runs in an empty project', (_page, code) => {
  rmSync(join(project, 'dist'), { recursive: true, force: true });
  writeFileSync(join(project, 'main.ts'), code);
  const { status, stderr } = spawnSync('npx', ['tsx', 'main.ts'], { cwd: project, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('dist: 1 written') });
  const documents = parseAllDocuments(readFileSync(join(project, 'dist', 'retail.k8s.yaml'), 'utf8'));
  expect(code).toContain(`dist/retail.k8s.yaml: ${documents.length} objects`);
});

test('the other examples of composing and the README, and those of Ingress classes, go on from its first, by the packed types under strict, and are taken', () => {
  const names = Object.keys(require(join(project, 'node_modules', 'cdk8s-wso2-mi')));
  const importing = (code: string, given: string, from: string, all: readonly string[]) => {
    const used = all.filter(
      (name) => new RegExp(`\\b${name}\\b`).test(code) && !new RegExp(`\\b${name}\\b`).test(given),
    );
    return used.length === 0 ? '' : `import { ${used.join(', ')} } from '${from}';\n`;
  };
  const [first = ''] = example.split('fleet.synth()');
  others.forEach((code, index) => {
    const imports = `${importing(code, first, 'cdk8s-wso2-mi', names)}${importing(code, first, 'cdk8s', ['ApiObject', 'Duration', 'Size'])}`;
    writeFileSync(join(project, `more-${index}.ts`), `${imports}${first}{\n${code}}\nfleet.render();\n`);
  });
  const files = others.map((_, index) => `more-${index}.ts`);
  writeFileSync(join(project, 'more.ts'), files.map((name) => `import './${name.replace('.ts', '')}';\n`).join(''));
  const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--ignoreConfig'];
  const options = { cwd: project, encoding: 'utf8' } as const;
  expect(spawnSync('npx', ['tsc', ...flags, 'main.ts', ...files], options)).toMatchObject({ status: 0, stdout: '' });
  const { status, stderr } = spawnSync('npx', ['tsx', 'more.ts'], options);
  expect({ status, refused: status === 0 ? '' : stderr }).toEqual({ status: 0, refused: '' });
  expect(others.length).toBeGreaterThan(7);
});

test('the environments of their page are written, and the command tells what differs between them', () => {
  const folder = join(project, 'environments');
  mkdirSync(folder);
  writeFileSync(join(folder, 'main.ts'), environments);
  const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--ignoreConfig', '--types', 'node'];
  expect(spawnSync('npx', ['tsc', ...flags, 'main.ts'], { cwd: folder, encoding: 'utf8' }).stdout).toBe('');
  const { status, stderr } = spawnSync('npx', ['tsx', 'main.ts'], { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('dist/staging: 1 written') });
  const diff = spawnSync('npx', ['cdk8s-wso2-mi', 'diff', 'staging', 'production'], { cwd: folder, encoding: 'utf8' });
  const [, shown = ''] =
    /\$ npm run diff.*\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/environments.md'), 'utf8')) ?? [];
  expect({ status: diff.status, stdout: diff.stdout }).toEqual({ status: 1, stdout: shown });
});

test('the package holds the compiled library, its documents, the start of programs, and nothing else', () => {
  const files = readdirSync(join(project, 'node_modules', 'cdk8s-wso2-mi')).sort();
  expect(files).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'build', 'docs', 'package.json', 'start']);
  expect(readdirSync(join(project, 'node_modules', 'cdk8s-wso2-mi', 'build')).sort()).toEqual(['imports', 'lib']);
});

test('users inherit few packages, and one copy of cdk8s', () => {
  const installed = npm('ls', '--all', '--parseable', '--omit=dev').trim().split('\n');
  expect(installed.filter((path) => path.endsWith('/cdk8s'))).toHaveLength(1);
  expect(installed.filter((path) => path.includes('axios'))).toEqual([]);
});
