import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typed } from '../typed';

const cwd = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  mkdirSync(join(folder, 'dist'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(cwd);
  rmSync(folder, { recursive: true, force: true });
});

function told(...args: readonly string[]) {
  return typed(args);
}

function namespace(head: string): void {
  writeFileSync(
    join(folder, 'dist', 'zones.yaml'),
    `${head}apiVersion: v1\nkind: Namespace\nmetadata:\n  name: zones\n`,
  );
}

test.each(['deploy', 'status', 'rollback', 'teardown', 'images'])('%s has help of its own', async (command) => {
  const { code, out } = await told(command, '--help');
  expect(code).toBe(0);
  expect(out).toContain(`Usage: cdk8s-wso2-mi ${command} `);
});

test.each(['deploy', 'status', 'teardown --all'])('%s of an empty folder says what to do', async (command) => {
  const { code, err } = await told(...command.split(' '));
  expect({ code, err }).toEqual({
    code: 2,
    err: 'folder of environment "dist" must hold .yaml files, got none; synthesize first\n',
  });
});

test.each(['deploy', 'status', 'teardown --all'])('%s without a context touches nothing', async (command) => {
  namespace('');
  const { code, err } = await told(...command.split(' '));
  expect({ code, err }).toEqual({
    code: 2,
    err: expect.stringContaining('context of environment "dist" must be said, got none'),
  });
});

test('a teardown names what it takes', async () => {
  namespace('# Context of kubectl: live\n');
  const must = 'unit of teardown "dist" must be named, one for a tenant, or --all said, got';
  expect(await told('teardown')).toEqual({ code: 2, out: '', err: `${must} 0 units\n` });
  expect((await told('teardown', 'a', '--all')).err).toBe(`${must} --all\n`);
  expect((await told('teardown', 'a', 'b', '--tenant=c')).err).toBe(`${must} 2 units\n`);
});

test('a number must be one', async () => {
  namespace('# Context of kubectl: live\n');
  const { code, err } = await told('deploy', '--timeout=soon');
  expect(code).toBe(2);
  expect(err).toContain("option '--timeout <seconds>' argument 'soon' is invalid. It must be a whole number.");
});
