import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typed } from '../typed';

let project: string;
const home = process.cwd();

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'diff-'));
  process.chdir(project);
  write('dist/staging/a.yaml', 2);
  // Alerts and boards lie beside environments, and are none.
  mkdirSync('dist/rules', { recursive: true });
  write('dist/production/a.yaml', 6);
});
afterEach(() => {
  process.chdir(home);
  rmSync(project, { recursive: true, force: true });
});

function write(path: string, replicas: number): void {
  mkdirSync(join(path, '..'), { recursive: true });
  const metadata = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: orders\n  namespace: retail\n';
  writeFileSync(path, `${metadata}spec:\n  replicas: ${replicas}\n`);
}

function diff(args: string, shell = {}) {
  return typed(args.split(' ').filter(Boolean), shell);
}

const DIFFERENT = `dist/staging → dist/production

(no unit)
  ~ Deployment orders
      spec.replicas: 2 → 6

1 object changed, 0 only in dist/staging, 0 only in dist/production, 0 equal
`;

test('environments that differ are shown, and the shell gets a 1', async () => {
  expect(await diff('diff staging production')).toEqual({ code: 1, out: DIFFERENT, err: '' });
});

test('a path is a path, wherever it leads', async () => {
  expect((await diff('diff dist/staging dist/production')).out).toBe(DIFFERENT);
  expect(await diff(`diff ${project}/dist/staging ./dist/staging`)).toMatchObject({ code: 0 });
});

test('environments that are equal give a 0', async () => {
  cpSync('dist/staging', 'dist/development', { recursive: true });
  expect(await diff('diff staging development')).toEqual({
    code: 0,
    out: 'dist/staging and dist/development are equal: 1 object\n',
    err: '',
  });
});

test('only a terminal sees colours, and not one that does not want them', async () => {
  expect((await diff('diff staging production', { isTTY: true })).out).toContain(
    '\u001b[33m  ~ Deployment orders\u001b[0m\n',
  );
  expect((await diff('diff staging production', { isTTY: true, env: { NO_COLOR: '1' } })).out).toBe(DIFFERENT);
});

test('what goes is red there, and what comes is green', async () => {
  const object = (kind: string) => `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: it\n  namespace: retail\n`;
  writeFileSync('dist/staging/more.yaml', object('Secret'));
  writeFileSync('dist/production/more.yaml', object('Service'));
  const { out } = await diff('diff staging production', { isTTY: true });
  expect(out).toContain('\u001b[31m  - Secret it: only in dist/staging\u001b[0m\n');
  expect(out).toContain('\u001b[32m  + Service it: only in dist/production\u001b[0m\n');
});

test('programs get JSON, with the same exit codes', async () => {
  const { code, out } = await diff('diff staging production --json', { isTTY: true });
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual({
    from: 'dist/staging',
    to: 'dist/production',
    objects: [
      {
        kind: 'Deployment',
        name: 'orders',
        from: 'retail/orders',
        to: 'retail/orders',
        changes: [{ path: 'spec.replicas', from: 2, to: 6 }],
      },
    ],
    equal: 0,
  });
  expect(JSON.parse((await diff('diff staging staging --json')).out)).toMatchObject({ objects: [], equal: 1 });
});

describe('what cannot be compared gives a 2 and says why', () => {
  test.each([
    [
      'an environment that is not there',
      'diff stagin production',
      'folder of diff "dist/stagin" must be a folder of manifests, got nothing there; ' +
        'there are production, staging in dist, and a path is written with a "/"; synthesize first\n',
    ],
    [
      'a folder in a place where there is nothing',
      'diff nowhere/a staging',
      'folder of diff "nowhere/a" must be a folder of manifests, got nothing there; ' +
        'there is no folder of manifests in nowhere; synthesize first\n',
    ],
    [
      'a file',
      'diff dist/staging/a.yaml staging',
      'folder of diff "dist/staging/a.yaml" must be a folder of manifests, got a file; ' +
        'dist/staging itself has the manifests, as of a fleet without environments\n',
    ],
    [
      'an environment of a fleet without any',
      'diff ./dist/staging/production staging',
      'folder of diff "./dist/staging/production" must be a folder of manifests, got nothing there; ' +
        './dist/staging itself has the manifests, as of a fleet without environments\n',
    ],
    [
      'the folder of all environments',
      'diff ./dist staging',
      'folder of diff "./dist" must hold .yaml files, got none; name one of its folders: production, staging\n',
    ],
    [
      'an option that is not known',
      'diff staging production --jsn',
      /^error: unknown option '--jsn'\n\(Did you mean --json\?\)\n/,
    ],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await diff(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  test('a file that is no YAML, by its name', async () => {
    writeFileSync('dist/staging/b.yaml', 'a: [');
    expect(await diff('diff staging production')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^text of manifest "b\.yaml" must be YAML, got .*\n$/),
    });
  });

  test.each([
    ['', /^Usage: cdk8s-wso2-mi /],
    ['diff', /^error: missing required argument 'from'\n/],
    ['diff staging', /^error: missing required argument 'to'\n/],
    ['diff staging production development', /^error: too many arguments for 'diff'\. Expected 2 arguments but got 3/],
    ['dif staging production', /^error: unknown command 'dif'\n\(Did you mean diff\?\)\n/],
  ])('the arguments "%s", by what is wrong', async (args, message) => {
    expect(await diff(args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
  });
});

test('who asks for help gets it, of all and of one command', async () => {
  expect(await diff('--help')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('\n  diff ') });
  expect(await diff('diff --help')).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/^Usage: cdk8s-wso2-mi diff [\s\S]*Exit code: 0 if they are equal/),
  });
});

test('who asks for the version gets that of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  expect(await diff('--version')).toEqual({ code: 0, err: '', out: `${version}\n` });
});
