import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typed } from '../typed';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
const file = join(folder, 'values.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

async function importOf(values: string, ...args: readonly string[]) {
  writeFileSync(file, values);
  const { code = 0, ...said } = await typed(['import', 'helm-mi', file, ...args]);
  return { code, ...said };
}

test('values that do not say which chart reads them are read as the newest, and it is said', async () => {
  const { code, out, err } = await importOf('wso2: {}\n');
  expect({ code, err }).toEqual({
    code: 0,
    err: `${file} does not say which chart reads it, so it is read as that of 4.6; --version says it\n`,
  });
  expect(out).toContain('new MiTenant(');
});

test.each([
  ['by the command', 'wso2: {}\n', ['--version', '4.4']],
  ['by the values', "wso2:\n  deployment:\n    image:\n      tag: '4.4.0'\n", []],
])('a chart that is told %s is taken without a word', async (_, values, args) => {
  const { code, out, err } = await importOf(values, ...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain("release: '4.4.0'");
});

test('a program is never written over what is there', async () => {
  expect(await importOf('wso2: {}\n', '--version', '4.4', '--output', file)).toEqual({
    code: 2,
    out: '',
    err: `--output of import "${file}" must name a file that is not there yet, got "${file}"; remove it first, such as the main.ts of init, or name another: cdk8s-wso2-mi synth other.ts runs it\n`,
  });
});
